import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { calmRun, runMillOverWeb, type NewsWebRun } from '../newsweb/bench-newsweb.ts';

const byThread = { thread: z.string() };
const Rows = z.array(z.tuple([z.string(), z.number()]));
const Profiled = z.object({
  articles: z.int(),
  cpuSeconds: z.number(),
  threads: z.array(z.object({ ...byThread, cpuMs: z.number(), parts: Rows, functions: Rows })),
  /** CPU seconds of the mill by the names that Node gives its threads. */
  seconds: z.record(z.string(), z.number()),
  /** Processes that the mill started: that of the library. */
  children: z.array(z.object({ cpuSeconds: z.number(), rssMb: z.number() })),
  /** When the process of the mill was greatest. */
  memory: z.object({
    rssMb: z.number(),
    filesMb: z.number(),
    threads: z.array(
      z.object({ ...byThread, heapMb: z.number(), takenMb: z.number(), outsideMb: z.number() }),
    ),
  }),
});
export type Profiled = z.output<typeof Profiled>;
const [mostParts, mostFunctions] = [14, 25];

/** Lets the mill read the web with the profilers of all threads on. */
export async function takeProfile(run: NewsWebRun): Promise<Profiled> {
  const file = join(run.out, 'profile.json');
  await runMillOverWeb(run, ['--profile', file]);
  return Profiled.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Milliseconds of CPU by what spent them, the most first: JavaScript by part of the code, the rest by kind of thread. */
export function budgetOf(profiled: Profiled): (readonly [part: string, ms: number])[] {
  const sums = new Map<string, number>();
  for (const [part, ms] of [...profiled.threads.flatMap(({ parts }) => parts), ...unprofiled(profiled)])
    sums.set(part, (sums.get(part) ?? 0) + ms);
  return [...sums].sort(([, a], [, b]) => b - a);
}

/** What the threads of Node that it names itself are for. */
const purposes: Readonly<Record<string, string>> = {
  V8Worker: 'threads of V8 (compiling, collecting garbage)',
  'libuv-worker': 'threads of libuv (files, inflating)',
};

/** CPU milliseconds of the mill without the threads that V8 gives the profilers. */
export const millMs = ({ cpuSeconds, seconds }: Profiled): number =>
  (cpuSeconds - (seconds['v8:ProfEvntProc'] ?? 0)) * 1_000;

/** The CPU time that no profile sees, milliseconds by kind of thread or process. */
export function unprofiled(profiled: Profiled): [string, number][] {
  const { threads, seconds, children } = profiled;
  const known = Object.entries(purposes).map(([name, purpose]): [string, number] => [
    purpose,
    (seconds[name] ?? 0) * 1_000,
  ]);
  const library = children.reduce((sum, child) => sum + child.cpuSeconds * 1_000, 0);
  const inThreads = threads.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  const rest = millMs(profiled) - inThreads - library - known.reduce((sum, [, ms]) => sum + ms, 0);
  return [
    ...known,
    ['process of the library', library],
    ['other threads, ended ones among them', Math.max(0, rest)],
  ];
}

/**
 * `npm run bench -- profile [articles] [hosts] [seed]`: where the CPU time of an embedded mill goes over the news web,
 * by thread, part and function, milliseconds an article. Profiles cost some time themselves, also
 * that which is left out here: the shares count, not the sums.
 */
export async function benchProfile(words: readonly string[], web: string, out: string): Promise<void> {
  const [articles = '1000', hosts = '100', seed = '7'] = words;
  show(
    await takeProfile(
      calmRun({ articles: Number(articles), hosts: Number(hosts), seed: Number(seed), web, out }),
    ),
  );
}

function show(profiled: Profiled): void {
  const { articles, threads } = profiled;
  const each = (ms: number): string => (ms / Math.max(1, articles)).toFixed(2).padStart(7);
  console.log(`${articles} articles, ${each(millMs(profiled)).trim()} ms of CPU each, all processes`);
  for (const { thread, cpuMs, parts } of threads.toSorted((a, b) => b.cpuMs - a.cpuMs)) {
    console.log(`\n${each(cpuMs)}  ${thread}`);
    for (const [part, ms] of parts.slice(0, mostParts)) console.log(`${each(ms)}    ${part}`);
  }
  console.log('');
  for (const [what, ms] of unprofiled(profiled)) console.log(`${each(ms)}  ${what}`);
  const functions = threads.flatMap(({ thread, functions: list }) =>
    list.map(([name, ms]) => [`${name}, ${thread}`, ms] as const),
  );
  console.log(`\nthe ${mostFunctions} functions that take most themselves`);
  for (const [name, ms] of functions.toSorted(([, a], [, b]) => b - a).slice(0, mostFunctions))
    console.log(`${each(ms)}    ${name}`);
}
