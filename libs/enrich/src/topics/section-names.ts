import { mediaTopics } from '@newsmill/contracts';

/**
 * Names of newspaper sections and their IPTC code, in the form of `sectionKey`: small letters without marks,
 * hyphens between words. English, German, French, Spanish, Portuguese, Italian, Dutch, the Nordic languages,
 * Polish, Turkish, Indonesian, Russian, Arabic, Chinese, Japanese and Korean; the labels of the IPTC itself
 * are names too. Sections that say where and not what (world, local) have none.
 */
const names: Readonly<Record<string, string>> = {
  'medtop:01000000':
    'arts art culture entertainment music movies movie film films tv television theatre theater books book-reviews celebrity celebrities showbiz arts-and-culture arts-entertainment culture-news media-and-arts cinema dance opera museums literature hollywood bollywood popculture pop-culture kultur feuilleton unterhaltung musik kino buecher bucher literatur promis theater-und-buhne culture-et-loisirs musique livres arts-et-culture spectacles divertissement people-et-culture cultura espectaculos entretenimiento musica cine libros television-y-series musica-e-cinema famosos entretenimento cinema-e-tv spettacoli spettacolo libri cultura-e-spettacoli cultuur muziek boeken kunst kunst-en-cultuur kunst-kultur kultur-noje noje underholdning kultura rozrywka muzyka film-i-tv kultur-sanat magazin-kultur sanat hiburan selebritis seni-budaya kultura-i-iskusstvo kino-i-tv muzyka-i-kino культура кино музыка искусство шоу-бизнес шоубизнес литература театр ثقافة ثقافة-وفنون فنون فن-وثقافة سينما مشاهير 文化 娱乐 影视 音乐 文娱 艺术 娛樂 エンタメ カルチャー 芸能 音楽 映画 문화 연예 문화연예 영화 음악',
  'medtop:02000000':
    'crime law courts court justice police legal crime-and-courts crime-law crime-news law-and-order true-crime crime-justice public-safety legal-news kriminalitat kriminalitaet polizei blaulicht justiz recht gericht prozesse police-justice faits-divers-justice police-et-justice policier sucesos policia tribunales seguridad judicial policiales justicia policia-e-justica seguranca-publica justica cronaca-nera giustizia misdaad criminaliteit politie rechtspraak krim brott brott-och-straff krim-og-politi politi rikos prawo przestepczosc sprawiedliwosc suc hukum kriminal hukum-kriminal adalet asayis криминал преступность право суд происшествия-и-криминал قضاء جريمة حوادث-وقضايا 法治 法律 案件 法制 事件 裁判 사건사고 법원 법조',
  'medtop:03000000':
    'disaster disasters accidents accident emergencies natural-disasters fires wildfires earthquake earthquakes floods unfalle unfall katastrophen ungluecke feuerwehr faits-divers accidents-et-catastrophes catastrophes accidentes catastrofes desastres incidentes acidentes desastri incidenti rampen ongelukken ulykker olyckor wypadki katastrofy kazalar afet bencana происшествия чп катастрофы аварии كوارث حوادث 灾害 事故 灾难 災害 災害-事故 재난 사고 재해',
  'medtop:04000000':
    'business economy finance money markets market companies stocks investing economics business-news business-finance banking real-estate property personal-finance industry retail energy-business small-business business-and-economy business-economy financial markets-news stock-market crypto cryptocurrency commodities entrepreneurs startups-business trade wirtschaft finanzen borse boerse geld unternehmen konjunktur markte maerkte immobilien verbraucher wirtschaft-finanzen economie finances entreprises argent bourse immobilier economie-et-finance eco conso marches economia negocios finanzas empresas mercados dinero bolsa inmobiliaria economia-y-negocios macroeconomia economia-e-negocios financas mercado mercados-financeiros dinheiro finanza imprese borsa soldi mercati affari economia-e-finanza economie-en-financien financieel geldzaken bedrijfsleven beurs ekonomi naringsliv borsen okonomi oekonomi talous gospodarka biznes finanse pieniadze ekonomi-bisnis bisnis keuangan moneter piyasalar finans emlak экономика бизнес финансы деньги рынки недвижимость компании اقتصاد أعمال مال مال-وأعمال اسواق أسواق 经济 财经 商业 金融 股市 财富 房产 財經 經濟 経済 ビジネス マネー 企業 경제 금융 증권 부동산 산업 비즈니스 기업',
  'medtop:05000000':
    'education schools school university universities students campus higher-education learning-and-education college schools-and-education bildung schule hochschule uni studium bildung-karriere schule-und-studium education-nationale enseignement etudiants campus-education educacion universidad educacion-y-universidad escuelas educacao ensino ensino-superior vestibular enem scuola universita istruzione scuola-e-universita onderwijs utbildning skola utdanning uddannelse koulutus edukacja szkola nauka-i-edukacja egitim pendidikan edukasi образование школа вузы تعليم جامعات 教育 校园 高校 学校 教育-受験 교육 대학',
  'medtop:06000000':
    'environment climate climate-change nature wildlife sustainability green conservation energy-and-environment climate-environment climate-crisis earth pollution animals-and-nature environmental umwelt klima natur nachhaltigkeit klimawandel klima-umwelt umwelt-natur energiewende environnement climat planete ecologie nature-environnement biodiversite medio-ambiente medioambiente clima-y-medio-ambiente naturaleza ecologia cambio-climatico sostenibilidad meio-ambiente ambiente natureza clima-e-ambiente sustentabilidade ambiente-e-energia natura sostenibilita milieu natuur-en-milieu klimaat miljo klimat klima-og-miljo ymparisto srodowisko ekologia klimat-i-srodowisko cevre lingkungan экология климат природа окружающая-среда بيئة مناخ البيئة 环境 环保 生态 气候 環境 環境-エネルギー 환경 기후',
  'medtop:07000000':
    'health medicine healthcare health-news wellness-health medical coronavirus covid covid-19 mental-health public-health diseases health-and-medicine nutrition-health health-care gesundheit medizin krankheiten gesundheit-medizin corona pflege sante medecine bien-etre-sante sante-medecine salud medicina salud-y-bienestar saude bem-estar-saude saude-e-bem-estar salute sanita salute-e-benessere gezondheid gezondheidszorg zorg halsa helse sundhed terveys zdrowie medycyna saglik kesehatan здоровье медицина коронавирус صحة طب الصحة 健康 医疗 医药 卫生 養生 医療 ヘルス 医療-健康 건강 의료 의학',
  'medtop:08000000':
    'human-interest weird odd-news oddly-enough offbeat odd weird-news good-news people viral trending quirky vermischtes panorama menschen kurios kurioses leute aus-aller-welt insolite people-insolite gens curiosidades insolito gente curiosas historias-humanas insolitos mundo-bizarro curiosita curiosita-dal-mondo opmerkelijk bizar mensen manniskor rart-og-rort ciekawostki ludzie ilginc unik viral-unik интересное курьезы люди غرائب منوعات طرائف 奇闻 趣闻 百态 おもしろ びっくり 화제 이색',
  'medtop:09000000':
    'labour labor jobs careers employment work workplace unions job-market career labor-market arbeit karriere beruf job jobs-und-karriere arbeitsmarkt beruf-karriere arbeitswelt emploi social-emploi travail carriere trabajo empleo laboral mercado-de-trabalho emprego trabalho concursos-e-emprego carreiras lavoro occupazione sindacati werk vakbond arbetsliv jobb arbetsmarknad arbeidsliv arbejdsmarked tyoelama praca rynek-pracy is-dunyasi-kariyer kariyer calisma-hayati ketenagakerjaan karir работа карьера труд وظائف عمل 就业 职场 劳动 労働 雇用 仕事 노동 고용 일자리',
  'medtop:10000000':
    'lifestyle life-and-style leisure fashion food recipes travel style home-and-garden gardening cooking dining restaurants beauty food-and-drink food-drink life-style tourism shopping pets relationships parenting wellness homes interiors backpacking camping hobbies holiday holidays food-and-wine recipe destinations leben reise reisen mode stil genuss essen garten essen-trinken wohnen lifestyle-mode ratgeber-leben freizeit rezepte vie-pratique voyage voyages cuisine gastronomie beaute art-de-vivre loisirs styles tourisme recettes estilo estilo-de-vida viajes moda gastronomia recetas cocina belleza turismo ocio viagem gastronomia-e-receitas receitas comida beleza lazer viagens viaggi cucina ricette bellezza stile tempo-libero tendenze leven reizen eten koken wonen mode-en-lifestyle recepten livsstil mat-och-dryck resor reise-og-fritid mad rejser matkailu ruoka styl-zycia podroze kuchnia moda-i-uroda turystyka yasam seyahat yemek wisata kuliner gaya-hidup resep мода стиль путешествия туризм кулинария еда рецепты дом стиль-жизни سياحة-وسفر موضة سفر مطبخ أسلوب-حياة جمال 生活 旅游 美食 时尚 旅行 時尚 美容 ライフ グルメ ファッション 暮らし 生活-暮らし 여행 라이프 패션 맛집 생활 음식',
  'medtop:11000000':
    'politics government elections election white-house congress parliament policy uk-politics us-politics political elections-2024 national-politics state-politics diplomacy world-politics politics-news politics-policy foreign-policy politik innenpolitik landespolitik aussenpolitik bundespolitik wahlen bundestagswahl politik-inland parteien politique elections-politique gouvernement politique-internationale elections-presidentielles presidentielle politica elecciones gobierno politica-nacional elecciones-generales congreso politica-e-governo eleicoes governo elezioni politica-interna politiek verkiezingen binnenlandse-politiek politikk valg val inrikespolitik politiikka polityka wybory siyaset politika secim-haberleri pilpres pemilu nasional-politik политика выборы власть внутренняя-политика سياسة انتخابات السياسة 政治 时政 政府 时政要闻 外交 選挙 政策 정치 국회 선거 청와대 외교',
  'medtop:12000000':
    'religion faith belief church faith-and-religion religion-news beliefs spirituality catholic islam christianity vatican glaube kirche religion-kirche glauben-religion foi religions croyances vaticano religion-y-fe fe religiao fe-e-religiao religione chiesa vatican-news geloof religie kerk-en-religie kyrka tro kirkko religia kosciol wiara din agama islam-agama религия вера церковь دين دين-وحياة إسلام 宗教 佛教 信仰 종교',
  'medtop:13000000':
    'science technology tech space science-and-technology sci-tech innovation gadgets computing internet ai artificial-intelligence software mobile smartphones cybersecurity research tech-news science-news startups digital gaming-tech physics astronomy biology science-tech tech-science hardware digital-life cyber computers apps robotics wissenschaft technik technologie netzwelt forschung weltraum wissen digitales netzpolitik internet-technik wissen-technik wissenschaft-technik high-tech sciences science-et-technologie numerique technologies espace pixels web tecnologia ciencia ciencia-y-tecnologia innovacion tecnologia-y-ciencia espacio ciencia-e-tecnologia inovacao tec tecnologia-e-games espaco scienza scienze tecnologie scienza-e-tecnologia innovazione spazio wetenschap techniek technologie-en-wetenschap tech-en-wetenschap vetenskap teknik teknologi forskning videnskab viden tiede tekniikka nauka technologie-i-nauka bilim teknoloji bilim-teknoloji sains tekno iptek наука технологии техника гаджеты космос наука-и-техника интернет علوم تكنولوجيا تقنية علوم-وتكنولوجيا تقنية-وعلوم فضاء 科技 科学 互联网 数码 人工智能 航天 IT テクノロジー サイエンス 科学-技術 科学-it デジタル 과학 기술 it-과학 테크 인터넷',
  'medtop:14000000':
    'society social-issues community family immigration race human-rights gender communities demographics welfare social-affairs migration identity women lgbtq inequality gesellschaft familie migration-gesellschaft soziales zeitgeschehen societe famille immigration-societe femmes sociedad familia derechos-humanos igualdad inmigracion sociedade direitos-humanos societa famiglia diritti migranti samenleving maatschappij gezin samhalle samfunn samfund yhteiskunta spoleczenstwo rodzina toplum aile sosial masyarakat общество семья социум مجتمع أسرة المجتمع 社会 社會 民生 人权 社会-暮らし 사회 가족 인권 복지',
  'medtop:15000000':
    'sport sports football soccer basketball tennis cricket golf rugby baseball hockey nfl nba mlb nhl boxing motorsport formula-1 formula1 f1 cycling olympics athletics swimming racing nascar wrestling mma ufc premier-league champions-league high-school-sports college-football college-basketball sport-news sports-news horse-racing world-cup skiing ice-hockey volleyball esports fussball fusball bundesliga handball wintersport motorsport-formel-1 tennis-sport sportmix formel-1 eishockey foot basket ligue-1 sports-de-combat cyclisme auto-moto rugby-xv jeux-olympiques deportes deporte futbol baloncesto liga tenis beisbol ciclismo motor-deportes boxeo esporte esportes futebol desporto brasileirao volei calcio serie-a basket-serie-a sport-vari ciclismo-sport motori voetbal wielrennen schaatsen sport-voetbal fotboll fotball fodbold jalkapallo urheilu hockey-sport pilka-nozna siatkowka sporty spor futbol-haberleri basketbol super-lig olahraga sepak-bola bola bulutangkis спорт футбол хоккей теннис баскетбол رياضة كرة-القدم الرياضة كرة-قدم 体育 足球 篮球 运动 體育 スポーツ サッカー 野球 テニス 스포츠 축구 야구 농구 골프',
  'medtop:16000000':
    'war conflict conflicts military defence defense terrorism wars ukraine-war war-in-ukraine gaza-war israel-hamas-war middle-east-conflict russia-ukraine-war peace security-and-defense war-and-peace army krieg konflikte ukraine-krieg verteidigung militar bundeswehr krieg-in-der-ukraine terrorismus terror guerre conflits guerre-en-ukraine defense-armee terrorisme armee guerra guerra-en-ucrania conflictos defensa terrorismo guerra-na-ucrania conflitos defesa guerra-in-ucraina difesa conflitti oorlog oorlog-in-oekraine defensie krig krigen-i-ukraine forsvar sota wojna wojna-w-ukrainie obronnosc savas savunma perang militer война армия оборона украина-война сво терроризм حرب نزاعات عسكري دفاع 军事 战争 国防 軍事 安全保障 戦争 국방 군사 전쟁',
  'medtop:17000000':
    'weather forecast weather-forecast weather-news storms hurricanes hurricane wetter wettervorhersage unwetter meteo meteo-france intemperies tiempo el-tiempo meteorologia pronostico previsao-do-tempo previsao tempo clima-tempo meteo-previsioni weer weerbericht vader vaderprognos vaer vejr saa pogoda hava-durumu cuaca погода прогноз-погоды طقس الطقس 天气 天氣 天気 気象 날씨 기상',
};

/** Letters that no decomposition makes plain. */
const plain: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe' };

/** A section name as it is looked up: small letters, no marks, hyphens between words. */
function sectionKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßøłđıæœ]/g, (letter) => plain[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

let table: ReadonlyMap<string, string> | undefined;

function codesByName(): ReadonlyMap<string, string> {
  return (table ??= new Map([
    ...mediaTopics.flatMap(({ code, ...labelled }) =>
      Object.values(labelled).map((name) => [sectionKey(name), code] as const),
    ),
    ...Object.entries(names).flatMap(([code, list]) =>
      list.split(' ').map((name) => [sectionKey(name), code] as const),
    ),
  ]));
}

/**
 * Words of a section name that are looked up one by one when the whole is unknown: `business-news`,
 * `nachrichten-wirtschaft`.
 */
const mostWords = 3;

/**
 * The IPTC code that a section, category or folder of a URL names; undefined for one that names no matter,
 * such as `news`.
 */
export function codeOfSection(name: string): string | undefined {
  const key = sectionKey(name.slice(0, 100));
  const whole = codesByName().get(key);
  if (whole !== undefined) return whole;
  const words = key.split('-');
  if (words.length < 2 || words.length > mostWords) return undefined;
  const codes = new Set(
    words
      .map((word) => (word.length < 4 ? undefined : codesByName().get(word)))
      .filter((code) => code !== undefined),
  );
  return codes.size === 1 ? [...codes][0] : undefined;
}
