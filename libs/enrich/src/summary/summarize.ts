import { splitSentences, wordsOf } from '@newsmill/text';
import { textBehindDateline } from '../dateline/find-dateline.ts';
import { stopWordsOf } from '../phrases/stop-words.ts';
import { isRemark, leans } from './stands-apart.ts';

/** Rule and version, for the facts that it makes. */
export const summaryRule = 'lexrank/5';

export interface SummaryInput {
  readonly title: string;
  readonly text: string;
  /** BCP 47 primary tag. */
  readonly language: string;
}

/** Sentences that are compared with each other, and characters that are read. */
const mostSentences = 80;
const longestText = 20_000;
/**
 * Words of a sentence that is fit for a summary; of a longer or shorter one only in need. Where no spaces part
 * words, every two signs count as one.
 */
const fewestWords = 6;
const mostWords = { spaced: 60, joined: 100 };
/**
 * LexRank of Erkan and Radev (JAIR 2004), continuous form: share of the walk that starts anywhere, and steps
 * of it.
 */
const damping = 0.15;
const steps = 12;
/**
 * What a sentence is worth: how central it is; that news put what matters first, and how fast that fades; how near
 * it is to the title. Chosen by `bench/enrichment/measure-summary.ts`.
 */
const centralGain = 0.5;
const leadGain = 0.9;
const leadFade = 4;
const titleGain = 2;
/**
 * Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): what likeness to a chosen sentence costs.
 */
const redundancy = 0.7;

/** A sentence as sorted word numbers with weights of length one. */
interface SentenceVector {
  readonly words: Int32Array;
  readonly values: Float32Array;
  readonly count: number;
}

/** Vectors of all sentences, tf-idf over the sentences of this text. */
function vectorsOf(sentences: readonly string[], language: string): SentenceVector[] {
  const stops = stopWordsOf(language);
  const numbers = new Map<string, number>();
  const frequency: number[] = [];
  const bags = sentences.map((sentence) => {
    const bag = new Map<number, number>();
    const words = wordsOf(sentence);
    for (const word of words) {
      if (stops.has(word)) continue;
      const number = numbers.get(word) ?? numbers.size;
      if (number === numbers.size) numbers.set(word, number);
      const before = bag.get(number);
      bag.set(number, (before ?? 0) + 1);
      if (before === undefined) frequency[number] = (frequency[number] ?? 0) + 1;
    }
    return { bag, count: words.length };
  });
  return bags.map(({ bag, count }) => {
    const words = Int32Array.from(bag.keys()).sort();
    const values = Float32Array.from(
      words,
      (word) => (1 + Math.log(bag.get(word) ?? 1)) * Math.log(1 + sentences.length / (frequency[word] ?? 1)),
    );
    const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
    return { words, values: values.map((value) => value / norm), count };
  });
}

/** Cosine of two vectors. */
function likeness(a: SentenceVector, b: SentenceVector): number {
  let sum = 0;
  let left = 0;
  let right = 0;
  while (left < a.words.length && right < b.words.length) {
    const difference = (a.words[left] ?? 0) - (b.words[right] ?? 0);
    if (difference === 0) sum += (a.values[left] ?? 0) * (b.values[right] ?? 0);
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return sum;
}

/**
 * How central each sentence is: where a reader ends who walks from sentence to like sentence. The best has 1.
 */
function centrality(likenesses: readonly Float32Array[]): Float64Array {
  const size = likenesses.length;
  const sums = likenesses.map((row) => row.reduce((sum, value) => sum + value, 0) || 1);
  let ranks = new Float64Array(size).fill(1 / size);
  for (let step = 0; step < steps; step += 1) {
    const next = new Float64Array(size).fill(damping / size);
    likenesses.forEach((row, from) => {
      const share = ((1 - damping) * (ranks[from] ?? 0)) / (sums[from] ?? 1);
      row.forEach((value, to) => (next[to] = (next[to] ?? 0) + share * value));
    });
    ranks = next;
  }
  const greatest = ranks.reduce((best, rank) => Math.max(best, rank), 0) || 1;
  return ranks.map((rank) => rank / greatest);
}

/** Numbers of the sentences to take: each time the best that says something new. */
function choose(scores: Float64Array, likenesses: readonly Float32Array[], most: number): number[] {
  const chosen: number[] = [];
  while (chosen.length < Math.min(most, scores.length)) {
    let best = -1;
    let bestScore = 0;
    scores.forEach((score, index) => {
      if (chosen.includes(index)) return;
      const nearest = chosen.reduce(
        (greatest, other) => Math.max(greatest, likenesses[index]?.[other] ?? 0),
        0,
      );
      const worth = score * (1 - redundancy * nearest);
      if (worth <= bestScore || nearest > 0.8) return;
      best = index;
      bestScore = worth;
    });
    if (best === -1) break;
    chosen.push(best);
  }
  return chosen.sort((a, b) => a - b);
}

/** Marks that end a sentence in any script, and what closes with them. */
const ended = /[.!?…‽؟۔।॥։።፧။༎。｡．！？;;]["'’”“»›)\]}」』】》〉）］｣]{0,4}$/u;
const endings = /[.!?…‽؟۔।॥։።፧။༎。｡．！？]/u;
/** A text that is cut, or goes on elsewhere. */
const cut = /(?:…|\.\.\.|:|：)["'’”“»)\]」』]{0,2}$/u;
/** What a picture or a piece is credited with, and where a wire piece was written: `Photo: Ada Moss`. */
const credit =
  /^(?:photos?|fotos?|pictures?|bild(?:er)?|images?|imagen|crédits?|credits?|quelle|source|fuente|fonte|by|фото|źródło|圖|图|写真|사진)(?:\s{0,2}[:：/©]|\s(?:by|by:)\s|\s{0,2}\()|©|^[圖图][為为說说]|^[(（]?(?:reuters|ap|afp|dpa)[)）]?[^\p{L}]{0,3}$/iu;
/**
 * What stands in front of a sentence and is none of it: a stamp in brackets (when it was updated, who reports), a
 * place or a label in capitals before a dash, and where a Chinese report comes from.
 */
const stamps = [
  /^[[【〔［(（][^\]】〕］)）]{1,60}[\]】〕］)）][\s:：—–-]*(?=[\p{L}\p{N}"'“«„「『])/u,
  /^\p{Lu}[\p{Lu}\p{M}'’./,-]{2,24}(?: [\p{Lu}\p{M}'’./,-]{1,24}){0,4} ?(?:[—–]|--| -) ?(?=[\p{Lu}\p{N}"'“«„])/u,
  /^(?!据|據)[\p{Script=Han}]{1,12}(?:(?:\d{1,2}月)?\d{1,2}日)?(?:电|電|讯|訊|消息)\s+/u,
] as const;
/** Words of one who stands beside the text: a remark in brackets, markup that a page shows as text. */
const aside = /^[(（][^()（）]*[)）]\.?$|<[a-z]{1,12} [a-z:-]{1,20}="/u;
/** Entries of a list that run together. */
const bullet = /(?:^|\s)[•▪●◦‣]\s/u;
/** How fit a sentence is by its form, 1 at most; one that is not is taken where there are too few others. */
function fitnessOf(sentence: string, words: number): number {
  const most = isSpaced.test(sentence) ? mostWords.spaced : mostWords.joined;
  if (words < fewestWords || words > most || !/[\p{L}\p{N}]/u.test(sentence)) return 0.3;
  return isCutQuote(sentence) ? 0.5 : 1;
}

/** Spaces, of which words of scripts without them have none. */
const isSpaced = /\p{L}\s\p{L}/u;
const fewestSigns = 12;

const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Scripts that put no mark at the end of a sentence. */
const endless = /[\p{Script=Thai}\p{Script=Lao}]/u;

/** Marks that open a quotation, each with the one that closes it. */
const marks = ['“”', '«»', '「」', '『』'] as const;

/**
 * Whether a quotation begins or ends outside of the sentence: it says less without the rest. A straight mark may
 * answer a curly one.
 */
function isCutQuote(sentence: string): boolean {
  const count = (mark: string): number => sentence.split(mark).length - 1;
  const isOdd = (count('"') + count('“') + count('”')) % 2 === 1;
  return (
    isOdd ||
    marks.some(
      ({ 0: open = '', 1: close = '' }, at) =>
        count(open) !== count(close) && (at > 0 || count('"') % 2 === 0),
    )
  );
}

/** A sentence with its number in the text. */
interface Sentence {
  readonly text: string;
  readonly place: number;
}

/**
 * The sentences that are whole: they end as one does, where the text ends any so, and are neither a headline, a
 * credit, an aside, a remark, nor too short to say something.
 */
function wholeSentences(sentences: readonly Sentence[], title: string, language: string): Sentence[] {
  const headline = compact(title.slice(0, 1_000));
  const hasEnds = sentences.some(({ text }) => endings.test(text) && !endless.test(text));
  return sentences.filter(
    ({ text: sentence }) =>
      !credit.test(sentence) &&
      !bullet.test(sentence) &&
      !aside.test(sentence) &&
      !(language === 'en' && isRemark(sentence)) &&
      compact(sentence) !== headline &&
      (isSpaced.test(sentence) ? wordsOf(sentence).length >= fewestWords : sentence.length >= fewestSigns) &&
      (!hasEnds || (ended.test(sentence) && !cut.test(sentence))),
  );
}

/**
 * Numbers of the sentences to take, of which none leans on one that is not taken: it makes way for the next best. In
 * English, where it is known what leans.
 */
function chooseStanding(
  { sentences, title }: { readonly sentences: readonly Sentence[]; readonly title: string },
  scores: Float64Array,
  likenesses: readonly Float32Array[],
  most: number,
): number[] {
  const left = scores.slice();
  for (;;) {
    const chosen = choose(left, likenesses, most);
    const places = new Set(chosen.map((index) => sentences[index]?.place ?? -1));
    const leaning = chosen.find((index) => {
      const { text, place } = sentences[index] ?? { text: '', place: 0 };
      return place > 0 && !places.has(place - 1) && leans(text, title);
    });
    // Of a text in which each leans on another, something is told.
    if (chosen.length === 0) return choose(scores, likenesses, most);
    if (leaning === undefined) return chosen;
    left[leaning] = 0;
  }
}

/**
 * The sentences that stand for the whole, in the order of the text: central by LexRank, near the beginning,
 * near the title, and unlike each other, without datelines and stamps. Compares the first 80 sentences, of which only
 * whole ones are taken
 * where there is one; a text of few is its own summary.
 */
export function summarize({ title, text, language }: SummaryInput, most = 3): string[] {
  const report = textBehindDateline(text.slice(0, longestText));
  const all = splitSentences(report, language, mostSentences).map((sentence, place) => ({
    text: stamps.reduce((rest, stamp) => rest.replace(stamp, ''), sentence.text.replace(/\s+/g, ' ')),
    place,
  }));
  const whole = wholeSentences(all, title, language);
  const sentences = whole.length === 0 ? all : whole;
  const texts = sentences.map(({ text: own }) => own);
  if (texts.length <= most) return texts;
  const vectors = vectorsOf([title.slice(0, 1_000), ...texts], language);
  const [head, ...bodies] = vectors;
  const likenesses = bodies.map(() => new Float32Array(bodies.length));
  bodies.forEach((vector, row) => {
    for (let column = 0; column < row; column += 1) {
      const other = bodies[column];
      const value = other === undefined ? 0 : likeness(vector, other);
      const [near, far] = [likenesses[row], likenesses[column]];
      if (near !== undefined) near[column] = value;
      if (far !== undefined) far[row] = value;
    }
  });
  const scores = centrality(likenesses).map((rank, index) => {
    const vector = bodies[index];
    if (vector === undefined || head === undefined) return 0;
    const fit = fitnessOf(texts[index] ?? '', vector.count);
    return (
      fit * (centralGain * rank + leadGain * Math.exp(-index / leadFade) + titleGain * likeness(vector, head))
    );
  });
  const chosen =
    language === 'en'
      ? chooseStanding({ sentences, title: title.toLowerCase() }, scores, likenesses, most)
      : choose(scores, likenesses, most);
  return chosen.map((index) => texts[index] ?? '');
}
