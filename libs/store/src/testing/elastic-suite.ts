import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { Client } from '@elastic/elasticsearch';
import { serverStartLimitMs, startServers, type Servers } from '../../../../test/servers/start-servers.ts';
import type { ElasticOptions } from '../elastic/elastic-client.ts';
import { elasticNames } from '../elastic/elastic-names.ts';
import { openElasticLibrary } from '../library/elastic/elastic-library.ts';
import type { Library } from '../library/library.ts';
import { deleteNamespace } from './delete-namespace.ts';
import type { LibraryPlace } from './library-samples.ts';

/** What a suite on a real Elasticsearch needs; its namespace is deleted at the end. */
export interface ElasticSuite {
  readonly namespace: string;
  servers(): Servers;
  client(): Client;
  url(): string;
  /** A library, closed after the suite. */
  open(options?: Partial<ElasticOptions>): Library;
  /**
   * Where libraries of one test lie, empty. Templates of a test before it are used again, and indices that it never
   * touched: making all of them anew is most of what a small test costs the server.
   */
  makePlace(options?: Partial<ElasticOptions>): LibraryPlace;
}

/** A guard against hanging, milliseconds: a server that six suites share answers late at times. */
const searchLimitMs = 60_000;

/** Leaves those indices alone that are as they were made; the others go, and all that a reindex built. */
async function emptyPlace(client: Client, place: string): Promise<void> {
  const { readMonth } = elasticNames(place);
  const { indices = {} } = await client.indices.stats({
    index: `${place}-*`,
    metric: 'docs',
    level: 'shards',
  });
  const used = Object.entries(indices)
    .filter(
      ([index, { shards = {} }]) =>
        (readMonth(index)?.build ?? 1) > 1 ||
        Object.values(shards)
          .flat()
          .some(({ seq_no: operations }) => operations?.max_seq_no !== -1),
    )
    .map(([index]) => index);
  if (used.length > 0) await client.indices.delete({ index: used, ignore_unavailable: true });
}

/** Starts the server, the plain one or that with roles, before the tests of the file and cleans up after them. */
export function elasticSuite(
  server: 'elasticsearch' | 'guardedElasticsearch' = 'elasticsearch',
): ElasticSuite {
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  const libraries: Library[] = [];
  let started: { readonly servers: Servers; readonly client: Client } | undefined;
  const running = () => {
    if (started === undefined) throw new Error('the servers are not started yet');
    return started;
  };
  beforeAll(async () => {
    const servers = await startServers([server]);
    started = { servers, client: new Client({ node: servers[server].url }) };
  }, serverStartLimitMs);
  afterAll(async () => {
    for (const library of libraries) await library.close();
    const { servers, client } = running();
    await deleteNamespace(client, namespace);
    await client.close();
    await servers.close();
  }, serverStartLimitMs);
  const url = () => running().servers[server].url;
  const empty: string[] = [];
  let made = 0;
  const makePlace: ElasticSuite['makePlace'] = (options) => {
    const own = empty.pop() ?? `${namespace}-place-${(made += 1)}`;
    return {
      open: async () => openElasticLibrary({ url: url(), namespace: own, searchLimitMs, ...options }),
      destroy: async () => {
        await emptyPlace(running().client, own);
        empty.push(own);
      },
    };
  };
  return {
    namespace,
    servers: () => running().servers,
    client: () => running().client,
    url,
    makePlace,
    open: (change) => {
      const library = openElasticLibrary({ url: url(), namespace, searchLimitMs, ...change });
      libraries.push(library);
      return library;
    },
  };
}
