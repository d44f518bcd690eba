import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@elastic/elasticsearch';
import { openClient, type NewsmillClient } from '@newsmill/client';
import { openElasticLibrary, openSqliteLibrary, type Library } from '@newsmill/store';
import { serverStartLimitMs, startServers, type Servers } from '../../../test/servers/start-servers.ts';
import { cookbookArticles, cookbookLinks, withdrawnIds } from './testing/cookbook-articles.ts';
import { readRecipes, type Recipe } from './testing/read-recipes.ts';
import { openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';

const namespace = `test-${randomBytes(6).toString('hex')}`;
let servers: Servers;
let elastic: Client;
const recipes = readRecipes();
const folder = mkdtempSync(join(tmpdir(), 'newsmill-cookbook-'));
const apps: SeededApp[] = [];
const clients: Record<string, NewsmillClient> = {};

async function fill(library: Library): Promise<void> {
  await library.prepare();
  await library.write(cookbookArticles);
  await library.link(cookbookLinks);
  await library.remove(withdrawnIds.map((id) => ({ id, version: 1 })));
  await library.refresh();
}

beforeAll(async () => {
  servers = await startServers(['elasticsearch']);
  const { url } = servers.elasticsearch;
  elastic = new Client({ node: url });
  const libraries = {
    sqlite: await openSqliteLibrary({ path: join(folder, 'library.sqlite'), searchLimitMs: 60_000 }),
    elasticsearch: await openElasticLibrary({ url, namespace, searchLimitMs: 60_000 }),
  };
  for (const [form, library] of Object.entries(libraries)) {
    await fill(library);
    const app = await openSeededApp({ library, now: Date.now });
    apps.push(app);
    clients[form] = openClient({ address: app.address, key: seededKey });
  }
}, serverStartLimitMs);
afterAll(async () => {
  for (const app of apps) {
    await app.close();
    await app.ports.library.close();
  }
  await deleteNamespace();
  await elastic.close();
  await servers.close();
  rmSync(folder, { recursive: true, force: true });
}, serverStartLimitMs);

async function deleteNamespace(): Promise<void> {
  await elastic.indices.delete({ index: `${namespace}-*`, ignore_unavailable: true });
  await elastic.indices.deleteIndexTemplate({ name: `${namespace}-*` }, { ignore: [404] });
  await elastic.cluster.deleteComponentTemplate({ name: `${namespace}-*` }, { ignore: [404] });
}

type Counts = readonly (readonly [string, number])[];
interface Found {
  readonly ids?: readonly string[];
  readonly counts?: Counts;
}
interface Counted {
  readonly value?: string;
  readonly start?: string;
  readonly count: number;
}

/** What the API answers to a recipe, through the client. */
async function askClient(
  client: NewsmillClient,
  { path, pathParameters, query, read, saved }: Recipe,
): Promise<Found> {
  const kept = saved === undefined ? undefined : await client.POST('/api/v1/saved-searches', { body: saved });
  const { data } = await client.request('get', path as '/api/v1/search', {
    params: { path: kept?.data === undefined ? pathParameters : { id: kept.data.id }, query } as object,
  });
  const body = data as unknown as {
    readonly id: string;
    readonly items: readonly (Counted & { readonly id: string })[];
    readonly facets: { readonly source: readonly Counted[] };
  };
  if (read === 'article') return { ids: [body.id] };
  if (read === 'feed') return { ids: body.items.map(({ id }) => id.replace('urn:newsmill:article:', '')) };
  if (read === undefined) return { ids: body.items.map(({ id }) => id) };
  const counted = read === 'facets.source' ? body.facets.source : body.items;
  return {
    counts: counted
      .filter(({ count }) => count > 0)
      .map(({ value, start, count }) => [value ?? start?.slice(0, 10) ?? '', count]),
  };
}

/** What Elasticsearch answers to the DSL of a recipe, through the alias. */
async function askElastic({ dsl, ids }: Recipe): Promise<Found> {
  const answer = await elastic.search({ index: `${namespace}-articles`, ...dsl });
  if (ids !== undefined) return { ids: answer.hits.hits.map(({ _id: id }) => id ?? '') };
  const [aggregate] = Object.values(answer.aggregations ?? {}) as unknown as {
    readonly buckets: readonly {
      readonly key: string;
      readonly key_as_string?: string;
      readonly doc_count: number;
    }[];
  }[];
  return {
    counts: aggregate?.buckets.map(({ key, key_as_string: text, doc_count: count }) => [text ?? key, count]),
  };
}

/** Where the question names no order of its own, that of the ids says nothing. */
function inOrder(recipe: Recipe, found: Found): Found {
  const isOrdered =
    recipe.ids === undefined || recipe.query?.['sort'] !== undefined || recipe.query?.['limit'] !== undefined;
  return isOrdered || found.ids === undefined ? found : { ids: found.ids.toSorted() };
}

describe('the cookbook', () => {
  it('has at least 25 recipes, each once', () => {
    expect(recipes.length).toBeGreaterThanOrEqual(25);
    expect(new Set(recipes.map(({ id }) => id)).size).toBe(recipes.length);
  });
  const expected = ({ ids, counts }: Recipe): Found => (ids === undefined ? { counts } : { ids });
  it.each(recipes)('$id: by the client on the embedded form', async (recipe) => {
    expect(inOrder(recipe, await askClient(clients['sqlite']!, recipe))).toEqual(
      inOrder(recipe, expected(recipe)),
    );
  });
  it.each(recipes)('$id: by the client on Elasticsearch', async (recipe) => {
    expect(inOrder(recipe, await askClient(clients['elasticsearch']!, recipe))).toEqual(
      inOrder(recipe, expected(recipe)),
    );
  });
  it.each(recipes)('$id: by plain DSL', async (recipe) => {
    expect(inOrder(recipe, await askElastic(recipe))).toEqual(inOrder(recipe, expected(recipe)));
  });
});
