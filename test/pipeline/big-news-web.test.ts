import { describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { toldOfWeb } from '../../bench/newsweb/told-of-web.ts';
import { serverStartLimitMs, startServers } from '../servers/start-servers.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const candidates = [process.env['NEWSMILL_BENCH'], join(root, '../shared/bench')].filter(
  (folder) => folder !== undefined,
);
const folder = candidates.find((candidate) => existsSync(join(candidate, 'newsweb/server.mjs')));
/** The shared folder without the news web in it is a broken set-up, not a reason to skip. */
const isBroken =
  folder === undefined &&
  candidates.some((candidate) => existsSync(dirname(candidate)) && candidate.includes('shared'));
const plan = { articles: 300, hosts: 25, profile: 'storm', seed: 7, port: 24_080 } as const;
const arguments_ = (web: string) => [
  '--pack',
  join(web, 'pack.jsonl.gz'),
  '--n',
  String(plan.articles),
  '--hosts',
  String(plan.hosts),
  '--profile',
  plan.profile,
  '--seed',
  String(plan.seed),
  '--port',
  String(plan.port),
  '--control',
  '24000',
];

/** Faults that no article can come of. */
const withoutArticle = [
  's404',
  's410',
  's500',
  'hang',
  'redirectLoop',
  'redirectOff',
  'endless',
  'pdf',
  'empty',
];
/**
 * Of these some may be missing: a page that robots.txt forbids, a copy that is the same article as its
 * original.
 */
const mayBeMissing = [...withoutArticle, 'robots', 'dupExact', 'dupNear'];

interface Score {
  readonly lost: number;
  readonly unmappedDocs: number;
  readonly extraDocs: number;
  readonly dupIndexedAsOwnDoc: number;
  readonly f90ofFoundPct: number;
  /** What the oracle finds. */
  readonly harms: readonly string[];
  readonly fault: Readonly<Record<string, { readonly n: number; readonly indexed: number }>>;
}

/** The adapter keeps to a namespace of its own. */
async function sharedServers(): Promise<readonly string[]> {
  const { kafka, redis, elasticsearch } = await startServers(['kafka', 'redis', 'elasticsearch']);
  return ['--kafka', kafka.brokers.join(','), '--redis', redis.url, '--elastic', elasticsearch.url];
}

async function runStorm(web: string, form: 'embedded' | 'distributed'): Promise<Score> {
  const work = mkdtempSync(join(tmpdir(), 'newsmill-storm-'));
  const servers = form === 'embedded' ? [] : await sharedServers();
  const server = spawn(
    process.execPath,
    [join(web, 'server.mjs'), ...arguments_(web), '--feeds', join(work, 'feeds.json')],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    for await (const line of createInterface({ input: server.stdout }))
      if (line.includes('"ready":true')) break;
    const told = await toldOfWeb({ web, ...plan });
    expect(told).toHaveLength(plan.articles);
    writeFileSync(join(work, 'told.json'), JSON.stringify(told));
    const adapter = spawn(
      join(root, 'bench/adapters/newsweb'),
      [
        '--form',
        form,
        '--feeds',
        join(work, 'feeds.json'),
        '--dump',
        join(work, 'docs.jsonl'),
        '--work',
        work,
        '--told',
        join(work, 'told.json'),
        ...servers,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let answer = '';
    adapter.stdout.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    const code = await new Promise((resolve) => adapter.once('close', resolve));
    expect(code).toBe(0);
    const judged = spawnSync(
      process.execPath,
      [
        join(web, 'score.mjs'),
        ...arguments_(web),
        '--dump',
        join(work, 'docs.jsonl'),
        '--out',
        join(work, 'score.json'),
      ],
      { encoding: 'utf8' },
    );
    expect(judged.status).toBe(0);
    const { harms }: Pick<Score, 'harms'> = JSON.parse(answer.trim().split('\n').at(-1) ?? '');
    return { ...JSON.parse(readFileSync(join(work, 'score.json'), 'utf8')), harms };
  } finally {
    server.kill();
    rmSync(work, { recursive: true, force: true });
  }
}

describe.each(['embedded', 'distributed'] as const)('the big news web, storm, %s', (form) => {
  const title = 'loses nothing of 300 recorded pages under every fault, and links their copies';
  if (folder === undefined && !isBroken) {
    it.skip(`${title} (skipped: the public cases are not beside the project)`, () => undefined);
    return;
  }
  it(
    title,
    async () => {
      if (folder === undefined) throw new Error('the shared folder is there, but not its bench/newsweb');
      const score = await runStorm(join(folder, 'newsweb'), form);
      const missing = Object.entries(score.fault).filter(
        ([kind, { n, indexed }]) => indexed < n && !mayBeMissing.includes(kind),
      );
      expect({ ...score, missing }).toMatchObject({
        missing: [],
        harms: [],
        lost: 0,
        unmappedDocs: 0,
        extraDocs: 0,
        dupIndexedAsOwnDoc: 0,
      });
      for (const kind of withoutArticle) expect([kind, score.fault[kind]?.indexed]).toEqual([kind, 0]);
      expect(score.f90ofFoundPct).toBeGreaterThan(91);
    },
    420_000 + serverStartLimitMs,
  );
});
