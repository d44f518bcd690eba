import type { ArticleDocument } from '@newsmill/contracts';
import { sampleArticle } from './sample-article.ts';

/** Sentences by language (BCP 47) that articles are made of. */
export type NewsTexts = Readonly<Record<string, readonly string[]>>;

export interface NewsCorpus {
  /** The same article for the same number. Greater numbers were published later. */
  article(number: number): ArticleDocument;
  /** Words of a language, the most frequent first. */
  words(language: string): readonly string[];
}

/** Shares of the languages among the articles; those without texts fall away. */
const shares: readonly (readonly [language: string, share: number])[] = [
  ['en', 50],
  ['de', 9],
  ['fr', 9],
  ['es', 9],
  ['ru', 8],
  ['ar', 5],
  ['zh', 5],
  ['ja', 5],
];
const unspaced = new Set(['zh', 'ja']);
/** The newest article of every corpus. */
const newest = Date.UTC(2026, 10, 20);
const articlesPerDay = 2_800;
const topics = 4_000;
const sections = [
  'world',
  'business',
  'politics',
  'sport',
  'science',
  'culture',
  'local',
  'technology',
  'health',
  'travel',
  'opinion',
  'weather',
];

/** Deterministic numbers in [0, 1): mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function wordsByFrequency(sentences: readonly string[], isUnspaced: boolean): string[] {
  const counts = new Map<string, number>();
  for (const sentence of sentences)
    for (const word of sentence.match(isUnspaced ? /\p{L}{2}/gu : /[\p{L}\p{M}]+/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}

/**
 * A made-up stream of news: articles of about 2.5 KB in eight languages, made of the given sentences and of
 * their words in the frequencies of real text; each belongs to one of 4,000 topics whose words it repeats,
 * and names people and sources as real ones do.
 */
export function newsCorpus(texts: NewsTexts, count: number): NewsCorpus {
  const held = shares.filter(([language]) => (texts[language]?.length ?? 0) > 0);
  const words = new Map(
    held.map(([language]) => [language, wordsByFrequency(texts[language] ?? [], unspaced.has(language))]),
  );
  const total = held.reduce((sum, [, share]) => sum + share, 0);
  const languageAt = (place: number): string => {
    let left = place * total;
    for (const [language, share] of held) if ((left -= share) < 0) return language;
    return held[0]?.[0] ?? 'en';
  };
  const article = (number: number): ArticleDocument => {
    const random = randomFrom(number * 2_654_435_761);
    const language = languageAt(random());
    const writer = makeWriter(language, texts[language] ?? [], words.get(language) ?? [], random);
    const published = newest - (count - number) * (86_400_000 / articlesPerDay);
    const id = `a${String(number).padStart(8, '0')}`;
    const source = Math.floor(random() ** 2 * 400);
    return sampleArticle(id, {
      language,
      title: writer.title(),
      summary: writer.sentence(),
      content: writer.content(),
      published: new Date(published).toISOString(),
      firstSeen: new Date(published + 300_000).toISOString(),
      version: 1,
      sourceId: `source-${source}`,
      sourceName: `The ${source} Courier`,
      section: sections[Math.floor(random() ** 2 * sections.length)],
      authors: [`Author ${Math.floor(random() ** 2 * 3_000)}`],
      people: [nameOf(random), nameOf(random)],
      places: [`Place ${Math.floor(random() ** 3 * 2_000)}`],
      keywords: writer.keywords,
      storyId: `t${writer.topic}`,
    });
  };
  return { article, words: (language) => words.get(language) ?? [] };
}

const syllables = [
  'ka',
  'lo',
  'mi',
  'ren',
  'tu',
  'va',
  'shi',
  'bor',
  'del',
  'na',
  'gri',
  'sol',
  'pe',
  'ox',
  'han',
  'ul',
];

/** One of some ten thousand names, few of them often. */
function nameOf(random: () => number): string {
  const part = (number: number) => `${syllables[number % 16] ?? ''}${syllables[(number >> 4) % 16] ?? ''}`;
  const number = Math.floor(random() ** 3 * 10_000);
  const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return `${capital(part(number * 7))} ${capital(part(number))}${part(number >> 8)}`;
}

function makeWriter(
  language: string,
  sentences: readonly string[],
  words: readonly string[],
  random: () => number,
) {
  const topic = Math.floor(random() ** 2 * topics);
  const topical = randomFrom(topic + 1);
  // Neither the most frequent words nor always the same.
  const keywords = Array.from(
    { length: 5 },
    () => words[Math.floor((0.02 + 0.98 * topical()) * words.length)] ?? '',
  );
  const glue = unspaced.has(language) ? '' : ' ';
  const full = unspaced.has(language) ? '。' : '. ';
  // Zipf: rank r with a probability of about 1 / r.
  const anyWord = () => words[Math.floor(words.length ** random()) - 1] ?? '';
  const made = () =>
    Array.from({ length: 8 + Math.floor(random() * 12) }, () =>
      random() < 0.12 ? (keywords[Math.floor(random() * keywords.length)] ?? '') : anyWord(),
    ).join(glue);
  const sentence = () =>
    random() < 0.5 ? (sentences[Math.floor(random() * sentences.length)] ?? '') : `${made()}${full}`;
  return {
    topic,
    keywords: keywords.slice(0, 3),
    sentence,
    title: () => [keywords[0], anyWord(), keywords[1], anyWord(), anyWord(), keywords[2]].join(glue),
    content: () => {
      const length = 600 + random() ** 2 * 5_700;
      const isShort = unspaced.has(language);
      let text = '';
      for (let place = 1; text.length < (isShort ? length / 3 : length); place += 1)
        text += `${sentence()}${place % 4 === 0 ? '\n\n' : glue}`;
      return `${text}${nameOf(random)}${full}`;
    },
  };
}
