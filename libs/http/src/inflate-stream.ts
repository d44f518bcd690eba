import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import type { ContentEncoding } from '@newsmill/contracts';
import { trueEncoding, type DecodedBody } from '@newsmill/text';
import { decodedLimit, type InflateLimits } from './inflate-body.ts';

/**
 * Encoded bytes up to which a body is inflated in one go, once it is whole: quicker, and no more than this
 * times the greatest ratio.
 */
const wholeSize = 131_072;

/**
 * Decoded bytes that come out at once. Each piece is a way to the thread pool and back, so that a large body in
 * many small ones waits longer for a busy machine than it works; a bomb passes its limit by one piece at most.
 */
const pieceSize = 131_072;

function inflaterOf(encoding: Exclude<ContentEncoding, 'identity'>, first: Uint8Array): Transform {
  const options = { chunkSize: pieceSize };
  if (encoding === 'gzip') return zlib.createGunzip(options);
  if (encoding === 'br') return zlib.createBrotliDecompress(options);
  if (encoding === 'zstd') return zlib.createZstdDecompress(options);
  // Both forms that servers send as deflate: with zlib header, and raw.
  const hasHeader = ((first[0] ?? 0) & 0x0f) === 8 && (((first[0] ?? 0) << 8) + (first[1] ?? 0)) % 31 === 0;
  return hasHeader ? zlib.createInflate(options) : zlib.createInflateRaw(options);
}

/** Inflates a body while it comes. */
export interface StreamInflater {
  /**
   * Takes the next encoded chunk. Answers nothing while the body is small, and `enough` once its decoded form
   * passes a limit.
   */
  take(chunk: Uint8Array): Promise<'more' | 'enough'> | undefined;
  /**
   * What came out; undefined when the body stayed small or its stream is broken, so that it must be looked at
   * as a whole.
   */
  finish(): Promise<DecodedBody | undefined>;
}

/**
 * An inflater for a large body, so that a bomb is ended while it still comes and never stands in memory. The
 * decoded bytes are kept only when they are wanted.
 */
export function streamInflater(
  encoding: ContentEncoding,
  limits: InflateLimits,
  isWanted: boolean,
): StreamInflater {
  const early: Uint8Array[] = [];
  const decoded: Uint8Array[] = [];
  let wireSize = 0;
  let size = 0;
  let isOver = false;
  let isBroken = encoding === 'identity';
  let inflater: Transform | undefined;

  function open(named: ContentEncoding, first: Uint8Array): Transform | undefined {
    const actual = trueEncoding(first, named);
    if (actual === 'identity') return undefined;
    const opened = inflaterOf(actual, first);
    opened.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (isWanted && !isOver) decoded.push(chunk);
      isOver ||= size > decodedLimit(wireSize, limits);
      if (isOver) opened.destroy();
    });
    opened.on('error', () => (isBroken = true));
    return opened;
  }

  function push(target: Transform, chunk: Uint8Array): Promise<'more' | 'enough'> {
    return new Promise((resolve) => {
      const done = (): void => resolve(isOver ? 'enough' : 'more');
      target.once('close', done);
      target.write(chunk, () => {
        target.off('close', done);
        done();
      });
    });
  }

  return {
    take(chunk) {
      wireSize += chunk.length;
      if (isBroken) return undefined;
      if (inflater !== undefined) return push(inflater, chunk);
      early.push(chunk);
      if (wireSize <= wholeSize) return undefined;
      const first = Buffer.concat(early.splice(0));
      inflater = open(encoding, first);
      isBroken = inflater === undefined;
      return inflater === undefined ? undefined : push(inflater, first);
    },
    async finish() {
      if (inflater === undefined || isBroken) return undefined;
      const ending = inflater;
      if (!isOver) await new Promise<void>((resolve) => ending.once('close', resolve).end());
      if (isBroken) return undefined;
      return {
        bytes: isWanted ? Buffer.concat(decoded).subarray(0, limits.maxBytes) : new Uint8Array(),
        size,
        truncated: isOver,
        complete: true,
      };
    },
  };
}
