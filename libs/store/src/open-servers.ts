import type { SearchRequest } from '@newsmill/contracts';
import type { Archive } from './archive/archive.ts';
import type { S3ArchiveOptions } from './archive/s3/s3-client.ts';
import type { ElasticOptions } from './elastic/elastic-client.ts';
import type { Library } from './library/library.ts';
import type { SearchMatcher } from './library/match/search-matcher.ts';
import type { Registry } from './registry/registry.ts';
import type { RedisOptions } from './state/redis/redis-state.ts';
import type { State } from './state/state.ts';

// The clients of servers are loaded when a form with a server is opened: a quarter of a second that nobody
// else waits for.

/**
 * The distributed library. Asks nothing of the network until it is used; `prepare` says whether it can be.
 */
export async function openElasticLibrary(options: ElasticOptions): Promise<Library> {
  return (await import('./library/elastic/elastic-library.ts')).openElasticLibrary(options);
}

/**
 * The distributed registry: one index beside those of the articles, which readers of articles need no right
 * for. Asks nothing of the network until it is used.
 */
export async function openElasticRegistry(options: ElasticOptions): Promise<Registry> {
  return (await import('./registry/elastic-registry.ts')).openElasticRegistry(options);
}

/**
 * The distributed state, in one Redis of 6.2 or later (no cluster) with maxmemory-policy noeviction. Opening
 * asks nothing and does not fail. `sentinels`: the one that they name as the primary, whichever that is. Each call is
 * one round trip; more than 500 items go as several scripts of
 * that trip, each atomic. While Redis is away operations throw StateUnreachable after a bounded time.
 */
export async function openRedisState(options: RedisOptions): Promise<State> {
  return (await import('./state/redis/redis-state.ts')).openRedisState(options);
}

/**
 * Raw pages in a bucket of an S3 server. Objects are WARC 1.1 files under the same names as on disk, so a
 * disk archive's files can be put in as they are; new pages of a burst share one object. Any number of
 * processes may use one prefix. In a bucket that keeps versions, a removed page stays among the old versions:
 * give such a bucket a rule that ends them.
 */
export async function openS3Archive(options: S3ArchiveOptions): Promise<Archive> {
  return (await import('./archive/s3/s3-archive.ts')).openS3Archive(options);
}

/** Matches articles against many searches. Loads what makes stems. */
export async function openSearchMatcher(): Promise<SearchMatcher> {
  return new (await import('./library/match/search-matcher.ts')).SearchMatcher();
}

/**
 * What Elasticsearch is asked for a search: its query and order, exactly as the distributed library asks. Not for
 * groups (`collapse`), nor for fused orders, which take two questions. `now`: epoch milliseconds. Asks nothing
 * of the network. Throws RangeError when the query is beyond all measure.
 */
export async function elasticSearchBody(
  request: SearchRequest,
  now: number,
): Promise<{ readonly query: object; readonly sort: readonly unknown[] }> {
  return (await import('./library/elastic/search/elastic-body.ts')).elasticBody(request, now);
}
