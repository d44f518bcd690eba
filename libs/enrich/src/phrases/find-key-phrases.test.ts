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
