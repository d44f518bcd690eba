import type { SiteArticle, SiteSighting } from '@newsmill/contracts';
import type { StateRecord } from '../state.ts';
import { exportSitesScript, importSitesScript, readSitesScript, recordSightingsScript } from './lua/sites.ts';
import type { RedisConnection } from './redis-connection.ts';
import { chunksOf } from '../chunks-of.ts';
import { replyList, replyText } from './reply.ts';

type SiteRecord = Extract<StateRecord, { kind: 'site' }>;

/** Sites of one run of a script: each is up to 16 KB. */
const mostSites = 100;

/** The part of the state that remembers what the articles of a site have in common. */
export class RedisSites {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async read(names: readonly string[]): Promise<Map<string, readonly SiteArticle[]>> {
    const replies = await Promise.all(
      chunksOf(names, mostSites).map((chunk) => this.#redis.run(readSitesScript, chunk)),
    );
    const found = replies.flatMap(replyList).map(readArticles);
    return new Map(
      names.flatMap((name, i) => (found[i] === undefined || found[i].length === 0 ? [] : [[name, found[i]]])),
    );
  }

  async record(sightings: readonly SiteSighting[], now: number): Promise<void> {
    const args = (chunk: readonly SiteSighting[]) =>
      chunk.flatMap(({ site, item, lines, replaces }) => [site, item, lines, replaces.length, ...replaces]);
    await Promise.all(
      chunksOf(sightings, mostSites).map((chunk) =>
        this.#redis.run(recordSightingsScript, [now, ...args(chunk)]),
      ),
    );
  }

  async import(sites: readonly SiteRecord[]): Promise<void> {
    const args = (chunk: readonly SiteRecord[]) =>
      chunk.flatMap(({ site, seenAt, articles }) => [
        site,
        seenAt,
        2 * articles.length,
        ...articles.flatMap(({ item, lines }) => [item, lines]),
      ]);
    await Promise.all(
      chunksOf(sites, mostSites).map((chunk) => this.#redis.run(importSitesScript, args(chunk))),
    );
  }

  async *records(): AsyncGenerator<StateRecord> {
    for (let cursor = '0'; cursor !== ''; ) {
      const [next, page] = replyList(await this.#redis.run(exportSitesScript, [cursor]));
      for (const reply of replyList(page)) {
        const [site, seenAt, articles] = replyList(reply);
        yield {
          kind: 'site',
          site: replyText(site),
          seenAt: Number(replyText(seenAt)),
          articles: readArticles(articles),
        };
      }
      cursor = replyText(next);
    }
  }
}

function readArticles(reply: unknown): SiteArticle[] {
  const texts = replyList(reply).map(replyText);
  return Array.from({ length: texts.length / 2 }, (_, i) => ({
    item: texts[2 * i] ?? '',
    lines: texts[2 * i + 1] ?? '',
  }));
}
