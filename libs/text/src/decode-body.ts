import zlib from 'node:zlib';
import type { ContentEncoding } from '@newsmill/contracts';

/** `truncated`: stopped at the limit. `complete`: the encoded stream had its end. */
export interface DecodedBody {
  readonly bytes: Uint8Array;
  /** Number of decoded bytes. */
  readonly size: number;
  readonly truncated: boolean;
  readonly complete: boolean;
}

type Inflate = (bytes: Uint8Array, options: { lenient: boolean; maxOutputLength: number }) => Uint8Array;

const { Z_SYNC_FLUSH, Z_FINISH, BROTLI_OPERATION_FLUSH, BROTLI_OPERATION_FINISH, ZSTD_e_flush, ZSTD_e_end } =
  zlib.constants;

function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/**
 * Bytes of the pieces in which a body is decoded, where its size is not known, and the least and most of other ones.
 */
const piece = { least: 1_024, unknown: 65_536, most: 16_777_216 } as const;
/** Deflate makes no more bytes of one: what tells of more is not believed. */
const mostOfByte = 1_032;

/**
 * How large the pieces of a gzip body are: its last four bytes say how long it is decoded (RFC 1952, ISIZE), unless
 * they are wrong. One piece is neither grown nor joined, which is a quarter of the work.
 */
function gzipPiece(bytes: Uint8Array, mostBytes: number): number {
  if (bytes.byteLength < 4) return piece.unknown;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.byteLength - 4, true);
  if (size > bytes.byteLength * mostOfByte) return piece.unknown;
  return Math.max(piece.least, Math.min(piece.most, mostBytes + 1, size + 1));
}

/** Both forms that servers send as deflate: with zlib header, and raw. */
const inflateAny: Inflate = (bytes, { lenient, maxOutputLength }) => {
  const finishFlush = lenient ? Z_SYNC_FLUSH : Z_FINISH;
  const options = { finishFlush, maxOutputLength, chunkSize: piece.unknown };
  const hasHeader =
    bytes.length > 1 &&
    ((bytes[0] ?? 0) & 0x0f) === 8 &&
    (((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0)) % 31 === 0;
  return hasHeader ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options);
};

const inflaters: Record<Exclude<ContentEncoding, 'identity'>, Inflate> = {
  gzip: (bytes, { lenient, maxOutputLength }) =>
    zlib.gunzipSync(bytes, {
      finishFlush: lenient ? Z_SYNC_FLUSH : Z_FINISH,
      maxOutputLength,
      // What is read of a cut body has no end to say it.
      chunkSize: lenient ? piece.unknown : gzipPiece(bytes, maxOutputLength),
    }),
  deflate: inflateAny,
  br: (bytes, { lenient, maxOutputLength }) =>
    zlib.brotliDecompressSync(bytes, {
      finishFlush: lenient ? BROTLI_OPERATION_FLUSH : BROTLI_OPERATION_FINISH,
      maxOutputLength,
      chunkSize: piece.unknown,
    }),
  zstd: (bytes, { lenient, maxOutputLength }) =>
    zlib.zstdDecompressSync(bytes, {
      finishFlush: lenient ? ZSTD_e_flush : ZSTD_e_end,
      maxOutputLength,
      chunkSize: piece.unknown,
    }),
};

/**
 * What the bytes are, whatever the header says: gzip and zstd have marks, and a wrong header is common. The
 * first four are enough.
 */
export function trueEncoding(bytes: Uint8Array, encoding: ContentEncoding): ContentEncoding {
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const zstd = bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
  if (encoding === 'identity') return gzip ? 'gzip' : zstd ? 'zstd' : 'identity';
  if (encoding === 'gzip' && !gzip) return 'identity';
  if (encoding === 'zstd' && !zstd) return 'identity';
  return encoding;
}

/**
 * What is longer than the limit by less than this is decoded whole and cut: one pass in the place of the eight that
 * finding its beginning takes.
 */
const slack = 1.5;

/**
 * The longest decodable beginning that stays within the limit, found by halving: cheap, since it is needed
 * for bombs alone.
 */
function decodeWithin(inflate: Inflate, bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  let low = 0;
  let high = bytes.length;
  let best: Uint8Array = new Uint8Array();
  for (let round = 0; round < 7 && high - low > 64; round += 1) {
    const middle = (low + high) >> 1;
    try {
      best = inflate(bytes.subarray(0, middle), { lenient: true, maxOutputLength });
      low = middle;
    } catch (error) {
      if (errorCode(error) !== 'ERR_BUFFER_TOO_LARGE') return best;
      high = middle;
    }
  }
  return best;
}

/**
 * Decodes a body as it came over the wire, to at most `maxBytes` bytes. Never throws: a cut or broken stream
 * gives what could be read, with `complete` false. A header that lies about gzip or zstd is seen through by
 * the marks of these formats.
 */
export function decodeBody(bytes: Uint8Array, encoding: ContentEncoding, maxBytes: number): DecodedBody {
  const actual = trueEncoding(bytes, encoding);
  const answer = (decoded: Uint8Array, truncated: boolean, complete: boolean): DecodedBody => ({
    bytes: decoded,
    size: decoded.length,
    truncated,
    complete,
  });
  const cut = (decoded: Uint8Array, complete: boolean): DecodedBody =>
    decoded.length > maxBytes
      ? answer(decoded.subarray(0, maxBytes), true, complete)
      : answer(decoded, false, complete);
  if (bytes.length === 0 || actual === 'identity') return cut(bytes, true);
  const inflate = inflaters[actual];
  const options = { maxOutputLength: Math.ceil(maxBytes * slack) };
  try {
    return cut(inflate(bytes, { ...options, lenient: false }), true);
  } catch (error) {
    if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE')
      return answer(decodeWithin(inflate, bytes, maxBytes), true, true);
  }
  try {
    return cut(inflate(bytes, { ...options, lenient: true }), false);
  } catch (error) {
    return answer(decodeWithin(inflate, bytes, maxBytes), errorCode(error) === 'ERR_BUFFER_TOO_LARGE', false);
  }
}
