import { primaryLanguage } from '@newsmill/text';
import { hashPart, hashText, hashUnit } from '../entities/hash-text.ts';
import { countStems, readStems } from './count-stems.ts';
import { topicWords } from './topic-words.ts';
import type { ScoredLabel } from './apply-topic-model.ts';

/** Languages whose words stand without spaces: any part of a text may be a word. */
const unspaced = new Set(['zh', 'ja', 'th']);
/** Languages that are read by `countStems`; their words compared without case and marks. */
const plain = new Set(['en', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'nl', 'sv', 'cs', 'tr', 'uk', 'el']);
/** Languages that join words into longer ones: `Landesregierung`. */
const compounding = new Set(['de', 'nl', 'sv']);
/** Letters that Arabic writes together with the word after them. */
const prefixes = ['ال', 'وال', 'بال', 'لل', 'و', 'ب', 'ل', 'ف'];
const longestWord = 16;
/** Characters that are read, as by the model. */
const longestRead = 6_000;
/** What a word in the title weighs beside one of the text. */
const titleWeight = 2;
/** Evidence for a topic that is still no topic: so many words that a text of another may hold. */
const noise = 2;
/** Evidence of a topic for which one word alone speaks, in the languages of `plain`. */
const mostOfOneWord = 1;

/** The words of a language. */
interface WordTable {
  /** Topics, as bits, by the hash of a word. */
  readonly topics: ReadonlyMap<number, number>;
  /** Hashes of the first two characters (see `readStems` for others): most places of a text begin no word. */
  readonly beginnings: ReadonlySet<number>;
}
const tables = new Map<string, WordTable>();
const codes = Array.from({ length: 17 }, (_, at) => String(at + 1).padStart(2, '0'));

function* entriesOf(own: Readonly<Record<string, string>>): Generator<readonly [string, number]> {
  for (const [code, words] of Object.entries(own))
    for (const word of words.split(' ')) yield [word, 1 << codes.indexOf(code)];
}

function readWords(entries: Iterable<readonly [string, number]>): WordTable {
  const topics = new Map<number, number>();
  const beginnings = new Set<number>();
  for (const [word, bit] of entries) {
    const hash = hashText(word);
    topics.set(hash, (topics.get(hash) ?? 0) | bit);
    beginnings.add(hashText(word.slice(0, 2)));
  }
  return { topics, beginnings };
}

function tableOf(language: string): WordTable | undefined {
  const own = topicWords[language];
  if (own === undefined) return undefined;
  const known = tables.get(language);
  if (known !== undefined) return known;
  const made = plain.has(language) ? readStems(entriesOf(own)) : readWords(entriesOf(own));
  tables.set(language, made);
  return made;
}

type Count = (hash: number, bits: number) => void;

/** The longest word of the table at every place of a text. */
function countParts(text: string, { topics, beginnings }: WordTable, count: Count): void {
  for (let at = 0; at < text.length; at += 1) {
    let hash = hashPart(text, at, at + 2);
    if (!beginnings.has(hash)) continue;
    let found = 0;
    let bits = 0;
    let length = 1;
    for (let end = at + 1; end < Math.min(text.length, at + longestWord); end += 1) {
      if (end > at + 1) hash = hashUnit(text.charCodeAt(end), hash);
      const own = topics.get(hash);
      if (own === undefined) continue;
      found = hash;
      bits = own;
      length = end + 1 - at;
    }
    if (bits === 0) continue;
    count(found, bits);
    at += length - 1;
  }
}

/** The longest beginning of every word that the table has. */
function countBeginnings(text: string, { topics }: WordTable, language: string, count: Count): void {
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]{2,40}/gu)) {
    const starts =
      language === 'ar'
        ? [0, ...prefixes.filter((prefix) => word.startsWith(prefix)).map((prefix) => prefix.length)]
        : [0];
    let found = 0;
    let bits = 0;
    for (const start of starts) {
      let hash = hashText(word.charAt(start));
      for (let end = start + 1; end < Math.min(word.length, start + longestWord); end += 1) {
        hash = hashUnit(word.charCodeAt(end), hash);
        const own = topics.get(hash);
        if (own === undefined) continue;
        found = hash;
        bits = own;
      }
    }
    if (bits !== 0) count(found, bits);
  }
}

/**
 * Topics by words alone, likeliest first, for languages that the model has not learned; undefined for others.
 * Each word counts once in full and again by its logarithm; a word of two topics counts for both by half.
 */
export function topicsByWords(title: string, text: string, tag: string): ScoredLabel[] | undefined {
  const language = primaryLanguage(tag) ?? '';
  const table = tableOf(language);
  if (table === undefined) return undefined;
  const seen = new Map<number, { bits: number; count: number }>();
  const counting =
    (weight: number): Count =>
    (hash, bits) => {
      const known = seen.get(hash);
      if (known === undefined) seen.set(hash, { bits, count: weight });
      else known.count += weight;
    };
  const parts: readonly (readonly [string, number])[] = [
    [title.slice(0, longestRead), titleWeight],
    [text.slice(0, longestRead), 1],
  ];
  for (const [part, weight] of parts)
    if (plain.has(language)) countStems(part, table, compounding.has(language), counting(weight));
    else if (unspaced.has(language)) countParts(part, table, counting(weight));
    else countBeginnings(part, table, language, counting(weight));
  const points = codes.map(() => 0);
  const words = codes.map(() => 0);
  for (const { bits, count } of seen.values()) {
    const own = codes.flatMap((_, at) => ((bits >> at) & 1 ? [at] : []));
    for (const at of own) {
      points[at] = (points[at] ?? 0) + (1 + Math.log2(count)) / own.length;
      words[at] = (words[at] ?? 0) + 1;
    }
  }
  // Squares: the topic that leads leads clearly, and few words lead nowhere.
  const sum = points.reduce((total, point) => total + point * point, noise * noise);
  // One word alone, however often, may be a thing that is mentioned: `Temperaturen` of an oven.
  const pointsOf = (at: number): number =>
    Math.min(plain.has(language) && words[at] === 1 ? mostOfOneWord : Infinity, points[at] ?? 0);
  return codes
    .map((code, at) => ({ label: `medtop:${code}000000`, score: pointsOf(at) ** 2 / sum }))
    .sort((a, b) => b.score - a.score);
}
