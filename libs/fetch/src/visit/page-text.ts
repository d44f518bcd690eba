import type { HttpAnswer } from '@newsmill/contracts';
import { decodeBody } from '@newsmill/text';

/** Bytes of a page in which links to its next one and structured data are looked for. */
const longestPage = 1_572_864;

/** A page inflated, as far as addresses and structured data need it. */
export function bodyBytes({ body, encoding }: Pick<HttpAnswer, 'body' | 'encoding'>): Buffer {
  const { bytes } = decodeBody(body, encoding, longestPage);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
