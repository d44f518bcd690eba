import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPeer } from './install-peers.ts';
import { runnersOf, type Pack } from './pack.ts';
import type { Peer } from './peers.ts';

const adapter = fileURLToPath(new URL('../adapters/extract.mjs', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));
const rounds = 3;
/** Timed passes of a process, after the one that warms it up. */
const passes = 5;

/**
 * CPU time of one extractor, milliseconds a page, over the same 20 pages; body and all metadata that it
 * gives, one process.
 */
export interface Speed {
  /** The first pass after one over the same pages: compilers are still at work. Best of all rounds. */
  readonly coldMs: number;
  /** Best pass of all rounds. */
  readonly warmMs: number;
  readonly peakRssMb: number;
  readonly pages: number;
  readonly megabytes: number;
}

interface Command {
  readonly name: string;
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Twenty pages of aeb and fundus, by hash of their id: no choice of ours. */
function speedPages(pack: Pack): readonly string[] {
  const key = (id: string) => createHash('sha1').update(id).digest('hex');
  return pack.pages
    .filter((page) => page.set === 'aeb' || page.set === 'fundus')
    .map((page) => page.id)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .slice(0, 20);
}

/** What a runner of the pack prints of its passes. */
interface Timed {
  readonly cpu_s: readonly number[];
  readonly peak_rss_mb: number;
  readonly pages: number;
  readonly mb: number;
}

/** Runs a command over the pages; undefined where it failed or took longer than ten minutes. */
function timeOnce({ words, env }: Command, pack: Pack, ids: string): Timed | undefined {
  const [command = '', ...rest] = words;
  const done = spawnSync(command, [...rest, pack.folder, '--ids', ids, '--speed', String(passes)], {
    encoding: 'utf8',
    env: { ...process.env, ...env, OMP_NUM_THREADS: '1' },
    timeout: 600_000,
  });
  if (done.status !== 0) return undefined;
  return JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '{}');
}

/** A bare parse, as runs are named: every element and every text is seen, nothing is kept. */
export const bareParse = 'parse_htmlparser2_sax';

/** How newsmill, a bare parse of the same pages, and peers that can be installed here are started. */
function commandsOf(pack: Pack, out: string, timed: readonly Peer[]): readonly Command[] {
  const runner = join(runnersOf(pack), 'run.mjs');
  return [
    { name: 'newsmill', words: [process.execPath, runner, adapter], env: {} },
    { name: bareParse, words: [process.execPath, runner, bareParse], env: { PEERS: project } },
    ...timed.flatMap((peer): Command[] => {
      const installed = installPeer(peer, join(out, 'peers'), runnersOf(pack));
      return 'problem' in installed
        ? []
        : [{ name: peer.name, words: installed.command, env: installed.env }];
    }),
  ];
}

function betterOf(before: Speed | undefined, { cpu_s: seconds, peak_rss_mb: rss, pages, mb }: Timed): Speed {
  const perPage = (value: number) => (value / pages) * 1_000;
  const least = (value: number | undefined, other: number) => Math.min(value ?? other, other);
  return {
    coldMs: least(before?.coldMs, perPage(seconds[0] ?? Number.POSITIVE_INFINITY)),
    warmMs: least(before?.warmMs, perPage(Math.min(...seconds))),
    peakRssMb: Math.max(before?.peakRssMb ?? 0, rss),
    pages,
    megabytes: mb,
  };
}

/**
 * CPU time of newsmill, of a bare parse and of peers, by their names, in interleaved rounds, so that slow
 * spells of the machine hit all alike. What cannot be run here is left out.
 */
export function measureSpeed(
  pack: Pack,
  out: string,
  timed: readonly Peer[],
): Readonly<Record<string, Speed>> {
  const ids = join(out, 'extraction', 'speed-pages.txt');
  mkdirSync(dirname(ids), { recursive: true });
  writeFileSync(ids, speedPages(pack).join('\n'));
  const results: Record<string, Speed> = {};
  let commands = commandsOf(pack, out, timed);
  for (let round = 0; round < rounds; round += 1)
    for (const command of commands) {
      const once = timeOnce(command, pack, ids);
      if (once === undefined) commands = commands.filter((other) => other !== command);
      else results[command.name] = betterOf(results[command.name], once);
    }
  return results;
}
