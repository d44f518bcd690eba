/**
 * Organisations of the news by their names in Chinese, Japanese, Korean, Arabic, Hindi, Thai and Russian: the
 * name that `organisationNamed` knows or English has, then the others. By hand.
 */
// biome-ignore format: a table, read by its rows
const rows = [
  'Apple Inc.=苹果|蘋果|苹果公司|蘋果公司|アップル|애플|एप्पल|แอปเปิล|Apple',
  'Samsung=三星|三星电子|三星電子|サムスン|サムスン電子|삼성|삼성전자|सैमसंग|ซัมซุง',
  'Google=谷歌|グーグル|구글|गूगल|กูเกิล', 'Microsoft=微软|微軟|マイクロソフト|마이크로소프트|माइक्रोसॉफ्ट|ไมโครซอฟท์',
  'Meta Platforms=脸书|臉書|フェイスブック|페이스북|메타플랫폼|फेसबुक|เฟซบุ๊ก|فيسبوك|Фейсбук', 'Amazon=亚马逊公司|亞馬遜公司|アマゾン・ドット・コム|아마존닷컴|अमेज़न',
  'Tesla=特斯拉|テスラ|테슬라|टेस्ला|เทสลา', 'Intel=英特尔|英特爾|英特尔公司|インテル|인텔|इंटेल', 'Nvidia=英伟达|輝達|エヌビディア|엔비디아|एनवीडिया',
  'Eastman Kodak=柯达|柯達|コダック|코닥', 'Lenovo=联想集团|聯想集團|レノボ|레노버', 'Acer=宏碁|エイサー', 'Sony=索尼|ソニーグループ|소니', 'Panasonic=松下电器|パナソニック|파나소닉',
  'Huawei=华为|華為|ファーウェイ|화웨이|हुआवेई', 'Xiaomi=小米科技|小米集团|シャオミ|샤오미|शाओमी', 'ByteDance=字节跳动|字節跳動|バイトダンス|바이트댄스', 'Tencent=腾讯|騰訊|テンセント|텐센트',
  'Alibaba Group=阿里巴巴|アリババ|알리바바|अलीबाबा', 'Baidu=百度公司|バイドゥ', 'BlackBerry=黑莓公司', 'Qualcomm=高通公司|クアルコム|퀄컴', 'TSMC=台积电|台積電|대만반도체', 'Foxconn=富士康|鴻海|フォックスコン|폭스콘',
  'Toyota=丰田汽车|豐田汽車|トヨタ|トヨタ自動車|도요타', 'Honda=本田汽车|ホンダ|혼다', 'Nissan=日产汽车|日産自動車|닛산', 'Hyundai Motor Company=현대차|현대자동차|现代汽车|現代自動車', 'Kia=기아차', 'SK Hynix=SK하이닉스', 'LG Electronics=LG전자',
  'Volkswagen=大众汽车|フォルクスワーゲン|폭스바겐', 'Boeing=波音公司|ボーイング|보잉', 'Airbus=空中客车|エアバス|에어버스', 'Netflix=奈飞|ネットフリックス|넷플릭스|नेटफ्लिक्स|เน็ตฟลิกซ์|نتفليكس', 'Disney=迪士尼|ディズニー|디즈니',
  'SoftBank Group=软银|軟銀|ソフトバンク|ソフトバンクグループ|소프트뱅크', 'Nintendo=任天堂|닌텐도', 'NTT=NTT|NTT東日本|NTT西日本|NTT東日本電信電話', 'Aeon=イオン', 'Rakuten=楽天グループ', 'Naver=네이버', 'Kakao=카카오',
  'Morgan Stanley=摩根士丹利|大摩|モルガン・スタンレー|모건스탠리', 'JPMorgan Chase=摩根大通|小摩|JPモルガン|JP모건', 'Goldman Sachs=高盛|ゴールドマン・サックス|골드만삭스', 'Citigroup=花旗集团|花旗銀行|花旗银行|シティグループ|씨티그룹', 'T. Rowe Price=普徠仕|普信集团',
  'Credit Suisse=瑞信|瑞士信贷|クレディ・スイス|크레디트스위스', 'UBS=瑞银|瑞銀|UBS', 'HSBC=汇丰|滙豐|滙豐銀行|汇丰银行', 'Bank of China=中行|中国银行|中國銀行', 'ICBC=工商银行|工商銀行', 'China Construction Bank=建设银行|建設銀行', 'Federal Reserve=美联储|聯儲局|美聯儲|連邦準備制度理事会|FRB|연방준비제도|연준|ФРС|फेडरल रिजर्व|الاحتياطي الفيدرالي|مجلس الاحتياطي الفيدرالي',
  'New York Stock Exchange=纽交所|紐交所|纽约证券交易所|ニューヨーク証券取引所|뉴욕증권거래소', 'Nasdaq=纳斯达克|納斯達克|ナスダック|나스닥', 'Hong Kong Stock Exchange=港交所|香港交易所', 'Securities and Exchange Commission=美国证交会|美國證交會',
  'Xinhua News Agency=新华社|新華社|新华网|新華網|신화통신|شينخوا|Синьхуа', 'China News Service=中新社|中新网', 'CCTV=央视|央視|中央电视台|中国中央テレビ', 'People\'s Daily=人民日报|人民日報', 'Global Times=环球时报|環球時報', 'Central News Agency=中央社', 'Reuters=路透社|路透|ロイター|ロイター通信|로이터|로이터통신|रॉयटर्स|รอยเตอร์',
  'Agence France-Presse=法新社|AFP通信|AFP통신', 'Associated Press=美联社|美聯社|AP通信|AP통신|Ассошиэйтед Пресс|أسوشيتد برس', 'Bloomberg=彭博社|彭博|ブルームバーグ|블룸버그통신|بلومبرغ', 'Financial Times=金融时报|金融時報|フィナンシャル・タイムズ|파이낸셜타임스', 'The New York Times=纽约时报|紐約時報|ニューヨーク・タイムズ|뉴욕타임스|نيويورك تايمز', 'The Washington Post=华盛顿邮报|華盛頓郵報|ワシントン・ポスト|워싱턴포스트|واشنطن بوست', 'The Wall Street Journal=华尔街日报|華爾街日報|ウォール・ストリート・ジャーナル|월스트리트저널|وول ستريت جورنال', 'Daily Mail=每日邮报|デイリー・メール|데일리메일|ديلي ميل|دايلي ميل',
  'BBC=英国广播公司|BBC放送|BBC방송|बीबीसी|บีบีซี', 'CNN=CNN방송|سي إن إن', 'NHK=日本放送協会', 'Kyodo News=共同社|共同通信|교도통신', 'Jiji Press=時事通信', 'Yonhap News Agency=연합뉴스|韩联社|韓聯社|聯合ニュース|يونهاب', 'MBC=MBC', 'KBS=KBS', 'SBS=SBS', 'JTBC=JTBC', 'RIA Novosti=РИА Новости|РИА «Новости»', 'TASS=ТАСС|タス通信|塔斯社|타스통신|تاس', 'Interfax=Интерфакс', 'REGNUM=ИА REGNUM|REGNUM',
  'Al Jazeera=半岛电视台|半島電視台|アルジャジーラ|알자지라|الجزيرة نت', 'Asahi Shimbun=朝日新聞|朝日新闻|아사히신문', 'Yomiuri Shimbun=読売新聞|요미우리신문', 'Mainichi Shimbun=毎日新聞|마이니치신문', 'Nikkei=日本経済新聞|日経新聞|日经新闻|니혼게이자이신문', 'Sankei Shimbun=産経新聞|산케이신문', 'Chosun Ilbo=조선일보', 'JoongAng Ilbo=중앙일보', 'Dong-A Ilbo=동아일보', 'Hankyoreh=한겨레신문',
  'White House=白宫|白宮|ホワイトハウス|백악관|व्हाइट हाउस|ทำเนียบขาว|البيت الأبيض|Белый дом', 'Kremlin=克里姆林宫|克里姆林宮|クレムリン|크렘린궁|크렘린', 'Pentagon=五角大楼|五角大廈|ペンタゴン|펜타곤', 'United States Department of State=美国国务院|美國國務院|米国務省|미국 국무부|미 국무부|وزارة الخارجية الأمريكية', 'United States Congress=美国国会|美國國會|米議会|미 의회|الكونغرس|الكونجرس', 'U.S. Department of Defense=米国防総省|미국 국방부', 'Federal Bureau of Investigation=联邦调查局|聯邦調查局|米連邦捜査局|FBI|연방수사국', 'Central Intelligence Agency=中情局|中央情报局|米中央情報局|CIA',
  'Communist Party of China=中国共产党|中國共產黨|中共中央|中国共産党|중국공산당|चीनी कम्युनिस्ट पार्टी|الحزب الشيوعي الصيني|КПК', 'Republican Party=共和党|美国共和党|米共和党|공화당|रिपब्लिकन पार्टी|พรรครีพับลิกัน|الحزب الجمهوري', 'Democratic Party=美国民主党|米民主党|डेमोक्रेटिक पार्टी|الحزب الديمقراطي', 'Kuomintang=国民党|國民黨|국민당', 'Democratic Progressive Party=民进党|民進黨|민진당', 'Taiwan People\'s Party=民众党|民眾黨', 'DAB=民建聯', 'Democratic Party (Hong Kong)=香港民主黨', 'State Council of China=中国国务院|中國國務院', 'Hong Kong Liaison Office=中聯辦|中联办', 'ICAC=廉政公署|廉署', 'Hong Kong Labour Department=勞工處', 'Hospital Authority=醫管局', 'Hong Kong Monetary Authority=金管局', 'Securities and Futures Commission=證監會', 'China Securities Regulatory Commission=中国证监会', 'Hong Kong Tourism Board=旅發局', 'Legislative Council=立法會|立法院', 'NDRC=国家发改委|国家發改委|发改委', 'Ministry of Commerce of China=中国商务部|商务部', 'Taiwan Affairs Office=国台办|國台辦', 'Kweichow Moutai=贵州茅台', 'Central Weather Administration=中央氣象局|中央氣象署', 'Centers for Disease Control=疾病管制局|疾管局|疾病管制署|疾管署', 'National Health Insurance Administration=健保局|健保署',
  'Liberal Democratic Party=自民党|自由民主党|自由民主黨|자민당', 'Constitutional Democratic Party of Japan=立憲民主党|立宪民主党|입헌민주당', 'Japan Innovation Party=日本維新の会|日本维新会|일본유신회', 'Komeito=公明党|公明黨|공명당', 'Democratic Party for the People=国民民主党', 'Japanese Communist Party=共産党|日本共産党', 'Reiwa Shinsengumi=れいわ新選組', 'Social Democratic Party=社民党', 'Bank of Japan=日銀|日本銀行|日本央行|일본은행', 'JAXA=宇宙航空研究開発機構|JAXA', 'Chubu Electric Power=中部電力', 'Tokyo Electric Power Company=東京電力|东京电力|도쿄전력', 'Kansai Electric Power=関西電力', 'Ministry of Foreign Affairs of Japan=外務省', 'Ministry of Finance of Japan=財務省', 'Ministry of Defense of Japan=防衛省', 'Ministry of Health, Labour and Welfare=厚生労働省|厚労省', 'Ministry of Education of Japan=文部科学省|文科省', 'METI=経済産業省|経産省', 'MLIT=国土交通省|国交省', 'MIC=総務省', 'Ministry of Justice of Japan=法務省', 'Ministry of the Environment of Japan=環境省', 'MAFF=農林水産省|農水省', 'Cabinet Office of Japan=内閣府', 'Financial Services Agency=金融庁', 'National Police Agency=警察庁', 'Metropolitan Police Department=警視庁', 'Japan Meteorological Agency=気象庁', 'Children and Families Agency=こども家庭庁', 'Digital Agency=デジタル庁', 'Consumer Affairs Agency=消費者庁', 'Japan Coast Guard=海上保安庁', 'Japan Self-Defense Forces=自衛隊|陸上自衛隊|海上自衛隊|航空自衛隊|자위대|自卫队', 'Imperial Household Agency=宮内庁',
  'Los Angeles Angels=エンゼルス|エンジェルス|에인절스', 'Oakland Athletics=アスレチックス|アスレティックス', 'Los Angeles Dodgers=ドジャース|다저스', 'New York Yankees=ヤンキース|양키스', 'San Diego Padres=パドレス|파드리스', 'New York Mets=メッツ', 'Boston Red Sox=レッドソックス', 'Chicago Cubs=カブス', 'Yomiuri Giants=読売ジャイアンツ', 'Real Madrid=皇家马德里|レアル・マドリード|레알 마드리드|ريال مدريد|Реал Мадрид|रियल मैड्रिड', 'FC Barcelona=巴塞罗那足球俱乐部|バルセロナFC|FC바르셀로나|برشلونة', 'Manchester United=曼联|曼聯|マンチェスター・ユナイテッド|맨체스터 유나이티드|मैनचेस्टर यूनाइटेड|แมนเชสเตอร์ ยูไนเต็ด|مانشستر يونايتد|Манчестер Юнайтед', 'Manchester City=曼城|マンチェスター・シティ|맨체스터 시티|مانشستر سيتي|แมนเชสเตอร์ ซิตี้', 'Liverpool F.C.=利物浦足球俱乐部|ليفربول|ลิเวอร์พูล', 'Chelsea F.C.=切尔西|チェルシー|첼시|تشيلسي', 'Arsenal F.C.=アーセナル|아스널|أرسنال', 'Tottenham Hotspur=トッテナム|토트넘', 'Bayern Munich=拜仁慕尼黑|バイエルン・ミュンヘン|바이에른 뮌헨|بايرن ميونيخ', 'Paris Saint-Germain=パリ・サンジェルマン|파리 생제르맹|باريس سان جيرمان', 'Al Hilal=الهلال السعودي', 'Al Ahly=الأهلي المصري',
  'Ministry of Unification=통일부', 'Ministry of Land, Infrastructure and Transport=국토교통부|국토부', 'Ministry of Foreign Affairs of South Korea=외교부', 'Ministry of National Defense of South Korea=국방부', 'Ministry of Justice of South Korea=법무부', 'Ministry of Education of South Korea=교육부', 'Ministry of Environment of South Korea=환경부', 'Ministry of Economy and Finance of South Korea=기획재정부|기재부', 'Ministry of Health and Welfare of South Korea=보건복지부|복지부', 'Ministry of the Interior and Safety=행정안전부|행안부', 'Ministry of Employment and Labor=고용노동부|고용부', 'MOTIE=산업통상자원부|산업부', 'Ministry of Culture, Sports and Tourism=문화체육관광부|문체부', 'Ministry of SMEs and Startups=중소벤처기업부', 'Ministry of Gender Equality and Family=여성가족부|여가부', 'Ministry of Oceans and Fisheries=해양수산부', 'Ministry of Science and ICT=과학기술정보통신부|과기정통부', 'National Intelligence Service=국가정보원|국정원', 'Korean National Police Agency=경찰청', 'Supreme Prosecutors\' Office=대검찰청|대검', 'Financial Services Commission=금융위원회|금융위', 'Financial Supervisory Service=금융감독원|금감원', 'Fair Trade Commission=공정거래위원회|공정위', 'Bank of Korea=한국은행|韩国央行', 'Korea Disease Control and Prevention Agency=질병관리청|질병청', 'Korea Meteorological Administration=기상청', 'Joint Chiefs of Staff=합동참모본부|합참', 'Office of the President of South Korea=대통령실|청와대', 'National Assembly of South Korea=대한민국 국회', 'Democratic Party of Korea=더불어민주당|민주당', 'People Power Party=국민의힘', 'Justice Party=정의당', 'Rebuilding Korea Party=조국혁신당', 'Workers\' Party of Korea=조선노동당|노동당', 'Korea Land and Housing Corporation=한국토지주택공사|LH', 'Korea Electric Power Corporation=한국전력|한전', 'National Pension Service=국민연금공단', 'Constitutional Court of Korea=헌법재판소|헌재', 'Supreme Court of Korea=대법원', 'National Election Commission=중앙선거관리위원회|중앙선관위|선관위', 'FIVB=국제배구연맹', 'FIFA=국제축구연맹|国际足联|國際足總|国際サッカー連盟|الفيفا|ФИФА|फीफा|ฟีฟ่า', 'Korea Football Association=대한축구협회', 'International Olympic Committee=国际奥委会|國際奧委會|国際オリンピック委員会|국제올림픽위원회|اللجنة الأولمبية الدولية|МОК',
  'Indian National Congress=कांग्रेस|कांग्रेस पार्टी|国大党', 'Bharatiya Janata Party=भाजपा|बीजेपी|भारतीय जनता पार्टी|印度人民党', 'Aam Aadmi Party=आम आदमी पार्टी|आप पार्टी', 'Samajwadi Party=समाजवादी पार्टी', 'Bahujan Samaj Party=बहुजन समाज पार्टी|बसपा', 'Trinamool Congress=तृणमूल कांग्रेस|टीएमसी', 'Janata Dal (United)=जेडीयू|जदयू', 'Rashtriya Janata Dal=राजद|आरजेडी', 'Shiv Sena=शिवसेना', 'Nationalist Congress Party=एनसीपी', 'Central Bureau of Investigation=सीबीआई', 'Enforcement Directorate=प्रवर्तन निदेशालय', 'Reserve Bank of India=भारतीय रिजर्व बैंक|रिजर्व बैंक|आरबीआई', 'Supreme Court of India=सुप्रीम कोर्ट|सर्वोच्च न्यायालय', 'Election Commission of India=चुनाव आयोग|निर्वाचन आयोग', 'BCCI=बीसीसीआई', 'ISRO=इसरो', 'United Nations=संयुक्त राष्ट्र|สหประชาชาติ', 'World Health Organization=विश्व स्वास्थ्य संगठन|องค์การอนามัยโลก|डब्ल्यूएचओ', 'Kolkata Knight Riders=कोलकाता नाइट राइडर्स|केकेआर', 'Sunrisers Hyderabad=सनराइजर्स हैदराबाद|एसआरएच', 'Mumbai Indians=मुंबई इंडियंस', 'Chennai Super Kings=चेन्नई सुपर किंग्स', 'Royal Challengers Bangalore=रॉयल चैलेंजर्स बेंगलुरु', 'Rajasthan Royals=राजस्थान रॉयल्स', 'Reliance Industries=रिलायंस इंडस्ट्रीज', 'Indian Railways=भारतीय रेलवे', 'Rashtriya Swayamsevak Sangh=आरएसएस',
  'Pheu Thai Party=พรรคเพื่อไทย|เพื่อไทย', 'Move Forward Party=พรรคก้าวไกล|ก้าวไกล', 'Democrat Party=พรรคประชาธิปัตย์|ประชาธิปัตย์', 'Palang Pracharath Party=พรรคพลังประชารัฐ|พลังประชารัฐ', 'Bhumjaithai Party=พรรคภูมิใจไทย|ภูมิใจไทย', 'United Thai Nation Party=พรรครวมไทยสร้างชาติ|รวมไทยสร้างชาติ', 'People\'s Party=พรรคประชาชน', 'Ministry of Finance of Thailand=กระทรวงการคลัง', 'Ministry of Interior of Thailand=กระทรวงมหาดไทย', 'Ministry of Foreign Affairs of Thailand=กระทรวงการต่างประเทศ', 'Ministry of Public Health of Thailand=กระทรวงสาธารณสุข', 'Ministry of Education of Thailand=กระทรวงศึกษาธิการ', 'Ministry of Commerce of Thailand=กระทรวงพาณิชย์', 'Ministry of Defence of Thailand=กระทรวงกลาโหม', 'Ministry of Transport of Thailand=กระทรวงคมนาคม', 'Ministry of Labour of Thailand=กระทรวงแรงงาน', 'Ministry of Justice of Thailand=กระทรวงยุติธรรม', 'Ministry of Energy of Thailand=กระทรวงพลังงาน', 'Ministry of Agriculture of Thailand=กระทรวงเกษตรและสหกรณ์', 'Ministry of Industry of Thailand=กระทรวงอุตสาหกรรม', 'Bank of Thailand=ธนาคารแห่งประเทศไทย|แบงก์ชาติ', 'Stock Exchange of Thailand=ตลาดหลักทรัพย์แห่งประเทศไทย', 'Election Commission of Thailand=คณะกรรมการการเลือกตั้ง', 'Constitutional Court of Thailand=ศาลรัฐธรรมนูญ', 'Chulalongkorn University=จุฬาลงกรณ์มหาวิทยาลัย', 'Thammasat University=มหาวิทยาลัยธรรมศาสตร์', 'Mahidol University=มหาวิทยาลัยมหิดล', 'Chiang Mai University=มหาวิทยาลัยเชียงใหม่', 'Kasetsart University=มหาวิทยาลัยเกษตรศาสตร์', 'European Union=สหภาพยุโรป|यूरोपीय संघ', 'ASEAN=อาเซียน|आसियान|东盟|東盟|아세안|أسيان', 'NATO=नाटो|นาโต|นาโต้',
  'Hamas=حماس|حركة حماس|哈马斯|哈馬斯|ハマス|하마스|हमास|ฮามาส|ХАМАС', 'Hezbollah=حزب الله|真主党|真主黨|ヒズボラ|헤즈볼라|हिज़्बुल्लाह|Хезболла', 'Taliban=طالبان|塔利班|タリバン|탈레반|तालिबान|ตาลีบัน|Талибан', 'Islamic State=تنظيم داعش|داعش|伊斯兰国组织|ИГИЛ', 'Houthis=جماعة الحوثي|الحوثيين|胡塞武装|후티', 'Fatah=حركة فتح', 'Palestinian Authority=السلطة الفلسطينية', 'Arab League=جامعة الدول العربية|الجامعة العربية', 'Gulf Cooperation Council=مجلس التعاون الخليجي', 'Security Council=مجلس الأمن|مجلس الأمن الدولي|联合国安理会|安理会|安全保障理事会|안전보장이사회|안보리', 'Saudi Aramco=أرامكو|أرامكو السعودية|沙特阿美|サウジアラムコ|아람코',
  'Federal Security Service=ФСБ', 'Ministry of Emergency Situations of Russia=МЧС|МЧС России', 'Ministry of Internal Affairs of Russia=МВД|МВД России', 'Ministry of Foreign Affairs of Russia=МИД России|МИД РФ', 'Ministry of Defence of Russia=Минобороны|Минобороны России|Минобороны РФ', 'Ministry of Finance of Russia=Минфин', 'Ministry of Health of Russia=Минздрав', 'State Duma=Госдума|Госдумы|Госдуме|Государственная дума|Государственной думы|Государственной думой', 'Federation Council=Совет Федерации|Совета Федерации|Советом Федерации', 'Investigative Committee of Russia=Следственный комитет|Следственного комитета|Следственный комитет РФ|Следственного комитета РФ|СКР', 'Rospotrebnadzor=Роспотребнадзор|Роспотребнадзора', 'Roscosmos=Роскосмос|Роскосмоса', 'Gazprom=Газпром|Газпрома', 'Rosneft=Роснефть|Роснефти', 'Sberbank=Сбербанк|Сбербанка', 'United Russia=Единая Россия|Единой России', 'Communist Party of the Russian Federation=КПРФ', 'Liberal Democratic Party of Russia=ЛДПР', 'Central Bank of Russia=Центробанк|ЦБ РФ|Банк России', 'Central Election Commission of Russia=ЦИК', 'Federal Penitentiary Service=ФСИН', 'Armed Forces of Ukraine=ВСУ', 'Verkhovna Rada=Верховная рада|Верховной рады|Верховна Рада',
];

let byForm: ReadonlyMap<string, string> | undefined;

function rowsByForm(): ReadonlyMap<string, string> {
  return (byForm ??= new Map(
    rows.flatMap((row) =>
      row
        .slice(row.indexOf('=') + 1)
        .split('|')
        .map((other) => [other, row] as const),
    ),
  ));
}

/** Every form of the table. */
export function foreignForms(): string[] {
  return [...rowsByForm().keys()];
}

const rowOf = (form: string): string | undefined => rowsByForm().get(form);

/** The English name of an organisation that one of these languages calls so, in exactly these letters. */
export function englishNameOf(form: string): string | undefined {
  const row = rowOf(form);
  return row?.slice(0, row.indexOf('='));
}

/** Whether a name has letters of another script than Latin; only where one has, the text is read by these lists. */
export function isOutsideLatin(name: string): boolean {
  return /[^\P{L}\p{Script=Latin}]/u.test(name);
}

/** The form that stands first for the organisation among those in Cyrillic letters: the nominative. */
export function usualFormOf(form: string): string | undefined {
  const row = rowOf(form);
  return row
    ?.slice(row.indexOf('=') + 1)
    .split('|')
    .find((other) => /\p{Script=Cyrillic}/u.test(other) || other === form);
}

/** The most characters that a form has. */
export const longestForeignForm = 32;
