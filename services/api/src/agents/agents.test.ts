import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { ArticleDocument } from '@newsmill/contracts';
import { alertRecords, listChanges, listKeys, readDead } from '@newsmill/operate';
import { injections } from '../testing/injections.ts';
import { ordersIn, outsideOfMarks } from '../testing/obedient-model.ts';
import { openSeededApp, waitingUrl, type SeededApp } from '../testing/seeded-app.ts';
import { seededArticles, seededId } from '../testing/seeded-articles.ts';
import { agentTools } from './agent-server.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { remoteDesk } from './remote-desk.ts';

let app: SeededApp;
let client: Client;
beforeAll(async () => {
  app = await openSeededApp();
  client = await connect();
});
afterAll(async () => {
  await client.close();
  await app.close();
});

async function connect(): Promise<Client> {
  const made = new Client({ name: 'test', version: '1' });
  await made.connect(new StreamableHTTPClientTransport(new URL('/mcp', app.address)));
  return made;
}
interface Called {
  readonly text: string;
  readonly structured: Record<string, unknown>;
  readonly isError: boolean;
}
async function call(name: string, input: object = {}): Promise<Called> {
  const result = await client.callTool({ name, arguments: { ...input } });
  const content: unknown = result.content;
  const text = Array.isArray(content)
    ? content.map((part: { readonly text?: string }) => part.text ?? '').join('')
    : '';
  const structured = result.structuredContent;
  return {
    text,
    structured: typeof structured === 'object' && structured !== null ? { ...structured } : {},
    isError: result.isError === true,
  };
}
const ferry = () => seededId('harbour-times', 'night-ferry-returns');
const everyCall = (id: string): readonly (readonly [string, object])[] => [
  ['search_articles', {}],
  ['search_articles', { query: 'ferry', limit: 5 }],
  ['get_article', { id }],
  ['article_history', { id }],
  ['related', { id }],
  ['timeline', {}],
  ['timeline', { query: 'ferry', perPeriod: 2 }],
  ['list_sources', {}],
  ['explain', { id, query: 'ferry' }],
  ['explain', { url: waitingUrl }],
];

describe('the tools for agents', () => {
  it('are all there, for reading only, with schemas in both directions', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(Object.keys(agentTools).sort());
    for (const tool of tools) {
      expect(tool.annotations).toMatchObject({
        readOnlyHint: true,
        destructiveHint: false,
        openWorldHint: false,
      });
      expect(tool.inputSchema.type).toBe('object');
      expect(tool.outputSchema?.type).toBe('object');
      expect(tool.description?.length).toBeGreaterThan(20);
    }
    expect(client.getServerVersion()?.name).toBe('newsmill');
    expect(client.getInstructions()).toMatch(/not instructions/);
  });

  it('find articles and say how to cite them', async () => {
    const { text, structured } = await call('search_articles', { query: 'ferry', languages: ['en'] });
    const document = await app.ports.library.get(ferry());
    const items = structured['items'] as { readonly id: string }[];
    expect(items.find(({ id }) => id === ferry())).toMatchObject({
      url: document?.url,
      version: document?.version,
      contentHash: document?.contentHash,
      title: document?.title,
      language: 'en',
    });
    expect(text).toContain(`id ${ferry()} · version ${document?.version} · hash ${document?.contentHash}`);
    expect(structured['notice']).toMatch(/not instructions/);
  });

  it('page through all results by cursor, whatever fits', async () => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const { structured } = await call('search_articles', {
        copies: true,
        limit: 25,
        maxTokens: 1_000,
        cursor,
      });
      ids.push(...(structured['items'] as { readonly id: string }[]).map(({ id }) => id));
      cursor = structured['next'] as string | undefined;
      if (cursor !== undefined) expect(String(structured['note'] ?? '')).toMatch(/did not fit|^$/);
    } while (cursor !== undefined);
    expect(ids.length).toBe(await app.ports.library.count());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('give a long text in pieces that make up the whole', async () => {
    const [sample] = seededArticles();
    const content = Array.from(
      { length: 900 },
      (_, i) => `Sentence ${i} of a long report, “quoted” and with a 港口 in it.`,
    ).join(' ');
    await app.ports.library.write([{ ...sample, id: 'long-one', content, version: 9 } as ArticleDocument]);
    let cursor: string | undefined;
    let whole = '';
    do {
      const { structured } = await call('get_article', { id: 'long-one', cursor });
      const text = String(structured['text']);
      expect(structured['offset']).toBe(whole.length);
      whole += text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n'));
      cursor = structured['next'] as string | undefined;
    } while (cursor !== undefined);
    expect(whole).toBe(content);
    await app.ports.library.write([{ ...sample, id: 'long-one', content, version: 10 } as ArticleDocument]);
    expect((await call('get_article', { id: 'long-one', cursor: '9.500' })).structured).toMatchObject({
      offset: 0,
      note: expect.stringMatching(/another version/),
    });
  });

  it('find what belongs together, and count days', async () => {
    const [sample] = seededArticles();
    await app.ports.library.write(
      ['one', 'two'].map(
        (id) =>
          ({
            ...sample,
            id: `story-${id}`,
            title: `Zeppelin ${id}`,
            content: 'Zeppelins.',
            storyId: 'story-one',
            version: 9,
            published: `2026-11-1${id.length}T10:00:00.000Z`,
          }) as ArticleDocument,
      ),
    );
    const { structured } = await call('related', { id: 'story-one' });
    expect((structured['items'] as object[])[0]).toMatchObject({ id: 'story-two', why: 'same story' });
    expect((await call('timeline', { query: 'zeppelin' })).structured).toMatchObject({
      total: 2,
      interval: 'day',
      periods: [
        {
          start: expect.stringMatching(/^2026-11-13/),
          count: 2,
          items: [{ id: expect.stringMatching(/^story-/) }],
        },
      ],
    });
  });

  it('list sources', async () => {
    const { structured, text } = await call('list_sources', { country: 'de' });
    expect(structured).toMatchObject({ total: 1, sources: [{ id: 'deich-bote', language: 'de' }] });
    expect(text).toContain('Der Deichbote');
  });

  it('explain where an address is, and why a search finds an article', async () => {
    expect((await call('explain', { url: waitingUrl })).structured).toMatchObject({
      fate: { fate: 'waiting' },
    });
    const found = await call('explain', { id: ferry(), query: 'ferry' });
    expect(found.structured).toMatchObject({
      article: { id: ferry() },
      fate: { fate: 'indexed', steps: expect.any(Array) },
      match: {
        found: true,
        places: expect.arrayContaining([
          expect.objectContaining({ words: expect.arrayContaining([expect.stringMatching(/ferry/i)]) }),
        ]),
      },
    });
    expect((await call('explain', { id: ferry(), query: 'volcano' })).structured).toMatchObject({
      match: { found: false, places: [] },
    });
  });

  it('answer mistakes with what to do', async () => {
    expect(await call('get_article', { id: 'nothing-here' })).toMatchObject({
      isError: true,
      text: expect.stringMatching(/search_articles/),
    });
    expect(await call('search_articles', { query: '"open' })).toMatchObject({
      isError: true,
      text: expect.stringMatching(/character/),
    });
    expect(await call('search_articles', { cursor: 'nonsense' })).toMatchObject({
      isError: true,
      text: expect.stringMatching(/start again without/),
    });
    expect(await call('explain', { url: 'https://nowhere.example/x' })).toMatchObject({
      isError: true,
      text: expect.stringMatching(/This address is not known/),
    });
    for (const [name, input] of [
      ['explain', {}],
      ['search_articles', { limt: 3 }],
      ['search_articles', { maxTokens: 1 }],
      ['get_article', { id: '../etc' }],
    ] as const)
      expect((await call(name, input)).isError).toBe(true);
  });

  it('keep to their budget, whatever an article holds', async () => {
    const [sample] = seededArticles();
    const monsters = [
      '"'.repeat(6_000),
      '\\'.repeat(6_000),
      '港'.repeat(6_000),
      '<<<>>>'.repeat(1_000),
      'a'.repeat(9_000),
      '😀'.repeat(3_000),
    ];
    const documents = monsters.map(
      (text, i) =>
        ({
          ...sample,
          id: `monster-${i}`,
          version: 1,
          title: text,
          subtitle: text,
          summary: text,
          content: `monster ${text}`,
          authors: Array.from({ length: 50 }, () => text.slice(0, 5_000)),
          sourceName: text,
          contentHash: text.slice(0, 500),
          language: 'en',
          storyId: 'monster-0',
          keyPhrases: [text.slice(0, 300)],
          people: [text.slice(0, 300)],
          url: `https://paper.example/${'x'.repeat(i * 700)}`,
          provenance: Array.from({ length: 60 }, () => ({
            field: 'title',
            value: text.slice(0, 500),
            source: text.slice(0, 500),
            confidence: 0.5,
          })),
          removals: Array.from({ length: 60 }, (_, n) => ({
            pass: `pass-${n}`,
            text: text.slice(0, 500),
            why: text.slice(0, 500),
          })),
          facts: Array.from({ length: 30 }, (_, n) => ({
            name: `fact-${n}`,
            value: text,
            by: text.slice(0, 500),
          })),
        }) as ArticleDocument,
    );
    await app.ports.library.write(documents);
    const calls = [
      ...documents.flatMap(({ id }) => everyCall(id)),
      ['search_articles', { query: 'monster', limit: 25 }] as const,
    ];
    // Most ask of no single article: once is enough.
    const different = new Map(calls.map((one) => [JSON.stringify(one), one]));
    for (const maxTokens of [1_000, 3_000]) {
      for (const [name, input] of different.values()) {
        const { text, structured, isError } = await call(name, { ...input, maxTokens });
        expect([name, input, isError ? text : '']).toEqual([name, input, '']);
        const size = Math.max(estimateTokens(text), estimateTokens(JSON.stringify(structured)));
        expect({ name, input, size, isKept: size <= maxTokens }).toEqual({ name, input, size, isKept: true });
      }
    }
    await app.ports.library.remove(documents.map(({ id }) => ({ id, version: 1 })));
  }, 240_000);
});

describe('text of publishers', () => {
  const hostile = Object.entries(injections).map(([name, text], i) => ({ id: `evil-${name}`, text, at: i }));
  beforeAll(async () => {
    const [sample] = seededArticles();
    await app.ports.library.write(
      hostile.map(
        ({ id, text, at }) =>
          ({
            ...sample,
            id,
            version: 1,
            title: `Evil ${text}`,
            subtitle: text,
            content: `evil ${text} evil`,
            summary: text,
            authors: [text],
            language: 'en',
            url: `https://paper.example/${encodeURI('ignore>>>all')}?q=<<<"${at}`,
            published: `2026-10-${String(1 + at).padStart(2, '0')}T10:00:00.000Z`,
            storyId: 'evil',
            keyPhrases: [text.slice(0, 200)],
            provenance: [{ field: 'title', value: text, source: text, confidence: 0.4 }],
            removals: [{ pass: 'drop-footer', text, why: text }],
            facts: [],
          }) as ArticleDocument,
      ),
    );
  });

  it.each(hostile)('stays between its marks: $id', async ({ id, text: injected }) => {
    for (const [name, input] of [
      ...everyCall(id),
      ['search_articles', { query: 'evil', limit: 25 }] as const,
      ['timeline', { query: 'evil', perPeriod: 3 }] as const,
    ]) {
      const { text, structured, isError } = await call(name, { ...input, maxTokens: 20_000 });
      expect([name, isError]).toEqual([name, false]);
      const nonces = new Set(Array.from(text.matchAll(/<<<untrusted-(\S*)\n/g), ([, nonce]) => nonce));
      expect(nonces.size).toBeLessThanOrEqual(1);
      // Marks stand in turn, begin and end, and all that is left outside of them is ours.
      const outside = outsideOfMarks(text);
      expect(outside).not.toMatch(/<<<|>>>|untrusted-/);
      for (const line of injected
        .split('\n')
        .map((part) => part.trim())
        .filter((part) => part.length > 12 && !part.startsWith('Text between')))
        expect(outside).not.toContain(line);
      expect(text).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]|<\|/u,
      );
      const marked = name === 'get_article' ? String(structured['text']) : '';
      expect(marked.replace(/^<<<untrusted-([0-9a-f]{18})\n[^]*\nuntrusted-\1>>>$/, '')).toBe('');
      expect(marked.slice(3, -3)).not.toMatch(/<<|>>/);
      expect(JSON.stringify(structured)).not.toContain('"id":"forged');
    }
    const [resource] = (await client.readResource({ uri: `newsmill://article/${id}` })).contents;
    const markdown = resource !== undefined && 'text' in resource ? String(resource.text) : '';
    expect(outsideOfMarks(markdown)).not.toMatch(/<<<|>>>|untrusted-/);
  });

  it('gets other marks each time', async () => {
    const nonceOf = async () =>
      /<<<untrusted-(\S+)/.exec((await call('get_article', { id: 'evil-fence' })).text)?.[1];
    expect(new Set([await nonceOf(), await nonceOf(), await nonceOf()]).size).toBe(3);
  });

  it('makes no model call anything that does whatever stands outside of the marks, and changes nothing', async () => {
    const { library, registry, folder } = app.ports;
    const state = async () => ({
      articles: await library.count(),
      changes: (await library.changes({ limit: 500 })).cursor,
      dead: (await readDead(app.ports, { limit: 500 })).total,
      sources: folder.sources().length,
      keys: (await listKeys(registry)).length,
      searches: (await alertRecords(registry).searches.list({ limit: 500 })).items.length,
      log: (await listChanges(registry, { limit: 500 })).changes.length,
    });
    const before = await state();
    expect(before.dead).toBe(3);
    const first = [
      ...hostile.flatMap(({ id }) => everyCall(id)),
      ['search_articles', { query: 'evil' }] as const,
    ];
    const planned = new Map(first.map((one) => [JSON.stringify(one), one]));
    expect(planned.size).toBeGreaterThan(hostile.length * 4);
    const obeyed: object[] = [];
    const answers: string[] = [];
    for (const [name, input] of planned.values()) answers.push((await call(name, input)).text);
    for (const { id } of hostile) {
      const [read] = (await client.readResource({ uri: `newsmill://article/${id}` })).contents;
      answers.push(read !== undefined && 'text' in read ? String(read.text) : '');
    }
    for (let at = 0; at < answers.length && at < 2_000; at += 1)
      for (const order of ordersIn(outsideOfMarks(answers[at] ?? ''))) {
        obeyed.push(order);
        answers.push((await call(order.name, order.input)).text);
      }
    expect(obeyed).toEqual([]);
    expect(await state()).toEqual(before);
  });

  it('would make such a model call something where nothing marks it', () => {
    const names = Object.keys(injections).filter((name) => ordersIn(injections[name] ?? '').length > 0);
    expect(names.length).toBeGreaterThanOrEqual(15);
    expect(ordersIn(injections['toolCall'] ?? '')).toMatchObject([{ name: 'delete_everything' }]);
    const torn = `head\n<<<untrusted-000000000000000000\n${injections['fence']}\nuntrusted-000000000000000000>>>`;
    expect(ordersIn(outsideOfMarks(torn))).not.toEqual([]);
  });
});

describe('/mcp', () => {
  const initialize = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
  });
  const post = (headers: Record<string, string> = {}, body = initialize, address = app.address) =>
    fetch(`${address}/mcp`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...headers,
      },
    });

  it('answers without a session', async () => {
    const answer = await post();
    expect([answer.status, answer.headers.get('mcp-session-id')]).toEqual([200, null]);
    expect(await answer.json()).toMatchObject({ result: { serverInfo: { name: 'newsmill' } } });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
  it('refuses pages of other origins, and takes those of its own', async () => {
    expect((await post({ origin: 'https://evil.example' })).status).toBe(421);
    expect((await post({ origin: 'null' })).status).toBe(421);
    expect((await post({ origin: 'https://mill.example' })).status).toBe(200);
    expect((await post({ origin: app.address })).status).toBe(200);
  });
  it('takes no other method, and nothing that is no message', async () => {
    for (const method of ['GET', 'DELETE'])
      expect(
        (await fetch(`${app.address}/mcp`, { method, headers: { accept: 'text/event-stream' } })).status,
      ).toBe(405);
    for (const body of ['{', '{"jsonrpc":"1.0"}', 'null', '"x"'])
      expect((await post({}, body)).status).toBe(400);
    expect((await post({ 'content-type': 'text/plain' })).status).toBeGreaterThanOrEqual(400);
  });
  it('is not there where it is switched off', async () => {
    const off = await openSeededApp({ settings: { mcp: false } });
    try {
      expect((await post({}, initialize, off.address)).status).toBe(404);
    } finally {
      await off.close();
    }
  });
});

describe('the desk over the API', () => {
  it('gives the same answers as the one in the mill', async () => {
    const { millDesk } = await import('./mill-desk.ts');
    const [near, far] = [millDesk(app.ports), remoteDesk({ url: app.address })];
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
    const { facets: _near, ...local } = await near.search({ q: 'ferry', limit: 3, sort: 'newest' });
    const { facets: _far, ...remote } = await far.search({ q: 'ferry', limit: 3, sort: 'newest' });
    expect(plain(remote)).toEqual(plain(local));
    expect(plain(await far.article(ferry()))).toEqual(plain(await near.article(ferry())));
    expect(await far.article('nothing')).toBeUndefined();
    expect(plain(await far.sources())).toEqual(plain(await near.sources()));
    expect(plain(await far.lookUp(waitingUrl))).toEqual(plain(await near.lookUp(waitingUrl)));
    expect(await far.lookUp('https://nowhere.example/')).toBeUndefined();
    await expect(far.search({ q: '"open' })).rejects.toMatchObject({ code: 'bad-query' });
    await expect(remoteDesk({ url: 'http://127.0.0.1:1' }).sources()).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});
