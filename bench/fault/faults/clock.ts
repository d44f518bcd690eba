import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { drillSettings } from '../../../test/faults/mill-drill.ts';
import { judgeDrill, untilChanged } from '../../../test/oracle/judge-drill.ts';
import { startNewsWeb, type LoggedRequest } from '../../../test/newsweb/serve-news-web.ts';
import { startMill, untilAtRest, writeSources } from '../../../test/processes/start-mill.ts';
import { aptInstall } from '../../../tools/apt-install.mjs';
import type { FaultFindings, FaultRun, Hindrance } from '../fault.ts';

const hour = 3_600;
const secondsTo = (date: number): number => Math.round((date - Date.now()) / 1_000);
/** What the clock does, one after the other: seconds beside the true time, or how fast it goes. */
const steps: readonly { readonly name: string; readonly fake: () => string }[] = [
  { name: '25 hours ahead', fake: () => `+${25 * hour}` },
  { name: 'right again, backwards', fake: () => '+0' },
  { name: '25 hours behind', fake: () => `-${25 * hour}` },
  { name: 'twice as fast', fake: () => '+0 x2' },
  { name: '1970', fake: () => String(secondsTo(Date.UTC(1970, 0, 2))) },
  { name: 'right again', fake: () => '+0' },
  { name: '2100', fake: () => `+${secondsTo(Date.UTC(2100, 0, 1))}` },
  { name: 'right again from 2100', fake: () => '+0' },
];
const intervalMs = 3_000;
const stepMs = 6_000;
/** Twice as often as a channel wants in so many milliseconds, and once because of the jump. */
const mostPolls = (ms: number): number => Math.ceil((2 * ms) / intervalMs) + 1;
/** A hang guard: a channel that was not asked for so long, and all is well otherwise, has been forgotten. */
const mostSilenceMs = 120_000;

function fakeClock(): string | undefined {
  const folder = '/usr/lib';
  for (const name of readdirSync(folder)) {
    const file = join(folder, name, 'faketime', 'libfaketimeMT.so.1');
    if (existsSync(file)) return file;
  }
  return undefined;
}

/** Why the clock cannot be changed for a process here. */
export function clockHindrance(): Hindrance | undefined {
  if (fakeClock() !== undefined) return undefined;
  const why = aptInstall(['faketime']);
  return fakeClock() === undefined
    ? { why: `there is no libfaketime: ${why ?? 'it was not found'}` }
    : undefined;
}

/** When each channel was asked for, milliseconds since the web began. */
function pollsOf(requests: readonly LoggedRequest[], channels: ReadonlySet<string>): Map<string, number[]> {
  const polls = new Map<string, number[]>([...channels].map((channel) => [channel, []]));
  for (const { host, path, time } of requests) polls.get(`${host}${path}`)?.push(time);
  return polls;
}

/**
 * F12: the clock of the machine jumps while articles come in, and again and again afterwards. None is lost or
 * hidden, no channel is asked more than twice as often as it wants, and none is forgotten.
 */
export async function clock({ dose, seed, folder, tell }: FaultRun): Promise<FaultFindings> {
  const library = fakeClock();
  if (library === undefined) throw new Error('there is no libfaketime');
  const began = Date.now();
  const isShort = dose < steps.length;
  const articles = isShort ? 60 : 100;
  const web = await startNewsWeb({ articles, seed, delay: '0ms', interval: '3s', life: true });
  const [data, sources, time] = ['data', 'sources', 'clock'].map((name) => join(folder, name));
  if (data === undefined || sources === undefined || time === undefined)
    throw new Error('there are three names');
  writeSources(sources, web.sources);
  writeFileSync(time, '+0\n');
  const settings = {
    ...drillSettings,
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: time,
    FAKETIME_CACHE_DURATION: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
  };
  const channels = new Set(
    web.sources.flatMap((source) =>
      source.channels.map(({ url }) => new URL(url).hostname + new URL(url).pathname),
    ),
  );
  const stalls: number[] = [];
  const broken: string[] = [];
  const mill = await startMill({ data, sources, settings });
  const clockOfWeb = performance.now() - (web.requests().at(-1)?.time ?? 0);
  const now = (): number => performance.now() - clockOfWeb;
  try {
    for (let step = 0; step < dose; step += 1) {
      const { name, fake } = steps[step % steps.length] ?? { name: '', fake: () => '+0' };
      writeFileSync(time, `${fake()}\n`);
      const from = now();
      await sleep(stepMs);
      const lasted = now() - from;
      const polls = [...pollsOf(web.requests(), channels).values()];
      const most = Math.max(...polls.map((times) => times.filter((at) => at >= from).length));
      tell(`${name}: a channel was asked ${most} times in ${stepMs / 1_000} s at most`);
      if (most > mostPolls(lasted))
        broken.push(`${name}: a channel was asked ${most} times in ${(lasted / 1_000).toFixed(1)} s`);
    }
    writeFileSync(time, '+0\n');
    const from = now();
    web.phase(2);
    const silent = (): number =>
      [...pollsOf(web.requests(), channels).values()].filter((times) => (times.at(-1) ?? 0) < from).length;
    while (silent() > 0 && now() - from < mostSilenceMs) await sleep(200);
    stalls.push(now() - from);
    if (silent() > 0)
      broken.push(
        `${silent()} of ${channels.size} channels were not asked again in ${mostSilenceMs / 1_000} s`,
      );
    await untilAtRest(mill.address, articles * 0.9, 300_000).catch((error: unknown) =>
      broken.push(String(error)),
    );
    await sleep(isShort ? 3_000 : 30_000);
    await untilChanged(mill.address, web);
    const exitCode = await mill.stop();
    if (exitCode !== 0) broken.push(`the mill ended with ${exitCode} on SIGTERM`);
    const verdict = await judgeDrill(web, { NEWSMILL_DATA: data }, began);
    // A date that lies ahead of the clock is not believed, so pages that were read in 1970 have none of their own.
    const wrong = verdict.wrong.filter(({ field }) => field !== 'published');
    return {
      articles,
      verdict: { ...verdict, wrong },
      extra: { 'dates not believed': `${verdict.wrong.length - wrong.length} articles` },
      stallsMs: stalls,
      broken,
    };
  } finally {
    await mill.kill();
    await web.close();
  }
}
