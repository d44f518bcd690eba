import type { Readable } from 'node:stream';
import { BodyPieces } from './body-pieces.ts';

export interface WireBody {
  /** Nothing where it goes on past the limit and its beginning is not wanted. */
  readonly bytes: Uint8Array;
  /** True when the answer goes on past the limit, or comes in crumbs without number; the rest was not read. */
  readonly truncated: boolean;
}

export interface BodyLimits {
  readonly maxBytes: number;
  /** Whether the beginning of what goes on past the limit is wanted: to join it costs as much memory again. */
  readonly isBeginningWanted: boolean;
  /**
   * A body that brings less than this in one stretch of `seconds` is ended; nothing is watched without it.
   */
  readonly minRate?: MinRate;
  /** Sees each chunk as it comes; reading waits for it. `enough` ends the body as the limit does. */
  readonly watch?: (chunk: Uint8Array) => Promise<'more' | 'enough'> | undefined;
  /** Told of the size of each chunk; reading waits for what it answers, and no sender is slow meanwhile. */
  readonly admit?: (bytes: number) => Promise<void> | undefined;
}

export interface MinRate {
  readonly bytesPerSecond: number;
  readonly seconds: number;
}

/** Code of the error of a body that came too slowly. */
export const slowCode = 'NEWSMILL_TOO_SLOW';

class SlowBody extends Error {
  readonly code = slowCode;
}

/**
 * Calls `onSlow` at the end of the first stretch of `seconds` that brought too few bytes; gives the function
 * that ends the watch.
 */
function watchRate(
  sizeNow: () => number | undefined,
  { bytesPerSecond, seconds }: MinRate,
  onSlow: (error: Error) => void,
): () => void {
  let before: number | undefined = 0;
  const timer = setInterval(() => {
    const size = sizeNow();
    // Nothing is said of a stretch in which reading waited.
    if (size !== undefined && before !== undefined && size - before < bytesPerSecond * seconds)
      onSlow(
        new SlowBody(`${size - before} bytes came in ${seconds} s, less than ${bytesPerSecond} a second`),
      );
    before = size;
  }, seconds * 1_000);
  return () => clearInterval(timer);
}

/**
 * Reads a body to its limits. Rejects with the error of the stream, also when it closes before its end, and
 * with one of its own when it is too slow.
 */
export function readBody(stream: Readable, limits: BodyLimits): Promise<WireBody> {
  return new Promise((resolve, reject) => {
    const pieces = new BodyPieces();
    let isWaiting = false;
    const unwatch =
      limits.minRate === undefined
        ? () => undefined
        : watchRate(
            () => (isWaiting ? undefined : pieces.size),
            limits.minRate,
            (error) => stop(() => reject(error)),
          );
    const settle = (answer: () => void): void => {
      unwatch();
      answer();
      pieces.drop();
    };
    const cut = (): WireBody => ({
      bytes: limits.isBeginningWanted ? pieces.join() : new Uint8Array(),
      truncated: true,
    });
    // The rest is not wanted: the connection goes with it.
    const stop = (answer: () => void): void => {
      stream.on('error', () => undefined);
      settle(answer);
      stream.destroy();
    };
    stream.on('data', (chunk: Uint8Array) => {
      const room = limits.maxBytes - pieces.size;
      const isTooMuch = chunk.length > room;
      pieces.add(isTooMuch ? chunk.subarray(0, room) : chunk);
      if (isTooMuch || pieces.isCrumbled) return stop(() => resolve(cut()));
      const watched = limits.watch?.(chunk);
      const admitted = limits.admit?.(chunk.length);
      if (watched === undefined && admitted === undefined) return;
      stream.pause();
      isWaiting = admitted !== undefined;
      const goOn = (): void => {
        isWaiting = false;
        stream.resume();
      };
      Promise.all([watched ?? Promise.resolve('more' as const), admitted ?? Promise.resolve()]).then(
        ([verdict]) => (verdict === 'more' ? goOn() : stop(() => resolve(cut()))),
        (error: unknown) => stop(() => reject(error instanceof Error ? error : new Error(String(error)))),
      );
    });
    stream.on('end', () => settle(() => resolve({ bytes: pieces.join(), truncated: false })));
    stream.on('error', (error) => settle(() => reject(error)));
    stream.on('close', () =>
      settle(() =>
        reject(
          Object.assign(new Error('the connection closed before the end of the body'), {
            code: 'UND_ERR_SOCKET',
          }),
        ),
      ),
    );
  });
}
