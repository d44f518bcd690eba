import { describe, expect, it } from '@jest/globals';
import { Entity } from '@newsmill/contracts';
import { findEntities } from './find-entities.ts';
import { groupMentions } from './group-mentions.ts';
import { linkPlaces } from './link-places.ts';
import type { Mention } from './mention.ts';
import { namesInCapitals } from './names-in-capitals.ts';

const article = {
  title: 'Tallis says Norway will appeal to the UN over fishing',
  paragraphs: [
    'The United Nations (UN) should send observers to the North Sea, the former prime minister Ingrid Tallis said in Oslo on Tuesday.',
    'Mrs Tallis met Jane Miller of Deutsche Bank AG in Paris, Texas. Deutsche Bank shares rose. "The U.S. will help," Miller said.',
    'The UN did not comment. The United States declined, and so did Microsoft. Tallis flies to London on Friday.',
  ],
  language: 'en',
};
const named = (name: string, entities = findEntities(article)) =>
  entities.find((entity) => entity.name === name || entity.aliases.includes(name));

const namesIn = (language: string, text: string): string[] =>
  findEntities({ title: '', paragraphs: [text], language }).map(({ kind, name }) => `${kind} ${name}`);

const kinds = { PER: 'person', ORG: 'organisation', LOC: 'place' } as const;
/** What the rules of a language find, whatever the tagger makes of it. */
const byRules = (language: string, text: string): string[] =>
  groupMentions(text, namesInCapitals(text, language)).map(
    ({ kind, forms }) => `${kinds[kind]} ${[...forms.keys()][0]}`,
  );

const countryOf = (text: string, name: string): string | undefined =>
  named(name, findEntities({ title: '', paragraphs: [text], language: 'en' }))?.country;

describe('findEntities', () => {
  it('puts the short forms of a person with the full name', () => {
    expect(named('Ingrid Tallis')).toMatchObject({
      kind: 'person',
      mentions: 4,
      aliases: expect.arrayContaining(['Tallis']),
    });
    expect(named('Jane Miller')).toMatchObject({ kind: 'person', mentions: 2 });
  });
  it.each([
    ['en', 'Plan\tTallis Bank\tNorthgate Institute\tJane Miller\tRobert Finch'],
    ['en', 'Jane Miller\tRobert Finch\nTallis Bank\tNorthgate Institute'],
    ['de', 'Name\tJane Miller\tRobert Finch\tOrt'],
  ])('joins no names over the cells of a table (%s, %j)', (language, table) => {
    const names = namesIn(language, `She met them all in the town hall on Tuesday.\n${table}`);
    expect(
      names.filter((name) => !/ (?:Jane Miller|Robert Finch|Tallis Bank|Northgate Institute)$/.test(name)),
    ).toEqual([]);
  });
  it('puts an acronym with the name that it stands for', () => {
    expect(named('UN')).toMatchObject({
      name: 'United Nations',
      kind: 'organisation',
      mentions: 4,
      wikidata: 'Q1065',
    });
  });
  it('knows a company with and without its form', () => {
    expect(named('Deutsche Bank AG')).toMatchObject({
      kind: 'organisation',
      mentions: 2,
      aliases: ['Deutsche Bank'],
    });
  });
  it('gives a country its usual name, ISO code and ids', () => {
    expect(named('U.S.')).toMatchObject({
      name: 'United States',
      kind: 'place',
      country: 'US',
      geonames: 6252001,
      wikidata: 'Q30',
      mentions: 2,
    });
  });
  it('chooses the place in the state that is named right after it', () => {
    expect(named('Paris')).toMatchObject({ country: 'US', geonames: 4717560, latitude: 33.66 });
    const french = findEntities({
      title: 'Rain in Paris',
      paragraphs: ['It rained in Paris on Monday, and the Seine rose.'],
      language: 'en',
    });
    expect(named('Paris', french)).toMatchObject({ country: 'FR', geonames: 2988507 });
  });
  it('takes no word of the text for a town that is called so', () => {
    const placesIn = (language: string, ...paragraphs: string[]) =>
      findEntities({ title: '', paragraphs, language })
        .filter(({ kind }) => kind === 'place')
        .map(({ name }) => name);
    expect(
      placesIn(
        'de',
        'Das Orchester will aus der schwierigen Lage heraus, sagte die Dirigentin. Sein Klang ist bekannt.',
        'Über die Löhne wird noch geredet, und über eine Zukunft mit weniger Musikern.',
      ),
    ).toEqual([]);
    expect(placesIn('de', 'Dabei war auch ein Chor. Man sang bis spät.')).toEqual([]);
    expect(byRules('de', 'Das Werk in Löhne schließt, und der Zug fährt nur noch bis Lage.')).toEqual(
      expect.arrayContaining(['place Löhne', 'place Lage']),
    );
    expect(placesIn('es', 'El pueblo votó ayer. Después habló la voz del Pueblo por la radio.')).toEqual([]);
    expect(placesIn('fr', 'Elle lit avec plaisir. Son livre, Plaisir des jours, paraît demain.')).toEqual([]);
    expect(byRules('fr', 'Elle lit avec plaisir. Le maire habite à Plaisir, dans les Yvelines.')).toContain(
      'place Plaisir',
    );
  });
  it('takes no given name and no common word for a place that nothing says to be one', () => {
    const namesIn = (language: string, ...paragraphs: string[]): string[] =>
      findEntities({ title: '', paragraphs, language }).map(({ kind, name }) => `${kind} ${name}`);
    expect(
      namesIn(
        'de',
        'Auf der Bühne steht Rapper Dwayne Lincoln.',
        'Am Abend lachte Lincoln, und Lincoln sang.',
      ).join(),
    ).not.toContain('place');
    expect(byRules('de', 'Das Werk in Lincoln schließt. Am Abend war Lincoln leer.')).toContain(
      'place Lincoln',
    );
    expect(namesIn('pl', 'Gotować lubi Dominika. Tak mówi Dominika.').join()).not.toContain('place');
    expect(namesIn('de', 'Sie fliegt nach Dominica. Dort regnet es.')).toContain('place Dominica');
    expect(namesIn('fr', 'Hier, Jordan a voté. La Jordanie et Israel négocient.').join()).toContain('Israel');
    expect(namesIn('pl', 'Album wydaje EMI Music Poland, jak co roku.').join()).not.toContain('person');
  });
  it('reads bodies and people of other languages without the nouns beside them', () => {
    expect(namesIn('de', 'Die Hauptversammlung der Lorvik Energie AG tagte gestern.')).toEqual([
      'organisation Lorvik Energie AG',
    ]);
    expect(namesIn('de', 'Der Kundendienst der Bank und die Arbeit der Regierung ruhten.')).toEqual([]);
    expect(namesIn('de', 'Auch die Universität Leipzig forscht.')).toEqual([
      'organisation Universität Leipzig',
    ]);
    expect(namesIn('de', 'Sie nannte es eine Art Sommerpause im Betrieb.')).toEqual([]);
    expect(byRules('de', 'Da endete Peter Millers Laufbahn früh.').join()).toBe('person Peter Miller');
    expect(namesIn('de', 'Dort las Mario Vargas Llosa gestern.')).toEqual(['person Mario Vargas Llosa']);
    expect(namesIn('de', 'Nach dem Spiel gegen West Ham United feierte man.')).toEqual([
      'organisation West Ham United',
    ]);
    expect(namesIn('de', 'Gestern sprach Anna Lindt von den Grünen.')).toEqual(['person Anna Lindt']);
    expect(byRules('de', 'Gestern sprach Anna Maria von der Heyden.')).toEqual([
      'person Anna Maria von der Heyden',
    ]);
    expect(namesIn('de', 'Dann schickt die Bank den Brief zurück, und die Bank Ihnen Geld.')).toEqual([]);
    expect(namesIn('de', 'Er spielt in der Premier League gut.').join()).not.toContain('person');
    expect(namesIn('fr', 'Il en fit un Standard du genre.')).toEqual([]);
    expect(namesIn('es', 'Ayer ganó el equipo de McLaren.')).toEqual(['organisation McLaren']);
    expect(namesIn('fr', 'Hier, le Conseil de la Lorvie a voté.').join()).toBe(
      'organisation Conseil de la Lorvie',
    );
  });
  it('takes no piece of a name in quotation marks', () => {
    expect(namesIn('ru', 'Как сообщает ИА "Лента ПМР", парк открыт.').join()).not.toContain('Лента');
    expect(namesIn('fr', 'Le film « Berlin Calling » sort demain.').join()).not.toContain('Berlin');
    expect(byRules('de', 'Er nannte „Berlin“ und „Paris“ als Orte.')).toEqual(
      expect.arrayContaining(['place Berlin', 'place Paris']),
    );
  });
  it('ends English organisations at what was joined to them, and takes no abbreviation of a thing for one', () => {
    const organisations = (text: string): string[] =>
      findEntities({ title: '', paragraphs: [text], language: 'en' })
        .filter(({ kind }) => kind === 'organisation')
        .map(({ name }) => name);
    expect(
      organisations(
        'It was backed by the Harbour Workers Society and The Lantern Association on Monday.',
      ).join('|'),
    ).not.toContain('and The');
    expect(organisations('The Foreign Ministers met the Secretaries of State in Geneva.')).toEqual([]);
    expect(organisations('The plant of 700 MW has a USB port, a TV and an ICU, said the CTO.')).toEqual([]);
  });
  it('takes no first word of a sentence, no verb and no prefix into an English name, and no body of any kind for one', () => {
    const namesIn = (...paragraphs: string[]): string =>
      findEntities({ title: '', paragraphs, language: 'en' })
        .map(({ name }) => name)
        .join('|');
    expect(
      namesIn('Jason Tallis spoke. Even Tallis, the mayor, was late. Among Tallis’s aides was Jane Miller.'),
    ).not.toMatch(/Even|Among/);
    expect(
      namesIn(
        'Maria Tallis Breaks Jane Miller’s Record In Oslo',
        'Maria Tallis ran faster than Jane Miller.',
      ),
    ).not.toContain('Breaks');
    expect(namesIn('The anti-North Korea drill was held near South Korea.')).not.toContain('anti-');
    expect(namesIn('La Nina brings rain, said Jane Miller.')).not.toMatch(/(?:^|\|)Nina/);
    expect(namesIn('The Board met the Society on Monday. The Council of the District agreed.')).not.toMatch(
      /(?:^|\|)(?:Board|Society|Council|District)(?:\||$)/,
    );
  });
  it('reads foreign names in Chinese over any mark or space, and clubs and first names in Hindi', () => {
    expect(namesIn('zh', '首席执行官史蒂夫 巴尔默表示同意。')).toContain('person 史蒂夫 巴尔默');
    expect(namesIn('zh', '總裁史蒂夫‧巴爾默表示同意。')).toContain('person 史蒂夫‧巴爾默');
    expect(namesIn('hi', 'राजस्थान रॉयल्स ने मैच जीता।')).toContain('organisation राजस्थान रॉयल्स');
    expect(namesIn('hi', 'राजस्थान में बारिश हुई।')).toContain('place राजस्थान');
    expect(namesIn('hi', 'आज भुवनेश्वर शर्मा ने कहा।')).toContain('person भुवनेश्वर शर्मा');
  });
  it('takes no great place and no small word for a given name, nor a body into the name behind it', () => {
    expect(namesIn('it', 'Secondo Der Kurier il porto riapre domani.').join()).not.toContain('Secondo');
    expect(byRules('fr', 'Les trains de Paris Nord sont en retard, dit la gare.')).toContain('place Paris');
    expect(namesIn('fr', 'Ce matin, le président du Sénat Gérard Moreau a parlé.')).toContain(
      'person Gérard Moreau',
    );
    expect(namesIn('fr', 'La députée LFI Julie Moreau a parlé.')).toContain('person Julie Moreau');
    expect(byRules('fr', 'On visite demain la Fondation Marie Moreau.').join()).toContain(
      'Fondation Marie Moreau',
    );
    expect(namesIn('es', 'Ayer habló Salvador G. Tena en el puerto.')).toContain('person Salvador G. Tena');
  });
  it('cuts no known name out of a longer one that no list has', () => {
    expect(namesIn('pt', 'Ontem foi bom. Joss Stone canta e encanta a todos.')).toEqual([]);
    expect(byRules('fr', 'Selon le Wall Street Monitor, la banque va bien.')).toEqual([]);
    expect(namesIn('pl', 'Tak pisze Global Alliance Against Cancer w raporcie.')).toEqual([]);
    expect(namesIn('es', 'Asistió Izaskun Lesaka Argüelles al acto de ayer.')).toEqual([]);
    expect(byRules('it', 'La nuova Volkswagen California costa di più.')).toEqual([
      'organisation Volkswagen',
    ]);
    expect(namesIn('pt', 'Morreu ontem Jordan Guimarães Silva, e Jordan era jovem.')).toEqual([
      'person Jordan Guimarães Silva',
    ]);
    expect(namesIn('es', 'Ayer ganó el Leeds United, y el United es segundo.')).toEqual([
      'organisation Leeds United',
    ]);
    expect(namesIn('el', 'Το γραφείο «Gottlob Shanghai and Hamilton» έκλεισε.')).toEqual([]);
    expect(namesIn('de', 'Die Aktie (EURONEXT:SAN) steigt, in Frankfurt wie in Paris.')).not.toContain(
      'place San',
    );
    expect(byRules('de', 'Die Landeshauptstadt Düsseldorf und die Metropole Hamburg planen.')).toEqual([
      'place Düsseldorf',
      'place Hamburg',
    ]);
    expect(byRules('ru', 'Об этом говорят в Управлении Роспотребнадзора.').join()).toContain('надзор');
    expect(namesIn('ja', '講座は広島大学計算機センターで開かれる。')).not.toContain('place 広島');
    expect(namesIn('ja', '講座は広島で開かれる。')).toContain('place 広島');
    expect(namesIn('ja', '佐藤健副社長と鈴木花子副知事が話した。')).toEqual([
      'person 佐藤健',
      'person 鈴木花子',
    ]);
  });
  it('reads a firm behind a place, and no place before a language or a kitchen, in Chinese', () => {
    expect(namesIn('zh', '青島啤酒股價上升。')).toEqual(['organisation 青島啤酒']);
    expect(namesIn('zh', '市场看好云南铜业，昨天上涨。')).toEqual(['organisation 云南铜业']);
    expect(namesIn('zh', '分析指山東灯塔（01234）上升。')).toEqual(['organisation 山東灯塔']);
    expect(namesIn('zh', '他昨天回到青島。')).toEqual(['place 青島']);
    expect(namesIn('zh', '欧洲银行业面临挑战，美国航母到达。')).not.toContain('organisation 欧洲银行');
    expect(namesIn('zh', '他们学日本語，也吃法国菜。')).toEqual([]);
    expect(namesIn('zh', '她講上海話，寫灯塔。')).toEqual([]);
    expect(namesIn('zh', '城市是上海，話題是灯塔。')).toEqual(['place 上海']);
    expect(namesIn('zh', '灯塔集中行动开始，中行昨天表示支持。')).toEqual(['organisation 中行']);
    expect(namesIn('zh', '四日后灯塔重开，北京南京航空航天大学参加。').join()).not.toMatch(/四日|南京航空$/);
  });
  it('tells organisations in Chinese whole, from their place to the end that says what they are', () => {
    expect(namesIn('zh', '青島動物園重開，青岛啤酒厂也重开。')).toEqual([
      'organisation 青島動物園',
      'organisation 青岛啤酒厂',
    ]);
    expect(namesIn('zh', '他参观了青岛海豚繁育研究基地。')).toEqual(['organisation 青岛海豚繁育研究基地']);
    expect(namesIn('zh', '贵州茅台酒厂重开。')).toEqual(['organisation 贵州茅台酒厂']);
    expect(namesIn('zh', '青岛市灯塔管理局和中国灯塔科学院开会，国家灯塔局没来。')).toEqual([
      'organisation 青岛市灯塔管理局',
      'organisation 中国灯塔科学院',
      'organisation 国家灯塔局',
    ]);
    expect(namesIn('zh', '青岛市环保局、山东省人大常委会和中共青岛市委开会。')).toEqual([
      'organisation 青岛市环保局',
      'organisation 山东省人大常委会',
      'organisation 中共青岛市委',
    ]);
    expect(namesIn('zh', '青岛市人力资源和社会保障局通知，青島協和醫院開診。')).toEqual([
      'organisation 青岛市人力资源和社会保障局',
      'organisation 青島協和醫院',
    ]);
    expect(namesIn('zh', '中国青岛网报道，香港數字燈塔協會回應。')).toEqual([
      'organisation 中国青岛网',
      'organisation 香港數字燈塔協會',
    ]);
  });
  it('tells a body of a Chinese town once, with and without the sign of the town', () => {
    const [body] = findEntities({
      title: '',
      paragraphs: ['青岛市政协开会，青岛政协委员来了。'],
      language: 'zh',
    });
    expect(body).toMatchObject({ name: '青岛市政协', aliases: ['青岛政协'], mentions: 2 });
  });
  it('takes no part of a longer word, no clause and no kind of house for a Chinese organisation', () => {
    const bodies = (text: string) => namesIn('zh', text).filter((name) => name.startsWith('organisation'));
    expect(bodies('青岛局势紧张，中国格局改变，香港當局回應，美國選舉結局未定。')).toEqual([]);
    expect(bodies('青岛市委员来了，上海市委托灯塔，香港簽署協議。')).toEqual([]);
    expect(bodies('中国网民多，中国互联网大，上海铁丝网高。')).toEqual([]);
    expect(bodies('上海一家医院、上海多家医院和美国医院缺人，上海客厅大。')).toEqual([]);
    expect(bodies('上海市民参观博物馆，中国要求动物园关门，发展中国家统计局少。')).toEqual([]);
    expect(bodies('上海女孩学会做饭，45个国家航天局来了。')).toEqual([]);
    expect(namesIn('zh', '发展中国家很多。')).toEqual([]);
  });
  it('takes no small word of Chinese for a family name', () => {
    expect(namesIn('zh', '李梦潮说灯塔很美。记者向李梦潮表示感谢。')).toEqual(['person 李梦潮']);
    expect(namesIn('zh', '主席向首屆灯塔節致意。')).toEqual([]);
    expect(namesIn('zh', '主席贺信中强调灯塔。')).toEqual([]);
    expect(namesIn('zh', '向梦潮说灯塔很美。')).toEqual(['person 向梦潮']);
    expect(namesIn('zh', '市长李建中表示，灯塔重开。李建中出席。')).toEqual(['person 李建中']);
    expect(namesIn('zh', '总统阿达• 林特夫表示同意。')).toContain('person 阿达• 林特夫');
    expect(namesIn('zh', '总统林特夫人到访。').join()).not.toContain('夫');
    expect(namesIn('zh', '議員梁海指出灯塔很美。')).toEqual(['person 梁海']);
    expect(namesIn('zh', '議員梁海指，灯塔很美。')).toEqual(['person 梁海']);
    expect(namesIn('zh', '市长李梦表示支持。')).toEqual(['person 李梦']);
  });
  it('tells a given name alone only of somebody who comes again, speaks or holds an office', () => {
    const found = (text: string) => namesIn('en', `The harbour opened on Friday. ${text}`).join();
    expect(found('Visitors such as Fred came early, and the lamps were lit.')).not.toContain('Fred');
    expect(found('Fred came early. The lamps were lit for Fred, and Fred left late.')).toContain('Fred');
    expect(found('“The lamps are new,” said Fred, 45, who came early.')).toContain('Fred');
  });
  it('gives no short form to one of two people who may both be called so', () => {
    const { aliases } = named(
      'Ada Lindt',
      findEntities({
        title: '',
        paragraphs: ['Ada Lindt met Ben Lindt in Oslo. Mr Lindt left early.'],
        language: 'en',
      }),
    ) ?? { aliases: ['nobody'] };
    expect(aliases).toEqual([]);
    const text =
      'Ana García López habló en Madrid. Luis García Pérez, también. García dijo que no, dijo García.';
    const found = findEntities({ title: '', paragraphs: [text], language: 'es' });
    expect(found.filter(({ name }) => name === '')).toEqual([]);
  });
  it('tells a body with the place that is the end of its name', () => {
    const text = 'He teaches at the Chinese University of Hong Kong, and lives in Oslo.';
    expect(namesIn('en', text)).toContain('organisation Chinese University of Hong Kong');
  });
  it('links no small town at home in a text that is about another country', () => {
    const text = 'The shop in Yorkville opened. Toronto is cold, and so is Ottawa.';
    expect(countryOf(text, 'Yorkville')).toBeUndefined();
    expect(countryOf('The shop in Yorkville opened, and Chicago is cold.', 'Yorkville')).toBe('US');
  });
  it('gives letters no id of a body that is called otherwise everywhere else', () => {
    const idOf = (text: string, name: string) =>
      named(name, findEntities({ title: '', paragraphs: [text], language: 'en' }))?.wikidata;
    expect(idOf('The regulator FCC said on Monday that it would sue.', 'FCC')).toBeUndefined();
    expect(idOf('The bank UBS said on Monday that it would sue.', 'UBS')).toBe('Q193199');
  });
  it('takes no greeting for somebody, and no site for the body that has it', () => {
    const text = 'Merry Xmas to all in Oslo! Ramadan Mubarak to Bergen. See Google.com for more of Norway.';
    expect(namesIn('en', text).join()).not.toMatch(/Xmas|Ramadan|Google/);
  });
  it('gives Polish people the nominative, with the form of the text beside it', () => {
    const text = 'Koncert Kasi Wilk odbył się w Poznaniu.';
    const person = findEntities({ title: '', paragraphs: [text], language: 'pl' }).find(
      ({ name }) => name === 'Kasia Wilk',
    );
    expect(person?.kind).toBe('person');
    expect(person?.aliases.length).toBeGreaterThan(0);
  });
  it('leaves a Polish name whose nominative it cannot tell', () => {
    expect(namesIn('pl', 'Płyta Roberta Flack ukazała się w Krakowie.').join()).not.toContain('Robert Flack');
  });
  it('takes no sport and no part of a word for a person or a place in Japanese', () => {
    expect(namesIn('ja', 'マラソン選手とスター選手が話した。')).toEqual([]);
    expect(namesIn('ja', '世界フィギュア選手権が始まる。')).toEqual([]);
    expect(namesIn('ja', 'コーエン選手が話した。')).toEqual(['person コーエン']);
    expect(namesIn('ja', '日中外相が話し、日米韓首相も話した。').join()).not.toContain('person');
    expect(namesIn('ja', '千葉県：灯台町で雨が降る。')).toEqual(['place 千葉県', 'place 灯台町']);
    expect(namesIn('ja', '千葉県灯台町で雨が降る。')).toEqual(['place 千葉県', 'place 灯台町']);
    expect(namesIn('ja', '中国語とイタリア料理を学ぶ。')).toEqual([]);
    expect(namesIn('zh', '他在博鰲亞洲論壇上表示，亞洲杯很精彩。').join()).not.toContain('Asia');
    expect(namesIn('zh', '深圳世界大学生运动会开幕。').join()).not.toContain('organisation');
    expect(namesIn('zh', '深圳大学生人数增加。').join()).not.toContain('organisation');
    expect(namesIn('zh', '浙江理工大学生物系教授来了。').join()).toContain('organisation 浙江理工大学');
    expect(namesIn('zh', '美國杯葛北京冬奧。').join()).toContain('United States');
    expect(namesIn('ja', '西日本で雨が降り、新大阪で電車が止まる。')).toEqual([]);
    expect(namesIn('ja', '大阪と、隣町東京で雨が降る。')).toEqual(['place 大阪', 'place 東京']);
  });
  it('takes no thing for a person, and parts somebody from the house behind the name', () => {
    expect(namesIn('de', 'Die Hülle gibt es in "Candy Pink" und "Ruby Red".')).toEqual([]);
    expect(namesIn('pt', 'O carro da empresa é um Audi A4, ou um Mercedes GLC.')).toEqual([]);
    expect(namesIn('it', 'La Dora Riparia è in secca, e sul Monte Rosa non c’è neve.')).toEqual([]);
    expect(namesIn('pl', 'DERBY KRAKOWA: wyniki i zdjęcia.')).toEqual([]);
    expect(namesIn('fr', 'Il a vu « Camille Redouble » au cinéma avec Noémie Lvovsky.')).toEqual([
      'person Noémie Lvovsky',
    ]);
    expect(byRules('it', 'Dora Maar e Monte Hellman erano amici di Mikel Kabikoitz Carrera.')).toEqual([
      'person Dora Maar',
      'person Monte Hellman',
      'person Mikel Kabikoitz Carrera',
    ]);
    expect(namesIn('de', 'Ein Lauf, den die Zeit prägt, die Arthur Kluckers schaffte.')).toEqual([
      'person Arthur Kluckers',
    ]);
    expect(byRules('de', 'Heute feiert die Stadt, dass Charles III. kommt.').join()).toContain('Charles III');
    expect(namesIn('es', 'El equipo dirigido por David Palmas ganó ayer.')).toEqual(['person David Palmas']);
    expect(namesIn('it', 'Lo dice Franco Berti della Fondazione Mare al giornale.')).toEqual([
      'person Franco Berti',
      'organisation Fondazione Mare',
    ]);
    expect(namesIn('es', 'Ayer Juan Pérez de la Universidad de Sevilla habló claro.')).toEqual([
      'person Juan Pérez',
      'organisation Universidad de Sevilla',
    ]);
    expect(namesIn('de', 'Das weiß Anna Müller von der Universität Köln genau.')).toEqual([
      'person Anna Müller',
      'organisation Universität Köln',
    ]);
    expect(byRules('es', 'Ayer abrió la Fundación Marie Moreau del Banco Sur.')).toEqual([
      'organisation Fundación Marie Moreau del Banco Sur',
    ]);
  });
  it('reads a third word of a Hindi name behind an office where the case follows', () => {
    const peopleIn = (text: string): string[] =>
      findEntities({ title: '', paragraphs: [text], language: 'hi' })
        .filter(({ kind }) => kind === 'person')
        .map(({ name }) => name);
    expect(peopleIn('कार्यक्रम में डॉ रमेश चंद्र सक्सेना ने भाषण दिया।')).toEqual(['रमेश चंद्र सक्सेना']);
    expect(peopleIn('सचिव अनिल प्रकाश माथुर और निदेशक निधि केसरवानी आए।')).toEqual([
      'अनिल प्रकाश माथुर',
      'निधि केसरवानी',
    ]);
    expect(peopleIn('मुख्यमंत्री योगी आदित्यनाथ जी को पत्र मिला।')).toEqual(['योगी आदित्यनाथ']);
    expect(peopleIn('नेता राहुल गांधी बयान को लेकर चुप हैं।')).toEqual(['राहुल गांधी']);
  });
  it('tells kinds of English names by the marks beside them', () => {
    const namesIn = (text: string): string =>
      findEntities({ title: '', paragraphs: [text], language: 'en' })
        .map(({ kind, name }) => `${kind} ${name}`)
        .join('; ');
    expect(namesIn('Pupils sat the new GCSEs. The GCSE is hard, said Ann Baker of Leeds.')).not.toContain(
      'GCSE',
    );
    expect(namesIn('Two NGOs wrote to NATO. The NGO said that it had asked the BBC.')).not.toContain('NGO');
    expect(namesIn('The mother, Dakshaben, 45; her son, Dhruvin, 20; and two others died.')).toContain(
      'person Dakshaben',
    );
    expect(namesIn('They were found near Emerson, Man., in the snow.')).toContain('place Emerson');
    expect(
      namesIn('Dock workers from Genoa and one of nurses from Accra sing for the first time.'),
    ).toContain('place Accra');
    expect(namesIn('Dave Martin reported from Steele, Ala., on Monday.')).toContain('place Steele');
    expect(namesIn('The train reached London, 45 minutes late.')).toContain('place London');
  });
  it('weighs the countries of the other places and of the language', () => {
    const countriesIn = (language: string, text: string): string[] =>
      findEntities({ title: '', paragraphs: [text], language })
        .filter(({ kind }) => kind === 'place')
        .map(({ name, country = '' }) => `${name} ${country}`);
    const linkedIn = (language: string, text: string, name: string): string | undefined => {
      const start = text.indexOf(name);
      const mention: Mention = { start, end: start + name.length, kind: 'LOC', confidence: 1 };
      return [...linkPlaces(text, groupMentions(text, [mention]), language).values()][0]?.country;
    };
    const text = 'Der Zug fährt nach Manchester und Birmingham.';
    const places = linkPlaces(text, groupMentions(text, namesInCapitals(text, 'de')), 'de');
    expect([...places.values()].map(({ name, country }) => `${name} ${country}`)).toEqual([
      'Manchester GB',
      'Birmingham GB',
    ]);
    expect(countriesIn('de', 'Das Theater in Halle öffnet wieder.')).toEqual(['Halle DE']);
    expect(countriesIn('nl', 'Het theater in Halle opent weer.')).toEqual(['Halle BE']);
    expect(countriesIn('en', 'They met in Cambridge, Oxford and London.')).toContain('Cambridge GB');
    expect(countriesIn('en', 'They met in Cambridge, Boston and Worcester.')).toContain('Cambridge US');
    expect(countriesIn('en', 'The men of Alabama met in Birmingham on Monday.')).toContain('Birmingham US');
    expect(countriesIn('en', 'The talks in Paris went on; Washington, Austin and Dallas wait.')).toContain(
      'Paris FR',
    );
    expect(countriesIn('zh', '他在香港工作。')).toEqual(['香港 HK']);
    // A part of two countries.
    expect(countriesIn('en', 'Floods hit Punjab on Monday, and Lahore and Karachi wait.')).toContain(
      'Punjab PK',
    );
    expect(countriesIn('en', 'Floods hit Punjab on Monday, and Amritsar and Delhi wait.')).toContain(
      'Punjab IN',
    );
    expect(countriesIn('en', 'Floods hit Punjab in India and Punjab in Pakistan.')).toContain('Punjab ');
    expect(linkedIn('fr', 'Les habitants du Nord attendent la pluie.', 'Nord')).toBeUndefined();
    expect(linkedIn('de', 'Die Polizei in Thüringen sucht Zeugen.', 'Thüringen')).toBe('DE');
    // A country as the language of the text calls it, beside a province that is called so.
    expect(countriesIn('fr', 'Un séisme a frappé cette nuit en Équateur.')).toEqual(['Ecuador EC']);
    expect(countriesIn('fr', 'Selon la Maison Blanche, le texte est prêt.').join()).not.toContain('FR');
  });
  it('takes a town for itself, not for a country that another language calls so', () => {
    const [place] = findEntities({
      title: '',
      paragraphs: ['COLUMBIA, S.C. (AP) — A dozen shop owners met in Columbia on Tuesday.'],
      language: 'en',
    }).filter(({ name, aliases }) => [name, ...aliases].includes('Columbia'));
    expect(place).toMatchObject({ kind: 'place', country: 'US', geonames: 4575352 });
  });
  it('links a small town or a region to a country only where something speaks for that country', () => {
    expect(countryOf('Donald Trump flew from Palm Beach to New York.', 'Palm Beach')).toBeUndefined();
    expect(countryOf('The beach at Palm Beach, north of Sydney, was closed.', 'Palm Beach')).toBe('AU');
    expect(countryOf('He lives in Cornwall with his wife.', 'Cornwall')).toBeUndefined();
    expect(countryOf('He lives in Cornwall, Ontario.', 'Cornwall')).toBe('CA');
    expect(countryOf('Police in Eastbourne said so.', 'Eastbourne')).toBe('GB');
    expect(countryOf('They met in Tampere.', 'Tampere')).toBe('FI');
    expect(countryOf('She was born in the South.', 'South')).toBeUndefined();
  });
  it('tells a state of the United States from the country or county of its name', () => {
    expect(countryOf('He was charged in Georgia. He flew from Atlanta.', 'Georgia')).toBe('US');
    expect(countryOf('Voters in Georgia and Arizona went first.', 'Georgia')).toBe('US');
    expect(countryOf('Storms hit Georgia and Maryland.', 'Georgia')).toBe('US');
    expect(countryOf('Officials of the US visited Georgia and Ukraine.', 'Georgia')).toBe('GE');
    expect(countryOf('Washington backs Georgia.', 'Georgia')).toBe('GE');
    expect(countryOf('Troops left Tbilisi in Georgia, and aid came from Atlanta.', 'Georgia')).toBe('GE');
    expect(countryOf('He lives in Maryland.', 'Maryland')).toBe('US');
    expect(countryOf('He lives in Ontario.', 'Ontario')).toBe('CA');
  });
  it('links no organisation by a name that is a word', () => {
    const text = 'Les députés de Renaissance ont voté. Le groupe Renaissance a gagné.';
    const [party] = findEntities({ title: 'Le parti Renaissance', paragraphs: [text], language: 'fr' });
    expect([party?.name, party?.kind, party?.wikidata]).toEqual(['Renaissance', 'organisation', undefined]);
  });
  it('links no river to the state that is called like it', () => {
    const stateOf = (text: string): string | undefined => {
      const start = text.indexOf('Missouri');
      const mention = { start, end: start + 'Missouri'.length, kind: 'LOC', confidence: 1 } as const;
      return [...linkPlaces(text, groupMentions(text, [mention]), 'en').values()][0]?.wikidata;
    };
    expect(stateOf('The farm lies in Missouri, near a dam.')).toBe('Q1581');
    expect(stateOf('The Missouri legislature met.')).toBe('Q1581');
    expect(stateOf('The pipeline crosses the Missouri river.')).toBeUndefined();
    expect(stateOf('Farms stand along the Missouri.')).toBeUndefined();
    expect(stateOf('The Missouri and Kansas governors met.')).toBe('Q1581');
    expect(stateOf('A Missouri lake froze over.')).toBe('Q1581');
  });
  it.each([
    [
      'en',
      'Revenue of US$9-billion',
      'Nordline expects revenue of US$9-billion, up from US$8-billion.',
      'United States',
    ],
    [
      'ru',
      'Врачи больницы имени Мечникова',
      'Врачи больницы имени Мечникова ждут. В больнице им. Мечникова тихо.',
      'Мечникова',
    ],
    [
      'uk',
      'Лікарі лікарні імені Мечникова',
      'Лікарі лікарні імені Мечникова чекають. У лікарні ім. Мечникова тихо.',
      'Мечникова',
    ],
  ])('takes no part of a sign or of another name for one: %s %s', (language, title, text, not) => {
    const names = findEntities({ title, paragraphs: [text], language }).map(({ name }) => name);
    expect(names).not.toContain(not);
  });
  it('knows somebody behind words that may say what is named after whom', () => {
    const namesOf = (language: string, text: string): string =>
      findEntities({ title: '', paragraphs: [text], language })
        .map(({ name }) => name)
        .join();
    expect(namesOf('ru', 'Пришёл человек по имени Игорь Ларионов.')).toContain('Игорь Ларионов');
    expect(namesOf('ru', 'Он доволен им. Дмитрий Песков ответил.')).toContain('Дмитрий Песков');
    expect(namesOf('ru', 'Посол выступил от имени Владимира Путина.')).toContain('Путин');
    expect(namesOf('pl', 'Minister pomógł im. Jan Kowalski powiedział to.')).toContain('Jan Kowalski');
  });
  it('tells New York, the city, from the state that it is in', () => {
    const mention = (text: string): Mention => {
      const start = text.indexOf('New York');
      return { start, end: start + 'New York'.length, kind: 'LOC', confidence: 1 };
    };
    const geonamesOf = (text: string, language = 'en'): number | undefined =>
      [...linkPlaces(text, groupMentions(text, [mention(text)]), language).values()][0]?.geonames;
    const [city, state] = [5128581, 5128638];
    for (const text of [
      'The film was shown in New York.',
      'He flew from Boston to New York, and on.',
      'Flights from Amsterdam, New York and Tokyo were late.',
    ])
      expect([text, geonamesOf(text)]).toEqual([text, city]);
    for (const text of [
      'Snow fell in upstate New York.',
      'New York Gov. Ann Lee spoke.',
      'He lives in Albany, New York.',
      'Dairy farms in western New York were flooded.',
    ])
      expect([text, geonamesOf(text)]).toEqual([text, state]);
    expect(geonamesOf('Das Gesetz im US-Bundesstaat New York gilt.', 'de')).toBe(state);
    expect(geonamesOf('Une loi dans l’État de New York', 'fr')).toBe(state);
    expect(geonamesOf('The governor of New York spoke.')).toBe(state);
    expect(geonamesOf('Il vit à New York depuis mars.', 'fr')).toBe(city);
  });
  it('tells a state of the United States from a town of its name by the list and the town before it', () => {
    const linkOf = (text: string, name: string): number | string | undefined => {
      const places = [
        'Rhode Island',
        'Ohio',
        'Oregon',
        'Utah',
        'Maryland',
        'Paris',
        'New York',
        'Washington',
      ];
      const mentions = places
        .flatMap((place): Mention[] => {
          const start = text.indexOf(place);
          return start < 0 ? [] : [{ start, end: start + place.length, kind: 'LOC', confidence: 1 }];
        })
        .toSorted((a, b) => a.start - b.start);
      const links = linkPlaces(text, groupMentions(text, mentions), 'en');
      const found = [...links].find(([{ forms }]) => forms.has(name))?.[1];
      return found?.kind === 'region' ? found.state : found?.name;
    };
    expect(linkOf('The ban holds in Rhode Island and New York.', 'New York')).toBe('NY');
    expect(linkOf('Voters in Ohio, New York, and Utah went first.', 'New York')).toBe('NY');
    expect(linkOf('Fires burn in Oregon, Utah and Washington.', 'Washington')).toBe('WA');
    expect(linkOf('A farm near Spokane, Washington, was sold.', 'Washington')).toBe('WA');
    expect(linkOf('The snow of eastern Washington melts late.', 'Washington')).toBe('WA');
    expect(linkOf('Washington Gov. Ann Lee spoke.', 'Washington')).toBe('WA');
    expect(linkOf('Washington lawmakers waited.', 'Washington')).toBe('Washington');
    expect(linkOf('He has shops in Paris, New York and Ohio.', 'New York')).toBe('New York City');
    expect(linkOf('The talks in Washington went on.', 'Washington')).toBe('Washington');
    expect(linkOf('Envoys of Paris and Washington met.', 'Washington')).toBe('Washington');
    expect(linkOf('He has shops in Ohio, New York and Washington.', 'Washington')).toBe('Washington');
    expect(linkOf('Trains run in Maryland and Washington.', 'Washington')).toBe('Washington');
    expect(linkOf('They met in Ohio and Washington, D.C., in May.', 'Washington')).toBe('Washington');
  });
  it('knows somebody behind the word that begins the sentence, and by a given name that is a town', () => {
    expect(namesIn('fr', 'Pour Émile Garnier, il faut agir.')).toEqual(['person Émile Garnier']);
    expect(namesIn('fr', 'Hier Louise Garnier a parlé.')).toEqual(['person Louise Garnier']);
    expect(namesIn('es', 'Según María Jesús Robledo, el plan sigue.')).toEqual([
      'person María Jesús Robledo',
    ]);
    expect(namesIn('de', 'Für Karin Vogt war das neu.')).toEqual(['person Karin Vogt']);
    expect(namesIn('ru', 'Сегодня Игорь Лаптев прибыл.')).toEqual(['person Игорь Лаптев']);
    expect(namesIn('ru', 'Об этом сообщил Владимир Мавров.')).toEqual(['person Владимир Мавров']);
    expect(byRules('ru', 'Поезд прибыл в город Владимир.')).toEqual(['place Владимир']);
    expect(byRules('fr', 'Tous les jours, ils font du pain.')).toEqual([]);
    expect(byRules('ru', 'Клуб расстался с Валерием Брагиным.')).toEqual(['person Валерий Брагин']);
    expect(namesIn('fr', 'Pour la France Unie, il faut agir.')).not.toContain('person France Unie');
  });
  it('holds first what the article is most about', () => {
    const [first, ...rest] = findEntities(article);
    expect(['Ingrid Tallis', 'United Nations']).toContain(first?.name);
    expect(rest.every((entity) => entity.salience <= (first?.salience ?? 0))).toBe(true);
  });
  it('links places of Polish and Czech by their nominatives', () => {
    const linked = (language: string, text: string): string[] =>
      findEntities({ title: '', paragraphs: [text], language }).flatMap(({ name, country }) =>
        country === undefined ? [] : [`${name} ${country}`],
      );
    expect(linked('pl', 'Premier spotkał się w Warszawie z ministrem z Iranu.').toSorted()).toEqual([
      'Iran IR',
      'Warszawa PL',
    ]);
    expect(linked('cs', 'Ministr jednal v Praze a potom v Londýně.')).toContain('Praha CZ');
  });
  it('links what news calls by another name, and no world to a town of its name', () => {
    const linked = (language: string, text: string): string[] =>
      findEntities({ title: '', paragraphs: [text], language }).flatMap(({ name, country }) =>
        country === undefined ? [] : [`${name} ${country}`],
      );
    expect(linked('en', 'The people of Palestine wait, said Ann Baker of the United Nations.')).toContain(
      'Palestinian Territories PS',
    );
    expect(linked('en', 'The storm reached the Canary Islands on Monday.')).toEqual(['Canary Islands ES']);
    expect(linked('en', 'The probe reached Jupiter on Monday, NASA said.')).toEqual([]);
    const text = 'The ice of Europa, a moon of Jupiter, is thick, said Ann Baker of NASA in Europe.';
    const worlds = findEntities({ title: '', paragraphs: [text], language: 'en' });
    expect(named('Europa', worlds)).toMatchObject({ name: 'Europa', kind: 'place', aliases: [] });
    expect(linked('en', 'He lives in Jupiter, Florida, with his wife.')).toContain('Jupiter US');
    expect(linked('en', 'They met in Washington, D.C., on Monday.')).toContain('Washington US');
    // The gazetteer has towns of these names, in other states.
    const elsewhere = findEntities({
      title: '',
      paragraphs: ['Ben Lindt of Hanover, N.H., met Ann Baker of St. Charles, Mo., there.'],
      language: 'en',
    });
    for (const name of ['Hanover', 'St. Charles'])
      expect(named(name, elsewhere)).toEqual(expect.not.objectContaining({ country: 'US' }));
    expect(named('Hanover', elsewhere)?.kind).toBe('place');
    const offices = linked(
      'en',
      'They have offices in Los Angeles, New York and Chicago, and in Boston, Texas and Utah.',
    );
    expect(offices).toEqual(expect.arrayContaining(['Los Angeles US', 'Chicago US', 'Boston US']));
    expect(linked('en', 'He was born in Palestine, Texas, in 1950.')).toContain('Palestine US');
    expect(linked('de', 'Die Union in Europa muss handeln, sagte Karin Vogt.').join()).not.toContain('US');
    expect(linked('fr', 'Il a quitté Paris pour les Etats-Unis en mars.')).toContain('United States US');
  });
  it('gives no body the id of another that a piece of its name is', () => {
    const entities = findEntities({
      title: 'Manchester United sign Lindt',
      paragraphs: [
        'Ben Lindt joined Manchester United from Leeds United on Monday.',
        'He said United were his club. “United is big,” he said.',
      ],
      language: 'en',
    });
    expect(named('Manchester United', entities)).toMatchObject({ kind: 'organisation', aliases: ['United'] });
    expect(named('Manchester United', entities)?.wikidata).toBeUndefined();
  });
  it('gives the shape of the contract, every share between 0 and 1', () => {
    for (const entity of findEntities(article)) expect(Entity.parse(entity)).toEqual(entity);
  });
  it('gives the same answer twice, and nothing for nothing', () => {
    expect(findEntities(article)).toEqual(findEntities(article));
    expect(findEntities({ title: '', paragraphs: [], language: 'en' })).toEqual([]);
  });
  it('is less sure without a model', () => {
    const entities = findEntities({
      title: 'Scholz reist nach Kairo',
      paragraphs: ['Bundeskanzler Olaf Scholz sprach in Kairo mit der Weltbank.'],
      language: 'de',
    });
    expect(named('Kairo', entities)).toMatchObject({ kind: 'place', country: 'EG', geonames: 360630 });
    const spans = namesInCapitals('Bundeskanzler Olaf Scholz sprach in Kairo mit der Weltbank.', 'de');
    expect(spans).toHaveLength(3);
    expect(Math.max(...spans.map(({ confidence }) => confidence))).toBeLessThanOrEqual(0.6);
  });
  it.each([
    ['capitals', 'Aa Bb '.repeat(170_000)],
    ['one word', 'A'.repeat(1_000_000)],
    ['letters and hyphens', 'A-'.repeat(500_000)],
    ['apostrophes', "A's’".repeat(250_000)],
    ['initials', 'A.'.repeat(500_000)],
    ['brackets', '(UN) '.repeat(200_000)],
    ['one name', 'Ingrid Tallis '.repeat(70_000)],
    [
      'many names',
      Array.from({ length: 90_000 }, (_, index) => `Ann Q${index.toString(36)}x said.`).join(' '),
    ],
    ['marks', '\u0300'.repeat(1_000_000)],
    ['double names', 'Aa Bb-Cc '.repeat(110_000)],
    ['owned names', "Wendy's ".repeat(125_000)],
    ['cut articles', "l'Aa d'Bb ".repeat(100_000)],
    ['countries', 'США РФ '.repeat(140_000)],
  ])('reads a hostile megabyte of %s without running away', (_, text) => {
    for (const language of ['en', 'ru', 'fr'])
      expect(
        findEntities({ title: text.slice(0, 100), paragraphs: [text], language }).length,
      ).toBeLessThanOrEqual(60);
  });
  it('looks for a few people in the whole of a text that names thousands', () => {
    const text = Array.from({ length: 15_000 }, (_, at) => `王${String.fromCharCode(0x4e00 + at)}说，`).join(
      '',
    );
    expect(findEntities({ title: '', paragraphs: [text], language: 'zh' }).length).toBeLessThanOrEqual(60);
  });
  it.each([
    ['zh', '北京'],
    ['ja', 'トウキョウ'],
    ['ko', '서울에서 '],
    ['ar', 'القاهرة و'],
    ['hi', 'अजय सिंह '],
    ['th', 'นายสมชาย ใจดี '],
  ])('reads a hostile megabyte in %s', (language, part) => {
    expect(
      findEntities({ title: '', paragraphs: [part.repeat(1_000_000 / part.length)], language }).length,
    ).toBeLessThanOrEqual(60);
  });
});
