/**
 * Words and sentence patterns of one language. `{slot}` in a pattern stands for one of the words of that
 * name.
 */
export interface Vocabulary {
  readonly patterns: readonly string[];
  readonly titles: readonly string[];
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Between two sentences of a paragraph. */
  readonly gap: string;
  /** How the reference that makes an article unique stands in its text. */
  readonly reference: string;
  /** Sentence that an update adds. */
  readonly update: string;
  /** Mark that an agency sets before a copied text. */
  readonly agency: string;
}

const list = (text: string): string[] => text.split('|');

const en: Vocabulary = {
  gap: ' ',
  reference: 'The papers are filed at the registry under {token} and open to anyone who asks.',
  update: 'In the afternoon the office corrected the figure and filed new papers under {token}.',
  agency: 'ALDER QUAY (Tidewire) - ',
  titles: [
    '{place} plans {thing} for {amount}',
    '{role} {last} defends {thing} in {place}',
    'Why {place} wants {thing} before {time}',
    '{thing} divides {people} of {place}',
    '{people} in {place} {past} {thing}',
    'After {event}, {place} votes on {thing}',
  ],
  patterns: [
    '{role} {first} {last} said on {day} that {thing} near {place} would cost {amount} and be finished {time}.',
    '“{quote},” said {first} {last}, who speaks for the {people} of {place}. “{quote2}.”',
    'According to {source}, {number} {people} {past} {thing} in {place} {time}, {contrast}.',
    'The work on {thing} began after {event} and has so far taken {number} days, {contrast}.',
    'In {place}, {number} {people} signed a letter against {thing}, while {first} {last} collected {amount} for it.',
    'Asked about {event}, {role} {last} pointed to {source} and promised an answer {time}.',
    '{source} puts the price of {thing} at {amount}, which is {number} more for every household in {place}.',
    'On {day}, {people} from {place} and {place} met beside {thing} to talk about {event}.',
    'It was {event} that changed the mind of {first} {last}, a former {role2} with {number} years of service.',
    'A vote on {thing} is planned {time}; {people} may see the drawings in {place} until {day}.',
    'Nobody had expected {event}, least of all the {people}, who had spent {amount} on {thing}.',
    '{first} {last}, {role2} in {place}, keeps {number} photographs of {thing} and shows them to {people} every {day}.',
  ],
  words: {
    first: list(
      'Ada|Bertram|Cleo|Dorian|Edda|Felix|Greta|Hamish|Ines|Jonas|Kezia|Lorcan|Mabel|Nils|Orla|Piers|Quentin|Rhona|Silas|Thea|Una|Victor|Wanda|Yorick',
    ),
    last: list(
      'Abbot|Barrow|Crane|Dunmore|Ellery|Fenwick|Garland|Hollis|Ingram|Jessop|Kettle|Larch|Marlow|Nettle|Oakes|Pryor|Quill|Rudge|Sorrel|Tolley|Underhill|Vance|Wickham|Yarrow',
    ),
    place: list(
      'Saltmere|Alder Quay|Kestrel Point|Wexby|Outer Holm|Tanner’s Field|Port Linnet|Marrowdale|Northgate|Gull Haven|Thistle Cross|Brackwater|Lower Penn|Ember Hill|Rook’s End|Sandling|Cold Harbour|Mill Green|Stony Reach|Larkfield',
    ),
    thing: list(
      'the new tram line|the tidal mill|the harbour wall|a floating library|the old observatory|the fish market|a covered skating rink|the flood gates|the botanical garden|the night ferry|a school for boat builders|the glass bridge|the town archive|a solar orchard|the swimming baths|the grain silo|the lighthouse lens|the public telescope|a wind bakery|the cable railway|the seed bank|the concert barge',
    ),
    people: list(
      'fishermen|nurses|teachers|bakers|pensioners|students|engineers|farmers|rowers|librarians|beekeepers|bus drivers|gardeners|shopkeepers|choir singers|divers',
    ),
    role: list('Mayor|Councillor|Professor|Captain|Inspector|Director|Judge|Commissioner|Architect|Doctor'),
    role2: list(
      'clockmaker|pilot|carpenter|radio operator|surveyor|welder|printer|midwife|postman|ropemaker|glazier|meteorologist',
    ),
    event: list(
      'the storm of March|two power cuts|a burst water main|the strike at the docks|an unusually dry spring|the fire in the warehouse|a lost court case|the closure of the cannery|a visit from the ministry|the discovery of an old map|three sleepless nights|a gift from abroad|the retirement of the harbour master|an error in the survey',
    ),
    past: list(
      'used|counted|painted|rejected|visited|repaired|supported|measured|photographed|questioned|celebrated|defended',
    ),
    source: list(
      'a report by the county|the harbour office|figures from the university|a leaked letter|the annual accounts|a survey of residents|the fire brigade|the weather service|an independent audit|the chamber of trade|the parish magazine|the planning board',
    ),
    contrast: list(
      'twice as many as in the year before|far fewer than had been feared|a figure that surprised even its friends|although the rain hardly stopped|despite a warning from the treasurer|which is a record for the district|and not a single complaint was received|but the counting had only just begun|as the critics had foretold|while neighbouring towns looked on',
    ),
    quote: list(
      'We measured it three times and got three answers|Nobody asked us, so we came anyway|It is cheaper than doing nothing|My grandmother would have known what to do|The sea does not read our plans|You cannot eat a drawing|I would rather be late than wrong|This town has forgotten how to wait|We have the money but not the screws|Every winter we say the same thing',
    ),
    quote2: list(
      'Now it is the others’ turn|I hope that somebody wrote it down|That is all I have to say about it|Ask me again when the ice is gone|We will be here on Monday as well|It will not be the last time|And then we had tea|The rest is arithmetic|Look at the roof and you will understand|I sleep better since then',
    ),
    time: list(
      'before the end of the year|in early spring|within eighteen months|by the middle of June|after the summer holidays|over the past decade|during the last quarter|in the week after Easter|before the first frost|by 2031|at the next full moon|between April and October',
    ),
    day: list('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'),
  },
};

const de: Vocabulary = {
  gap: ' ',
  reference:
    'Die Unterlagen liegen unter dem Zeichen {token} in der Registratur und können eingesehen werden.',
  update: 'Am Nachmittag berichtigte das Amt die Zahl und legte neue Unterlagen unter {token} ab.',
  agency: 'Alderkai (tdw) - ',
  titles: [
    '{place} plant {thing} für {amount}',
    '{role} {last} verteidigt {thing} in {place}',
    'Warum {place} {thing} {time} braucht',
    '{people} aus {place} {past} {thing}',
    'Nach {event} streitet {place} über {thing}',
    '{place}: {thing} kommt {time}',
  ],
  patterns: [
    '{role} {first} {last} erklärte am {day}, {thing} bei {place} werde {amount} kosten und {time} fertig sein.',
    '„{quote}“, sagte {first} {last}, Sprecherin der {people} in {place}. „{quote2}.“',
    'Nach Angaben von {source} haben {number} {people} {time} {thing} in {place} {participle}, {contrast}.',
    'Begonnen hatte alles mit {event}; seither sind {number} Tage vergangen, {contrast}.',
    'In {place} unterschrieben {number} {people} einen Brief gegen {thing}, während {first} {last} dafür {amount} sammelte.',
    'Auf {event2} angesprochen, verwies {role} {last} auf Zahlen von {source} und versprach eine Antwort {time}.',
    'Für {thing} nennt der Bericht von {source} einen Preis von {amount}, das sind {number} mehr je Haushalt in {place}.',
    'Am {day} trafen sich {people} aus {place} und {place}, um über {event2} zu sprechen.',
    'Erst mit {event} änderte sich die Meinung von {first} {last}, früher {role2} mit {number} Dienstjahren.',
    'Über {thing} wird {time} abgestimmt; die Pläne hängen bis {day} im Rathaus von {place}.',
    'Mit {event} hatte niemand gerechnet, am wenigsten die {people}, die {amount} für {thing} ausgegeben hatten.',
    '{first} {last}, {role2} in {place}, besitzt {number} Fotografien und zeigt sie jeden {day} den {people} der Gegend.',
  ],
  words: {
    first: list(
      'Anke|Bernd|Clara|Detlef|Elsbeth|Frieder|Gesa|Harm|Imke|Jürgen|Katrin|Lüder|Merle|Norbert|Ortrud|Peer|Rieke|Sönke|Tomma|Uwe|Vera|Wiebke|Yannik|Zita',
    ),
    last: list(
      'Ahlers|Brinkmann|Claasen|Dirksen|Ehlers|Folkerts|Gerdes|Hinrichs|Iben|Janßen|Kröger|Lüders|Meinders|Nagel|Oltmanns|Peters|Quast|Reimers|Störmer|Tjaden|Ubben|Vosskamp|Wübbena|Zander',
    ),
    place: list(
      'Salzhaven|Alderkai|Möwenort|Deichhausen|Neuwerder|Lindenfleet|Kranichmoor|Altensiel|Hohenbruch|Westerkoog|Birkenau|Sandfurt|Krummendeich|Mühlenberg|Osterholm|Rabenstein|Schilfdorf|Torfbrück|Ulmenau|Wittensee',
    ),
    thing: list(
      'die neue Straßenbahn|das Gezeitenkraftwerk|die Kaimauer|eine schwimmende Bücherei|die alte Sternwarte|der Fischmarkt|eine überdachte Eisbahn|das Sperrwerk|der botanische Garten|die Nachtfähre|eine Schule für Bootsbau|die gläserne Brücke|das Stadtarchiv|ein Obsthain mit Solardach|das Hallenbad|der Getreidespeicher|die Linse des Leuchtturms|das öffentliche Fernrohr|eine Windbäckerei|die Seilbahn|die Saatgutbank|das Konzertschiff',
    ),
    people: list(
      'Fischer|Pflegekräfte|Lehrkräfte|Bäckerinnen|Senioren|Studierende|Ingenieure|Landwirte|Ruderer|Bibliothekare|Imkerinnen|Busfahrer|Gärtner|Kaufleute|Chorsänger|Taucher',
    ),
    role: list(
      'Bürgermeisterin|Ratsherr|Professorin|Kapitän|Kommissarin|Direktor|Richterin|Baurat|Architektin|Doktor',
    ),
    role2: list(
      'Uhrmacher|Lotse|Tischlerin|Funker|Vermesserin|Schweißer|Druckerin|Hebamme|Postbote|Seilerin|Glaser|Meteorologin',
    ),
    event: list(
      'dem Märzsturm|zwei Stromausfällen|einem Rohrbruch|dem Streik im Hafen|einem sehr trockenen Frühling|dem Brand im Lagerhaus|einem verlorenen Prozess|der Schließung der Konservenfabrik|einem Besuch aus dem Ministerium|dem Fund einer alten Karte|drei schlaflosen Nächten|einem Geschenk aus dem Ausland|dem Abschied des Hafenmeisters|einem Messfehler',
    ),
    event2: list(
      'die lange Bauzeit|den fehlenden Schlüssel|die Kosten|den Lärm der Pumpen|das Hochwasser vom Herbst|die leeren Läden|den Streit mit dem Nachbarkreis|die verspätete Post|den Zustand der Dächer|die Zukunft der Werft',
    ),
    past: list(
      'loben|zählen|streichen|verwerfen|besuchen|reparieren|fördern|vermessen|fotografieren|bezweifeln|feiern|verteidigen',
    ),
    participle: list(
      'genutzt|gezählt|gestrichen|abgelehnt|besucht|repariert|unterstützt|vermessen|fotografiert|bezweifelt|gefeiert|verteidigt',
    ),
    source: list(
      'Landkreis und Kammer|Fachleuten der Hochschule|Feuerwehr und Polizei|Gutachtern aus der Hauptstadt|Beamten des Hafenamts|Mitgliedern des Rates|Statistikern der Krankenkasse|Forschern des Wetterdienstes|Prüfern des Rechnungshofs|Vertretern des Handels',
    ),
    contrast: list(
      'doppelt so viele wie im Vorjahr|weit weniger als befürchtet|was selbst Freunde des Vorhabens überraschte|obwohl es kaum zu regnen aufhörte|trotz einer Warnung des Kämmerers|ein Rekord für den Landkreis|und keine einzige Beschwerde ging ein|doch die Zählung hatte gerade erst begonnen|wie die Kritiker es vorausgesagt hatten|während die Nachbarorte zusahen',
    ),
    quote: list(
      'Wir haben dreimal gemessen und drei Antworten bekommen|Niemand hat uns gefragt, also sind wir gekommen|Das ist billiger als Nichtstun|Meine Großmutter hätte gewusst, was zu tun ist|Das Meer liest unsere Pläne nicht|Eine Zeichnung kann man nicht essen|Lieber zu spät als falsch|Diese Stadt hat das Warten verlernt|Geld haben wir, aber keine Schrauben|Jeden Winter sagen wir dasselbe',
    ),
    quote2: list(
      'Jetzt sind die anderen dran|Ich hoffe, jemand hat es aufgeschrieben|Mehr habe ich dazu nicht zu sagen|Fragen Sie mich, wenn das Eis weg ist|Wir sind auch am Montag hier|Es wird nicht das letzte Mal sein|Und dann haben wir Tee getrunken|Der Rest ist Rechnen|Sehen Sie das Dach an, dann verstehen Sie es|Seitdem schlafe ich besser',
    ),
    time: list(
      'noch in diesem Jahr|im Frühjahr|in achtzehn Monaten|bis Mitte Juni|nach den Sommerferien|in den vergangenen zehn Jahren|im letzten Quartal|in der Woche nach Ostern|vor dem ersten Frost|bis 2031|beim nächsten Vollmond|zwischen April und Oktober',
    ),
    day: list('Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag'),
  },
};

const zh: Vocabulary = {
  gap: '',
  reference: '相关材料已在登记处归档，编号为 {token} ，任何人都可以申请查阅。',
  update: '当天下午，主管部门更正了这一数字，新材料编号为 {token} 。',
  agency: '（潮讯社盐湾电）',
  titles: [
    '{place}拟投入{amount}建设{thing}',
    '{place}{people}联名支持{thing}',
    '{role}{last}{first}谈{thing}的未来',
    '{event}之后 {place}重新讨论{thing}',
    '{thing}落户{place} {time}完工',
    '{place}为何需要{thing}',
  ],
  patterns: [
    '{role}{last}{first}{day}表示，位于{place}的{thing}预计耗资{amount}，{time}完工。',
    '“{quote}，”代表{place}{people}的{last}{first}说，“{quote2}。”',
    '根据{source}，{time}共有{number}名{people}在{place}{past}{thing}，{contrast}。',
    '工程在{event}之后启动，至今已经历时{number}天，{contrast}。',
    '在{place}，{number}名{people}联名反对{thing}，而{last}{first}却为此筹集了{amount}。',
    '谈到{event}，{role}{last}{first}援引{source}，并承诺{time}给出答复。',
    '{source}显示，{thing}的造价为{amount}，{place}每户平均多承担{number}元。',
    '{day}，来自{place}和{place}的{people}聚在{thing}旁边，讨论{event}带来的影响。',
    '正是{event}改变了{last}{first}的看法，这位{role2}已经工作了{number}年。',
    '有关{thing}的表决定于{time}举行，图纸将在{place}展出到{day}。',
    '没有人料到{event}，尤其是那些为{thing}花掉{amount}的{people}。',
    '{place}的{role2}{last}{first}收藏着{number}张老照片，每逢{day}都会拿给{people}看。',
  ],
  words: {
    first: list(
      '安和|若兰|志远|晓晴|文博|雨桐|建平|思源|海燕|明轩|春生|佳音|振宇|素云|一鸣|可心|国栋|静姝|长风|子墨|立夏|梦洁|启航|如意',
    ),
    last: list('赵|钱|孙|李|周|吴|郑|王|冯|陈|褚|卫|蒋|沈|韩|杨|朱|秦|许|何|吕|施|张|孔'),
    place: list(
      '盐湾镇|月牙湾|青石港|北渡口|白鹭洲|望潮村|柳林县|东礁岛|云溪谷|沙头角村|枫桥坊|临海新区|石榴园|鹤鸣山|清水桥|古槐里|南塘乡|金穗坪|雁回岭|碧螺岛',
    ),
    thing: list(
      '新电车线路|潮汐电站|海堤加固工程|水上图书馆|老天文台|水产市场|室内溜冰场|防洪闸门|植物园|夜航渡轮|造船学校|玻璃廊桥|城市档案馆|太阳能果园|公共泳池|旧粮仓|灯塔透镜|公共望远镜|风力磨坊|登山缆车|种子库|音乐驳船',
    ),
    people: list(
      '渔民|护士|教师|面包师|退休居民|大学生|工程师|农户|划船队员|图书管理员|养蜂人|公交司机|园丁|店主|合唱团员|潜水员',
    ),
    role: list('镇长|议员|教授|船长|督察|馆长|法官|专员|建筑师|医生'),
    role2: list('钟表匠|引航员|木匠|报务员|测绘员|焊工|印刷工|助产士|邮递员|制绳匠|玻璃匠|气象员'),
    event: list(
      '三月的风暴|两次停电|水管爆裂|码头罢工|罕见的春旱|仓库火灾|一场败诉的官司|罐头厂关闭|部委考察|一张旧地图的发现|连续三个不眠之夜|一份来自海外的礼物|港务长退休|一次测量失误',
    ),
    past: list('使用过|清点过|粉刷过|抵制过|参观过|修理过|支持过|测量过|拍摄过|质疑过|庆祝过|守护过'),
    source: list(
      '县里的报告|港务局的统计|大学的研究|一封流出的信件|年度账目|居民问卷|消防队的记录|气象部门的数据|独立审计|商会的说法|社区简报|规划委员会的文件',
    ),
    contrast: list(
      '是上一年的两倍|远低于此前的担忧|连支持者都感到意外|尽管雨几乎没有停过|尽管财务人员早有提醒|创下了全县纪录|而且没有收到一起投诉|不过统计才刚刚开始|正如批评者所预言的那样|邻近城镇也在观望',
    ),
    quote: list(
      '我们量了三遍，得出三个答案|没有人问我们，所以我们自己来了|这比什么都不做便宜|我外婆一定知道该怎么办|大海不看我们的图纸|图纸不能当饭吃|宁可晚一点，也不要做错|这座小城忘了怎么等待|钱是有的，就是缺螺丝|每年冬天我们都说同样的话',
    ),
    quote2: list(
      '现在轮到别人了|希望有人把它记下来|我要说的就是这些|等冰化了再来问我吧|星期一我们还会在这里|这不会是最后一次|后来我们就去喝茶了|剩下的只是算术|看看屋顶你就明白了|从那以后我睡得好多了',
    ),
    time: list(
      '年底之前|明年初春|十八个月内|六月中旬之前|暑假之后|过去十年间|上个季度|清明之后的一周|第一场霜之前|二〇三一年之前|下一个满月时|四月到十月之间',
    ),
    day: list('周一|周二|周三|周四|周五|周六|周日'),
  },
};

const ko: Vocabulary = {
  gap: ' ',
  reference: '관련 서류는 등기소에 {token} 번호로 보관되어 있으며 누구나 열람할 수 있다.',
  update: '오후에 담당 부서는 수치를 바로잡고 새 서류를 {token} 번호로 등록했다.',
  agency: '(소금마을=조류통신) ',
  titles: [
    '{place}, {thing}에 {amount} 투입',
    '{last}{first} {role} “{thing}은 {place}의 미래”',
    '{event} 이후 {place}, {thing} 재논의',
    '{place} {people}, {thing} 놓고 의견 엇갈려',
    '{place} {thing} {time} 완공',
    '{people}이 {place}에서 {past} {thing}',
  ],
  patterns: [
    '{last}{first} {role}은 {day} {place} 인근의 {thing}에 {amount}이 들며 {time} 마무리될 것이라고 말했다.',
    '“{quote}.” {place} {people}을 대표하는 {last}{first} 씨의 말이다. “{quote2}.”',
    '{source}에 따르면 {time} {place}에서 {people} {number}명이 {thing}을 {past2}, {contrast}.',
    '공사는 {event} 이후 시작되어 지금까지 {number}일이 걸렸고, {contrast}.',
    '{place}에서는 {people} {number}명이 {thing}에 반대하는 편지에 서명했지만 {last}{first} 씨는 {amount}을 모았다.',
    '{event}에 대해 묻자 {last}{first} {role}은 {source}를 들며 {time} 답하겠다고 약속했다.',
    '{source}는 {thing}의 비용을 {amount}으로 보았는데, {place} 한 가구에 {number}원이 늘어나는 셈이다.',
    '{day}에는 {place}와 {place}의 {people}이 {thing} 옆에 모여 {event} 문제를 이야기했다.',
    '{number}년 경력의 {role2} {last}{first} 씨의 마음을 바꾼 것은 {event}였다.',
    '{thing}에 대한 투표는 {time} 열리며, 도면은 {day}까지 {place}에서 볼 수 있다.',
    '{event}는 아무도 예상하지 못했고, {thing}에 {amount}을 쓴 {people}은 더욱 그랬다.',
    '{place}의 {role2} {last}{first} 씨는 사진 {number}장을 간직하고 {day}마다 {people}에게 보여 준다.',
  ],
  words: {
    first: list(
      '가온|나래|다솜|도현|라온|마루|민서|바다|보람|서준|소라|아름|예준|은별|재이|지호|찬솔|초롱|태오|하늘|한별|해나|현우|희수',
    ),
    last: list('김|이|박|최|정|강|조|윤|장|임|한|오|서|신|권|황|안|송|류|홍|전|고|문|손'),
    place: list(
      '소금마을|물레섬|갈매기곶|달맞이항|솔바람리|은모래시|까치골|느티마을|안개포구|돌담읍|벼랑끝동|새터군|여울목|밤나무골|큰바위면|하늘재|서리내|쪽빛만|두루미늪|햇살언덕',
    ),
    thing: list(
      '새 전차 노선|조력 발전소|방파제|떠다니는 도서관|옛 천문대|수산 시장|실내 빙상장|수문|식물원|심야 여객선|배 만드는 학교|유리 다리|시립 기록원|태양광 과수원|공중목욕탕|곡물 창고|등대 렌즈|공공 망원경|풍력 방앗간|케이블카|씨앗 은행|음악 바지선',
    ),
    people: list(
      '어민들|간호사들|교사들|제빵사들|어르신들|대학생들|기술자들|농민들|조정 선수들|사서들|양봉가들|버스 기사들|정원사들|상인들|합창단원들|잠수사들',
    ),
    role: list('군수|의원|교수|선장|감독관|관장|판사|위원장|건축가|박사'),
    role2: list('시계공|도선사|목수|무선사|측량사|용접공|인쇄공|조산사|집배원|밧줄 장인|유리공|기상 관측원'),
    event: list(
      '3월의 폭풍|두 번의 정전|수도관 파열|부두 파업|유난히 가문 봄|창고 화재|소송 패배|통조림 공장 폐쇄|정부 조사단의 방문|옛 지도 발견|사흘 밤의 철야|외국에서 온 선물|항만장의 은퇴|측량 오류',
    ),
    past: list(
      '다시 찾은|손수 센|새로 칠한|끝내 거부한|함께 고친|꾸준히 도운|처음 재어 본|사진에 담은|의심한|축하한|지켜 낸|꿈꾼',
    ),
    past2: list(
      '이용했고|세어 보았고|칠했고|거부했고|방문했고|고쳤고|후원했고|측정했고|촬영했고|문제 삼았고|축하했고|지켰고',
    ),
    source: list(
      '군청 보고서|항만 사무소 자료|대학 연구|유출된 편지|연간 결산서|주민 설문|소방서 기록|기상대 통계|외부 감사|상공회의소 발표|마을 소식지|도시계획위원회 문서',
    ),
    contrast: list(
      '이는 지난해의 두 배다|우려보다 훨씬 적은 수치다|찬성하던 사람들조차 놀랐다|비는 거의 그치지 않았다|회계 담당자의 경고도 있었다|군에서는 처음 있는 일이다|민원은 한 건도 없었다|집계는 이제 막 시작되었다|비판하던 이들의 말대로였다|이웃 마을들도 지켜보고 있다',
    ),
    quote: list(
      '세 번을 쟀는데 세 번 다 달랐어요|아무도 묻지 않기에 우리가 왔습니다|아무것도 안 하는 것보다 싸요|할머니라면 어떻게 할지 아셨을 겁니다|바다는 설계도를 읽지 않아요|그림으로 배를 채울 수는 없지요|틀리느니 늦는 게 낫습니다|이 동네는 기다리는 법을 잊었어요|돈은 있는데 나사가 없어요|겨울마다 같은 말을 합니다',
    ),
    quote2: list(
      '이제 다른 사람 차례예요|누가 적어 두었기를 바랍니다|제가 할 말은 그게 전부예요|얼음이 녹으면 다시 물어보세요|월요일에도 여기 있을 겁니다|이번이 마지막은 아닐 거예요|그러고 나서 차를 마셨지요|나머지는 산수예요|지붕을 보면 알 수 있어요|그 뒤로 잠을 잘 잡니다',
    ),
    time: list(
      '올해 안에|이른 봄에|1년 반 안에|6월 중순까지|여름 방학 뒤에|지난 10년 동안|지난 분기에|설 다음 주에|첫서리 전에|2031년까지|다음 보름에|4월에서 10월 사이에',
    ),
    day: list('월요일|화요일|수요일|목요일|금요일|토요일|일요일'),
  },
};

const ar: Vocabulary = {
  gap: ' ',
  reference: 'وقد حُفظت الوثائق في السجل تحت الرقم {token} ويحق لكل من يطلبها أن يطلع عليها.',
  update: 'وبعد الظهر صححت الدائرة الرقم وأودعت وثائق جديدة تحت الرقم {token} في السجل.',
  agency: 'مرفأ النخلتين (وكالة المد) - ',
  titles: [
    '{place} تخصص {amount} من أجل {thing}',
    '{role} {last} يدافع عن {thing} في {place}',
    'لماذا تريد {place} {thing} {time}',
    '{people} في {place} يختلفون حول {thing}',
    'بعد {event} تصوت {place} على {thing}',
    '{thing} يصل إلى {place} {time}',
  ],
  patterns: [
    'قال {role} {first} {last} يوم {day} إن {thing} قرب {place} سيكلف {amount} وسيكتمل {time}.',
    '«{quote}»، هكذا قال {first} {last} الذي يتحدث باسم {people} في {place}، ثم أضاف: «{quote2}».',
    'وبحسب {source} فإن {number} من {people} شاركوا في {thing} في {place} {time}، {contrast}.',
    'بدأ العمل في {thing} بعد {event} واستغرق حتى الآن {number} يوماً، {contrast}.',
    'وفي {place} وقع {number} من {people} رسالة ضد {thing}، بينما جمع {first} {last} مبلغ {amount} لدعمه.',
    'وعندما سئل عن {event} أشار {role} {last} إلى {source} ووعد بالرد {time}.',
    'وتقدر {source} كلفة {thing} بنحو {amount}، أي بزيادة {number} على كل أسرة في {place}.',
    'ويوم {day} اجتمع {people} من {place} و{place} بجوار {thing} للحديث عن {event}.',
    'وكان {event} هو ما غير رأي {first} {last}، وهو {role2} له {number} عاماً من الخبرة.',
    'ومن المقرر التصويت على {thing} {time}، ويمكن الاطلاع على المخططات في {place} حتى {day}.',
    'لم يتوقع أحد {event}، ولا سيما {people} الذين أنفقوا {amount} على {thing}.',
    'ويحتفظ {first} {last}، وهو {role2} في {place}، بنحو {number} صورة يعرضها على {people} كل {day}.',
  ],
  words: {
    first: list(
      'أحمد|بدر|جابر|حازم|خالد|داود|رامي|زياد|سامر|شريف|صالح|طارق|عادل|غسان|فارس|قاسم|كريم|لؤي|ماجد|نادر|هاني|وائل|ياسر|أنس',
    ),
    last: list(
      'الحمادي|الكعبي|المرسي|النجار|السيف|الفارسي|العامري|الزعابي|الدوسري|الكتبي|الهاشمي|المنصوري|البلوشي|الشامسي|الحداد|الخياط|الصباغ|المهيري|الرميثي|السويدي|الظاهري|القبيسي|العطار|الغواص',
    ),
    place: list(
      'مرفأ النخلتين|واحة الرمل|رأس المرجان|وادي السدر|تل الحمام|عين الغزال|جزيرة الصدف|قرية المنارة|خور اللؤلؤ|سهل الزعتر|بئر النجمة|حي الصيادين|باب الريح|مدينة الجسر|قصر الهلال|ضفة السلام|روضة الغاف|شاطئ النورس|جبل العقيق|بستان الرمان',
    ),
    thing: list(
      'خط الترام الجديد|محطة طاقة المد|سور الميناء|المكتبة العائمة|المرصد القديم|سوق السمك|ملعب الجليد المغطى|بوابات الفيضان|الحديقة النباتية|عبّارة الليل|معهد بناء القوارب|الجسر الزجاجي|أرشيف المدينة|البستان الشمسي|المسبح العام|مخزن الحبوب|عدسة المنارة|التلسكوب العام|مخبز الرياح|القطار المعلق|بنك البذور|مركب الموسيقى',
    ),
    people: list(
      'الصيادين|الممرضين|المعلمين|الخبازين|المتقاعدين|الطلاب|المهندسين|المزارعين|المجدفين|أمناء المكتبات|مربي النحل|سائقي الحافلات|البستانيين|التجار|المنشدين|الغواصين',
    ),
    role: list('العمدة|النائب|الأستاذ|القبطان|المفتش|المدير|القاضي|المفوض|المعماري|الطبيب'),
    role2: list(
      'صانع ساعات|مرشد سفن|نجار|عامل لاسلكي|مساح أراض|لحام|طابع|حارس منارة|ساعي بريد|صانع حبال|زجّاج|راصد جوي',
    ),
    event: list(
      'عاصفة مارس|انقطاع الكهرباء مرتين|انفجار أنبوب الماء|إضراب الأرصفة|ربيع شديد الجفاف|حريق المستودع|خسارة قضية في المحكمة|إغلاق مصنع التعليب|زيارة وفد الوزارة|العثور على خريطة قديمة|ثلاث ليال بلا نوم|هدية من الخارج|تقاعد مدير المرفأ|خطأ في القياس',
    ),
    source: list(
      'تقارير المقاطعة|سجلات المرفأ|دراسات الجامعة|رسالة مسربة|الحسابات السنوية|استطلاعات السكان|سجلات الإطفاء|نشرات الأرصاد|مراجعة مستقلة|غرفة التجارة|نشرة الحي|لجنة التخطيط',
    ),
    contrast: list(
      'أي ضعف ما كان في العام السابق|وهو أقل بكثير مما كان يُخشى|وهو رقم فاجأ حتى المؤيدين|رغم أن المطر لم يكد يتوقف|على الرغم من تحذير أمين الصندوق|وهو رقم قياسي في المنطقة|ولم ترد شكوى واحدة|غير أن العد بدأ للتو|كما توقع المنتقدون|بينما كانت البلدات المجاورة تراقب',
    ),
    quote: list(
      'قسناه ثلاث مرات وحصلنا على ثلاثة أجوبة|لم يسألنا أحد فجئنا بأنفسنا|هذا أرخص من ألا نفعل شيئاً|كانت جدتي ستعرف ما العمل|البحر لا يقرأ خططنا|لا يمكن أن نأكل رسماً|أفضل أن أتأخر على أن أخطئ|نسيت هذه المدينة كيف تنتظر|لدينا المال لكن تنقصنا البراغي|نقول الكلام نفسه كل شتاء',
    ),
    quote2: list(
      'والآن جاء دور الآخرين|أرجو أن يكون أحد قد كتب ذلك|هذا كل ما عندي|اسألوني حين يعتدل الجو|سنكون هنا يوم الاثنين أيضاً|لن تكون المرة الأخيرة|ثم شربنا الشاي|والباقي حساب|انظروا إلى السقف وستفهمون|صرت أنام أفضل منذ ذلك الحين',
    ),
    time: list(
      'قبل نهاية العام|في مطلع الربيع|خلال ثمانية عشر شهراً|بحلول منتصف يونيو|بعد عطلة الصيف|خلال العقد الماضي|في الربع الأخير|في الأسبوع التالي للعيد|قبل أول برد|بحلول عام 2031|عند اكتمال القمر|بين أبريل وأكتوبر',
    ),
    day: list('الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد'),
  },
};

export const languages = ['en', 'de', 'zh', 'ko', 'ar'] as const;
export type Language = (typeof languages)[number];

/** The words of each language of the news web. */
export const vocabularies: Readonly<Record<Language, Vocabulary>> = { en, de, zh, ko, ar };
