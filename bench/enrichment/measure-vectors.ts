/**
 * Measures the vectors: Spearman on the STS benchmark (column 5; its texts are for measuring only), CPU of an
 * article of 2,000 characters, what the table costs in memory, and how near pairs of articles are that have
 * nothing in common. Usage: node --conditions=newsmill-source bench/enrichment/measure-vectors.ts STS.csv
 * [ARTICLES.jsonl]   (rows with `text`)
 */
import { existsSync, readFileSync } from 'node:fs';
import { cpuUsage } from 'node:process';

const [sts = '', articles = ''] = process.argv.slice(2);
// What every enrich process has loaded anyway.
await import('../../libs/enrich/src/language/detect-language.ts');
globalThis.gc?.();
const before = process.memoryUsage();

function cosine(one: readonly number[], other: readonly number[]): number {
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, part, i) => sum + part * (b[i] ?? 0), 0);
  return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
}

/** Ranks from 1; equal values share the mean of their ranks. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let place = from; place < to; place += 1) ranks[order[place] ?? 0] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

function spearman(one: readonly number[], other: readonly number[]): number {
  const centred = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  return cosine(centred(ranksOf(one)), centred(ranksOf(other)));
}

const began = cpuUsage();
const { loadVectors } = await import('../../libs/enrich/src/vectors/load-vectors.ts');
const { packVector } = await import('../../libs/enrich/src/vectors/pack-vector.ts');
const { articleVector, textVector, name } = loadVectors();
const packed = (text: string): number[] => packVector(textVector(text) ?? new Float32Array(1));
packed('The first vector.');
const first = cpuUsage(began);
globalThis.gc?.();
const after = process.memoryUsage();
console.log(
  `${name}: loading and the first vector ${Math.round((first.user + first.system) / 1_000)} ms CPU; memory ${Math.round((after.rss - before.rss) / 1e6)} MB (rss), ${Math.round((after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6)} MB (heap and buffers)`,
);

const pairs = readFileSync(sts, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => line.split('\t'));
const gold = pairs.map((fields) => Number(fields[4]));
const found = pairs.map((fields) => cosine(packed(fields[5] ?? ''), packed(fields[6] ?? '')));
console.log(`STS: Spearman ${spearman(found, gold).toFixed(4)} over ${pairs.length} pairs`);

if (articles !== '' && existsSync(articles)) {
  const texts = readFileSync(articles, 'utf8')
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).text)
    .filter((text) => text.length >= 1_000)
    .slice(0, 400)
    .map((text) => text.slice(0, 2_000).padEnd(2_000));
  const vectors = texts.map((text) =>
    packVector(articleVector({ title: text.slice(0, 80), text }) ?? new Float32Array(1)),
  );
  const times: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const start = cpuUsage();
    for (const text of texts)
      packVector(articleVector({ title: text.slice(0, 80), text }) ?? new Float32Array(1));
    const used = cpuUsage(start);
    times.push((used.user + used.system) / 1_000 / texts.length);
  }
  console.log(
    `CPU: ${Math.min(...times).toFixed(3)} ms an article of 2,000 characters (least of ${times.length} rounds over ${texts.length} articles)`,
  );
  const strangers = vectors
    .flatMap((vector, i) => (i === 0 ? [] : [cosine(vector, vectors[(i * 7) % i] ?? [])]))
    .sort((a, b) => a - b);
  const at = (share: number) => (strangers[Math.floor(strangers.length * share)] ?? 0).toFixed(2);
  console.log(
    `nearness of articles taken by chance: median ${at(0.5)}, 95 % below ${at(0.95)}, 99 % below ${at(0.99)}`,
  );
}
