export { type State, type FrontierItem, type Settlement, type Added, type ArticleClaim, type ArticleClaimed, type FingerprintEntry, type FingerprintCandidate, type StateEntry, type ItemFate, type FateFilter, type FateCount } from './state.ts';
export { LibraryTimeout, BadCursor, type Library, type WriteResult } from './library.ts';
export { type Archive, type ArchivedPage } from './archive.ts';
