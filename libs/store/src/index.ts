export { takeSqliteLock, type SqliteLock } from './sqlite/sqlite-lock.ts';
export { openSqliteFile, type SqliteFile, type SqliteFileOptions } from './sqlite/sqlite-file.ts';
export { articleMapping, besideFields } from './library/elastic/fields.ts';
export {
  elasticSearchBody,
  openElasticLibrary,
  openElasticRegistry,
  openRedisState,
  openS3Archive,
  openSearchMatcher,
} from './open-servers.ts';
// With `export type` nothing of the file is loaded: these name the clients of servers.
export type { ElasticOptions } from './elastic/elastic-client.ts';
export { elasticRoles, type ElasticRole } from './elastic/elastic-roles.ts';
export {
  openSqliteLibrary,
  type LibraryDamage,
  type SqliteLibraryOptions,
} from './library/sqlite/sqlite-library.ts';
export { copyReadable, type ReadableTable } from './sqlite/copy-readable.ts';
export { DamagedFile, isDamage, removeDatabase, setAside } from './sqlite/damage.ts';
export { makeDataFolder } from './sqlite/make-data-folder.ts';
export { inspectFiles } from './sqlite/inspect-files.ts';
export {
  compareWarcFileNames,
  isWarcFileName,
  lastWarcFileNameBefore,
} from './archive/warc/warc-file-name.ts';
export {
  keepPrivate,
  makePrivateFile,
  privateFileMode,
  privateFolderMode,
  type ExposedFile,
} from './sqlite/private-file.ts';
export { openDiskArchive, type DiskArchiveOptions } from './archive/disk/disk-archive.ts';
export { readWarc, type WarcRecord } from './archive/warc/read-warc.ts';
export { recordFault } from './archive/warc/record-fault.ts';
export { areHeadsWhole } from './archive/warc/warc-record.ts';
export { type WarcPosition } from './archive/warc/warc-stream.ts';
export { type OpenAt } from './archive/warc/gzip-members.ts';
export { ArchiveDamaged } from './archive/warc/warc-record.ts';
export { openSqliteState } from './state/sqlite/sqlite-state.ts';
export type { RedisOptions } from './state/redis/redis-state.ts';
export { settledKey, type SettledItem } from './state/settled.ts';
export { StateLost, StateUnreachable, StateEvicts, type StateRecord } from './state/state.ts';
export {
  type State,
  type StateKeeper,
  type StateReader,
  type StateWriter,
  type FrontierItem,
  type Settlement,
  type Added,
  type ArticleClaimed,
  type FingerprintEntry,
  type StateEntry,
  type Tally,
  type ItemFate,
  type FateFilter,
  type FateCount,
  type Retired,
} from './state/state.ts';
export { type ExpiredArticle, type RetentionRule } from './library/retention.ts';
export {
  LibraryTimeout,
  LibraryUnreachable,
  BadCursor,
  type ArticleLink,
  type Telling,
  type ChangeFilter,
  type ChangesPage,
  type ChangesRequest,
  type Library,
  type LibraryChange,
  type LibraryKeeper,
  type LibraryReader,
  type LibraryRecord,
  type LibraryWriter,
  type Deletion,
  type WriteResult,
} from './library/library.ts';
export type { ArticleOrigin } from './library/origin.ts';
export {
  ReindexRunning,
  ReindexRefused,
  type Reindexed,
  type ReindexOptions,
  type ReindexReport,
} from './library/reindex.ts';
export type { S3ArchiveOptions } from './archive/s3/s3-client.ts';
export { ArchiveUnreachable, type Archive, type ArchivedPage } from './archive/archive.ts';
export { dropUnreadableRecords } from './registry/unreadable-records.ts';
export { openSqliteRegistry, type SqliteRegistryOptions } from './registry/sqlite-registry.ts';
export {
  BadRecord,
  recordsOf,
  RegistryConflict,
  type PutOptions,
  type Records,
  type Registry,
  type RegistryRecord,
} from './registry/registry.ts';
export { changesCursorAt, isAfter } from './library/changes-place.ts';
export { indexedWord } from './library/query/index-tokens.ts';
export type { SearchMatcher } from './library/match/search-matcher.ts';
