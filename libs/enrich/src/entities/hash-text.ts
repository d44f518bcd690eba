const offset = 0x811c9dc5;
const prime = 0x01000193;

/**
 * FNV-1a over UTF-16 units, 32 bits; `from` continues an earlier hash, so that names of several words need no
 * joined string.
 */
export function hashText(text: string, from: number = offset): number {
  let value = from;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), prime);
  return value >>> 0;
}

/** The hash of a text with one more unit behind it. */
export function hashUnit(unit: number, from: number): number {
  return Math.imul(from ^ unit, prime) >>> 0;
}

/** Spreads the bits of a hash, for tables that use only some of them. */
export function mixBits(hash: number): number {
  const value = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}

/** The same for a part of a text, without cutting it out. */
export function hashPart(text: string, start: number, end: number, from: number = offset): number {
  let value = from;
  for (let index = start; index < end; index += 1) value = Math.imul(value ^ text.charCodeAt(index), prime);
  return value >>> 0;
}

/** Calls `found` with the hash of every part of a text between `start` and `end` that `mark` parts. */
export function hashParts(
  text: string,
  mark: string,
  start: number,
  end: number,
  found: (hash: number, start: number, end: number) => void,
): void {
  for (let from = start; from < end; ) {
    const at = text.indexOf(mark, from);
    const to = at === -1 || at > end ? end : at;
    if (to > from) found(hashPart(text, from, to), from, to);
    from = to + 1;
  }
}
