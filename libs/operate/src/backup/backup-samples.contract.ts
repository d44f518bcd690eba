import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allTopics,
  articleCleaned,
  deadLetterHeader,
  deadLetters,
  ledger,
  ledgerGroup,
  pageFetched,
  retryTopic,
  writeMessage,
  type FrontierItem,
  type LedgerEvent,
} from '@newsmill/contracts';
import type { OutgoingMessage, StoredMessage } from '@newsmill/bus';
import { openPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { sampleArticle } from '../../../store/src/testing/sample-article.ts';
import type { StateRecord } from '@newsmill/store';
import { newBackupKey } from './backup-key.ts';
import type { BackupPorts } from './backup-mill.ts';

export const now = Date.UTC(2026, 10, 24, 12);
/** The mills of the tests sign as one. */
export const sampleKey = newBackupKey();
export const sampleTrust = { own: sampleKey.fingerprint, signedBy: [], unsigned: false };

/** What a mill works on, without anybody at work. */
export interface TestMill extends BackupPorts {
  readonly sources: string;
  close(): Promise<void>;
}

/** The embedded form, in a folder. */
export async function openEmbedded(data: string): Promise<TestMill> {
  return { ...(await openPorts(readSettings({ NEWSMILL_DATA: data }))), sources: join(data, 'sources') };
}

/** A page at rest until its next visit. */
export function sampleItem(key: string, change: Partial<FrontierItem> = {}): FrontierItem {
  return {
    key,
    kind: 'page',
    url: `https://a.example/${key}`,
    sourceId: 'a',
    host: 'a.example:443',
    domain: 'a.example',
    dueAt: now + 5_000,
    priority: 1,
    attempt: 0,
    firstSeen: now - 86_400_000,
    fetchedAt: now - 1_000,
    stamp: 's',
    data: { etag: '"1"', entry: { title: key } },
    ...change,
  };
}
function event(key: string, change: Partial<LedgerEvent> = {}): LedgerEvent {
  return {
    item: key,
    url: `https://a.example/${key}`,
    sourceId: 'a',
    stage: 'discover',
    version: 0,
    attempt: 0,
    fate: 'waiting',
    firstSeen: now - 86_400_000,
    at: now,
    ...change,
  };
}
function ledgerMessage(of: LedgerEvent): OutgoingMessage {
  return {
    topic: ledger.name,
    ...writeMessage(ledger, of, { key: `${of.item}/${of.stage}`, source: 'test', time: now }),
  };
}
function deadLetter(id: string): OutgoingMessage {
  const facts = { id, stage: 'fetch', topic: '', reason: 'not-found', attempts: 1, at: now };
  return {
    topic: deadLetters.name,
    key: 'dead',
    value: Buffer.from('{"url":"x"}'),
    headers: { [deadLetterHeader]: JSON.stringify(facts) },
  };
}

/** A mill with something of everything. */
export async function fill(mill: TestMill): Promise<void> {
  mkdirSync(mill.sources, { recursive: true });
  writeFileSync(join(mill.sources, 'a.yaml'), 'id: a\nname: Größe\n');
  writeFileSync(join(mill.sources, 'b.yml'), 'id: b\n');
  writeFileSync(join(mill.sources, 'notes.txt'), 'no source');
  const records: StateRecord[] = [
    { kind: 'item', item: sampleItem('one') },
    { kind: 'item', item: sampleItem('two', { dueAt: null, host: 'b.example:443', domain: 'b.example' }) },
    { kind: 'item', item: sampleItem('channel:1', { kind: 'channel', priority: 0, firstSeen: now }) },
    { kind: 'item', item: sampleItem('new', { dueAt: null, firstSeen: now }) },
    {
      kind: 'host',
      host: 'a.example:443',
      domain: 'a.example',
      freeAt: now + 1e11,
      domainFreeAt: now + 2e11,
    },
    {
      kind: 'entry',
      entry: { key: 'robots:https://a.example', value: '{"rules":[]}', expiresAt: now + 1e9 },
    },
    { kind: 'claim', ownId: 'own', canonicalId: 'canonical', articleId: 'canonical' },
    { kind: 'owner', articleId: 'canonical', item: 'one' },
    { kind: 'fingerprint', entry: { id: 'art1', bands: ['x', 'y'], payload: '{}', expiresAt: now + 1e12 } },
    { kind: 'fingerprint', entry: { id: 'art2', bands: ['y', 'z'], payload: '{}', expiresAt: now + 1e12 } },
    { kind: 'site', site: 'a.example', seenAt: now, articles: [{ item: 'one', lines: 'AAAA' }] },
    {
      kind: 'settled',
      settled: {
        key: '0123456789abcdef',
        firstSeen: now - (now % 60_000),
        sourceId: 'a',
        fate: { stage: 'index', fate: 'indexed', version: 5, at: 5, isOwnArticle: true },
        stamp: 'oabc.defgh',
        isOwner: true,
      },
    },
    { kind: 'event', event: event('one') },
    {
      kind: 'event',
      event: event('one', { stage: 'index', version: 9, fate: 'indexed', articleId: 'art1' }),
    },
  ];
  await mill.state.importRecords(records);
  const before = sampleArticle('art1', { version: 8, title: 'Another headline' });
  await mill.library.write([before]);
  await mill.library.write([sampleArticle('art1', { version: 9 }), sampleArticle('art2', { version: 3 })]);
  await mill.library.link([{ id: 'art2', duplicateOf: 'art1', since: 5, similarity: 0.9 }]);
  await mill.library.remove([{ id: 'art3', version: 7 }]);
  await mill.registry.put('saved-search', 's1', {
    name: 'Größe',
    q: '',
    collapse: 'family',
    throttle: 0,
    enabled: true,
    createdAt: now,
    updatedAt: now,
  });
  await mill.registry.put('dead-receipt', 'd1', {
    id: 'd1',
    did: 'discarded',
    who: 'ops',
    when: '2026-11-20T08:00:00.000Z',
    reason: 'the paper has closed',
    letters: 3,
    choice: 'source herald',
  });
  await mill.registry.put(
    'api-key',
    'k1',
    { name: 'reader', scope: 'read', hash: 'abc', createdAt: now },
    { expiresAt: Date.now() + 1e9 },
  );
  const archive = await mill.archive.put({
    url: 'https://a.example/one',
    fetchedAt: now,
    status: 200,
    encoding: 'identity',
    headers: {},
    body: randomBytes(700_000),
  });
  await mill.archive.put({
    url: 'https://a.example/old',
    fetchedAt: now - 3 * 86_400_000,
    status: 200,
    encoding: 'identity',
    headers: {},
    body: Buffer.from('old'),
  });
  const headers = { schema: '1', ce_id: 'e1', page: JSON.stringify({ archive }) };
  await mill.bus.publish([
    { topic: pageFetched.name, key: 'one', value: randomBytes(50_000), headers },
    { topic: pageFetched.name, key: 'one', value: new Uint8Array(), headers: { ...headers, ce_id: 'e2' } },
    {
      topic: articleCleaned.name,
      key: 'two',
      value: Buffer.from('a line\nand another\r\n\0'),
      headers: { ce_id: 'e3' },
    },
    {
      topic: retryTopic('clean', 2).name,
      key: 'three',
      value: Buffer.from('x'),
      headers: { ce_id: 'e4', 'newsmill-try': '3' },
    },
    deadLetter('dead1'),
    deadLetter('dead2'),
    ledgerMessage(event('two', { stage: 'fetch', fate: 'passed', version: 4 })),
  ]);
}

/** JSON with the fields of objects in order: the forms keep them as they like. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Everything that a restore must bring back, in an order of its own. */
export async function contentOf(mill: TestMill): Promise<unknown> {
  const found: string[] = [];
  const add = (kind: string, value: unknown) => found.push(`${kind} ${inOrder(value)}`);
  const addMessage = ({ topic, key, headers, value }: StoredMessage) =>
    add('message', { topic, key, headers, value: Buffer.from(value).toString('hex') });
  for await (const record of mill.state.exportRecords()) add('state', record);
  for await (const record of mill.library.exportRecords()) add('library', record);
  for await (const { revision: _revision, ...record } of mill.registry.exportRecords())
    add('registry', record);
  for (const { name, groups } of allTopics())
    for (const group of groups)
      if (group !== ledgerGroup)
        for await (const message of mill.bus.backlog(name, group)) addMessage(message);
  for await (const message of mill.bus.browse(deadLetters.name)) addMessage(message);
  for await (const { name } of mill.archive.files()) {
    const hash = createHash('sha256');
    for await (const piece of mill.archive.readFile(name)) hash.update(piece);
    add('file', [name, hash.digest('hex')]);
  }
  for (const name of readdirSync(mill.sources).filter((file) => /ya?ml$/.test(file)))
    add('source', [name, readFileSync(join(mill.sources, name), 'utf8')]);
  return found.sort();
}
