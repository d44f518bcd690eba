/**
 * Words of the news that speak for a top code of the IPTC Media Topics, in languages of whose texts the model has
 * learned none, or few, and in English, where they help it: by the two first digits of the code. Words of languages
 * with endings are beginnings; in the languages of `countStems` one with `|` behind it is whole. By hand.
 */
export const topicWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  zh: {
    '01':
      '电影 電影 影片 票房 导演 導演 演员 演員 艺人 藝人 歌手 演唱会 演唱會 专辑 專輯 电视剧 電視劇 综艺 綜藝 小说 小說 作家 文学 文學 画展 畫展 博物馆 博物館 剧组 劇組 主演 ' +
      '明星 粉丝 粉絲 音乐 音樂 舞台剧 相声 娱乐圈 娛樂圈 写真 作品集 代笔 奥斯卡 奧斯卡 影视 影視 戲劇 拍片',
    '02':
      '警方 嫌疑人 疑犯 涉嫌 被捕 逮捕 拘捕 法院 法官 检察 檢察 检方 檢方 律师 律師 判刑 判處 判罚 判罰 判賠 被告 原告 上诉 上訴 审理 審理 开庭 監禁 入狱 入獄 凶手 杀人 殺人 ' +
      '谋杀 謀殺 盗窃 偷竊 诈骗 詐騙 騙徒 騙案 贿赂 賄賂 受賄 贪污 貪污 贩毒 毒品 罪成 控罪 刑事 起訴 起诉 廉署 罚款 罰款 定罪 有期徒刑 公安机关 刑警',
    '03':
      '地震 海啸 海嘯 洪水 洪灾 水灾 水災 山体滑坡 泥石流 火灾 火災 爆炸 坠毁 墜毀 坠落 失事 空难 空難 沉没 沉船 触礁 觸礁 遇难 遇難 罹難 救援 搜救 伤亡 傷亡 消防 车祸 車禍 ' +
      '交通事故 追尾 矿难 礦難 失踪 失蹤 被困 倒塌 坍塌 灾区 災區 灾情 災情 受灾 抢险 幸存者 獲救 脱险',
    '04':
      '股市 股价 股價 港股 美股 指数 指數 恒指 道指 纳指 上市 市值 业绩 業績 营收 營收 利润 利潤 净利 派息 股息 投资者 投資者 基金 券商 目标价 目標價 加息 利率 通胀 通脹 央行 ' +
      '银行股 內銀 人民币 美元 国债 國債 外汇 外匯 经济增长 經濟 贸易 貿易 出口 进口 進口 市场份额 消费者 楼市 樓市 房价 房價 成交 售價 开盘 開盤 收购 收購 并购 破产 破產 融资 ' +
      '融資 企业 企業 零售 财报 財報 涨幅 跌幅 成本 价格 價格 理财 理財 储蓄 儲蓄 加密貨幣 品牌 停牌 航运 航運 发展商 單位 呎價 奢侈品 关税 關稅 亿元 億元 万亿',
    '05':
      '学校 學校 学生 學生 教师 教師 老师 老師 校长 校長 课程 課程 考试 考試 高考 中考 大学生 大學生 招生 录取 補習 补习 教育局 教育部 幼儿园 幼稚園 课堂 課堂 学费 學費 家长 ' +
      '家長 毕业生 畢業生 教局 作业 教学 教學',
    '06':
      '气候变化 氣候變化 全球变暖 全球暖化 碳排放 减排 減排 污染 环保 環保 生态 生態 濒危 瀕危 野生动物 野生動物 大熊猫 大熊貓 熊猫 熊貓 放归 物种 物種 保护区 保護區 森林 湿地 ' +
      '濕地 自然保护 可再生能源 塑料 回收',
    '07':
      '医院 醫院 医生 醫生 醫師 医师 患者 病人 疾病 病毒 疫苗 接种 接種 流感 感染 感冒 癌症 肿瘤 腫瘤 治疗 治療 药物 藥物 手术 手術 症状 症狀 诊所 診所 就医 就醫 就診 門診 ' +
      '门诊 护士 護士 健康 健检 健檢 体检 卫生 衛生 疾病管制 疫情 抗生素 中醫 中医 肝炎 糖尿病 高血压 血壓 戒烟 戒菸 临床 臨床 病理 病例 職業病 职业病 防疫',
    '09': '农民工 民工 工资 工資 劳动 勞動 劳工 勞工 就业 就業 失业 失業 工会 工會 罢工 罷工 拖欠 裁员 裁員 薪酬 薪水 职工 職工 招聘 外勞 輸入 劳动合同 工伤 最低工资 加薪 雇主 僱主 雇员 僱員',
    '10':
      '旅游 旅遊 旅客 游客 遊客 旅行 旅行团 旅行團 酒店 餐厅 餐廳 美食 食谱 食譜 年菜 食材 菜式 料理 烹饪 时尚 時尚 服装 护肤 護膚 保湿 化妆 化妝 美容 家居 装修 裝修 打扫 ' +
      '打掃 清洁 清潔 步道 景点 景點 郵輪 邮轮 度假 园艺 宠物 寵物 春游 賞花 減肥 减肥 收納 健身',
    '11':
      '总统 總統 总理 總理 首相 议会 議會 国会 國會 选举 選舉 大选 大選 投票 政党 政黨 执政 執政 反对党 反對黨 议员 議員 立法会 立法會 立法院 外交部 外交 外长 访问 出访 訪美 ' +
      '過境 会晤 會晤 内阁 內閣 行政长官 行政長官 特首 区议会 區議會 區會 议席 議席 民主 政策 施政 政制 一国两制 一國兩制 两会 兩會 人大 政协 中共中央 政治局 国务卿 國務卿 领导人 ' +
      '領導人 政治 质询 誠信 诚信 政府 示威 抗议 抗議 民主派 民主化',
    '12': '宗教 教会 教會 佛教 基督教 天主教 伊斯兰 伊斯蘭 教皇 教宗 主教 寺庙 寺廟 和尚 僧人 信徒 清真寺 祈祷 祈禱 朝圣',
    '13':
      '科技 技术 技術 手机 手機 智能手机 智能手機 平板电脑 電腦 电脑 软件 軟件 互联网 互聯網 人工智能 芯片 晶片 处理器 處理器 操作系统 应用程序 用户 用戶 科学家 科學家 科研 ' +
      '研究人员 卫星 衛星 航天 太空 宇宙 火箭 探测器 实验 機器人 机器人 数码 數碼 专利 專利 创新 創新 电子展 算法 数据 微博 网站 網站 下载 下載 电视机 初創 考察队 极地',
    '15':
      '比赛 比賽 赛事 賽事 球队 球隊 球员 球員 教练 教練 联赛 聯賽 冠军 冠軍 亚军 决赛 決賽 半决赛 足球 篮球 籃球 网球 網球 排球 羽毛球 乒乓 奥运 奧運 世界杯 世界盃 进球 進球 ' +
      '得分 主场 客场 运动员 運動員 选手 選手 体坛 體壇 体育 體育 金牌 奖牌 獎牌 锦标赛 錦標賽 赛季 賽季 田径 游泳',
    '16':
      '战争 戰爭 军队 軍隊 士兵 导弹 導彈 空袭 空襲 袭击 襲擊 炮击 停火 武装 武裝 恐怖 叛军 叛軍 战机 戰機 军事 軍事 部队 部隊 前线 前線 入侵 侵略 核武 军方 防空 坦克 ' +
      '无人机袭 冲突 衝突 乌克兰 烏克蘭 俄军 俄軍',
    '17': '天气 天氣 气温 氣溫 降雨 暴雨 大雨 降雪 台风 颱風 寒潮 冷空气 冷鋒 冷锋 天文台 气象 氣象 气象台 预报 預報 雾霾 高温 酷熱 风力 風勢 骤雨 驟雨 季候風 度左右 阵风',
  },
  ja: {
    '01':
      '映画 監督作 俳優 女優 音楽 歌手 アルバム コンサート ライブ ドラマ 主演 舞台 演劇 小説 作家 書評 文学 写真家 写真集 展覧会 美術館 博物館 芸術 漫画 アニメ 声優 アイドル ' +
      'カンヌ 公開中 脚本 撮影 配給 著者 文庫',
    '02': '警察 警視庁 県警 容疑者 逮捕 容疑 被告 起訴 裁判 地裁 高裁 最高裁 判決 懲役 弁護 検察 殺人 殺害 強盗 窃盗 詐欺 事件 捜査 被害者 犯行 犯罪 薬物 暴行 書類送検 送検 供述 違法 汚職 賄賂',
    '03': '地震 津波 震度 震源 洪水 豪雨 土砂崩れ 土砂災害 火災 火事 全焼 爆発 墜落 事故 衝突 転覆 沈没 行方不明 死傷 救助 避難 消防 被災 災害 噴火 脱線 けが人 安否',
    '04':
      '株価 株式 日経平均 市場 投資 企業 売上 売上高 営業利益 利益 業績 決算 上場 買収 銀行 日銀 金利 為替 円安 円高 物価 インフレ 景気 景況感 短観 経済 輸出 輸入 貿易 値上げ ' +
      '価格 消費 賃金 給与 製造業 小売 スーパー 配達 事業 億円 兆円 増税 財源 融資 債券 経営 業界 電力 工場 設備投資 ドル 決済 金融 通販 宅配',
    '05': '学校 小学校 中学校 高校 大学 生徒 児童 学生 教師 教員 授業 入試 受験 教育 文部科学省 校長 教育委員会 学習 卒業式 入学 奨学金 教科書',
    '06': '気候変動 温暖化 脱炭素 二酸化炭素 排出 環境保護 環境省 汚染 生態系 絶滅 野生動物 自然保護 外来種 再生可能エネルギー リサイクル 森林 海洋プラスチック 生物多様性',
    '07': '病院 医師 患者 病気 感染 感染症 ウイルス ワクチン 接種 治療 手術 新薬 医療 がん 健康 症状 看護 診断 療養所 厚生労働省 コロナ インフルエンザ 認知症 介護 臨床',
    '09': '労働 雇用 失業 就職 転職 労働組合 組合 春闘 賃上げ 残業 働き方 最低賃金 解雇 派遣 ストライキ 求人 非正規 従業員',
    '10': '旅行 観光 観光客 ホテル 温泉 レシピ 料理 グルメ レストラン ファッション 美容 化粧 インテリア 暮らし ペット 趣味 ランチ カフェ 宿泊客',
    '11':
      '首相 大統領 国会 衆院 参院 選挙 投票 議員 政党 与党 野党 自民党 立憲民主党 公明党 法案 内閣 閣議 政府 大臣 外相 外交 首脳会談 首脳 会談 政権 知事 議会 官房長官 政策 答弁 ' +
      '国会対策 予算委員会 少子化対策 抗議デモ 抗議活動 デモ隊 デモ行進 一国二制度 民主化 民主派 国家安全維持法 言論の自由',
    '12': '宗教 教会 神社 寺院 仏教 キリスト教 イスラム教 信仰 信者 法王 司教 参拝 僧侶 旧統一教会',
    '13':
      '科学 技術 研究者 研究 宇宙 宇宙飛行士 ロケット 衛星 人工知能 ＡＩ スマートフォン スマホ アプリ ソフトウエア インターネット 通信 通信障害 光回線 回線 データ サイバー 半導体 ' +
      'ロボット 開発 実験 論文 探査 月面 パソコン デジタル',
    '15':
      '試合 選手 優勝 決勝 監督 チーム リーグ 野球 大リーグ プロ野球 サッカー ゴルフ テニス 相撲 大相撲 横綱 力士 本塁打 ホームラン 打席 投手 先発 開幕戦 ラウンド 得点 失点 五輪 ' +
      'オリンピック 金メダル 世界選手権 Ｗ杯 連勝 勝利 敗れ 出場 引退 部屋 番付 バーディー',
    '16': '戦争 軍事 軍事侵攻 侵攻 ミサイル 攻撃 空爆 戦闘 兵士 部隊 停戦 テロ 武装 防衛 自衛隊 核兵器 戦車 反転攻勢 ウクライナ軍 ロシア軍 砲撃 反撃能力 武力 安全保障 抑止力 防衛費 防衛力',
    '17': '天気 気温 予報 気象庁 大雨 大雪 台風 猛暑 寒波 降水 低気圧 高気圧 前線 梅雨 桜前線 晴れ 雷雨 警報',
  },
  ko: {
    '01':
      '영화 배우 가수 드라마 예능 예능프로그램 방송된 앨범 콘서트 뮤지컬 래퍼 아이돌 걸그룹 보이그룹 출연 출연한 출연했 주연 감독의 소설 작가 전시회 미술관 팬들 팬미팅 연예인 ' +
      '스타일 SNS 네티즌 시청률 음원 화보 캐스팅 촬영 비주얼 멤버 무대',
    '02':
      '경찰 검찰 용의자 피의자 체포 구속 구속영장 기소 재판 법원 판사 징역 선고 혐의 살인 살해 강도 사기 성폭행 폭행 마약 납치 범행 범죄 수사 피해자 변호사 실종 횡령 뇌물 고소 ' +
      '고발 압수수색 전세사기',
    '03': '지진 쓰나미 홍수 산사태 화재 불이 폭발 추락 침몰 사고 붕괴 구조대 소방 실종자 사망자 부상자 사상자 대피 재난 재해 이재민 탈선 참사',
    '04':
      '주가 증시 코스피 코스닥 주식 투자 투자자 매출 영업이익 실적 기업 금리 환율 물가 인플레이션 경제 수출 수입 무역 은행 대출 부동산 아파트 집값 주택 매입 전세 가격 인상 ' +
      '한국은행 성장률 시장 상장 인수 합병 반도체 세금 달러 억원 임대',
    '05': '학교 학생 교사 교육부 교육청 수능 입시 대학 대학교 등록금 수업 교육 유치원 초등학교 중학교 고등학교 교과서 장학금 학부모',
    '06': '기후변화 기후위기 온실가스 탄소 환경 오염 미세먼지 생태계 멸종 야생동물 재활용 플라스틱 친환경 산림',
    '07': '병원 의사 환자 질병 감염 바이러스 백신 접종 치료 수술 의료 건강 증상 간호사 코로나19 독감 보건복지부 질병관리청 의약품',
    '09': '노조 노동자 파업 임금 임금협상 고용 실업 취업 일자리 노동 최저임금 해고 채용 근로자 근로시간 민주노총 한국노총',
    '10': '여행 관광 관광객 호텔 맛집 요리 레시피 패션 뷰티 화장품 카페 반려동물 인테리어 캠핑 휴가',
    '11': '대통령 국회 의원 여당 야당 선거 투표 정당 국민의힘 더불어민주당 총리 장관 외교 정상회담 법안 청와대 대통령실 정부 정책 통일부 북한 남북 북측 후보 탄핵 개헌 회담 시위대 촛불집회 민주화',
    '12': '종교 교회 불교 기독교 천주교 성당 사찰 스님 목사 교황 신도 이슬람',
    '13': '과학 과학자 연구진 연구팀 기술 인공지능 스마트폰 소프트웨어 인터넷 우주 위성 로켓 발사체 누리호 데이터 로봇 해킹 플랫폼 챗GPT',
    '15': '경기 선수 감독 우승 결승 리그 축구 야구 배구 농구 골프 올림픽 월드컵 국가대표 대표팀 시즌 득점 승리 패배 홈런 투수 금메달 챔피언스리그 구단 은퇴 프로야구',
    '16': '전쟁 군사 군대 미사일 공격 공습 폭격 전투 병사 휴전 테러 무장 핵무기 침공 드론 포격 러시아군 우크라이나군 반군',
    '17': '날씨 기온 비가 눈이 태풍 폭우 폭설 기상청 예보 한파 폭염 장마 호우 강수량 미세먼지농도',
  },
  ru: {
    '01':
      'фильм кинотеатр режиссер актер актрис певиц певец альбом концерт музык театр спектакл премьер роман ' +
      'писател литератур выставк музе художник сериал фестивал',
    '02':
      'полици задержан арест суд судь приговор обвиня обвинен уголовн следстви следовател прокур адвокат ' +
      'тюрьм колони убийств краж мошеннич подозрева преступ срок казн наркотик взятк коррупци',
    '03':
      'землетряс наводнен цунами оползн пожар взрыв авари катастроф крушен столкнул дтп погиб пострадав ' +
      'спасател спасен мчс жертв бедстви вагон рельс затону судно экипаж эвакуац обрушен',
    '04':
      'компани акци бирж рынок рынк прибыл выручк экономи инфляц ставк банк кредит доллар рубл миллиард ' +
      'инвест цен налог экспорт импорт нефт газ газопровод тариф бюджет бизнес предприят конкуренц ' +
      'антимонопол продаж монопол',
    '05': 'школ школьник ученик учител студент университет вуз образован экзамен егэ урок детсад учебник абитуриент',
    '06': 'эколог климат выброс загрязнен заповедник потеплен животн вырубк отход мусор',
    '07':
      'больниц врач пациент болезн заболева вирус вакцин прививк инфекц лечен лекарств препарат медик ' +
      'медицин рак опухол диет здоровь инсульт грипп орви вич спид эпидем терапи организм симптом клинич ' +
      'профилактик антибиотик операци протез холестерин сердечн сосудист витамин доз памят болезней иммун ' +
      'бешенств',
    '09': 'зарплат забастовк безработиц профсоюз увольнен трудов работодател вакансии',
    '10': 'туризм турист отдых путешеств рецепт кулинар мод стиль отпуск ресторан отношени',
    '11':
      'президент правительств министр парламент госдум депутат выбор кандидат парти оппозиц республикан ' +
      'премьер закон законопроект переговор дипломат мид посол санкц урегулирован губернатор сенат ' +
      'голосован политик митинг акци',
    '12': 'церк храм епарх епископ священник патриарх православ молитв монастыр ислам мусульман мечет епархиальн',
    '13':
      'ученые учены исследовани исследовател космос космическ спутник ракет станци интернет компьютер ' +
      'программ смартфон технолог роскосмос орбит зонд нанотехнолог физик',
    '15':
      'матч команд тренер игрок сборн чемпион турнир гол футбол хокке теннис олимпи медал победил проигра ' +
      'шайб кубок лиг молодежн',
    '16':
      'войн войск военн арми солдат ракетн удар обстрел боевик теракт террорист перемири фронт дрон ' +
      'конфликт минобороны миротвор про',
    '17': 'погод дожд снегопад мороз температур прогноз синоптик гроз метел градус осадк ураган',
  },
  ar: {
    '01': 'فيلم أفلام سينما ممثل ممثلة مخرج مسلسل موسيقى أغنية مطرب فنان فنانة مسرح رواية معرض مهرجان ألبوم دراما',
    '02': 'شرطة اعتقال معتقل محكمة قاضي محاكمة محامي نيابة سجن متهم جريمة قتل سرقة احتيال مخدرات فساد تحقيق قبض',
    '03': 'زلزال فيضان فيضانات حريق انفجار حادث تحطم غرق انهيار إنقاذ ضحايا جرحى كارثة مفقودين',
    '04': 'أسهم بورصة أرباح اقتصاد تضخم فائدة بنك دولار مليار مستثمر استثمار سوق أسعار نفط صادرات تجارة ميزانية شركات',
    '05': 'مدرسة مدارس طلاب طالب معلم جامعة تعليم امتحان امتحانات تلاميذ مناهج',
    '06': 'مناخ انبعاثات بيئة تلوث احتباس غابات تصحر',
    '07': 'مستشفى طبيب أطباء مرضى مرض أمراض فيروس لقاح سرطان علاج دواء صحة أعراض عدوى وباء السكري',
    '11':
      'حكومة رئيس برلمان انتخابات حزب نواب معارضة وزير وزراء قانون سياسي سياسية دبلوماسي مفاوضات تصويت ' +
      'الكونغرس البيت الأبيض',
    '12': 'دين مسجد إسلام مسلمين كنيسة صلاة حج عمرة رمضان قرآن فتوى',
    '13': 'تكنولوجيا إنترنت هاتف تطبيق بيانات علماء دراسة فضاء قمر صناعي ذكاء اصطناعي برنامج حاسوب',
    '15': 'مباراة فريق مدرب لاعب دوري هدف كرة بطولة نهائي كأس منتخب فوز هزيمة',
    '16': 'حرب جيش جنود هجوم صواريخ صاروخ قصف غارة قوات مسلحين هدنة مقاومة احتلال شهداء معارك',
    '17': 'طقس أمطار ثلوج عاصفة حرارة رياح أرصاد',
  },
  hi: {
    '01':
      'फिल्म फिल्मों अभिनेता अभिनेत्री निर्देशक बॉलीवुड गाना गायक संगीत सीरियल पोस्टर ट्रेलर कलाकार किरदार ' +
      'कॉमेडी सिनेमा उपन्यास',
    '02':
      'पुलिस गिरफ्तार आरोपी कोर्ट अदालत सजा हत्या चोरी लूट मुकदमा केस जेल एफआईआर अपराध बदमाश बदमाशों थाना ' +
      'छापेमारी वकील जमानत बलात्कार ठगी',
    '03': 'भूकंप बाढ़ आग हादसा हादसे दुर्घटना विस्फोट भूस्खलन बचाव घायल मलबे',
    '04':
      'शेयर बाजार निवेश निवेशक बैंक रुपये करोड़ मुनाफा महंगाई अर्थव्यवस्था कंपनी कारोबार सेंसेक्स निफ्टी ' +
      'ब्याज बजट जीएसटी निर्यात',
    '05': 'स्कूल छात्र छात्रों शिक्षक परीक्षा विश्वविद्यालय शिक्षा कॉलेज रिजल्ट बोर्ड प्रवेश पाठ्यक्रम',
    '06': 'जलवायु प्रदूषण पर्यावरण वन्यजीव कार्बन जंगल',
    '07':
      'अस्पताल डॉक्टर मरीज मरीजों बीमारी वायरस वैक्सीन टीका इलाज दवा स्वास्थ्य कोरोना संक्रमण चिकित्सा ' +
      'कैंसर चिकित्सक परिवार कल्याण',
    '11':
      'चुनाव सरकार मंत्री मुख्यमंत्री प्रधानमंत्री सांसद सांसदी विधायक संसद पार्टी कांग्रेस भाजपा बीजेपी ' +
      'विपक्ष मतदान राष्ट्रपति नेता सदस्यता राजनीति विधानसभा लोकसभा',
    '12': 'मंदिर पूजा धर्म भगवान मस्जिद नमाज श्रद्धालु व्रत त्योहार',
    '13': 'तकनीक स्मार्टफोन मोबाइल इंटरनेट ऐप वैज्ञानिक अंतरिक्ष इसरो उपग्रह सॉफ्टवेयर',
    '15':
      'मैच टीम खिलाड़ी खिलाड़ियों क्रिकेट आईपीएल रन विकेट बल्लेबाज गेंदबाज टूर्नामेंट कप्तान फुटबॉल ओलंपिक ' +
      'पदक मुकाबला मुकाबले सीजन',
    '16': 'युद्ध सेना सैनिक हमला हमले मिसाइल आतंकी आतंकवादी सीमा ड्रोन गोलीबारी',
    '17': 'मौसम बारिश तापमान ठंड गर्मी बर्फबारी लू आंधी कोहरा पूर्वानुमान',
  },
  th: {
    '01': 'ภาพยนตร์ ละคร นักแสดง ดารา นักร้อง คอนเสิร์ต อัลบั้ม ซีรีส์ ผู้กำกับ นางเอก พระเอก เพลง',
    '02':
      'ตำรวจ จับกุม ผู้ต้องหา ผู้ต้องสงสัย ศาล จำคุก คดี ฆ่า ฆาตกรรม ศพ ยาเสพติด ยาบ้า โจร ปล้น ทุจริต ' +
      'หมายจับ ทนาย อัยการ สังหาร สอบสวน',
    '03': 'แผ่นดินไหว น้ำท่วม ไฟไหม้ เพลิงไหม้ ระเบิด อุบัติเหตุ กู้ภัย ผู้บาดเจ็บ ผู้เสียชีวิต ดินถล่ม เครื่องบินตก',
    '04':
      'หุ้น ตลาดหลักทรัพย์ เศรษฐกิจ กำไร รายได้ ดอกเบี้ย เงินเฟ้อ ธนาคาร ส่งออก นำเข้า ล้านบาท การลงทุน ' +
      'นักลงทุน ภาษี ราคาทอง ราคาน้ำมัน',
    '05': 'โรงเรียน นักเรียน นักศึกษา ครู การศึกษา หลักสูตร การสอบ มหาวิทยาลัย',
    '06': 'สิ่งแวดล้อม มลพิษ สภาพภูมิอากาศ ฝุ่นพิษ คาร์บอน สัตว์ป่า ป่าไม้',
    '07': 'โรงพยาบาล แพทย์ ผู้ป่วย โรค วัคซีน ไวรัส โควิด รักษา สาธารณสุข ติดเชื้อ มะเร็ง สุขภาพ',
    '10': 'ท่องเที่ยว นักท่องเที่ยว อาหาร สูตร ร้านอาหาร โรงแรม แฟชั่น',
    '11': 'รัฐบาล นายกรัฐมนตรี รัฐมนตรี เลือกตั้ง พรรค สภา รัฐสภา ส.ส. ฝ่ายค้าน รัฐธรรมนูญ การเมือง ผู้สมัคร ครม.',
    '13': 'เทคโนโลยี สมาร์ทโฟน อินเทอร์เน็ต แอปพลิเคชัน นักวิทยาศาสตร์ อวกาศ ดาวเทียม ปัญญาประดิษฐ์',
    '15': 'ฟุตบอล นักเตะ สโมสร ทีมชาติ แข่งขัน แชมป์ ลีก ประตู โค้ช วอลเลย์บอล เหรียญทอง โอลิมปิก นัดชิง',
    '16': 'สงคราม ทหาร กองทัพ โจมตี ขีปนาวุธ หยุดยิง ก่อการร้าย ปะทะ',
    '17': 'พยากรณ์อากาศ ฝนตก อุณหภูมิ พายุ อากาศหนาว ลมแรง อุตุนิยมวิทยา',
  },
  en: {
    '01':
      'film films| filmmak movie cinema director| directed| actor actress starring premiere screenplay ' +
      'screenwrit sequel hollywood bollywood oscar oscars| emmy grammy album albums| song songs| singer ' +
      'songwrit musician concert rapper band| bands| orchestra opera| symphon ballet theatre theater ' +
      'broadway playwright novel| novels| novelist author| authors| poet poetry literary fiction| museum ' +
      'exhibition gallery| galleries| painter painting sculpt artist artwork celebrit sitcom episode ' +
      'streaming| netflix soundtrack trailer comedian comedy festival| audience screening disney box ' +
      'office| paparazzi',
    '02':
      'police policeman policemen officers| detective sheriff arrest suspect| suspects| suspected| custody ' +
      'charged| indict prosecut court courts| judge| judges| jury juror lawsuit lawyer attorney plaintiff ' +
      'defendant trial| verdict convict guilty sentenced| jail jailed prison prisoner inmate murder ' +
      'manslaughter homicide kill| killer gunman robber robbery burglar theft| stolen| fraud fraudst scam ' +
      'bribe bribery corrupt launder traffick smuggl cocaine heroin| rape| rapist assault abduct kidnap ' +
      'felony misdemeanor bail| parole crime crimes| criminal fbi| warrant appeal| appeals| sued| sues| ' +
      'suing| testif custodial',
    '03':
      'earthquake quake| tsunami flood flooding| floods| landslide mudslide wildfire blaze| fire| fires| ' +
      'firefight explosion explod blast| crash| crashed| crashes| wreckage derail collision| collided| ' +
      'sank| sinking| shipwreck capsiz drown rescue rescued| rescuer rescuers| survivor casualt injured| ' +
      'missing| evacuat rubble collapse| collapsed| collapses| collapsing| emergency| disaster tornado ' +
      'hurricane cyclone typhoon volcano eruption avalanche stampede trapped| airasia debris',
    '04':
      'economy economic econom market markets| stock| stocks| shares| share| shareholder investor invest ' +
      'investment bank| banks| banking| banker bond| bonds| bailout eurozone inflation rates| monetary ' +
      'fiscal| gdp| recession deficit| debt| loan loans| mortgage revenue profit profits| earnings ' +
      'quarterly| dividend merger acquisition acquire takeover buyout startup startups| entrepreneur ceo| ' +
      'retail retailer sales| consumer customers| price prices| pricing| tariff export import| imports| ' +
      'trade| trading| nasdaq| dow| currency dollar euro| commodit crude| business businesses| company ' +
      'companies| corporate marketing| brand| brands| billion| financ fund| funds|',
    '05':
      'school schools| pupil teacher classroom curriculum universit college campus| student undergraduate ' +
      'graduat tuition scholarship kindergarten preschool exam exams| homework principal| headteacher ' +
      'literacy lectur professor faculty| education academic educator degree| degrees|',
    '06':
      'climate warming| carbon emission greenhouse| pollut environment ecolog ecosystem biodivers ' +
      'endangered| extinct conservation wildlife habitat species| forest deforest rainforest renewable ' +
      'solar| recycl plastic sustainab landfill ocean oceans| coral glacier drought heatwave poach whale ' +
      'wetland',
    '07':
      'health healthcare hospital doctor| doctors| physician nurse nurses| nursing| patient| patients| ' +
      'surgery surgeon surgical disease illness infect virus| viral| vaccin flu| influenza ebola hiv| ' +
      'aids| cancer tumor tumour diabet stroke| symptom diagnos treatment treatments| therap medicin ' +
      'medical medication clinic clinics| clinical drug| drugs| pharmac fda| nhs| dement alzheimer depress ' +
      'obes cholesterol blood| pregnan birth| midwi breastfeed fertility epidem pandem outbreak covid ' +
      'coronavirus aspirin vitamin dose| doses|',
    '09':
      'union| unions| strike| strikers| walkout worker workers| workplace employe employer employment ' +
      'unemploy layoff wage wages| salary salaries| payroll pension retire retirement| picket labor| ' +
      'labour| overtime| hiring| recruit jobless| workforce job| jobs|',
    '10':
      'recipe recipes| cook cooking| chef restaurant cuisine dish| dishes| flavor flavour sauce| bake| ' +
      'baked| baking| dessert chocolate wine wines| cocktail beer| brunch dinner| fashion| stylish style| ' +
      'outfit dress| dresses| designer clothing| jewelry shoes| makeup beauty skincare hair| hairstyle ' +
      'nail| wedding| bride gift| decor decorat furniture garden gardening| travel traveler tourist ' +
      'tourism hotel| hotels| resort vacation getaway beach spa| luxury hobby hobbies| yoga dating| dogs| ' +
      'puppy cat| cats| pet| pets| spicy coffee|',
    '11':
      'president presidential minister ministers| ministry parliament senator senate congress| ' +
      'congressional congressman congresswoman lawmaker legislat government cabinet election elect ' +
      'electoral voter voters| vote| votes| voting| ballot| campaign| candidate republican democrat gop| ' +
      'conservative| coalition opposition| party| parties| politic politician policy policies| diplomat ' +
      'diplomac embassy ambassador summit sanction treaty bilateral kremlin governor mayor obama trump ' +
      'clinton merkel putin bjp| referendum brexit commission| commissioner eu| nato| un| veto|',
    '12':
      'church churches| pope| papal vatican catholic bishop priest| priests| pastor| clergy cathedral ' +
      'protestant evangelical christian islam muslim mosque imam| quran| ramadan hindu temple| temples| ' +
      'hinduism buddhis monk| monks| jewish synagogue rabbi| torah bible| gospel| sermon prayer pray| ' +
      'prayers| worship religio faith| theolog pilgrim',
    '13':
      'scientist researcher research study| studies| laboratory physic chemist biolog genetic genome dna| ' +
      'neuron astronom telescope galaxy planet planets| nasa| spacecraft spacex| satellite orbit mars| ' +
      'asteroid software hardware app| apps| smartphone iphone ipad android| samsung motorola blackberry ' +
      'apple| google| microsoft facebook twitter internet broadband fcc| online| computer computing| ' +
      'algorithm ai| robot cyber hacker hacking| malware encryption startup| browser wireless chip| chips| ' +
      'processor gadget laptop tablet tablets| developer developers| programming programmer linux| java| ' +
      'code| technolog tech| experiment particle quantum fossil dinosaur',
    '14':
      'immigra migrant migrants| refugee asylum racis discriminat gender| feminis lgbt gay| lesbian ' +
      'transgender abortion poverty homeless famine hunger welfare inequality protest| census| demograph ' +
      'elderly| adopt adoption orphan diversity minority minorities| indigenous charity charities| ' +
      'volunteer donat',
    '15':
      'football footballer soccer cricket cricketer tennis golf golfer rugby basketball baseball hockey ' +
      'nba| nfl| nhl| mlb| fifa| uefa| ipl| olympic league| leagues| match| matches| innings wicket ' +
      'batsman bowler goalkeeper striker midfielder defender coach| coaches| coached| quarterback ' +
      'touchdown playoff playoffs| tournament championship semifinal quarterfinal final| finals| team ' +
      'teams| player players| squad scored| scoring| goal| goals| season| seasons| stadium athlete ' +
      'marathon sprint medal wimbledon boxing| boxer wrestl nascar pitcher inning homer fixture',
    '16':
      'war| wars| military army armed troops soldier rebel insurgent militant militia terroris jihad isis| ' +
      'taliban bomb bombing| bomber missile airstrike drone drones| artillery shelling| ceasefire invasion ' +
      'invad frontline hostage massacre genocide weapon warship guerrilla coup| peacekeep gunmen| riot ' +
      'rioting| unrest shooting| shooter',
    '17':
      'forecast forecaster temperature temperatures| celsius| fahrenheit| rain| rainfall raining| rainy ' +
      'snow| snowfall snowstorm blizzard sunny| cloudy| thunderstorm wind| winds| humid frost| weather ' +
      'meteorolog precipitation| showers| storm storms|',
  },
  de: {
    '01':
      'film| filme| films| filmen| filmemach filmfest filmpreis filmstar spielfilm kinofilm dokumentarfilm ' +
      'kino| kinos kinostart regisseur schauspiel drehbuch serie| serien| fernsehserie netflix hollywood ' +
      'oscar| oscars album| alben| sänger| sängerin popsänger musik| musiker| musikerin musical band| ' +
      'konzert konzerte orchester oper| opern| dirigent theater bühne| schriftsteller autor| autorin ' +
      'roman| romane| romans literatur buchpreis gedicht| lyrik museum| museums museen ausstellung galerie ' +
      'künstler gemälde kunst| kunstwerk festival premiere tournee fans| moderator fernsehshow castingshow ' +
      'promi| promis popstar rapper comedian kabarett komponist song| songs| gitarr rockmusik indierock ' +
      'topmodel hauptrolle dschungelcamp',
    '02':
      'polizei polizist festgenommen festnahme verdächtig tatverdächt tatverdacht täter| täterin ermittler ' +
      'ermittlung ermittelt staatsanwalt anklage angeklagt gericht| gerichts landgericht amtsgericht ' +
      'oberlandesgericht bundesgerichtshof richter| richterin urteil| urteils verurteilt haft| haftbefehl ' +
      'haftstrafe untersuchungshaft gefängnis freiheitsstrafe bewährung mord| mordes mordfall mörder ' +
      'mordprozess totschlag messerangriff erstochen erschossen raub| raubüberfall räuber überfall ' +
      'einbruch einbrecher diebstahl dieb| diebe| gestohlen betrug| betrüger betrugs drogenhandel kokain ' +
      'vergewaltig missbrauch straftat straftäter strafverfahren kriminal anwalt rechtsanwalt verteidiger ' +
      'razzia fahndung korruption bestech geldwäsche erpress tatort beschuldigt klage| kläger verklagt ' +
      'messer| messerstecher',
    '03':
      'erdbeben tsunami hochwasser überschwemm flutkatastrophe unfall unfälle verunglück zusammenstoß ' +
      'absturz abgestürzt flugzeugabsturz brand| brände| waldbrand großbrand brannte| feuerwehr explosion ' +
      'explodiert rettungskräfte rettungsdienst rettungshubschrauber einsatzkräfte schwerverletzt ' +
      'verletzte| todesopfer unglück katastrophe lawine erdrutsch vermisst notarzt geborgen kollidiert ' +
      'prallte| entgleist trümmer evakuiert überschlug vulkanausbruch',
    '04':
      'unternehmen| unternehmens konzern| konzerns konzernchef aktie| aktien aktionär börse dax| umsatz ' +
      'umsätze gewinn| gewinne| gewinnwarnung quartal wirtschaft| wirtschafts konjunktur wachstum ' +
      'inflation leitzins zinsen| zinserhöh notenbank ezb| bank| banken bankhaus milliarden| investor ' +
      'investition übernahme| fusion| export exporte import importe handels zölle| steuern| steuerzahler ' +
      'haushaltsloch verbraucher| verbraucherpreis einzelhandel händler kunden| immobilien miete| mieten ' +
      'kredit insolvenz pleite| startup autobauer hersteller industrie lieferkette bruttoinlandsprodukt ' +
      'rezession rendite anleihe dividende fonds| mittelstand spritpreis gaspreis strompreis ' +
      'energiekonzern fluggesellschaft bilanz| vorstandschef landwirt landwirtschaft bauern| ölpreis ' +
      'energiepreise öl|',
    '05':
      'schule| schulen| grundschule gymnasium realschule gesamtschule schüler lehrer| lehrerin lehrkräfte ' +
      'lehrkraft unterricht abitur universität hochschule student| studenten studierende studium semester ' +
      'kita| kitas kindergarten kindertagesstätte bildungs kultusminister klassenzimmer schuljahr prüfung ' +
      'zeugnis professor| studiengang ausbildung| lehrplan',
    '06':
      'klimawandel klimaschutz klimakrise erderwärmung treibhausgas emission co2| umweltschutz umwelt| ' +
      'umweltverband naturschutz artenschutz artenvielfalt artensterben biodiversität tierart wildtier ' +
      'waldsterben erneuerbar energiewende windkraft windräder solaranlage photovoltaik kohleausstieg ' +
      'plastikmüll recycling schadstoff verschmutz nachhaltig ökosystem gletscher klimaaktivist ökolog',
    '07':
      'krankenhaus krankenhäus klinik| kliniken| klinikum arzt| ärzte| ärztin hausarzt patient krankheit ' +
      'erkrank| erkrankung virus| viren| coronavirus corona| covid impfung impfstoff geimpft krebs| ' +
      'krebskrank tumor medikament arznei therapie infektion infiziert gesundheit| gesundheits pandemie ' +
      'epidemie seuche grippe diagnose symptom| symptome operation operiert pflegekräft chirurg mediziner ' +
      'medizin| herzinfarkt schlaganfall diabetes demenz depression psychotherap immunsystem krankenkasse ' +
      'antibiotik virolog rki| fettabsaug schönheitsop',
    '09':
      'streik| streiks streikt| streiken warnstreik gewerkschaft verdi| tarifverhandlung tarifvertrag ' +
      'tarifkonflikt lohn| löhne lohnerhöhung gehalt| gehälter arbeitnehmer arbeitgeber arbeitslos ' +
      'arbeitsmarkt arbeitsplatz arbeitsplätze arbeitszeit arbeitsrecht beschäftigte kündigung ' +
      'stellenabbau entlassung mindestlohn fachkräfte fachkräftemangel betriebsrat homeoffice überstunden ' +
      'mitarbeiter| angestellte| bewerber| jobs| kurzarbeit arbeitsbeding arbeit| rentner| rente|',
    '10':
      'rezept| rezepte kochen| zutaten backen| teig| restaurant| restaurants koch| küche| genuss wein| ' +
      'weine| urlaub urlauber reise| reisen| reiseziel touris hotel| hotels strand| kreuzfahrt wandern| ' +
      'wanderung ausflug mode| modelabel modetrend outfit kleid| kleider| designer| beauty kosmetik ' +
      'schminke| pflegeprodukt frisur garten| gärtner pflanzen| balkon deko| möbel haustier dating flirt ' +
      'partnerschaft liebe| beziehung| styling yoga fitness accessoire pullover| handtasche lieblingsstück ' +
      'zucker butter| mehl| backofen ofen|',
    '11':
      'regierung bundesregierung landesregierung bundeskanzler kanzler| kanzlerin minister| ministerin ' +
      'ministerium innenminister außenminister finanzminister verteidigungsminister ministerpräsident ' +
      'präsident| präsidentin präsidentschaft parlament abgeordnet bundestag bundesrat landtag wahl| ' +
      'wahlen wahlkampf wähler| landtagswahl bundestagswahl partei| parteien parteitag spd| cdu| csu| fdp| ' +
      'afd| grünen| linkspartei koalition ampel| opposition fraktion gesetzentwurf gesetz| gesetze| ' +
      'referendum bürgermeister senator politik| politiker politikerin diplomat gipfeltreffen kreml| ' +
      'putin| selenskyj sanktion abstimmung demokrat republikaner staatschef regierungschef außenpolitik ' +
      'innenpolitik verfassung| asylpolitik volksabstimmung',
    '12':
      'kirche| kirchen| kirchlich bischof bischöf kardinal papst| vatikan pfarrer pastor| priester ' +
      'gottesdienst gebet| christlich christen katholi evangelisch protestant muslim| muslime islam| ' +
      'islamisch moschee imam| synagoge jüdisch| rabbiner religion religiös glaube| gläubige pilger ' +
      'ramadan kloster mönch theolog predigt prediger kirchentag',
    '13':
      'software| computer internet| nutzer| smartphone iphone handy| technologie daten| datenschutz ' +
      'künstliche| ki| chatgpt algorithm app| apps| google| apple| microsoft| facebook| tiktok| twitter| ' +
      'instagram roboter chip| chips| halbleiter forscher| forscherin forschung forschungs wissenschaftler ' +
      'wissenschaft| studie| weltraum raumfahrt raumsonde nasa| esa| satellit astronaut astronom planet| ' +
      'planeten teleskop galaxie physik physiker chemiker genom fossil dinosaurier labor| experiment ' +
      'cyberangriff hacker digitalisierung videospiel konsole|',
    '14':
      'flüchtling geflüchtete migrant migration asylbewerber zuwander einwander integration| diskriminier ' +
      'rassis antisemit sexismus gleichberecht gleichstellung feminis armut obdachlos sozialhilfe ' +
      'bürgergeld ehrenamt familie| familien| alleinerziehend senioren generation| homosexuell transgender ' +
      'queer| frauenrechte menschenrecht abtreibung bevölkerung| kinderarmut behinder ehepaar cybermobbing ' +
      'trennung| sozialleistung sozial| jugendliche| ehrung',
    '15':
      'fußball bundesliga spieltag spieler| spielerin mannschaft trainer| trainerin tor| tore| torwart ' +
      'torhüter stürmer mittelfeld elfmeter niederlage| auswärtssieg heimsieg saison tabelle| ' +
      'tabellenführer champions league dfb| uefa| fifa| weltmeister europameister meisterschaft weltcup ' +
      'olympia olympisch medaille goldmedaille turnier viertelfinal halbfinale finale| achtelfinale ' +
      'rennen| formel| rennfahrer tennis handball basketball eishockey leichtathletik schwimm radsport ' +
      'etappe| boxen| boxer skispringen biathlon snooker schach großmeister wm| em| nationalmannschaft ' +
      'nationalspieler sportler athlet schiedsrichter trikot| fc| bvb| borussia transfer|',
    '16':
      'krieg| krieges kriegs angriffskrieg bürgerkrieg soldat armee| militär truppen| rakete| raketen ' +
      'raketenangriff luftangriff drohne| drohnen drohnenangriff panzer| artillerie beschuss| offensive| ' +
      'gegenoffensive front| frontlinie waffenruhe waffenstillstand waffenlieferung waffen| nato| ' +
      'bundeswehr söldner rebellen miliz terror| terroris terroranschlag anschlag anschläge bombe| bomben| ' +
      'invasion putsch hamas| hisbollah taliban streitkräfte atomwaffen verteidigungsallianz gefechte| ' +
      'wagner|',
    '17':
      'wetter| wetterdienst wettervorhersage regen| regenschauer schauer| schnee| schneefall sturm| ' +
      'sturmböen böen| orkan gewitter| unwetter temperaturen frost| glätte hitze| hitzewelle sonnig bewölk ' +
      'wolken| meteorolog niederschlag tiefdruck hochdruckgebiet nebel|',
  },
  fr: {
    '01':
      'film| films| cinéma cinéaste réalisateur réalisatrice acteur| acteurs actrice comédien tournage ' +
      'casting| séries| netflix hollywood oscar| oscars césar| album| albums chanteur chanteuse chanson ' +
      'musique| musicien musical concert| concerts orchestre rappeur rap| roman| romans romancier écrivain ' +
      'autrice littéra libraire librairie poète poésie musée exposition galerie| artiste peintre peinture ' +
      'sculpt théâtre metteur danseu ballet festival spectacle humoriste animateur téléréalité bd| ' +
      'mousquetaires personnage scénario éditeur opéra| opéras|',
    '02':
      'police| policier gendarme gendarmerie suspect| suspects arrêté| interpell meurtre meurtri assassin ' +
      'tué| tribunal tribunaux juge| juges procès| avocat procureur parquet| condamné condamnation prison| ' +
      'prisons perquisition enquêteur victime agression agress viol| violeur vol| voleur cambriol braquage ' +
      'escroquerie fraude trafic| drogue cocaïne stupéfiant narcotrafic plainte| inculp justice| ' +
      'judiciaire cour| magistrat délit| criminel crime| crimes homicide détenu détention corruption ' +
      'blanchiment jury| couteau poignard',
    '03':
      'séisme tremblement| tsunami inondation crue| crues| accident| accidents incendie pompiers explosion ' +
      'secours| secouristes blessés| morts| disparus| catastrophe naufrage avalanche crash| effondr ' +
      'glissement éboulement sinistre| évacué sinistrés décombres déraill collision rescapé noyade ' +
      'éruption survivants',
    '04':
      'entreprise entreprises| actionnaire bourse cac| bénéfice chiffre| économie économique| économiste ' +
      'croissance inflation taux| banque bancaire bce| milliards| investisse marché| marchés| prix| impôt ' +
      'impôts| fiscal dette| déficit pib| budget| rachat filiale patronat pdg| industrie industriel ' +
      'exportation importation commerce| commercial consommateur consommation| carburant facture ' +
      'immobilier crédit| faillite privatis dividende récession conjoncture monnaie brevet| agricult ' +
      'éleveur énergie| énergies pétrole électricité gaz|',
    '05':
      'école écoles| élève élèves| collège| lycée lycéen professeur enseignant enseignement université ' +
      'étudiant baccalauréat bac| éducation| rentrée| parcoursup diplôme scolaire scolarité crèche ' +
      'concours| examen| examens correction| épreuve épreuves|',
    '06':
      'climat climatique réchauffement émissions carbone| co2| environnement environnemental pollution ' +
      'pollué biodiversité espèce| espèces forêt| forêts écologie écologique écologiste déforestation ' +
      'renouvelable éolien éolienne solaire| déchets recyclage plastique| sécheresse nappes| bassine ' +
      'bassines faune flore glacier écosystème pesticide',
    '07':
      'hôpital hôpitaux hospitalis médecin médecine médical patient| patients maladie| maladies malade ' +
      'virus| coronavirus covid vaccin vaccination cancer tumeur traitement| médicament infection santé| ' +
      'sanitaire épidémie pandémie grippe symptôme diagnostic chirurg opération| infirmi soignant soins| ' +
      'clinique| bronchite pharma diabète dépression urgences| oms| antibiotique',
    '09':
      'grève grèves| gréviste syndicat syndical intersyndicale cgt| cfdt| salarié salariés| salaire ' +
      'employeur employé emploi| emplois| chômage chômeur licenci retraite| retraites| travailleur smic| ' +
      'embauche recrutement négociations| ratp| sncf| débrayage préavis télétravail mobilisation',
    '10':
      'recette| recettes| cuisine cuisinier restaurant gastronom ingrédient vin| vins| vacances voyage ' +
      'voyageur tourisme touriste touristique hôtel plage| randonnée mode| couture créateur vêtement ' +
      'beauté cosmétique maquillage coiffure jardin| jardinage décoration maison| animaux| chien| chiens ' +
      'chat| chats yoga astuce astuces loisirs sucre beurre farine pâte| four|',
    '11':
      'gouvernement ministre| ministres| président| présidente présidentiel élysée matignon parlement ' +
      'parlementaire assemblée député sénat sénateur élection élections| électoral électeur vote| votes ' +
      'scrutin partis opposition majorité| loi| réforme constitution| constitutionnel maire| préfet ' +
      'politique| politiques macron| borne| mélenchon extrême| socialiste républicains rn| lfi| gauche| ' +
      'droite| diplomat sommet| kremlin trump| biden| lula| démocratie adhésion référendum motion| ' +
      'sanctions',
    '12':
      'église églises| évêque archevêque cardinal pape| vatican prêtre messe| catholique chrétien ' +
      'protestant musulman islam| islamique mosquée imam| juif juive synagogue rabbin religion religieu ' +
      'foi| fidèles| pèlerin ramadan aïd| carême pâques monastère diocèse prière théolog laïcité|',
    '13':
      'logiciel ordinateur internet| internaute utilisateur smartphone iphone application| applications| ' +
      'technologie technologique données| intelligence| ia| chatgpt algorithme google| apple| microsoft| ' +
      'facebook| twitter| tiktok| numérique robot| robots puce| cyberattaque pirate| hacker console| ' +
      'chercheur recherche| scientifique science| sciences| étude| spatial nasa| fusée| satellite ' +
      'astronaute astronome planète télescope physique| physicien mathémati chimie fossile gène| ' +
      'laboratoire découverte',
    '14':
      'migrant migrants| réfugié immigration immigré asile| discrimination racisme antisémit sexisme ' +
      'féminis égalité| inégalités pauvreté précarité famille| familles| handicap homosexu lgbt| ' +
      'transgenre avortement ivg| mariage| divorce bénévole association| solidarité société| violences| ' +
      'seniors| vieillesse jeunesse rsa| allocataire insertion| solidarités',
    '15':
      'match| matchs équipe| équipes| entraîneur joueur joueuse victoire| défaite ligue| buts| buteur ' +
      'football footballeur rugby saison| club| clubs tournoi champion champions| championne championnat ' +
      'finale| coupe| olympique| jo| médaille tennis cyclis étape| cycliste athlète athlétisme natation ' +
      'basket handball formule| pilote| arbitre| gardien| attaquant xv| bleus| psg| om| real| bayern ' +
      'sélectionneur transfert stade',
    '16':
      'guerre| guerres soldat soldats| armée militaire militaires| troupes| missile missiles| frappe| ' +
      'frappes| drone drones| bombard attentat terroris djihad rebelle rebelles| milice cessez front| ' +
      'offensive| otan| combats| combattant artillerie char| chars| invasion invad putsch hamas| hezbollah ' +
      'arme| armes| ukrainien| ukrainienne exercices| wagner|',
    '17':
      'météo| pluie| pluies| averses neige| neiges tempête orage orages| températures| soleil| nuages| ' +
      'nuageux vigilance| canicule rafales vent| vents| verglas gel| brouillard anticyclone précipitations ' +
      'thermomètre ensoleill',
  },
  es: {
    '01':
      'película películas| cine| cineasta director| directora actor| actores| actriz rodaje guion| series| ' +
      'netflix hollywood oscar| óscar álbum disco| cantante canción canciones| música músico concierto ' +
      'orquesta novela novelas| novelista escritor escritora autor| literatura literari poeta poesía ' +
      'libro| libros| museo exposición galería artista pintor pintura escultur teatro teatral festival ' +
      'estreno taquilla espectáculo humorista presentador telenovela reality rapero reguetón operístic',
    '02':
      'policía policial detenido detenida detenidos| detención arrest sospechoso asesin homicidio tribunal ' +
      'juez jueza| juicio abogad fiscal| fiscalía imputa imputado condenado condena| cárcel prisión ' +
      'víctima robo| robos ladrón atraco estafa fraude narcotráfico narco cocaína droga| violación ' +
      'agresión secuestro delito delincuen crimen| criminal investigado audiencia| querella denuncia| ' +
      'sentencia| corrupción cohecho blanqueo supremo| guardia| etarra apuñal navaja cuchillo',
    '03':
      'terremoto sismo| tsunami inundación inundaciones| accidente accidentes| incendio incendios| ' +
      'bomberos explosión rescate| rescatist heridos| fallecidos| muertos| catástrofe naufragio derrumbe ' +
      'deslizamiento colisión choque| volcadura descarril damnificad evacuad avalancha desaparecidos| ' +
      'erupción tragedia emergencias|',
    '04':
      'empresa empresas| empresari acciones| bolsa| ibex| beneficio| beneficios| ganancias ventas| ' +
      'economía económic crecimiento inflación tipos| tasa| banco| bancos| bancari bce| inversión inversor ' +
      'inversionista mercado mercados| precio precios| impuesto impuestos| fiscalidad deuda déficit pib| ' +
      'exportacion importacion comercio| comercial consumo| consumidor dólar dólares| industria ' +
      'inmobiliari vivienda| hipoteca crédito quiebra petróleo arancel aranceles presupuesto multinacional ' +
      'compañía| agricult ganader energía| eléctrica| gas|',
    '05':
      'escuela escuelas| alumno alumnos| profesor profesores| docente enseñanza educación| educativ ' +
      'colegio colegios| universidad universitari estudiante examen exámenes| selectividad bachillerato ' +
      'aula| aulas| matrícula beca| becas| rector| guardería',
    '06':
      'clima| climátic calentamiento emisiones carbono| co2| medioambient ambiental contaminación ' +
      'contaminante biodiversidad especie| especies| bosque| bosques| deforestación renovable renovables| ' +
      'eólic reciclaje residuos plástico plásticos| sequía ecolog ecosistema fauna| glaciar vertido',
    '07':
      'hospital| hospitales| hospitalari médic médico| médicos| paciente pacientes| enfermedad ' +
      'enfermedades| enfermo virus| coronavirus covid vacuna vacunación cáncer tumor tratamiento| ' +
      'medicamento fármaco infección contagio salud| sanitari sanidad epidemia pandemia gripe síntoma ' +
      'diagnóstico cirug cirujan quirúrgic operación| enfermera enfermería clínic diabetes depresión oms| ' +
      'ambulatorio terapia',
    '09':
      'huelga huelgas| huelguista sindicato sindical ugt| ccoo| salario salarios| salarial trabajador ' +
      'trabajadores| empleado empleados| empleo| empleador desempleo desempleado paro| parados despido ' +
      'despidos| laboral convenio jubilación pensiones| erte| teletrabajo',
    '10':
      'receta| recetas| cocina| cocinero chef| restaurante gastronom ingrediente vino| vinos| vacaciones ' +
      'viaje| viajes| viajero turismo turista turístic hotel| hoteles| playa| playas| senderismo moda| ' +
      'diseñador vestido| belleza cosmétic maquillaje peinado jardín| decoración mascota perro| gato| ' +
      'bienestar yoga pareja| horóscopo tendencia| azúcar mantequilla harina masa| horno',
    '11':
      'gobierno gobiernos| ministro ministra ministerio presidente presidenta presidencia parlamento ' +
      'parlamentari diputad congreso| senado senador elección elecciones electoral votación votos| votante ' +
      'psoe| pp| vox| podemos| oposición coalición ley| leyes reforma| constitución| constitucional ' +
      'alcalde alcaldesa ayuntamiento político política| políticos| politicas diplomátic cumbre| moncloa ' +
      'sánchez| rajoy| zapatero| independentis referéndum autonómic canciller investidura decreto| ' +
      'socialista| partido| partidos|',
    '12':
      'iglesia iglesias| obispo arzobispo cardenal papa| vaticano sacerdote misa| católic cristian ' +
      'evangélic musulmán musulmanes| islam| islámic mezquita imán| judío sinagoga religión religios fe| ' +
      'fieles| peregrin ramadán monasterio parroquia diócesis oración cofradía',
    '13':
      'software| ordenador computador internet| usuarios| móvil| móviles| smartphone iphone aplicación| ' +
      'aplicaciones| app| tecnología tecnológic datos| inteligencia| ia| chatgpt algoritmo google| apple| ' +
      'microsoft| facebook| twitter| tiktok| robot chip| chips| ciberataque hacker videojuego consola| ' +
      'investigadores| científic ciencia| estudio| espacial nasa| cohete| satélite astronauta astrónom ' +
      'planeta| telescopio físic químic fósil genétic laboratorio descubrimiento',
    '14':
      'migrante migrantes| inmigra refugiad asilo| discriminación racismo machis feminis igualdad| ' +
      'desigualdad pobreza exclusión desahucio familia| familias| discapacidad homosexual lgtb lgbt ' +
      'transexual aborto| matrimonio| divorcio voluntari ong| solidari sociedad| ancianos| juventud',
    '15':
      'partido| partidos| equipo| equipos| entrenador jugador jugadora victoria| derrota| liga| gol| ' +
      'goles| goleador fútbol futbolista temporada| club| torneo campeón campeonato semifinal copa| ' +
      'olímpic medalla tenis tenista ciclis etapa| atleta atletismo natación baloncesto balonmano fórmula| ' +
      'piloto| árbitro portero| delantero centrocampista barcelona| barça selección| fichaje estadio| ' +
      'penalti boxeo',
    '16':
      'guerra| guerras| soldado soldados| ejército militar| militares| tropas| misil misiles| bombarde ' +
      'dron| drones| atentado terroris yihad rebelde rebeldes| guerrill milicia tregua ofensiva ' +
      'contraofensiva otan| combate combates| artillería tanque| tanques| invasión invad hamás hezbolá ' +
      'arma| armas| eta| ataque| ataques| conflicto|',
    '17':
      'meteorolog aemet| lluvia lluvias| nieve| nevada nevadas| tormenta tormentas| borrasca temperaturas| ' +
      'nubes| nuboso viento| vientos| granizo helada heladas| niebla precipitaciones pronóstico| chubascos ' +
      'ciclón huracán',
  },
  it: {
    '01':
      'film| cinema| regista attore| attori| attrice cast| trailer netflix hollywood oscar| album| ' +
      'cantante cantautore canzone canzoni| musica| musicale musicista concerto concerti| orchestra opera| ' +
      'romanzo romanzi scrittore scrittrice autore| autrice letterat poeta poesia libro| libri| editore ' +
      'museo musei mostra| mostre| galleria artista pittore pittura scultur teatro teatrale festival| ' +
      'spettacolo sanremo conduttore reality comico rapper band| tournée palcoscenico',
    '02':
      'polizia poliziotto carabinieri questura arrestato arresto arresti| fermato sospettato omicidio ' +
      'assassin ucciso| uccisa tribunale giudice giudici| processo| avvocato procura procuratore pm| ' +
      'indagato indagini inchiesta| condannato condanna carcere detenuto vittima rapina furto| furti| ' +
      'ladro ladri| truffa spaccio droga| cocaina stupefacent stupro sequestro reato| reati| mafia| ' +
      'mafioso camorra ndrangheta sentenza| cassazione corruzione riciclaggio denuncia| denunciato ' +
      'accoltell coltello',
    '03':
      'terremoto sisma| scossa| tsunami alluvione alluvioni esondazione incidente| incidenti| scontro| ' +
      'incendio incendi| rogo| vigili| esplosione soccorsi| soccorritori feriti| dispersi| catastrofe ' +
      'naufragio valanga frana| crollo| schianto deragli evacuat sfollati| superstiti eruzione',
    '04':
      'azienda aziende| azioni| azionist borsa| ftse| utile| utili| ricavi| fatturato economia| economic ' +
      'crescita| inflazione tassi| banca| banche| bancari bce| miliardi| investiment investitor mercato| ' +
      'mercati| prezzo| prezzi| tasse| fisco debito| deficit| pil| export| import| commercio commerciale ' +
      'consumi| consumatori dollaro industria| industriale immobiliare mutuo| mutui| fallimento bollette| ' +
      'carburanti imprese| imprenditor spread| dazi| manovra| agricolt energia| gas| petrolio',
    '05':
      'scuola scuole| scolastic alunno alunni| studente studenti| studentesse insegnante insegnanti| ' +
      'docente docenti| professore università universitari maturità| esame| esami| istruzione laurea ' +
      'laureat ateneo rettore lezioni| miur| didattic',
    '06':
      'clima| climatic riscaldamento| emissioni| co2| ambientale ambientalist inquinamento inquinante ' +
      'biodiversità foresta foreste| deforestazione rinnovabil eolic fotovoltaic rifiuti| riciclo ' +
      'plastica| siccità ecolog ecosistema fauna| ghiacciai| sostenibil',
    '07':
      'ospedale ospedali| ospedalier medico| medici| paziente pazienti| malattia malattie| malato virus| ' +
      'coronavirus covid vaccino vaccini| vaccinazion cancro tumore tumori| terapia| terapie| farmaco ' +
      'farmaci| infezion contagi| salute| sanitari sanità| epidemia pandemia influenza| sintom diagnosi ' +
      'chirurg infermier clinica| diabete depressione oms| ricoverat',
    '09':
      'sciopero scioperi| sindacato sindacati| sindacale cgil| cisl| uil| lavoratori lavoratrici salario ' +
      'salari| salariale stipendi occupazione| disoccupa licenzia dipendenti| pensione| pensioni| ' +
      'assunzioni precari| precariato vertenza lavoro|',
    '10':
      'ricetta| ricette| cucina| cuoco chef| ristorante ristoranti| gastronom ingredienti vino| vini| ' +
      'vacanza vacanze| viaggio| viaggi| turismo turisti| turistic hotel| albergo spiaggia spiagge| moda| ' +
      'stilista abito| abiti| bellezza cosmetic trucco| giardino| arredamento cane| gatto| benessere yoga ' +
      'oroscopo tendenze zucchero burro| farina impasto forno|',
    '11':
      'governo| governi ministro| ministri| ministra ministero premier| parlamento| parlamentar deputat ' +
      'senato| senatore senatori elezioni elettoral elettori voto| voti| partito| partiti| pd| lega| ' +
      'opposizione maggioranza| legge| leggi| riforma costituzion sindaco sindaci| giunta| politic meloni| ' +
      'salvini| renzi| berlusconi| draghi| schlein| quirinale mattarella diplomat vertice| referendum ' +
      'decreto| centrodestra centrosinistra',
    '12':
      'chiesa chiese| vescovo vescovi| arcivescovo cardinale papa| pontefice vaticano| sacerdote prete| ' +
      'parroco parrocchia messa| cattolic cristian musulman islam| islamic moschea imam| ebreo ebrei ' +
      'ebraic sinagoga religion religios fede| fedeli| pellegrin ramadan monaster diocesi preghiera ' +
      'giubileo',
    '13':
      'software| computer internet| utenti| smartphone iphone app| applicazione| tecnologi dati| ' +
      'intelligenza| ia| chatgpt algoritm google| apple| microsoft| facebook| twitter| tiktok| robot| ' +
      'chip| hacker cyber videogioco videogiochi console| ricercatori| ricerca| scienziati scientific ' +
      'scienza| studio| spaziale nasa| esa| razzo| satellite| astronaut astronom pianeta| telescopio ' +
      'fisica| fisico| chimica| fossile genetic laboratorio scoperta|',
    '14':
      'migranti| migrante immigra rifugiati profughi| sbarchi asilo| discriminazion razzis femminis ' +
      'femminicidi parità| disuguaglianz povertà| famiglia| famiglie| disabil omosessual lgbt| transgender ' +
      'aborto| matrimonio| divorzio volontari solidarietà diritti| anziani| giovani|',
    '15':
      'partita| partite| squadra| squadre| allenatore giocatore giocatori| vittoria| sconfitta| campionato ' +
      'gol| goal| calcio| calciatore stagione| club| torneo campione| campioni| semifinal finale| coppa| ' +
      'olimpi olimpiadi medaglia tennis| tennista ciclis tappa| atleta atletica nuoto basket| pallavolo ' +
      'volley formula| pilota| ferrari| arbitro portiere| attaccante centrocampista juventus juve| inter| ' +
      'milan| ct| stadio| rigore|',
    '16':
      'guerra| guerre| soldato soldati| esercito militare| militari| truppe| missile missili| raid| ' +
      'bombarda drone| droni| attentat terroris jihad ribelli| milizia milizie tregua| cessate offensiva ' +
      'controffensiva nato| combattim artiglieria invasione golpe| hamas| hezbollah arma| armi| scontri| ' +
      'paramilitar generali| massacr',
    '17':
      'meteo| previsioni| pioggia piogge| neve| nevicat temporali| temporale maltempo temperature| nuvol ' +
      'vento| grandine gelo| nebbia caldo| afa| perturbazione anticiclone precipitazioni allerta|',
  },
  pt: {
    '01':
      'filme| filmes| cinema cineasta diretor| diretora ator| atores| atriz atrizes elenco roteiro novela| ' +
      'novelas| séries| netflix hollywood oscar| álbum álbuns| cantor cantora canção canções música| ' +
      'músicas| músico musical show| shows| concerto orquestra romance| romancista escritor escritora ' +
      'literatura literári poeta poesia livro| livros| museu museus| exposição galeria| artista pintor ' +
      'pintura escultur teatro teatral festival estreia bilheteria espetáculo humorista apresentador| ' +
      'apresentadora bbb| rapper sertanej samba| carnaval turnê famosos|',
    '02':
      'polícia policial policiais preso| presos| presa| prisão suspeito suspeita| assassin homicídio ' +
      'tribunal tribunais juiz juíza julgamento advogad promotor promotoria procurador procuradoria réu| ' +
      'acusado denúncia| condenado condenação cadeia presídio vítima roubo| roubos furto| assalto ' +
      'assaltante golpe| estelionato fraude tráfico traficante droga| drogas| cocaína estupro agressão ' +
      'sequestro crime| crimes| criminos criminal delegad delegacia investigad inquérito corrupção propina ' +
      'lavagem| stf| stj| mandado| detido detidos gnr| psp| feminicídio facada facadas esfaque',
    '03':
      'terremoto sismo| tsunami enchente enchentes| inundação inundações alagament acidente| acidentes| ' +
      'incêndio incêndios bombeiro explosão resgate| feridos| mortos| desaparecidos| tragédia catástrofe ' +
      'naufrágio desabamento desabou deslizamento colisão| capotou descarril desabrigad evacuad avalanche ' +
      'sobrevivente erupção',
    '04':
      'empresa| empresas| empresári ações| bolsa| ibovespa lucro| lucros| faturamento receita| economia ' +
      'economist econômic económic crescimento| inflação juros| selic banco| bancos| bancári bilhões ' +
      'investimento investidor mercado| mercados| preço| preços| imposto impostos| tributári dívida| ' +
      'déficit pib| exportaç importaç comércio| consumo| consumidor dólar| dólares| indústria industrial ' +
      'imobiliári crédito falência petrobras petróleo tarifa| tarifas| orçamento varejo agronegócio ' +
      'agricult pecuári energia|',
    '05':
      'escola| escolas| escolar aluno| alunos| alunas| professor| professores| professora docente ensino| ' +
      'educação educacion universidade universitári estudante vestibular enem| creche creches| matrícula ' +
      'reitor provas| faculdade mestrado mec|',
    '06':
      'clima| climátic aquecimento emissões carbono co2| ambiental ambientais ambientalist ambiente| ' +
      'poluição poluente biodiversidade espécie| espécies| floresta florestas| desmatamento desflorestação ' +
      'amazônia renovável renováveis eólic reciclagem resíduos plástico seca| ecolog ecossistema fauna| ' +
      'ibama| sustentável sustentabilidade',
    '07':
      'hospital| hospitais hospitalar médico| médicos| médica| medicina paciente pacientes| doença ' +
      'doenças| doente vírus coronavírus covid vacina vacinação vacinad câncer cancro| tumor tratamento| ' +
      'medicamento remédio infecção infeção contágio saúde| sanitári epidemia pandemia dengue gripe ' +
      'sintoma diagnóstico cirurgi enfermeir clínic diabetes depressão oms| sus| uti| anvisa terapia',
    '09':
      'greve| greves| grevista sindicato sindical cut| cgtp salário salários| salarial trabalhador ' +
      'trabalhadores| trabalhista empregado empregad emprego| empregos| desemprego desempregad demissão ' +
      'demissões demitid aposentadoria aposentad inss| contratação laboral',
    '10':
      'receitas| culinária cozinha chef| restaurante gastronom ingrediente vinho| vinhos| férias viagem| ' +
      'viagens| viajante turismo turista turístic hotel| hotéis praia| praias| trilha moda| estilista ' +
      'vestido| look| beleza cosmétic maquiagem maquilhagem cabelo| jardim decoração pet| cachorro| gato| ' +
      'yoga horóscopo signo| tendência| açúcar manteiga farinha massa| forno',
    '11':
      'governo| governos| ministro ministra ministério presidente| presidenta presidência parlamento ' +
      'parlamentar deputad congresso| senado| senador eleição eleições eleitoral eleitor voto| votos| ' +
      'votação partido| partidos| pt| psdb| pl| mdb| psol| psd| oposição coligação lei| leis| reforma| ' +
      'constituição constitucional prefeito prefeitura câmara vereador governador política| político ' +
      'políticos| políticas| diplomátic cúpula lula| bolsonaro dilma| temer| planalto| itamaraty ' +
      'impeachment referendo decreto|',
    '12':
      'igreja| igrejas| bispo| bispos arcebispo cardeal papa| vaticano padre| pastor| missa católic cristã ' +
      'cristão evangélic muçulman islã islamismo islâmic mesquita judeu judaic sinagoga religião religios ' +
      'fé| fiéis| peregrin ramadã mosteiro paróquia diocese oração umbanda candomblé',
    '13':
      'software| computador internet| usuários| utilizadores celular| celulares| smartphone iphone ' +
      'aplicativo app| tecnologia tecnológic dados| inteligência| ia| chatgpt algoritmo google| apple| ' +
      'microsoft| facebook| twitter| tiktok| robô robôs| chip| hacker ciberataque videogame pesquisador| ' +
      'pesquisadores cientista científic ciência estudo| espacial nasa| foguete satélite astronauta ' +
      'astrônom planeta| telescópio físic químic fóssil genétic laboratório descoberta|',
    '14':
      'migrante migrantes| imigra refugiad asilo| discriminação racismo racista feminis igualdade ' +
      'desigualdade pobreza fome| família| famílias| deficiência homossexu lgbt| transexual aborto| ' +
      'casamento| divórcio voluntári ong| solidari sociedade| direitos| idosos| quilombola indígena ' +
      'juventude',
    '15':
      'jogo| jogos| partida| time| times| equipe| equipa| treinador jogador jogadores| vitória| derrota| ' +
      'campeonato brasileirão liga| gol| gols| golo| golos| artilheiro futebol temporada| clube| clubes| ' +
      'torneio campeão campeões semifinal copa| taça| olímpic olimpíada medalha tênis| tenista ciclis ' +
      'atleta atletismo natação basquete vôlei fórmula| piloto| árbitro goleiro| atacante zagueiro ' +
      'flamengo corinthians palmeiras benfica sporting| seleção| estádio libertadores pênalti ufc|',
    '16':
      'guerra| guerras| soldado soldados| exército militar| militares| tropas| míssil mísseis| bombarde ' +
      'drone| drones| atentado terroris jihad rebelde rebeldes| guerrilh milícia cessar| trégua ofensiva ' +
      'contraofensiva otan| combate combates| artilharia tanque| tanques| invasão invad hamas| hezbollah ' +
      'arma| armas| ataque| ataques| conflito|',
    '17':
      'meteorolog inmet chuva| chuvas| neve| temporal| tempestade temperatura| temperaturas| nuvens ' +
      'nublado vento| ventos| granizo geada| nevoeiro ensolarad precipitação termômetro ciclone furacão',
  },
  pl: {
    '01':
      'film| filmu filmie filmy filmów filmow kino| kina| kinie| reżyser aktor aktork serial| serialu ' +
      'seriale netflix hollywood oscar| oscara album| albumu piosenk wokalist piosenkar muzyk muzyc ' +
      'koncert orkiestr opera| opery operow powieś pisarz pisark literatur literack poeta poezj książk ' +
      'wydawnictw muze wystaw galeri artyst malarz malarstw rzeźb teatr spektakl festiwal scenariusz ' +
      'celebryt prezenter raper kabaret płyt| płyta płyty gwiazd|',
    '02':
      'policj policyj zatrzyman aresztow areszt podejrzan podejrzen zabójstw zabójc zamordow morderst ' +
      'morderc sąd| sądu sądzie sądow sędzi proces| procesu adwokat prokurat oskarż skazan skazał wyrok ' +
      'więzie ofiar| ofiary ofiarę kradzie ukradł złodziej włamani rozbój oszust oszustw narkotyk kokain ' +
      'gwałt| gwałtu pobici porwani przestęp kryminaln śledztw śledcz korupcj łapówk zarzut zarzuty cba| ' +
      'cbś| trybunał kodeks nóż nożem nożownik',
    '03':
      'trzęsieni tsunami powódź powodzi zalan pożar strażak straż| straży eksploz wybuch| wybuchu ' +
      'katastrof ratownik ratowni ratunkow rannych| ranni| ranny zginęł zginął zaginion zatonął lawin ' +
      'osuwisk zawali karambol zderzeni wykolei ewakuac ewakuow topr| gopr| zabłądzi utonął dachował ' +
      'wypadek wypadk',
    '04':
      'spółk spółek przedsiębior firm| firma| firmy| firmie| akcjonari giełd gpw| wig20 zysk| zysku| zyski ' +
      'przychod sprzedaż gospodark gospodarcz ekonomi pkb| inflacj stopy| stóp| bank| banku| banki| banków ' +
      'bankow nbp| kredyt miliard mld| mln| inwesty inwestor rynek| rynku| rynki| rynków cen| ceny| cenach ' +
      'podatk podatek vat| dług| długu deficyt budżet eksport import| handl konsument dolar euro| złot| ' +
      'złotego frank| walut przemysł nieruchomoś upadłoś gazociąg paliw ropy| pgnig orlen kontrakt umow| ' +
      'zarząd| akcyz akcje| rolni energi gaz| gazu',
    '05':
      'szkoł szkół szkoln uczeń uczni uczniów nauczyciel lekcj matur| matura matury egzamin uniwersytet ' +
      'uczelni student studenc studia| studiów edukacj oświat przedszkol gimnazj liceum| licealist rektor ' +
      'podręcznik stypendi dydaktyc',
    '06':
      'klimat klimatu klimatyczn ociepleni emisj co2| ekolog ekologi zanieczyszcz smog bioróżnorod gatunk| ' +
      'gatunek gatunki lasów| lasy| wycink odnawialn oze| wiatrak fotowoltai recykling odpad śmieci ' +
      'plastik susz| przyrod',
    '07':
      'szpital lekarz lekark lekarsk pacjent chorob chory| chorych zachorow wirus koronawirus covid ' +
      'szczepi szczepion nowotw rak| raka| rakiem| guz| leczeni lek| leki| leków lekami infekc zakażen ' +
      'zdrowi zdrowot epidemi pandemi gryp| grypa grypy objaw diagnoz chirurg pielęgniar medycyn medycz ' +
      'klinik cukrzyc depresj nfz| wścieklizn angin antybiotyk krtani serc| serca kardio udar zawał dieta ' +
      'diety odżywi witamin bakteri hormon organizm',
    '09':
      'strajk związkow płac| płaca płace wynagrodze pensj| pensja pensje pracowni pracodaw zatrudni ' +
      'bezroboc bezrobot zwolnieni| zwolnień grupow emerytur emeryt| zus| praca| pracy| etat rekrutac ' +
      'minimalna',
    '10':
      'kuchni kucharz restaurac gastronom składnik wino| wina| wakacj urlop podróż turyst turysty hotel ' +
      'plaż wędrów moda| mody| modow projektant sukienk uroda| urody kosmety makijaż fryzur ogród ogrodu ' +
      'ogrodnic wnętrz aranżac pies| psa| kot| kota| joga| ślub ślub| ślubu ślubn wesel| wesele randk ' +
      'horoskop brunet cukier cukru masło mąki| mąka ciasto ciasta piekarnik',
    '11':
      'rząd| rządu| rządow minist premier| premiera prezyden parlament sejm senat| senatu senator poseł ' +
      'posł wybor wybory| wyborcz głosowani parti| partia partii pis| psl| sld| koalicj opozycj ustaw ' +
      'ustawa konstytuc referendum polityk polityc tusk| tuska kaczyńsk duda| dudy komorowsk morawieck ' +
      'burmistrz wojewod dyploma sankcj| sankcje demokra kandydat kancelari',
    '12':
      'kościoł kościół kościel biskup arcybiskup kardynał papież papies watykan ksiądz księd księż ' +
      'proboszcz parafi msza| mszy katolic chrześcija ewangelick muzułman islam meczet żydow synagog rabin ' +
      'religi religij wiara| wiary wierni| wiernych pielgrzym klasztor zakon| zakonn diecez modlitw',
    '13':
      'oprogramow komputer internet internau użytkowni smartfon iphone aplikac technolog dane| danych| ' +
      'sztuczn chatgpt algorytm google| apple| microsoft| facebook| twitter| cyfrow robot| roboty chip| ' +
      'haker cyber konsol naukow naukowcy badacz badani badania| kosmos kosmiczn nasa| satelit astronau ' +
      'astronom planet| planeta teleskop fizyk chemi| genetycz skamieni laboratori odkryci wynalaz',
    '14':
      'migrant imigran uchodź azyl| dyskryminac rasiz rasist antysemit feminis równoś nierówn ubóstw ' +
      'bieda| biedy bezdomn rodzin rodziny| niepełnospr homoseks lgbt| transpłc aborc małżeń rozwód rozwod ' +
      'wolontari społeczeń senior|',
    '15':
      'mecz meczu drużyn trener piłkarz piłkarsk piłka| piłki| piłkę| zawodnik zawodnicz porażk liga| ' +
      'ligi| lidze| ekstraklas gol| gola| gole| bramk bramkarz sezon| sezonu klub| klubu| turniej ' +
      'mistrzost mistrz| mistrza półfinał finał| finału puchar mundial olimpi medal tenis tenisist kolarz ' +
      'kolarsk etap| lekkoatlet koszyk siatk siatkar formuł rajd| skoczk skoki| żużl napastni pomocnik| ' +
      'fifa| uefa| pzpn stadion reprezentac kadr| kadra kadry kibic',
    '16':
      'wojn wojna wojny| żołnierz armi| armia armii wojsk wojskow rakiet| rakiety rakietow pocisk nalot ' +
      'bombard dron| drony dronów zamach terrory dżihad rebeli powstań rozejm zawieszenie front| frontu ' +
      'ofensyw nato| walki| artyleri czołg inwazj najazd hamas hezbollah broń| broni| nuklearn jądrow ' +
      'lotniskow flot| flota zatok| zatoki atak| ataku| ataki marynark',
    '17':
      'pogod pogoda deszcz opad opady śnieg śnieży burz| burza burze wichur temperatur mróz mroz| mrozy ' +
      'mgła| mgły zachmurz synoptyk imgw| upał upały wiatr| wiatru przymroz gołoledź',
  },
  nl: {
    '01':
      'film| films| bioscoop regisseur acteur| acteurs| actrice cast| serie| netflix hollywood oscar| ' +
      'album| zanger zangeres liedje| muziek muzikant musical concert| concerten orkest opera| roman| ' +
      'romans| schrijver schrijfster auteur| literatuur dichter poëzie boek| boeken| museum musea ' +
      'tentoonstelling expositie galerie kunstenaar schilder| schilderij beeldhouw theater toneel cabaret ' +
      'festival| voorstelling| première presentator talkshow songfestival rapper band| dj| popster soap| ' +
      'talentenjacht',
    '02':
      'politie agenten| verdachte verdacht| aangehouden aanhouding arrestatie gearresteerd moord| ' +
      'moordenaar doodgeschoten doodslag steekpartij neergestoken rechtbank rechter| rechters gerechtshof ' +
      'rechtszaak vonnis advocaat openbaar| veroordeeld celstraf gevangenis gevangenisstraf slachtoffer ' +
      'overval inbraak inbreker diefstal gestolen dief| oplichting oplichter fraude drugs| drugslab ' +
      'cocaïne verkrachting misbruik mishandeling ontvoering misdrijf misdaad crimineel criminelen ' +
      'strafzaak recherche opsporing corruptie witwassen mes| messteek',
    '03':
      'aardbeving tsunami overstroming watersnood ongeluk ongeval| ongevallen verkeersongeval aanrijding ' +
      'brand| brandweer explosie ontploffing hulpdiensten ambulance reddingswerk| reddingsactie gewonden| ' +
      'gewond| doden| dodelijk vermist ramp| rampgebied lawine aardverschuiving neergestort vliegtuigcrash ' +
      'instorting ingestort botsing ontspoor evacuatie geëvacueerd',
    '04':
      'bedrijf| bedrijven| onderneming ondernemer aandeel| aandelen aandeelhouder beurs| aex| winst| ' +
      'winsten omzet kwartaal| economie economisch economen groei| inflatie rente| bank| banken| dnb| ecb| ' +
      'miljard investering belegger markt| markten| prijs| prijzen| belasting belastingen begroting| ' +
      'tekort export| import| handel| consument winkel| winkels| supermarkt huizenprijs huizenmarkt ' +
      'woningmarkt hypotheek krediet failliet faillissement overname fusie| dividend recessie bbp| ' +
      'energieprijs importheffing koopkracht boeren| landbouw energie| olieprijs',
    '05':
      'school| scholen| basisschool middelbare leerling leraar leraren docent onderwijs universiteit ' +
      'hogeschool student| studenten| studie| examen examens| eindexamen klas| klaslokaal schooljaar ' +
      'kinderopvang rector mbo| hbo| vwo| havo| diploma| lerarentekort studieschuld',
    '06':
      'klimaat klimaatverandering opwarming uitstoot broeikas co2| stikstof milieu milieuvervuiling ' +
      'vervuiling biodiversiteit diersoort bossen| ontbossing duurzaam windmolen windpark zonnepanelen ' +
      'recycling afval| plastic| droogte ecolog ecosysteem natuurgebied natuurorganisatie pfas| wolf|',
    '07':
      'ziekenhuis ziekenhuizen arts| artsen| huisarts patiënt ziekte| ziektes ziekten virus| coronavirus ' +
      'corona| covid vaccin vaccinatie kanker tumor behandeling| medicijn geneesmiddel infectie besmetting ' +
      'gezondheid volksgezondheid epidemie pandemie griep symptomen diagnose operatie| chirurg ' +
      'verpleegkundige verpleeghuis zorg| zorgverzekering kliniek diabetes dementie depressie rivm| ggz| ' +
      'antibiotica',
    '09':
      'staking stakingen staakt| staken| vakbond vakbonden fnv| cnv| cao| loon| lonen| loonsverhoging ' +
      'salaris werknemer werkgever werkloos werkloosheid arbeidsmarkt ontslag ontslagen| banen| personeel| ' +
      'pensioen| minimumloon thuiswerk reorganisatie uitkering uwv| personeelstekort zzp',
    '10':
      'recept| recepten| koken| kok| restaurant ingrediënt wijn| wijnen| vakantie vakanties reizen| ' +
      'reiziger toerisme toerist hotel| strand| stranden| wandeling wandelen mode| modeontwerper kleding ' +
      'jurk| beauty cosmetica kapsel tuin| tuinieren interieur huisdier hond| honden| kat| katten| yoga ' +
      'dating| suiker boter| bloem| deeg oven|',
    '11':
      'regering kabinet kabinets minister| ministers| ministerie premier| president| parlement kamerlid ' +
      'kamerleden kamer| senaat verkiezing verkiezingen stemmen| kiezer partij| partijen| vvd| pvv| d66| ' +
      'cda| pvda| groenlinks bbb| nsc| fvd| oppositie coalitie wet| wetsvoorstel wetten| grondwet ' +
      'burgemeester wethouder gemeenteraad provincie| politiek politieke politicus rutte| wilders| schoof| ' +
      'formatie formateur diplomat referendum sancties motie| staatssecretaris trump| biden|',
    '12':
      'kerk| kerken| kerkelijk bisschop aartsbisschop kardinaal paus| vaticaan priester| predikant dominee ' +
      'katholiek christen christelijk protestant moslim islam| islamitisch moskee imam| jood| joden| joods ' +
      'synagoge rabbijn religie religieus geloof| gelovigen bedevaart ramadan klooster bisdom gebed| ' +
      'theolog',
    '13':
      'software computer internet| gebruikers smartphone iphone telefoon| app| apps| technologie data| ' +
      'kunstmatige| ai| chatgpt algoritme google| apple| microsoft| facebook| tiktok| twitter| robot ' +
      'chips| asml| hackers| hacker cyberaanval ransomware videogame game| games| onderzoekers| ' +
      'wetenschapper wetenschap ruimte| ruimtevaart nasa| esa| satelliet astronaut astronom planeet ' +
      'planeten telescoop natuurkund scheikund fossiel genetisch laboratorium dinosaur',
    '14':
      'migrant migranten migratie vluchteling asiel asielzoeker azc| coa| discriminatie racisme racistisch ' +
      'antisemit feminis gelijkheid ongelijkheid armoede daklo gezin| gezinnen| gehandicapt homoseksu ' +
      'lhbti lhbt| transgender abortus huwelijk| scheiding vrijwilliger samenleving mensenrechten ouderen| ' +
      'jongeren| voedselbank',
    '15':
      'wedstrijd wedstrijden team| elftal trainer| coach| speler| spelers| speelster overwinning| ' +
      'nederlaag eredivisie competitie| doelpunt doelman goal| voetbal voetballer seizoen| club| clubs| ' +
      'toernooi kampioen kampioenschap halve| finale| kwartfinale beker| wk| ek| olympisch spelen| ' +
      'medaille gouden| tennis tennisser wielren wielrenner etappe| renner atleet atletiek zwemmer ' +
      'schaatsen schaatser hockey basketbal handbal formule| verstappen grand| scheidsrechter keeper ' +
      'spits| middenvelder ajax| psv| feyenoord oranje| stadion knvb darts|',
    '16':
      'oorlog oorlogs soldaat soldaten leger| militair militairen troepen raket| raketten raketaanval ' +
      'luchtaanval bombardement drone| drones| aanslag aanslagen terroris jihad rebellen militie ' +
      'wapenstilstand bestand| frontlinie| offensief tegenoffensief navo| gevechten strijders artillerie ' +
      'tank| tanks| invasie binnenval staatsgreep hamas| hezbollah wapens| defensie nucleaire|',
    '17':
      'weer| weerbericht weersverwachting knmi| regen| buien| sneeuw storm| stormachtig onweer temperatuur ' +
      'temperaturen| zonnig bewolkt bewolking wolken wind| windstoten hagel vorst| ijzel gladheid mist| ' +
      'hittegolf neerslag meteorolog weerman',
  },
  sv: {
    '01':
      'film| filmen| filmer| filmerna bio| biopremiär regissör skådespel skådis netflix hollywood oscar| ' +
      'oscars album| albumet sångare sångerska låt| låten| låtar musik musiken musiker musikal konsert ' +
      'orkester opera| operan roman| romanen romaner författar litteratur litterär poet| poesi bok| boken| ' +
      'böcker| museum museet utställning galleri konstnär konst| konsten målning| skulptur teater teatern ' +
      'föreställning festival premiär programledare melodifestival mello| rappare band| bandet artist| ' +
      'artisten komiker turné',
    '02':
      'polis polisen polisens misstänkt gripen gripna gripits gripande anhållen häktad häktet häktas mord| ' +
      'mordet mordåtal mördad mördare dråp knivskuren skjuten| skjutning tingsrätt hovrätt domstol ' +
      'rättegång dom| döms dömd dömdes domare advokat åklagar åtal åtalas fängelse offer| brottsoffer rån| ' +
      'rånet rånare inbrott stöld stulen tjuv bedrägeri narkotika kokain knark våldtäkt misshandel kidnapp ' +
      'brott| brottet brottsling kriminell gäng| gängkriminal utredning| polisanmäl korruption mutbrott ' +
      'penningtvätt kniv',
    '03':
      'jordbävning jordskalv tsunami översvämning olycka olyckan trafikolycka krock krockat brand| branden ' +
      'bränder skogsbrand räddningstjänst brandkår brandmän explosion sprängning ambulans räddningsinsats ' +
      'skadade| skadad| omkom omkommit döda| dödsolycka saknade| försvunnen katastrof lavin jordskred ' +
      'rasat kraschade flygkrasch kolliderade urspår evakuer dödsoffer förlist',
    '04':
      'företag| företaget företagen bolag bolaget aktie aktien aktier aktieägare börs börsen vinst| ' +
      'vinsten omsättning kvartal ekonomi ekonomin ekonomisk ekonom| tillväxt inflation ränta räntan ' +
      'räntor riksbank bank| banken banker miljard miljarder invester marknad marknaden pris| priser ' +
      'priset skatt| skatter budget| underskott export exporten import| handel| handeln konsument butik| ' +
      'butiker bostadspris bolån bostadsmarknad kredit konkurs uppköp fusion utdelning lågkonjunktur bnp| ' +
      'elpris tull| tullar vd| koncern matpris lantbruk jordbruk energi| elpriset',
    '05':
      'skola skolan skolor skolverket grundskola gymnasie gymnasium elev| elever eleverna lärare lärarna ' +
      'undervisning universitet högskola student| studenter studier| utbildning betyg| prov| nationella| ' +
      'förskola förskolan rektor klassrum läsår examen| friskola läroplan',
    '06':
      'klimat klimatet klimatförändring uppvärmning utsläpp växthusgas koldioxid miljö miljön ' +
      'miljöpåverkan förorening föroreningar biologisk mångfald djurart skogar| avskogning förnybar ' +
      'vindkraft solceller återvinning avfall| plast| torka| ekolog ekosystem naturskydd naturvård varg| ' +
      'vargar hållbar',
    '07':
      'sjukhus sjukhuset läkare läkaren patient patienter sjukdom sjukdomar sjuk| virus| coronavirus ' +
      'corona| covid vaccin vaccinera cancer tumör behandling| läkemedel medicin| infektion smitta ' +
      'smittade hälsa folkhälso epidemi pandemi influensa symptom symtom diagnos operation| kirurg ' +
      'sjuksköterska vården| vårdcentral sjukvård klinik diabetes demens depression antibiotika förlossning',
    '09':
      'strejk strejken strejkar fack| facket fackförbund fackliga kollektivavtal avtalsrörelse lön| löner ' +
      'lönen löneökning arbetstagare arbetsgivare anställda| anställd| arbetslös arbetslöshet ' +
      'arbetsmarknad arbetsförmedling varsel| varslar varslas uppsägning jobb| jobben pension| pensioner ' +
      'pensionär arbetsmiljö arbetstid',
    '10':
      'recept| receptet matlagning kock| kocken krog| krogen restaurang ingrediens vin| viner semester ' +
      'semestern resa| resor resmål turism turist hotell strand| stränder vandring mode| modet kläder ' +
      'klänning designer| skönhet smink hudvård frisyr trädgård trädgården inredning husdjur hund| hunden ' +
      'hundar katt| katten yoga dejta socker smör mjöl deg| ugn',
    '11':
      'regering regeringen regerings minister ministern ministrar statsminister utrikesminister ' +
      'finansminister justitieminister president| presidenten parlament riksdag riksdagen riksdags val| ' +
      'valet valrörelse väljare röstning partiledare parti| partiet partier socialdemokrat moderat ' +
      'moderaterna sverigedemokrat centerpart liberalerna vänsterpart miljöpartiet kristdemokrat ' +
      'opposition koalition lagförslag lagen| grundlag kommunalråd kommunfullmäktige politik politiken ' +
      'politiker politisk kristersson magdalena åkesson diplomat toppmöte folkomröstning sanktioner ' +
      'proposition tidöavtal trump| biden|',
    '12':
      'kyrka| kyrkan kyrkor kyrklig biskop ärkebiskop kardinal påve| påven vatikan präst| prästen pastor| ' +
      'mässa| gudstjänst katolsk katolik kristen kristna protestant muslim muslimsk islam| islamisk moské ' +
      'imam| judar judisk synagoga rabbin religion religiös troende pilgrim ramadan kloster stift| bön| ' +
      'teolog',
    '13':
      'mjukvara programvara dator datorer internet| användare smartphone iphone mobiltelefon app| appen| ' +
      'appar teknik tekniken teknologi data| artificiell ai| chatgpt algoritm google| apple| microsoft| ' +
      'facebook| tiktok| twitter| robot chip| halvledare hackare cyberattack dataspel konsol forskare ' +
      'forskarna forskning vetenskap studie| studien rymden| rymd rymdfärd nasa| esa| satellit astronaut ' +
      'astronom planet| planeten teleskop fysik| fysiker kemi| fossil genetisk laborator dinosaur',
    '14':
      'migrant migranter migration flykting flyktingar asyl asylsökande invandr integration| diskriminer ' +
      'rasism rasist antisemit feminis jämställd ojämlik fattigdom hemlös familj| familjer funktionsned ' +
      'homosex hbtq transperson abort| äktenskap skilsmässa volontär samhället| ungdomar| socialtjänst',
    '15':
      'match matchen matcher tränare tränaren förbundskapten spelare spelaren seger| segern förlust| ' +
      'allsvensk målvakt målskytt fotboll fotbolls säsong säsongen klubb klubben turnering mästare ' +
      'mästerskap semifinal final| finalen kvartsfinal cup| cupen vm| em| os| olympisk medalj guld| brons| ' +
      'tennis friidrott simning längdskid skidor| skidåkar skidskytt hockey ishockey shl| nhl| handboll ' +
      'basket innebandy formel| anfallare mittfältare landslag aik| djurgården hammarby zlatan ibrahimovic ' +
      'damkronorna arena|',
    '16':
      'krig| kriget krigs soldat soldater armé armén militär militären trupper missil missiler raketattack ' +
      'luftangrepp bomb| bomber bombning drönar attentat terroris jihad rebell rebeller milis vapenvila ' +
      'eldupphör front| fronten offensiv motoffensiv nato| strider| stridsvagn artilleri invasion ' +
      'invaderar statskupp hamas| hizbollah vapen| försvarsmakt kärnvapen beskjut',
    '17':
      'väder vädret väderprognos smhi| regn| regnet regnskur snö| snöfall snön storm| stormen åska ' +
      'åskväder temperatur temperaturer minusgrader sol| moln| molnigt vind| vindar hagel frost| halka ' +
      'dimma värmebölja nederbörd meteorolog vädervarning',
  },
  cs: {
    '01':
      'film| filmu filmy filmů filmov kino| kina| kinech režisér herec herc hereč seriál netflix hollywood ' +
      'oscar| oscara album| alba| zpěvák zpěvač písnič písně hudb hudeb koncert orchestr opera| opery ' +
      'román| románu spisovatel literatur literár básn poezi kniha| knihy| knihu| nakladatel muzeum muzea ' +
      'muzeu výstav galeri umělec umělc umělk malíř soch divadl divadel inscenac festival premiéra| ' +
      'premiéře premiéru moderátor celebrit rapper kapel| kapela kapely muzikál scénář komik|',
    '02':
      'polici policie policist policejn zadržel zadržen zatkl zatčen podezřel podezřen vražd vrah| vraha ' +
      'zavražd soud| soudu| soudce soudkyn soudní rozsud odsouzen odsoudil žalob obžalov obvin advokát ' +
      'vězení věznic vazb vazba oběť oběti krádež ukradl zloděj vloupán loupež podvod podvodn drog drogy ' +
      'kokain pervitin znásiln napaden únos| trestn zločin kriminal vyšetřov korupc úplat paragraf| ' +
      'detektiv nůž nožem pobod',
    '03':
      'zemětřesen tsunami povod povodeň záplav nehod nehoda nehody havár požár hasič výbuch exploz záchran ' +
      'zraněn zranil mrtvých| mrtví| pohřešov katastrof neštěst lavin sesuv zřítil zřícen srážk| srazil ' +
      'vykolej evakuo evakuac potopil utopil tragédi',
    '04':
      'firm firma| firmy| firem podnik| podniku podniky podnikatel akcie| akcií akcionář burz zisk| zisku| ' +
      'tržb obrat| ekonom ekonomik hospodářsk hdp| inflac úrok úrokov sazb bank| banka| banky| bankovn ' +
      'čnb| miliard invest investor trh| trhu| trhy| cen| ceny| cenu| zdraž daň daně daní rozpočt schodek ' +
      'deficit| dluh| export import| vývoz dovoz obchod| obchodu obchodn spotřebitel zákazní koruna| ' +
      'koruny| dolar euro| průmysl nemovit hypoték úvěr insolvenc krach| clo| cla| dividend automobilk ' +
      'zemědě energi plyn| plynu',
    '05':
      'škol škola školy školk žák žáci žáků student studium| učitel výuk maturit zkoušk univerzit fakult ' +
      'gymnázi vysvědčen školstv rektor docent přijímač vzděláv mateřsk',
    '06':
      'klima| klimat klimatick oteplov emis emise co2| ekolog znečiš biodiverz lesů| kůrovec obnoviteln ' +
      'větrn fotovolta solárn recykl odpad| odpady plast| sucho| přírod ochránc udržiteln',
    '07':
      'nemocnic lékař lékařsk pacient nemoc nemoci onemocn virus| viru| koronavirus covid vakcín očkov ' +
      'rakovin nádor léčb léčen lék| léky| léků infekc nákaz nakažen zdravotn zdraví epidemi pandemi ' +
      'chřipk příznak diagnóz operac| operace chirurg medicín klinik cukrovk depres antibiotik mozkov ' +
      'infarkt transplant pojišťovn',
    '09':
      'stávk stávka stávku odbor| odbory odborář odborov mzd mzda mzdy plat| platy| platů zaměstnan ' +
      'zaměstnav nezaměst propouš propust výpověď pracovní důchod důchodc penz| penze přesčas nábor',
    '10':
      'recept| recepty vaření kuchař kuchyn restaurac ingredienc víno| vína| dovolen cestov cestovatel ' +
      'turist turistick hotel| hotely pláž výlet móda| módy módní návrhář šaty| krása| kosmet líčení účes ' +
      'zahrad zahrada zahrádk interiér nábytek pes| psa| kočk jóga horoskop vztah| seznamk cukr máslo mouk ' +
      'těst troub',
    '11':
      'vlád vláda vlády ministr ministerst premiér premiéra prezident parlament poslan sněmovn senát ' +
      'senátor volb volby volič hlasován ods| čssd| kdu| kscm piráti| spd| koalic opozic zákon| zákona ' +
      'zákony ústav ústava ústavní referendum politik| politik politick babiš fiala| fialy zeman| starost| ' +
      'starosta hejtman primátor diplomat summit sankc demokrac kandidát kabinet|',
    '12':
      'církev církv kostel| kostela biskup arcibiskup kardinál papež vatikán kněz kněž farář farnost mše| ' +
      'mši katolic katolík křesťan evangelick muslim islám islámsk mešit žid| židé židovsk synagog rabín ' +
      'nábožen víra| víry věřící poutník ramadán klášter diecéz modlitb',
    '13':
      'softwar počítač internet uživatel smartphon iphone aplikac technolog umělá| umělé| chatgpt algoritm ' +
      'google| apple| microsoft| facebook| twitter| digitáln robot čip| čipy hacker kybernet videoher ' +
      'konzol vědec vědc vědk vědeck výzkum výzkumn studie| vesmír vesmírn kosmick nasa| satelit družic ' +
      'astronaut kosmonaut astronom planet| planeta planety dalekohled fyzik chemi fosil genetick laborato ' +
      'objev|',
    '14':
      'migrant migrac uprchlí azyl| diskrimin rasism rasist antisemit feminis rovnost nerovnost chudob ' +
      'bezdom rodin| rodina rodiny postižen homosexu lgbt| transgender potrat| manželst rozvod dobrovoln ' +
      'senio',
    '15':
      'zápas| zápasu zápasy utkán tým| týmu| mužstv trenér hráč hráči hráčk vítězstv porážk liga| ligy| ' +
      'lize| gól gólu góly branky| brankář fotbal fotbalist sezon| sezona sezoně sezóna klub| klubu turnaj ' +
      'mistrovst mistr| mistra semifinál finále| čtvrtfinál pohár olympi medail tenis tenist cyklist etap| ' +
      'etapa atlet plavec hokej hokejist nhl| extralig basketbal volejbal házen formule| rozhodčí útočník ' +
      'obránce záložník sparta| slavia| reprezentac stadion biatlon lyžař',
    '16':
      'válk válka války| válečn voják vojác vojsk vojensk armád armáda raket| rakety raketov nálet bombard ' +
      'dron| drony dronů útok| útoku atentát terorist terorism džihád povstal milic příměří front| frontě ' +
      'ofenziv protiofenziv nato| bojov boje| bojů dělostřel tank| tanky invaz puč hamás hizball zbraň ' +
      'zbraně zbraní jadern ostřelov',
    '17':
      'počasí déšť deště přeháňk sníh sněžen sněh bouřk bouře| vichřic teplot teploty mráz mrazy mlha| ' +
      'mlhy oblačn meteorolog čhmú| vítr| větru náledí vedra srážek| ochlazen',
  },
  tr: {
    '01':
      'film| filmi filmin filmler sinema yönetmen oyuncu| oyuncusu oyuncular dizi| dizisi dizinin netflix ' +
      'hollywood oscar| albüm şarkı şarkıcı müzik müzisyen konser orkestra opera| roman| romanı yazar| ' +
      'yazarı edebiyat şair şiir kitap kitabı kitapları yayınevi müze sergi| sergisi galeri sanatçı ressam ' +
      'heykel tiyatro sahne| festival gösterim prömiyer sunucu magazin ünlü| rapçi senaryo başrol',
    '02':
      'polis| polisi polise gözaltı tutuklan tutuklama şüpheli cinayet öldürülen katil| katili mahkeme ' +
      'hakim| hâkim savcı savcılık dava| davası davada avukat sanık iddianame hapis cezaevi mahkum| mahkûm ' +
      'ceza| cezası hırsız hırsızlık soygun gasp| dolandırıcı uyuşturucu kokain tecavüz taciz saldırgan ' +
      'kaçırıl suç| suçu suçlama suçlu soruşturma adliye jandarma yakalandı emniyet yargı yargıtay rüşvet ' +
      'yolsuzluk kaçakçı bıçakla ihbar',
    '03':
      'deprem tsunami sel| seller selde taşkın kaza| kazası kazada kazasında yangın yangını itfaiye ' +
      'patlama patlaması kurtarma enkaz yaralı| yaralılar yaralandı ölü| hayatını kayıp| afet afad facia ' +
      'çığ heyelan çöktü çarpış devrildi tahliye batan| alabora boğul',
    '04':
      'şirket şirketi şirketin hisse borsa bist| kâr| ciro ekonomi ekonomik ekonomist büyüme enflasyon ' +
      'faiz| faizi faizler banka| bankası bankalar tcmb| milyar yatırım yatırımcı piyasa fiyat fiyatı ' +
      'vergi| vergisi vergiler bütçe ihracat ithalat ticaret tüketici dolar euro| altın| lira| lirası ' +
      'döviz sanayi konut kira| emlak kredi iflas konkordato zam| zammı akaryakıt benzin petrol sektör ' +
      'temettü gümrük tarım çiftçi enerji doğalgaz',
    '05':
      'okul okulu öğrenci öğretmen ders| dersi sınav sınavı üniversite fakülte eğitim meb| yks| lgs| kpss| ' +
      'lise| lisesi ilkokul ortaokul anaokulu rektör akademik müfredat karne mezun burs|',
    '06':
      'iklim ısınma emisyon karbon çevre| çevreci kirlilik kirliliği biyoçeşit nesli orman| ormanlar ağaç| ' +
      'yenilenebilir atık| plastik kurak kuraklık ekoloj ekosistem yaban doğa| sürdürülebilir müsilaj',
    '07':
      'hastane hastanesi doktor| doktorlar hekim hasta| hastalar hastalık hastalığ virüs koronavirüs kovid ' +
      'covid aşı| aşısı aşılama kanser tümör tedavi ilaç ilacı enfeksiyon bulaş sağlık| sağlığı sağlığa ' +
      'salgın pandemi grip| belirti tanı| teşhis ameliyat cerrah hemşire klinik diyabet depresyon dsö| ' +
      'kalp| beslenme vitamin',
    '09':
      'grev| grevi greve grevde sendika işçi| işçiler işçinin ücret| ücreti ücretler maaş maaşı çalışan| ' +
      'çalışanlar işveren istihdam işsiz işsizlik işten emekli emeklilik sgk| disk| memur memurlar asgari',
    '10':
      'tarif| tarifi tarifleri yemek mutfak şef| restoran lezzet malzemeler| şarap tatil tatili seyahat ' +
      'gezi turizm turist otel| oteli plaj moda| modası tasarımcı elbise güzellik kozmetik makyaj saç| ' +
      'bahçe dekorasyon evcil köpek kedi| yoga burç ilişki| aşk| trend| şeker tereyağ un| hamur fırın',
    '11':
      'hükümet bakan| bakanı bakanlığ başbakan cumhurbaşkan meclis tbmm milletvekil senato seçim seçimi ' +
      'oy| oyu oylama seçmen parti| partisi akp| chp| mhp| hdp| muhalefet koalisyon yasa| yasası kanun| ' +
      'kanunu anayasa belediye vali| valisi siyaset siyasi erdoğan kılıçdaroğlu imamoğlu bahçeli diplomat ' +
      'zirve| zirvesi referandum yaptırım kabine aday| adayı demokrasi',
    '12':
      'kilise piskopos kardinal papa| vatikan rahip| ayin| katolik hristiyan hıristiyan müslüman islam| ' +
      'islami cami| camii cami imam| yahudi sinagog haham din| dini diyanet inanç hac| umre ramazan iftar ' +
      'oruç kuran| kur manastır dua| namaz mevlid',
    '13':
      'yazılım bilgisayar internet kullanıcı akıllı| iphone teknoloji veri| verileri yapay| chatgpt ' +
      'algoritma google| apple| microsoft| facebook| twitter| tiktok| dijital robot çip| hacker siber ' +
      'konsol araştırmacı bilim| bilimsel bilimci uzay nasa| uydu astronot astronom gezegen teleskop fizik ' +
      'kimya fosil genetik laboratuvar keşif',
    '14':
      'göçmen göç| sığınmacı mülteci ayrımcılık ırkçı feminis eşitlik eşitsiz yoksul evsiz aile| ailesi ' +
      'aileler engelli eşcinsel lgbt kürtaj evlilik boşanma gönüllü toplum| yaşlı| gençler|',
    '15':
      'maç| maçı maçın maçta takım takımı antrenör futbol futbolcu galibiyet yenilgi mağlup ligi| lig| ' +
      'gol| golü golle sezon| sezonu kulüp kulübü turnuva şampiyon final| finali kupa| kupası olimpiyat ' +
      'madalya tenis tenisçi bisiklet atlet| atletizm yüzme basketbol voleybol hentbol formula| hakem ' +
      'kaleci forvet galatasaray fenerbahçe beşiktaş trabzonspor stadyum stadı transfer| uefa| fifa| güreş',
    '16':
      'savaş savaşı asker| askeri askerler ordu| ordusu silahlı füze füzesi bombardıman saldırı| saldırısı ' +
      'saldırılar iha| siha| dron drone suikast terör terörist pkk| deaş| işgal ateşkes cephe| cephesi ' +
      'taarruz nato| çatışma topçu tank| tanklar darbe| hamas hizbullah silah| silahlar nükleer şehit ' +
      'milis isyancı muharip',
    '17':
      'meteoroloji yağmur yağış yağışlı fırtına sıcaklık bulutlu sağanak rüzgar| rüzgarın buzlanma sis| ' +
      'güneşli kuvvetli| kasırga',
  },
  uk: {
    '01':
      'фільм фільму кіно| кінотеатр режисер актор акторк серіал netflix оскар| альбом співак співачк пісн| ' +
      'пісня пісню музик музичн концерт оркестр опера| опери письменни літератур поет| поезі книг| книга ' +
      'книгу видавництв музей музею виставк галере художни живопис скульптур театр вистав| вистава ' +
      'фестивал ведучий шоу| репер зірк| гурт| кліп| сценарі євробачен',
    '02':
      'поліці поліцейськ затрима заарешт арешт| арешту підозр підозрюв вбивств вбивц убивств суд| суду| ' +
      'суді| судов суддя судді вирок засудж звинувач обвинувач прокур прокурор адвокат тюрм вязниц жертв| ' +
      'крадіж вкрав злоді пограбув грабіж шахра шахрайств наркоти наркотик згвалт побит викраден| злочин ' +
      'кримінал слідств слідч розслідув корупці хабар набу| сап| сбу| дбр| нацполіц екстрадиц ніж| ножем',
    '03':
      'землетрус цунамі повін| повінь повені затоплен авар аварі дтп| пожеж рятувальн дснс вибух катастроф ' +
      'постражда поранен загинул загибл зник| зниклих лавин зсув| обвал зіткнен зіткнул евакуа евакуйов ' +
      'потонув судно| завал',
    '04':
      'компані підприєм акцій бірж прибут дох ід економі економік економіст інфляц ставк| ставка банк| ' +
      'банку| банки| банків нбу| мільярд млрд| млн| інвест інвестор ринок| ринку| ціни| цін| цінами подат ' +
      'податк бюджет дефіцит борг| боргу експорт імпорт торгів торговел споживач гривн долар курс| ' +
      'промислов нерухом кредит банкрут бізнес нафт газ| газу тариф| тарифи пальн бензин ввп| валют мит| ' +
      'мита агро акцій| акціонер аграр фермер енерг',
    '05':
      'школ школа школи школяр учн| учень учні вчител уроки| університет студент освіт зно| нмт| екзамен ' +
      'іспит ліце гімназі дитсад садоч викладач ректор абітурієнт навчальн підручник стипенд',
    '06':
      'клімат кліматичн потеплінн викид| викиди викидів вуглец довкілл екологі еколог забруднен біорізном ' +
      'заповідн вирубк| відновлюван вітряк сміття відход пластик посух| природоохорон тварин|',
    '07':
      'лікарн лікар лікарі пацієнт хвороб захворюв вірус| вірусу коронавірус covid вакцин щеплен онко рак| ' +
      'раку| пухлин лікуван лік| ліки| ліків інфекц здоров моз| епідем пандем грип| грипу симптом діагно ' +
      'хірург медсестр медик медиц медичн клінік діабет депресі антибіотик вітамін кардіо інсульт інфаркт ' +
      'воз|',
    '09':
      'страйк профспілк зарплат заробітн працівник роботодав працевлашт безробіт звільнили пенсі пенсія ' +
      'пенсій вакансі трудов',
    '10':
      'рецепт кулінар страв| страва страви інгредієнт кухар ресторан кафе| вино| вина| відпустк подорож ' +
      'туризм турист готел пляж мода| моди| модн дизайнер сукн краса| краси| косметик макіяж зачіск сад| ' +
      'саду город| домашн собак кіт| коти йога| гороскоп стосунк цукор борошн тіст духовк',
    '11':
      'уряд уряду міністр міністерств прем президент президента парламент верховн рада| ради| раді| нардеп ' +
      'депутат вибор вибори виборц голосуван парті партія опозиц коаліц закон| закону закони законопро ' +
      'конституц референдум політик політичн зеленськ порошенк кабмін мер| мера| губернатор дипломат ' +
      'саміт| саміту санкц кандидат республікан демократ трамп байден євросоюз мзс|',
    '12':
      'церк церкв храм| храму єпископ архієпископ кардинал папа| ватикан священик священник парафі літургі ' +
      'католиц православ патріарх християн мусульман іслам мечет синагог рабин релігі віруюч паломн ' +
      'рамадан монастир єпархі молитв великд різдв пцу| упц|',
    '13':
      'програмн компютер інтернет користувач смартфон iphone застосун додаток| додатк технологі дані| ' +
      'даних| штучн chatgpt алгоритм google| apple| microsoft| facebook| twitter| цифров робот| роботи| ' +
      'чип| чіп хакер кібер відеоігр відеогр консол вчен науковц науков дослідник дослідж космос косміч ' +
      'nasa| супутник астронавт астроном планет телескоп фізик хімі генетич лаборатор відкритт',
    '14':
      'мігрант біжен переселен впо| притулк дискримінац расиз антисемі фемініс рівність нерівн бідн| ' +
      'бідність бездомн родин| родина родини інвалід лгбт аборт шлюб| розлучен волонтер суспільств літні| ' +
      'молодь|',
    '15':
      'матч матчу команд тренер гравц гравець поразк ліг| ліга| ліги| лізі| гол| гола| голи| футбол ' +
      'футболіст сезон| сезону клуб| клубу турнір чемпіон чемпіонат півфінал фінал| фіналі куб| кубок ' +
      'кубку олімпі медал теніс тенісист велогон етап| атлет плаван баскетбол волейбол гандбол формул ' +
      'біатлон боксер бокс| воротар нападник| півзахисник динамо| шахтар| збірн стадіон фіфа| уєфа|',
    '16':
      'війн війна війни військ військов солдат арм| армія армії зсу| ракет ракетн обстріл обстрілял ' +
      'бомбард дрон| дрони дронів безпілотн шахед теракт терорист бойовик бойов перемир фронт| фронту ' +
      'наступ| контрнаступ нато| артилер танк| танки| окупант окупац окупован вторгнен агресі хамас хезбол ' +
      'збро| зброя зброї ядерн ппо| росіян удар| ударів атак| атака атаку атакув полон|',
    '17':
      'погод погода дощ дощі сніг| снігопад гроз| гроза грози температур мороз заморозк туман| хмарн ' +
      'синоптик укргідромет опад опади вітер| вітру ожелед спек| спека хуртовин негод|',
  },
  el: {
    '01':
      'ταινία ταινίες ταινιών κινηματογράφ σκηνοθέτ ηθοποι netflix χόλιγουντ όσκαρ άλμπουμ δίσκο| τραγουδ ' +
      'τραγούδι μουσικ συναυλί ορχήστρα όπερα μυθιστόρημα μυθιστορή συγγραφ λογοτεχν ποιητ ποίηση ποιήμα ' +
      'βιβλίο| βιβλία βιβλίου εκδόσεις μουσεί γκαλερί καλλιτέχν καλλιτεχν ζωγράφ ζωγραφ γλύπτ θέατρο ' +
      'θεάτρου θεατρικ παράσταση παραστάσ φεστιβάλ πρεμιέρα παρουσιαστ σενάριο κωμωδία τζαζ συγκρότημα| ' +
      'ραδιόφων τηλεοπτικ τέχνη| τέχνης|',
    '02':
      'αστυνομ αστυνομικ συνελήφθη σύλληψη συλληφθ συνέλαβ ύποπτο ύποπτος δολοφον ανθρωποκτον δικαστήρ ' +
      'δικαστ δικαστικ δίκη| δίκης δικηγόρ εισαγγελ κατηγορούμ κατηγορί καταδικ καταδίκ ποινή φυλακ φυλάκι ' +
      'κάθειρξη ληστεί ληστ| κλοπή κλοπές κλέφτ διάρρηξ απάτη απάτες ναρκωτικ κοκαΐνη βιασμ ξυλοδαρμ ' +
      'απαγωγ έγκλημα εγκλημα εγκληματ κακοποι ανάκρι ανακριτ δικογραφ διαφθορά μίζες| πτώμα πτώματος ' +
      'ιατροδικαστ μήνυση άρειος αρείου παράνομ μαχαίρ μαχαιρ',
    '03':
      'σεισμ τσουνάμι πλημμύρ τροχαίο ατύχημα δυστύχημα πυρκαγι φωτιά| φωτιές πυροσβεστ έκρηξη διάσωση ' +
      'διασώ διασωστ τραυματί τραυματίστ νεκροί| νεκρούς| αγνοούμεν καταστροφ ναυάγιο χιονοστιβ κατολίσθησ ' +
      'κατέρρευσ εκτροχι εκκέν εκκενώ συντρίμμι τραγωδία πνιγμ',
    '04':
      'εταιρεία εταιρείας εταιρία εταιρειών όμιλος ομίλου μετοχ χρηματιστ κέρδη κερδών κερδοφορ πωλήσεις ' +
      'τζίρος οικονομί οικονομία οικονομικ ανάπτυξη| πληθωρισμ επιτόκι τράπεζ τραπεζ δισ| εκατ| επενδ ' +
      'επενδύσ επενδυτ αγορά| αγορές| αγοράς| τιμές| τιμή| φόρο φόρος φορολογ χρέος χρέους δάνει δανει ' +
      'δανεισμ κούρεμα| έλλειμμα προϋπολογισμ αεπ| εξαγωγ εισαγωγές| εμπόριο εμπορικ καταναλωτ δολάρι ' +
      'ευρώ| βιομηχαν ακίνητ στεγαστικ πτώχευση μνημόνι ομόλογ μονοπώλ μονοπωλ επιχείρησ επιχειρήσ ' +
      'επιχειρηματ κεφάλαιο θυγατρικ μεταβίβαση κεφαλαίου| τρόικα αγρότ αγροτ ενέργεια| ενεργει πετρέλαι',
    '05':
      'σχολεί σχολικ μαθητ εκπαιδευτικ εκπαίδευση δάσκαλ πανεπιστήμι πανεπιστημι φοιτητ σπουδ σπουδαστ ' +
      'εξετάσεις| πανελλήν πανελλαδικ γυμνάσιο λύκειο λυκείου νηπιαγωγ διδασκαλί πρύταν τει| αει| σχολές|',
    '06':
      'κλίμα| κλιματικ υπερθέρμανση εκπομπ ρύπ ρύπανσ ρύπους περιβάλλον| περιβαλλοντ βιοποικιλ δάσο δάση ' +
      'δασικ ανανεώσιμ αιολικ φωτοβολτα ανακύκλωσ απορρίμματα απόβλητ πλαστικ ξηρασία οικολογ οικοσύστημα ' +
      'πανίδα χλωρίδα natura|',
    '07':
      'νοσοκομεί γιατρ ιατρ ιατρικ ασθεν ασθενεί νόσο| νόσος| νόσου| νοσηλ νοσηλευτ ιός| ιού| ιοί κορονοϊ ' +
      'covid εμβόλι εμβολι καρκίν θεραπεί φάρμακ φαρμακ λοίμωξ λοιμώ μόλυνσ υγεία| υγείας| επιδημί πανδημί ' +
      'γρίπη συμπτώματα διάγνωσ χειρουργ κλινικ κλινική| διαβήτη κατάθλιψη εοπυυ εσυ| αντιβιοτικ καρδιολ ' +
      'εγκεφαλικ ιατροτεχν μαιευτ',
    '09':
      'απεργ απεργία εργαζόμεν εργαζομέν συνδικάτ συνδικαλ σωματείο σωματείων γσεε| αδεδυ παμε| εργοδ ' +
      'εργοδότ εργοδοσί μισθ μισθός μισθών μισθοί μεροκάματ απόλυσ απολύσ απολύσεις ανεργί άνεργ εργατ ' +
      'εργατικ ταξικ συντάξ σύνταξη συνταξιούχ συλλογικ συμβάσεις| ασφαλιστικ',
    '10':
      'συνταγή συνταγές κουζίνα μάγειρ μαγειρ σεφ| εστιατόρι γεύσ γαστρονομ κρασί διακοπές ταξίδι ταξίδια ' +
      'ταξιδιωτ τουρισμ τουρίστ τουριστ ξενοδοχεί παραλί παραλία πεζοπορ μόδα μόδας σχεδιαστ φόρεμα ομορφι ' +
      'καλλυντικ μακιγιάζ κήπο διακόσμ κατοικίδι σκύλ γάτα γάτες γιόγκα ζώδι ζώδια ζάχαρη βούτυρο αλεύρι ' +
      'ζύμη φούρνο',
    '11':
      'κυβέρνησ κυβερν κυβερνητ υπουργ υπουργό πρωθυπουργ βουλή βουλής| βουλευτ γερουσία εκλογ εκλογές ' +
      'ψηφοφορ ψηφοφόρ κόμμα| κόμματος κόμματα κομμάτων νδ| πασοκ συριζα κκε| λαος| αντιπολίτευ συμπολίτευ ' +
      'συνασπισμ νομοσχέδι σύνταγμα| συνταγματ δήμαρχ δημάρχ περιφερειάρχ πολιτικ πολιτική| μητσοτάκη ' +
      'τσίπρα σαμαρά παπανδρέου βενιζέλο διπλωματ δημοψήφισμα κυρώσεις δημοκρατία| λαϊκ καπιταλισμ κομμουν ' +
      'ιμπεριαλ',
    '12':
      'εκκλησί εκκλησιαστ ναός| ναού| επίσκοπ μητροπολίτ αρχιεπίσκοπ αρχιεπισκόπ καρδινάλι πάπας πάπα| ' +
      'βατικαν ιερέ ιερέας παπάς ορθόδοξ ορθοδοξ χριστιαν μουσουλμάν ισλάμ ισλαμικ τζαμί ιμάμ| εβραί ' +
      'συναγωγ ραβίν θρησκ θρησκεί πίστη| πιστοί| προσκύν ραμαζάνι μοναστήρι μονή| μονής| πατριάρχ ' +
      'πατριαρχ προσευχ μοναχός μοναχοί',
    '13':
      'λογισμικ υπολογιστ διαδίκτυο διαδικτυ ίντερνετ internet χρήστες χρηστών κινητό| κινητά| smartphone ' +
      'iphone εφαρμογή| εφαρμογές| τεχνολογ δεδομένα| δεδομένων τεχνητή| chatgpt αλγόριθμ google| apple| ' +
      'microsoft| facebook| twitter| ψηφιακ ρομπότ τσιπ| χάκερ κυβερνοεπ κυβερνοασ βιντεοπαιχνίδ κονσόλ ' +
      'ερευνητές ερευνητών επιστήμον επιστημον επιστήμη διάστημα| διαστημ nasa| νάσα δορυφόρ αστροναύτ ' +
      'αστρονόμ πλανήτ τηλεσκόπι χημεί απολίθωμα γονίδι γενετικ εργαστήριο ανακάλυψ',
    '14':
      'μετανάστ μεταναστ πρόσφυγ προσφυγ άσυλο| διακρίσεις ρατσισ φεμινισ ισότητα ανισότ φτώχεια φτωχ ' +
      'άστεγ οικογένει οικογενει αναπηρ αμεα| ομοφυλόφιλ λοατκι άμβλωσ διαζύγι εθελοντ αλληλεγγύη ' +
      'κοινωνικό ηλικιωμέν γυναικοκτον',
    '15':
      'προπονητ παίκτ παίκτης ποδόσφαιρ ποδοσφαιρ ήττα| πρωτάθλημα πρωταθλητ superleague γκολ σκόραρε ' +
      'σεζόν τουρνουά ημιτελικ τελικός| κύπελλο κυπέλλου μουντιάλ ολυμπιακ ολυμπιακοί μετάλλι τένις τενίστ ' +
      'ποδηλασ αθλητ αθλητικ αθλητισμ στίβο στίβου κολύμβησ μπάσκετ βόλεϊ πόλο| φόρμουλα διαιτητ ' +
      'τερματοφύλακ επιθετικός παναθηναϊκ αεκ| παοκ| άρης| γήπεδο uefa| fifa| μεταγραφ',
    '16':
      'πόλεμο πόλεμος πολέμου πολεμικ στρατιώτ στρατό στρατός στρατού στρατιωτικ στρατεύμα στρατευμ πύραυλ ' +
      'πυραύλ βομβαρδισμ βόμβ βόμβα drone| drones| τρομοκρατ αντάρτ ανταρτ πολιτοφυλακ εκεχειρί κατάπαυση ' +
      'νατο| μάχες| μαχητ πυροβολικ τανκς| άρματα| εισβολή πραξικόπημα χαμάς χεζμπολά όπλα| πυρηνικ ' +
      'ιμπεριαλιστικ επέμβαση| στόλο φρεγάτ αεροπορικ βομβιστ ένοπλ ενόπλ επιθέσεις| επιθέσεων| επίθεση| ' +
      'επίθεσης| καμικάζι ανακωχή αιματοκύλισμ μακελειό',
    '17':
      'καιρός| καιρού| καιρό| εμυ| βροχή βροχές βροχερ χιόνι χιόνια χιονόπτωσ καταιγίδ θερμοκρασί νεφώσεις ' +
      'συννεφ άνεμο άνεμοι μποφόρ χαλάζι παγετ ομίχλη καύσωνα καύσωνας κακοκαιρία μετεωρολ',
  },
};
