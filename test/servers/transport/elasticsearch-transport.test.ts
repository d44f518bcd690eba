import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elasticRoles } from '../../../libs/store/src/elastic/elastic-roles.ts';
import { deleteNamespace } from '../../../libs/store/src/testing/delete-namespace.ts';
import { sampleArticle } from '../../../libs/store/src/testing/sample-article.ts';
import { newServersFolder, serverStartLimitMs } from '../start-servers.ts';
import { untilWithin } from '../../processes/until.ts';
import { copyInto, makeAuthority, type Authority, type Issued } from './authority.ts';
import { documentedKey } from './documented-rights.ts';
import { readinessOf, refusalOf, withMill, type OpenMill } from './open-mill.ts';
import { startSecureElasticsearch, type SecureElasticsearch } from './start-elasticsearch.ts';

type Change = Readonly<Record<string, string>>;
// The node runs as a user who must get through here.
const folder = newServersFolder();
chmodSync(folder, 0o755);
const files = mkdtempSync(join(folder, 'files-'));
const namespace = `transport-${randomBytes(4).toString('hex')}`;
const until = untilWithin(180_000, 50);
let first: Authority;
let second: Authority;
let good: Issued;
let clients: Authority;
let own: Issued;
let elasticsearch: SecureElasticsearch;
let apiKey: string;

const newKey = () =>
  elasticsearch.administer(async (client) => {
    const { encoded, id } = await client.security.createApiKey(documentedKey(namespace));
    return { encoded, id };
  });

/** Makes the user of the mill, with the rights of the writer, or gives it another password. */
const setPassword = (password: string) =>
  elasticsearch.administer(async (client) => {
    const { cluster, indices } = elasticRoles(namespace).writer;
    await client.security.putRole({
      name: namespace,
      cluster: [...cluster],
      indices: indices.map(({ names, privileges }) => ({ names: [...names], privileges: [...privileges] })),
    });
    await client.security.putUser({ username: namespace, password, roles: [namespace] });
  });

beforeAll(async () => {
  first = makeAuthority(folder, 'first');
  second = makeAuthority(folder, 'second');
  good = first.issue('server');
  clients = makeAuthority(folder, 'clients');
  own = clients.issue('newsmill', { name: 'newsmill' });
  elasticsearch = await startSecureElasticsearch(folder, good, { ca: clients.ca, one: own });
  apiKey = (await newKey()).encoded;
}, serverStartLimitMs);
afterAll(async () => {
  await elasticsearch?.administer(async (client) => {
    await deleteNamespace(client, namespace);
    await client.security.deleteUser({ username: namespace }, { ignore: [404] });
    await client.security.deleteRole({ name: namespace }, { ignore: [404] });
  });
  await elasticsearch?.close();
  rmSync(folder, { recursive: true, force: true });
});

const settings = (change: Change = {}, host = 'localhost'): Change => ({
  NEWSMILL_ELASTICSEARCH_URL: `https://${host}:${elasticsearch.port}`,
  NEWSMILL_ELASTICSEARCH_CA: first.ca,
  NEWSMILL_ELASTICSEARCH_CERTIFICATE: own.cert,
  NEWSMILL_ELASTICSEARCH_KEY: own.key,
  NEWSMILL_NAMESPACE: namespace,
  ...change,
});
const byKey = (change: Change = {}) => settings({ NEWSMILL_ELASTICSEARCH_API_KEY: apiKey, ...change });

/** Prepares library and registry, writes an article and finds it. */
async function roundTrip({ library, registry }: OpenMill): Promise<void> {
  await library.prepare();
  await registry.prepare();
  await registry.put('test', 'a', { found: true });
  expect((await registry.get('test', 'a'))?.value).toEqual({ found: true });
  await library.write([sampleArticle('over-tls', { title: 'Herring over the wire' })]);
  await library.refresh();
  const { items } = await library.search({
    query: { kind: 'term', text: 'herring', field: 'title' },
    sort: 'newest',
    limit: 10,
    facets: [],
  });
  expect(items.map(({ id }) => id)).toEqual(['over-tls']);
}
const ask = ({ library }: OpenMill) => library.prepare();

describe('library and registry over TLS', () => {
  it('work with a key that has the rights of the documents, which are those of the writer', async () => {
    expect(documentedKey('newsmill')).toEqual({
      name: 'newsmill',
      role_descriptors: { writer: elasticRoles('newsmill').writer },
    });
    await withMill(byKey(), roundTrip);
  });

  it('work with user and password', async () => {
    await setPassword('of-the-mill-1');
    await withMill(
      settings({
        NEWSMILL_ELASTICSEARCH_USERNAME: namespace,
        NEWSMILL_ELASTICSEARCH_PASSWORD: 'of-the-mill-1',
      }),
      roundTrip,
    );
  });

  it('refuse what they cannot trust, and Elasticsearch who is wrong: with server and setting, without the secret', async () => {
    const wrong = byKey({ NEWSMILL_ELASTICSEARCH_API_KEY: `${apiKey.slice(0, -6)}AAAA==` });
    const said = [
      await refusalOf(wrong, ask),
      await refusalOf(
        settings({
          NEWSMILL_ELASTICSEARCH_USERNAME: namespace,
          NEWSMILL_ELASTICSEARCH_PASSWORD: 'wrong-password',
        }),
        ask,
      ),
      await refusalOf(byKey({ NEWSMILL_ELASTICSEARCH_CA: second.ca }), ask),
      await refusalOf(byKey({ NEWSMILL_ELASTICSEARCH_CA: '' }), ask),
      await refusalOf(settings({ NEWSMILL_ELASTICSEARCH_API_KEY: apiKey }, '127.0.0.1'), ask),
    ];
    await elasticsearch.show(first.issue('old', { hasExpired: true }));
    said.push(await refusalOf(byKey(), ask));
    await elasticsearch.show(good);
    const login =
      /^LibraryUnreachable: the library at https:\/\/localhost:\d+ cannot be used: it refuses the user or key; correct NEWSMILL_ELASTICSEARCH_API_KEY, or NEWSMILL_ELASTICSEARCH_USERNAME and NEWSMILL_ELASTICSEARCH_PASSWORD$/;
    expect(said).toEqual([
      expect.stringMatching(login),
      expect.stringMatching(login),
      expect.stringMatching(/authority that is not known here; name .* in NEWSMILL_ELASTICSEARCH_CA$/),
      expect.stringMatching(/authority that is not known here; name .* in NEWSMILL_ELASTICSEARCH_CA$/),
      expect.stringMatching(/https:\/\/127\.0\.0\.1:\d+ .*for other names.*in NEWSMILL_ELASTICSEARCH_URL/),
      expect.stringMatching(/has expired; renew it at the server/),
    ]);
    expect(said.join('\n')).not.toMatch(/wrong-password|of-the-mill/);
    expect(said.join('\n')).not.toContain(apiKey.slice(0, 12));
    expect(await readinessOf(wrong, 'library')).toMatch(
      /it refuses the user or key; correct NEWSMILL_ELASTIC/,
    );
  });

  it('say that a certificate is wanted, or another one', async () => {
    const stranger = second.issue('stranger', { name: 'stranger' });
    const said = [
      await refusalOf(byKey({ NEWSMILL_ELASTICSEARCH_CERTIFICATE: '', NEWSMILL_ELASTICSEARCH_KEY: '' }), ask),
      await refusalOf(
        byKey({
          NEWSMILL_ELASTICSEARCH_CERTIFICATE: stranger.cert,
          NEWSMILL_ELASTICSEARCH_KEY: stranger.key,
        }),
        ask,
      ),
    ];
    for (const text of said)
      expect(text).toMatch(
        /^LibraryUnreachable: the library at https:\/\/localhost:\d+ .*certificate.*NEWSMILL_ELASTICSEARCH_CERTIFICATE$/,
      );
  });

  it('name the rights that a key has not', async () => {
    const { encoded } = await elasticsearch.administer((client) =>
      client.security.createApiKey({ name: 'poor', role_descriptors: { poor: { cluster: ['monitor'] } } }),
    );
    expect(await refusalOf(byKey({ NEWSMILL_ELASTICSEARCH_API_KEY: encoded }), ask)).toMatch(
      /it forbids this .*docs\/transport\.md/,
    );
  });
});

describe('files that change', () => {
  it('count for the next connection and request: authority, key', async () => {
    const [ca, key] = [join(files, 'ca.pem'), join(files, 'key')];
    copyInto(ca, first.ca);
    const [one, other] = [await newKey(), await newKey()];
    writeFileSync(key, `${one.encoded}\n`);
    await withMill(
      settings({ NEWSMILL_ELASTICSEARCH_CA: ca, NEWSMILL_ELASTICSEARCH_API_KEY_FILE: key }),
      async (mill) => {
        await roundTrip(mill);
        writeFileSync(key, `${other.encoded}\n`);
        await elasticsearch.administer((client) => client.security.invalidateApiKey({ ids: [one.id] }));
        await roundTrip(mill);
        copyInto(ca, second.ca);
        await elasticsearch.show(second.issue('server'));
        await elasticsearch.endConnections();
        await until('the library goes on', () =>
          ask(mill).then(
            () => true,
            () => false,
          ),
        );
        await roundTrip(mill);
        expect(mill.changed).toEqual(
          expect.arrayContaining([
            { setting: 'NEWSMILL_ELASTICSEARCH_API_KEY_FILE', secret: other.encoded },
            {
              setting:
                'NEWSMILL_ELASTICSEARCH_CA, NEWSMILL_ELASTICSEARCH_CERTIFICATE, NEWSMILL_ELASTICSEARCH_KEY',
            },
          ]),
        );
      },
    );
  });

  it('count for the next connection and request: certificate of the client, password', async () => {
    const [cert, key, password] = [join(files, 'own.pem'), join(files, 'own.key'), join(files, 'password')];
    const show = (issued: Issued): void => {
      copyInto(key, issued.key);
      copyInto(cert, issued.cert);
    };
    show(second.issue('stranger-at-first', { name: 'stranger' }));
    await setPassword('of-the-mill-1');
    writeFileSync(password, 'of-the-mill-1');
    await elasticsearch.show(good);
    const byFiles = settings({
      NEWSMILL_ELASTICSEARCH_CERTIFICATE: cert,
      NEWSMILL_ELASTICSEARCH_KEY: key,
      NEWSMILL_ELASTICSEARCH_USERNAME: namespace,
      NEWSMILL_ELASTICSEARCH_PASSWORD_FILE: password,
    });
    await withMill(byFiles, async (mill) => {
      await expect(ask(mill)).rejects.toThrow(/certificate.*NEWSMILL_ELASTICSEARCH_CERTIFICATE$/);
      show(clients.issue('renewed', { name: 'newsmill' }));
      await roundTrip(mill);
      await setPassword('of-the-mill-2');
      await expect(ask(mill)).rejects.toThrow(/it refuses the user or key/);
      writeFileSync(password, 'of-the-mill-2');
      await roundTrip(mill);
      expect(mill.changed).toEqual(
        expect.arrayContaining([
          {
            setting:
              'NEWSMILL_ELASTICSEARCH_CA, NEWSMILL_ELASTICSEARCH_CERTIFICATE, NEWSMILL_ELASTICSEARCH_KEY',
          },
          { setting: 'NEWSMILL_ELASTICSEARCH_PASSWORD_FILE', secret: 'of-the-mill-2' },
        ]),
      );
    });
  });
});
