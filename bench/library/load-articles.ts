import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleDocument } from '@newsmill/contracts';
import { LibraryUnreachable } from '@newsmill/store';
import type { NewsCorpus } from '../../libs/store/src/testing/news-corpus.ts';
import type { Measured } from './open-libraries.ts';

/** What writing has cost so far; kept in the folder of the bench. */
export interface Cost {
  readonly articles: number;
  /** Seconds of CPU of the mill's side and of the library's own processes. */
  readonly cpuSeconds: number;
  readonly seconds: number;
}

const inOneWrite = 500;
const between = 20_000;
const mostTries = 60;

/** As a stage does: a server that has no room for now is asked again. */
async function writeInTheEnd(
  library: Measured['library'],
  documents: readonly ArticleDocument[],
): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await library.write(documents);
      return;
    } catch (error) {
      if (!(error instanceof LibraryUnreachable) || tries === mostTries) throw error;
      await sleep(1_000);
    }
  }
}

/** Writes what is missing, in order, and answers what all of it has cost over all runs. */
export async function loadArticles(
  { name, library, usage }: Measured,
  corpus: NewsCorpus,
  count: number,
  folder: string,
): Promise<Cost> {
  const file = join(folder, `${name}.json`);
  let cost: Cost = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { articles: 0, cpuSeconds: 0, seconds: 0 };
  while (cost.articles < count) {
    const documents = Array.from(
      { length: Math.min(inOneWrite, count - cost.articles) },
      (_, i): ArticleDocument => corpus.article(cost.articles + i),
    );
    const [own, theirs, began] = [process.cpuUsage(), usage().cpuSeconds, performance.now()];
    await writeInTheEnd(library, documents);
    const used = process.cpuUsage(own);
    cost = {
      articles: cost.articles + documents.length,
      cpuSeconds: cost.cpuSeconds + (used.user + used.system) / 1e6 + usage().cpuSeconds - theirs,
      seconds: cost.seconds + (performance.now() - began) / 1_000,
    };
    writeFileSync(file, JSON.stringify(cost));
    if (cost.articles % between === 0)
      console.error(
        `${name}: ${cost.articles} articles, ${((cost.cpuSeconds * 1_000) / cost.articles).toFixed(2)} ms of CPU each, ${cost.seconds.toFixed(0)} s`,
      );
  }
  await library.refresh();
  return cost;
}
