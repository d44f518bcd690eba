/** A record that takes the place of one of the same length. */
export interface Replacement {
  readonly offset: number;
  readonly record: Uint8Array;
}

/** A file with some of its records replaced, piece by piece. */
export async function* replaceRecords(
  bytes: AsyncIterable<Uint8Array>,
  replacements: readonly Replacement[],
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const piece of bytes) {
    const copy = Buffer.from(piece);
    for (const { offset, record } of replacements) {
      const from = Math.max(offset, at);
      const to = Math.min(offset + record.length, at + copy.length);
      if (from < to) copy.set(record.subarray(from - offset, to - offset), from - at);
    }
    at += copy.length;
    yield copy;
  }
}
