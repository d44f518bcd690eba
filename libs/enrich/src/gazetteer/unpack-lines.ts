import { inflateRawSync } from 'node:zlib';

/** A table of lines, deflated, in base64. */
export interface PackedLines {
  readonly deflated: string;
}

/** The blocks of a packed table (an empty line parts them), each as its lines; in lower case where that is asked for. */
export function unpackLines(packed: PackedLines, isLower = false): readonly (readonly string[])[] {
  const text = inflateRawSync(Buffer.from(packed.deflated, 'base64')).toString('utf8');
  return (isLower ? text.toLowerCase() : text).split('\n\n').map((block) => block.split('\n'));
}
