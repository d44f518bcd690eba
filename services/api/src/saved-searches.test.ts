import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseFeed } from '@newsmill/fetch';
import { OverviewAnswer } from './shapes/overview.ts';
import { rssProblems } from './testing/feed-rules.ts';
import { openPaper, type Paper } from './testing/open-paper.ts';
import { openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';

let app: SeededApp;
let paper: Paper;
let clock = Date.now();
beforeAll(async () => {
  app = await openSeededApp({ now: () => clock, settings: { maxSavedSearches: 3, eventStreams: 2 } });
  paper = await openPaper();
});
afterAll(async () => {
  await app.close();
  await paper.close();
});

async function ask(
  method: string,
  path: string,
  options: {
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
    readonly key?: string;
  } = {},
) {
  const { body, headers = {}, key = seededKey } = options;
  const answer = await fetch(app.address + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    etag: answer.headers.get('etag') ?? '',
    body: text === '' ? {} : JSON.parse(text),
  };
}
const base = '/api/v1/saved-searches';

describe('saved searches', () => {
  it('are made, read, changed and removed under their versions', async () => {
    const made = await ask('POST', base, {
      body: { name: 'Ferries', q: 'ferry', webhook: { url: 'https://hooks.example/T0P/secret' } },
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        name: 'Ferries',
        q: 'ferry',
        collapse: 'family',
        throttle: 0,
        enabled: true,
        secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
      },
    });
    const path = `${base}/${made.body.id}`;
    const read = await ask('GET', path);
    expect(read).toMatchObject({ status: 200, etag: made.etag });
    expect(read.body.secret).toBeUndefined();
    expect(read.body.webhook.url).toBe('https://hooks.example/T0P/secret');
    expect((await ask('GET', path, { key: '' })).body.webhook.url).toBe('https://hooks.example/…');
    const change = {
      name: 'Ferries, slowly',
      q: 'ferry',
      throttle: 60,
      webhook: { url: 'https://hooks.example/T0P/secret' },
    };
    expect(await ask('PUT', path, { body: change })).toMatchObject({ status: 428 });
    expect(await ask('PUT', path, { body: change, headers: { 'if-match': '"other"' } })).toMatchObject({
      status: 412,
    });
    const changed = await ask('PUT', path, { body: change, headers: { 'if-match': read.etag } });
    expect(changed).toMatchObject({ status: 200, body: { throttle: 60 } });
    expect(changed.body.secret).toBeUndefined();
    expect(await ask('PUT', path, { body: change, headers: { 'if-match': read.etag } })).toMatchObject({
      status: 412,
    });
    expect(await ask('POST', `${path}/secret`)).toMatchObject({
      status: 200,
      body: { secret: expect.stringMatching(/^whsec_/) },
    });
    expect(await ask('GET', `${path}/alerts`)).toMatchObject({
      status: 200,
      body: { sent: 0, gathered: 0, deliveries: [] },
    });
    expect((await ask('GET', base)).body.searches).toHaveLength(1);
    expect(await ask('DELETE', path, { headers: { 'if-match': read.etag } })).toMatchObject({ status: 412 });
    expect(await ask('DELETE', path, { headers: { 'if-match': changed.etag } })).toMatchObject({
      status: 204,
    });
    expect(await ask('GET', path)).toMatchObject({ status: 404, body: { code: 'unknown-saved-search' } });
  });

  it('have a secret only where it signs something', async () => {
    const hook = (format: string) => ({
      body: { name: 'Ferries', q: 'ferry', webhook: { url: 'https://hooks.example/T0P', format } },
    });
    const made = await ask('POST', base, hook('slack'));
    expect(made).toMatchObject({ status: 201, body: { webhook: { format: 'slack' } } });
    expect(made.body.secret).toBeUndefined();
    const path = `${base}/${made.body.id}`;
    expect(await ask('POST', `${path}/secret`)).toMatchObject({ status: 400 });
    const own = await ask('PUT', path, { ...hook('newsmill'), headers: { 'if-match': made.etag } });
    expect(own.body.secret).toMatch(/^whsec_/);
    const teams = await ask('PUT', path, { ...hook('teams'), headers: { 'if-match': own.etag } });
    expect(teams.body.secret).toBeUndefined();
    const again = await ask('PUT', path, { ...hook('newsmill'), headers: { 'if-match': teams.etag } });
    expect(again.body.secret).toMatch(/^whsec_/);
    expect(again.body.secret).not.toBe(own.body.secret);
    expect(await ask('DELETE', path, { headers: { 'if-match': again.etag } })).toMatchObject({ status: 204 });
  });

  it('send a signed test to their webhook', async () => {
    const { body, etag } = await ask('POST', base, {
      body: { name: 'Ferries', q: 'ferry', webhook: { url: paper.hook, allowPrivate: true } },
    });
    expect(await ask('POST', `${base}/${body.id}/test`)).toMatchObject({
      status: 200,
      body: { ok: true, detail: 'it answered 204' },
    });
    expect(paper.hooked.map((text) => JSON.parse(text))).toMatchObject([
      { type: 'search.tested', data: { search: { id: body.id, name: 'Ferries', q: 'ferry' } } },
    ]);
    await ask('DELETE', `${base}/${body.id}`, { headers: { 'if-match': etag } });
  });

  it('refuse what cannot be read, who may not, and too many', async () => {
    expect(await ask('POST', base, { body: { name: 'x', q: '(a' } })).toMatchObject({
      status: 400,
      body: { code: 'bad-body', errors: [{ pointer: '#/q' }] },
    });
    expect(await ask('POST', base, { body: { name: 'x', q: 'a', webhok: 1 } })).toMatchObject({
      status: 400,
      body: { errors: [{ suggestion: 'webhook' }] },
    });
    expect(
      await ask('POST', base, { body: { name: 'x', q: 'a', webhook: { url: 'ftp://a.example' } } }),
    ).toMatchObject({ status: 400 });
    expect(await ask('POST', base, { body: { name: 'x', q: 'a' }, key: '' })).toMatchObject({ status: 401 });
    const writer = (await ask('POST', '/api/v1/keys', { body: { name: 'writer', scope: 'write' } })).body.key;
    expect(
      await ask('POST', base, {
        key: writer,
        body: { name: 'x', q: 'a', webhook: { url: 'http://127.0.0.1:9/', allowPrivate: true } },
      }),
    ).toMatchObject({ status: 403, body: { code: 'scope-needed' } });
    const ids: { readonly id: string; readonly etag: string }[] = [];
    for (let i = 0; i < 3; i += 1) {
      const { body, etag } = await ask('POST', base, { key: writer, body: { name: `n${i}`, q: 'a' } });
      ids.push({ id: body.id, etag });
    }
    expect(await ask('POST', base, { body: { name: 'x', q: 'a' } })).toMatchObject({
      status: 409,
      body: { code: 'too-many-saved-searches' },
    });
    for (const { id, etag } of ids)
      expect(await ask('DELETE', `${base}/${id}`, { headers: { 'if-match': etag } })).toMatchObject({
        status: 204,
      });
    expect(await ask('GET', `${base}/nothing`)).toMatchObject({ status: 404 });
  });

  it('are feeds', async () => {
    const { body, etag } = await ask('POST', base, { body: { name: 'Ferries & <more>', q: 'ferry' } });
    const text = await (await fetch(`${app.address}${base}/${body.id}.rss`)).text();
    expect(rssProblems(text)).toEqual([]);
    expect(parseFeed(text)?.feed).toMatchObject({
      title: 'Ferries & <more>',
      selfUrl: `${app.address}${base}/${body.id}.rss`,
    });
    expect(parseFeed(text)?.feed.entries.length).toBeGreaterThan(0);
    expect(await ask('GET', `${base}/${body.id}.pdf`)).toMatchObject({ status: 404 });
    await ask('DELETE', `${base}/${body.id}`, { headers: { 'if-match': etag } });
  });
});

/** Events of a stream until so many have come. */
async function readEvents(
  path: string,
  count: number,
  headers: Record<string, string> = {},
  meanwhile: () => Promise<void> = async () => undefined,
) {
  const halt = new AbortController();
  const answer = await fetch(app.address + path, { headers, signal: halt.signal });
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  await meanwhile();
  const events: { readonly id: string; readonly title: string }[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of answer.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const lines = new Map(
        part
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
      );
      if (lines.get('event') === 'article')
        events.push({ id: lines.get('id') ?? '', title: JSON.parse(lines.get('data') ?? '{}').title });
    }
    if (events.length >= count) break;
  }
  halt.abort();
  return events;
}

describe('event streams', () => {
  const write = async (...titles: readonly string[]) => {
    const [sample] = (await app.ports.library.list({ limit: 1 })).items;
    if (sample === undefined) throw new Error('no article');
    for (const title of titles) {
      await app.ports.library.write([
        {
          ...sample,
          id: title.replaceAll(' ', '-'),
          uri: 'x',
          title,
          content: 'Plain.',
          familyId: undefined,
          duplicateOf: undefined,
          storyId: undefined,
        },
      ]);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  it('tell what arrives, and go on after the last event', async () => {
    clock = Date.now();
    await write('walrus before');
    await new Promise((resolve) => setTimeout(resolve, 5));
    clock = Date.now();
    const first = await readEvents('/api/v1/search/events?q=walrus', 2, {}, () =>
      write('walrus one', 'badger', 'walrus two'),
    );
    expect(first.map(({ title }) => title)).toEqual(['walrus one', 'walrus two']);
    await write('walrus three');
    const again = await readEvents('/api/v1/search/events?q=walrus', 2, {
      'last-event-id': first[0]?.id ?? '',
    });
    expect(again.map(({ title }) => title)).toEqual(['walrus two', 'walrus three']);
    const after = await readEvents(`/api/v1/search/events?q=walrus&after=${first[1]?.id}`, 1);
    expect(after.map(({ title }) => title)).toEqual(['walrus three']);
  });

  it('tell how the mill stands, again and again', async () => {
    const halt = new AbortController();
    const { headers, body } = await fetch(`${app.address}/api/v1/overview/events`, { signal: halt.signal });
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    let text = '';
    for await (const bytes of body ?? []) {
      text += new TextDecoder().decode(bytes);
      if (text.split('event: overview\ndata: ').length > 2 && text.endsWith('\n\n')) break;
    }
    halt.abort();
    const told = text.split('event: overview\ndata: ').slice(1);
    for (const part of told) expect(OverviewAnswer.safeParse(JSON.parse(part)).success).toBe(true);
  });

  it('refuse what cannot be read, and more than are allowed', async () => {
    expect(await ask('GET', '/api/v1/search/events?q=(a')).toMatchObject({ status: 400 });
    expect(await ask('GET', '/api/v1/search/events?q=a&after=nonsense')).toMatchObject({
      status: 400,
      body: { code: 'bad-cursor' },
    });
    const halts = [new AbortController(), new AbortController()];
    for (const halt of halts)
      expect((await fetch(`${app.address}/api/v1/search/events?q=a`, { signal: halt.signal })).status).toBe(
        200,
      );
    expect(await ask('GET', '/api/v1/search/events?q=a')).toMatchObject({
      status: 503,
      body: { code: 'too-many-streams' },
    });
    expect(await ask('GET', '/api/v1/overview/events')).toMatchObject({
      status: 503,
      body: { code: 'too-many-streams' },
    });
    for (const halt of halts) halt.abort();
    for (let tries = 0; tries < 1_200; tries += 1) {
      const halt = new AbortController();
      const { status, body } = await fetch(`${app.address}/api/v1/search/events?q=a`, {
        signal: halt.signal,
      });
      await body?.cancel();
      halt.abort();
      if (status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('a stream that was closed is still counted');
  });
});
