import { describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { serverStartLimitMs, startServers } from './servers/start-servers.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const candidates = [process.env['NEWSMILL_BENCH'], join(root, '../shared/bench')].filter(
  (folder) => folder !== undefined,
);
const folder = candidates.find((candidate) => existsSync(join(candidate, 'newsweb/server.mjs')));
/** The shared folder without the news web in it is a broken set-up, not a reason to skip. */
const isBroken =
  folder === undefined &&
  candidates.some((candidate) => existsSync(dirname(candidate)) && candidate.includes('shared'));
const arguments_ = (web: string) => [
  '--pack',
  join(web, 'pack.jsonl.gz'),
  '--n',
  '300',
  '--hosts',
  '25',
  '--profile',
  'storm',
  '--seed',
  '7',
  '--port',
  '24080',
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
        ...servers,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const code = await new Promise((resolve) => adapter.once('exit', resolve));
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
    return JSON.parse(readFileSync(join(work, 'score.json'), 'utf8'));
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
