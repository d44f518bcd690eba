import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import {
  CleanArticle,
  deadLetterHeader,
  deadLetters,
  ledger,
  writeMessage,
  type LedgerEvent,
} from '@newsmill/contracts';
import { enrichArticle } from '@newsmill/enrich';
import { openPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { toDocument } from '@newsmill/search';
import { itemOf } from '@newsmill/text';
import { z } from 'zod';
import { startMill, type MillProcess } from '../processes/start-mill.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Each question starts a process; on a busy machine that takes its time. */
const hangMs = 300_000;
const long = Date.now() - 3 * 86_400_000;
const at = (path: string) => `https://paper.example/${path}`;
const key = (path: string) => itemOf(at(path)) ?? '';

const announced = at('r/4711');
const final = at('news/night-ferry?edition=2');
const canonical = at('news/night-ferry');

/**
 * What people ask of a mill has one answer, whichever door they come by: command line, API, page or agent.
 */
describe('the same question at every door', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-doors-'));
  const data = join(folder, 'data');
  let mill: MillProcess;
  let agent: Client;

  const event = (path: string, change: Partial<LedgerEvent>): LedgerEvent => ({
    item: key(path),
    url: at(path),
    sourceId: 'paper',
    stage: 'discover',
    version: 0,
    attempt: 0,
    fate: 'waiting',
    firstSeen: long,
    at: long,
    ...change,
  });
  const indexed = (path: string, articleId: string): LedgerEvent =>
    event(path, { stage: 'index', version: long, fate: 'indexed', articleId });
  function document(
    path: string,
    change: Partial<CleanArticle> = {},
    articleId = itemOf(change.finalUrl ?? at(path)) ?? '',
  ) {
    const text = `What the paper says of ${path}. `.repeat(8);
    const article = CleanArticle.parse({
      item: key(path),
      sourceId: 'paper',
      url: at(path),
      finalUrl: at(path),
      fetchedAt: long,
      firstSeen: long,
      published: new Date(long).toISOString(),
      title: `On ${path}`,
      text,
      blocks: [{ kind: 'paragraph', text }],
      confidence: 1,
      language: 'en-GB',
      ...change,
    });
    const enriched = enrichArticle(
      article,
      { articleId, owner: article.item, candidates: [], values: new Map(), site: [] },
      [],
    );
    const made = enriched.kind === 'accept' ? toDocument(enriched.value, { pipelineVersion: '1' }) : enriched;
    if (made.kind !== 'accept') throw new Error(made.reason);
    return made.value;
  }
  const letter = (id: string, reason: string, minutes: number) => ({
    topic: deadLetters.name,
    key: key(id),
    value: Buffer.from('{"broken":true}'),
    headers: {
      'content-type': 'application/json',
      [deadLetterHeader]: JSON.stringify({
        id,
        stage: 'clean',
        topic: '',
        item: key(id),
        url: at(id),
        reason,
        attempts: 1,
        at: long + minutes * 60_000,
      }),
    },
  });

  async function fill(): Promise<void> {
    const ports = await openPorts(readSettings({ NEWSMILL_DATA: data }));
    const { state, library, bus } = ports;
    const page = (url: string) => ({
      key: itemOf(url) ?? '',
      kind: 'page' as const,
      url,
      sourceId: 'paper',
      host: 'paper.example:443',
      domain: 'paper.example',
      dueAt: null,
      priority: 1,
      attempt: 0,
      firstSeen: long,
      fetchedAt: long,
      stamp: '',
      data: {},
    });
    await state.addItems([page(announced), page(canonical)]);
    const [claimed] = await state.claimArticles([
      { item: key('r/4711'), ownId: itemOf(final) ?? '', canonicalId: itemOf(canonical) },
    ]);
    await library.write([
      document('r/4711', { finalUrl: final, canonicalUrl: canonical }, claimed?.articleId),
      document('plain'),
      document('left'),
      document('stranger'),
      document('copy-kept'),
    ]);
    const events = [
      indexed('r/4711', claimed?.articleId ?? ''),
      indexed('plain', key('plain')),
      indexed('copy-kept', key('copy-kept')),
      event('news/night-ferry', {
        stage: 'enrich',
        version: long,
        fate: 'duplicate',
        reason: 'duplicate-of',
        articleId: claimed?.articleId,
      }),
      event('again', { stage: 'index', version: long, fate: 'duplicate', articleId: key('plain') }),
      // These do not balance: one is not in the library, one is no article any more, one is dead without a
      // letter, one is carried on by nothing.
      indexed('lost', key('lost')),
      event('left', { stage: 'clean', version: long + 1, fate: 'dropped', reason: 'not-article-error' }),
      event('unburied', { stage: 'clean', version: long, fate: 'dead', reason: 'bad-page' }),
      event('nowhere', { stage: 'fetch', version: long, fate: 'passed' }),
      ...['first', 'second', 'third'].map((id) =>
        event(id, { stage: 'clean', version: long, fate: 'dead', reason: 'bad-page' }),
      ),
      event('failing', { stage: 'fetch', version: long, fate: 'gone', reason: 'gone' }),
    ];
    await state.recordEvents(events);
    await bus.publish([
      ...events.map((value) => ({
        topic: ledger.name,
        ...writeMessage(ledger, value, {
          key: `${value.item}/${value.stage}`,
          source: 'test',
          time: value.at,
        }),
      })),
      letter('first', 'bad-page', 1),
      letter('second', 'budget-exceeded', 2),
      letter('third', 'bad-page', 3),
      { topic: deadLetters.name, key: 'unreadable', value: Buffer.from('x'), headers: {} },
    ]);
    await ports.close();
  }

  const newsmill = (
    ...words: readonly string[]
  ): Promise<{ readonly code: number; readonly out: string; readonly said: string }> => {
    const { NODE_OPTIONS: _options, ...environment } = process.env;
    return new Promise((resolve) => {
      execFile(
        join(root, 'node_modules/.bin/node'),
        ['services/mill/dist/main.js', ...words],
        { cwd: root, env: { ...environment, NEWSMILL_DATA: data } },
        (error, out, said) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, said }),
      );
    });
  };
  const json = async (...words: readonly string[]): Promise<unknown> =>
    JSON.parse((await newsmill(...words, '--json')).out);
  const lines = async (...words: readonly string[]): Promise<unknown[]> =>
    (await newsmill(...words, '--json')).out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  const api = async (path: string): Promise<unknown> =>
    (await fetch(`${mill.address}/api/v1/${path}`)).json();
  const explained = async (url: string): Promise<unknown> =>
    (await agent.callTool({ name: 'explain', arguments: { url } })).structuredContent;

  /** A browser that has logged in with a key, as far as forms need it. */
  async function logIn(
    secret: string,
  ): Promise<{ send(path: string, fields: Record<string, string>): Promise<Response> }> {
    const cookies = new Map<string, string>();
    const keep = (answer: Response): Response => {
      for (const cookie of answer.headers.getSetCookie())
        cookies.set(cookie.slice(0, cookie.indexOf('=')), cookie.split(';')[0] ?? '');
      return answer;
    };
    const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
      keep(
        await fetch(`${mill.address}/${path}`, {
          ...init,
          redirect: 'manual',
          headers: { accept: 'text/html', cookie: [...cookies.values()].join('; ') },
        }),
      );
    async function send(path: string, fields: Record<string, string>): Promise<Response> {
      const token = /name="token" value="([^"]+)"/.exec(await (await ask(path)).text())?.[1] ?? '';
      return ask(path, { method: 'POST', body: new URLSearchParams({ ...fields, token }) });
    }
    await send('login', { key: secret });
    return { send };
  }

  beforeAll(async () => {
    mkdirSync(join(data, 'sources'), { recursive: true });
    writeFileSync(
      join(data, 'sources', 'paper.yaml'),
      'id: paper\nname: The Paper\nenabled: false\nlanguage: en-GB\nchannels:\n  - url: https://paper.example/feed\n',
    );
    await fill();
    mill = await startMill({ data, settings: { NEWSMILL_DEMO: 'no', NEWSMILL_LOG_LEVEL: 'error' } });
    agent = new Client({ name: 'test', version: '1' });
    await agent.connect(new StreamableHTTPClientTransport(new URL(`${mill.address}/mcp`)));
  }, hangMs);
  afterAll(async () => {
    await agent?.close();
    await mill?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  // The first question: a mill that runs for longer mends what is missing.
  const Audited = z.looseObject({
    balanced: z.boolean(),
    findings: z.array(z.string()),
    unbalanced: z.array(
      z.object({
        kind: z.string(),
        total: z.int(),
        items: z.array(z.looseObject({ item: z.string(), url: z.string() })),
      }),
    ),
    documents: z.int(),
    deadLetters: z.int(),
    totals: z.looseObject({ discovered: z.int() }),
    rows: z.array(z.looseObject({ discovered: z.int() })),
    checkedAt: z.int(),
  });
  it(
    'audits item by item, and names what does not balance',
    async () => {
      const { code, out, said } = await newsmill('audit', '--json');
      const [fromShell, fromApi] = [Audited.parse(JSON.parse(out)), Audited.parse(await api('audit'))];
      expect({ ...fromApi, checkedAt: 0 }).toEqual({ ...fromShell, checkedAt: 0 });
      expect(fromShell.unbalanced.map(({ kind, items }) => [kind, items.map(({ url }) => url)])).toEqual([
        ['missing', [at('lost')]],
        ['stranger', [at('stranger')]],
        ['leftover', [at('left')]],
        ['unburied', [at('unburied')]],
        ['stranded', [at('nowhere')]],
      ]);
      expect([fromApi.balanced, code]).toEqual([false, 1]);
      expect(fromApi.totals.discovered).toBe(
        fromApi.rows.reduce((sum, { discovered }) => sum + discovered, 0),
      );
      for (const finding of fromApi.findings) expect(said).toContain(finding);
      expect(await (await fetch(`${mill.address}/audit`)).text()).toContain('not balanced');
    },
    hangMs,
  );

  const Traced = z.object({
    item: z.string(),
    fate: z.string(),
    articleId: z.string().optional(),
    meaning: z.string(),
    next: z.string(),
  });
  it.each([
    ['as it was announced', announced],
    ['after redirects', final],
    ['as the page calls itself', canonical],
    ['with tracking parameters', `${canonical}?utm_source=feed&fbclid=x`],
    ['by the id of the article', itemOf(canonical) ?? ''],
    ['of a copy', at('again')],
    ['of what is no article any more', at('left')],
    ['of a dead page', at('first')],
    ['of a page that is gone', at('failing')],
  ])(
    'traces an address %s',
    async (_, url) => {
      const traced = Traced.parse(await json('trace', url));
      const looked = Traced.parse(await api(`ledger?url=${encodeURIComponent(url)}`));
      expect(traced).toEqual(looked);
      if (URL.canParse(url)) expect(await explained(url)).toMatchObject({ fate: { fate: looked.fate } });
      expect(await (await fetch(`${mill.address}/ledger?url=${encodeURIComponent(url)}`)).text()).toContain(
        looked.meaning,
      );
    },
    hangMs,
  );
  it(
    'says the same of an address that nobody knows',
    async () => {
      const { code, out } = await newsmill('trace', 'https://nowhere.example/', '--json');
      expect([code, JSON.parse(out)]).toMatchObject([1, { events: [] }]);
      expect(await api('ledger?url=https://nowhere.example/')).toMatchObject({ status: 404 });
    },
    hangMs,
  );

  const Letters = z.object({ total: z.int(), letters: z.array(z.object({ id: z.string() })) });
  it.each([
    ['limit', '1'],
    ['limit', '200'],
    ['reason', 'bad-page'],
  ])(
    'lists dead letters with %s %s, the newest first',
    async (name, value) => {
      const { out, said } = await newsmill('dead', 'list', '--json', `--${name}`, value);
      const listed = out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => z.object({ id: z.string() }).parse(JSON.parse(line)).id);
      const told = Letters.parse(await api(`dead?${name}=${value}`));
      expect(listed).toEqual(told.letters.map(({ id }) => id));
      expect(listed).toEqual(
        name === 'reason'
          ? ['third', 'first']
          : [expect.stringMatching(/^at-/), 'third', 'second', 'first'].slice(0, Number(value)),
      );
      expect(/these are the newest (\d+) of 4; --limit 4 shows them all/.exec(said)?.[1]).toBe(
        name === 'limit' && Number(value) < 4 ? value : undefined,
      );
    },
    hangMs,
  );

  it(
    'shows a dead letter',
    async () => {
      const shown = z.object({ id: z.string(), reason: z.string(), at: z.int(), bytes: z.int() });
      const { out } = await newsmill('dead', 'show', 'second');
      const told = shown.extend({ text: z.string() }).parse(await api('dead/second'));
      expect(out).toContain(told.text);
      expect(shown.parse(JSON.parse(out.slice(0, out.lastIndexOf('}\n{') + 1)))).toEqual(shown.parse(told));
    },
    hangMs,
  );

  it.each([
    ['what is no address', ['trace', 'not an address'], 'ledger?url=not%20an%20address', 2, 400],
    ['a dead letter that is not there', ['dead', 'show', 'nothing'], 'dead/nothing', 1, 404],
    ['a query that cannot be read', ['export', '--query', 'a AND'], 'export?q=a%20AND', 2, 400],
  ] as const)(
    'refuses %s with the same words',
    async (_, words, path, exitCode, status) => {
      const { code, said } = await newsmill(...words);
      const problem = z.object({ status: z.int(), detail: z.string() }).parse(await api(path));
      expect([code, problem.status]).toEqual([exitCode, status]);
      expect(said).toContain(problem.detail);
    },
    hangMs,
  );

  it(
    'refuses what is no address with the same words at every door',
    async () => {
      const url = 'not an address';
      const admin = (await newsmill('keys', 'add', 'asker', '--scope', 'admin')).out.trim();
      const post = async (path: string): Promise<unknown> =>
        (
          await fetch(`${mill.address}/api/v1/${path}`, {
            method: 'POST',
            body: JSON.stringify({ url }),
            headers: { 'content-type': 'application/json', authorization: `Bearer ${admin}` },
          })
        ).json();
      const told = z.looseObject({
        status: z.literal(400),
        code: z.literal('bad-address'),
        detail: z.string(),
        errors: z.array(z.unknown()),
      });
      const { detail, errors } = told.parse(await api(`ledger?url=${encodeURIComponent(url)}`));
      for (const path of ['preview', 'sources'])
        expect([path, told.parse(await post(path))]).toMatchObject([path, { detail, errors }]);
      for (const words of [
        ['trace', url],
        ['sources', 'add', url],
      ])
        expect([words, await newsmill(...words)]).toMatchObject([
          words,
          { code: 2, said: expect.stringContaining(detail) },
        ]);
      expect(await agent.callTool({ name: 'explain', arguments: { url } })).toMatchObject({
        isError: true,
        content: [{ text: detail }],
      });
      expect(await (await fetch(`${mill.address}/ledger?url=${encodeURIComponent(url)}`)).text()).toContain(
        detail.replace(JSON.stringify(url), '').trim(),
      );
      const browser = await logIn(admin);
      expect(await (await browser.send('preview', { url })).text()).toContain(
        detail.replace(JSON.stringify(url), '').trim(),
      );
    },
    hangMs,
  );

  const Sources = z.object({
    sources: z.array(
      z.object({
        id: z.string(),
        state: z.string(),
        reason: z.string(),
        language: z.string(),
        indexed: z.int(),
      }),
    ),
  });
  it(
    'lists sources',
    async () => {
      const [fromShell, fromApi] = [
        Sources.parse(await json('sources', 'list')),
        Sources.parse(await api('sources')),
      ];
      expect(fromShell).toEqual(fromApi);
      const listed = z.object({
        sources: z.array(z.object({ id: z.string(), state: z.string(), articles: z.int() })),
      });
      for (const language of ['en', 'en-US', 'EN_gb'])
        expect(
          listed.parse(
            (await agent.callTool({ name: 'list_sources', arguments: { language } })).structuredContent,
          ).sources,
        ).toEqual(
          fromApi.sources.map(({ id, state, indexed: articles }) =>
            expect.objectContaining({ id, state, articles }),
          ),
        );
    },
    hangMs,
  );

  it(
    'lists takedowns, keys and alerts, and exports',
    async () => {
      await newsmill('takedown', at('copy-kept'), '--reason', 'a court order', '--yes');
      await newsmill('keys', 'add', 'reader', '--scope', 'read');
      await newsmill('alerts', 'add', 'Ferries', 'ferry');
      const admin = (await newsmill('keys', 'add', 'boss', '--scope', 'admin')).out.trim();
      const asAdmin = async (path: string): Promise<unknown> =>
        (
          await fetch(`${mill.address}/api/v1/${path}`, { headers: { authorization: `Bearer ${admin}` } })
        ).json();
      const listed = async (path: string, name: string): Promise<readonly unknown[]> =>
        z.record(z.string(), z.array(z.unknown())).parse(await asAdmin(path))[name] ?? [];
      const receipts = await lines('takedown', 'list');
      expect(receipts).toHaveLength(1);
      expect(await listed('takedowns', 'takedowns')).toEqual(receipts);
      const facts = (entries: readonly unknown[]) =>
        entries.map((entry) =>
          z
            .object({
              id: z.string(),
              name: z.string(),
              scope: z.string().optional(),
              q: z.string().optional(),
              enabled: z.boolean().optional(),
              createdAt: z.int(),
            })
            .parse(entry),
        );
      expect(facts(await listed('keys', 'keys'))).toEqual(facts(await lines('keys', 'list')));
      expect(facts(await listed('saved-searches', 'searches'))).toEqual(facts(await lines('alerts', 'list')));
      const exported = (await newsmill('export')).out;
      expect(exported).toContain('night-ferry');
      expect(
        await (
          await fetch(`${mill.address}/api/v1/export`, { headers: { authorization: `Bearer ${admin}` } })
        ).text(),
      ).toBe(exported);
    },
    hangMs,
  );
});
