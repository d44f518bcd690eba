import { mostInPiece } from './state.ts';

/** Pieces of at most `size`, in order. */
export function chunksOf<T>(list: readonly T[], size = mostInPiece): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}
