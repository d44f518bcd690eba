import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { quotaDay, useKey } from '@newsmill/contracts';
import { addKey, recordPage, requestPage } from '@newsmill/operate';
import { channelItem, rememberFetch, takenKey, takenText } from '@newsmill/fetch';
import { openSourceFolder, type SourceFolder } from '@newsmill/source-files';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { logInForm } from '../../../test/console/log-in-form.ts';
import { startSectionPaper } from '../../../test/papers/section-paper.ts';
import { openApi } from './description/openapi.ts';
import { openHttp, openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(JSON.parse(JSON.stringify(openApi())), 'api');
function fits(name: string, body: unknown): void {
  const validate = ajv.getSchema(`api#/components/schemas/${name}`);
  expect(validate?.(body) === true ? [] : (validate?.errors ?? ['no such schema'])).toEqual([]);
}

const paragraphs = Array.from(
  { length: 5 },
  (_, part) =>
    `The harbour master told part ${part} of the story, which began when ${100 + part} people stood on the pier and waited for a boat that did not come.`,
);
const aside =
  'Members of the club of friends may walk across the sands with a warden on any Sunday of this summer.';
const story = `<!doctype html><html lang="en"><head><title>The long way home</title></head><body><article><h1>The long way home</h1><div class="story">${paragraphs.map((text) => `<p>${text}</p>`).join('')}<p class="club">${aside}</p></div></article></body></html>`;

const folder = mkdtempSync(join(tmpdir(), 'newsmill-as-source-'));
let server: Server;
let origin: string;
let pair: string;
let sources: SourceFolder;
let app: SeededApp;
let writer: string;
const started = Date.now();
/** Hosts that the server was asked for as a proxy. */
const proxied: string[] = [];

/** A file whose source sends a secret, without which its pages are not to be had. */
const fileOf = (more: string) =>
  `id: herald\nname: Herald\nchannels:\n  - url: ${origin}/feed.xml\nheaders:\n  x-reader: '\${NEWSMILL_SECRET_HERALD}'\nallowPrivate: ['${pair}']\n${more}`;

beforeAll(async () => {
  server = createServer((request, reply) => {
    if (request.headers.host !== pair) proxied.push(request.headers.host ?? '');
    const isLocked = request.url === '/locked.xml' && request.headers['x-reader'] === 'open';
    if (request.url === '/feed.xml' || isLocked)
      return reply
        .setHeader('content-type', 'application/rss+xml')
        .end(
          `<rss version="2.0"><channel><title>Herald</title><item><title>Live: the quay</title><link>${origin}/live</link></item><item><title>Home</title><link>${origin}/story</link></item></channel></rss>`,
        );
    if (request.url === '/odd.xml')
      return reply
        .setHeader('content-type', 'application/rss+xml')
        .end(
          `<rss version="2.0"><channel><title>Odd</title><item><title>Odd</title><link>${origin}/odd</link></item></channel></rss>`,
        );
    if (request.url === '/.well-known/tdmrep.json')
      return reply.end('[{"location": "/", "tdm-reservation": 1}]');
    if (request.url === '/odd')
      return reply
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(story.replace('</article>', '<p class="note">No.</p></article>'));
    if (request.url !== '/story' || request.headers['x-reader'] !== 'open') return reply.writeHead(401).end();
    reply.setHeader('content-type', 'text/html; charset=utf-8').end(story);
  });
  server.on('connect', ({ url = '' }, socket) => {
    proxied.push(url.replace(/:\d+$/, ''));
    socket.end('HTTP/1.1 502 No\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  pair = `127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  origin = `http://${pair}`;
  writeFileSync(join(folder, 'herald.yaml'), fileOf('rules:\n  remove: [p.club]\n'));
  sources = openSourceFolder(folder);
  const secrets = { NEWSMILL_SECRET_HERALD: 'open' };
  app = await openSeededApp({ folder: sources, secrets, now: () => started });
  writer = (await addKey(app.ports.registry, { name: 'writer', scope: 'write' }, Date.now())).key;
});
afterAll(async () => {
  await app.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

async function post(
  path: string,
  body: object | undefined,
  key = seededKey,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const answer = await fetch(`${app.address}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

describe('POST extract', () => {
  it('requests and reads a page as the source says that is named, or to which it belongs', async () => {
    const as = await post('extract', { url: `${origin}/story`, source: 'herald', allowPrivate: [pair] });
    expect(as).toMatchObject({
      status: 200,
      body: {
        url: `${origin}/story`,
        source: 'herald',
        status: 200,
        article: { title: 'The long way home' },
      },
    });
    expect(JSON.stringify(as.body)).toContain('part 4 of the story');
    expect(JSON.stringify((as.body as { article: { text: string } }).article.text)).not.toContain(aside);
    fits('ExtractAnswer', as.body);
    const own = await post('extract', { url: `${origin}/story`, allowPrivate: [pair] });
    expect(own.body).toEqual(as.body);
    expect(await post('extract', { url: `${origin}/story`, source: 'other' })).toMatchObject({
      status: 404,
      body: { code: 'unknown-source' },
    });
  });

  it('says what the files of the site say of rights, as the command line does', async () => {
    const { body } = await post('extract', {
      url: `${origin}/story`,
      source: 'herald',
      allowPrivate: [pair],
    });
    expect(body).toMatchObject({
      article: { rights: { export: { rules: [{ source: 'tdmrep.json' }] } } },
    });
  });

  it('asks no private address that is not named, whatever the source may ask', async () => {
    const refused = await post('extract', { url: `${origin}/story`, source: 'herald' }, writer);
    expect(refused).toMatchObject({ status: 200, body: { problem: expect.stringContaining('private') } });
    fits('ExtractAnswer', refused.body);
    const definition = { name: 'H', channels: [{ url: `${origin}/feed.xml` }], allowPrivate: [pair] };
    expect(await post('extract', { url: `${origin}/story`, definition })).toMatchObject({
      body: { problem: expect.stringContaining('private') },
    });
    const named = { url: `${origin}/story`, source: 'herald', allowPrivate: [pair] };
    expect((await post('extract', named, writer)).status).toBe(403);
  });

  it('goes by the proxy of a source to its own site alone: behind that, names may lead to private places', async () => {
    const definition = {
      name: 'Behind',
      channels: [{ url: 'http://behind.example/feed.xml' }],
      access: { proxy: origin },
    };
    const ask = (url: string) => post('extract', { url, definition, allowPrivate: [pair] });
    proxied.length = 0;
    await ask('http://intern.example/secret');
    expect(proxied).toEqual([]);
    await ask('http://behind.example/story');
    expect(proxied).toEqual(['behind.example']);
  });

  it('takes a source that no file has from whoever may write source files, and from nobody else', async () => {
    const definition = {
      name: 'Herald to be',
      channels: [{ url: `${origin}/feed.xml` }],
      headers: { 'x-reader': '${NEWSMILL_SECRET_HERALD}' },
      rules: { title: 'p.club' },
    };
    const wish = { url: `${origin}/story`, definition, allowPrivate: [pair] };
    expect(await post('extract', wish)).toMatchObject({ body: { article: { title: aside } } });
    expect((await post('extract', { url: 'https://far.example/', definition }, writer)).status).toBe(403);
    expect((await post('preview', { url: 'https://far.example/', definition }, writer)).status).toBe(403);
    expect(await post('extract', { ...wish, source: 'herald' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '#/definition' }] },
    });
    expect(await post('extract', { ...wish, definition: { ...definition, chanels: [] } })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '#/definition/chanels', detail: 'there is no "chanels"' }] },
    });
  });
});

describe('POST preview', () => {
  it('shows a feed as a source that no file has yet says, and what its rules would leave out', async () => {
    const definition = {
      name: 'Herald to be',
      channels: [{ url: `${origin}/feed.xml` }],
      headers: { 'x-reader': '${NEWSMILL_SECRET_HERALD}' },
      exclude: [{ name: 'no-live', title: ['Live: *'] }],
    };
    const { body } = await post('preview', { url: `${origin}/feed.xml`, definition, allowPrivate: [pair] });
    expect(body).toMatchObject({
      articles: [{ title: 'The long way home' }],
      rules: [{ entries: 2, rules: [{ rule: 'no-live', leftOut: 1, examples: ['Live: the quay'] }] }],
    });
    fits('PreviewAnswer', body);
  });

  it('asks for a channel with the headers of its source, for its articles, its rules and as a candidate', async () => {
    const definition = {
      name: 'Herald to be',
      channels: [{ url: `${origin}/locked.xml` }],
      headers: { 'x-reader': '${NEWSMILL_SECRET_HERALD}' },
      exclude: [{ name: 'no-live', title: ['Live: *'] }],
    };
    const { body } = await post('preview', { url: `${origin}/locked.xml`, definition, allowPrivate: [pair] });
    expect(body).toMatchObject({
      articles: [{ title: 'The long way home' }],
      candidates: [{ url: `${origin}/locked.xml`, entries: 2 }],
      rules: [{ entries: 2, rules: [{ rule: 'no-live', leftOut: 1, examples: ['Live: the quay'] }] }],
    });
    fits('PreviewAnswer', body);
  });
});

describe('POST preview of a home page', () => {
  it('looks at so many section pages as are wished, and says what each adds', async () => {
    const paper = await startSectionPaper({ hasMainFeed: true });
    const own = new URL(paper.origin).host;
    try {
      const wish = { url: paper.origin, allowPrivate: [own] };
      const one = await post('preview', { ...wish, sections: 1 });
      fits('PreviewAnswer', one.body);
      expect(one.body).toMatchObject({
        feedUrl: `${paper.origin}/feed.xml`,
        sections: { looked: 1, left: 3 },
        candidates: expect.arrayContaining([
          expect.objectContaining({
            foundBy: 'section',
            section: { url: `${paper.origin}/politics`, title: 'politics' },
            adds: { ofHome: 0, others: 6, says: 'adds 6 articles that the home page does not show' },
            isUseful: true,
          }),
        ]),
      });
      expect((await post('preview', { ...wish, sections: 21 })).status).toBe(400);
    } finally {
      paper.server.closeAllConnections();
      paper.server.close();
    }
  });
});

describe('POST sources/{id}/test', () => {
  it('reads recorded pages with the rules of now, and says what differs', async () => {
    const source = sources.sourceOf('herald');
    if (source === undefined) throw new Error('the source holds mistakes');
    const http = openHttp();
    const request = { source, secrets: { NEWSMILL_SECRET_HERALD: 'open' }, allowPrivate: [pair], now: 1 };
    const { page } = await requestPage(http, `${origin}/story`, request);
    await http.close();
    const plain = { ...source, rules: undefined };
    await recordPage(folder, plain, { ...page, rules: undefined });
    const told = await post('sources/herald/test', undefined, writer);
    expect(told).toMatchObject({
      status: 200,
      body: {
        id: 'herald',
        tests: [
          { url: `${origin}/story`, result: 'different', differences: [`- blocks: paragraph: ${aside}`] },
        ],
      },
    });
    fits('SourceTestAnswer', told.body);
    expect((await post('sources/nobody/test', undefined, writer)).status).toBe(404);
  });
});

describe('POST sources/plan', () => {
  it('says what sources or a file would change in those of the mill, and its mistakes', async () => {
    const [herald] = sources.sources();
    const added = {
      id: 'post',
      name: 'Post',
      channels: [{ url: 'https://post.example/feed', interval: '1h' }],
    };
    const given = await post('sources/plan', { sources: [added, { ...herald, tags: ['local'] }] });
    expect(given).toMatchObject({
      status: 200,
      body: {
        sources: [
          { id: 'herald', effect: 'changed', changes: [{ path: 'tags', after: '"local"' }] },
          { id: 'post', effect: 'added', after: { polls: 24 } },
        ],
        unchanged: 0,
        problems: [],
      },
    });
    fits('PlanAnswer', given.body);
    expect(await post('sources/plan', { sources: [added], whole: true })).toMatchObject({
      body: {
        sources: [
          { id: 'herald', effect: 'removed', leaves: { articles: 0 } },
          { id: 'post', effect: 'added' },
        ],
      },
    });
    const file = await post('sources/plan', { file: fileOf('tags: [local]\n') });
    expect(file).toMatchObject({
      body: {
        sources: [{ changes: [{ path: 'tags' }, { path: 'rules', before: '{"remove":["p.club"]}' }] }],
      },
    });
    const broken = await post('sources/plan', { file: 'id: post\nnmae: x\n' });
    expect(broken).toMatchObject({
      body: {
        sources: [],
        unchanged: 1,
        problems: expect.arrayContaining([expect.objectContaining({ line: 2 })]),
      },
    });
    fits('PlanAnswer', broken.body);
    expect((await post('sources/plan', { whole: true })).status).toBe(400);
    expect((await post('sources/plan', { sources: [] }, writer)).status).toBe(403);
  });

  it('says what the files of the mill change in what it took up', async () => {
    const [source] = sources.sources();
    if (source === undefined) throw new Error('the source holds mistakes');
    const { state } = app.ports;
    await state.addItems([channelItem(source, source.channels[0] ?? { kind: 'feed', url: '' }, 1)]);
    const partly = await post('sources/plan', {});
    const ofHerald = ({ body }: { body: unknown }) =>
      (body as { sources: { id: string }[] }).sources.find(({ id }) => id === 'herald');
    // The seeded mill took up others, whose files are not there any more.
    expect(ofHerald(partly)).toBeUndefined();
    expect(partly.body).toMatchObject({ partly: 1, unchanged: 1 });
    const before = takenText({ ...source, rules: undefined, limits: { ...source.limits, delay: '9s' } });
    await state.write([{ key: takenKey('herald'), value: before ?? null }]);
    const whole = await post('sources/plan', {});
    expect(ofHerald(whole)).toMatchObject({
      effect: 'changed',
      changes: [
        { path: 'limits.delay', before: '"9s"', after: '"1s"' },
        { path: 'rules', after: '{"remove":["p.club"]}' },
      ],
    });
    fits('PlanAnswer', whole.body);
  });
});

describe('POST examine', () => {
  it('asks for a source that no file has yet, and reads its page by its rules', async () => {
    const definition = { name: 'Odd', channels: [{ url: `${origin}/odd.xml` }], limits: { delay: '10ms' } };
    const faults = async (more: object) => {
      const { status, body } = await post('examine', {
        definition: { ...definition, ...more },
        allowPrivate: [pair],
      });
      fits('ExaminationAnswer', body);
      const { examined } = body as { examined: { url: string; findings: { fault: string }[] }[] };
      return [status, ...examined.map(({ findings }) => findings.map(({ fault }) => fault))];
    };
    expect(await faults({})).toEqual([200, [], []]);
    expect(await faults({ rules: { body: ['.note'] } })).toEqual([200, [], ['no-article']]);
    const unnamed = await post('examine', { definition: { ...definition, allowPrivate: [pair] } });
    expect(unnamed).toMatchObject({ body: { examined: [{ came: 'No answer.' }] } });
    expect((await post('examine', { definition }, writer)).status).toBe(403);
  });
});

describe('the page of one source', () => {
  const path = join(folder, 'herald.yaml');
  let cookie: string;
  let token: string;
  const read = async (): Promise<string> =>
    (await fetch(`${app.address}/sources/herald`, { headers: { cookie } })).text();
  const send = async (form: string, fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ token, source: 'herald', one: 'yes', ...fields });
    const answer = await fetch(`${app.address}/sources/${form}`, {
      method: 'POST',
      headers: { cookie },
      body,
    });
    return { status: answer.status, page: await answer.text() };
  };
  const versionIn = (page: string) =>
    /name="version" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '';
  let before: string;
  beforeAll(async () => {
    before = readFileSync(path, 'utf8');
    ({ cookie, token } = await logInForm(app.address, '/sources', seededKey));
  });
  afterAll(() => writeFileSync(path, before));

  it('shows its polls and its file, which readers do not get', async () => {
    const source = sources.sourceOf('herald');
    const [channel] = source?.channels ?? [];
    if (source === undefined || channel === undefined) throw new Error('there is a herald');
    const item = channelItem(source, channel, started);
    await app.ports.state.addItems([item]);
    const failed = { at: started, ms: 12, status: 503, error: 'answered <b>503</b>' };
    await app.ports.state.write([rememberFetch(item.key, undefined, failed)]);
    const page = await read();
    for (const text of [
      '<h1 dir="auto">Herald</h1>',
      'id: herald',
      'Write it',
      'answered &lt;b>503',
      '12 ms',
    ])
      expect(page).toContain(text);
    const open = await (await fetch(`${app.address}/sources/herald`)).text();
    expect(open).toContain('<h1 dir="auto">Herald</h1>');
    expect(open).toContain('12 ms');
    expect(open).not.toContain('NEWSMILL_SECRET_HERALD');
    expect((await fetch(`${app.address}/sources/nobody`)).status).toBe(404);
  });
  it('has its brake lifted by a button, which is there while it is braked', async () => {
    expect(await read()).not.toContain('Lift the brake');
    const brake = { strikes: 3, until: app.ports.now() + 3_600_000 };
    await app.ports.state.write([{ key: 'brake:clean:herald', value: JSON.stringify(brake) }]);
    const page = await read();
    for (const text of ['Lift the brake', 'after 2 trials', 'newsmill sources lift herald'])
      expect(page).toContain(text);
    expect((await send('lift', {})).page).toContain('The brake is lifted');
    expect(await read()).not.toContain('Lift the brake');
  });
  it('has its quotas lifted by a button, which is there while its pages wait for the next day', async () => {
    const now = app.ports.now();
    const [pages, day] = [useKey('pages', 'herald', quotaDay(now)), now + 86_400_000];
    await app.ports.state.addTo([{ key: pages, amount: 100_000, expiresAt: day }], now);
    const page = await read();
    for (const text of [
      'Lift its quotas for today',
      'it has used what it may use a day (100,000 of 100,000 pages)',
      'pages asked for: 100,000 of 100,000; seconds of computing: 0 of 14,400.',
    ])
      expect(page).toContain(text);
    expect((await send('lift', {})).page).toContain('The quotas of herald are lifted for today');
    expect(await read()).toContain('Its quotas are lifted for today.');
    expect(await read()).not.toContain('Lift its quotas for today');
    expect((await send('lift', {})).page).toContain('Nothing held herald back');
  });
  it('is paused and resumed by a button', async () => {
    const paused = await send('pause', {});
    expect([paused.status, paused.page.includes('is paused')]).toEqual([200, true]);
    expect(readFileSync(path, 'utf8')).toBe(`${before}enabled: false\n`);
    expect((await send('resume', {})).page).toContain('is polled again');
    expect(readFileSync(path, 'utf8')).toBe(`${before}enabled: true\n`);
  });
  it('shows what another text of the file would change, and writes it where it has no mistake', async () => {
    const version = versionIn(await read());
    const text = `${before}tags: [local] # by hand\r\n`;
    const shown = await send('edit', { text, version, do: 'show' });
    expect(shown.page).toContain('<code>tags</code>');
    expect(readFileSync(path, 'utf8')).not.toContain('tags');
    const broken = await send('edit', { text: `${before}nmae: <script>x\n`, version, do: 'save' });
    expect(broken.page).toContain('did you mean <code>name</code>?');
    expect(broken.page).not.toContain('<script>x');
    expect((await send('edit', { text, version, do: 'save' })).page).toContain('The file is written');
    expect(readFileSync(path, 'utf8')).toBe(`${before}tags: [local] # by hand\n`);
    const late = await send('edit', { text: `${before}tags: [sea]\n`, version, do: 'save' });
    expect([late.status, late.page.includes('somebody has changed it')]).toEqual([400, true]);
    expect(late.page).toContain('tags: [sea]');
  });
  it('is removed by whoever types its id, and lets its articles stay', async () => {
    const version = versionIn(await read());
    expect((await send('remove', { confirm: 'post', version })).page).toContain('Nothing is removed');
    expect(existsSync(path)).toBe(true);
    expect((await send('remove', { confirm: 'herald', version })).page).toContain('its articles stay');
    expect(existsSync(path)).toBe(false);
  });
});

describe('the page of the sources', () => {
  it('shows those that are asked for, and the same again after a button was pressed', async () => {
    const { cookie, token } = await logInForm(app.address, '/sources', seededKey);
    const read = async (path: string) => (await fetch(app.address + path, { headers: { cookie } })).text();
    const listed = (page: string) =>
      [...page.matchAll(/<h2 dir="auto" id="source-([^"]+)"/g)].map(([, id]) => id);
    const herald = await read('/sources?q=herald&sort=name');
    expect(listed(herald)).toEqual(['herald']);
    expect(herald).toContain('action="/sources/test?q=herald&amp;sort=name"');
    expect(await read('/sources?q=nobody')).toContain('No source fits.');
    const body = new URLSearchParams({ token, source: 'herald' });
    const answer = await fetch(`${app.address}/sources/test?q=herald`, {
      method: 'POST',
      headers: { cookie },
      body,
    });
    expect(listed(await answer.text())).toEqual(['herald']);
  });
  it('names the private address that a source reaches anyway, and no other, in the form that tries a page', async () => {
    const { cookie } = await logInForm(app.address, '/preview', seededKey);
    const formOf = async (url: string): Promise<string> =>
      (await fetch(`${app.address}/preview?url=${encodeURIComponent(url)}`, { headers: { cookie } })).text();
    expect(await formOf(`${origin}/story`)).toContain(`value="${pair}"`);
    for (const url of ['http://127.0.0.1:9/story', 'http://[', `http://${pair}.paper.example/`, ''])
      expect(await formOf(url)).toMatch(/id="allow-private"[^>]* value(?:=""| )/);
  });
  it('shows what a file would change, and what differs in recorded pages', async () => {
    const { cookie, token } = await logInForm(app.address, '/sources', seededKey);
    const send = async (path: string, fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams({ token, ...fields });
      const answer = await fetch(app.address + path, { method: 'POST', headers: { cookie }, body });
      return { status: answer.status, page: await answer.text() };
    };
    const planned = await send('/sources/plan', { file: fileOf('tags: [local]\n') });
    expect(planned.status).toBe(200);
    for (const text of ['What would change', '<code>tags</code>', 'tags: [local]\n</textarea>'])
      expect(planned.page).toContain(text);
    const broken = await send('/sources/plan', { file: 'id: post\nnmae: <script>x\n' });
    expect(broken.page).toContain('<code>source.yaml:2:1</code>');
    expect(broken.page).not.toContain('<script>x');
    expect((await send('/sources/plan', {})).page).toContain('Requests a day in all');
    const tested = await send('/sources/test', { source: 'herald' });
    expect(tested.page).toContain('1 test, 1 failed.');
    expect(tested.page).toContain('- blocks: paragraph: Members of the club');
  });
});
