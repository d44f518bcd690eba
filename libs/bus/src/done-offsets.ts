/*
 * What a group has done of a partition above the position that it commits, as the metadata of that commit:
 * `done:` and ranges of offsets, counted from the position, in base 36. Kafka keeps up to 4,096 bytes of metadata with
 * each committed offset (KIP-211; broker setting `offset.metadata.max.bytes`) and does not read them. The same is done by
 * Confluent's parallel consumer.
 */

/** A place that a group has committed in a partition. */
export interface CommittedPlace {
  /** All below it is done. */
  readonly offset: number;
  /** Done above it. */
  readonly done: ReadonlySet<number>;
}

const mark = 'done:';
const mostLetters = 4_000;
/** A group has fewer messages in flight: what names more is not ours. */
const mostOffsets = 100_000;
const radix = 36;
const rangePattern = /^[0-9a-z]{1,8}(?:-[0-9a-z]{1,8})?$/;

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
export function writeDone({ offset, done }: CommittedPlace): string {
  let words = '';
  for (const [first, last] of rangesOf([...done].sort((a, b) => a - b))) {
    const range = [...new Set([first, last])].map((one) => (one - offset).toString(radix)).join('-');
    if (mark.length + words.length + 1 + range.length > mostLetters) break;
    words += words === '' ? range : `.${range}`;
  }
  return words === '' ? '' : mark + words;
}

/** What the metadata of a commit at `offset` says is done above it; nothing where others wrote it. */
export function readDone(offset: number, metadata: string | null): ReadonlySet<number> {
  if (metadata?.startsWith(mark) !== true || metadata.length > mostLetters) return new Set();
  const done = new Set<number>();
  for (const range of metadata.slice(mark.length).split('.')) {
    if (!rangePattern.test(range)) return new Set();
    const [first = 0, last = first] = range.split('-').map((one) => Number.parseInt(one, radix));
    if (first < 1 || last < first || done.size + last - first >= mostOffsets) return new Set();
    for (let one = first; one <= last; one += 1) done.add(offset + one);
  }
  return done;
}
