/** News agencies and wires as they sign, in the form that a dateline keeps. */
// biome-ignore format: a table, read by its rows
export const agencies: readonly string[] = [
  'Thomson Reuters Foundation', 'Thomson Reuters', 'Reuters', 'AFP', 'The Associated Press', 'AP', 'dpa',
  'DPA', 'EFE', 'ANSA', 'Lusa', 'LUSA', 'TASS', 'ТАСС', 'РИА Новости', 'Интерфакс', 'INTERFAX.RU', 'Interfax',
  'Укринформ', 'Укрінформ', 'Ukrinform', 'БЕЛТА', 'BELTA', 'Kyodo', 'Jiji', 'Xinhua', 'Yonhap', 'PTI', 'ANI',
  'IANS', 'PA Media', 'PA', 'AAP', 'The Canadian Press', 'Bloomberg', 'UPI', 'ANP', 'Belga', 'APA', 'sda',
  'SDA', 'Keystone-SDA', 'AWP', 'awp', 'TT', 'NTB', 'Ritzau', 'STT', 'PAP', 'ČTK', 'CTK', 'MTI', 'Agerpres',
  'AGERPRES', 'HINA', 'Tanjug', 'AA', 'DHA', 'İHA', 'Europa Press', 'EUROPA PRESS', 'Notimex', 'Télam',
  'Agência Brasil', 'Estadão Conteúdo', 'Adnkronos', 'AGI', 'askanews', 'LaPresse', 'Italpress', 'epd', 'KNA',
  'SID', 'sid', 'AFX', 'Antara', 'ANTARA', 'Bernama', 'BERNAMA', 'VNA', 'WAM', 'SPA', 'MENA', 'QNA', 'KUNA',
  'Petra', 'NAN', 'IRNA', 'Anadolu', 'Anadolu Agency', 'MAP', 'APS', 'TAP', 'CNN', 'BBC', 'NPR', 'PRNewswire',
  'PR Newswire', 'Business Wire', 'BUSINESS WIRE', 'GLOBE NEWSWIRE', 'ACN Newswire', 'EZ Newswire',
  'Newsfile Corp.', 'ots', 'news aktuell', 'رويترز', 'أ ف ب', 'وكالات', 'شينخوا', 'يونهاب',
  'Inter Press Service', 'IPS', 'RNS', 'States Newsroom', 'StatNews', 'KFF Health News', 'MarketWatch',
  'Dow Jones', 'AccuWeather', 'Sports Network', 'ITAR-TASS',
];

/** Agencies as they sign in scripts without capitals, by the form of the dateline. */
export const joinedAgencies = {
  chinese:
    '新华社 新華社 中新社 中新网 中新網 中央社 法新社 路透社 美联社 美聯社 俄新社 共同社 人民网 央视网 澎湃新闻'.split(
      ' ',
    ),
  japanese: '時事 共同 ロイター AFP時事 AFP AP CNN EPA時事 朝日新聞 ブルームバーグ'.split(' '),
  korean: '연합뉴스 뉴시스 뉴스1 로이터 AFP AP 이데일리 연합뉴스TV'.split(' '),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Capitalised words that open a text like a place, but are none. */
export const notPlaces: ReadonlySet<string> = new Set(
  'BREAKING UPDATE EXCLUSIVE WATCH VIDEO LIVE ANALYSIS OPINION EDITORIAL FACTBOX CORRECTED REVIEW INTERVIEW PHOTOS EXPLAINER NATO COVID WARNING SPOILER DEAR ALERT NEWS SPORT NOTE URGENT EILMELDUNG KOMMENTAR DIRECT VIDÉO ENTRETIEN OPINIÓN VÍDEO ÚLTIMA MEDIA REPORT'.split(
    ' ',
  ),
);

/**
 * Cities whose name alone, in capitals in front of a dash, opens a report: the list of stand-alone datelines,
 * and the same abroad.
 */
export const standAloneCities: ReadonlySet<string> = new Set(
  (
    'ATLANTA|BALTIMORE|BOSTON|CHICAGO|CINCINNATI|CLEVELAND|DALLAS|DENVER|DETROIT|HONOLULU|HOUSTON|INDIANAPOLIS|LAS VEGAS|LOS ANGELES|MIAMI|MILWAUKEE|MINNEAPOLIS|NEW ORLEANS|NEW YORK|OKLAHOMA CITY|PHILADELPHIA|PHOENIX|PITTSBURGH|ST. LOUIS|SALT LAKE CITY|SAN ANTONIO|SAN DIEGO|SAN FRANCISCO|SEATTLE|WASHINGTON|UNITED NATIONS|' +
    'LONDON|PARIS|BERLIN|ROME|MADRID|LISBON|BRUSSELS|AMSTERDAM|THE HAGUE|VIENNA|GENEVA|ZURICH|BERN|PRAGUE|WARSAW|BUDAPEST|BUCHAREST|SOFIA|ATHENS|BELGRADE|ZAGREB|SARAJEVO|KYIV|KIEV|MOSCOW|MINSK|VILNIUS|RIGA|TALLINN|HELSINKI|STOCKHOLM|OSLO|COPENHAGEN|REYKJAVIK|DUBLIN|EDINBURGH|BELFAST|CARDIFF|LUXEMBOURG|MONACO|VATICAN CITY|ISTANBUL|ANKARA|JERUSALEM|TEL AVIV|GAZA|GAZA CITY|RAMALLAH|BEIRUT|DAMASCUS|AMMAN|BAGHDAD|TEHRAN|RIYADH|DUBAI|ABU DHABI|DOHA|KUWAIT CITY|CAIRO|TRIPOLI|TUNIS|ALGIERS|RABAT|KHARTOUM|ADDIS ABABA|NAIROBI|KAMPALA|KIGALI|LAGOS|ABUJA|ACCRA|DAKAR|JOHANNESBURG|PRETORIA|CAPE TOWN|HARARE|KABUL|ISLAMABAD|KARACHI|LAHORE|NEW DELHI|MUMBAI|DHAKA|COLOMBO|KATHMANDU|BANGKOK|HANOI|YANGON|PHNOM PENH|KUALA LUMPUR|SINGAPORE|JAKARTA|MANILA|BEIJING|SHANGHAI|HONG KONG|TAIPEI|SEOUL|PYONGYANG|TOKYO|OSAKA|SYDNEY|MELBOURNE|CANBERRA|WELLINGTON|AUCKLAND|OTTAWA|TORONTO|MONTREAL|VANCOUVER|MEXICO CITY|HAVANA|CARACAS|BOGOTA|BOGOTÁ|QUITO|LIMA|LA PAZ|SANTIAGO|BUENOS AIRES|MONTEVIDEO|ASUNCION|BRASILIA|BRASÍLIA|SAO PAULO|SÃO PAULO|RIO DE JANEIRO|PORT-AU-PRINCE|KINGSTON|PANAMA CITY|' +
    'ROMA|MILANO|NAPOLI|TORINO|LISBOA|LISBONNE|LONDRES|LONDRA|LONDEN|PARIJS|PARIGI|BERLIJN|BERLINO|BRUXELLES|BRUSSEL|BRUSELAS|GENF|GENÈVE|WIEN|ZÜRICH|HAMBURG|MÜNCHEN|FRANKFURT|KÖLN|STUTTGART|DÜSSELDORF|MOSKAU|MOSCOU|MOSKOU|WASCHINGTON|DEN HAAG|ROTTERDAM|UTRECHT|BARCELONA|VALENCIA|SEVILLA|MARSEILLE|LYON|ATENAS|VARSOVIE|WARSZAWA|PRAHA|KØBENHAVN|JÉRUSALEM|JERUSALÉN|PÉKIN|PEKÍN|PECHINO|PEKING|TOKIO|CIUDAD DE MÉXICO|LA HABANA|МОСКВА|САНКТ-ПЕТЕРБУРГ|КИЕВ|КИЇВ|МИНСК|ВАШИНГТОН|ЛОНДОН|ПАРИЖ|БЕРЛИН|БРЮССЕЛЬ|ПЕКИН|ТОКИО|ЖЕНЕВА'
  ).split('|'),
);
