/*
 * What a group has done of a partition above the offset that it commits, as the metadata of that commit. Kafka keeps
 * some bytes of it with each committed offset (4,096; broker setting `offset.metadata.max.bytes`) and does not read
 * them. Confluent's parallel consumer does the same.
 *
 * `done:<committed offset>:<time>:<ranges>`, all in base 36; ranges are counted from the offset. Offset and time keep a
 * mistake from costing a message: a tool that moves groups to another cluster keeps the metadata beside another offset,
 * and in a topic that was made again, or whose log lost its end, other messages have these offsets, later ones.
 */

/** What is done ahead: nothing that was published after `until`, epoch milliseconds. */
export interface DoneAhead {
  readonly offsets: ReadonlySet<number>;
  readonly until: number;
}

/** A place that a group has committed in a partition. */
export interface CommittedPlace {
  /** All below it is done. */
  readonly offset: number;
  /** Done at or above it. */
  readonly done: DoneAhead;
}

export const nothingDone: DoneAhead = { offsets: new Set(), until: 0 };

const mark = 'done';
const mostLetters = 4_000;
/** What names more is not ours. */
const mostOffsets = 100_000;
const radix = 36;
const numberPattern = /^[0-9a-z]{1,10}$/;

/** Ranges of offsets that follow each other, from ascending ones. */
function rangesOf(offsets: Iterable<number>): [first: number, last: number][] {
  const ranges: [number, number][] = [];
  for (const offset of offsets) {
    const range = ranges.at(-1);
    if (range !== undefined && offset === range[1] + 1) range[1] = offset;
    else ranges.push([offset, offset]);
  }
  return ranges;
}

/** The metadata of a commit; `''` where nothing is done above it. What does not fit is left out, the highest first. */
export function writeDone({ offset, done: { offsets, until } }: CommittedPlace): string {
  if (offsets.size === 0) return '';
  let words = [mark, offset.toString(radix), Math.max(0, until).toString(radix), ''].join(':');
  let separator = '';
  const ascending = [...offsets].sort((a, b) => a - b).slice(0, mostOffsets);
  for (const [first, last] of rangesOf(ascending)) {
    const range = [...new Set([first, last])].map((one) => (one - offset).toString(radix)).join('-');
    if (words.length + range.length + 1 > mostLetters) break;
    words += separator + range;
    separator = '.';
  }
  return words;
}

/** What the metadata of a commit at `offset` says is done above it; nothing where others wrote it. */
export function readDone(offset: number, metadata: string | null): DoneAhead {
  const [name, place = '', time = '', ranges = '', ...more] =
    metadata === null || metadata.length > mostLetters ? [] : metadata.split(':');
  if (name !== mark || more.length > 0 || place !== offset.toString(radix) || !numberPattern.test(time))
    return nothingDone;
  const offsets = new Set<number>();
  for (const range of ranges.split('.')) {
    const edges = range.split('-');
    if (edges.length > 2 || !edges.every((edge) => numberPattern.test(edge))) return nothingDone;
    const [first = 0, last = first] = edges.map((edge) => Number.parseInt(edge, radix));
    if (last < first || offsets.size + last - first >= mostOffsets) return nothingDone;
    for (let one = first; one <= last; one += 1) offsets.add(offset + one);
  }
  return { offsets, until: Number.parseInt(time, radix) };
}
