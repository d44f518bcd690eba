/* Questions that few processes are asked and that need much code: it is loaded for the first of them. */

/** Finding facts again. */
export function loadReprocess(): Promise<typeof import('./reprocess/reprocess-library.ts')> {
  return import('./reprocess/reprocess-library.ts');
}

/** Sending articles to extensions again. */
export function loadExtend(): Promise<typeof import('./reprocess/extend-library.ts')> {
  return import('./reprocess/extend-library.ts');
}

/** Cleaning again from the archive. */
export function loadArchiveReprocess(): Promise<typeof import('./reprocess/reprocess-archive.ts')> {
  return import('./reprocess/reprocess-archive.ts');
}

export const compareAgain: typeof import('./reprocess/compare-again.ts').compareAgain = async (...parts) =>
  (await import('./reprocess/compare-again.ts')).compareAgain(...parts);

export const tellOfLibrary: typeof import('./ledger/tell-of-library.ts').tellOfLibrary = async (...parts) =>
  (await import('./ledger/tell-of-library.ts')).tellOfLibrary(...parts);

export const rebuildState: typeof import('./ledger/rebuild-state.ts').rebuildState = async (...parts) =>
  (await import('./ledger/rebuild-state.ts')).rebuildState(...parts);
