import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { sourceToYaml } from '@newsmill/source-files';
import { startMill, type MillProcess } from '../../test/processes/start-mill.ts';
import { memoryEnvironment, memoryFlags } from '../../tools/setup.mjs';
import { usageOf } from '../process-tree.ts';
import { quantile } from '../quantile.ts';

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
async function pageCost(
  url: string,
  language: string,
): Promise<{ readonly ms: number; readonly kb: number }> {
  const began = performance.now();
  const answer = await fetch(url, {
    headers: { 'accept-encoding': 'identity', 'accept-language': language },
  });
  const ms = performance.now() - began;
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return { ms, kb: (await answer.arrayBuffer()).byteLength / 1_000 };
}

/** What a list of all sources takes, the first time and then, of so many looks; in two languages. */
async function reportPages({ address }: MillProcess, sources: number, times = 40): Promise<void> {
  const last = Math.ceil(sources / 50);
  for (const path of [
    '/sources',
    '/sources?state=delivering',
    '/sources?q=paper+77',
    '/sources?sort=name&page=3',
    '/sources?sort=articles',
    '/sources?sort=recent',
    '/sources?sort=waiting',
    `/sources?page=${last}`,
    `/sources?sort=name&page=${last}`,
    '/',
    '/api/v1/sources?limit=50',
    '/api/v1/sources?q=paper+77&sort=name&limit=50',
    '/api/v1/sources',
  ])
    for (const language of path.startsWith('/api') ? ['en'] : ['en', 'ar']) {
      const looks: number[] = [];
      let size = 0;
      for (let time = 0; time < times; time += 1) {
        const { ms, kb } = await pageCost(address + path, language);
        looks.push(ms);
        size = kb;
        await sleep(20);
      }
      const [first = 0] = looks;
      console.log(
        `${sources} sources: ${path} (${language}): first byte p50 ${quantile(looks, 0.5).toFixed(0)} ms, p95 ${quantile(looks, 0.95).toFixed(0)} ms, longest ${Math.max(...looks).toFixed(0)} ms, the first ${first.toFixed(0)} ms, ${size.toFixed(0)} KB`,
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

/** A mill with so many sources, each on a host of its own, which has just said that it runs. */
async function withSources(
  sources: number,
  measure: (mill: MillProcess, web: ChildProcess, change: (n: number, name: string) => void) => Promise<void>,
): Promise<void> {
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
        NEWSMILL_RATE_LIMIT: '0',
      },
    });
    try {
      await measure(mill, web, (n, name) => writeSource(place, n, port, name));
    } finally {
      await mill.stop();
    }
  } finally {
    web.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The lists of so many sources: the first looks after a start, while all are polled, and then. */
export async function pagesOfSources(sources: number): Promise<void> {
  await withSources(sources, async (mill, web) => {
    const path = `${mill.address}/sources`;
    const first = await pageCost(path, 'en');
    const looks: number[] = [];
    const began = performance.now();
    while ((await askWeb(web)).feeds < sources) {
      looks.push((await pageCost(path, 'en')).ms);
      await sleep(100);
    }
    console.log(
      `${sources} sources: /sources while all are polled for the first time (${((performance.now() - began) / 1_000).toFixed(0)} s): the very first ${first.ms.toFixed(0)} ms, then p50 ${quantile(looks, 0.5).toFixed(0)} ms, p95 ${quantile(looks, 0.95).toFixed(0)} ms, longest ${Math.max(...looks).toFixed(0)} ms`,
    );
    await reportPages(mill, sources);
  });
}

async function measureIdle(sources: number): Promise<void> {
  await withSources(sources, async (mill, web, change) => {
    const use = () => usageOf({ root: mill.process.pid ?? 0 });
    const begun = use();
    const began = performance.now();
    const connections = await firstRound(web, sources);
    const seconds = (performance.now() - began) / 1_000;
    console.log(
      `${sources} sources: first round ${seconds.toFixed(0)} s, ${(use().cpuSeconds - begun.cpuSeconds).toFixed(1)} CPU s, at most ${connections} connections, ${use().rssMb.toFixed(0)} MB after it`,
    );
    await sleep(restMs);
    const [from, before] = [use().cpuSeconds, performance.now()];
    await sleep(measuredMs);
    const share = ((use().cpuSeconds - from) * 1_000) / (performance.now() - before);
    console.log(
      `${sources} sources: idle ${(share * 100).toFixed(2)} % of a core, ${use().rssMb.toFixed(0)} MB, ${(await askWeb(web)).sockets} connections`,
    );
    const usual = await longestWait(mill, 5_000);
    const reload = use().cpuSeconds;
    change(0, 'Paper with another name');
    const most = await longestWait(mill, 5_000);
    console.log(
      `${sources} sources: longest wait for /livez ${usual.toFixed(0)} ms, ${most.toFixed(0)} ms while one file is taken up (${(use().cpuSeconds - reload).toFixed(2)} CPU s, the asking included)`,
    );
    for (let n = 0; n < sources; n += 1) change(n, 'Paper with a third name');
    console.log(
      `${sources} sources: longest wait for /livez ${(await longestWait(mill, 15_000)).toFixed(0)} ms while all files are taken up`,
    );
  });
}

/** What an embedded mill takes that has nothing to do: with one source, and with many. */
export async function idleSources(sources: number): Promise<void> {
  await measureIdle(1);
  await measureIdle(sources);
}
