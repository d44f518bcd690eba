import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { articleCleaned } from '@newsmill/contracts';
import { buryMessage, openPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { quietTelling } from '../../libs/runtime/src/testing/quiet-telling.ts';
import { commandList } from '../../services/mill/src/commands/command-list.ts';
import { startHomePaper, type HomePaper } from '../papers/home-paper.ts';
import { runCommand, startCommand, type Ended } from '../processes/run-command.ts';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-operator-'));
const at = (name: string) => join(folder, name);
const data = at('data');
let paper: HomePaper;
let mill: MillProcess;
/** What earlier commands have answered, by their name. */
const told: Record<string, Record<string, unknown>> = {};

/** A command on the mill; what it was not told of the folders is added where it takes them. */
async function newsmill(...words: string[]): Promise<Ended> {
  const command = (await commandList.findLast(({ name }) => words.join(' ').startsWith(name))?.load?.())
    ?.command;
  const own = { data, sources: at('sources') };
  const folders = Object.entries(own).flatMap(([name, value]) =>
    command !== undefined && name in command.options && !words.includes(`--${name}`)
      ? [`--${name}`, value]
      : [],
  );
  return runCommand([...words, ...folders], { NEWSMILL_SOURCES: at('sources') });
}

/** What stands on standard output as JSON: one value, or one a line. Throws for anything else. */
function jsonIn(stdout: string): unknown[] {
  try {
    return [JSON.parse(stdout)];
  } catch {
    return stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  }
}

const story = () => `${paper.origin}/story/3`;

async function leaveDeadLetter(): Promise<void> {
  const ports = await openPorts(readSettings({ NEWSMILL_DATA: data }));
  const message = {
    key: 'item1',
    value: new TextEncoder().encode('{}'),
    headers: { schema: '1', ce_id: 'e1' },
  };
  const facts = {
    stage: 'enrich' as const,
    topic: articleCleaned.name,
    reason: 'tries-exhausted',
    detail: 'x',
    attempts: 3,
    item: 'item1',
    url: 'https://a.example/1',
    sourceId: 'harbour',
    firstSeen: 1,
    version: 0,
    at: 5,
  };
  await ports.bus.publish([buryMessage(message, facts, quietTelling())]);
  await ports.close();
}

beforeAll(async () => {
  paper = await startHomePaper({ feed: 4, news: 0 });
  const host = new URL(paper.origin).host;
  writeSources(at('sources'), [
    {
      id: 'harbour',
      name: 'Harbour Post',
      allowPrivate: [host],
      channels: [{ url: `${paper.origin}/feed.xml`, kind: 'feed' }],
    },
  ]);
  writeFileSync(
    at('feeds.opml'),
    '<opml version="2.0"><body><outline text="Other" xmlUrl="https://other.example/feed.xml"/></body></opml>',
  );
  // A mill that does not run.
  mkdirSync(at('spare'));
  const spare = new DatabaseSync(join(at('spare'), 'mill.db'));
  spare.exec('CREATE TABLE some (id INTEGER)');
  spare.close();
  writeFileSync(at('pages.warc'), '');
  writeFileSync(at('letter.json'), '{"other":true}');
  const rows = Array.from({ length: 24 }, (_, index) =>
    JSON.stringify({
      text:
        index % 2 === 0
          ? `The team won match ${index} by a late goal.`
          : `The bank raised rates for loan ${index}.`,
      label: index % 2 === 0 ? 'sport' : 'money',
    }),
  );
  writeFileSync(at('labelled.jsonl'), rows.join('\n'));
  mill = await startMill({ data, sources: at('sources'), settings: { NEWSMILL_POLL_MIN: '1s' } });
  await untilAtRest(mill.address, 4, 60_000);
  await leaveDeadLetter();
}, 240_000);
afterAll(async () => {
  await mill?.kill();
  paper?.server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Words of each command that answers, and how it ends; in this order, since some need what others made. */
const rows: Readonly<Record<string, { readonly words: () => readonly string[]; readonly code?: number }>> = {
  'sources add': {
    words: () => [
      `${paper.origin}/feed.xml`,
      '--id',
      'second',
      '--dry-run',
      '--allow-private',
      new URL(paper.origin).host,
    ],
  },
  'sources list': { words: () => [] },
  // Before a letter is replayed and dies again, of which it warns.
  top: { words: () => ['--once'] },
  'sources plan': { words: () => [] },
  'sources doctor': { words: () => ['harbour'] },
  'sources poll': { words: () => ['harbour'] },
  'sources fetches': { words: () => ['harbour'] },
  'sources lift': { words: () => ['harbour'] },
  'sources pause': { words: () => ['harbour'] },
  'sources resume': { words: () => ['harbour'] },
  'sources edit': { words: () => ['harbour', '--from', join(at('sources'), 'harbour.yaml'), '--dry-run'] },
  'sources remove': { words: () => ['harbour'], code: 1 },
  'sources import': { words: () => [at('feeds.opml'), '--dry-run'] },
  'sources export': { words: () => [] },
  'sources record': { words: () => ['harbour', story()] },
  'sources test': { words: () => ['harbour'] },
  'sources try': { words: () => ['harbour'] },
  validate: { words: () => [] },
  extract: { words: () => [story(), '--allow-private', new URL(paper.origin).host] },
  trace: { words: () => [story()] },
  history: { words: () => [story()] },
  'alerts add': { words: () => ['Crane', 'crane', '--webhook', `${paper.origin}/hook`, '--allow-private'] },
  'alerts list': { words: () => [] },
  'alerts edit': { words: () => [String(told['alerts add']?.['id']), '--name', 'Cranes'] },
  'alerts deliveries': { words: () => [String(told['alerts add']?.['id'])] },
  'alerts test': { words: () => [String(told['alerts add']?.['id'])], code: 1 },
  'alerts remove': { words: () => [String(told['alerts add']?.['id'])] },
  'dead list': { words: () => [] },
  'dead show': { words: () => [String(told['dead list']?.['id'])] },
  'dead groups': { words: () => [] },
  'dead group': { words: () => [String(told['dead groups']?.['id'])] },
  'dead edit': {
    words: () => [String(told['dead list']?.['id']), '--from', at('letter.json'), '--dry-run'],
    code: 1,
  },
  'dead discard': { words: () => ['--source', 'nobody', '--why', 'it is gone'] },
  'dead replay': { words: () => [String(told['dead list']?.['id'])] },
  processes: { words: () => [] },
  graph: { words: () => [] },
  'config show': { words: () => [] },
  report: { words: () => [] },
  audit: { words: () => [] },
  backfill: { words: () => [at('pages.warc'), '--source', 'harbour'] },
  'train topics': { words: () => [at('labelled.jsonl'), '--out', at('topics.json')] },
  backup: { words: () => [at('mill.backup')] },
  backups: { words: () => [] },
  verify: { words: () => [] },
  recover: { words: () => ['--data', at('spare')] },
  restore: { words: () => ['--check', at('mill.backup')] },
  export: { words: () => [] },
  reprocess: { words: () => ['key-phrases', '--dry-run'] },
  'keys add': { words: () => ['newsroom'] },
  'keys list': { words: () => [] },
  'keys rotate': { words: () => [String(told['keys add']?.['id'])] },
  'keys revoke': { words: () => [String(told['keys add']?.['id'])] },
  'sessions list': { words: () => [] },
  'sessions end': { words: () => ['--all'] },
  takedown: { words: () => [`${paper.origin}/story/4`, '--reason', 'a court order', '--yes'] },
  'takedown list': { words: () => [] },
  reindex: { words: () => [] },
  changes: { words: () => [] },
  'changes verify': { words: () => [] },
  healthcheck: { words: () => ['--address', mill.address] },
};
/** Those that answer nothing but what passes, while they run. */
const following = ['tap'];
/** Nothing was sent yet, and nobody is logged in: no line is what a list without members is. */
const empty = new Set(['alerts deliveries', 'sessions list']);

describe('every command that answers', () => {
  it('is in the list, and has a row here', async () => {
    const answering: string[] = [];
    for (const { name, load } of commandList)
      if (load !== undefined && (await load()).command.hasOwnForm !== true) answering.push(name);
    expect([...Object.keys(rows), ...following].sort()).toEqual(answering.sort());
  });
  it.each(Object.keys(rows))(
    '%s answers in JSON, and in nothing else',
    async (name) => {
      const { words, code = 0 } = rows[name] ?? { words: () => [] };
      const form = name === 'export' ? 'ndjson' : 'json';
      const ended = await newsmill(...name.split(' '), ...words(), '--format', form);
      expect({ name, code: ended.code, stderr: ended.code === code ? '' : ended.stderr }).toEqual({
        name,
        code,
        stderr: '',
      });
      if (empty.has(name)) return expect(ended.stdout).toBe('');
      const values = jsonIn(ended.stdout);
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) expect(typeof value).toBe('object');
      const [first] = values;
      if (typeof first === 'object' && first !== null) told[name] = Object.fromEntries(Object.entries(first));
    },
    60_000,
  );
});

describe('what commands change', () => {
  it('is in the log of changes, in the name of the user of the machine', async () => {
    const lines = (await newsmill('changes', '--json')).stdout.trim().split('\n');
    const changes = lines.map((line): { what: string; by: string; who: string } => JSON.parse(line));
    expect(new Set(changes.map(({ by, who }) => `${by} ${who}`))).toEqual(
      new Set([`command ${userInfo().username}`]),
    );
    expect(changes.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'source-paused',
        'source-resumed',
        'source-polled',
        'search-saved',
        'search-removed',
        'letters-discarded',
        'backup-made',
        'archives-backfilled',
        'key-made',
        'key-rotated',
        'key-revoked',
        'article-taken-down',
        'library-reindexed',
      ]),
    );
    const { stdout } = await newsmill('changes', 'verify');
    expect(stdout).toMatch(/^\d+:[0-9a-f]{64}\n$/);
    const other = await newsmill('changes', 'verify', '--head', `1:${'0'.repeat(64)}`);
    expect([other.code, other.stderr]).toEqual([
      1,
      expect.stringContaining('entry 1 is not the one that was kept elsewhere'),
    ]);
    expect((await newsmill('changes', 'verify', '--head', '1')).code).toBe(2);
  });
});

describe('tap', () => {
  it('shows what passes a stage, of a source, without taking it', async () => {
    const tap = startCommand([
      'tap',
      'fetch',
      '--follow',
      '--source',
      'harbour',
      '--format',
      'json',
      '--data',
      data,
    ]);
    const shown = startCommand(['tap', 'all', '--limit', '1', '--data', data], { FORCE_COLOR: '1' });
    await sleep(3_000);
    const archive = `${paper.origin}/story/11`;
    writeSources(at('sources'), [
      {
        id: 'harbour',
        name: 'Harbour Post',
        allowPrivate: [new URL(paper.origin).host],
        channels: [
          { url: `${paper.origin}/feed.xml`, kind: 'feed' },
          { url: `${paper.origin}/`, kind: 'list' },
        ],
      },
    ]);
    const one = await shown.ended;
    expect([one.code, one.stdout.trim().split('\n')]).toEqual([0, [expect.stringContaining('harbour')]]);
    expect(one.stdout).toContain('\u001b[');
    await untilAtRest(mill.address, 12, 60_000);
    await sleep(1_500);
    tap.process.kill('SIGINT');
    const { code, stdout } = await tap.ended;
    const events = stdout
      .trim()
      .split('\n')
      .map((line): { stage: string; url: string; traceId: string } => JSON.parse(line));
    expect(code).toBe(0);
    expect(new Set(events.map(({ stage }) => stage))).toEqual(new Set(['fetch']));
    expect(events.map(({ url }) => url)).toContain(archive);
    expect(events.every(({ traceId }) => /^[0-9a-f]{32}$/.test(traceId))).toBe(true);
  }, 240_000);
  it('names the stages where there is none of that name', async () => {
    const { code, stderr } = await newsmill('tap', 'press');
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('discover, fetch, clean, enrich, index or all'),
    ]);
  });
});

describe('graph', () => {
  it('draws sources by host, stages, topics and library in each form', async () => {
    const { stdout } = await newsmill('graph');
    expect(stdout).toContain(new URL(paper.origin).host);
    expect(stdout).toMatch(/▼ library \d+ articles/);
    const mermaid = (await newsmill('graph', '--format', 'mermaid')).stdout;
    expect(mermaid).toMatch(/^flowchart LR\n/);
    expect(mermaid).toContain('topic_clean --> stage_enrich');
    const dot = (await newsmill('graph', '--format', 'dot')).stdout;
    expect(dot).toMatch(
      /^digraph newsmill \{\n[\s\S]*stage_index -> library;\n {2}stage_enrich -> dead \[label="1"\];\n\}\n$/,
    );
  }, 240_000);
});

describe('config show', () => {
  it('says where each value comes from, and shows no secret', async () => {
    writeFileSync(at('key'), 'a-key-that-nobody-may-see\n');
    const { code, stdout } = await runCommand(['config', 'show', '--origin'], {
      NEWSMILL_PORT: '9090',
      NEWSMILL_METRICS_TOKEN: 'a-token-that-nobody-may-see',
      NEWSMILL_ADMIN_KEY_FILE: at('key'),
      NO_COLOR: '1',
    });
    expect(code).toBe(0);
    expect(stdout).toContain('NEWSMILL_PORT=9090  [environment]');
    expect(stdout).toContain('NEWSMILL_HOST=127.0.0.1  [default]');
    expect(stdout).toContain(`NEWSMILL_ADMIN_KEY=***  [file ${at('key')} (NEWSMILL_ADMIN_KEY_FILE)]`);
    expect(stdout).not.toContain('nobody-may-see');
    expect(stdout).not.toContain('\u001b');
  });
  it('shows what cannot be used, and ends with 78', async () => {
    const { code, stdout, stderr } = await runCommand(['config', 'show', '--changed'], {
      NEWSMILL_PORT: 'eighty',
    });
    expect([code, stdout]).toEqual([78, expect.stringContaining('NEWSMILL_PORT=eighty')]);
    expect(stderr).toContain('NEWSMILL_PORT: a whole number');
  });
});

describe('takedown', () => {
  it('shows what would go, does nothing where nobody can be asked, and goes on with --yes', async () => {
    const plan = await newsmill('takedown', story(), '--dry-run');
    expect([plan.code, plan.stderr]).toEqual([0, expect.stringContaining('1 page of the archive')]);
    const words = ['takedown', story(), '--reason', 'a court order'];
    const refused = await newsmill(...words);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('say --yes')]);
    expect(JSON.parse((await newsmill('trace', story(), '--format', 'json')).stdout)).toMatchObject({
      fate: 'indexed',
    });
    const done = await newsmill(...words, '--yes', '--format', 'json');
    expect([done.code, JSON.parse(done.stdout)]).toMatchObject([
      0,
      { isDone: true, reason: 'a court order' },
    ]);
    const lift = await newsmill('takedown', story(), '--lift', '--dry-run');
    expect([lift.code, lift.stderr]).toEqual([2, expect.stringContaining('a lift takes nothing')]);
    const [receipt = ''] = (await newsmill('takedown', 'list', '--json')).stdout.trim().split('\n');
    expect(JSON.parse(receipt)).not.toHaveProperty('lifted');
  }, 240_000);
});
