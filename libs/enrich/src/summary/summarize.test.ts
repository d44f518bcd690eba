import { describe, expect, it } from '@jest/globals';
import { countSyllables } from './count-syllables.ts';
import { measureReadability } from './measure-readability.ts';
import { readingMinutes } from './reading-minutes.ts';
import { summarize } from './summarize.ts';

const story =
  'The harbour tram will open in May, the city council said on Monday. The tram connects the lighthouse with the railway station. Residents asked for it for ten years. The harbour tram of the city will open in May, the council said. A bakery nearby sells bread. The council has spent two million on the harbour tram. Rain is expected.';

describe('summarize', () => {
  it('takes central sentences in their order, and none twice', () => {
    const found = summarize({ title: 'Harbour tram opens in May', text: story, language: 'en' });
    expect(found).toHaveLength(3);
    expect(found[0]).toBe('The harbour tram will open in May, the city council said on Monday.');
    expect(found).not.toContain('The harbour tram of the city will open in May, the council said.');
    expect(found).not.toContain('A bakery nearby sells bread.');
  });

  it('gives a short text whole, an empty one nothing', () => {
    expect(summarize({ title: '', text: 'One. Two.', language: 'en' })).toEqual(['One.', 'Two.']);
    expect(summarize({ title: '', text: '', language: 'en' })).toEqual([]);
  });

  it('takes whole sentences alone, no headlines, credits and cut ends', () => {
    const text = `Harbour tram opens in May\n\nPhoto: Ada Moss for the paper of the harbour.\n\n${story}\n\nWhat readers of the harbour tram asked:\n\nThe harbour tram of the city council is`;
    const found = summarize({ title: 'Harbour tram opens in May', text, language: 'en' }, 10);
    expect(found).toContain('Residents asked for it for ten years.');
    expect(found.every((sentence) => story.includes(sentence))).toBe(true);
  });

  it.each([
    ['圖為下週關閉維修的港口北側碼頭。', '港口管理局宣布，港口下週起關閉兩週進行維修。'],
    ['图说：下周关闭维修的港口北侧码头。', '港口管理局宣布，港口下周起关闭两周进行维修。'],
  ])('takes no caption of a Chinese paper: %s', (caption, lead) => {
    const text = `${caption}${lead}潛水員春天在北側碼頭發現裂縫。維修費用約四百萬元，其中一半由政府負擔。`;
    expect(summarize({ title: '港口下週關閉維修', text, language: 'zh' }, 1)).toEqual([lead]);
  });

  it.each([
    ['a dateline', 'WYNNE, Ark. (AP) - '],
    ['a dateline with its writer', 'МОСКВА, 4 мар - РИА Новости, Анна Берг. '],
    ['a stamp', '[Updated on 11 April at 11.55] '],
    ['an agency in brackets', '〔中央社〕'],
    ['a label before a dash', 'ÉTATS-UNIS - '],
    ['a town before a dash', 'YAMHILL COUNTY -- '],
    ['where a Chinese report comes from', '中国台湾网1月12日消息 '],
  ])('leaves out %s', (_name, front) => {
    expect(summarize({ title: '', text: `${front}${story}`, language: 'en' })[0]).toBe(
      'The harbour tram will open in May, the city council said on Monday.',
    );
  });

  it('keeps a name in capitals that the sentence goes on about', () => {
    const text = `NATO — the alliance of the harbour — met again in the tram. ${story}`;
    expect(summarize({ title: 'NATO in the tram', text, language: 'en' })[0]).toMatch(/^NATO — the alliance/);
  });

  it('takes no remarks in brackets and no markup', () => {
    const text = `(Corrects the day on which the harbour tram of the city opens.)\n\n<meta property="title" content="The harbour tram of the city opens in May!\n\n${story}`;
    const found = summarize({ title: 'Harbour tram', text, language: 'en' }, 10);
    expect(found.every((sentence) => story.includes(sentence))).toBe(true);
  });

  it('likes sentences that quote as a whole', () => {
    const text = `“The harbour tram of the city opens in May. The council paid for the harbour tram of the city,” the mayor said.\n\n${story}`;
    const found = summarize({ title: 'Harbour tram of the city opens in May', text, language: 'en' });
    expect(found.filter((sentence) => /[“”]/.test(sentence))).toEqual([]);
  });

  it.each([
    ['a straight mark alone', 'The harbour tram of the city opens in May, the mayor of the city said so."'],
    ['corner brackets', 'The harbour tram of the city 「opens in May, said the mayor of the city.'],
  ])('likes other sentences better than one with %s', (_name, front) => {
    const found = summarize({ title: 'The tram', text: `${front}\n\n${story}`, language: 'en' });
    expect(found).not.toContain(front);
  });

  it('keeps the first sentence though it is long', () => {
    const lead = `The harbour tram, ${'which the council of the city has built for ten years, '.repeat(4)}opens in May.`;
    const found = summarize({ title: 'Harbour tram opens in May', text: `${lead} ${story}`, language: 'en' });
    expect(found[0]).toBe(lead);
  });

  it('reads Thai, which ends no sentence by a mark, though abbreviations have one', () => {
    const text =
      'รถรางท่าเรือจะเปิดให้บริการในเดือนพฤษภาคมตามที่สภาเมืองกล่าว เมื่อเวลา 12.00 น.\n\nสภาเมืองใช้เงินสองล้านบาทกับรถรางสายนี้\n\nประชาชนขอรถรางมานานถึงสิบปีแล้วในเมืองนี้';
    expect(summarize({ title: '', text, language: 'th' }).length).toBeGreaterThan(1);
  });

  it('takes no entries of a list that run together', () => {
    const text = `The harbour tram has rules of its own:\n• No dogs in the harbour tram\n• No ice in the tram of the harbour.\n\n${story}`;
    expect(summarize({ title: '', text, language: 'en' }, 10).join(' ')).not.toContain('•');
  });

  it('reads Chinese and Hindi', () => {
    expect(
      summarize(
        { title: '', text: '电车五月开通。市议会投入两百万。居民很高兴。面包店在旁边。', language: 'zh' },
        2,
      ),
    ).toHaveLength(2);
    expect(
      summarize({ title: '', text: 'ट्राम मई में खुलेगी। परिषद ने पैसा दिया। लोग खुश हैं।', language: 'hi' }, 2),
    ).toHaveLength(2);
  });

  it.each([
    ['full stops', 'a. '.repeat(333_000)],
    ['words', 'word '.repeat(200_000)],
    ['sentences', 'This is a sentence of the text. '.repeat(32_000)],
  ])('stays bounded on a million characters of %s', (_name, text) => {
    const before = process.cpuUsage();
    expect(summarize({ title: text, text, language: 'en' }).length).toBeLessThanOrEqual(3);
    measureReadability(text, 'en');
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  });
});

describe('measureReadability', () => {
  it.each([
    ['en', 'flesch-1948', 'The cat sat on the mat. '],
    ['de', 'amstad-1978', 'Die Katze saß auf der Matte. '],
    ['fr', 'kandel-moles-1958', 'Le chat est sur le tapis. '],
    ['ru', 'oborneva-2006', 'Кошка сидит на мягком ковре. '],
    ['tr', 'atesman-1997', 'Kedi evde sütü içti. '],
  ])('calls simple %s easy', (language, formula, sentence) => {
    const easy = measureReadability(sentence.repeat(10), language);
    expect(easy).toMatchObject({ formula, sentences: 10 });
    expect(easy?.ease).toBeGreaterThan(60);
  });

  it('calls long words in long sentences hard', () => {
    const hard =
      'Institutional considerations regarding multilateral macroeconomic stabilisation necessitate comprehensive administrative reorganisation, '.repeat(
        5,
      );
    expect(measureReadability(hard, 'en')?.ease).toBe(0);
  });

  it('says nothing where there is no formula, or too little text', () => {
    expect(measureReadability('문장 하나. '.repeat(40), 'ko')).toBeUndefined();
    expect(measureReadability('Too short.', 'en')).toBeUndefined();
    expect(measureReadability('x', '__proto__')).toBeUndefined();
  });
});

describe('countSyllables', () => {
  it.each([
    ['table', 2],
    ['make', 1],
    ['wanted', 2],
    ['walked', 1],
    ['houses', 2],
    ['readability', 5],
    ['the', 1],
    ['queue', 1],
    ['rhythm', 1],
  ])('counts %s', (word, count) => {
    expect(countSyllables(word, 'en')).toBe(count);
  });
  it('knows neighbouring vowels of Russian and Spanish', () => {
    expect(countSyllables('поэзия', 'ru')).toBe(4);
    expect(countSyllables('teatro', 'es')).toBe(3);
    expect(countSyllables('tierra', 'es')).toBe(2);
  });
});

describe('readingMinutes', () => {
  it('counts words by language and characters of Chinese', () => {
    expect(readingMinutes('word '.repeat(476), 'en')).toBe(2);
    expect(readingMinutes('字'.repeat(765), 'zh')).toBe(3);
    expect(readingMinutes('word', 'en')).toBe(1);
    expect(readingMinutes('', 'en')).toBe(0);
  });
});
