import type { KeyPhrase } from '@newsmill/contracts';
import { foldName } from '@newsmill/text';
import { nounsAreCapital } from './fit-of.ts';
import { goesOn } from './inner-edges.ts';
import { pickPhrases, type Ranked } from './pick-phrases.ts';
import { placesOfNames, readNames, type NamedEntity } from './read-names.ts';
import { findRuns, type TextRuns } from './find-runs.ts';
import type { Run } from './part-at-people.ts';
import { obliqueOf } from './russian-cases.ts';
import { createWordReader, type Word } from './read-words.ts';
import { readTokens, type Token } from './read-tokens.ts';
import { rarityOf } from './word-rarity.ts';

/** Rule and version, for the facts that it makes. */
export const keyPhraseRule = 'key-phrases/13';

export interface PhraseInput {
  readonly title: string;
  readonly text: string;
  /** BCP 47 primary tag. */
  readonly language: string;
  /** People, organisations and places of the text, the most salient first: one thing is told once, by its name. */
  readonly names?: readonly NamedEntity[];
  /** Names of the site or publisher, which are told only where the title has them. */
  readonly own?: readonly string[];
}

/** How the marks of a phrase are weighed; found on the development half of open collections. */
export interface PhraseWeights {
  /** Power of the frequency of a word. */
  readonly frequency: number;
  /** Power of the rarity of a word. */
  readonly rarity: number;
  /**
   * Power of the number of words that the sum of their weights is divided by: 0 likes long phrases, 1 does
   * not.
   */
  readonly length: number;
  /** Power of the share of its occurrences in which a phrase is a whole run. */
  readonly wholeness: number;
  /** Power of the frequency of the phrase. */
  readonly repeats: number;
  /** How much a late first occurrence costs. */
  readonly position: number;
  /** What a phrase of the title gains. */
  readonly title: number;
  /** What a name gains. */
  readonly name: number;
  /** What a single word keeps of its weight. */
  readonly single: number;
  /** A phrase inside a better one is left out unless it occurs this many times as often. */
  readonly containment: number;
}

/** Weights for texts without names and for texts full of them; between the two they are mixed. */
export interface PhraseWeightPair {
  /** Science and reports speak in terms of several words. */
  readonly terms: PhraseWeights;
  readonly news: PhraseWeights;
}

export const phraseWeights: PhraseWeightPair = {
  terms: {
    frequency: 0.49,
    rarity: 0.9,
    length: 0.59,
    wholeness: 0.48,
    repeats: 0.25,
    position: 0.5,
    title: 0.4,
    name: 0.31,
    single: 0.7,
    containment: 1.26,
  },
  news: {
    frequency: 0.27,
    rarity: 1.07,
    length: 0.99,
    wholeness: 0.65,
    repeats: 0.6,
    position: 0.74,
    title: 0.77,
    name: 0.19,
    single: 1.41,
    containment: 1.5,
  },
};

/** Characters and tokens that are read. */
const longestText = 20_000;
const mostTokens = 4_000;
const longestPhrase = 5;
/** Share of names among the words of phrases from which a text counts as news. */
const fullOfNames = 0.22;

const isName = ({ isFirst, word, named }: Token): boolean =>
  (!isFirst && word.isCapital) || named !== undefined;

/** Somebody or something that acts in a script whose words are not parted: a name is longer than one word there. */
const isActor = (token: Token | undefined): boolean =>
  token?.named === 'person' || token?.named === 'organisation';

/** The phrases of a text by number, in the order of their first places; one field of all stands in one array. */
interface Candidates {
  readonly count: number;
  /** First token of the first place, in tokens of the text, and tokens. */
  readonly starts: Int32Array;
  /** The same of the place that is shown: one in the nominative, where the language tells it. */
  readonly shown: Int32Array;
  readonly lengths: Uint8Array;
  /** 1 where it is a phrase by itself; the others begin one. */
  readonly isWhole: Uint8Array;
  /** Words without those that link others. */
  readonly sizes: Uint8Array;
  /** 1 where a determiner stands before one of its places. */
  readonly isDetermined: Uint8Array;
  readonly frequencies: Int32Array;
  /** Places where the phrase is a whole run, and where it ends with a name. */
  readonly wholes: Int32Array;
  readonly names: Int32Array;
  /** 1 where no name goes on beside one of its places. */
  readonly isAlone: Uint8Array;
}

/** Greater than the number of any word: a token makes three at most, of its word as written, its key and its stem. */
const mostNumbers = (tokens: readonly Token[]): number => tokens.length * 3;

/**
 * Numbers of the words in front of and behind the places of a phrase; 0 before the first place, -1 where they differ.
 */
type Neighbours = readonly [Int32Array, Int32Array];

const ideograph = /^\p{Script=Han}/u;
/**
 * Notes what stands beyond an edge of a phrase that is a lone sign, in a script whose words are not parted: where
 * that is the same in all places, the phrase is a piece of something longer.
 */
function noteNeighbour(
  known: Int32Array,
  number: number,
  edge: Token | undefined,
  beyond: Token | undefined,
): void {
  if (edge?.word.isSign !== true) return;
  note(
    known,
    number,
    beyond !== undefined && ideograph.test(beyond.word.key) ? beyond.word.stemNumber + 1 : -1,
  );
}

function note(known: Int32Array, number: number, own: number): void {
  const before = known[number] ?? 0;
  known[number] = before === 0 || before === own ? own : -1;
}

/** Where a phrase stands: in a run of its text, by tokens. */
interface Place {
  readonly tokens: readonly Token[];
  readonly phrases: TextRuns;
  readonly run: Run;
  readonly start: number;
  readonly end: number;
}

/**
 * The number, from 1 on, of the word that goes on with what stands at `start` to `end`, behind what links it, where
 * both are a phrase together; -1 where none does.
 */
function followerOf({ tokens, phrases: { roles, isPhrase }, run, start, end }: Place): number {
  let next = end;
  while (next < run.end && roles[next] === 'l') next += 1;
  if (next >= run.end || !isPhrase(start, next + 1)) return -1;
  return (tokens[next]?.word.stemNumber ?? -2) + 1;
}

/** The same of what goes before it and a word that links both. */
function leaderOf({ tokens, phrases: { roles, isPhrase }, start, end }: Place): number {
  let before = start - 1;
  // A long run is cut, so that what leads may stand in the one before.
  while (roles[before] === 'l') before -= 1;
  if (before === start - 1 || tokens[start]?.isJoined !== true || !isPhrase(before, end)) return -1;
  return (tokens[before]?.word.stemNumber ?? -2) + 1;
}

/** How often each word stands in a run, by its number. */
function countWords(tokens: readonly Token[], runs: readonly Run[]): Int32Array {
  const counts = new Int32Array(mostNumbers(tokens));
  for (const { start, end } of runs)
    for (let at = start; at < end; at += 1) {
      const number = tokens[at]?.word.stemNumber ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  return counts;
}

/**
 * Every part of a run that could be a phrase, counted. A phrase is told by the one without its last word, and that
 * word; one with a word that comes once comes once itself, so that it is not looked for again.
 */
function countCandidates(
  tokens: readonly Token[],
  phrases: TextRuns,
  isOblique: ((words: readonly Token[]) => boolean) | undefined,
): Candidates {
  const { runs, roles } = phrases;
  const most = runs.reduce((sum, { start, end }) => sum + ((end - start) * (end - start + 1)) / 2, 0);
  const starts = new Int32Array(most);
  const shown = isOblique === undefined ? starts : new Int32Array(most);
  const lengths = new Uint8Array(most);
  const isWhole = new Uint8Array(most);
  const sizes = new Uint8Array(most);
  const isDetermined = new Uint8Array(most);
  const frequencies = new Int32Array(most);
  const wholes = new Int32Array(most);
  const names = new Int32Array(most);
  const isAlone = new Uint8Array(most);
  const neighbours: Neighbours = [new Int32Array(most), new Int32Array(most)];
  const numbers = new Map<number, number>();
  const timesOfWord = countWords(tokens, runs);
  const mostOfWords = mostNumbers(tokens);
  const { hasLinks, edges } = phrases;
  let count = 0;
  for (const run of runs)
    for (let start = run.start; start < run.end; start += 1) {
      let before = 0;
      let size = 0;
      let isOnce = false;
      if (roles[start] === 'l') continue;
      const isNoun = phrases.isDetermined(start);
      const isOpen = ((edges[start] ?? 0) & goesOn.before) === 0;
      for (let at = start; at < run.end && size < longestPhrase; at += 1) {
        const token = tokens[at];
        if (token === undefined) break;
        if (roles[at] !== 'l') size += 1;
        isOnce ||= timesOfWord[token.word.stemNumber] === 1;
        const key = before * mostOfWords + token.word.stemNumber;
        let number = isOnce ? undefined : numbers.get(key);
        if (number === undefined) {
          number = count;
          count += 1;
          if (!isOnce) numbers.set(key, number);
          starts[number] = start;
          shown[number] = start;
          lengths[number] = at + 1 - start;
          isWhole[number] = phrases.isPhrase(start, at + 1) ? 1 : 0;
          sizes[number] = size;
        }
        frequencies[number] = (frequencies[number] ?? 0) + 1;
        if (isOblique !== undefined && shown[number] !== start) {
          const from = shown[number] ?? start;
          const wasOblique = isOblique(tokens.slice(from, from + at + 1 - start));
          if (wasOblique && !isOblique(tokens.slice(start, at + 1))) shown[number] = start;
        }
        if (start === run.start && at === run.end - 1) wholes[number] = (wholes[number] ?? 0) + 1;
        if (isNoun) isDetermined[number] = 1;
        if (tokens[start]?.isTight === true)
          noteNeighbour(neighbours[0], number, tokens[start], tokens[start - 1]);
        if (tokens[at + 1]?.isTight === true) noteNeighbour(neighbours[1], number, token, tokens[at + 1]);
        if (hasLinks) {
          const isLed = roles[start - 1] === 'l';
          const isFollowed = at + 1 < run.end;
          const place = isLed || isFollowed ? { tokens, phrases, run, start, end: at + 1 } : undefined;
          note(neighbours[0], number, isLed && place !== undefined ? leaderOf(place) : -1);
          note(neighbours[1], number, isFollowed && place !== undefined ? followerOf(place) : -1);
        }
        if (isOpen && ((edges[at] ?? 0) & goesOn.behind) === 0) isAlone[number] = 1;
        if (isName(token)) names[number] = (names[number] ?? 0) + 1;
        before = number + 1;
      }
    }
  const [before, behind] = neighbours;
  for (let number = 0; number < count; number += 1) {
    const isPiece = (before[number] ?? 0) > 0 || (behind[number] ?? 0) > 0;
    if (isPiece && (!hasLinks || (frequencies[number] ?? 0) > 1)) isWhole[number] = 0;
  }
  return { count, starts, shown, lengths, isWhole, sizes, isDetermined, frequencies, wholes, names, isAlone };
}

/**
 * How much a text is news, 0 to 1, by the share of names among the words of its phrases. Acronyms, of which
 * science is full, do not count.
 */
function newsShare(tokens: readonly Token[], { runs, roles }: TextRuns): number {
  let words = 0;
  let names = 0;
  for (const { start, end } of runs) {
    for (let at = start; at < end; at += 1) {
      const token = tokens[at];
      if (roles[at] !== 'l') words += 1;
      if (token !== undefined && isName(token) && token.word.isNameLike) names += 1;
    }
  }
  return words === 0 ? 0 : Math.min(1, names / words / fullOfNames);
}

function mixWeights({ terms, news }: PhraseWeightPair, share: number): PhraseWeights {
  const between = (name: keyof PhraseWeights): number => terms[name] + (news[name] - terms[name]) * share;
  return {
    frequency: between('frequency'),
    rarity: between('rarity'),
    length: between('length'),
    wholeness: between('wholeness'),
    repeats: between('repeats'),
    position: between('position'),
    title: between('title'),
    name: between('name'),
    single: between('single'),
    containment: between('containment'),
  };
}

/** What a text is weighed by. */
interface TextMeasures {
  readonly tokens: readonly Token[];
  readonly titleEnd: number;
  readonly size: number;
  readonly weights: PhraseWeights;
  wordWeight(word: Word): number;
}

/** The weights of the words, each by the frequency and rarity of its key. */
function weighWords(
  { count, starts, lengths, frequencies }: Candidates,
  { tokens, weights, language }: Pick<TextMeasures, 'tokens' | 'weights'> & { readonly language: string },
): (word: Word) => number {
  const known: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const word = tokens[starts[number] ?? 0]?.word;
    if (lengths[number] !== 1 || word === undefined) continue;
    known[word.stemNumber] =
      (frequencies[number] ?? 1) ** weights.frequency * rarityOf(word, language) ** weights.rarity;
  }
  return ({ stemNumber }) => known[stemNumber] ?? 0;
}

/** Numbers below this are raised to a power once a text. */
const mostRaised = 32;

/** Raises what two small whole numbers make to a power, each pair of them once. */
function raiseOnce(make: (one: number, other: number) => number): (one: number, other: number) => number {
  const known = new Float64Array(mostRaised * mostRaised).fill(-1);
  return (one, other) => {
    if (one >= mostRaised || other >= mostRaised) return make(one, other);
    const at = one * mostRaised + other;
    const before = known[at] ?? -1;
    if (before !== -1) return before;
    return (known[at] = make(one, other));
  };
}

function weighAll(candidates: Candidates, measures: TextMeasures): Float64Array {
  const { count, starts, lengths, sizes, frequencies, wholes, names } = candidates;
  const { tokens, titleEnd, size, weights, wordWeight } = measures;
  const scores = new Float64Array(count);
  const lengthPower = Float64Array.from(
    { length: longestPhrase + 1 },
    (_, length) => length ** weights.length,
  );
  const wholenessPower = raiseOnce(
    (whole, frequency) => ((whole + 0.1) / (frequency + 0.1)) ** weights.wholeness,
  );
  const repeatsPower = raiseOnce((frequency) => frequency ** weights.repeats);
  for (let number = 0; number < count; number += 1) {
    const start = starts[number] ?? 0;
    const length = lengths[number] ?? 1;
    const frequency = frequencies[number] ?? 1;
    let sum = 0;
    for (let at = start; at < start + length; at += 1) {
      const token = tokens[at];
      if (token !== undefined) sum += wordWeight(token.word);
    }
    const score =
      (sum / (lengthPower[sizes[number] ?? length] ?? 1)) *
      wholenessPower(wholes[number] ?? 0, frequency) *
      repeatsPower(frequency, 0);
    const place = 1 / (1 + (weights.position * start) / size);
    scores[number] =
      score *
      place *
      (start < titleEnd ? 1 + weights.title : 1) *
      ((names[number] ?? 0) * 2 > frequency ? 1 + weights.name : 1) *
      (length > 1 ? 1 : isActor(tokens[start]) ? Math.max(1, weights.single) : weights.single);
  }
  return scores;
}

/** The candidates, best first, each made when it is asked for: few are. Of equals the first in the text. */
function* rank(candidates: Candidates, measures: TextMeasures): Generator<Ranked> {
  const { starts, shown, lengths, isWhole, isDetermined, frequencies, names, isAlone } = candidates;
  const scores = weighAll(candidates, measures);
  const heap = new Int32Array(candidates.count);
  let count = 0;
  for (let number = 0; number < candidates.count; number += 1)
    if (isWhole[number] === 1) heap[count++] = number;
  const isBefore = (one: number, other: number): boolean => {
    const difference = (scores[one] ?? 0) - (scores[other] ?? 0) || (starts[other] ?? 0) - (starts[one] ?? 0);
    return difference > 0 || (difference === 0 && one < other);
  };
  /** Moves what stands at `from` down to its place among the first `size`. */
  const sink = (from: number, size: number): void => {
    const moved = heap[from] ?? 0;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && isBefore(heap[child + 1] ?? 0, heap[child] ?? 0)) child += 1;
      if (!isBefore(heap[child] ?? 0, moved)) break;
      heap[at] = heap[child] ?? 0;
      at = child;
    }
    heap[at] = moved;
  };
  for (let at = (count >> 1) - 1; at >= 0; at -= 1) sink(at, count);
  for (let size = count; size > 0; size -= 1) {
    const number = heap[0] ?? 0;
    const start = starts[number] ?? 0;
    const from = shown[number] ?? start;
    const words = measures.tokens.slice(from, from + (lengths[number] ?? 1));
    const frequency = frequencies[number] ?? 1;
    yield {
      key: words.map(({ word }) => word.key).join(' '),
      stem: words.map(({ word }) => word.stem).join(' '),
      score: scores[number] ?? 0,
      frequency,
      words,
      isName: (names[number] ?? 0) * 2 > frequency,
      inTitle: start < measures.titleEnd,
      isDetermined: isDetermined[number] === 1,
      isInner: isAlone[number] === 0,
    };
    heap[0] = heap[size - 1] ?? 0;
    sink(0, size - 1);
  }
}

/** Share of its words with a capital from which a title in English is written in capitals throughout. */
const titleCase = 0.6;
/** Shorter words stay small there. */
const longestSmall = 3;

/** The words of a title; where it capitalises all, a capital says as little as at a beginning. */
function readTitle(title: readonly Token[], language: string): readonly Token[] {
  const words = title.filter(({ word, isFirst }) => !isFirst && word.text.length > longestSmall);
  const isAll =
    language === 'en' && words.filter(({ word }) => word.isCapital).length > words.length * titleCase;
  return isAll ? title.map((token) => ({ ...token, isFirst: true })) : title;
}

/** As `findKeyPhrases`, with other weights. */
export function rankPhrases(input: PhraseInput, most: number, pair: PhraseWeightPair): KeyPhrase[] {
  const { language } = input;
  const readWord = createWordReader(language);
  const entities = input.names ?? [];
  const read = (text: string, longest: number): Token[] =>
    readTokens(text, { language, readWord, most: longest, names: placesOfNames(text, entities) });
  const title = readTitle(read(input.title.slice(0, 1_000), 200), language);
  const text = input.text.slice(0, longestText);
  const body = read(text, mostTokens);
  const [first] = body;
  if (first !== undefined) body[0] = { ...first, isJoined: false };
  const tokens = title.concat(body);
  const small = new Array<Word | undefined>(mostNumbers(tokens));
  if (!nounsAreCapital.has(language))
    for (const { word } of tokens) if (!word.isCapital) small[word.number] = word;
  const runs = findRuns(tokens, language);
  const news = newsShare(tokens, runs);
  const weights = mixWeights(pair, news);
  const candidates = countCandidates(tokens, runs, obliqueOf(language));
  const ranked = rank(candidates, {
    tokens,
    titleEnd: title.length,
    size: Math.max(60, tokens.length),
    weights,
    wordWeight: weighWords(candidates, { tokens, weights, language }),
  });
  const picked = pickPhrases(ranked, {
    most,
    containment: weights.containment,
    language,
    news,
    small,
    own: new Set(input.own?.map(foldName)),
    names: readNames(entities, {
      language,
      text: `${input.title}\n${text}`,
      readKeys: (form) => read(form, 12),
    }),
  });
  const best = picked[0]?.score ?? 1;
  return picked.map((phrase) => ({
    text: phrase.text,
    score: Math.round((phrase.score / best) * 1_000) / 1_000,
  }));
}

/**
 * The phrases that say what an article is about, best first; scores are relative to the best. Noun phrases
 * (by a list of word classes, by capitals or by endings, else runs between stop words) weighed by frequency and rarity
 * of their words, by how often they stand alone, by place and title. Reads the first 20,000 characters.
 */
export function findKeyPhrases(input: PhraseInput, most = 10): KeyPhrase[] {
  return rankPhrases(input, most, phraseWeights);
}
