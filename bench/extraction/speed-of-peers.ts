import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPeer } from './install-peers.ts';
import type { Pack } from './pack.ts';
import { peers } from './peers.ts';

const adapter = fileURLToPath(new URL('../adapters/extract.mjs', import.meta.url));
const timedWithUs = ['trafilatura', 'readability_linkedom', 'resiliparse'];
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

function timeOnce(
  { words, env }: Command,
  pack: Pack,
  ids: string,
): {
  readonly cpu_s: readonly number[];
  readonly peak_rss_mb: number;
  readonly pages: number;
  readonly mb: number;
} {
  const [command = '', ...rest] = words;
  const done = spawnSync(command, [...rest, pack.folder, '--ids', ids, '--speed', String(passes)], {
    encoding: 'utf8',
    env: { ...process.env, ...env, OMP_NUM_THREADS: '1' },
    timeout: 600_000,
  });
  if (done.status !== 0)
    throw new Error(
      `${words.join(' ')} ended with ${String(done.status ?? done.signal)}: ${done.stderr.trim().split('\n').at(-1) ?? ''}`,
    );
  return JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '{}');
}

/**
 * CPU time of newsmill and of the peers that are here, in interleaved rounds, so that slow spells of the
 * machine hit all alike.
 */
export function measureSpeed(pack: Pack, out: string, withPeers: boolean): Readonly<Record<string, Speed>> {
  const ids = join(out, 'extraction', 'speed-pages.txt');
  mkdirSync(dirname(ids), { recursive: true });
  writeFileSync(ids, speedPages(pack).join('\n'));
  const others = (withPeers ? peers : [])
    .filter((peer) => timedWithUs.includes(peer.name))
    .flatMap((peer): Command[] => {
      const installed = installPeer(peer, join(out, 'peers'), pack.folder);
      return 'problem' in installed
        ? []
        : [{ name: peer.name, words: installed.command, env: installed.env }];
    });
  const commands: Command[] = [
    { name: 'newsmill', words: [process.execPath, join(pack.folder, 'run.mjs'), adapter], env: {} },
    ...others,
  ];
  const results: Record<string, Speed> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const command of commands) {
      const { cpu_s: seconds, peak_rss_mb: rss, pages, mb } = timeOnce(command, pack, ids);
      const before = results[command.name];
      const perPage = (value: number) => (value / pages) * 1_000;
      results[command.name] = {
        coldMs: Math.min(
          before?.coldMs ?? Number.POSITIVE_INFINITY,
          perPage(seconds[0] ?? Number.POSITIVE_INFINITY),
        ),
        warmMs: Math.min(before?.warmMs ?? Number.POSITIVE_INFINITY, perPage(Math.min(...seconds))),
        peakRssMb: Math.max(before?.peakRssMb ?? 0, rss),
        pages,
        megabytes: mb,
      };
    }
  }
  return results;
}
