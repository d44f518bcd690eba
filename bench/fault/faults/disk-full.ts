import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { drillSettings } from '../../../test/kill-drill.ts';
import { judgeDrill, untilThrough, untilWithdrawn } from '../../../test/oracle/judge-drill.ts';
import { seededRandom } from '../../../test/newsweb/seeded-random.ts';
import { startNewsWeb } from '../../../test/newsweb/serve-news-web.ts';
import { startMill, writeSources } from '../../../test/start-mill.ts';
import { quantile } from '../../quantile.ts';
import type { FaultFindings, FaultRun, FaultSkipped } from '../fault.ts';

/** The mill has far less to write; what is left of it is filled up. */
const diskMb = 256;
/** A hang guard: so long a mill may take to notice and to go on, milliseconds. */
const mostWaitMs = 30_000;
/** As many files and sockets as a process may have open, after the disk has had its turn. */
const fewFiles = 96;

function mount(...words: readonly string[]): string | undefined {
  const run = spawnSync('mount', words, { encoding: 'utf8' });
  return run.status === 0 ? undefined : run.stderr.trim();
}

/** Takes all room that is left on a disk. */
function fill(folder: string): void {
  const file = openSync(join(folder, 'filler'), 'a');
  try {
    for (let step = 1_048_576; step >= 512; ) {
      const { bavail, bsize } = statfsSync(folder);
      if (bavail * bsize < step) step /= 2;
      else writeSync(file, Buffer.alloc(step));
    }
  } catch (error) {
    // No instanceof: the error may come from another realm.
    if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== 'ENOSPC')
      throw error;
  } finally {
    closeSync(file);
  }
}

/** Waits for an answer of `/readyz`; answers how long that took, milliseconds, and undefined when it did not come. */
async function untilReadyz(
  address: string,
  isWanted: (status: number, body: string) => boolean,
  meanwhile: () => void,
): Promise<number | undefined> {
  const began = performance.now();
  while (performance.now() - began < mostWaitMs) {
    meanwhile();
    const answer = await fetch(`${address}/readyz?verbose`);
    if (isWanted(answer.status, await answer.text())) return performance.now() - began;
    await sleep(50);
  }
  return undefined;
}

/** A mill on a folder that cannot be written says so in words and ends. */
function startReadOnly(data: string, sources: string): readonly string[] {
  const why = mount('-o', 'remount,ro', data);
  if (why !== undefined) return [`the disk could not be made read-only: ${why}`];
  const run = spawnSync(
    process.execPath,
    ['services/mill/dist/main.js', 'run', '--port', '0', '--data', data, '--sources', sources],
    { encoding: 'utf8', timeout: mostWaitMs, env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const back = mount('-o', 'remount,rw', data);
  return [
    ...(run.status === null || run.status === 0
      ? [`on a read-only disk the mill did not refuse to start (${String(run.status)})`]
      : []),
    ...(/read-only|readonly/i.test(run.stderr) ? [] : [`it did not say why: ${run.stderr.slice(0, 300)}`]),
    ...(/\n\s+at /.test(run.stderr) ? ['it printed a stack'] : []),
    ...(back === undefined ? [] : [`the disk could not be made writable again: ${back}`]),
  ];
}

/**
 * F13: the disk is full again and again while articles come in, then read-only at a start, then there are few
 * files. Nothing that was acknowledged is lost; `/readyz` says what is wrong, and the mill goes on by itself.
 */
export async function diskFull({
  dose,
  seed,
  folder,
  tell,
}: FaultRun): Promise<FaultFindings | FaultSkipped> {
  const [data, sources] = [join(folder, 'data'), join(folder, 'sources')];
  mkdirSync(data);
  const why = mount('-t', 'tmpfs', '-o', `size=${diskMb}m,mode=700`, 'tmpfs', data);
  if (why !== undefined) return { skipped: `a small disk needs the right to mount: ${why}` };
  const began = Date.now();
  const articles = Math.max(60, dose * 20);
  const random = seededRandom(seed, 'disk');
  const web = await startNewsWeb({ articles, seed, delay: '0ms', interval: '3s', life: true });
  writeSources(sources, web.sources);
  const settings = { ...drillSettings, NEWSMILL_LOG_LEVEL: 'fatal' };
  const broken: string[] = [];
  const noticed: number[] = [];
  const resumed: number[] = [];
  try {
    const first = await startMill({ data, sources, settings });
    for (let turn = 1; turn <= dose; turn += 1) {
      await sleep(200 + random() * 1_500);
      const saw = await untilReadyz(
        first.address,
        (status, body) => status === 503 && /full/i.test(body),
        () => fill(data),
      );
      if (saw === undefined) broken.push(`turn ${turn}: /readyz did not say that the disk is full`);
      else noticed.push(saw);
      await sleep(random() * 1_000);
      rmSync(join(data, 'filler'));
      const again = await untilReadyz(
        first.address,
        (status) => status === 200,
        () => undefined,
      );
      if (again === undefined) broken.push(`turn ${turn}: not ready again after there was room`);
      else resumed.push(again);
      tell(`turn ${turn}: noticed after ${saw?.toFixed(0)} ms, ready again after ${again?.toFixed(0)} ms`);
    }
    const code = await first.stop();
    if (code !== 0) broken.push(`the mill ended with ${code} on SIGTERM`);
    broken.push(...startReadOnly(data, sources));
    const changedAt = Date.now();
    web.phase(2);
    const second = await startMill({ data, sources, settings, openFiles: fewFiles });
    await untilThrough(second.address, { articles, limitMs: 300_000 }, { began, changedAt });
    await untilWithdrawn(second.address, web);
    const last = await second.stop();
    if (last !== 0) broken.push(`with ${fewFiles} files the mill ended with ${last} on SIGTERM`);
    return {
      articles,
      verdict: await judgeDrill(web, { NEWSMILL_DATA: data }, began),
      stallsMs: resumed,
      extra: { 'said by /readyz after, p95': `${(quantile(noticed, 0.95) / 1_000).toFixed(1)} s` },
      broken,
    };
  } finally {
    await web.close();
    spawnSync('umount', ['-l', data]);
  }
}
