import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scopes, type Scope } from '@newsmill/contracts';
import type { HttpClient } from '@newsmill/http';
import { addKey, listKeys, listTakedowns, readDead, takeDown } from '@newsmill/operate';
import { consoleForms, scopeOfForm } from './console/console-forms.ts';
import { operations, type Operation } from './description/operations.ts';
import { operationOf } from './description/route-table.ts';
import { openSession, sessionKind } from './guards/sessions.ts';
import { contractCases, takenDown } from './testing/contract-cases.ts';
import { openPaper, type Paper } from './testing/open-paper.ts';
import { openHttp, openSeededApp, type SeededApp } from './testing/seeded-app.ts';
import { seededId } from './testing/seeded-articles.ts';

/** Addresses that take a POST without a key, and why that does no harm. */
const open: Readonly<Record<string, string>> = {
  '/login': 'the way in: it takes a key',
  '/mcp': 'agents read there; no tool of theirs changes or fetches anything',
};
const isSafe = (method: string) => ['GET', 'HEAD', 'OPTIONS'].includes(method);

let app: SeededApp;
let paper: Paper;
const folder = mkdtempSync(join(tmpdir(), 'newsmill-routes-'));
/** Everything that the mill asked of others: addresses, with the private ones that it might reach. */
const asked: string[] = [];
const http = openHttp();
const listening: HttpClient = {
  ...http,
  send(request) {
    asked.push(`${request.url} ${(request.allowPrivate ?? []).join()}`);
    return http.send(request);
  },
};
/** A key and a session of each scope. */
const keys = new Map<Scope, string>();
const sessions = new Map<Scope, string>();

/** What the mill was made to do to others, to its articles and to its dead letters. */
async function deeds(): Promise<readonly unknown[]> {
  const articles = (await app.ports.library.list({ limit: 100 })).items.map(({ id }) => id);
  const letters = (await readDead(app.ports, { limit: 100 })).letters.map(({ id }) => id);
  return [[...asked], articles, letters, await listTakedowns(app.ports.registry)];
}

beforeAll(async () => {
  writeFileSync(
    join(folder, 'tide-post.yaml'),
    'id: tide-post\nname: Tide\nchannels:\n  - url: https://tide-post.example/feed\n',
  );
  paper = await openPaper();
  app = await openSeededApp({ settings: { openReads: true }, directory: folder, http: listening });
  await takeDown(app.ports, { article: takenDown, reason: 'a court order', who: 'admin' }, Date.now());
  for (const scope of scopes) {
    const { key } = await addKey(app.ports.registry, { name: `${scope} key`, scope }, Date.now());
    keys.set(scope, key);
    sessions.set(scope, (await openSession({ ...app.ports, now: Date.now }, key, 'routes'))?.token ?? '');
  }
});
afterAll(async () => {
  await app.close();
  await http.close();
  await paper.close();
  rmSync(folder, { recursive: true, force: true });
});

const bodyOf = async (operation: Operation) => {
  const name =
    Object.entries<Operation>(operations).find(
      ([, one]) => one === operation || (one.path === operation.path && one.method === operation.method),
    )?.[0] ?? '';
  const given = contractCases[name];
  return typeof given === 'function' ? given(app, paper) : (given ?? {});
};

async function callApi(
  operation: Operation,
  headers: Record<string, string>,
  more: object = {},
): Promise<number> {
  const { path = {}, body, headers: own = {} } = await bodyOf(operation);
  const address =
    app.address +
    operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? 'none'));
  const content = body === undefined ? {} : { body: JSON.stringify({ ...(body as object), ...more }) };
  return (
    await fetch(address, {
      method: operation.method.toUpperCase(),
      headers: { 'content-type': 'application/json', ...own, ...headers },
      ...content,
    })
  ).status;
}

/** Sends a form as a browser does that has opened a page of ours, logged in or not. */
async function sendForm(
  path: string,
  scope: Scope | undefined,
  fields: Record<string, string> = {},
): Promise<number> {
  const session = scope === undefined ? '' : `newsmill-session=${sessions.get(scope) ?? ''}`;
  const page = await fetch(`${app.address}/login`, { headers: { cookie: session } });
  const [form = ''] = (page.headers.get('set-cookie') ?? '').split(';');
  const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const article = seededId('harbour-times', 'night-ferry-returns');
  const body = new URLSearchParams({
    token,
    url: 'https://harbour-times.example/feed.xml',
    name: 'Ferries',
    q: 'ferry',
    throttle: '0',
    collapse: 'family',
    id: '0'.repeat(32),
    article,
    reason: 'a court order',
    ...fields,
  });
  return (
    await fetch(app.address + path, {
      method: 'POST',
      body,
      headers: { cookie: `${session}; ${form}`, accept: 'text/html' },
      redirect: 'manual',
    })
  ).status;
}

/** Names of what is kept that a request could have changed: files, keys, sessions. */
async function kept(): Promise<readonly string[]> {
  const { registry } = app.ports;
  const [keys, sessions] = [await listKeys(registry), await registry.list(sessionKind, { limit: 100 })];
  return [...readdirSync(folder), ...[...keys, ...sessions.items].map(({ id }) => id)];
}

describe('every address that makes the mill act', () => {
  it('is an operation of the API, a form of the console with a twin there, or open for a reason', () => {
    const acting = app.routes.filter(({ method }) => !isSafe(method));
    const unknown = acting.filter(
      ({ method, path }) =>
        operationOf(method, path) === undefined &&
        !Object.hasOwn(open, path) &&
        !(method === 'POST' && Object.hasOwn(consoleForms, path)),
    );
    expect(unknown).toEqual([]);
    expect(acting.length).toBeGreaterThan(20);
    for (const path of Object.keys(consoleForms)) expect(app.routes).toContainEqual({ method: 'POST', path });
    // Reading needs no more than a reader has; whatever acts, needs more.
    const light = Object.values<Operation>(operations).filter(
      ({ method, access }) => method !== 'get' && access === 'read',
    );
    expect(light).toEqual([]);
  });
  it('refuses a reader, with a key or without, also where reads are open', async () => {
    // The delivery of this case comes with a dead letter.
    await bodyOf(operations.retryDelivery);
    // And so do those of the dead letters.
    for (const operation of [operations.startReplay, operations.discardLetters, operations.editLetter])
      await bodyOf(operation);
    const [before, doneBefore] = [await kept(), await deeds()];
    expect(asked).toEqual([]);
    for (const operation of Object.values<Operation>(operations).filter(({ method }) => method !== 'get')) {
      const at = `${operation.method} ${operation.path}`;
      expect([at, await callApi(operation, {})]).toEqual([at, 401]);
      expect([at, await callApi(operation, { authorization: `Bearer ${keys.get('read')}` })]).toEqual([
        at,
        403,
      ]);
      expect([at, await callApi(operation, { cookie: `newsmill-session=${sessions.get('admin')}` })]).toEqual(
        [at, 401],
      );
    }
    for (const path of Object.keys(consoleForms).filter((one) => consoleForms[one] !== 'own')) {
      expect([path, await sendForm(path, undefined)]).toEqual([path, 401]);
      expect([path, await sendForm(path, 'read')]).toEqual([path, 403]);
    }
    expect(await deeds()).toEqual(doneBefore);
    expect(await kept()).toEqual(expect.arrayContaining([...before]));
    expect((await listKeys(app.ports.registry)).map(({ name }) => name)).not.toContain('contract');
  });
  it('does nothing when it is only looked at', async () => {
    const before = await deeds();
    for (const { path } of app.routes.filter(
      ({ method, path: at }) => method === 'GET' && !at.includes('events') && !at.includes('*'),
    )) {
      const answer = await fetch(
        `${app.address}${path.replaceAll(/:\w+/g, 'none')}?url=https%3A%2F%2Fnews.example%2F`,
        { headers: { authorization: `Bearer ${keys.get('read')}` } },
      );
      await answer.arrayBuffer();
    }
    expect(await deeds()).toEqual(before);
    expect(asked).toEqual([]);
  });
  it('asks the same scope of a form as of its twin', async () => {
    for (const path of Object.keys(consoleForms).filter((one) => consoleForms[one] !== 'own')) {
      const needed = scopeOfForm(path);
      for (const scope of scopes) {
        const status = await sendForm(path, scope);
        const isEnough = scopes.indexOf(scope) >= scopes.indexOf(needed);
        expect([path, scope, status === 401 || status === 403]).toEqual([path, scope, !isEnough]);
      }
    }
    // Two previews: each asks for what stands at the address, and for the channels of its publisher, which two
    // that add it ask for too.
    expect(asked).toEqual(Array.from({ length: 6 }, () => 'https://harbour-times.example/feed.xml '));
  });
});

describe('private addresses', () => {
  it('are named in a preview or a new source by whoever may write source files, and by nobody else', async () => {
    const { pair, feed } = paper;
    const bearer = (scope: Scope) => ({ authorization: `Bearer ${keys.get(scope)}` });
    /** What was asked since this was asked last. */
    const askedNow = () => [...new Set(asked.splice(0))];
    askedNow();
    for (const operation of [operations.preview, operations.addSource]) {
      expect(await callApi(operation, bearer('write'))).toBe(403);
      expect(await callApi(operation, bearer('admin'), { allowPrivate: ['no pair'] })).toBe(400);
      expect(askedNow()).toEqual([]);
      expect(await callApi(operation, bearer('admin'))).toBe(operation.status);
      const now = askedNow();
      expect(now[0]).toBe(`${feed} ${pair}`);
      expect(now.filter((one) => !one.startsWith(`http://${pair}/`) || !one.endsWith(` ${pair}`))).toEqual(
        [],
      );
    }
    expect(readFileSync(join(folder, 'added.yaml'), 'utf8')).toContain(pair);
    expect(await sendForm('/preview', 'write', { allowPrivate: pair })).toBe(403);
    expect(await sendForm('/preview', 'admin', { allowPrivate: 'no pair' })).toBe(400);
    expect(askedNow()).toEqual([]);
    expect(await sendForm('/preview', 'admin', { allowPrivate: `${pair}, localhost:8082` })).toBe(200);
    expect(askedNow()).toEqual([`https://harbour-times.example/feed.xml ${pair},localhost:8082`]);
    expect(operations.putSource.access).toBe('admin');
  });
});

/** Addresses that take any host name, and why that does no harm. */
const anyHost: Readonly<Record<string, string>> = {
  '/websub/:token':
    'hubs come by the public address; the token in the path and the signature say who they are',
};

describe('every address', () => {
  it('answers to our own names alone', async () => {
    const { port } = new URL(app.address);
    const ask = (method: string, path: string) =>
      new Promise<number>((resolve, reject) => {
        const request = httpRequest(
          { host: '127.0.0.1', port, method, path, headers: { host: 'evil.example', connection: 'close' } },
          (answer) => {
            answer.resume();
            resolve(answer.statusCode ?? 0);
          },
        );
        request.on('error', reject).end();
      });
    const routes = [...app.routes, { method: 'GET', path: '/nothing-is-here' }].filter(
      ({ path }) => !Object.hasOwn(anyHost, path),
    );
    for (const { method, path } of routes)
      expect([method, path, await ask(method, path.replaceAll(/:\w+|\*/g, 'none'))]).toEqual([
        method,
        path,
        421,
      ]);
  });
});
