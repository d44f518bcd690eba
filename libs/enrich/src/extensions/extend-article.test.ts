import { describe, expect, it } from '@jest/globals';
import { EnrichedArticle, longestAnswer, type ExtendedArticle } from '@newsmill/contracts';
import { extendArticle } from './extend-article.ts';

const article = EnrichedArticle.parse({
  item: 'i',
  sourceId: 'paper',
  url: 'https://paper.example/a',
  finalUrl: 'https://paper.example/a',
  fetchedAt: 5,
  firstSeen: 4,
  title: 'A title',
  text: 'A text.',
  blocks: [],
  confidence: 1,
  id: 'a',
  wordCount: 2,
  readingMinutes: 1,
  contentHash: 'h',
  facts: [
    { name: 'language', value: 'en', by: 'letters/1' },
    { name: 'tone.mood', value: 'calm', by: 'tone/1' },
    { name: 'tones.key', value: 'C', by: 'tones/1' },
  ],
});
const answered = (answer: unknown) => ({ ...article, answer: JSON.stringify(answer) });

describe('extendArticle', () => {
  it('puts the facts of an extension in place of those that it found before', () => {
    const { value, detail, complaint } = extendArticle(
      'tone',
      answered({ version: '2', facts: [{ name: 'pace', value: { beats: 4 }, confidence: 0.5 }] }),
    );
    expect(value.facts).toEqual([
      { name: 'language', value: 'en', by: 'letters/1' },
      { name: 'tones.key', value: 'C', by: 'tones/1' },
      { name: 'tone.pace', value: { beats: 4 }, by: 'tone/2', confidence: 0.5 },
    ]);
    expect(value).not.toHaveProperty('answer');
    expect([detail, complaint]).toEqual(['tone/2 found 1 fact', undefined]);
  });

  it('takes an empty list for an answer', () => {
    const { value, detail } = extendArticle('tone', answered({ version: '2', facts: [] }));
    expect(value.facts.map(({ name }) => name)).toEqual(['language', 'tones.key']);
    expect(detail).toBe('tone/2 found 0 facts');
  });

  const deep = JSON.parse(`${'['.repeat(12)}1${']'.repeat(12)}`);
  const fact = { name: 'mood', value: 'calm' };
  it.each<[string, Partial<ExtendedArticle>, RegExp]>([
    ['no answer', {}, /header newsmill-facts is missing/],
    ['what is no JSON', { answer: '{' }, /is no JSON/],
    [
      'what is too large',
      {
        answer: JSON.stringify({ version: '1', facts: [{ name: 'mood', value: 'x'.repeat(longestAnswer) }] }),
      },
      /65588 characters, the limit is 65536/,
    ],
    ['what is too deep', answered({ version: '1', facts: [{ name: 'mood', value: deep }] }), /8 levels deep/],
    ['a fact without a name', answered({ version: '1', facts: [{ value: 1 }] }), /facts\[0\]\.name/],
    ['a name with a dot', answered({ version: '1', facts: [{ ...fact, name: 'a.b' }] }), /facts\[0\]\.name/],
    ['one name twice', answered({ version: '1', facts: [fact, fact] }), /each name once/],
    ['no version', answered({ facts: [fact] }), /version/],
    ['a word that it does not know', answered({ version: '1', facts: [], fact }), /fact/],
  ])(
    'complains of %s by the name of the extension, and lets the article go on as it came',
    (_, part, what) => {
      const { value, complaint, detail } = extendArticle('tone', { ...article, ...part });
      expect(value).toEqual(article);
      expect(complaint).toMatchObject({
        reason: 'bad-extension',
        topic: 'newsmill.extend.tone',
        headers: { 'newsmill-again': 'yes' },
      });
      expect(complaint?.detail).toMatch(what);
      expect(complaint?.detail).toMatch(/^the extension tone: .*newsmill dead replay$/s);
      expect(detail).toMatch(/^the extension tone: /);
    },
  );

  it('marks what was sent again, so that the library replaces its document', () => {
    const { value } = extendArticle('tone', { ...answered({ version: '2', facts: [] }), again: 'yes' });
    expect(value.isAgain).toBe(true);
    expect(value).not.toHaveProperty('again');
  });
});
