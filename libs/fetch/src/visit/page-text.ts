import type { HttpAnswer } from '@newsmill/contracts';
import { decodeBody } from '@newsmill/text';

/** Bytes, and so characters, of a page in which links to its next one and structured data are looked for. */
export const longestPage = 1_572_864;

/** A page as text, as far as addresses and structured data need it. */
export function bodyText({ body, encoding }: Pick<HttpAnswer, 'body' | 'encoding'>): string {
  return Buffer.from(decodeBody(body, encoding, longestPage).bytes).toString();
}
