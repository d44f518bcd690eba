import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { newsCorpus, type NewsCorpus } from '../../libs/store/src/testing/news-corpus.ts';
import { pythonWith } from '../../test/processes/python-with.ts';
import { askedWords } from '../library/news-queries.ts';
import { benchPlace, sizeOf } from '../library/open-libraries.ts';
import { readNewsTexts } from '../library/read-texts.ts';
import { benchFolder } from '../newsweb/bench-newsweb.ts';
import { quantile } from '../quantile.ts';

const script = fileURLToPath(new URL('./measure_engines.py', import.meta.url));
const engines = ['sqlite', 'tantivy', 'duckdb', 'turso'] as const;
/** DuckDB and its extension have to be of one version. */
const packages = [
  'tantivy==0.27.0',
  'duckdb==1.5.5',
  'duckdb-extensions==1.5.5',
  'duckdb-extension-fts==1.5.5',
  'pyturso==0.7.2',
];
const megabyte = 1_048_576;

const Order = z.object({
  cpuMs: z.number(),
  timesMs: z.array(z.number()),
  answers: z.array(z.object({ found: z.array(z.int()), total: z.int() })),
});
const Measured = z.object({
  version: z.string(),
  writeCpuSeconds: z.number(),
  memoryMb: z.int(),
  orders: z.object({ relevance: Order, newest: Order }),
});
type Measured = z.output<typeof Measured>;

/** Words in lower case with a space between: every engine cuts them alike. */
const plainWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

async function writeArticles(corpus: NewsCorpus, count: number, path: string): Promise<void> {
  const part = `${path}.part`;
  const file = createWriteStream(part);
  for (let number = 0; number < count; number += 1) {
    const { title, content } = corpus.article(number);
    const line = JSON.stringify({ text: plainWords(`${title} ${content}`).join(' ') });
    if (!file.write(`${line}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  renameSync(part, path);
}

/** Shares of the first answers that both give, and questions with the same total. */
function agreement(one: Measured, other: Measured, order: 'relevance' | 'newest'): string {
  const [these, those] = [one.orders[order].answers, other.orders[order].answers];
  const shared = these.map(({ found }, index) => {
    const held = new Set(those[index]?.found);
    return held.size === 0 ? 1 : found.filter((number) => held.has(number)).length / held.size;
  });
  const same = these.filter(({ total }, index) => total === those[index]?.total).length;
  return `${((shared.reduce((sum, share) => sum + share, 0) / shared.length) * 100).toFixed(1)} % of the first 50, ${same} of ${these.length} totals`;
}

/**
 * `npm run bench -- engines [ARTICLES] [QUERIES] [ENGINE ...]`: embedded engines for full text, bare, over the same
 * invented articles in English (2.5 KB each) and the same questions of one or two words: SQLite's FTS5, tantivy, DuckDB
 * with its extension, and Turso. Each answers the first fifty and how many there are. The packages come
 * from PyPI; without them it says so. How well an engine ranks is not measured, only how far it agrees with FTS5.
 */
export async function benchEngines([
  size = '100000',
  asked = '200',
  ...only
]: readonly string[]): Promise<void> {
  const [count, queries] = [Number(size), Number(asked)];
  const isAsked = (name: string) => only.length === 0 || only.includes(name);
  const place = benchPlace(`engines-${count}`);
  const found = pythonWith(join(benchPlace('engines'), 'venv'), packages);
  if ('missing' in found) return void console.log(`not measured: ${found.missing}`);
  const { en } = readNewsTexts(benchFolder());
  const corpus = newsCorpus({ en: en ?? [] }, count);
  const [articles, list] = [join(place, 'articles.jsonl'), join(place, 'queries.json')];
  if (!existsSync(articles)) await writeArticles(corpus, count, articles);
  const questions = askedWords(corpus, 'en', queries).map((words) => words.flatMap(plainWords));
  writeFileSync(list, JSON.stringify(questions));
  let first: Measured | undefined;
  for (const engine of engines.filter(isAsked)) {
    const folder = join(place, engine);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const words = ['--engine', engine, '--articles', articles, '--queries', list, '--folder', folder];
    const run = spawnSync(found.python, [script, ...words], { encoding: 'utf8', maxBuffer: 512 * megabyte });
    if (run.status !== 0) {
      console.log(`${engine}: failed (${run.signal ?? `exit code ${run.status}`}): ${run.stderr.trim()}`);
      continue;
    }
    const measured = Measured.parse(JSON.parse(run.stdout));
    first ??= measured;
    console.log(
      `${engine} ${measured.version}: ${((measured.writeCpuSeconds / count) * 1_000).toFixed(2)} ms of CPU an article, ${(sizeOf(folder) / megabyte).toFixed(0)} MB on disk, ${measured.memoryMb} MB of memory`,
    );
    for (const order of ['relevance', 'newest'] as const) {
      const { cpuMs, timesMs } = measured.orders[order];
      const agrees = first === measured ? '' : `; as the first: ${agreement(measured, first, order)}`;
      console.log(
        `  ${order}: CPU ${cpuMs.toFixed(1)} ms, p95 ${quantile(timesMs, 0.95).toFixed(1)} ms${agrees}`,
      );
    }
  }
}
