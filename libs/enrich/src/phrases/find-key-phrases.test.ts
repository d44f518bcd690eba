import { describe, expect, it } from '@jest/globals';
import { findKeyPhrases } from './find-key-phrases.ts';
import type { NamedEntity } from './read-names.ts';

const keys = (title: string, text: string, language: string, most?: number): string[] =>
  findKeyPhrases({ title, text, language }, most).map((phrase) => phrase.text.toLowerCase());

describe('findKeyPhrases', () => {
  it.each([
    ['ru', 'Маяк в Каде', 'Маяк в Каде закрыт. Из Каде уходит паром.', 'Кад', ['Каде'], 'Кад'],
    [
      'ru',
      'Маяк в Швеции',
      'Маяк в Швеции закрыт. Из Швеции уходит паром.',
      'Sweden',
      ['Швеция', 'Швеции'],
      'Швеция',
    ],
    [
      'pl',
      'Latarnia w Szwecji',
      'Latarnia w Szwecji stoi. Prom do Szwecji czeka.',
      'Sweden',
      ['Szwecja', 'Szwecji'],
      'Szwecja',
    ],
    [
      'pl',
      'Iran i latarnia',
      'Iran buduje latarnię. Latarnia w Iranie stoi, Iran czeka.',
      'Iran',
      ['Iranie'],
      'Iran',
    ],
  ])('shows a place of %s in the nominative: %s', (language, title, text, name, aliases, wanted) => {
    const names = [{ name, aliases, kind: 'place' as const }];
    const found = findKeyPhrases({ title, text, language, names }).map((phrase) => phrase.text);
    expect(found).toContain(wanted);
    expect(found.filter((phrase) => phrase !== wanted && aliases.includes(phrase))).toEqual([]);
  });

  it('finds noun phrases, not the verbs between them', () => {
    const found = keys(
      'Harbour tram to open in May',
      'The harbour tram will open in May, the city council said. The city council has spent two million on the harbour tram, which connects the old lighthouse with the railway station.',
      'en',
    );
    expect(found).toContain('harbour tram');
    expect(found).toContain('city council');
    expect(found.some((phrase) => /\b(?:will|said|spent|connects)\b/.test(phrase))).toBe(false);
  });

  it.each([
    ['Residents fear flooding', /fear/],
    ['Harbour keepers march on Friday', /march/],
    ['Six children admit that they saw the lighthouse', /admit/],
    ['Divers seeking pearls met in the harbour', /seeking/],
    ['Ports including Northhaven opened with the lighthouse', /including/],
    ['The council plans on adding Northhaven to the harbour', /adding/],
    ['The harbour by reinforcing traditional roles', /reinforcing/],
    ['Some ports containerize and others electrify', /containerize|electrify/],
  ])('takes nothing that people do for a noun behind them: %s', (title, verb) => {
    expect(keys(title, `${title}. The harbour is old.`, 'en').filter((phrase) => verb.test(phrase))).toEqual(
      [],
    );
  });

  it('keeps a form in -ing that says of what kind a thing is', () => {
    const text = 'The sailing school teaches. A sailing school and the crumbling local pier are told.';
    const found = keys('The sailing school and the crumbling local pier', text, 'en');
    expect(found).toContain('sailing school');
    expect(found).toContain('crumbling local pier');
  });

  it.each([
    ['Some stores mark down the bread at the harbour', /mark/],
    ['Fire breaks out in the harbour', /breaks/],
    ['The harbour has a thing called Mossroom', /called/],
    ['The harbour trades with nineteen countries', /nineteen/],
    ['The harbour trades with forty-two countries', /forty/],
  ])('takes no verb with its object, no word that names and no number for a part: %s', (title, word) => {
    expect(keys(title, `${title}. The harbour is old.`, 'en').filter((phrase) => word.test(phrase))).toEqual(
      [],
    );
  });

  it('keeps nouns behind a plural that has no object behind it', () => {
    const text =
      'The savings plan of the harbour opens. A savings plan and the dock tax cuts help ferries. Dock tax cuts this year are told.';
    const found = keys('A savings plan for the harbour', text, 'en');
    expect(found).toContain('savings plan');
    expect(found).toContain('dock tax cuts');
  });

  const shown = (title: string, text: string, names: NamedEntity[] = []): string[] =>
    findKeyPhrases({ title, text, language: 'en', names }).map((phrase) => phrase.text);

  it('keeps a number or adjective that begins a name, not one that a sentence begins with', () => {
    const title = 'Why Northhaven sent an alert';
    const text =
      'Many New Northers saw it. The alert of First Anchor woke them. First Anchor is a body. Some New Northers slept. First Lydgate spoke, and then Lydgate left.';
    const found = shown(title, text);
    expect(found).toContain('New Northers');
    expect(found).toContain('First Anchor');
    expect(found).not.toContain('Northers');
    expect(found).not.toContain('Anchor');
    expect(found.filter((phrase) => phrase.includes('First Lydgate'))).toEqual([]);
    const year = 'This year Moss breaks her New Year resolution. A New Year resolution lasts no year.';
    expect(shown('Moss breaks her New Year resolution', year)).toContain('New Year resolution');
  });

  it('writes a phrase of a heading and of running text one way, and names as names', () => {
    const text =
      'Ada Moss spoke in Galena. The carbon law is old, and Moss read of carbon. A harbour of Galena took part, as Ada Moss said to Galena.';
    const names = [
      { name: 'Ada Moss', kind: 'person' as const, aliases: ['Moss'] },
      { name: 'Galena', kind: 'place' as const, aliases: [] },
    ];
    const found = shown('Carbon Voting Gets Dirty At Galena', text, names);
    expect(found).toContain('carbon voting');
    expect(found).toContain('Galena');
  });

  it('tells a noun behind the phrases that end with it', () => {
    const text =
      'Ada Moss sells nail decals in Galena. Nail decals are new, and Moss likes decals. Decals came to Galena. These nail decals stick, said Ada Moss to the Harbour Board, and the Harbour Board bought decals.';
    const found = shown('Nail decals come to Galena', text);
    expect(found).toContain('nail decals');
    expect(found.slice(0, 5)).not.toContain('decals');
    expect(
      shown('Nail decal comes to Galena', text.replaceAll('ail decals', 'ail decal')).slice(0, 5),
    ).not.toContain('decals');
  });

  it('tells what adjectives say of a noun that fits any text late, unless the title has it', () => {
    const text =
      'Ada Moss met foreign companies in Galena. Foreign companies like Galena, said Moss. The Harbour Board of Galena gave Ada Moss a ferry licence, and the Harbour Board told of the night ferry.';
    expect(shown('Ada Moss gets a ferry licence in Galena', text).slice(0, 5)).not.toContain(
      'foreign companies',
    );
    expect(shown('Foreign companies like Galena', text)).toContain('foreign companies');
  });

  it('tells a name without the noun before it that says what it is, and no two names that a hyphen ties', () => {
    const names = [
      { name: 'Polar Moss Inc.', kind: 'organisation' as const, aliases: ['Polar Moss'] },
      { name: 'Galena', kind: 'place' as const, aliases: [] },
      { name: 'Northhaven', kind: 'place' as const, aliases: [] },
    ];
    const text =
      'The company Polar Moss runs the Galena-Northhaven ferry. In Northhaven the investment Polar Moss made is told. Ties of Galena-Northhaven are old, and Galena likes them.';
    const found = shown('Ferry of the company Polar Moss opens', text, names);
    expect(found).toContain('Polar Moss Inc.');
    expect(found.filter((phrase) => /company Polar|investment Polar|-Northhaven$/.test(phrase))).toEqual([]);
  });

  it('tells no two letters with points', () => {
    const text = 'The S.C. harbour opens at 9 P.M. today. Nobody in S.C. saw the U.N. there. The U.N. spoke.';
    const found = keys('S.C. harbour opens, U.N. says', text, 'en');
    expect(found.filter((phrase) => /^[sp]\.[cm]\.?$/.test(phrase))).toEqual([]);
  });

  it('keeps what belongs to people, and nouns behind a lone thing', () => {
    const text =
      'Harbour workers union and lighthouse repair work. The harbour workers union sees repair work.';
    const found = keys('Harbour workers union', text, 'en');
    expect(found.some((phrase) => phrase.includes('workers union'))).toBe(true);
    expect(found.some((phrase) => phrase.includes('repair work'))).toBe(true);
  });

  it('takes no deed of somebody for a name, and no share for a coin', () => {
    const names = [{ name: 'Ada Moss', kind: 'person' as const, aliases: ['Moss'] }];
    const text =
      'Ada Moss spoke. Traffic in the harbour rose by nine per cent. Moss said eight per cent is less.';
    const found = findKeyPhrases({ title: 'Moss opens the harbour', text, language: 'en', names }).map(
      (phrase) => phrase.text,
    );
    expect(found).toContain('Ada Moss');
    expect(found.filter((phrase) => /opens|cent/.test(phrase))).toEqual([]);
    const files = 'The Moss files are long. Nobody read the Moss files before Ada Moss spoke.';
    expect(
      findKeyPhrases({ title: 'What the Moss files say', text: files, language: 'en', names })
        .map((phrase) => phrase.text)
        .join(),
    ).toContain('Moss files');
  });

  it('takes no cells of a table together', () => {
    const rows = 'Harbour tram\tNight ferry\tOld lighthouse\n'.repeat(3);
    const found = keys(
      'What the harbour tram costs',
      `The harbour tram and the night ferry cost more.\n${rows}`,
      'en',
    );
    expect(found).toContain('harbour tram');
    expect(found.filter((phrase) => /tram night|ferry old/.test(phrase))).toEqual([]);
  });
  it('gives at most as many as asked for, best first, the best with score 1', () => {
    const found = findKeyPhrases(
      {
        title: 'Ice sheet models',
        text: 'Ice sheet models of sea level rise need ocean temperature data and glacier velocity maps.',
        language: 'en',
      },
      3,
    );
    expect(found).toHaveLength(3);
    expect(found[0]?.score).toBe(1);
    expect(found.map((phrase) => phrase.score)).toEqual(
      found.map((phrase) => phrase.score).toSorted((a, b) => b - a),
    );
  });

  it.each([
    [
      'de',
      'Neue Straßenbahn am Hafen',
      'Die Straßenbahn am Hafen fährt ab Mai. Der Stadtrat hat die Straßenbahn beschlossen.',
      'straßenbahn',
    ],
    [
      'fr',
      'Le tramway du port',
      'Le tramway ouvrira en mai. L’annonce du tramway vient de la mairie.',
      'tramway',
    ],
    ['ru', 'Трамвай в порту', 'Новый трамвай пойдет в мае. Трамвай соединит маяк и вокзал.', 'трамвай'],
    ['ja', '港の路面電車', '港の路面電車は五月に開業する。市議会は路面電車に二億円を使った。', '路面電車'],
    ['zh', '港口电车五月开通', '港口电车将于五月开通。市议会为港口电车投入两百万。', '电车'],
    ['ko', '항구 전차 개통', '항구 전차는 오월에 개통한다. 시의회가 전차를 결정했다.', '전차'],
    ['ar', 'ترام الميناء', 'يفتتح ترام الميناء في مايو. أنفق المجلس مليونين على ترام الميناء.', 'ترام'],
  ])('finds the matter of a text in %s', (language, title, text, wanted) => {
    expect(keys(title, text, language).some((phrase) => phrase.includes(wanted))).toBe(true);
  });

  it('tells somebody once, by the full name', () => {
    const found = findKeyPhrases({
      title: 'Moss opens the harbour tram',
      text: 'Mayor Ada Moss opened the harbour tram. Moss said that the harbour tram was late. Ada Moss walked home to Port Elm.',
      language: 'en',
      names: [
        { name: 'Ada Moss', aliases: ['Moss'], kind: 'person' },
        { name: 'Port Elm', aliases: [], kind: 'place' },
      ],
    }).map((phrase) => phrase.text);
    expect(found).toContain('Ada Moss');
    expect(found).toContain('harbour tram');
    expect(found.filter((phrase) => phrase.includes('Moss'))).toHaveLength(1);
  });

  it('shows a place as the text writes it, not as the gazetteer calls it', () => {
    const text =
      'Die Fähre nach Norwegen fährt wieder. Norwegen hat den Hafen gebaut. Der Hafen gehört Norwegen.';
    const names = [{ name: 'Norway', aliases: ['Norwegen'], kind: 'place' as const }];
    const found = findKeyPhrases({ title: 'Fähre nach Norwegen', text, language: 'de', names });
    expect(found.map((phrase) => phrase.text)).toContain('Norwegen');
  });

  it.each([
    ['en', 'Tuesday was 40 kilometres of rain. On Tuesday rain fell for 40 kilometres.', /tuesday|kilomet/],
    [
      'en',
      'The dam took Rs 40 crore and nine tonnes of clay. Rs 2 lakh more and two tonnes came, built in 40 BC.',
      /^(?:rs|crore|lakh|tonnes?|bc)$/,
    ],
    [
      'fr',
      'Mardi, trois millions de litres. Le mardi, encore des millions de litres.',
      /mardi|million|litre/,
    ],
    ['ru', 'Во вторник упали два миллиона рублей. Вторник принёс миллиона рублей.', /вторник|миллион|рубл/],
    ['zh', '周二下了四十公里。周二又下了四十公里。', /周二|公里/],
  ])('tells no days and units in %s', (language, text, unwanted) => {
    expect(keys('', text, language).filter((phrase) => unwanted.test(phrase))).toEqual([]);
  });

  it('writes a word of the text small where its title has all in capitals', () => {
    const found = findKeyPhrases({
      title: 'City Council Votes On New Harbour Tram',
      text: 'The harbour tram was voted on. A harbour tram costs two million.',
      language: 'en',
    }).map((phrase) => phrase.text);
    expect(found).toContain('harbour tram');
  });

  it('takes the particle from a Korean noun, and katakana as one word', () => {
    expect(keys('항구 전차', '항구 전차를 열었다. 시민은 항구 전차를 탔다.', 'ko')).toContain('항구 전차');
    const found = keys('ソラノトラム開業', '港のソラノトラムが開業した。ソラノトラムは青い。', 'ja');
    expect(found.filter((phrase) => 'ソラノトラム'.includes(phrase) && phrase !== 'ソラノトラム')).toEqual(
      [],
    );
  });

  it.each([
    [
      'fr',
      'La réforme des phares',
      'La réforme des phares commence. Le port attend la réforme des phares.',
      'réforme des phares',
    ],
    [
      'it',
      'Il ministro dell’Acqua, un anno dopo',
      'Parla il ministro dell’Acqua. Al porto aspetta il ministro dell’Acqua.',
      'ministro dell’acqua',
    ],
    [
      'es',
      'Un desprendimiento de tierra',
      'El desprendimiento de tierra cortó la vía. Otro desprendimiento de tierra llegó después.',
      'desprendimiento de tierra',
    ],
    [
      'nl',
      'De haven van Oudekade',
      'De haven van Oudekade gaat open. De nieuwe haven van Oudekade is blauw.',
      'haven van oudekade',
    ],
    [
      'pl',
      'Nowa latarnia morska',
      'Stara latarnia morska stoi w porcie. Czy latarnia morska świeci?',
      'latarnia morska',
    ],
    [
      'zh',
      '新北市卫生局',
      '新北市卫生局检查餐厅。餐厅等待新北市卫生局。港口的新北市卫生局很小。',
      '新北市卫生局',
    ],
  ])('tells a term whole in %s, with what links its parts', (language, title, text, wanted) => {
    expect(keys(title, text, language)).toContain(wanted);
  });

  it.each([
    ['pt', 'Farol desaba no porto', 'O farol velho desaba. Ninguém viu como o farol desaba.', /^desaba$/],
    ['fr', 'Le phare est vraiment vieux', 'Il est vraiment vieux. Le phare, vraiment, tombe.', /vraiment/],
    [
      'de',
      'Rat beschließt Leuchtturm',
      'Der Rat beschließt den Leuchtturm. Wer beschließt, zahlt den Leuchtturm.',
      /beschließt/,
    ],
    [
      'ru',
      'Прожектор принимать нельзя',
      'Прожектор принимать нельзя. Принимать прожектор будут позже, а принимать надо.',
      /принимать/,
    ],
    ['hi', 'मंत्री ने जमानत दे दी', 'अदालत ने जमानत दे दी। मंत्री को जमानत दे दी गई।', /दी/],
    ['ru', 'Паром сошел с мели', 'Паром сошел с мели. Утром паром сошел с мели, маяк погас.', /сошел/],
    [
      'pl',
      'Prom wszedł do portu',
      'Prom wszedł do portu. Rano prom wszedł do portu, latarnia zgasła.',
      /wszedł/,
    ],
  ])('tells no verbs in %s', (language, title, text, unwanted) => {
    const found = keys(title, text, language);
    expect(found).not.toEqual([]);
    expect(found.filter((phrase) => unwanted.test(phrase))).toEqual([]);
  });

  it.each([
    ['fr', 'La photo du jour', 'La photo montre un homme. La photo de l’homme du jour.', /^(?:photo|homme)$/],
    ['pl', 'Tydzień i miesiąc', 'W tygodniu i w miesiącu. Po tygodniu i po miesiącu.', /tygodni|miesiąc/],
    ['ru', 'Неделю ждали маяк', 'Неделю ждали маяк. За неделю маяк построили.', /недел/],
    ['hi', 'मंत्री से मुलाकात', 'लाइटहाउस में मुलाकात हुई। मुलाकात लंबी थी। मुलाकात की जगह लाइटहाउस है।', /^मुलाकात$/],
    ['ko', '등대 종일 닫혀', '등대가 종일 닫혔다. 종일 등대를 기다렸다. 종일 비가 왔다.', /^종일$/],
    ['el', 'Η αρχή της χρονιάς', 'Στην αρχή της χρονιάς. Μέχρι την αρχή της χρονιάς.', /χρονιάς/],
  ])('tells nothing that fits any text in %s', (language, title, text, unwanted) => {
    expect(keys(title, text, language).filter((phrase) => unwanted.test(phrase))).toEqual([]);
  });

  it.each([
    [
      'fr',
      'Les inondations au port',
      'Les inondations coupent le port. Après les inondations, nous inondions le quai.',
      'inondations',
    ],
    ['fr', 'Des maçons au phare', 'Le phare accueille des maçons. Les maçons peignent.', 'maçons'],
    ['ca', 'Les eleccions del port', 'Les eleccions comencen. El port vol les eleccions.', 'eleccions'],
    [
      'el',
      'Οι κυβερνήσεις για τον φάρο',
      'Οι κυβερνήσεις πληρώνουν τον φάρο. Στις κυβερνήσεις αρέσει ο φάρος. Θα κυβερνήσεις εσύ;',
      'κυβερνήσεις',
    ],
  ])('takes for a noun in %s what an article makes one: %s', (language, title, text, wanted) => {
    expect(keys(title, text, language)).toContain(wanted);
  });

  it.each([
    ['fr', 'Il bouscule le phare', 'Il bouscule le phare. Elle ne bouscule pas, il bouscule.', /bouscule/],
    ['el', 'Θα ανοίξει ο φάρος', 'Ο φάρος θα ανοίξει. Να ανοίξει ο φάρος, δεν ανοίξει.', /ανοίξει/],
  ])('takes for none in %s what a pronoun makes a verb', (language, title, text, unwanted) => {
    expect(keys(title, text, language).filter((phrase) => unwanted.test(phrase))).toEqual([]);
  });

  it.each([
    [
      'fr',
      'La Coupe des lanternes',
      'La Coupe des lanternes revient. Le port gagne la Coupe des lanternes. On aime la Coupe des lanternes.',
      ['coupe des lanternes'],
    ],
    [
      'es',
      'El Ministerio del Faro',
      'Habla el Ministerio del Faro. Otra vez espera el Ministerio del Faro.',
      ['ministerio del faro'],
    ],
  ])('tells no part of a term in %s that stands in it alone', (language, title, text, wanted) => {
    expect(keys(title, text, language)).toEqual(wanted);
  });

  it.each([
    [
      'el',
      '«Φως στο Λιμάνι»',
      'Το πρόγραμμα «Φως στο Λιμάνι» αρχίζει. Ο δήμος πληρώνει το «Φως στο Λιμάνι».',
      /^λιμάνι$/,
    ],
    [
      'pt',
      'Joana Faroleira canta',
      'Joana Faroleira canta no cais. Todos ouvem Joana Faroleira e Joana Faroleira agradece.',
      /^(?:joana|faroleira)$/,
    ],
    [
      'ru',
      'Прожектор имени Ады Мохнатой',
      'Прожектор имени Ады Мохнатой светит. Дом Ады Мохнатой мал.',
      /^мохнатой$/,
    ],
    [
      'fr',
      'Le Lampe Street Herald',
      'Le Lampe Street Herald parle du port. Selon le Lampe Street Herald, le port ferme.',
      /^(?:lampe|street|herald)$/,
    ],
    [
      'en',
      'Seven Lighthouse Channel Films',
      'The Lighthouse Channel Films of May are seven. Ada likes the Lighthouse Channel Films.',
      /^channel films$/,
    ],
  ])('tells no piece of a longer name in %s: %s', (language, title, text, unwanted) => {
    expect(keys(title, text, language).filter((phrase) => unwanted.test(phrase))).toEqual([]);
  });

  it('tells a part of a name that also stands alone', () => {
    const text =
      'La ville de Narnie ouvre. Le Stade Narnie attend. Pour Narnie, un phare. Vive le Stade Narnie.';
    expect(keys('Narnie', text, 'fr')).toContain('narnie');
  });

  it.each([
    [
      'समुद्री सुरक्षा एवं प्रकाश विभाग',
      'समुद्री सुरक्षा एवं प्रकाश विभाग ने नाव खरीदी। नाव समुद्री सुरक्षा एवं प्रकाश विभाग की है।',
      'समुद्री सुरक्षा एवं प्रकाश विभाग',
    ],
    [
      'जल और बंदरगाह मंत्रालय',
      'जल और बंदरगाह मंत्रालय ने नाव खरीदी। नाव जल और बंदरगाह मंत्रालय की है।',
      'जल और बंदरगाह मंत्रालय',
    ],
  ])('tells the name of a Hindi body whole: %s', (title, text, wanted) => {
    const found = keys(title, text, 'hi');
    expect(found).toContain(wanted);
    expect(found.filter((phrase) => phrase !== wanted && wanted.includes(phrase))).toEqual([]);
  });

  it('does not join two Hindi nouns by "and"', () => {
    const text = 'नाविक और मछुआरे बंदरगाह पर हैं। नाविक और मछुआरे बंदरगाह से गए।';
    expect(keys('नाविक और मछुआरे', text, 'hi').filter((phrase) => phrase.includes('और'))).toEqual([]);
  });

  it.each([
    [
      'pt',
      'Farol encontrado aberto no cais',
      'O farol foi encontrado aberto no cais. Ninguém sabe por que foi encontrado aberto o farol.',
      /encontrado/,
    ],
    [
      'it',
      'Faro trovato spento',
      'Il faro fu trovato spento al porto. Chi ha trovato spento il faro attende.',
      /trovato/,
    ],
    [
      'es',
      'Faro abandonado ayer',
      'El faro fue abandonado ayer. El puerto abandonado ayer espera. Fue abandonado ayer.',
      /^abandonado/,
    ],
    [
      'fr',
      'Le port prévu de maintenir',
      'Il est prévu de maintenir le phare. Il était prévu de maintenir le phare.',
      /prévu|maintenir/,
    ],
    [
      'pl',
      'Mianowano Jana Morskiego latarnikiem',
      'Mianowano Jana Morskiego latarnikiem. Kto widział Jana Morskiego latarnikiem?',
      /morskiego latarnikiem/,
    ],
    [
      'ru',
      'Назначили Аду Морскую министром',
      'Назначили Аду Морскую министром. Избрали Аду Морскую министром.',
      /морскую министром/,
    ],
    ['ru', 'Дают миллиграмм витамина', 'Дают миллиграмм витамина. Ещё миллиграмм витамина.', /миллиграмм/],
    ['pl', 'Dają mikrogram witaminy', 'Dają mikrogram witaminy. Jeszcze mikrogram witaminy.', /mikrogram/],
    ['it', 'Il faro, vedi Disegno', 'Il faro, vedi Disegno. Il porto, vedi Disegno.', /vedi/],
    ['ja', '港の灯台に取り組む市', '市は灯台に取り組む。港も灯台に取り組み、町も取り組む。', /取り|組/],
    ['ja', '明るい灯台を開業前に見る', '明るい灯台を開業前に見る。明るい灯台は開業前に青い。', /明るい|前$/],
    ['ja', '灯台でドキドキ', '灯台でドキドキ。港でドキドキ。灯台は青い。', /ドキドキ/],
    ['ja', '灯台は青い', '灯台は一年一年、青い。港も一年一年、青い。', /一年/],
    ['ja', '屋根付き灯台', '屋根付き灯台は青い。港に屋根付き灯台がある。', /付き/],
    ['zh', '減少油量的灯塔', '灯塔減少油量的問題。灯塔油量的問題很大，灯塔油量的問題還在。', /量的/],
    ['zh', '港口建福利性灯塔', '港口建福利性灯塔。市民看政策性灯塔，福利性灯塔很美。', /^性/],
    ['zh', '灯塔將是港口中心', '灯塔將是港口中心。灯塔將是市民的地方，港口灯塔將是路標。', /將是/],
    ['zh', '灯塔预估三月开通', '灯塔预估三月开通。市府预估灯塔费用。专家预估灯塔费用。', /预估/],
  ])('tells no phrase of a verb and no unit in %s: %s', (language, title, text, unwanted) => {
    expect(keys(title, text, language).filter((phrase) => unwanted.test(phrase))).toEqual([]);
  });

  it.each([
    ['pt', 'O mercado livre', 'O mercado livre abre. Todos querem o mercado livre.', 'mercado livre'],
    ['fr', 'Le contenu du port', 'Le contenu du port brûle. On sauve le contenu du port.', 'contenu du port'],
    ['fr', 'Un cri d’avenir', 'Le phare d’avenir ouvre. Voici le phare d’avenir.', 'phare d’avenir'],
    ['ja', '灯台と戦い', '港の戦いを見る。市は戦いを知る。人も戦いを知る。', '戦い'],
  ])('keeps in %s a noun that looks like one: %s', (language, title, text, wanted) => {
    expect(keys(title, text, language)).toContain(wanted);
  });

  it('tells a word of a term once, with the term', () => {
    const text = 'Die neue Hafenbahn fährt. Neue Hafenbahn heißt sie. Die Hafenbahn ist blau.';
    const found = keys('Neue Hafenbahn', text, 'de');
    expect(found.filter((phrase) => phrase.includes('hafenbahn'))).toHaveLength(1);
  });

  it('tells no site and no agency that the title does not speak of', () => {
    const text =
      'Lo dijo AFP a la Gaceta de Kade. Más en kade.example.com. Pregunta otra vez AFP por el acueducto.';
    const told = (title: string) =>
      findKeyPhrases({ title, text, language: 'es', own: ['Gaceta de Kade'] }).map((phrase) => phrase.text);
    expect(told('Reabre el acueducto')).toEqual(['acueducto']);
    expect(told('Visita a la Gaceta de Kade, AFP')).toEqual(
      expect.arrayContaining(['AFP', 'Gaceta de Kade']),
    );
  });

  it.each([
    ['pt', 'farolia', 'Publicidade da Farólia. O aqueduto abre. Publicidade da Farólia.'],
    ['fr', 'merou', 'Avec le Mérou, l’aqueduc ouvre. Le Mérou attend devant l’aqueduc.'],
  ])('knows the name of a site in %s by its domain, without accents', (language, own, text) => {
    const found = findKeyPhrases({ title: '', text, language, own: [own] });
    expect(found.filter((phrase) => /farólia|mérou/iu.test(phrase.text))).toEqual([]);
  });

  it.each([
    ['zh', '雞蛋減產', '（中央社台北21日電）雞蛋減產。中央社報導雞蛋減產。中央社今天又報導。', /中央社/],
    ['ko', '항구 전차 개통', '연합뉴스에 따르면 항구 전차를 열었다. 연합뉴스는 항구 전차를 본다.', /연합/],
    [
      'fr',
      'L’aqueduc rouvre',
      'L’aqueduc (NDLR : le vieux) rouvre. NDLR encore, et NDLR : l’aqueduc.',
      /NDLR/,
    ],
  ])('tells no agency and no mark of an editor in %s', (language, title, text, unwanted) => {
    expect(keys(title, text, language).filter((phrase) => unwanted.test(phrase.toUpperCase()))).toEqual([]);
  });

  it.each([
    [
      'ja',
      '港でAir-Light Modeを試す',
      '港はAir-Light Modeを使う。市はAir-Light Modeと灯台を選ぶ。',
      'air-light mode',
    ],
    ['ja', 'UV LAMPセンサー', '港のUV LAMPセンサーは青い。UV LAMPセンサーを買う。', 'uv lampセンサー'],
    ['zh', 'SEA-PORT系统', '港口买了SEA-PORT系统。SEA-PORT系统很快。', 'sea-port系统'],
  ])('keeps a name in Latin letters whole in %s', (language, title, text, wanted) => {
    expect(keys(title, text, language)).toContain(wanted);
  });

  it('takes the quotation mark between a Korean name and its particle from the name', () => {
    const found = keys('‘Sea People’ 등대', '‘Sea People’이 등대에 왔다. ‘Sea People’에 등대가 있다.', 'ko');
    expect(found.filter((phrase) => /[’']$/u.test(phrase))).toEqual([]);
  });

  it.each([
    ['fr', 'Narnie', 'Narni', 'La Narnie ouvre un port. En Narnie, le phare de la Narnie attend.'],
    ['it', 'Narnia', 'Narni', 'La Narnia apre un porto. In Narnia il faro della Narnia aspetta.'],
  ])('shows a place as %s writes it, not a name that begins its own', (language, shown, name, text) => {
    const names = [{ name, aliases: [shown], kind: 'place' as const }];
    const found = findKeyPhrases({ title: shown, text, language, names }).map((phrase) => phrase.text);
    expect(found).toContain(shown);
    expect(found).not.toContain(name);
  });

  it('fills an English list with nouns that tell what a text is about, and come again', () => {
    const told = findKeyPhrases({
      title: 'Harbour Council opens ferry terminal',
      text: [
        'Anna Moss of the Harbour Council opened the ferry terminal in Larvik on Monday.',
        'The Harbour Council chose Kjell Berg of Nordline Shipping to run the electric ferry for Vestfold County.',
        'Bob Stone, a captain from Sandefjord, said that the submarine had an owner in Oslo.',
        'Every submarine of the Larvik terminal belongs to Nordline Shipping, and so does the pilot boat of Moss Towage.',
        'The decision of the owner came after a long decision of the captain, and the weekend brought another submarine.',
        'The captain praised the decision, and the owner gave the captain a weekend.',
      ].join('\n\n'),
      language: 'en',
    }).map(({ text }) => text);
    expect(told).toContain('submarine');
    expect(told.filter((phrase) => /^(?:decision|owner|captain|weekend)$/u.test(phrase))).toEqual([]);
  });

  it.each([
    ['copious amounts of paint', 'copious amounts'],
    ['a marvelous housekeeper', 'marvelous housekeeper'],
    ['an announced plan of the harbour', 'announced plan'],
    ['additional questions of the keepers', 'additional questions'],
  ])('tells no judgement of the writer: %s', (words, not) => {
    const text = `Ada Moss opens the harbour tram with ${words}. Bo Lund of the Elm Railway Board likes the harbour tram, and comes to Port Elm and to Larvik.`;
    expect(keys('Ada Moss opens the harbour tram', text, 'en')).not.toContain(not);
  });
  it('tells no word of a heading that is a word of the language, and no deed of a body', () => {
    const names = [{ name: 'Nordline Shipping', aliases: ['Nordline'], kind: 'organisation' as const }];
    const told = findKeyPhrases({
      title: 'Nordline boosts its targets: Misadventures of a Ferry',
      text: 'Nordline Shipping boosts its targets for Larvik. The Misadventures went on. Rev Bo Lund of Port Elm saw the ferry of Nordline.',
      language: 'en',
      names,
    }).map(({ text }) => text.toLowerCase());
    expect(told).toContain('nordline shipping');
    expect(told.filter((phrase) => /misadventures|^rev$|boosts/u.test(phrase))).toEqual([]);
  });
  it.each([
    ['led Nordline', 'Bo Lund, who led Nordline’s ferry business, left.'],
    ['Nordline executives', 'Nordline executives met.'],
    ['CEO', 'The CEO left, and the CEO came back.'],
    ['official comment', 'There was no official comment.'],
    ['helps families', 'It helps families in Larvik.'],
  ])('tells no %s', (not, sentence) => {
    const names = [{ name: 'Nordline', aliases: [], kind: 'organisation' as const }];
    const told = findKeyPhrases({
      title: 'Ferry of Port Elm opens',
      text: `Ada Moss of Port Elm opens the ferry terminal. ${sentence} Kjell Berg of Nordline was in Sandefjord with Anna Lund of the Elm Railway Board and Kari Dahl of Larvik.`,
      language: 'en',
      names,
    }).map(({ text }) => text);
    expect(told).not.toContain(not);
  });
  it('tells a term that begins with an adjective', () => {
    const text =
      'Ada Moss takes the medical records of Port Elm. Bo Lund saw the medical records and the frozen food.';
    const found = keys('Ada Moss takes the records', text, 'en');
    expect(found).toContain('medical records');
    expect(found).toContain('frozen food');
  });
  it.each(['paid leave', 'arranged marriages', 'artificial intelligence'])(
    'tells a term that comes again and again, whatever its words are: %s',
    (term) => {
      const text = `Ada Moss speaks of ${term} in Port Elm. Bo Lund is for ${term}. Larvik has no ${term}, and Oslo has.`;
      expect(keys('Ada Moss speaks in Port Elm', text, 'en').slice(0, 5)).toContain(term);
    },
  );
  it('tells behind the first five no phrase of news that comes once, and no lone word that tells little', () => {
    const people = ['Ada Moss', 'Bo Lund', 'Cy Dahl', 'Di Berg', 'Ed Holm'];
    const names = people.map((name) => ({ name, kind: 'person' as const, aliases: [] }));
    const body = people.map((name) => `${name} was in the news. ${name} spoke on Friday.`).join(' ');
    const text = `${body} Then came a tall ferry bridge. The passengers of Ada Moss met the passengers of Bo Lund, and a lighthouse keeper met a lighthouse keeper. A lighthouse keeper left.`;
    const found = findKeyPhrases({ title: 'Ada Moss meets Bo Lund', text, language: 'en', names }).map(
      (phrase) => phrase.text,
    );
    expect(found).toEqual(expect.arrayContaining([...people, 'lighthouse keeper']));
    expect(found.join()).not.toMatch(/bridge|passengers/);
  });
  it('has nothing to say in a script of which it knows no words', () => {
    const text = 'သတင်းမီဒီယာကောင်စီကို တိုင်ကြားပြီး တွေ့ဆုံညှိနှိုင်းဖြေရှင်းဖို့ လိုတယ်။ သတင်းမီဒီယာကောင်စီကို တိုင်ကြားပြီး ပြောပါတယ်။';
    expect(keys('သတင်းမီဒီယာကောင်စီကို တိုင်ကြား', text, 'my')).toEqual([]);
  });
  it('tells a name that is called like a word', () => {
    const text =
      'Larvik is ready for the Olympics. The Olympics cost much, and Bo Lund wants no Olympics in Larvik.';
    expect(keys('Larvik gets ready', text, 'en')).toContain('olympics');
  });
  it('tells no noun in the plural that fits any text, however often a report of science says it', () => {
    const text =
      'We asked participants about dengue. The participants answered. Attendees of the trial were participants as well, and attendees had dengue.';
    const found = keys('Participants and attendees in a dengue trial', text, 'en');
    expect(found).toContain('dengue');
    expect(found.filter((phrase) => /^(?:participants|attendees)$/u.test(phrase))).toEqual([]);
  });
  it('fills an English list with no word of every day', () => {
    const found = keys(
      'Ada Moss opens the harbour tram',
      'Ada Moss opens the harbour tram at Port Elm. The police of Port Elm watch the family of Ada Moss. The family and the police like the harbour tram. Keeper Bo Lund closes the old lighthouse with the Elm Railway Board. The lighthouse keeper greets the family and the police of Narnia.',
      'en',
    );
    expect(found).toContain('harbour tram');
    expect(found.filter((phrase) => /^(?:family|police|old|keeper greets)$/.test(phrase))).toEqual([]);
  });

  it.each([
    [
      'fr',
      'Le phare de Kadé rouvre',
      'Le phare de Kadé rouvre. La prochaine fois, le gardien du phare de Kadé ouvrira. La prochaine fois, on paiera.',
      'prochaine fois',
    ],
    [
      'el',
      'Ο φάρος της Καδέ',
      'Ο φάρος της Καδέ άνοιξε. Είναι άλλο πράγμα ο φάρος της Καδέ. Και το λιμάνι είναι άλλο πράγμα.',
      'άλλο πράγμα',
    ],
    ['zh', '卡德灯塔重开', '卡德灯塔重开。分析人士说，卡德灯塔很高。分析人士认为灯塔很美。', '分析人士'],
    [
      'pl',
      'Razem do latarni w Kade',
      'Razem do latarni w Kade. Idziemy razem. Latarnia w Kade czeka.',
      'razem',
    ],
    [
      'it',
      'Riapre il faro di Kadé',
      'Riapre il faro di Kadé. La cosa piace. La cosa costa. Il faro di Kadé apre.',
      'cosa',
    ],
    [
      'nl',
      'Vuurtoren van Kade open',
      'De vuurtoren van Kade is open. Dat is een ding. Dat is een ding met licht.',
      'ding',
    ],
    ['ru', 'Маяк в Каде', 'Маяк в Каде закрыт из-за шторма. Из-за шторма маяк ждет.', 'из-за шторма'],
  ])('tells no common words of %s alone or together', (language, title, text, not) => {
    expect(keys(title, text, language)).not.toContain(not);
  });

  it('tells common words that the title has together', () => {
    const text = 'On craint la guerre civile. À Kadé, la guerre civile attend le phare.';
    expect(keys('Kadé craint la guerre civile', text, 'fr')).toContain('guerre civile');
  });

  it.each([
    [
      'en',
      'Kade ferry halts',
      'The Kade ferry halts. The Elmport-based owner, Kade Line, paid Port Elm.',
      'elmport-based',
    ],
    [
      'pl',
      'Latarnia w Kade',
      'Latarnia w Kade stoi na XIX-wiecznym molo. Latarnia w Kade czeka.',
      'xix-wiecznym',
    ],
    ['ko', '카데 등대 개장', '카데 등대가 개장했다. 카데 등대는 자신의 SNS에 사진을 올렸다.', 'sns'],
    [
      'el',
      'Ο φάρος της Καδέ',
      'Ο φάρος της Καδέ άνοιξε, είπε το Δ.Σ. του λιμανιού. Ο φάρος της Καδέ περιμένει.',
      'δ.σ',
    ],
    ['ru', 'Маяк в Каде', 'Маяк в Каде открыт, сообщает ИА Каде. Маяк в Каде ждет.', 'иа'],
  ])('tells no word with a hyphen or in capitals of %s that fits any text', (language, title, text, not) => {
    expect(keys(title, text, language)).not.toContain(not);
  });

  it.each([
    ['fr', 'Le phare de Kadé', 'La SNCF ouvre le phare de Kadé. Le phare de Kadé attend.', 'sncf'],
    [
      'el',
      'Ο φάρος της Καδέ',
      'Η ΤΡΑΙΝΟΣΕ ανοίγει τον φάρο της Καδέ. Ο φάρος της Καδέ περιμένει.',
      'τραινοσε',
    ],
  ])('keeps an acronym of %s', (language, title, text, wanted) => {
    expect(keys(title, text, language)).toContain(wanted);
  });

  it('reads a figure in capitals as one', () => {
    const text = 'The Kade ferry reached a 52-week low. The Kade ferry waits.';
    expect(
      keys('Kade Ferry Reaches Its 52-Week Low', text, 'en').filter((phrase) => phrase.includes('52')),
    ).toEqual([]);
  });

  it('tells no verb that ends a Korean sentence', () => {
    const found = keys(
      '카데 등대 개장',
      '카데 등대는 전화에 응답하지 않았습니다. 시청도 응답하지 않았습니다.',
      'ko',
    );
    expect(found.filter((phrase) => phrase.includes('습니다'))).toEqual([]);
  });

  it('tells a Japanese noun that its text uses as a verb no longer', () => {
    const text = '灯台を補修する。港の灯台を補修した。灯台の鍵を補修して開けた。';
    expect(keys('港の灯台を補修する', text, 'ja')).not.toContain('補修');
  });

  it('tells a piece of a Chinese name by the whole, and a name beside the country in it', () => {
    const names = [
      { name: '中国', aliases: [], kind: 'place' as const },
      { name: '中国疾病管制局', aliases: [], kind: 'organisation' as const },
    ];
    const text =
      '中国的港口开放。中国很大，中国的灯塔很高。中国的电车很快。中国疾病管制局说，中国的疾病管制很好。';
    const found = findKeyPhrases({ title: '中国开放港口', text, language: 'zh', names }).map(
      (phrase) => phrase.text,
    );
    expect(found).toEqual(expect.arrayContaining(['中国', '中国疾病管制局']));
    expect(found).not.toContain('疾病管制');
  });

  it('leaves a short list short', () => {
    const text = 'Le phare de Kadé rouvre. On visite le phare de Kadé sans attendre, et sans payer.';
    expect(keys('Le phare de Kadé rouvre', text, 'fr').length).toBeLessThan(4);
  });

  it('gives nothing for a text without words of matter', () => {
    expect(keys('', '', 'en')).toEqual([]);
    expect(keys('The and of', '12 + 30 = 42 …', 'en')).toEqual([]);
  });

  it.each([
    ['one word', 'a'.repeat(1_000_000)],
    ['capitals', 'Aa '.repeat(333_000)],
    ['hyphens', 'a-'.repeat(500_000)],
    ['ideographs', '电车'.repeat(500_000)],
    ['marks', 'a\u0301'.repeat(500_000)],
  ])('stays bounded on a million characters of %s', (_name, text) => {
    const before = process.cpuUsage();
    expect(keys(text, text, 'zh').length).toBeLessThanOrEqual(10);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000);
  });

  it.each([
    ['pt', 'Motel na estrada', 'O casal vinha de São Paulo. Quem mora em São Paulo sabe disso.', 'são paulo'],
    ['fr', 'Le procès s’ouvre', 'Le procès s’ouvre à La Haye. Les juges de La Haye écoutent.', 'la haye'],
    ['es', 'La final', 'La final se juega en Las Palmas. El público de Las Palmas espera.', 'las palmas'],
    ['nl', 'De zitting', 'De zitting is in Den Haag. Rechters uit Den Haag luisteren.', 'den haag'],
  ])('keeps a function word that begins a name: %s', (language, title, text, name) => {
    expect(keys(title, text, language)).toContain(name);
  });

  it('calls people by their whole name where the text goes on with the first', () => {
    const text = 'Marcela Prado Vilar saiu. Marcela acenou. Marcela riu. Marcela voltou ao farol.';
    const names: NamedEntity[] = [{ name: 'Marcela Prado Vilar', aliases: ['Marcela'], kind: 'person' }];
    const found = findKeyPhrases({ title: 'O farol', text, language: 'pt', names });
    expect(found.map((phrase) => phrase.text)).toContain('Marcela Prado Vilar');
  });

  it.each([
    [
      'fr',
      'Moreau offensé',
      'Lucie Moreau offensé, titre le journal. Moreau offensé, dit la rue.',
      'Lucie Moreau',
    ],
    ['pt', 'Moreira acena ao farol', 'Lúcia Moreira acena. Moreira acena ao farol.', 'Lúcia Moreira'],
  ])(
    'names nothing after a person that stands behind them in small letters: %s',
    (language, title, text, name) => {
      const names: NamedEntity[] = [{ name, aliases: [name.split(' ')[1] ?? ''], kind: 'person' }];
      const found = findKeyPhrases({ title, text, language, names }).map((phrase) => phrase.text);
      expect(found).toContain(name);
      expect(found.filter((phrase) => /offens|acena/.test(phrase))).toEqual([]);
    },
  );

  it.each([
    [
      'en',
      'Prime minister opens the Northgate lighthouse',
      'The prime minister opened the Northgate lighthouse. The prime minister and the Health Minister thanked the builders of the Northgate lighthouse. The Health Minister left.',
      /minister/i,
      'northgate lighthouse',
    ],
    [
      'fr',
      'Le ministre de l’intérieur au phare de Northgate',
      'Le ministre de l’intérieur a ouvert le phare de Northgate. L’Etat a payé le phare de Northgate, dit le ministre de l’intérieur. L’Etat paiera encore.',
      /ministre|etat/i,
      'northgate',
    ],
    [
      'es',
      'El ministro de Defensa en el faro de Northgate',
      'El ministro de Defensa abrió el faro de Northgate. El Gobierno pagó el faro de Northgate, dijo el ministro de Defensa. El Gobierno pagará más.',
      /ministro|gobierno/i,
      'northgate',
    ],
  ])('tells no office that every country has: %s', (language, title, text, office, told) => {
    const found = keys(title, text, language);
    expect(found.filter((key) => office.test(key))).toEqual([]);
    expect(found.some((key) => key.includes(told))).toBe(true);
  });

  it('tells an office with its country, or with whom it belongs to', () => {
    const text =
      'The Finnish prime minister spoke. Parliament heard the Finnish prime minister for an hour. The union wants a climate minister.';
    expect(keys('Finnish prime minister speaks', text, 'en')).toContain('finnish prime minister');
  });
});
