import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectLanguage } from '@newsmill/enrich';
import { readArticles } from './read-articles.ts';

/**
 * `measure-language.ts PACK`: the shipped language model on the cases (it has learned from them: see
 * bench/train/enrich/language for the figures out of fold), how well its confidence is kept, what it costs
 * and holds.
 */
const [pack = ''] = process.argv.slice(2);
const folder = join(pack, '..');
const core = new Set(
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv ta th tr uk ur vi zh'.split(
    ' ',
  ),
);

const read = <Row>(file: string): Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const before = process.memoryUsage();
const began = process.cpuUsage();
detectLanguage('The harbour was quiet in the morning, and the boats had left before dawn.');
const loading = process.cpuUsage(began);

const texts = new Map(
  read<{ id: string; text: string }>(join(pack, 'lid/lid.dev.input.jsonl')).map(({ id, text }) => [id, text]),
);
const counts = new Map<string, { right: number; all: number }>();
const bins = new Map<number, { right: number; said: number; all: number }>();
for (const { id, lang, kind } of read<{ id: string; lang: string; kind: string }>(
  join(pack, 'lid/lid.dev.gold.jsonl'),
)) {
  const { tag, confidence } = detectLanguage(texts.get(id) ?? '');
  const right = tag === lang ? 1 : 0;
  for (const group of core.has(lang) ? ['41', '75'] : ['75']) {
    const count = counts.get(`${group} ${kind}`) ?? { right: 0, all: 0 };
    counts.set(`${group} ${kind}`, { right: count.right + right, all: count.all + 1 });
  }
  const bin = bins.get(Math.floor(confidence * 10)) ?? { right: 0, said: 0, all: 0 };
  bins.set(Math.floor(confidence * 10), {
    right: bin.right + right,
    said: bin.said + confidence,
    all: bin.all + 1,
  });
}
for (const [name, { right, all }] of [...counts].sort())
  console.log(`${name.padEnd(14)} ${(right / all).toFixed(4)} of ${all}`);
for (const [bin, { right, said, all }] of [...bins].sort((a, b) => a[0] - b[0]))
  console.log(
    `confidence ${(bin / 10).toFixed(1)}: said ${(said / all).toFixed(3)}, reached ${(right / all).toFixed(3)} of ${all}`,
  );

const articles = readArticles(folder, 300);
const times: number[] = [];
for (let pass = 0; pass < 8; pass += 1) {
  const start = process.cpuUsage();
  for (const { text } of articles) detectLanguage(text);
  const { user, system } = process.cpuUsage(start);
  times.push((user + system) / 1_000 / articles.length);
}
const after = process.memoryUsage();
console.log(
  `${(times.sort((a, b) => a - b)[4] ?? 0).toFixed(3)} ms CPU per article, loading ${Math.round((loading.user + loading.system) / 1_000)} ms CPU, ${Math.round((after.rss - before.rss) / 1e6)} MB more resident (${Math.round(after.rss / 1e6)} in all)`,
);
