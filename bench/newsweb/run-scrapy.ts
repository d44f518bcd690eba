import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchUsage } from '../process-tree.ts';
import { score, startWeb, type NewsWebRun, type ReaderFigures } from './bench-newsweb.ts';
import { scrapyPython } from './scrapy-python.ts';

const script = fileURLToPath(new URL('./scrapy_peer.py', import.meta.url));

/** How the peer reads. */
export interface ScrapyRun {
  /** Each reads the feeds of its share of the hosts. */
  readonly processes: number;
  /** An Elasticsearch that also gets the documents. */
  readonly elastic: string | undefined;
}

async function runShare(python: string, words: readonly string[]): Promise<void> {
  const child = spawn(python, [script, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`Scrapy ended with code ${String(code)}`);
}

/** Lets Scrapy read the whole web, from the start of its processes to the last document. */
export async function runScrapyOverWeb(
  run: NewsWebRun,
  { processes, elastic }: ScrapyRun,
): Promise<{ figures: ReaderFigures; scores: Record<string, unknown> }> {
  const python = scrapyPython();
  if ('problem' in python) throw new Error(`Scrapy cannot be had here: ${python.problem}`);
  mkdirSync(run.out, { recursive: true });
  const dumps = Array.from({ length: processes }, (_, share) => join(run.out, `scrapy-${share}.jsonl`));
  for (const dump of dumps) rmSync(dump, { force: true });
  const server = await startWeb(run);
  try {
    const began = Date.now();
    const usage = watchUsage({ root: process.pid, isRootOut: true, except: server.pid });
    await Promise.all(
      dumps.map((dump, share) =>
        runShare(python.path, [
          ...['--feeds', join(run.out, 'feeds.json'), '--dump', dump, '--share', `${share}/${processes}`],
          ...(elastic === undefined ? [] : ['--elastic', elastic]),
        ]),
      ),
    );
    const { cpuSeconds, rssMb } = usage.stop();
    const last = Math.max(...dumps.map((dump) => statSync(dump).mtimeMs));
    const whole = join(run.out, 'scrapy.jsonl');
    writeFileSync(whole, dumps.map((dump) => readFileSync(dump, 'utf8')).join(''));
    const scores = score(run, whole);
    const figures = {
      articles: Number(scores['found']),
      seconds: (last - began) / 1_000,
      cpuSeconds,
      peakRssMb: Math.round(rssMb),
    };
    return { figures, scores };
  } finally {
    server.kill();
  }
}
