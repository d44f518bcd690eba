import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBusRestarts } from './bench-bus.ts';
import { restartDrill, restartedStages } from '../../test/faults/restart-drill.ts';
import { startServers } from '../../test/servers/start-servers.ts';
import { settingsOf } from '../../test/servers/settings-of-servers.ts';

/**
 * `npm run bench -- restarts [rate] [copies] [pause] [stages]`: services over real servers with a steady flow of
 * pages, whose copies are restarted one after the other. Says the time to stop, the longest stall, and the
 * share of pages that were handled again; the oracle judges what the library ends with.
 */
export async function benchRestarts(words: readonly string[]): Promise<void> {
  if (words[0] === 'bus') return benchBusRestarts(words.slice(1));
  const [rate = '20', copies = '2', pause = '6000', ...stages] = words;
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-restarts-'));
  const servers = await startServers(['kafka', 'redis', 'elasticsearch'], { own: true });
  try {
    const verdict = await restartDrill({
      folder,
      servers: settingsOf(servers),
      stages: restartedStages.filter((stage) => stages.length === 0 || stages.includes(stage)),
      copies: Number(copies),
      rate: Number(rate),
      pauseMs: Number(pause),
      limitMs: 120_000,
      tell: (line) => console.log(line),
    });
    console.log(
      '| stage | pages | lost | handled again | nothing passed for | median, longest wait at the stage | longest stop |',
    );
    console.log('|---|---|---|---|---|---|---|');
    for (const { stage, pages, lost, again, stillMs, medianMs, longestMs } of verdict.stages) {
      const stop = Math.max(0, ...verdict.stops.flatMap((each) => (each.stage === stage ? [each.ms] : [])));
      console.log(
        `| ${stage} | ${pages} | ${lost} | ${(again * 100).toFixed(1)} % | ${stillMs} ms | ${medianMs} ms, ${longestMs} ms | ${stop} ms |`,
      );
      if (lost > 0) process.exitCode = 1;
    }
    for (const harm of verdict.harms) console.log(`harm: ${harm}`);
    console.log(`the oracle finds ${verdict.harms.length} harms`);
    if (verdict.harms.length > 0) process.exitCode = 1;
  } finally {
    await servers.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
