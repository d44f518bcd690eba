import type { KeyPhrase } from '@newsmill/contracts';
import { findRuns, type Run } from './find-runs.ts';
import { readTokens, type Token } from './read-tokens.ts';
import { rarityOf } from './word-rarity.ts';

/** Rule and version, for the facts that it makes. */
export const keyPhraseRule = 'key-phrases/1';

export interface PhraseInput {
  readonly title: string;
  readonly text: string;
  /** BCP 47 primary tag. */
  readonly language: string;
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
    containment: 0.75,
  },
};

/** Characters and tokens that are read. */
const longestText = 20_000;
const mostTokens = 4_000;
const longestPhrase = 5;
/** From this share of the occurrences of a better phrase on, a longer form of it is told too. */
const usualShare = 0.5;
/** Share of names among the words of phrases from which a text counts as news. */
const fullOfNames = 0.22;

const isName = (token: Token): boolean => !token.isFirst && /^\p{Lu}/u.test(token.text);

interface Candidate {
  readonly words: readonly string[];
  readonly shown: string;
  readonly at: number;
  readonly isTitle: boolean;
  frequency: number;
  whole: number;
  names: number;
}

/** Every part of a run that could be a phrase, counted. */
function countCandidates(runs: readonly Run[], titleEnd: number): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const { tokens, at } of runs) {
    for (let start = 0; start < tokens.length; start += 1) {
      let key = '';
      for (let end = start; end < Math.min(tokens.length, start + longestPhrase); end += 1) {
        const token = tokens[end];
        if (token === undefined) break;
        key = key === '' ? token.key : `${key} ${token.key}`;
        const isWhole = start === 0 && end === tokens.length - 1;
        const isOfName = isName(token);
        const known = candidates.get(key);
        if (known === undefined) {
          const part = tokens.slice(start, end + 1);
          candidates.set(key, {
            words: part.map((word) => word.key),
            shown: part
              .map((word, index) => (index === 0 || word.isTight ? word.text : ` ${word.text}`))
              .join(''),
            at: at + start,
            isTitle: at + start < titleEnd,
            frequency: 1,
            whole: isWhole ? 1 : 0,
            names: isOfName ? 1 : 0,
          });
        } else {
          known.frequency += 1;
          if (isWhole) known.whole += 1;
          if (isOfName) known.names += 1;
        }
      }
    }
  }
  return candidates;
}

/**
 * How much a text is news, 0 to 1, by the share of names among the words of its phrases. Acronyms, of which
 * science is full, do not count.
 */
function newsShare(runs: readonly Run[]): number {
  let words = 0;
  let names = 0;
  for (const { tokens } of runs) {
    words += tokens.length;
    names += tokens.filter((token) => isName(token) && /^\p{Lu}\p{Ll}+$/u.test(token.text)).length;
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

interface TextMeasures {
  readonly size: number;
  wordWeight(word: string): number;
}

function weigh(candidate: Candidate, { wordWeight, size }: TextMeasures, weights: PhraseWeights): number {
  const { words, frequency, whole, at, isTitle, names } = candidate;
  const count = words.length;
  const sum = words.reduce((total, word) => total + wordWeight(word), 0);
  const wholeness = (whole + 0.1) / (frequency + 0.1);
  const score =
    (sum / count ** weights.length) * wholeness ** weights.wholeness * frequency ** weights.repeats;
  const place = 1 / (1 + (weights.position * at) / size);
  return (
    score *
    place *
    (isTitle ? 1 + weights.title : 1) *
    (names * 2 > frequency ? 1 + weights.name : 1) *
    (count === 1 ? weights.single : 1)
  );
}

interface Ranked {
  readonly key: string;
  readonly score: number;
  readonly candidate: Candidate;
}

/**
 * The best phrases, without those that say only a part of a better one, or a better one with words that
 * rarely go with it.
 */
function pick(ranked: readonly Ranked[], most: number, containment: number): Ranked[] {
  const picked: Ranked[] = [];
  for (const entry of ranked) {
    if (picked.length >= most) break;
    const isKnown = picked.some(({ key, candidate }) => {
      if (key.length >= entry.key.length)
        return (
          ` ${key} `.includes(` ${entry.key} `) &&
          entry.candidate.frequency <= candidate.frequency * containment
        );
      return (
        ` ${entry.key} `.includes(` ${key} `) && entry.candidate.frequency < candidate.frequency * usualShare
      );
    });
    if (!isKnown) picked.push(entry);
  }
  return picked;
}

/** As `findKeyPhrases`, with other weights. */
export function rankPhrases(input: PhraseInput, most: number, pair: PhraseWeightPair): KeyPhrase[] {
  const { language } = input;
  const title = readTokens(input.title.slice(0, 1_000), language, 200);
  const tokens = [
    ...title,
    ...readTokens(input.text.slice(0, longestText), language, mostTokens).map((token, index) =>
      index === 0 ? { ...token, isJoined: false } : token,
    ),
  ];
  const runs = findRuns(tokens, language);
  const weights = mixWeights(pair, newsShare(runs));
  const candidates = countCandidates(runs, title.length);
  const known = new Map<string, number>();
  const wordWeight = (word: string): number => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const weight =
      (candidates.get(word)?.frequency ?? 1) ** weights.frequency *
      rarityOf(word, language) ** weights.rarity;
    known.set(word, weight);
    return weight;
  };
  const measures = { wordWeight, size: Math.max(60, tokens.length) };
  const ranked = [...candidates]
    .map(([key, candidate]) => ({ key, candidate, score: weigh(candidate, measures, weights) }))
    .sort((a, b) => b.score - a.score || a.candidate.at - b.candidate.at);
  const best = ranked[0]?.score ?? 1;
  return pick(ranked, most, weights.containment).map(({ candidate, score }) => ({
    text: candidate.shown,
    score: Math.round((score / best) * 1_000) / 1_000,
  }));
}

/**
 * The phrases that say what an article is about, best first; scores are relative to the best. Noun phrases
 * (in English by a list of word classes, elsewhere runs between stop words) weighed by frequency and rarity
 * of their words, by how often they stand alone, by place and title. Reads the first 20,000 characters.
 */
export function findKeyPhrases(input: PhraseInput, most = 10): KeyPhrase[] {
  return rankPhrases(input, most, phraseWeights);
}
