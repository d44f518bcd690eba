import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { memoryEnvironment, memoryFlags } from '../../tools/setup.mjs';
import { startWeb, type NewsWebRun } from '../newsweb/bench-newsweb.ts';

const Rows = z.array(z.tuple([z.string(), z.number()]));
const Profiled = z.object({
  articles: z.int(),
  cpuSeconds: z.number(),
  threads: z.array(z.object({ thread: z.string(), cpuMs: z.number(), parts: Rows, functions: Rows })),
});
const [mostParts, mostFunctions] = [14, 25];

/**
 * `npm run bench -- profile [articles] [hosts] [seed]`: where the CPU time of an embedded mill goes over the news web,
 * by thread, part and function, milliseconds an article. Profiles cost some time themselves: the shares count, not the
 * sums.
 */
export async function benchProfile(words: readonly string[], web: string, out: string): Promise<void> {
  const [articles = '1000', hosts = '100', seed = '7'] = words;
  const run: NewsWebRun = {
    form: 'embedded',
    profile: 'calm',
    articles: Number(articles),
    hosts: Number(hosts),
    seed: Number(seed),
    web,
    out,
  };
  mkdirSync(out, { recursive: true });
  const file = join(out, 'profile.json');
  const server = await startWeb(run);
  try {
    const mill = spawn(
      process.execPath,
      [
        ...memoryFlags,
        '--disable-warning=ExperimentalWarning',
        fileURLToPath(new URL('../newsweb/run-newsweb.ts', import.meta.url)),
        ...['--feeds', join(out, 'feeds.json'), '--dump', join(out, 'docs.jsonl'), '--work', out],
        ...['--profile', file],
      ],
      { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...memoryEnvironment } },
    );
    const [code] = (await once(mill, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`the mill ended with code ${String(code)}`);
  } finally {
    server.kill();
  }
  show(Profiled.parse(JSON.parse(readFileSync(file, 'utf8'))));
}

function show({ articles, cpuSeconds, threads }: z.output<typeof Profiled>): void {
  const each = (ms: number): string => (ms / Math.max(1, articles)).toFixed(2).padStart(7);
  const inThreads = threads.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  console.log(`${articles} articles, ${each(cpuSeconds * 1_000).trim()} ms of CPU each, all processes`);
  for (const { thread, cpuMs, parts } of threads.toSorted((a, b) => b.cpuMs - a.cpuMs)) {
    console.log(`\n${each(cpuMs)}  ${thread}`);
    for (const [part, ms] of parts.slice(0, mostParts)) console.log(`${each(ms)}    ${part}`);
  }
  console.log(
    `\n${each(Math.max(0, cpuSeconds * 1_000 - inThreads))}  helper threads (compiling, collecting garbage, files) and the library's process`,
  );
  const functions = threads.flatMap(({ thread, functions: list }) =>
    list.map(([name, ms]) => [`${name}, ${thread}`, ms] as const),
  );
  console.log(`\nthe ${mostFunctions} functions that take most themselves`);
  for (const [name, ms] of functions.toSorted(([, a], [, b]) => b - a).slice(0, mostFunctions))
    console.log(`${each(ms)}    ${name}`);
}
