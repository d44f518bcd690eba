import type { Blocks } from './blocks.ts';

const narrow = Buffer.alloc(4_096);

/**
 * Text of a block: white space collapsed, invisible characters gone. It is made once a page; of one byte a
 * character where that is possible, which patterns search faster.
 */
export function blockText(of: Blocks, index: number): string {
  const known = of.texts[index];
  if (known !== undefined) return known;
  const from = of.from[index] as number;
  const to = of.to[index] as number;
  let bits = to - from > narrow.length ? 0xffff : 0;
  for (let at = from; at < to && bits < 256; at += 1) {
    const code = of.characters[at] as number;
    bits |= code;
    narrow[at - from] = code;
  }
  const text =
    bits < 256
      ? narrow.toString('latin1', 0, to - from)
      : Buffer.from(of.characters.buffer, from * 2, (to - from) * 2).toString('utf16le');
  of.texts[index] = text;
  return text;
}
