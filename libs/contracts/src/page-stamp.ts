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

/** Channels whose words are kept of one page; the one that spoke last for the first time stays. */
export const mostWords = 8;

/** The stamp of a page that one channel tells of. Neither part holds a full stop or a space. */
export function pageStamp({ isOwn, channel, mark }: PageWord): string {
  return `${isOwn ? 'o' : 'f'}${channel}.${mark}`;
}

/** A stamp of older versions has no channel; its source counts as the owner. */
function readWord(word: string): PageWord {
  const stop = word.indexOf('.');
  return stop < 0
    ? { isOwn: true, channel: '', mark: word }
    : { isOwn: word.startsWith('o'), channel: word.slice(1, stop), mark: word.slice(stop + 1) };
}

/**
 * Folds what one channel tells (`told.stamp` is one word) into what is known. A page belongs to the first
 * source with a channel of its own site; other sites have no say in it. Channels are compared with themselves
 * alone: that a sitemap says less than a feed is no change. But the first channel that says a date replaces
 * what channels without one (list pages) said.
 */
export function foldStamp(known: StampedPage, told: StampedPage): FoldedStamp {
  if (known.stamp === told.stamp) return { added: 'known', stamp: known.stamp };
  const words = known.stamp.split(' ').filter((word) => word !== '');
  const said = readWord(told.stamp);
  if (known.sourceId !== told.sourceId && words.length > 0) {
    const isOwned = words.some((word) => readWord(word).isOwn);
    if (isOwned && !said.isOwn) return { added: 'known', stamp: known.stamp };
    if (!isOwned && said.isOwn) return { added: 'taken', stamp: told.stamp };
  }
  const place = words.findIndex((word) => readWord(word).channel === said.channel);
  const isFirstDate =
    !said.mark.startsWith('~') &&
    (said.isOwn || !words.some((word) => readWord(word).isOwn)) &&
    words.every((word) => readWord(word).mark.startsWith('~'));
  if (place < 0)
    return {
      added: words.length === 0 || isFirstDate ? 'changed' : 'known',
      stamp: [...words, told.stamp].slice(-mostWords).join(' '),
    };
  const before = words[place] ?? '';
  return {
    added: readWord(before).mark === said.mark ? 'known' : 'changed',
    stamp: words.with(place, told.stamp).join(' '),
  };
}
