import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Source, type ArticleDocument, type Rights, type UseDecision } from '@newsmill/contracts';
import { changesCursorAt } from '@newsmill/store';
import { remoteDesk } from './agents/remote-desk.ts';
import { openSeededApp, type SeededApp } from './testing/seeded-app.ts';
import { seededArticles } from './testing/seeded-articles.ts';

const denied = (value: string): UseDecision => ({
  decision: 'denied',
  rules: [{ source: 'meta robots', value }],
});
const nosnippet: Rights = {
  snippet: denied('nosnippet'),
  fullText: denied('nosnippet'),
  reserved: ['snippet', 'fullText'],
};
const noai: Rights = {
  export: denied('noai'),
  agents: denied('noai'),
  training: denied('noai'),
  reserved: ['export', 'agents', 'training'],
};
const training: Rights = { training: denied('train-ai=n'), reserved: ['training'] };
const over: Rights = { reserved: ['later'], unavailableAfter: '2020-01-01T00:00:00.000Z' };

/** The word stands in everything that is text of the article. */
function article(id: string, rights: Rights, sourceId = 'far-wire'): ArticleDocument {
  const [sample] = seededArticles();
  const text = `The lantern of ${id} is called ${id}secret, people say.`;
  return {
    ...(sample as ArticleDocument),
    id,
    uri: `urn:newsmill:article:${id}`,
    url: `https://far-wire.example/${id}`,
    title: `Lantern ${id}`,
    subtitle: text,
    summary: text,
    content: text,
    contentHtml: `<p>${text}</p>`,
    blocks: [{ kind: 'paragraph', text }],
    images: [],
    facts: [],
    language: 'en',
    version: 9,
    sourceId,
    storyId: 'lantern',
    familyId: undefined,
    duplicateOf: undefined,
    firstSeen: new Date().toISOString(),
    rights,
  };
}
const articles = [
  article('nosnippet', nosnippet),
  article('noai', noai),
  article('training', training),
  article('over', over),
  article('granted', { ...nosnippet, ...noai, reserved: [] }, 'granted-post'),
];
const granted = Source.parse({
  id: 'granted-post',
  name: 'Granted Post',
  channels: [{ url: 'https://granted-post.example/feed' }],
  rights: {
    ground: 'Contract of 3 January 2026 with Granted Post, section 4',
    allow: ['snippet', 'fullText', 'export', 'agents'],
  },
});

let app: SeededApp;
beforeAll(async () => {
  app = await openSeededApp();
  const { folder } = app.ports;
  const known = [...folder.sources(), granted];
  Object.assign(folder, {
    sources: () => known,
    sourceOf: (id: string) => known.find((source) => source.id === id),
  });
  const earlier = articles.map((document) => ({
    ...document,
    version: 8,
    content: `Once ${document.content}`,
  }));
  await app.ports.library.write([...earlier, ...articles]);
  await app.ports.library.refresh();
});
afterAll(async () => {
  await app.close();
});

const get = async (path: string): Promise<string> => (await fetch(`${app.address}${path}`)).text();
const told = (text: string): string[] =>
  articles.map(({ id }) => id).filter((id) => text.includes(`${id}secret`));

describe('what publishers reserve', () => {
  it.each([
    ['search', '/api/v1/search?q=lantern&limit=50'],
    ['search by the words of the text', '/api/v1/search?q=people+say+lantern&limit=50'],
    ['related articles', '/api/v1/articles/training/related?limit=20'],
    ['RSS', '/api/v1/search.rss?q=lantern&limit=50'],
    ['Atom', '/api/v1/search.atom?q=lantern&limit=50'],
    ['JSON Feed', '/api/v1/search.json?q=lantern&limit=50'],
    ['the console', '/?q=lantern'],
  ])('shows in %s no piece of what must not be shown', async (_, path) => {
    const text = await get(path);
    expect(told(text)).not.toContain('nosnippet');
    expect(told(text)).not.toContain('over');
    expect(text).toMatch(/Lantern(?:<\/mark>)? (?:nosnippet|noai)/);
    expect(text).not.toMatch(/Lantern(?:<\/mark>)? over/);
  });

  it.each(['', '.md', '.ninjs', '.jsonld', '/versions', '/diff'])(
    'gives one article%s without its text, and says why',
    async (ending) => {
      expect(told(await get(`/api/v1/articles/nosnippet${ending}`))).toEqual([]);
      expect(told(await get(`/api/v1/articles/noai${ending}`))).toEqual(['noai']);
      expect(told(await get(`/api/v1/articles/granted${ending}`))).toEqual(['granted']);
      expect(await get(`/api/v1/articles/over${ending}`)).toContain('unavailable_after');
    },
  );

  it('names the rule in JSON and in the console', async () => {
    const found: unknown = JSON.parse(await get('/api/v1/articles/nosnippet'));
    expect(found).toMatchObject({
      content: '',
      rights: { withheld: [expect.stringMatching(/nosnippet \(meta robots\)/), expect.any(String)] },
    });
    const page = await get('/articles/nosnippet');
    expect(told(page)).toEqual([]);
    expect(page).toContain('nosnippet (meta robots)');
    expect(await get('/articles/over')).not.toContain('oversecret');
  });

  it.each(['ndjson', 'ninjs', 'csv&fields=title,content,summary'])(
    'exports %s without reserved texts',
    async (format) => {
      expect(told(await get(`/api/v1/export?format=${format}`))).toEqual(['training', 'granted']);
      expect(told(await get(`/api/v1/export?format=${format}&use=training`))).toEqual([]);
    },
  );

  it('tells event streams of articles, without reserved pieces', async () => {
    const stop = new AbortController();
    const answer = await fetch(
      `${app.address}/api/v1/search/events?q=lantern&after=${changesCursorAt(Date.now() - 600_000)}`,
      { signal: stop.signal },
    );
    let text = '';
    for await (const piece of answer.body ?? []) {
      text += Buffer.from(piece).toString();
      if (text.includes('Lantern granted')) break;
    }
    stop.abort();
    expect(text).toContain('Lantern nosnippet');
    expect(text).not.toContain('Lantern over');
    expect(told(text)).toEqual(['noai', 'training', 'granted']);
  });

  it('gives agents nothing that is reserved against them, near and far', async () => {
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', app.address)));
    const ask = async (name: string, input: object) =>
      JSON.stringify(await client.callTool({ name, arguments: { ...input } }));
    expect(told(await ask('search_articles', { query: 'lantern', limit: 25, maxTokens: 20_000 }))).toEqual([
      'training',
      'granted',
    ]);
    for (const { id } of articles)
      expect([id, told(await ask('get_article', { id }))]).toEqual([
        id,
        id === 'training' || id === 'granted' ? [id] : [],
      ]);
    for (const id of ['nosnippet', 'noai']) {
      expect(told(await ask('article_history', { id }))).toEqual([]);
      expect(told(await ask('explain', { id, query: 'lantern' }))).toEqual([]);
      expect(JSON.stringify(await client.readResource({ uri: `newsmill://article/${id}` }))).not.toContain(
        'secret',
      );
    }
    expect(told(await ask('related', { id: 'training', limit: 25, maxTokens: 20_000 }))).not.toContain(
      'noai',
    );
    expect(await ask('get_article', { id: 'noai' })).toContain('noai (meta robots)');
    await client.close();
    const far = remoteDesk({ url: app.address });
    expect(told(JSON.stringify(await far.search({ q: 'lantern', limit: 50 })))).toEqual([
      'training',
      'granted',
    ]);
    expect(JSON.stringify(await far.history('noai'))).not.toContain('secret');
    expect(JSON.stringify(await far.history('granted'))).toContain('Once The lantern');
    expect((await far.article('noai'))?.content).toBe('');
    expect((await far.article('granted'))?.content).toContain('grantedsecret');
    expect(told(JSON.stringify(await far.related('training', 20)))).not.toContain('noai');
  });

  it('finds what is reserved by its use', async () => {
    const found: { items: { id: string }[] } = JSON.parse(
      await get('/api/v1/search?q=reserved:training&limit=50'),
    );
    expect(found.items.map(({ id }) => id).sort()).toEqual(['noai', 'training']);
  });

  it('shows what a source file allows', async () => {
    expect(await get('/api/v1/sources')).toContain('Contract of 3 January 2026');
    expect(await get('/sources')).toContain('Contract of 3 January 2026');
  });
});
