import { createVectors, type Vectors } from './create-vectors.ts';

let loading: Promise<Vectors> | undefined;

/** The vectors of newsmill. Their table, 5 MB of text, is loaded with the first call: who wants none pays nothing for it. */
export function loadVectors(): Promise<Vectors> {
  loading ??= import('../weights/vector-table.ts').then(({ vectorModel }) => createVectors(vectorModel));
  return loading;
}
