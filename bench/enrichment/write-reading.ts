import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FetchedPage, knowsNothing, type EnrichedArticle } from '@newsmill/contracts';
import { countWords } from '@newsmill/text';
import { cleanArticle } from '../../libs/clean/src/clean-article.ts';
import { enrichArticle } from '../../libs/enrich/src/enrich-article.ts';
import { listEnrichers } from '../../libs/enrich/src/enrichers.ts';
import { openPack, packDay, readHtml, type Gold, type Pack, type PackPage } from '../extraction/pack.ts';
import { siteOf } from './labelled-pages.ts';

/** Pages of one reading, and the fewest words of the body that people saw on each. */
const pagesOfReading = 48;
const fewestWords = 80;

const orderOf = (seed: string, id: string): string =>
  createHash('sha1').update(seed).update(id).digest('hex');

/** The first pages by `sha1(seed + id)` whose bodies have the words, one a site, of no site of an earlier reading. */
export function choosePages(
  pages: readonly PackPage[],
  gold: readonly Gold[],
  seeds: readonly string[],
): readonly PackPage[] {
  const words = new Map(gold.map(({ id, body }) => [id, countWords(body ?? '')]));
  const long = pages.filter(({ id }) => (words.get(id) ?? 0) >= fewestWords);
  const taken = new Set<string>();
  let chosen: PackPage[] = [];
  for (const seed of seeds) {
    chosen = [];
    for (const page of long.toSorted((a, b) => (orderOf(seed, a.id) < orderOf(seed, b.id) ? -1 : 1))) {
      if (chosen.length === pagesOfReading) break;
      if (taken.has(siteOf(page.url))) continue;
      taken.add(siteOf(page.url));
      chosen.push(page);
    }
  }
  return chosen;
}

/** What the mill says of a page with every enricher; undefined for one that it takes for no article. */
function enrichPage(pack: Pack, page: PackPage): EnrichedArticle | undefined {
  const { id, url } = page;
  const cleaned = cleanArticle(
    FetchedPage.parse({
      item: id,
      sourceId: 'paper',
      url,
      finalUrl: url,
      fetchedAt: packDay,
      firstSeen: packDay,
      status: 200,
      contentType: 'text/html; charset=utf-8',
      encoding: 'identity',
      httpHeaders: {},
      body: Buffer.from(readHtml(pack, page)),
    }),
  );
  if (cleaned.kind !== 'accept') return undefined;
  const enriched = enrichArticle(cleaned.value, knowsNothing, listEnrichers());
  return enriched.kind === 'accept' ? enriched.value : undefined;
}

/** Facts that a reader judges; offsets and evidence are none of them. */
const judged = new Set(['language', 'topics', 'entities', 'key-phrases', 'summary', 'dateline', 'quotes']);

const isUnjudged = new Set([
  'start',
  'end',
  'evidence',
  'score',
  'confidence',
  'salience',
  'latitude',
  'longitude',
]);

const withoutFigures = (key: string, value: unknown): unknown => (isUnjudged.has(key) ? undefined : value);

/** An article and what is told of it, to be read by eye. */
function showArticle(page: PackPage, article: EnrichedArticle): string {
  const facts = article.facts
    .filter(({ name }) => judged.has(name))
    .map(({ name, value }) => `${name}: ${JSON.stringify(value, withoutFigures)}`);
  const { title, authors, agencies, published, section, text } = article;
  return [
    `# ${page.id}`,
    page.url,
    ...Object.entries({ title, authors, agencies, published, section }).map(
      ([name, value]) => `${name}: ${JSON.stringify(value)}`,
    ),
    ...facts,
    '',
    text,
    '',
  ].join('\n');
}

/**
 * Writes 48 pages of `wild` into a folder, each as the mill reads it and with all it says of it, for a reader
 * who judges it by eye. The last seed chooses; pages of sites that earlier seeds chose are left out, so a
 * reading never meets a site of those before it.
 */
export function writeReading(folder: string, seeds: readonly string[], out: string): string {
  const pack = openPack(join(folder, 'wild'));
  const pages = choosePages(pack.pages, pack.gold, seeds);
  mkdirSync(out, { recursive: true });
  for (const [index, page] of pages.entries()) {
    const article = enrichPage(pack, page);
    const shown =
      article === undefined
        ? `# ${page.id}\n${page.url}\ntaken for no article\n`
        : showArticle(page, article);
    writeFileSync(join(out, `${String(index + 1).padStart(2, '0')}.txt`), shown);
  }
  return `${pages.length} pages of as many sites in ${out}`;
}
