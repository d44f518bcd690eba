/**
 * What is so of the articles of all sites, by which a young source is judged. Reads the lines that read-shapes.ts
 * prints and counts, of the pages that were read as articles, those with a title of one or two characters, and those
 * whose title stands on another text of their site, or their text under another title; for each set of the packs.
 * Usage: node --conditions=newsmill-source bench/drift/measure-prior.ts shapes.jsonl
 */
import { readFileSync } from 'node:fs';
import type { ArticleShape } from '../../libs/clean/src/drift/article-shape.ts';

interface Row {
  readonly set: string;
  readonly host?: string;
  readonly kind: string;
  readonly shape: ArticleShape;
}

const rows: Row[] = readFileSync(process.argv[2] ?? '', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const articles = rows.filter(
  ({ kind, host, shape }) => kind === 'article' && (host ?? '') !== '' && shape.words > 0,
);
const sites = Map.groupBy(articles, ({ host }) => host ?? '');

function count(name: string, some: readonly Row[]): void {
  const shared = (test: (one: ArticleShape, other: ArticleShape) => boolean) =>
    some.filter(({ host, shape }) => (sites.get(host ?? '') ?? []).some((other) => test(shape, other.shape)));
  const titles = shared(
    (a, b) => a.titleHash === b.titleHash && a.textHash !== b.textHash && a.item !== b.item,
  );
  const texts = shared((a, b) => a.textHash === b.textHash && a.titleHash !== b.titleHash);
  const beside = some.filter(({ host }) => (sites.get(host ?? '')?.length ?? 0) > 1).length;
  const hosts = new Set(some.map(({ host }) => host)).size;
  const tiny = some.filter(({ shape }) => shape.title <= 2).length;
  process.stdout.write(
    `${name}: ${some.length} articles of ${hosts} sites, ${beside} beside others of their site; titles of one or two characters ${tiny}, shared titles ${titles.length}, shared texts ${texts.length}\n`,
  );
}

for (const [set, some] of [...Map.groupBy(articles, ({ set }) => set)].toSorted(([a], [b]) =>
  a < b ? -1 : 1,
))
  count(set, some);
count('all', articles);
const words = articles.map(({ shape }) => shape.words).toSorted((a, b) => a - b);
process.stdout.write(`one in twenty has fewer words than ${words[Math.floor(words.length / 20)] ?? 0}\n`);
