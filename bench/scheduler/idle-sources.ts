import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { sourceToYaml } from '@newsmill/source-files';
import { startMill, type MillProcess } from '../../test/start-mill.ts';
import { memoryEnvironment, memoryFlags } from '../../tools/setup.mjs';
import { usageOf } from '../process-tree.ts';

const Begun = z.object({ port: z.int() });
const Seen = z.object({ feeds: z.int(), sockets: z.int() });
/** So long nothing happens before the idle mill is measured, and so long it is measured. */
const [restMs, measuredMs] = [75_000, 60_000];

const messageOf = <T>(child: ChildProcess, shape: z.ZodType<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const end = (): void => reject(new Error('the web ended before it answered'));
    child.once('exit', end);
    child.once('message', (message) => {
      child.off('exit', end);
      resolve(shape.parse(message));
    });
  });

async function askWeb(web: ChildProcess): Promise<z.output<typeof Seen>> {
  const answer = messageOf(web, Seen);
  web.send('seen?');
  return answer;
}

/** Source number `n`, on a host of its own: all of 127/8 is this machine. */
function writeSource(folder: string, n: number, port: number, name = `Paper ${n}`): void {
  const host = `127.${1 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}:${port}`;
  writeFileSync(
    join(folder, `paper-${n}.yaml`),
    sourceToYaml({
      id: `paper-${n}`,
      name,
      channels: [{ kind: 'feed', url: `http://${host}/feed` }],
      allowPrivate: [host],
    }),
  );
}

/** Asks `/livez` again and again for so long; answers the longest wait, milliseconds. */
async function longestWait({ address }: MillProcess, forMs: number): Promise<number> {
  let most = 0;
  for (const end = performance.now() + forMs; performance.now() < end; await sleep(2)) {
    const began = performance.now();
    await (await fetch(`${address}/livez`)).text();
    most = Math.max(most, performance.now() - began);
  }
  return most;
}

/** What a page takes: milliseconds to its first byte, and its size in KB. */
async function pageCost(url: string): Promise<{ readonly ms: number; readonly kb: number }> {
  const began = performance.now();
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  const ms = performance.now() - began;
  return { ms, kb: (await answer.arrayBuffer()).byteLength / 1_000 };
}

/** What a list of all sources takes, the first time and then; median and longest of so many. */
async function reportPages({ address }: MillProcess, sources: number, times = 15): Promise<void> {
  for (const path of [
    '/sources',
    '/sources?q=paper+77',
    '/sources?sort=name&page=3',
    '/',
    '/api/v1/sources?limit=50',
    '/api/v1/sources',
  ]) {
    const cold = await pageCost(address + path);
    const warm: number[] = [];
    for (let time = 0; time < times; time += 1) warm.push((await pageCost(address + path)).ms);
    const sorted = warm.toSorted((a, b) => a - b);
    console.log(
      `${sources} sources: ${path} first byte ${cold.ms.toFixed(0)} ms at first, then ${(sorted[times >> 1] ?? 0).toFixed(0)} ms (longest ${(sorted.at(-1) ?? 0).toFixed(0)} ms), ${cold.kb.toFixed(0)} KB`,
    );
  }
}

/** Waits until every source was polled once; answers the most connections that were open at a time. */
async function firstRound(web: ChildProcess, sources: number): Promise<number> {
  let most = 0;
  for (;;) {
    const { feeds, sockets } = await askWeb(web);
    most = Math.max(most, sockets);
    if (feeds >= sources) return most;
    await sleep(250);
  }
}

async function measureIdle(sources: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-idle-'));
  const web = fork(fileURLToPath(new URL('./feed-process.ts', import.meta.url)), [], {
    execArgv: ['--conditions=newsmill-source', '--disable-warning=ExperimentalWarning'],
  });
  try {
    const { port } = await messageOf(web, Begun);
    const place = join(folder, 'sources');
    mkdirSync(place);
    for (let n = 0; n < sources; n += 1) writeSource(place, n, port);
    const mill = await startMill({
      data: join(folder, 'data'),
      sources: place,
      flags: memoryFlags,
      settings: {
        // As ./newsmill and the image start it.
        ...memoryEnvironment,
        NEWSMILL_POLL_MIN: '12h',
      },
    });
    const use = () => usageOf({ root: mill.process.pid ?? 0 });
    try {
      const begun = use();
      const began = performance.now();
      const connections = await firstRound(web, sources);
      const seconds = (performance.now() - began) / 1_000;
      console.log(
        `${sources} sources: first round ${seconds.toFixed(0)} s, ${(use().cpuSeconds - begun.cpuSeconds).toFixed(1)} CPU s, at most ${connections} connections, ${use().rssMb.toFixed(0)} MB after it`,
      );
      await reportPages(mill, sources);
      await sleep(restMs);
      const [from, before] = [use().cpuSeconds, performance.now()];
      await sleep(measuredMs);
      const share = ((use().cpuSeconds - from) * 1_000) / (performance.now() - before);
      console.log(
        `${sources} sources: idle ${(share * 100).toFixed(2)} % of a core, ${use().rssMb.toFixed(0)} MB, ${(await askWeb(web)).sockets} connections`,
      );
      const usual = await longestWait(mill, 5_000);
      const reload = use().cpuSeconds;
      writeSource(place, 0, port, 'Paper with another name');
      const most = await longestWait(mill, 5_000);
      console.log(
        `${sources} sources: longest wait for /livez ${usual.toFixed(0)} ms, ${most.toFixed(0)} ms while one file is taken up (${(use().cpuSeconds - reload).toFixed(2)} CPU s, the asking included)`,
      );
      for (let n = 0; n < sources; n += 1) writeSource(place, n, port, 'Paper with a third name');
      console.log(
        `${sources} sources: longest wait for /livez ${(await longestWait(mill, 15_000)).toFixed(0)} ms while all files are taken up`,
      );
    } finally {
      await mill.stop();
    }
  } finally {
    web.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What an embedded mill takes that has nothing to do: with one source, and with many. */
export async function idleSources(sources: number): Promise<void> {
  await measureIdle(1);
  await measureIdle(sources);
}
