import {
  alertReplayed,
  articleCleaned,
  asciiJson,
  deadLetterHeader,
  deadLetters,
  SavedSearchInput,
  type DeadLetterFacts,
  writeMessage,
} from '@newsmill/contracts';
import {
  addKey,
  addSavedSearch,
  alertRecords,
  askVerification,
  readDeadLetter,
  startReplayRun,
  openSession,
} from '@newsmill/operate';
import type { Paper } from './open-paper.ts';
import { seededKey, waitingUrl, type SeededApp } from './seeded-app.ts';
import { seededId } from './seeded-articles.ts';

/** A request that an operation answers with success, and the status where it is not the usual one. */
export interface ContractCase {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

async function sourceTag(app: SeededApp, id: string): Promise<Record<string, string>> {
  const answer = await fetch(`${app.address}/api/v1/sources/${id}`, {
    headers: { authorization: `Bearer ${seededKey}` },
  });
  return { 'if-match': answer.headers.get('etag') ?? '' };
}

/** Has been taken down. */
export const takenDown = seededId('deich-bote', 'deich-erhoeht');

/** A saved search, with the headers that a change of it needs. */
async function savedSearch(app: SeededApp, { hook }: Paper): Promise<ContractCase> {
  const input = SavedSearchInput.parse({
    name: 'Ferries',
    q: 'ferry',
    webhook: { url: hook, allowPrivate: true },
  });
  const { record } = await addSavedSearch(
    { registry: app.ports.registry, now: Date.now, settings: { maxSavedSearches: 200 } },
    input,
  );
  return { path: { id: record.id }, headers: { 'if-match': `"${record.revision}"` } };
}

/** A delivery that was given up, with its dead letter. */
export async function givenUp(app: SeededApp, paper: Paper): Promise<ContractCase> {
  const { path: { id = '' } = {} } = await savedSearch(app, paper);
  const delivery = { id: 'msg_given_up', articles: [], missed: 0, createdAt: 0, attempt: 8, dueAt: 0 };
  const { headers, ...message } = writeMessage(
    alertReplayed,
    { search: id, delivery },
    { key: id, source: delivery.id, time: 0 },
  );
  const letter = 'alert00000000001';
  const facts = {
    id: letter,
    stage: 'alert',
    topic: alertReplayed.name,
    reason: 'undelivered',
    detail: 'Ferries: it answered 503',
    attempts: 8,
    at: 0,
  };
  await app.ports.bus.publish([
    { ...message, topic: deadLetters.name, headers: { ...headers, [deadLetterHeader]: asciiJson(facts) } },
  ]);
  const { states } = alertRecords(app.ports.registry);
  const state = (await states.get(id))?.value;
  if (state === undefined) throw new Error('a saved search has a state');
  const over = { id: delivery.id, articles: 1, attempts: 8, at: 0, deadLetter: letter };
  await states.put(id, { ...state, past: [over] });
  return { path: { id, delivery: delivery.id } };
}

/** Publishes a letter whose message lacks its title, and answers its id; published twice, it is one. */
export async function brokenLetter(app: SeededApp, id: string): Promise<string> {
  const facts: DeadLetterFacts = {
    id,
    stage: 'enrich',
    topic: articleCleaned.name,
    reason: 'bad-message',
    detail: 'title: expected string',
    attempts: 1,
    item: `item-${id}`,
    url: `https://tide-post.example/${id}`,
    sourceId: 'tide-post',
    version: 5,
    firstSeen: 5,
    at: 6,
  };
  const text = 'The night ferry returns to the harbour after a long winter.';
  const article = {
    item: facts.item,
    url: facts.url,
    finalUrl: facts.url,
    sourceId: facts.sourceId,
    fetchedAt: 5,
    firstSeen: 5,
    text,
    blocks: [{ kind: 'paragraph', text }],
    confidence: 1,
  };
  await app.ports.bus.publish([
    {
      topic: deadLetters.name,
      key: facts.item ?? '',
      value: new TextEncoder().encode(JSON.stringify(article)),
      headers: { 'content-type': 'application/json', [deadLetterHeader]: asciiJson(facts) },
    },
  ]);
  return id;
}

/** What `brokenLetter` lacks. */
export async function mendedText(app: SeededApp, id: string): Promise<string> {
  const { editable = '' } = await readDeadLetter(app.ports, id);
  return JSON.stringify({ ...JSON.parse(editable), title: 'The night ferry returns' });
}

/** One case for every operation, by its name in the table. */
export const contractCases: Readonly<
  Record<string, ContractCase | ((app: SeededApp, paper: Paper) => Promise<ContractCase>)>
> = {
  search: {
    query: { q: 'ferry', facets: 'source,day,language', collapse: 'true', from: '2026-11-01', limit: '2' },
  },
  complete: { query: { q: 'night fer', limit: '3' } },
  searchRss: { query: { q: 'ferry' } },
  searchAtom: { query: { q: 'ferry' } },
  searchJson: { query: { q: 'ferry' } },
  searchEvents: { query: { q: 'ferry', collapse: 'story' } },
  savedSearches: {},
  addSavedSearch: {
    body: { name: 'Ferries', q: 'ferry', throttle: 60, webhook: { url: 'https://hooks.example/ferries' } },
  },
  savedSearch,
  putSavedSearch: async (app, paper) => ({
    ...(await savedSearch(app, paper)),
    body: { name: 'Ferries', q: 'ferry OR boat' },
  }),
  removeSavedSearch: savedSearch,
  savedSearchRss: savedSearch,
  savedSearchAtom: savedSearch,
  savedSearchJson: savedSearch,
  savedSearchAlerts: savedSearch,
  savedSearchEvents: savedSearch,
  rotateSecret: savedSearch,
  testSavedSearch: savedSearch,
  retryDelivery: givenUp,
  article: { path: { id: seededId('harbour-times', 'night-ferry-returns') } },
  articleMarkdown: { path: { id: seededId('harbour-times', 'night-ferry-returns') } },
  takedowns: {},
  takeDown: { path: { id: seededId('deich-bote', 'moor') }, body: { reason: 'a court order' } },
  liftTakedown: { path: { id: takenDown } },
  articleNinjs: { path: { id: seededId('harbour-times', 'night-ferry-returns') } },
  articleLinkedData: { path: { id: seededId('harbour-times', 'night-ferry-returns') } },
  export: { query: { fields: 'title,url' } },
  versions: { path: { id: seededId('harbour-times', 'night-ferry-returns') } },
  diff: { path: { id: seededId('harbour-times', 'night-ferry-returns') } },
  original: { path: { id: seededId('harbour-times', 'night-ferry-returns') } },
  coverage: { path: { id: seededId('harbour-times', 'night-ferry-returns') } },
  related: {
    path: { id: seededId('harbour-times', 'night-ferry-returns') },
    query: { limit: '3', otherLanguages: 'true' },
  },
  timeline: { query: { q: 'ferry', interval: 'hour' } },
  top: { query: { field: 'source', from: '2026-11-01' } },
  trends: { query: { from: '2026-11-24', to: '2026-11-24', days: '60', least: '1' } },
  sources: {},
  addSource: async (_app, { feed, pair }) => ({ body: { id: 'added', url: feed, allowPrivate: [pair] } }),
  importSources: async (_app, { feed, pair }) => ({
    body: { list: feed, allowPrivate: [pair], dryRun: true },
  }),
  source: { path: { id: 'tide-post' } },
  putSource: async (app) => ({
    path: { id: 'tide-post' },
    body: { name: 'Tide', channels: [{ url: 'https://tide-post.example/feed' }] },
    headers: await sourceTag(app, 'tide-post'),
  }),
  removeSource: async (app) => ({ path: { id: 'tide-mail' }, headers: await sourceTag(app, 'tide-mail') }),
  pollSource: { path: { id: 'harbour-times' } },
  liftBrake: { path: { id: 'harbour-times' } },
  fetches: { path: { id: 'harbour-times' } },
  pauseSource: { path: { id: 'tide-post' } },
  resumeSource: { path: { id: 'tide-post' } },
  examineSource: { path: { id: 'far-wire' } },
  ledger: { query: { url: waitingUrl } },
  audit: {},
  changes: {},
  backups: {},
  integrity: {},
  startVerification: async (app) => {
    await app.ports.registry.remove('verification', 'last');
    return { body: { mend: true } };
  },
  stopVerification: async (app) => {
    await app.ports.registry.remove('verification', 'last');
    const asker = { who: 'admin', by: 'key', from: '127.0.0.1' } as const;
    await askVerification({ ...app.ports, now: Date.now }, { mend: false, asker });
    return {};
  },
  compareAgain: { body: { q: 'ferry', sample: 5 } },
  report: { query: { period: 'month' } },
  processes: {},
  overview: {},
  overviewEvents: {},
  series: { query: { name: 'searchable,lag.clean', span: 'week' } },
  dead: { query: { limit: '2' } },
  deadGroups: { query: { stage: 'clean' } },
  deadReceipts: async (app) => {
    const receipt = { did: 'discarded' as const, who: 'admin', reason: 'it is gone', letters: 1 };
    await app.ports.registry.put('dead-receipt', '1', {
      ...receipt,
      id: '1',
      when: new Date(0).toISOString(),
    });
    return {};
  },
  replays: {},
  startReplay: async (app) => ({ body: { ids: [await brokenLetter(app, 'c0ffee0000000001')], rate: 5 } }),
  stopReplay: async (app) => {
    const { run, ended } = await startReplayRun(
      app.ports,
      { group: '000000000000' },
      { rate: 5, who: 'admin' },
    );
    await ended;
    return { path: { id: run.id } };
  },
  tryLetters: { body: { group: '000000000000' } },
  discardLetters: async (app) => ({
    body: { ids: [await brokenLetter(app, 'c0ffee0000000002')], why: 'it is gone' },
  }),
  deadLetter: { path: { id: 'bin0000000000001' } },
  deadLetterBytes: { path: { id: 'bin0000000000001' } },
  editLetter: async (app) => {
    const id = await brokenLetter(app, 'c0ffee0000000003');
    return { path: { id }, body: { text: await mendedText(app, id) } };
  },
  replay: { body: { all: true, dryRun: true } },
  preview: async (_app, { feed, pair }) => ({ body: { url: feed, allowPrivate: [pair] } }),
  extract: { body: { url: 'https://harbour-times.example/news/1', source: 'harbour-times' } },
  examineDefinition: {
    body: { definition: { name: 'New', channels: [{ url: 'https://new-post.example/feed' }] } },
  },
  planSources: {
    body: {
      sources: [{ id: 'new-post', name: 'New', channels: [{ url: 'https://new-post.example/feed' }] }],
    },
  },
  testSource: { path: { id: 'harbour-times' } },
  keys: {},
  addKey: { body: { name: 'contract', scope: 'write' }, headers: { 'idempotency-key': 'contract-1' } },
  rotateKey: async (app) => ({
    path: { id: (await addKey(app.ports.registry, { name: 'long', scope: 'read' }, Date.now())).apiKey.id },
    body: { overlap: '1h' },
  }),
  revokeKey: async (app) => ({
    path: { id: (await addKey(app.ports.registry, { name: 'short', scope: 'read' }, Date.now())).apiKey.id },
  }),
  sessions: async (app) => {
    await openSession({ ...app.ports, now: Date.now }, seededKey, 'contract');
    return {};
  },
  endSession: async (app) => ({
    path: {
      id: (await openSession({ ...app.ports, now: Date.now }, seededKey, 'contract'))?.session.id ?? '',
    },
  }),
  settings: { query: { q: 'port', show: 'all' } },
  openApi: {},
};
