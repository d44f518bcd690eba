import { renameSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { memoryOf } from '../process-tree.ts';
import { recordThreads, type ThreadMemory } from './record-threads.ts';
import { sourcePlaces } from './source-places.ts';
import { sumParts } from './sum-parts.ts';

/** Memory of the process, of its files in memory, and of its threads. */
interface Look {
  readonly rssMb: number;
  readonly filesMb: number;
  readonly threads: readonly ThreadMemory[];
}

// Node loads this file before a mill (`--import`), and before threads that the mill starts, where it does nothing: all
// threads are recorded from the main one.
const { BENCH_PROFILE: file } = process.env;
/** Between two looks at the memory, milliseconds. */
const everyMs = 1_000;

if (file !== undefined && isMainThread && process.argv[2] === 'run') {
  const recording = await recordThreads();
  let most: Look = { rssMb: 0, filesMb: 0, threads: [] };
  const looks = setInterval(async () => {
    const rssMb = process.memoryUsage.rss() / 1_048_576;
    const filesMb = memoryOf(process.pid, 'RssFile');
    if (rssMb > most.rssMb) most = { rssMb, filesMb, threads: await recording.memory() };
  }, everyMs).unref();
  process.once('SIGUSR2', async () => {
    clearInterval(looks);
    const locate = sourcePlaces();
    const threads = (await recording.stop()).map((thread) => sumParts(thread, locate));
    writeFileSync(`${file}.part`, JSON.stringify({ threads, memory: most }));
    renameSync(`${file}.part`, file);
  });
}
