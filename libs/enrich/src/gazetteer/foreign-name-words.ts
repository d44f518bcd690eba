/** Words that tell what kind of name they stand in or beside, in languages other than English; lower case. */

import { wordList } from './word-list.ts';

/**
 * Offices and forms of address that stand before the name of a person: Spanish, French, German, Italian,
 * Portuguese, Dutch, Russian, Ukrainian, Polish, Greek.
 */
export const foreignRoles = wordList(
  'presidente presidenta primer ministro ministra senador senadora diputado diputada alcalde alcaldesa gobernador gobernadora señor señora sr sr. sra sra. don doña doctor doctora rey reina papa general juez jueza fiscal secretario secretaria entrenador portavoz président présidente ministre sénateur sénatrice député députée maire m. mme monsieur madame roi reine pape général juge procureur directeur directrice entraîneur porte-parole präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin außenminister außenministerin innenminister innenministerin finanzminister finanzministerin verteidigungsminister ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin oberbürgermeister herr frau dr. prof. trainer sprecher sprecherin könig königin papst richter presidente ministro sindaco signor signora deputato senatore primeiro-ministro prefeito governador deputado burgemeester premier koning koningin президент президента президенту президентом премьер-министр министр министра губернатор депутат сенатор мэр генерал глава господин госпожа папа король президентом прем’єр-міністр міністр міністра голова prezydent premier minister senator poseł prezes πρόεδρος πρωθυπουργός υπουργός βουλευτής',
);

/** Heads and endings of the names of organisations. */
export const foreignOrganisationWords = wordList(
  'universidad ministerio partido banco gobierno congreso senado tribunal comisión consejo asociación federación fundación instituto agencia policía ejército unión sindicato club real s.a. s.l. université ministère parti banque gouvernement sénat assemblée commission conseil association fédération fondation institut agence police armée syndicat cour société sas sarl universität ministerium bundesministerium partei bank regierung bundesrat bundestag landtag kommission verband verein stiftung institut agentur polizei bundeswehr gewerkschaft gericht bundesgericht gmbh ag kg se e.v. fc sv sc università ministero partito banca governo senato corte commissione consiglio associazione federazione fondazione agenzia polizia sindacato s.p.a. spa universidade ministério partido governo congresso senado comissão conselho associação federação fundação agência polícia sindicato universiteit ministerie partij regering raad vereniging университет университета министерство министерства партия партии банк банка правительство правительства совет комиссия комитет ассоциация федерация фонд институт агентство полиция союз суд корпорация компания ооо оао пао ао дума университет міністерство партія уряд рада uniwersytet ministerstwo partia rząd sejm senat fundacja πανεπιστήμιο υπουργείο κόμμα τράπεζα κυβέρνηση',
);

/** Words behind the town of a club: Manchester City, Leeds United. */
export const clubWords = wordList(
  'city united rovers wanderers town albion county athletic hotspur rangers villa wednesday argyle ac afc cf',
);

/** Words of lower case that stand inside names. */
export const foreignJoiners = wordList(
  'de la las los el del y e da do dos das di della dei du des d’ l’ et von van der den zu und für of the en na w z i и по του της των και',
);

/** What stands inside names, or within what may be one, in languages other than English: articles and prepositions. */
export const foreignJoiningWords =
  "l’ d’ dell’ all’ nell’ sull’ dall’ degl’ un’ l' d' dell' all' nell' sull' dall' un' der die das dem den des im am an bei beim ob auf über gegen vor zwischen mit ohne vom zum zur als los las lo della delle dello degli dei ai alla nel nella per pour dans aux con com em no na do da dos das pelo os e het op voor van på för i til w we nad pod z ze o по на при в из и за с у та для v ve a k ke u".split(
    ' ',
  );

/**
 * Countries whose small towns a text of the language may mean by a bare name; elsewhere such names are mostly
 * other words.
 */
// biome-ignore format: a table, read by its rows
export const homesOfLanguage: Readonly<Record<string, string>> = {
  de: 'DE AT CH LI LU', fr: 'FR BE CH CA LU', es: 'ES MX AR CO CL PE VE EC GT CU BO DO HN PY SV NI CR PA UY',
  it: 'IT CH SM', pt: 'PT BR AO MZ', nl: 'NL BE', pl: 'PL', cs: 'CZ', sk: 'SK', hu: 'HU', ro: 'RO MD',
  sv: 'SE FI', nb: 'NO', no: 'NO', da: 'DK', fi: 'FI',
  tr: 'TR', ru: 'RU BY KZ UA KG', uk: 'UA', bg: 'BG', sr: 'RS BA ME', hr: 'HR BA', el: 'GR CY', id: 'ID',
  ms: 'MY', vi: 'VN', ca: 'ES AD', sl: 'SI', lt: 'LT', lv: 'LV', et: 'EE', sq: 'AL XK',
};

/** Articles, which begin sentences and belong to no name. */
export const foreignArticles = wordList(
  "el la los las un una le les l’ l' un une der die das dem den des ein eine einen il lo gli i o os as um uma de het een ο η το οι τα",
);
/** Words of lower case that stand inside the names of people. */
export const personJoiners = wordList(
  'de la del da do dos das di della van von ten ter bin ibn al el ben zu',
);
/** Polish given names, the commonest and their short forms, as registers of names have them; by hand. */
export const polishGivenNames = wordList(
  'Adam Adrian Aleksander Andrzej Antoni Arkadiusz Artur Bartłomiej Bartosz Bogdan Bogusław Bolesław Bronisław Cezary Czesław Damian Daniel Dariusz Dawid Donald Dominik ' +
    'Edward Emil Eugeniusz Fabian Filip Franciszek Fryderyk Grzegorz Henryk Hubert Ignacy Igor Ireneusz Jacek Jakub Jan Janusz Jarosław Jerzy Józef Julian Juliusz Kacper Kamil ' +
    'Karol Kazimierz Konrad Konstanty Krystian Krzysztof Lech Leon Leszek Ludwik Łukasz Maciej Maksymilian Marcel Marcin Marek Marian Mariusz Mateusz Michał Mieczysław Mikołaj ' +
    'Miłosz Mirosław Norbert Oskar Patryk Paweł Piotr Przemysław Radosław Rafał Robert Roman Ryszard Sebastian Sławomir Stanisław Stefan Szymon Tadeusz Tomasz Tymoteusz Wacław ' +
    'Waldemar Wiesław Wiktor Witold Władysław Włodzimierz Wojciech Zbigniew Zdzisław Zenon Zygmunt ' +
    'Agata Agnieszka Aleksandra Alicja Alina Amelia Aneta Angelika Anita Anna Antonina Barbara Beata Bogumiła Bożena Celina Danuta Daria Dominika Dorota Edyta Elżbieta Emilia ' +
    'Eugenia Ewa Ewelina Gabriela Genowefa Grażyna Halina Hanna Helena Iga Ilona Irena Iwona Iza Izabela Jadwiga Janina Joanna Jolanta Julia Justyna Kamila Karolina Kasia ' +
    'Katarzyna Kinga Klaudia Krystyna Laura Lena Lidia Lucyna Łucja Maja Magdalena Małgorzata Maria Marianna Mariola Marlena Marta Martyna Marzena Maryla Michalina Milena Mirosława ' +
    'Monika Natalia Nina Ola Olga Oliwia Patrycja Paulina Renata Róża Sandra Stanisława Stefania Sylwia Teresa Urszula Wanda Wiesława Wiktoria Wioletta Wisława Zdzisława Zofia Zuzanna',
);

/** Words for "and". */
export const foreignLinks = wordList('y e et und en i и та й і και och og');

/** Capitalised words that begin sentences or are no names: days, months, peoples. */
export const foreignNoNames = wordList(
  'lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember понедельник вторник среда четверг пятница суббота воскресенье',
);

/** Verbs and particles after which the name of a Korean place or organisation may go on. */
export const koreanParticles = wordList(
  '은 는 이 가 을 를 의 에 에서 로 으로 와 과 도 만 까지 부터 에게 께서 이나 나 이라고 라고 이며 며 측 발 산 시 시의 시에 시에서 시는 시가 시를 에는 에도 에서는 에서도 과의 와의 으로부터 정부 정부는 정부가 대통령 대통령은 대통령이 총리 군 군이 군은 당국 당국은 인 인의 행 내',
);
export const koreanSurnames = wordList(
  '김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 전 홍 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구 나 민 진 지 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 왕 금 옥 육 인 맹 제 모 남궁 황보 선우',
);

export const chineseSurnames = wordList(
  '莊 庄 詹 柳 施 翁 阮 游 涂 凌 甘 左 卓 霍 祝 倪 章 鲁 魯 葛 骆 駱 鲍 鮑 鄺 邝 梅 冼 關 关 伍 麥 麦 聶 聂 歐 欧 俞 樊 毕 畢 安 常 康 王 李 张 張 刘 劉 陈 陳 杨 楊 黄 黃 赵 趙 吴 吳 周 徐 孙 孫 马 馬 朱 胡 郭 何 高 林 罗 羅 郑 鄭 梁 谢 謝 宋 唐 许 許 韩 韓 冯 馮 邓 鄧 曹 彭 曾 肖 蕭 田 董 袁 潘 于 蒋 蔣 蔡 余 杜 叶 葉 程 苏 蘇 魏 吕 呂 丁 任 沈 姚 卢 盧 姜 崔 钟 鍾 谭 譚 陆 陸 汪 范 范 金 石 廖 贾 賈 夏 韦 韋 付 方 白 邹 鄒 孟 熊 秦 邱 江 尹 薛 闫 段 雷 侯 龙 龍 史 陶 黎 贺 賀 顾 顧 毛 郝 龚 龔 邵 万 萬 钱 錢 严 嚴 武 戴 莫 孔 向 汤 湯 习 習 温 溫 赖 賴 柯 连 連',
);
/** Letters that Arabic writes together with the word after them. */
export const arabicPrefixes = ['وال', 'بال', 'لل', 'و', 'ب', 'ل', 'ف', 'ك'];
