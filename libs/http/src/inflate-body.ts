import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { ContentEncoding } from '@newsmill/contracts';
import { decodeBody, type DecodedBody } from '@newsmill/text';

const gunzip = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.gunzip);
const inflate = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.inflate);
const unbrotli = promisify<Uint8Array, zlib.BrotliOptions, Uint8Array>(zlib.brotliDecompress);
const unzstd = promisify<Uint8Array, zlib.ZstdOptions, Uint8Array>(zlib.zstdDecompress);

/** Off the main thread, at most `maxBytes` of output. */
const whole: Record<Exclude<ContentEncoding, 'identity'>, (bytes: Uint8Array, maxBytes: number) => Promise<Uint8Array>> = {
  gzip: (bytes, maxOutputLength) => gunzip(bytes, { maxOutputLength }),
  deflate: (bytes, maxOutputLength) => inflate(bytes, { maxOutputLength }),
  br: (bytes, maxOutputLength) => unbrotli(bytes, { maxOutputLength }),
  zstd: (bytes, maxOutputLength) => unzstd(bytes, { maxOutputLength }),
};

/**
 * Decodes a body to at most `maxBytes`, in the thread pool when all is well. What the quick way cannot read goes to `decodeBody`,
 * which tells a bomb from a cut stream and from a header that lies.
 */
export async function inflateBody(bytes: Uint8Array, encoding: ContentEncoding, maxBytes: number): Promise<DecodedBody> {
  if (encoding === 'identity' || bytes.length === 0) return decodeBody(bytes, encoding, maxBytes);
  try {
    return { bytes: await whole[encoding](bytes, maxBytes), truncated: false, complete: true };
  } catch {
    return decodeBody(bytes, encoding, maxBytes);
  }
}
