export { openSqliteFile, type SqliteFile, type SqliteFileOptions } from './sqlite-file.ts';
export { openSqliteLibrary, type SqliteLibraryOptions } from './sqlite-library.ts';
export { openDiskArchive, type DiskArchiveOptions } from './disk-archive.ts';
export { ArchiveDamaged } from './warc-record.ts';
export { openSqliteState } from './sqlite-state.ts';
export { type State, type FrontierItem, type Settlement, type Added, type ArticleClaim, type ArticleClaimed, type FingerprintEntry, type FingerprintCandidate, type StateEntry, type ItemFate, type FateFilter, type FateCount } from './state.ts';
export { LibraryTimeout, BadCursor, type ArticleLink, type Library, type WriteResult } from './library.ts';
export { type Archive, type ArchivedPage } from './archive.ts';
