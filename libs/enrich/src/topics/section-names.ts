import { mediaTopics } from '@newsmill/contracts';
import { primaryLanguage } from '@newsmill/text';

/**
 * Names of newspaper sections by IPTC code and by the languages that call it so, in the form of `sectionKey`:
 * small letters without marks, hyphens between words; names in other scripts also as addresses spell them. The
 * labels of the IPTC itself are names too. Sections that say where and not what (world, local) have none.
 */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'medtop:01000000': {
    en:
      'arts art culture entertainment music movies movie film films tv television theatre theater ' +
      'books book-reviews celebrity celebrities showbiz arts-and-culture arts-entertainment ' +
      'culture-news media-and-arts cinema dance opera museums literature hollywood bollywood ' +
      'popculture pop-culture',
    'de lb': 'kultur feuilleton unterhaltung musik kino buecher bucher literatur promis theater-und-buhne',
    fr: 'culture-et-loisirs musique livres arts-et-culture spectacles divertissement people-et-culture',
    'es pt it ca gl ro':
      'cultura espectaculos entretenimiento musica cine libros television-y-series musica-e-cinema famosos entretenimento cinema-e-tv spettacoli spettacolo libri cultura-e-spettacoli cinema arte teatro televisione televisao television',
    nl: 'cultuur muziek boeken kunst kunst-en-cultuur film theater',
    'sv nb no nn da fi':
      'kunst-kultur kultur-noje noje underholdning kultur musik film bocker konst kunst teater',
    pl: 'kultura rozrywka muzyka film-i-tv kino teatr ksiazki',
    'tr az': 'kultur-sanat magazin-kultur sanat kultur muzik sinema',
    'id ms': 'hiburan selebritis seni-budaya',
    'ru uk be bg':
      'kultura-i-iskusstvo kino-i-tv muzyka-i-kino культура кино музыка искусство шоу-бизнес шоубизнес литература театр',
    ar: 'ثقافة ثقافة-وفنون فنون فن-وثقافة سينما مشاهير',
    'zh ja ko':
      '文化 娱乐 影视 音乐 文娱 艺术 娛樂 エンタメ カルチャー 芸能 音楽 映画 문화 연예 문화연예 영화 음악',
    'cs sk sl hr bs sr': 'kultura hudba knihy divadlo umeni kino serialy',
    el: 'πολιτισμός πολιτιστικά τέχνες κινηματογράφος σινεμά μουσική βιβλίο θέατρο politismos mousiki sinema theatro',
    uk: 'кіно музика література шоу-бізнес мистецтво',
  },
  'medtop:02000000': {
    en:
      'crime law courts court justice police legal crime-and-courts crime-law crime-news law-and-order ' +
      'true-crime crime-justice public-safety legal-news',
    'de lb': 'kriminalitat kriminalitaet polizei blaulicht justiz recht gericht prozesse',
    fr: 'police-justice faits-divers-justice police-et-justice policier',
    'es pt it ca gl ro':
      'sucesos policia tribunales seguridad judicial policiales justicia policia-e-justica seguranca-publica justica cronaca-nera giustizia',
    nl: 'misdaad criminaliteit politie rechtspraak',
    'sv nb no nn da fi': 'krim brott brott-och-straff krim-og-politi politi rikos',
    pl: 'prawo przestepczosc sprawiedliwosc kryminalne sady',
    'tr az': 'suc adalet asayis hukum',
    'id ms': 'hukum kriminal hukum-kriminal',
    'ru uk be bg': 'криминал преступность право суд происшествия-и-криминал',
    ar: 'قضاء جريمة حوادث-وقضايا',
    'zh ja ko': '法治 法律 案件 法制 事件 裁判 사건사고 법원 법조',
    'cs sk sl hr bs sr': 'krimi cerna-kronika',
    el: 'αστυνομικά αστυνομικό-ρεπορτάζ δικαιοσύνη astynomika dikaiosyni',
    uk: 'кримінал злочини суд',
  },
  'medtop:03000000': {
    en:
      'disaster disasters accidents accident emergencies natural-disasters fires wildfires earthquake ' +
      'earthquakes floods',
    'de lb': 'unfalle unfall katastrophen ungluecke feuerwehr',
    fr: 'accidents-et-catastrophes catastrophes',
    'es pt it ca gl ro': 'accidentes catastrofes desastres incidentes acidentes desastri incidenti',
    nl: 'rampen ongelukken',
    'sv nb no nn da fi': 'ulykker olyckor ulykke',
    pl: 'wypadki katastrofy',
    'tr az': 'kazalar afet',
    'id ms': 'bencana',
    'ru uk be bg': 'происшествия чп катастрофы аварии',
    ar: 'كوارث حوادث',
    'zh ja ko': '灾害 事故 灾难 災害 災害-事故 재난 사고 재해',
    'cs sk sl hr bs sr': 'nehody nestesti',
    uk: 'події-дтп дтп пожежі',
  },
  'medtop:04000000': {
    en:
      'business economy finance money markets market companies stocks investing economics ' +
      'business-news business-finance banking real-estate property personal-finance industry retail ' +
      'energy-business small-business business-and-economy business-economy financial markets-news ' +
      'stock-market crypto cryptocurrency commodities entrepreneurs startups-business trade',
    'de lb':
      'wirtschaft finanzen borse boerse geld unternehmen konjunktur markte maerkte immobilien verbraucher wirtschaft-finanzen',
    fr: 'economie finances entreprises argent bourse immobilier economie-et-finance eco conso marches',
    'es pt it ca gl ro':
      'economia negocios finanzas empresas mercados dinero bolsa inmobiliaria economia-y-negocios macroeconomia economia-e-negocios financas mercado mercados-financeiros dinheiro finanza imprese borsa soldi mercati affari economia-e-finanza',
    nl: 'economie-en-financien financieel geldzaken bedrijfsleven beurs economie financien ondernemen',
    'sv nb no nn da fi': 'ekonomi naringsliv borsen okonomi oekonomi talous',
    pl: 'gospodarka biznes finanse pieniadze ekonomia gielda',
    'id ms': 'ekonomi-bisnis bisnis keuangan moneter ekonomi',
    'tr az': 'piyasalar finans emlak ekonomi borsa',
    'ru uk be bg': 'экономика бизнес финансы деньги рынки недвижимость компании',
    ar: 'اقتصاد أعمال مال مال-وأعمال اسواق أسواق',
    'zh ja ko':
      '经济 财经 商业 金融 股市 财富 房产 財經 經濟 経済 ビジネス マネー 企業 경제 금융 증권 부동산 산업 비즈니스 기업',
    'cs sk sl hr bs sr': 'ekonomika ekonomie byznys finance penize podnikani',
    el: 'οικονομία επιχειρήσεις χρηματιστήριο αγορές ακίνητα oikonomia ikonomia epixeiriseis',
    uk: 'економіка бізнес фінанси гроші',
  },
  'medtop:05000000': {
    en:
      'education schools school university universities students campus higher-education ' +
      'learning-and-education college schools-and-education',
    'de lb': 'bildung schule hochschule uni studium bildung-karriere schule-und-studium',
    fr: 'education-nationale enseignement etudiants campus-education',
    'es pt it ca gl ro':
      'educacion universidad educacion-y-universidad escuelas educacao ensino ensino-superior vestibular enem scuola universita istruzione scuola-e-universita',
    nl: 'onderwijs',
    'sv nb no nn da fi': 'utbildning skola utdanning uddannelse koulutus',
    pl: 'edukacja szkola nauka-i-edukacja',
    'tr az': 'egitim',
    'id ms': 'pendidikan edukasi',
    'ru uk be bg': 'образование школа вузы',
    ar: 'تعليم جامعات',
    'zh ja ko': '教育 校园 高校 学校 教育-受験 교육 대학',
    'cs sk sl hr bs sr': 'skolstvi vzdelavani skola',
    el: 'παιδεία εκπαίδευση paideia ekpaideusi ekpaidefsi',
    uk: 'освіта школа',
  },
  'medtop:06000000': {
    en:
      'environment climate climate-change nature wildlife sustainability green conservation ' +
      'energy-and-environment climate-environment climate-crisis earth pollution animals-and-nature ' +
      'environmental',
    'de lb':
      'umwelt klima natur nachhaltigkeit klimawandel klima-umwelt umwelt-natur energiewende klimaschutz',
    fr: 'environnement climat planete ecologie nature-environnement biodiversite',
    'es pt it ca gl ro':
      'medio-ambiente medioambiente clima-y-medio-ambiente naturaleza ecologia cambio-climatico sostenibilidad meio-ambiente ambiente natureza clima-e-ambiente sustentabilidade ambiente-e-energia natura sostenibilita',
    nl: 'milieu natuur-en-milieu klimaat natuur',
    'sv nb no nn da fi': 'miljo klimat klima-og-miljo ymparisto klima natur',
    pl: 'srodowisko ekologia klimat-i-srodowisko',
    'tr az': 'cevre',
    'id ms': 'lingkungan',
    'ru uk be bg': 'экология климат природа окружающая-среда',
    ar: 'بيئة مناخ البيئة',
    'zh ja ko': '环境 环保 生态 气候 環境 環境-エネルギー 환경 기후',
    'cs sk sl hr bs sr': 'zivotni-prostredi priroda klima',
    el: 'περιβάλλον perivallon periballon',
    uk: 'екологія довкілля клімат',
  },
  'medtop:07000000': {
    en:
      'health medicine healthcare health-news wellness-health medical coronavirus covid covid-19 ' +
      'mental-health public-health diseases health-and-medicine nutrition-health health-care',
    'de lb': 'gesundheit medizin krankheiten gesundheit-medizin corona pflege',
    fr: 'sante medecine bien-etre-sante sante-medecine',
    'es pt it ca gl ro':
      'salud medicina salud-y-bienestar saude bem-estar-saude saude-e-bem-estar salute sanita salute-e-benessere',
    nl: 'gezondheid gezondheidszorg zorg',
    'sv nb no nn da fi': 'halsa helse sundhed terveys',
    pl: 'zdrowie medycyna',
    'tr az': 'saglik',
    'id ms': 'kesehatan',
    'ru uk be bg': 'здоровье медицина коронавирус',
    ar: 'صحة طب الصحة',
    'zh ja ko': '健康 医疗 医药 卫生 養生 医療 ヘルス 医療-健康 건강 의료 의학',
    'cs sk sl hr bs sr': 'zdravi zdravotnictvi zdravie medicina',
    el: 'υγεία ygeia ugeia iatrika',
    uk: "здоров'я медицина",
  },
  'medtop:08000000': {
    en: 'human-interest weird odd-news oddly-enough offbeat odd weird-news good-news people viral trending quirky',
    'de lb': 'vermischtes panorama menschen kurios kurioses leute aus-aller-welt',
    fr: 'insolite people-insolite gens',
    'es pt it ca gl ro':
      'curiosidades insolito gente curiosas historias-humanas insolitos mundo-bizarro curiosita curiosita-dal-mondo',
    nl: 'opmerkelijk bizar mensen',
    'sv nb no nn da fi': 'manniskor rart-og-rort',
    pl: 'ciekawostki ludzie',
    'tr az': 'ilginc',
    'id ms': 'unik viral-unik',
    'ru uk be bg': 'интересное курьезы люди',
    ar: 'غرائب منوعات طرائف',
    'zh ja ko': '奇闻 趣闻 百态 おもしろ びっくり 화제 이색',
    uk: 'цікаве',
    'cs sk sl hr bs sr': 'zajimavosti',
  },
  'medtop:09000000': {
    en: 'labour labor jobs careers employment work workplace unions job-market career labor-market',
    'de lb': 'arbeit karriere beruf job jobs-und-karriere arbeitsmarkt beruf-karriere arbeitswelt',
    fr: 'emploi social-emploi travail carriere social retraites',
    'es pt it ca gl ro':
      'trabajo empleo laboral mercado-de-trabalho emprego trabalho concursos-e-emprego carreiras lavoro occupazione sindacati',
    nl: 'werk vakbond',
    'sv nb no nn da fi': 'arbetsliv jobb arbetsmarknad arbeidsliv arbejdsmarked tyoelama',
    pl: 'praca rynek-pracy',
    'tr az': 'is-dunyasi-kariyer kariyer calisma-hayati',
    'id ms': 'ketenagakerjaan karir',
    'ru uk be bg': 'работа карьера труд',
    ar: 'وظائف عمل',
    'zh ja ko': '就业 职场 劳动 労働 雇用 仕事 노동 고용 일자리',
    'cs sk sl hr bs sr': 'kariera prace',
    el: 'εργασία εργασιακά ergasia ergasiaka',
    uk: 'праця робота',
  },
  'medtop:10000000': {
    en:
      'lifestyle life-and-style leisure fashion food recipes travel style home-and-garden gardening ' +
      'cooking dining restaurants beauty food-and-drink food-drink life-style tourism shopping pets ' +
      'relationships parenting wellness homes interiors backpacking camping hobbies holiday holidays ' +
      'food-and-wine recipe destinations',
    'de lb':
      'leben reise reisen mode stil genuss essen garten essen-trinken wohnen lifestyle-mode ratgeber-leben freizeit rezepte',
    fr: 'vie-pratique voyage voyages cuisine gastronomie beaute art-de-vivre loisirs styles tourisme recettes',
    'es pt it ca gl ro':
      'estilo estilo-de-vida viajes moda gastronomia recetas cocina belleza turismo ocio viagem gastronomia-e-receitas receitas comida beleza lazer viagens viaggi cucina ricette bellezza stile tempo-libero tendenze tiempo-libre tempo-livre',
    nl: 'leven reizen eten koken wonen mode-en-lifestyle recepten mode',
    'sv nb no nn da fi':
      'livsstil mat-och-dryck resor reise-og-fritid mad rejser matkailu ruoka mode mat resa',
    pl: 'styl-zycia podroze kuchnia moda-i-uroda turystyka moda uroda przepisy',
    'tr az': 'yasam seyahat yemek moda',
    'id ms': 'wisata kuliner gaya-hidup resep',
    'ru uk be bg': 'мода стиль путешествия туризм кулинария еда рецепты дом стиль-жизни',
    ar: 'سياحة-وسفر موضة سفر مطبخ أسلوب-حياة جمال',
    'zh ja ko':
      '生活 旅游 美食 时尚 旅行 時尚 美容 ライフ グルメ ファッション 暮らし 生活-暮らし 여행 라이프 패션 맛집 생활 음식',
    'cs sk sl hr bs sr': 'cestovani recepty bydleni zahrada moda vareni',
    el: 'ταξίδια ταξίδι γεύση μόδα ομορφιά taxidia moda',
    uk: 'подорожі рецепти мода туризм',
  },
  'medtop:11000000': {
    en:
      'politics government elections election white-house congress parliament policy uk-politics ' +
      'us-politics political elections-2024 national-politics state-politics diplomacy world-politics ' +
      'politics-news politics-policy foreign-policy',
    'de lb':
      'politik innenpolitik landespolitik aussenpolitik bundespolitik wahlen bundestagswahl politik-inland parteien',
    fr: 'politique elections-politique gouvernement politique-internationale elections-presidentielles presidentielle',
    'es pt it ca gl ro':
      'politica elecciones gobierno politica-nacional elecciones-generales congreso politica-e-governo eleicoes governo elezioni politica-interna',
    nl: 'politiek verkiezingen binnenlandse-politiek',
    'sv nb no nn da fi': 'politikk valg val inrikespolitik politiikka politik',
    pl: 'polityka wybory',
    'tr az': 'siyaset politika secim-haberleri',
    'id ms': 'pilpres pemilu nasional-politik politik',
    'ru uk be bg': 'политика выборы власть внутренняя-политика',
    ar: 'سياسة انتخابات السياسة',
    'zh ja ko': '政治 时政 政府 时政要闻 外交 選挙 政策 정치 국회 선거 청와대 외교',
    'cs sk sl hr bs sr': 'politika volby',
    el: 'πολιτική εκλογές βουλή politiki ekloges',
    uk: 'політика вибори',
  },
  'medtop:12000000': {
    en:
      'religion faith belief church faith-and-religion religion-news beliefs spirituality catholic ' +
      'islam christianity vatican',
    'de lb': 'glaube kirche religion-kirche glauben-religion',
    fr: 'foi religions croyances',
    'es pt it ca gl ro': 'vaticano religion-y-fe fe religiao fe-e-religiao religione chiesa vatican-news',
    nl: 'geloof religie kerk-en-religie',
    'sv nb no nn da fi': 'kyrka tro kirkko religion',
    pl: 'religia kosciol wiara',
    'tr az': 'din',
    'id ms': 'agama islam-agama',
    'ru uk be bg': 'религия вера церковь',
    ar: 'دين دين-وحياة إسلام',
    'zh ja ko': '宗教 佛教 信仰 종교',
    'cs sk sl hr bs sr': 'nabozenstvi cirkev',
    el: 'εκκλησία θρησκεία ekklisia thriskeia',
    uk: 'релігія церква',
  },
  'medtop:13000000': {
    en:
      'science technology tech space science-and-technology sci-tech innovation gadgets computing ' +
      'internet ai artificial-intelligence software mobile smartphones cybersecurity research ' +
      'tech-news science-news startups digital gaming-tech physics astronomy biology science-tech ' +
      'tech-science hardware digital-life cyber computers apps robotics',
    'de lb':
      'wissenschaft technik technologie netzwelt forschung weltraum wissen digitales netzpolitik internet-technik wissen-technik wissenschaft-technik',
    fr:
      'high-tech sciences science-et-technologie numerique technologies espace pixels web hightech ' +
      'jeux-video technologie',
    'es pt it ca gl ro':
      'tecnologia ciencia ciencia-y-tecnologia innovacion tecnologia-y-ciencia espacio ciencia-e-tecnologia inovacao tec tecnologia-e-games espaco scienza scienze tecnologie scienza-e-tecnologia innovazione spazio',
    nl: 'wetenschap techniek technologie-en-wetenschap tech-en-wetenschap wetenschap-en-tech',
    'sv nb no nn da fi': 'vetenskap teknik teknologi forskning videnskab viden tiede tekniikka',
    pl: 'nauka technologie-i-nauka technologie',
    'tr az': 'bilim teknoloji bilim-teknoloji',
    'id ms': 'sains tekno iptek',
    'ru uk be bg': 'наука технологии техника гаджеты космос наука-и-техника интернет',
    ar: 'علوم تكنولوجيا تقنية علوم-وتكنولوجيا تقنية-وعلوم فضاء',
    'zh ja ko':
      '科技 科学 互联网 数码 人工智能 航天 IT テクノロジー サイエンス 科学-技術 科学-it デジタル 과학 기술 it-과학 테크 인터넷',
    'cs sk sl hr bs sr': 'veda technika technologie veda-a-technika',
    el: 'επιστήμη τεχνολογία epistimi texnologia technologia',
    uk: 'наука технології космос',
  },
  'medtop:14000000': {
    en:
      'society social-issues community family immigration race human-rights gender communities ' +
      'demographics welfare social-affairs migration identity women lgbtq inequality',
    'de lb': 'gesellschaft familie migration-gesellschaft soziales zeitgeschehen',
    fr: 'societe famille immigration-societe femmes',
    'es pt it ca gl ro':
      'sociedad familia derechos-humanos igualdad inmigracion sociedade direitos-humanos societa famiglia diritti migranti',
    nl: 'samenleving maatschappij gezin',
    'sv nb no nn da fi': 'samhalle samfunn samfund yhteiskunta',
    pl: 'spoleczenstwo rodzina',
    'tr az': 'toplum aile',
    'id ms': 'sosial masyarakat',
    'ru uk be bg': 'общество семья социум',
    ar: 'مجتمع أسرة المجتمع',
    'zh ja ko': '社会 社會 民生 人权 社会-暮らし 사회 가족 인권 복지',
    uk: 'суспільство',
  },
  'medtop:15000000': {
    en:
      'sport sports football soccer basketball tennis cricket golf rugby baseball hockey nfl nba mlb ' +
      'nhl boxing motorsport formula-1 formula1 f1 cycling olympics athletics swimming racing nascar ' +
      'wrestling mma ufc premier-league champions-league high-school-sports college-football ' +
      'college-basketball sport-news sports-news horse-racing world-cup skiing ice-hockey volleyball ' +
      'esports',
    'de lb':
      'fussball fusball bundesliga handball wintersport liga motorsport-formel-1 tennis-sport sportmix formel-1 eishockey',
    fr: 'foot basket ligue-1 sports-de-combat cyclisme auto-moto rugby-xv jeux-olympiques',
    'es pt it ca gl ro':
      'deportes deporte futbol baloncesto liga tenis beisbol ciclismo motor-deportes boxeo esporte esportes futebol desporto brasileirao volei calcio serie-a basket-serie-a sport-vari ciclismo-sport motori',
    nl: 'voetbal wielrennen schaatsen sport-voetbal',
    'sv nb no nn da fi': 'fotboll fotball fodbold jalkapallo urheilu hockey-sport',
    pl: 'pilka-nozna siatkowka sporty pilka-reczna zuzel',
    'tr az': 'spor futbol-haberleri basketbol super-lig futbol',
    'id ms': 'olahraga sepak-bola bola bulutangkis',
    'ru uk be bg': 'спорт футбол хоккей теннис баскетбол',
    ar: 'رياضة كرة-القدم الرياضة كرة-قدم',
    'zh ja ko': '体育 足球 篮球 运动 體育 スポーツ サッカー 野球 テニス 스포츠 축구 야구 농구 골프',
    'cs sk sl hr bs sr': 'fotbal hokej tenis',
    el: 'αθλητικά αθλητισμός σπορ ποδόσφαιρο μπάσκετ athlitika athlitismos spor podosfairo',
    uk: 'спорт футбол бокс',
  },
  'medtop:16000000': {
    en:
      'war conflict conflicts military defence defense terrorism wars ukraine-war war-in-ukraine ' +
      'gaza-war israel-hamas-war middle-east-conflict russia-ukraine-war peace security-and-defense ' +
      'war-and-peace army',
    'de lb':
      'krieg konflikte ukraine-krieg verteidigung militar bundeswehr krieg-in-der-ukraine terrorismus terror',
    fr: 'guerre conflits guerre-en-ukraine defense-armee terrorisme armee',
    'es pt it ca gl ro':
      'guerra guerra-en-ucrania conflictos defensa terrorismo guerra-na-ucrania conflitos defesa guerra-in-ucraina difesa conflitti militar',
    nl: 'oorlog oorlog-in-oekraine defensie',
    'sv nb no nn da fi': 'krig krigen-i-ukraine forsvar sota terror',
    pl: 'wojna wojna-w-ukrainie obronnosc',
    'tr az': 'savas savunma',
    'id ms': 'perang militer',
    'ru uk be bg': 'война армия оборона украина-война сво терроризм',
    ar: 'حرب نزاعات عسكري دفاع',
    'zh ja ko': '军事 战争 国防 軍事 安全保障 戦争 국방 군사 전쟁',
    'cs sk sl hr bs sr': 'valka armada',
    el: 'πόλεμος άμυνα polemos amyna',
    uk: 'війна армія оборона',
  },
  'medtop:17000000': {
    en: 'weather forecast weather-forecast weather-news storms hurricanes hurricane',
    'de lb': 'wetter wettervorhersage unwetter',
    fr: 'meteo meteo-france intemperies',
    'es pt it ca gl ro': 'tiempo el-tiempo meteorologia pronostico meteo-previsioni meteo',
    pt: 'previsao-do-tempo previsao tempo clima-tempo',
    nl: 'weer weerbericht',
    'sv nb no nn da fi': 'vader vaderprognos vaer vejr saa',
    pl: 'pogoda',
    'tr az': 'hava-durumu',
    'id ms': 'cuaca',
    'ru uk be bg': 'погода прогноз-погоды',
    ar: 'طقس الطقس',
    'zh ja ko': '天气 天氣 天気 気象 날씨 기상',
    'cs sk sl hr bs sr': 'pocasi',
    el: 'καιρός kairos',
    uk: 'погода',
  },
};

/** Characters of a name that are looked at. */
const longestName = 100;
/** Letters that no decomposition makes plain. */
const plain: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe' };

/** A section name as it is looked up: small letters, no marks, hyphens between words. */
function sectionKey(name: string): string {
  return name
    .slice(0, longestName)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßøłđıæœ]/g, (letter) => plain[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

type IsWanted = (language: string) => boolean;

/** Every name in the languages that are wanted, as it is looked up, with its code. */
function* eachName(isWanted: IsWanted): Generator<readonly [key: string, code: string]> {
  for (const { code, ...labelled } of mediaTopics)
    for (const [language, name] of Object.entries(labelled))
      if (isWanted(language)) yield [sectionKey(name), code];
  for (const [code, lists] of Object.entries(names))
    for (const [languages, list] of Object.entries(lists))
      if (languages.split(' ').some(isWanted))
        for (const name of list.split(' ')) yield [sectionKey(name), code];
}

/** All languages that have names of their own. */
const named: ReadonlySet<string> = new Set([
  ...mediaTopics.flatMap(({ code: _code, ...labelled }) => Object.keys(labelled)),
  ...Object.values(names).flatMap((lists) => Object.keys(lists).flatMap((languages) => languages.split(' '))),
]);

/** Codes by name, by language or `every`: each is made when it is asked for. */
const tables = new Map<string, ReadonlyMap<string, string>>();

/** The names of a language and the English ones, where a name of both is its own; of no known one, the names of all. */
function codesIn(tag: string | undefined): ReadonlyMap<string, string> {
  const language = tag === undefined ? 'und' : (primaryLanguage(tag) ?? 'und');
  const kind = language === 'und' ? 'every' : named.has(language) ? language : 'en';
  const known = tables.get(kind);
  if (known !== undefined) return known;
  const own = eachName((one) => kind === 'every' || one === kind);
  const made = new Map([...eachName((one) => one === 'en'), ...own]);
  tables.set(kind, made);
  return made;
}

/**
 * Words of a section name that are looked up one by one when the whole is unknown: `business-news`,
 * `nachrichten-wirtschaft`.
 */
const mostWords = 3;

/** A name that names a code, in the form in which names are compared. */
export interface NamedSection {
  readonly key: string;
  readonly code: string;
}

/** What a name names (see `codeOfSection`), and the name in the form in which names are compared. */
export function readSection(name: string, tag?: string): NamedSection | undefined {
  const codes = codesIn(tag);
  const key = sectionKey(name);
  const whole = codes.get(key);
  if (whole !== undefined) return { key, code: whole };
  const words = key.split('-');
  if (words.length < 2 || words.length > mostWords) return undefined;
  const found = new Set(
    words.map((word) => (word.length < 4 ? undefined : codes.get(word))).filter((code) => code !== undefined),
  );
  const [code] = found;
  return code === undefined || found.size > 1 ? undefined : { key, code };
}

/**
 * The IPTC code that a section, category or folder of a URL names, in the language of its page (BCP 47) or in
 * English; undefined for one that names no matter, such as `news`. Where the language is not known, the names of
 * all are looked up.
 */
export function codeOfSection(name: string, tag?: string): string | undefined {
  return readSection(name, tag)?.code;
}
