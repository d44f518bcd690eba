import { editDistance } from '@newsmill/text';
import { foldWord } from './index-tokens.ts';

/** A word near another one, and how unlike it is: see spellingCost. */
export interface NearWord {
  readonly word: string;
  readonly cost: number;
}

/** Words that are counted of those near one, and articles that are counted of each. */
const mostNear = 24;
export const mostCountedLike = 1_000;

/** Letters that may differ, by the length of a word; 0: so short a word has too many neighbours. */
export function mostEdits(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 7 ? 1 : 2;
}

/** What fingers and ears slip into: a letter twice or once, neighbours in turn, a vowel or key for the next. */
const [doubled, swapped, vowels, keys] = [0.6, 0.7, 0.8, 0.8] as const;
/** Letters side by side on the keyboards of most: see changed. */
const rows = 'qwertyuiop asdfghjkl zxcvbnm йцукенгшщзхъ фывапролджэ ячсмитьбю ςερτυθιοπ ασδφγηξκλ ζχψωβνμ';
/** Seldom is it the first letter. */
const atStart = 0.5;
const vowel = /^[aeiouyаеёиіоуыэюяєїαεηιουω]$/u;

/** What it takes to make one word of the other: an edit counts one, those that are slips less. */
function spellingCost(asked: string, known: string): number {
  let [before, last]: number[][] = [[], [0]];
  for (let j = 0; j < known.length; j += 1) last?.push((last[j] ?? 0) + extra(known, j));
  for (let i = 0; i < asked.length; i += 1) {
    const row = [(last?.[0] ?? 0) + extra(asked, i)];
    for (let j = 0; j < known.length; j += 1) {
      const [one, other] = [asked.charAt(i), known.charAt(j)];
      let best = Math.min(
        (last?.[j] ?? 0) + changed(one, other, i + j),
        (last?.[j + 1] ?? 0) + extra(asked, i),
        (row[j] ?? 0) + extra(known, j),
      );
      if (i > 0 && j > 0 && one === known.charAt(j - 1) && other === asked.charAt(i - 1))
        best = Math.min(best, (before?.[j - 1] ?? 0) + swapped);
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return last?.at(-1) ?? 0;
}

/** A letter that the other word lacks. */
function extra(word: string, at: number): number {
  const letter = word.charAt(at);
  if (letter === word.charAt(at - 1) || letter === word.charAt(at + 1)) return doubled;
  return at === 0 ? 1 + atStart : 1;
}

function changed(one: string, other: string, places: number): number {
  if (one === other) return 0;
  if (vowel.test(one) && vowel.test(other)) return vowels;
  const isBeside = rows.includes(`${one}${other}`) || rows.includes(`${other}${one}`);
  return (isBeside ? keys : 1) + (places === 0 ? atStart : 0);
}

/** Which letters a word has, in 32 bits. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Those of the words that may be meant by one, the most alike first; not the word itself. Accents do not count. */
export function nearestWords(asked: string, words: Iterable<string>): readonly NearWord[] {
  const most = mostEdits(asked);
  const bare = foldWord(asked);
  const letters = lettersOf(bare);
  const near: NearWord[] = [];
  for (const word of words) {
    // An edit gives or takes one letter at most; this spares most words the rest.
    const other = foldWord(word);
    const others = lettersOf(other);
    if (countBits(letters & ~others) > most || countBits(others & ~letters) > most || word === asked)
      continue;
    if (editDistance(bare, other, most) <= most) near.push({ word, cost: spellingCost(bare, other) });
  }
  return near.sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1)).slice(0, mostNear);
}
