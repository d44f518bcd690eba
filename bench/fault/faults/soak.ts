import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { drillSettings } from '../../../test/faults/mill-drill.ts';
import { untilCorrected } from '../../../test/oracle/judge-drill.ts';
import { judge } from '../../../test/oracle/judge.ts';
import { readOutcome } from '../../../test/oracle/read-outcome.ts';
import { startMill, untilAtRest, writeSources } from '../../../test/processes/start-mill.ts';
import { usageOf } from '../../process-tree.ts';
import { quantile } from '../../quantile.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';
import { startSoakPapers } from './soak-papers.ts';

/** After the corrections. One age alone: where most visits find nothing, a mill leaves ages out, but never the last one. */
const revisits = '90s';
/** Looks at the mill in a run. */
const looks = 120;
/** Between the second and the last third memory and open files may grow by so much. */
const [mostGrowth, leastMb, leastFiles] = [0.15, 60, 16];
const megabyte = 1_048_576;

interface Look {
  readonly rssMb: number;
  readonly files: number;
}

function lookAt(pid: number): Look {
  return { rssMb: usageOf({ root: pid }).rssMb, files: readdirSync(`/proc/${pid}/fd`).length };
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** The median of the second and of the last third: in the first one caches fill. */
function thirdsOf(values: readonly number[]): readonly [number, number] {
  const third = Math.floor(values.length / 3);
  return [quantile(values.slice(third, 2 * third), 0.5), quantile(values.slice(2 * third), 0.5)];
}

/**
 * F17: a mill takes in articles for as long as the dose says, a tenth of them corrected later. Neither its memory nor
 * its open files grow on and on, and nothing is lost.
 */
export async function soak({ dose, seed, folder, tell }: FaultRun): Promise<FaultFindings> {
  const papers = await startSoakPapers(seed);
  const [data, sources] = [join(folder, 'data'), join(folder, 'sources')];
  writeSources(sources, papers.sources);
  const broken: string[] = [];
  const seen: Look[] = [];
  const settings = { ...drillSettings, NEWSMILL_REVISITS: revisits };
  const mill = await startMill({ data, sources, settings });
  try {
    const { pid } = mill.process;
    if (pid === undefined) throw new Error('the mill has no process');
    const restMs = (dose * 60_000) / looks;
    for (let look = 1; look <= looks; look += 1) {
      await sleep(restMs);
      const now = lookAt(pid);
      seen.push(now);
      if (look % 12 === 0) tell(`${now.rssMb.toFixed(0)} MB, ${now.files} open files`);
    }
    papers.end();
    await untilCorrected(mill.address, papers.expected());
    await untilAtRest(mill.address, papers.expected().length, 600_000);
    const exitCode = await mill.stop();
    if (exitCode !== 0) broken.push(`the mill ended with ${exitCode} on SIGTERM`);
  } finally {
    await mill.kill();
    papers.close();
  }
  const [rss, rssLater] = thirdsOf(seen.map(({ rssMb }) => rssMb));
  const [files, filesLater] = thirdsOf(seen.map((one) => one.files));
  if (rssLater - rss > Math.max(leastMb, rss * mostGrowth))
    broken.push(`memory grew from ${rss.toFixed(0)} to ${rssLater.toFixed(0)} MB`);
  if (filesLater - files > Math.max(leastFiles, files * mostGrowth))
    broken.push(`open files grew from ${files} to ${filesLater}`);
  const told = papers.expected();
  const bytes = bytesBelow(data);
  return {
    articles: told.length,
    verdict: judge(told, await readOutcome({ NEWSMILL_DATA: data }, told)),
    extra: {
      'memory, second and last third': `${rss.toFixed(0)} MB, ${rssLater.toFixed(0)} MB`,
      'open files': `${files}, ${filesLater}`,
      'disk for an article': `${Math.round(bytes / 1_024 / told.length)} KB of ${Math.round(bytes / megabyte)} MB`,
    },
    broken,
  };
}
