import { describe, expect, it } from '@jest/globals';
import { findKeyPhrases } from './find-key-phrases.ts';

const keys = (title: string, text: string, language: string, most?: number): string[] =>
  findKeyPhrases({ title, text, language }, most).map((phrase) => phrase.text.toLowerCase());

describe('findKeyPhrases', () => {
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
});
