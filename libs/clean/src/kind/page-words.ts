import { tokensOf } from '../body/tokens-of.ts';
import { slotOf } from '../model/hashed-score.ts';
import { hashWord } from '../tree/vocabulary.ts';
import type { ScoredPage } from '../view-page.ts';

/** What `bench/train` makes: a linear model over the words of short lines and of the address. */
export interface PageWordWeights {
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: number;
}

/** Log-odds of a page being an article, by its words alone. */
export type PageWordScore = (view: ScoredPage) => number;

const pageWordSlots = 1 << 14;
/** Longer lines are running text, which says what a page is about, not what it is. */
const shortLine = 12;
const mostLines = 3_000;

/** Slots of the different words in the short lines of a page (menus, buttons, labels) and in its address. */
export function pageSlots({ blocks, url }: ScoredPage): number[] {
  const seen = new Uint8Array(pageWordSlots);
  const slots: number[] = [];
  const add = (hash: number, space: number): void => {
    const slot = slotOf(hash, space) & (pageWordSlots - 1);
    if (seen[slot] === 1) return;
    seen[slot] = 1;
    slots.push(slot);
  };
  for (let index = 0; index < Math.min(mostLines, blocks.size); index += 1) {
    const from = blocks.tokenFrom[index] as number;
    const to = blocks.tokenTo[index] as number;
    if (to - from > shortLine) continue;
    for (let token = from; token < to; token += 1) add(blocks.tokens[token] as number, 0);
  }
  for (const word of url.slice(0, 400).split(/[^a-zA-Z]+/)) if (word.length > 1) add(hashWord(word), 1);
  for (const token of tokensOf(url.replace(/[?#].*/s, '').split('/')[2] ?? '')) add(token, 2);
  return slots;
}

/** Makes the scorer of a set of weights. */
export function pageWordScorer({ weights, scale, bias }: PageWordWeights): PageWordScore {
  return (view) => {
    const slots = pageSlots(view);
    let sum = 0;
    for (const slot of slots) sum += weights[slot] as number;
    return (sum * scale) / Math.sqrt(Math.max(1, slots.length)) + bias;
  };
}
