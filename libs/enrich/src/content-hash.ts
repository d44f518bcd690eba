import { createHash } from 'node:crypto';

const wordOrCharacter = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Letters and digits of a text in lower case, compatibility forms unified, one space between words: what two
 * printings of one text share.
 */
function plainForm(text: string): string {
  return (text.normalize('NFKC').toLowerCase().match(wordOrCharacter) ?? []).join(' ');
}

/**
 * SHA-256 (hex) of the plain form of title and text: equal for texts that differ in punctuation, case and
 * spacing alone.
 */
export function contentHash(title: string, text: string): string {
  return createHash('sha256')
    .update(`${plainForm(title)}\n${plainForm(text)}`)
    .digest('hex');
}
