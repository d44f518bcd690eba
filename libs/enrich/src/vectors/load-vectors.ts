import { loadModel } from '@newsmill/models';
import { createVectors, type Vectors } from './create-vectors.ts';
import { vectorTableOf } from './vector-table.ts';

let loaded: Vectors | undefined;

/** The vectors of newsmill. Their table, 8 MB, is read at the first call: who wants none pays nothing for it. */
export function loadVectors(): Vectors {
  if (loaded !== undefined) return loaded;
  const model = loadModel('word-pieces');
  return (loaded = createVectors(model.by, vectorTableOf(model)));
}
