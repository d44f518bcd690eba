import { loadModel } from '@newsmill/models';

/**
 * What an English word can do in a noun phrase: `n` noun or name, `b` noun or verb, `j` adjective, `d` past
 * participle, `g` present participle, `v` verb, `r` adverb.
 */
const classes = ['n', 'b', 'j', 'd', 'g', 'v', 'r'] as const;
export type WordClass = (typeof classes)[number];

/** Room for ranks beside a class in one number; 0 is a word without rank, or without class. */
const rankBits = 16;
const rankMask = (1 << rankBits) - 1;

let listed: ReadonlyMap<string, number> | undefined;

/** Class and rank of each word of the lists, packed. */
function listedWords(): ReadonlyMap<string, number> {
  if (listed !== undefined) return listed;
  const model = loadModel('phrase-words');
  const words = new Map<string, number>();
  for (const name of model.names('class.')) {
    const number = classes.findIndex((known) => known === name) + 1;
    if (number === 0) continue;
    for (const word of model.text(`class.${name}`).split(' ')) words.set(word, number << rankBits);
  }
  model
    .text('ranks')
    .split(' ')
    .forEach((word, rank) => words.set(word, ((words.get(word) ?? 0) & ~rankMask) | (rank + 1)));
  return (listed = words);
}

/** The class of a word of the list. */
export function listedClass(word: string): WordClass | undefined {
  return classes[((listedWords().get(word) ?? 0) >>> rankBits) - 1];
}

/** The rank of a word among all by frequency, from 0 on. */
export function listedRank(word: string): number | undefined {
  const rank = (listedWords().get(word) ?? 0) & rankMask;
  return rank === 0 ? undefined : rank - 1;
}
