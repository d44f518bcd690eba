import { describe, expect, it } from '@jest/globals';
import { mendSummary } from './mend-summary.ts';

const article = {
  title: 'Tram opens',
  text: 'Tram opens\n\nThe harbour tram opens on Friday at noon. It connects the lighthouse with the station, the council said. Bread is sold nearby.',
  language: 'en',
};

describe('mendSummary', () => {
  it('lets a whole description stand', () => {
    for (const own of ['A tram for the harbour.', 'Will it open?', 'The tram of the harbour'])
      expect(mendSummary(own, article)).toBe(own);
  });

  it('leaves out a credit or a caption that was glued in front of the first sentence', () => {
    const text = `The harbour tram opens on Friday at noon. ${'It connects the lighthouse with the station. '.repeat(20)}`;
    const own = { title: 'Tram opens', text, language: 'en' };
    const first = 'The harbour tram opens on Friday at noon.';
    for (const front of ['Source: PictureBank', 'Photo Ada Lindt/Agency ', '[VIDEO] - ', 'By Ada Lindt '])
      expect(mendSummary(`${front}${first}`, own)).toBe(first);
    expect(mendSummary(`A day to remember. ${first}`, own)).toBe(`A day to remember. ${first}`);
    const kana = '港の路面電車は金曜日の正午に開業し、灯台と駅を結ぶことになりました。';
    expect(
      mendSummary(`【局】${kana}`, { title: '路面電車', text: `${kana}町の話です。`, language: 'ja' }),
    ).toBe(kana);
  });

  it('takes the first sentences of the text for a motto of the site', () => {
    const text = `The harbour tram opens on Friday at noon. ${'It connects the lighthouse with the station, the council said. '.repeat(20)}`;
    const own = { title: 'Tram opens', text, language: 'en' };
    expect(mendSummary('Stories worth sharing. Always free.', own)).toMatch(/^The harbour tram opens/);
    expect(mendSummary('Lighthouses deserve trams.', own)).toBe('Lighthouses deserve trams.');
    const greek = {
      title: 'Ανοίγει η γραμμή της πόλης την Παρασκευή',
      text: 'Η γραμμή του τραμ στο λιμάνι ανοίγει την Παρασκευή. Συνδέει τον φάρο με τον σταθμό. '.repeat(8),
      language: 'el',
    };
    expect(mendSummary('Καθημερινή εφημερίδα της Πρέβεζας, φωνή όλων', greek)).toMatch(/^Η γραμμή του τραμ/);
  });

  it('knows a short form before a name at the end for a cut', () => {
    const text =
      'Праздник прошел в день памяти свт. Николая в новом соборе города. Гостей было много, и все были рады.';
    for (const language of ['ru', undefined])
      expect(mendSummary('Праздник прошел в день памяти свт.', { title: 'Праздник', text, language })).toBe(
        'Праздник прошел в день памяти свт. Николая в новом соборе города.',
      );
    expect(
      mendSummary('The tram opens for Harbour Trams Inc.', { title: '', text: 'Bread.', language: 'en' }),
    ).toBe('The tram opens for Harbour Trams Inc.');
  });

  it('goes on as the text does where a description is cut', () => {
    expect(mendSummary('It connects the lighthouse with the sta…', article)).toBe(
      'It connects the lighthouse with the station, the council said.',
    );
    expect(mendSummary('It connects the lighthouse with', article)).toBe(
      'It connects the lighthouse with the station, the council said.',
    );
  });

  it('ends behind the last whole sentence where the text does not go on so', () => {
    expect(mendSummary('A tram for the harbour. Read how it came to b...', article)).toBe(
      'A tram for the harbour.',
    );
  });

  it('takes the first sentences of the text for none, and for one without a whole sentence', () => {
    const lead =
      'The harbour tram opens on Friday at noon. It connects the lighthouse with the station, the council said.';
    expect(mendSummary(undefined, article)).toBe(lead);
    expect(mendSummary('How the tram cam …', article)).toBe(lead);
    expect(mendSummary(undefined, { title: '', text: '', language: undefined })).toBeUndefined();
  });

  it('reads scripts with other ends', () => {
    const text = '港口电车五月开通。市议会为港口电车投入两百万元人民币。面包店在旁边。';
    expect(mendSummary('市议会为港口电车投入两百万...', { title: '', text, language: 'zh' })).toBe(
      '市议会为港口电车投入两百万元人民币。',
    );
    expect(mendSummary(undefined, { title: '', text, language: 'zh' })).toBe(
      '港口电车五月开通。市议会为港口电车投入两百万元人民币。',
    );
  });

  it('leaves the title out that stands in front, and the site that stands behind it', () => {
    for (const between of ['. ', ' - ', ' | Harbour Post - ', ': '])
      expect(mendSummary(`Tram opens${between}A tram for the whole harbour.`, article)).toBe(
        'A tram for the whole harbour.',
      );
    expect(mendSummary('Tram opens. A tram - no bus - for the harbour.', article)).toBe(
      'A tram - no bus - for the harbour.',
    );
    expect(mendSummary('Tram opens on Friday.', article)).toBe('Tram opens on Friday.');
    expect(mendSummary('Tram opens-closes quickly, all say.', article)).toBe(
      'Tram opens-closes quickly, all say.',
    );
  });

  it('takes the first sentences of the text for a title, and for what speaks of the site', () => {
    const lead =
      'The harbour tram opens on Friday at noon. It connects the lighthouse with the station, the council said.';
    expect(mendSummary('Tram opens', article)).toBe(lead);
    expect(mendSummary('Tram opens | Harbour Post', article)).toBe(lead);
    expect(mendSummary('Tram opens - all the news of the harbour from Harbour Post', article)).toBe(lead);
    expect(mendSummary('Tram opens | tram, harbour, friday, council, city hall', article)).toBe(lead);
    const long = {
      ...article,
      text: `${article.text} ${'Nothing else was told about it that day. '.repeat(12)}`,
    };
    const site = 'Daily newspaper, weather, sports, economy, politics, opinion';
    expect(mendSummary(site, long)).toBe(lead);
    expect(mendSummary('harbour-post.example has stories for everyone', long)).toBe(lead);
    // A line that an editor wrote may have words of its own.
    expect(mendSummary('Nothing faster since sailing ships', long)).toBe(
      'Nothing faster since sailing ships',
    );
    // A short text may be the beginning of one that says more.
    expect(mendSummary(site, article)).toBe(site);
  });

  it('drops what hangs behind the last sentence, not a sentence without its mark', () => {
    for (const tail of [
      ' As the',
      ' , News, Harbour Post',
      ' - News and views of today - harbour-post.example',
    ])
      expect(mendSummary(`A tram for the harbour.${tail}`, article)).toBe('A tram for the harbour.');
    const open = 'A tram for the harbour. Nobody knows yet what a ride will cost';
    expect(mendSummary(open, article)).toBe(open);
    expect(mendSummary('港口有了电车。 市', { title: '', text: '', language: 'zh' })).toBe('港口有了电车。');
    expect(mendSummary('It is <p>a tram</p> for the <b>harbour</b>.', article)).toBe(
      'It is a tram for the harbour.',
    );
  });

  it('shortens a description that is a text to its first sentences', () => {
    const summary =
      mendSummary('A tram for the harbour was built in a year. '.repeat(40).trim(), article) ?? '';
    expect([summary.length <= 500, summary.endsWith('in a year.')]).toEqual([true, true]);
    expect(mendSummary('word '.repeat(300), article)).toContain('The harbour tram opens');
  });

  it('knows that in Thai a full stop ends an abbreviation, and a space a sentence', () => {
    const text = 'เมื่อวันที่ 21 ม.ค. รถรางสายท่าเรือเปิดให้บริการแล้ว '.repeat(8);
    const lead = mendSummary(undefined, { title: '', text, language: 'th' }) ?? '';
    expect([lead.length > 150, lead.length <= 200, text.startsWith(`${lead} `)]).toEqual([true, true, true]);
    expect(mendSummary('รถราง ม.ค.', { title: '', text: '', language: 'th' })).toBe('รถราง ม.ค.');
  });

  it('stays quick on long texts', () => {
    const before = process.cpuUsage();
    for (const part of ['…', '... ', 'a', '」', ' ', 'a. '])
      mendSummary(part.repeat(100_000), { ...article, text: part.repeat(100_000) });
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  });

  it('goes on over the end of a paragraph, and as the line under the headline does', () => {
    const text =
      '横浜市は5日、新しい路面電車を走らせると発表した。\n\n「港の毎日の暮らしを変え、町を明るくする」。市長はそう話した。';
    expect(
      mendSummary('横浜市は5日、新しい路面電車を走らせると発表した。「港の毎日の暮らしを変え、', {
        title: '',
        text,
        language: 'ja',
      }),
    ).toBe('横浜市は5日、新しい路面電車を走らせると発表した。「港の毎日の暮らしを変え、町を明るくする」。');
    const subtitle = 'Nach langem Streit fährt die Bahn am Hafen nun doch. Der Rat stimmte zu.';
    expect(
      mendSummary('Nach langem Streit fährt die Bahn am Haf', { ...article, subtitle, language: 'de' }),
    ).toBe(subtitle);
  });

  it('ends behind the last whole sentence where it stops at a comma, in a quotation or at a limit', () => {
    const whole = 'A tram for the harbour.';
    for (const cut of ['It runs to the old mill,', 'The mayor said: “We all waited', 'It runs (as the old'])
      expect(mendSummary(`${whole} ${cut}`, article)).toBe(whole);
    const long = `${whole} ${'It runs past mill and markets '.repeat(6)}`.slice(0, 140);
    expect(mendSummary(long, article)).toBe(whole);
    expect(mendSummary('Gulls, nets (and a tram) for the whole harbour', article)).toBe(
      'Gulls, nets (and a tram) for the whole harbour',
    );
  });

  it('leaves out the sections that stand behind a comma behind the last sentence', () => {
    for (const behind of ['., Local News, Harbour Post', '. , Health & Coast News, Harbour Post'])
      expect(mendSummary(`A tram for the harbour${behind}`, article)).toBe('A tram for the harbour.');
    expect(mendSummary('A tram by Acme Inc., Port Lee for all the harbour', article)).toBe(
      'A tram by Acme Inc., Port Lee for all the harbour',
    );
  });

  it('takes the first sentences of the text for what a paper says of itself', () => {
    const text = `${article.text} ${'The wind blew from the west all night long. '.repeat(10)}`;
    const lead =
      'The harbour tram opens on Friday at noon. It connects the lighthouse with the station, the council said.';
    for (const own of ['Harbour Post, the oldest daily newspaper of the coast', 'Unabhängige Tageszeitung'])
      expect(mendSummary(own, { ...article, text })).toBe(lead);
    expect(mendSummary('How a newspaper got the tram for its town', { ...article, text })).toBe(
      'How a newspaper got the tram for its town',
    );
  });
});
