import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scopes, type Scope } from '@newsmill/contracts';
import type { HttpClient } from '@newsmill/http';
import {
  addKey,
  listKeys,
  listSessions,
  listTakedowns,
  readDead,
  takeDown,
  openSession,
} from '@newsmill/operate';
import { consoleForms, scopeOfForm } from './console/console-forms.ts';
import { operations, type Operation } from './description/operations.ts';
import { operationOf } from './description/route-table.ts';
import { contractCases, takenDown } from './testing/contract-cases.ts';
import { openPaper, type Paper } from './testing/open-paper.ts';
import { openHttp, openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';
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
  const [keys, sessions] = [await listKeys(registry), await listSessions(registry, Date.now())];
  return [...readdirSync(folder), ...[...keys, ...sessions].map(({ id }) => id)];
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

/** Addresses that are looked at without a key, also from other machines, and why that does no harm. */
const openLooks: Readonly<Record<string, string>> = {
  '/login': 'the way in',
  '/login/oidc': 'the way to the issuer',
  '/login/oidc/callback': 'the way back: it takes what the issuer signed',
  '/login/oidc/ended': 'the way back from a log-out: it takes nothing',
  '/assets/:file': 'style and script of the console, the same for all',
  '/problems': 'says what refusals mean',
  '/problems/:code': 'says what a refusal means',
};
const wrongKeys = ['wrong', `nm_${'0'.repeat(16)}_${'a'.repeat(43)}`];

describe('every route, for everybody', () => {
  /** Asks from another machine, through a proxy that nobody trusts. */
  async function ask(method: string, route: string, headers: Record<string, string>): Promise<number> {
    const path = route.replaceAll(/:\w+|\*/g, 'none');
    const answer = await fetch(app.address + path, {
      method,
      headers: { 'x-forwarded-for': '192.0.2.7', ...headers },
      redirect: 'manual',
    });
    await answer.body?.cancel();
    return answer.status;
  }
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  const routes = () =>
    app.routes.filter(({ method, path }) => methods.includes(method) && path !== '/websub/:token');
  beforeAll(() => void Object.assign(app.ports.settings, { openReads: false }));
  afterAll(() => void Object.assign(app.ports.settings, { openReads: true }));

  it('is shut without a key, but for those that are open for a reason', async () => {
    const looks = routes().filter(({ method }) => method === 'GET');
    const isOpen: string[] = [];
    for (const { method, path } of looks) if ((await ask(method, path, {})) !== 401) isOpen.push(path);
    expect(isOpen.toSorted()).toEqual(Object.keys(openLooks).toSorted());
    for (const { method, path } of routes().filter((one) => !isSafe(one.method))) {
      const isNamed = Object.hasOwn(open, path) || consoleForms[path] === 'own';
      const status = await ask(method, path, {});
      if (!isNamed) expect([method, path, [401, 403].includes(status)]).toEqual([method, path, true]);
    }
  });
  it('is shut for a wrong key', async () => {
    // One that could be guessed is counted, and its address has to wait.
    const statuses = new Set<number>();
    for (const [index, { method, path }] of routes().entries())
      statuses.add(await ask(method, path, bearer(wrongKeys[index % 2] ?? '')));
    expect([...statuses].toSorted((a, b) => a - b)).toEqual([401, 429]);
  });
  it('opens to a key with the scope of its operation, and to no smaller one', async () => {
    for (const operation of Object.values<Operation>(operations)) {
      const { method, path, access } = operation;
      const least = scopes.indexOf(access);
      // The smallest one that is enough, and the greatest one that is not.
      for (const scope of scopes.slice(Math.max(0, least - 1), least + 1)) {
        const isEnough = scope === access;
        // What acts is let act by the tests of each operation.
        if (isEnough && method !== 'get') continue;
        const route = path.replaceAll(/\{\w+\}/g, 'none');
        const status = await ask(method.toUpperCase(), route, bearer(keys.get(scope) ?? ''));
        expect([method, path, scope, status === 401 || status === 403]).toEqual([
          method,
          path,
          scope,
          !isEnough,
        ]);
      }
    }
  });
  it('takes no form that a page of another site sends', async () => {
    const session = `newsmill-session=${sessions.get('admin') ?? ''}`;
    const page = await fetch(`${app.address}/login`, { headers: { cookie: session } });
    const [form = ''] = (page.headers.get('set-cookie') ?? '').split(';');
    const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const before = await deeds();
    for (const [name, value] of [
      ['origin', 'https://evil.example'],
      ['sec-fetch-site', 'cross-site'],
      ['sec-fetch-site', 'same-site'],
    ] as const)
      for (const path of [...Object.keys(consoleForms), '/login']) {
        const answer = await fetch(app.address + path, {
          method: 'POST',
          body: new URLSearchParams({ token, key: seededKey }),
          headers: { cookie: `${session}; ${form}`, [name]: value },
          redirect: 'manual',
        });
        expect([path, name, value, answer.status]).toEqual([path, name, value, 403]);
      }
    expect(await deeds()).toEqual(before);
    expect(
      await ask('POST', '/mcp', { ...bearer(keys.get('read') ?? ''), origin: 'https://evil.example' }),
    ).toBe(421);
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
