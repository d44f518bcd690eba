import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, errors } from '@elastic/elasticsearch';
import { serverStartLimitMs } from '../../../../test/servers/start-servers.ts';
import { elasticSuite } from '../testing/elastic-suite.ts';
import { sampleArticle } from '../testing/sample-article.ts';
import { elasticRoles } from './elastic-roles.ts';

const suite = elasticSuite('guardedElasticsearch');
const { namespace } = suite;

/**
 * A key that may do what a role may do. Users would not do: here they have the rights of who gives no name as
 * well.
 */
async function keyOf(part: 'reader' | 'writer'): Promise<string> {
  const { cluster, indices } = elasticRoles(namespace)[part];
  const role = {
    cluster: [...cluster],
    indices: indices.map(({ names, privileges }) => ({ names: [...names], privileges: [...privileges] })),
  };
  return (
    await suite.client().security.createApiKey({
      name: `${namespace}-${part}`,
      role_descriptors: { [part]: role },
      expiration: '1h',
    })
  ).encoded;
}

/** Whether a request is refused for want of rights. */
async function isRefused(request: Promise<unknown>): Promise<boolean> {
  try {
    await request;
    return false;
  } catch (error) {
    if (error instanceof errors.ResponseError && error.statusCode === 403) return true;
    throw error;
  }
}

describe('roles of Elasticsearch', () => {
  let reader: Client;
  let writer: Client;
  let month: string;
  beforeAll(async () => {
    const writerKey = await keyOf('writer');
    reader = new Client({ node: suite.url(), auth: { apiKey: await keyOf('reader') } });
    writer = new Client({ node: suite.url(), auth: { apiKey: writerKey } });
    const library = suite.open({ auth: { apiKey: writerKey } });
    await library.prepare();
    await library.write([sampleArticle('a', { firstSeen: '2026-10-01T00:00:00Z' })]);
    await library.refresh();
    month = (await suite.client().search({ index: `${namespace}-articles` })).hits.hits[0]?._index ?? '';
  }, serverStartLimitMs);
  afterAll(async () => {
    await reader.close();
    await writer.close();
  });

  it('lets the reader ask who the server is and how it is, as clients and dashboards do before anything else', async () => {
    expect((await reader.info()).version.number).toMatch(/^8\./);
    // What other suites have on the node may be just coming.
    expect((await reader.cluster.health({ wait_for_status: 'green' })).status).toBe('green');
    expect(await reader.cat.health({ format: 'json' })).toMatchObject([
      { status: expect.stringMatching(/^(green|yellow)$/) },
    ]);
    expect(await reader.cat.count({ index: `${namespace}-articles`, format: 'json' })).toMatchObject([
      { count: '1' },
    ]);
    expect(await reader.indices.getMapping({ index: `${namespace}-articles` })).toHaveProperty([month]);
    expect(
      (await reader.fieldCaps({ index: `${namespace}-articles`, fields: 'published' })).fields,
    ).toHaveProperty('published');
  });
  it('lets the reader search the alias and read one article', async () => {
    const { hits } = (await reader.search({ index: `${namespace}-articles` })).hits;
    expect(hits.map(({ _index }) => _index)).toEqual([month]);
    expect((await reader.get({ index: month, id: hits[0]?._id ?? '' })).found).toBe(true);
  });
  it('refuses the reader everything else', async () => {
    const refused = await Promise.all([
      isRefused(reader.index({ index: month, id: 'x', document: { title: 'x' } })),
      isRefused(reader.indices.delete({ index: month })),
      isRefused(reader.indices.create({ index: `${namespace}-other` })),
      isRefused(reader.search({ index: '.security-7' })),
      isRefused(reader.cluster.putSettings({ persistent: { 'action.auto_create_index': 'true' } })),
      isRefused(reader.cluster.state()),
      isRefused(reader.cat.indices()),
      isRefused(reader.nodes.stats()),
      isRefused(reader.security.getUser()),
    ]);
    expect(refused).toEqual(refused.map(() => true));
  });
  it('lets the writer put months back behind an alias that somebody deleted', async () => {
    const alias = `${namespace}-articles`;
    await suite.client().indices.deleteAlias({ index: `${alias}-v*`, name: alias });
    const library = suite.open({ auth: { apiKey: await keyOf('writer') } });
    await library.prepare();
    expect(Object.keys(await suite.client().indices.getAlias({ name: alias }))).toContain(month);
  });
  it('refuses the writer users and other indices', async () => {
    expect(
      await isRefused(
        writer.security.putUser({
          username: `${namespace}-more`,
          password: 'only-for-this-test',
          roles: ['superuser'],
        }),
      ),
    ).toBe(true);
    expect(await isRefused(writer.index({ index: 'some-other-index', document: { title: 'x' } }))).toBe(true);
  });
});
