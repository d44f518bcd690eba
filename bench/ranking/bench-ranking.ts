import { rm } from 'node:fs/promises';
import { parseQuery } from '@newsmill/search';
import type { SearchRequest } from '@newsmill/contracts';
import { sampleArticle } from '../../libs/store/src/testing/sample-article.ts';
import { benchPlace, openElastic, openSqlite, type Measured } from '../library/open-libraries.ts';
import { benchFolder } from '../newsweb/bench-newsweb.ts';
import { knownItems, readItems, type Item, type KnownItem } from './read-items.ts';

const ofEach = 200;
/** Mean reciprocal rank over all kinds that no change may fall below. */
const floor = 0.6;

/** All of one day, so that age decides nothing. */
async function write({ library }: Measured, items: readonly Item[]): Promise<void> {
  for (let from = 0; from < items.length; from += 500)
    await library.write(
      items.slice(from, from + 500).map(({ id, title, content }, i) =>
        sampleArticle(id, {
          title,
          content,
          published: new Date(Date.UTC(2026, 9, 20, 0, 0, from + i)).toISOString(),
        }),
      ),
    );
  await library.refresh();
}

/** 1 / rank of the sought article among the first ten; 0 when it is not there. */
async function reciprocalRank(
  { library }: Measured,
  { query, id }: KnownItem,
  sort: SearchRequest['sort'],
): Promise<number> {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new Error(`${query}: ${parsed.error.message}`);
  const { items } = await library.search({ query: parsed.query, sort, limit: 10, facets: [] });
  const at = items.findIndex((hit) => hit.id === id);
  return at < 0 ? 0 : 1 / (at + 1);
}

/**
 * How well both libraries rank: known-item queries from titles, quotes and words of public texts, MRR@10 by
 * kind. Words: `sqlite` for that form alone.
 */
export async function benchRanking(words: readonly string[]): Promise<void> {
  const folder = benchFolder();
  if (folder === undefined) {
    console.log(
      'the public cases are not here: put them beside the project as ../shared/bench, or name them in NEWSMILL_BENCH',
    );
    process.exitCode = 1;
    return;
  }
  const items = readItems(folder);
  const queries = knownItems(items, ofEach);
  const place = benchPlace('ranking');
  const forms = [await openSqlite(place)];
  try {
    if (words[0] !== 'sqlite') forms.push(await openElastic(place, 512));
    console.log(`${items.length} English texts, ${queries.length} known-item queries`);
    for (const form of forms) {
      await write(form, items);
      const ranks = new Map<string, number[]>();
      for (const query of queries)
        ranks.set(query.kind, [
          ...(ranks.get(query.kind) ?? []),
          await reciprocalRank(form, query, 'relevance'),
        ]);
      for (const [kind, values] of ranks)
        console.log(`${form.name.padEnd(13)} ${kind.padEnd(28)} MRR@10 ${mean(values).toFixed(3)}`);
      const all = mean([...ranks.values()].flat());
      console.log(`${form.name.padEnd(13)} ${'all'.padEnd(28)} MRR@10 ${all.toFixed(3)}`);
      if (all < floor) process.exitCode = 1;
    }
    if (forms.length === 2)
      console.log(
        `overlap of the first 50 by relevance, one or two words: ${(await overlapByRelevance(forms, queries)).toFixed(3)}`,
      );
  } finally {
    for (const form of forms) await form.close();
    await rm(place, { recursive: true, force: true });
  }
}

/** How far both forms rank the same first: queries of one or two words of a title. */
async function overlapByRelevance(
  forms: readonly Measured[],
  queries: readonly KnownItem[],
): Promise<number> {
  const shares: number[] = [];
  for (const [index, { query }] of queries
    .filter(({ kind }) => kind === 'three words of the title')
    .entries()) {
    const parsed = parseQuery(
      query
        .split(' ')
        .slice(0, 1 + (index % 2))
        .join(' '),
    );
    if (!parsed.ok) continue;
    const [one = [], other = []] = await Promise.all(
      forms.map(async ({ library }) =>
        (await library.search({ query: parsed.query, sort: 'relevance', limit: 50, facets: [] })).items.map(
          ({ id }) => id,
        ),
      ),
    );
    const held = new Set(other);
    if (one.length > 0 || other.length > 0)
      shares.push(one.filter((id) => held.has(id)).length / Math.max(one.length, other.length));
  }
  return mean(shares);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
