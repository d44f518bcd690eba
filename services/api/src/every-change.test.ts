import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { quotaDay } from '@newsmill/contracts';
import {
  changeKinds,
  openSession,
  stopReplayRun,
  takeDown,
  type Change,
  type ChangeKind,
} from '@newsmill/operate';
import { consoleForms } from './console/console-forms.ts';
import { operations, type Operation } from './description/operations.ts';
import {
  brokenLetter,
  contractCases,
  mendedText,
  takenDown,
  type ContractCase,
} from './testing/contract-cases.ts';
import { openPaper, type Paper } from './testing/open-paper.ts';
import { openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';
import { seededId, seededNow } from './testing/seeded-articles.ts';

type OperationName = keyof typeof operations;
/** What an operation that leaves nothing in the log does instead. */
interface NoChange {
  readonly none: string;
}
type Left = ChangeKind | NoChange;

/** What each operation of the API that is more than a look leaves in the log of changes. */
const leaves: Readonly<Partial<Record<OperationName, Left>>> = {
  addSavedSearch: 'search-saved',
  putSavedSearch: 'search-changed',
  removeSavedSearch: 'search-removed',
  rotateSecret: 'secret-rotated',
  testSavedSearch: 'search-tested',
  retryDelivery: 'delivery-retried',
  takeDown: 'article-taken-down',
  liftTakedown: 'takedown-lifted',
  addSource: 'source-added',
  importSources: 'source-added',
  putSource: 'source-changed',
  removeSource: 'source-removed',
  pollSource: 'source-polled',
  liftBrake: 'brake-lifted',
  pauseSource: 'source-paused',
  resumeSource: 'source-resumed',
  startVerification: 'verification-started',
  stopVerification: 'verification-stopped',
  startReplay: 'replay-started',
  stopReplay: 'replay-stopped',
  replay: 'letters-replayed',
  discardLetters: 'letters-discarded',
  editLetter: 'letter-edited',
  addKey: 'key-made',
  rotateKey: 'key-rotated',
  revokeKey: 'key-revoked',
  endSession: 'session-ended',
  compareAgain: { none: 'reads the archive and writes nothing' },
  tryLetters: { none: 'shows what would become of letters and writes nothing' },
  preview: { none: 'keeps nothing' },
  extract: { none: 'keeps nothing' },
  examineSource: { none: 'keeps nothing' },
  examineDefinition: { none: 'keeps nothing' },
  planSources: { none: 'tells what would change and changes nothing' },
  testSource: { none: 'reads what was recorded and changes nothing' },
};

/** The same for what a form of the console does that has no twin. */
const ownForms: Readonly<Record<string, Left>> = {
  '/language': { none: 'a choice of the browser' },
  '/pictures': { none: 'a choice of the browser' },
  '/welcome': { none: 'a choice of the browser' },
  '/logout': 'session-ended',
};

/** Kinds that commands alone leave, and the tests that look for them. */
const ofCommands: Readonly<Partial<Record<ChangeKind, string>>> = {
  'articles-reprocessed': 'test/pipeline/reprocess.e2e.test.ts',
  'library-reindexed': 'test/commands/operator-commands.e2e.test.ts',
  'archives-backfilled': 'test/commands/operator-commands.e2e.test.ts',
  'archive-mended': 'libs/operate/src/verify/verify-archive.test.ts',
  'backup-made': 'test/commands/operator-commands.e2e.test.ts',
  'backup-restored': 'test/pipeline/reprocess.e2e.test.ts',
  'file-recovered': 'test/faults/damaged-registry.e2e.test.ts',
};

const opml = (url: string) => `<opml version="2.0"><body><outline text="A" xmlUrl="${url}"/></body></opml>`;
type Make = (app: SeededApp, paper: Paper) => Promise<ContractCase>;

async function brake({ ports }: SeededApp): Promise<ContractCase> {
  const value = JSON.stringify({ strikes: 1, until: seededNow + 3_600_000 });
  await ports.state.write([{ key: 'brake:clean:harbour-times', value, expiresAt: seededNow + 86_400_000 }]);
  return { path: { id: 'harbour-times' } };
}

/** A replay that goes on. */
async function runningReplay({ ports }: SeededApp): Promise<ContractCase> {
  const id = 'abcdef0123456789';
  const counts = { rate: 1, total: 9, replayed: 1, lost: 0, gone: 0 };
  const times = { startedAt: seededNow, updatedAt: seededNow };
  const run = { id, state: 'running', choice: 'all', who: 'admin', ...counts, ...times };
  await ports.registry.remove('dead-run', id);
  await ports.registry.put('dead-run', id, run);
  return { path: { id } };
}

/** Cases that change something, where those of the contract need not. */
const changing: Readonly<Partial<Record<OperationName, Make>>> = {
  importSources: async () => ({ body: { list: opml('https://listed.example/feed') } }),
  liftBrake: brake,
  stopReplay: runningReplay,
  replay: async (app) => ({ body: { ids: [await brokenLetter(app, 'c0ffee0000000004')] } }),
};

/** Fields of a form that are not those of the path of its twin. */
const fieldsOf: Readonly<
  Record<string, (app: SeededApp, paper: Paper) => Promise<Readonly<Record<string, string>>>>
> = {
  '/preview': async (_app, { feed, pair }) => ({ url: feed, allowPrivate: pair, source: '' }),
  '/preview/add': async (_app, { feed, pair }) => ({ url: feed, allowPrivate: pair, id: 'added' }),
  '/import': async () => ({ list: opml('https://listed.example/feed'), do: 'add' }),
  '/alerts': async () => ({ name: 'Ferries', q: 'ferry', throttle: '0', collapse: 'family' }),
  '/dead/try': async (app) => ({ id: await brokenLetter(app, 'c0ffee0000000005') }),
  '/dead/replay': async (app) => ({ id: await brokenLetter(app, 'c0ffee0000000006'), rate: '5' }),
  '/dead/discard': async (app) => ({ id: await brokenLetter(app, 'c0ffee0000000007'), why: 'it is gone' }),
  '/dead/edit': async (app) => {
    const id = await brokenLetter(app, 'c0ffee0000000008');
    return { id, text: await mendedText(app, id), do: 'send' };
  },
  '/sources/edit': async (app) => ({
    text: sourceText('tide-post', 'Tide'),
    do: 'save',
    version: await versionOf(app, 'tide-post'),
  }),
  '/source-files/mend': async (app) => ({
    name: 'tide-post.yaml',
    text: sourceText('tide-post', 'The Tide'),
    version: await versionOf(app, 'tide-post'),
  }),
  '/sources/remove': async (app) => ({
    confirm: 'tide-mail',
    version: await versionOf(app, 'tide-mail'),
  }),
  '/sources/plan': async () => ({ file: '' }),
  '/reprocess': async () => ({ q: 'ferry', sample: '5' }),
  '/takedowns': async () => ({ article: seededId('deich-bote', 'moor'), reason: 'a court order' }),
  '/takedowns/lift': async () => ({ article: takenDown }),
  '/keys': async () => ({ name: 'desk', scope: 'write' }),
};

const sourceText = (id: string, name: string) =>
  `id: ${id}\nname: ${name}\nchannels:\n  - url: https://${id}.example/feed\n`;

async function versionOf({ address }: SeededApp, id: string): Promise<string> {
  const headers = { authorization: `Bearer ${seededKey}` };
  return (await fetch(`${address}/api/v1/sources/${id}`, { headers })).headers.get('etag') ?? '';
}

/** A mill with two source files, what it got into its log, and what is asked of it. */
function openMill() {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-every-change-'));
  let app: SeededApp;
  let paper: Paper;
  let session = '';
  let seen = 0;
  beforeAll(async () => {
    for (const id of ['tide-post', 'tide-mail'])
      writeFileSync(join(folder, `${id}.yaml`), sourceText(id, id));
    app = await openSeededApp({ directory: folder });
    paper = await openPaper();
    await takeDown(app.ports, { article: takenDown, reason: 'a court order', who: 'admin' }, seededNow);
    session = (await openSession(app.ports, seededKey, 'test'))?.token ?? '';
  });
  afterAll(async () => {
    await app.close();
    await paper.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    app: () => app,
    paper: () => paper,
    caseOf: async (name: OperationName): Promise<ContractCase> => {
      const given = changing[name] ?? contractCases[name] ?? {};
      return typeof given === 'function' ? given(app, paper) : given;
    },
    session: () => `newsmill-session=${session}`,
    /** What the log got since this was asked last, with who did it by what. */
    async fresh(): Promise<readonly string[]> {
      const answer = await fetch(`${app.address}/api/v1/changes?limit=500`, {
        headers: { authorization: `Bearer ${seededKey}` },
      });
      const { changes }: { changes: readonly Change[] } = JSON.parse(await answer.text());
      const since = changes.filter(({ seq }) => seq > seen).toReversed();
      seen = since.at(-1)?.seq ?? seen;
      return since.map(({ what, by, who, from }) => `${what} by ${by} of ${who} from ${from}`);
    },
  };
}

const entriesOf = (left: Left | undefined, by: 'key' | 'session') =>
  typeof left === 'string' ? [`${left} by ${by} of admin key from 127.0.0.1`] : [];

async function call(mill: ReturnType<typeof openMill>, name: OperationName): Promise<void> {
  const operation: Operation = operations[name];
  const { path = {}, body, headers = {} } = await mill.caseOf(name);
  await mill.fresh();
  const at = operation.path.replaceAll(/\{(\w+)\}/g, (_, part: string) => path[part] ?? 'none');
  const answer = await fetch(mill.app().address + at, {
    method: operation.method.toUpperCase(),
    headers: {
      authorization: `Bearer ${seededKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  expect([answer.status, answer.ok ? '' : text]).toEqual([operation.status, '']);
}

describe('what is done through the API', () => {
  const mill = openMill();
  it('is a change of a kind that is known here, or none for a reason', () => {
    const acting = Object.entries<Operation>(operations).filter(([, { method }]) => method !== 'get');
    expect(Object.keys(leaves).toSorted()).toEqual(acting.map(([name]) => name).toSorted());
  });
  it('leaves every kind of change, but for those of commands, which have tests of their own', () => {
    const known = [...Object.values(leaves), ...Object.values(ownForms), 'session-opened', 'quotas-lifted'];
    const missing = Object.keys(changeKinds).filter((kind) => !known.includes(kind));
    expect(missing.toSorted()).toEqual(Object.keys(ofCommands).toSorted());
    for (const [kind, path] of Object.entries(ofCommands))
      expect([path, readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')]).toEqual([
        path,
        expect.stringContaining(kind),
      ]);
  });
  // The names are those of the table above.
  it.each(Object.entries(leaves) as [OperationName, Left][])('%s leaves %j', async (name, left) => {
    await call(mill, name);
    expect(await mill.fresh()).toEqual(entriesOf(left, 'key'));
  });
  it('leaves the end of quotas too, where they held a source', async () => {
    const { state } = mill.app().ports;
    const expiresAt = seededNow + 86_400_000;
    const key = `use:pages:${quotaDay(seededNow)}:harbour-times`;
    const settings = mill.app().ports.settings;
    Object.assign(settings, { sourcePages: 10 });
    await state.write([{ key, value: '10', expiresAt }]);
    await call(mill, 'liftBrake');
    expect(await mill.fresh()).toEqual([
      ...entriesOf('brake-lifted', 'key'),
      ...entriesOf('quotas-lifted', 'key'),
    ]);
  });
  it('leaves nothing where it changed nothing', async () => {
    const { path: { id = '' } = {} } = await runningReplay(mill.app());
    await stopReplayRun(mill.app().ports, id, 'admin');
    await mill.fresh();
    const headers = { authorization: `Bearer ${seededKey}` };
    const again = (method: string, path: string) =>
      fetch(`${mill.app().address}/api/v1${path}`, { method, headers });
    expect((await again('DELETE', `/dead/replays/${id}`)).status).toBe(200);
    expect((await again('POST', '/sources/tide-post/resume')).status).toBe(200);
    expect((await again('POST', '/sources/harbour-times/lift')).status).toBe(200);
    expect(await mill.fresh()).toEqual([]);
  });
});

describe('what is done in the console', () => {
  const mill = openMill();
  const forms = Object.entries(consoleForms).map(([path, twin]) => [path, twin] as const);
  // Whoever logs out does nothing more.
  const inOrder = forms.toSorted(([a], [b]) => Number(a === '/logout') - Number(b === '/logout'));

  async function send(path: string, fields: Record<string, string>, cookie: string): Promise<Response> {
    const page = await fetch(`${mill.app().address}/login`, { headers: { cookie } });
    const [form = ''] = (page.headers.get('set-cookie') ?? '').split(';');
    const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    return fetch(mill.app().address + path, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, token }),
      headers: { cookie: `${cookie}; ${form}`, accept: 'text/html' },
      redirect: 'manual',
    });
  }

  it('has a row for every form without a twin', () => {
    const own = forms.filter(([, twin]) => twin === 'own').map(([path]) => path);
    expect(Object.keys(ownForms).toSorted()).toEqual(own.toSorted());
  });
  it.each(inOrder)('%s leaves what %s leaves', async (path, twin) => {
    const { path: ids = {} } = twin === 'own' || fieldsOf[path] !== undefined ? {} : await mill.caseOf(twin);
    const { id = '' } = ids;
    const own = (await fieldsOf[path]?.(mill.app(), mill.paper())) ?? {};
    const source = path === '/sources/remove' ? 'tide-mail' : 'tide-post';
    if (twin === 'startVerification' || twin === 'stopVerification') await mill.caseOf(twin);
    await mill.fresh();
    const answer = await send(path, { source: id || source, run: id, ...ids, ...own }, mill.session());
    const text = await answer.text();
    expect(answer.status < 400 ? '' : text).toBe('');
    expect(await mill.fresh()).toEqual(entriesOf(twin === 'own' ? ownForms[path] : leaves[twin], 'session'));
  });
  it('leaves who has logged in', async () => {
    await mill.fresh();
    expect((await send('/login', { key: seededKey }, '')).status).toBe(303);
    expect(await mill.fresh()).toEqual(entriesOf('session-opened', 'session'));
  });
});
