export { openSqliteFile, type SqliteFile, type SqliteFileOptions } from './sqlite-file.ts';
export { articleMapping, besideFields } from './elastic-fields.ts';
export { openElasticLibrary } from './elastic-library.ts';
export { type ElasticOptions } from './elastic-client.ts';
export { elasticRoles, type ElasticRole } from './elastic-roles.ts';
export { openSqliteLibrary, type SqliteLibraryOptions } from './sqlite-library.ts';
export { openDiskArchive, type DiskArchiveOptions } from './disk-archive.ts';
export { readWarc, type WarcRecord } from './read-warc.ts';
export { type WarcPosition } from './warc-stream.ts';
export { type OpenAt } from './gzip-members.ts';
export { ArchiveDamaged } from './warc-record.ts';
export { openSqliteState } from './sqlite-state.ts';
export { openRedisState, type RedisOptions } from './redis-state.ts';
export { StateLost, StateUnreachable, StateEvicts, type StateRecord } from './state.ts';
export {
  type State,
  type FrontierItem,
  type Settlement,
  type Added,
  type ArticleClaim,
  type ArticleClaimed,
  type FingerprintEntry,
  type FingerprintCandidate,
  type StateEntry,
  type Tally,
  type ItemFate,
  type FateFilter,
  type FateCount,
} from './state.ts';
export { type ExpiredArticle, type RetentionRule } from './retention.ts';
export {
  LibraryTimeout,
  LibraryUnreachable,
  BadCursor,
  mostChanges,
  type ArticleLink,
  type ChangeFilter,
  type ChangesPage,
  type ChangesRequest,
  type Library,
  type LibraryChange,
  type LibraryRecord,
  type Removal,
  type WriteResult,
} from './library.ts';
export {
  ReindexRunning,
  ReindexRefused,
  type Reindexed,
  type ReindexOptions,
  type ReindexReport,
} from './reindex.ts';
export { openS3Archive } from './s3-archive.ts';
export { type S3ArchiveOptions } from './s3-client.ts';
export { ArchiveUnreachable, type Archive, type ArchivedPage } from './archive.ts';
export { openSqliteRegistry, type SqliteRegistryOptions } from './sqlite-registry.ts';
export { openElasticRegistry } from './elastic-registry.ts';
export {
  BadRecord,
  recordsOf,
  RegistryConflict,
  type PutOptions,
  type Records,
  type Registry,
  type RegistryRecord,
} from './registry.ts';
export { changesCursorAt } from './changes-place.ts';
