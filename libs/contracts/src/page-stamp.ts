/** What one channel says of a page. */
export interface PageWord {
  /** Whether the channel is of the site of the page. */
  readonly isOwn: boolean;
  /** Short name of the channel. */
  readonly channel: string;
  /**
   * Hash of what it says: a change of it is a change of the page. It begins with `~` where the channel says
   * no date.
   */
  readonly mark: string;
}

/** What is known of a page, or told of it: by which source, and the words of its channels. */
export interface StampedPage {
  readonly sourceId: string;
  readonly stamp: string;
}

/**
 * What the state does with what is told of a page that it knows. `known`: nothing new; `changed`: a channel
 * says something else than before; `taken`: the page belongs to the source that tells of it, not to the one
 * that told of it first.
 */
export interface FoldedStamp {
  readonly added: 'known' | 'changed' | 'taken';
  readonly stamp: string;
}

/**
 * How a word weighs: `x` of a source whose rules leave the page out, `f` of a channel of another site, `o` of the
 * site's own, `t` of a source that takes what the rules of another one left out.
 */
const weights = { x: 0, f: 1, o: 2, t: 3 } as const;
type Letter = keyof typeof weights;

/** Channels whose words are kept of one page; the one that spoke last for the first time stays. */
export const mostWords = 8;

/** The stamp of a page that one channel tells of. Neither part holds a full stop or a space. */
export function pageStamp({ isOwn, channel, mark }: PageWord): string {
  return `${isOwn ? 'o' : 'f'}${channel}.${mark}`;
}

/** The stamp of one channel, whose source leaves the page out by its rules. */
export function leftOutStamp(stamp: string): string {
  return `x${stamp.slice(1)}`;
}

/** The stamp of one channel, whose source takes the page from one whose rules have left it out. */
export function takingStamp(stamp: string): string {
  return `t${stamp.slice(1)}`;
}

/** Whether all sources that told of a page leave it out by their rules. */
export function isLeftOutStamp(stamp: string): boolean {
  const words = wordsOf(stamp);
  return words.length > 0 && words.every((word) => readWord(word).letter === 'x');
}

function wordsOf(stamp: string): string[] {
  return stamp.split(' ').filter((word) => word !== '');
}

function isLetter(text: string): text is Letter {
  return Object.hasOwn(weights, text);
}

interface Word {
  readonly letter: Letter;
  readonly channel: string;
  readonly mark: string;
}

/** A stamp of older versions has no channel; its source counts as the owner. */
function readWord(word: string): Word {
  const stop = word.indexOf('.');
  const letter = word.slice(0, 1);
  return stop < 0
    ? { letter: 'o', channel: '', mark: word }
    : { letter: isLetter(letter) ? letter : 'f', channel: word.slice(1, stop), mark: word.slice(stop + 1) };
}

/** A word that says something else than before. What it weighs stays where only a rule came to leave the page out. */
function withSaid(word: string, before: Word, said: Word): string {
  return said.letter === 'x' || before.letter === 't' ? `${before.letter}${word.slice(1)}` : word;
}

/**
 * Folds what one channel tells (`told.stamp` is one word) into what is known. A page belongs to the first
 * source with a channel of its own site; other sites have no say in it. A source whose rules leave the page out
 * has it only as long as no other one tells of it. Channels are compared with themselves alone: that a sitemap
 * says less than a feed is no change. But the first channel that says a date replaces what channels without one
 * (list pages) said.
 */
export function foldStamp(known: StampedPage, told: StampedPage): FoldedStamp {
  if (known.stamp === told.stamp) return { added: 'known', stamp: known.stamp };
  const words = wordsOf(known.stamp);
  const said = readWord(told.stamp);
  const best = Math.max(-1, ...words.map((word) => weights[readWord(word).letter]));
  const weight = weights[said.letter];
  if (known.sourceId !== told.sourceId && words.length > 0) {
    if (weight > best || said.letter === 't') return { added: 'taken', stamp: told.stamp };
    if (weight < best) return { added: 'known', stamp: known.stamp };
  }
  const place = words.findIndex((word) => readWord(word).channel === said.channel);
  const isAdmitted = best === weights.x && weight > best;
  const isFirstDate =
    !said.mark.startsWith('~') &&
    weight >= Math.min(best, weights.o) &&
    words.every((word) => readWord(word).mark.startsWith('~'));
  if (place < 0)
    return {
      added: words.length === 0 || isFirstDate || isAdmitted ? 'changed' : 'known',
      stamp: [...words, told.stamp].slice(-mostWords).join(' '),
    };
  const word = words[place] ?? '';
  const before = readWord(word);
  return {
    added: before.mark === said.mark && !isAdmitted ? 'known' : 'changed',
    stamp: words.with(place, withSaid(told.stamp, before, said)).join(' '),
  };
}
