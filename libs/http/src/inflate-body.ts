import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { ContentEncoding } from '@newsmill/contracts';
import { decodeBody, type DecodedBody } from '@newsmill/text';

const gunzip = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.gunzip);
const inflate = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.inflate);
const unbrotli = promisify<Uint8Array, zlib.BrotliOptions, Uint8Array>(zlib.brotliDecompress);
const unzstd = promisify<Uint8Array, zlib.ZstdOptions, Uint8Array>(zlib.zstdDecompress);

/** Off the main thread, at most `maxBytes` of output. */
const whole: Record<
  Exclude<ContentEncoding, 'identity'>,
  (bytes: Uint8Array, maxBytes: number) => Promise<Uint8Array>
> = {
  gzip: (bytes, maxOutputLength) => gunzip(bytes, { maxOutputLength }),
  deflate: (bytes, maxOutputLength) => inflate(bytes, { maxOutputLength }),
  br: (bytes, maxOutputLength) => unbrotli(bytes, { maxOutputLength }),
  zstd: (bytes, maxOutputLength) => unzstd(bytes, { maxOutputLength }),
};

export interface InflateLimits {
  /** Greatest number of decoded bytes. */
  readonly maxBytes: number;
  /** Greatest number of decoded bytes for each encoded one, once `freeSize` is passed. */
  readonly maxRatio: number;
}

/** Small bodies may repeat themselves as they like. */
const freeSize = 1_048_576;

/** Decoded bytes that so many encoded ones may become. */
export function decodedLimit(wireSize: number, limits: InflateLimits): number {
  return Math.min(limits.maxBytes, Math.max(freeSize, wireSize * limits.maxRatio));
}

/**
 * Decodes a whole body within its limits, in the thread pool when all is well. What the quick way cannot read
 * goes to `decodeBody`, which tells a bomb from a cut stream and from a header that lies.
 */
export async function inflateBody(
  bytes: Uint8Array,
  encoding: ContentEncoding,
  limits: InflateLimits,
): Promise<DecodedBody> {
  const limit = decodedLimit(bytes.length, limits);
  if (encoding === 'identity' || bytes.length === 0) return decodeBody(bytes, encoding, limit);
  try {
    const decoded = await whole[encoding](bytes, limit);
    return { bytes: decoded, size: decoded.length, truncated: false, complete: true };
  } catch {
    return decodeBody(bytes, encoding, limit);
  }
}
