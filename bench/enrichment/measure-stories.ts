/*
 * Stories: a small labelled set of real pages, generated sets, what is merged too much, CPU and bytes.
 * Run: node --conditions=newsmill-source bench/enrichment/measure-stories.ts [--wrong]
 * --wrong prints the labelled stories that were split and the articles that were put together against the
 * labels.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { cleanArticle } from '@newsmill/clean';
import { FetchedPage } from '@newsmill/contracts';
import {
  detectLanguage,
  placeInStory,
  storyBandsOf,
  storySketchOf,
  writeStoryMember,
} from '@newsmill/enrich';
import type { StateWriter } from '@newsmill/store';
import { benchFolder } from '../newsweb/bench-newsweb.ts';
import { bCubed, pairScores, written, type Grouped } from './families.ts';
import { readLines } from './read-lines.ts';
import { withSqlite } from './with-sqlite.ts';

const { values } = parseArgs({ options: { wrong: { type: 'boolean', default: false } } });
const dayMs = 86_400_000;
const inBatch = 32;
/** Pages are cleaned as of this time, later than all of them. */
const seenAt = Date.parse('2026-11-25');

interface Article {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly since: number;
  readonly gold: string;
}

/** A number in [0, 1) that depends on the id alone. */
function shareOf(id: string): number {
  let hash = 2166136261;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1_000;
}

interface Placed {
  readonly rows: readonly Grouped[];
  /** Milliseconds of CPU per article, without and with the state. */
  readonly pureMs: number;
  readonly allMs: number;
  readonly bytes: number;
}

/** Sends all articles through a state in the order of their time, in batches as the mill does. */
async function placeAll(
  articles: readonly Article[],
  state: Pick<StateWriter, 'matchFingerprints'>,
): Promise<Placed> {
  const ordered = articles.toSorted((a, b) => a.since - b.since || a.id.localeCompare(b.id));
  const rows: Grouped[] = [];
  const placed = new Map<string, string>();
  let [bytes, pureMs, allMs] = [0, 0, 0];
  for (let from = 0; from < ordered.length; from += inBatch) {
    const began = process.cpuUsage();
    const members = ordered.slice(from, from + inBatch).map((article) => ({
      id: article.id,
      gold: article.gold,
      since: article.since,
      sketch: storySketchOf(article),
    }));
    const entries = members.map((member) => ({
      id: member.id,
      bands: storyBandsOf(member.sketch),
      payload: writeStoryMember(member),
      expiresAt: 2,
    }));
    pureMs += cpuSince(began);
    const found = await state.matchFingerprints(entries, 1);
    const again = process.cpuUsage();
    const stories = members.map(
      (member, at) => placeInStory(member, found[at] ?? [], (id) => placed.get(id)).id,
    );
    members.forEach(({ id, gold }, at) => rows.push({ id, gold, found: stories[at] ?? id }));
    // As the mill does it: what a batch has placed is known to the next one.
    members.forEach(({ id }, at) => placed.set(id, stories[at] ?? id));
    pureMs += cpuSince(again);
    allMs += cpuSince(began);
    bytes += entries.reduce((sum, { payload, bands }) => sum + payload.length + bands.join('').length, 0);
  }
  return { rows, pureMs: pureMs / rows.length, allMs: allMs / rows.length, bytes: bytes / rows.length };
}

const folder = benchFolder();
if (folder === undefined) throw new Error('the public cases are not here: name them in NEWSMILL_BENCH');

interface Gold {
  readonly id: string;
  readonly body?: string | null;
  readonly title?: string | null;
  readonly dates?: readonly string[] | null;
}

/**
 * The dated pages of the extraction cases, each once. Guides that were gathered by their topic (set wcxb) are
 * no news.
 */
function labelledPages(): Article[] {
  const pack = join(folder ?? '', 'extraction');
  const labels: { stories: Record<string, readonly string[]> } = JSON.parse(
    readFileSync(fileURLToPath(new URL('./stories/labels.json', import.meta.url)), 'utf8'),
  );
  const storyOf = new Map(
    Object.entries(labels.stories).flatMap(([story, ids]) => ids.map((id) => [id, story] as const)),
  );
  const golds = new Map(readLines<Gold>(join(pack, 'gold.jsonl')).map((gold) => [gold.id, gold]));
  const seen = new Set<string>();
  return readLines<{ id: string; set: string; url: string; html: string }>(
    join(pack, 'manifest.jsonl'),
  ).flatMap(({ id, set, url, html }) => {
    if (set === 'wcxb') return [];
    const body = gunzipSync(readFileSync(join(pack, html)));
    const page = FetchedPage.parse({
      item: id,
      sourceId: 's',
      url,
      finalUrl: url,
      fetchedAt: seenAt,
      firstSeen: seenAt,
      status: 200,
      contentType: 'text/html; charset=utf-8',
      encoding: 'identity',
      httpHeaders: {},
      body,
    });
    const outcome = cleanArticle(page);
    const article = outcome.kind === 'accept' ? outcome.value : undefined;
    const gold = golds.get(id);
    const text = gold?.body ?? article?.text ?? '';
    const title = gold?.title ?? article?.title ?? '';
    const since = Date.parse(gold?.dates?.[0] ?? article?.published ?? '');
    const isKnown = seen.has(text.slice(0, 120)) || (title.length > 15 && seen.has(title));
    if (text.length < 150 || Number.isNaN(since) || isKnown) return [];
    seen.add(text.slice(0, 120)).add(title);
    return [{ id, title, text, since, language: detectLanguage(text, []).tag, gold: storyOf.get(id) ?? id }];
  });
}

/**
 * All of twenty years put into one week: ten times as many articles a day, and topics that come again are
 * mistaken for events.
 */
function folded(articles: readonly Article[]): Article[] {
  const first = Date.parse('2019-11-15');
  return articles.map((article) => ({
    ...article,
    since: first + ((((article.since - first) % (7 * dayMs)) + 7 * dayMs) % (7 * dayMs)),
  }));
}

/**
 * Each text cut into two reports by taking every second sentence: no sentence is common, the event is. All
 * fall into one week.
 */
function halves(): Article[] {
  const pack = join(folder ?? '', 'enrichment/dup');
  const originals = new Set(
    readLines<{ id: string; edit: string }>(join(pack, 'dup.dev.gold.jsonl'))
      .filter(({ edit }) => edit.startsWith('orig'))
      .map(({ id }) => id),
  );
  return readLines<{ id: string; text: string }>(join(pack, 'dup.dev.input.jsonl')).flatMap(
    ({ id, text }) => {
      const [title = '', ...rest] = text.split('\n');
      const sentences = rest.join(' ').split(/(?<=[.!?]["”]?)\s+(?=[A-Z"])/);
      if (!originals.has(id) || text.length < 1_200 || sentences.length < 6) return [];
      const since = Math.round(Date.parse('2019-11-15') + shareOf(id) * 7 * dayMs);
      const [even, odd] = [0, 1].map((rest_) => sentences.filter((_, at) => at % 2 === rest_));
      return [
        { id: `${id}a`, title, text: even?.join(' ') ?? '', language: 'en', since, gold: id },
        {
          id: `${id}b`,
          title: odd?.[0]?.slice(0, 80) ?? '',
          text: odd?.slice(1).join(' ') ?? '',
          language: 'en',
          since: since + Math.round(shareOf(`${id}x`) * dayMs),
          gold: id,
        },
      ];
    },
  );
}

function report(name: string, articles: readonly Article[], { rows, pureMs, allMs, bytes }: Placed): void {
  const sizes = new Map(
    [...Map.groupBy(rows, ({ gold }) => gold)].map(([gold, group]) => [gold, group.length]),
  );
  console.log(
    `${name}: ${rows.length} articles; ${pureMs.toFixed(3)} ms CPU an article, with the state ${allMs.toFixed(3)}; ${bytes.toFixed(0)} bytes of payload and bands`,
  );
  for (const [half, what] of [
    [0, 'tuned on'],
    [1, 'kept back'],
  ] as const) {
    const judged = rows.filter(({ gold }) => sizes.get(gold) === 1 || (shareOf(gold) < 0.5 ? 0 : 1) === half);
    const several = judged.filter(({ gold }) => (sizes.get(gold) ?? 0) > 1);
    console.log(
      `  half of the stories ${what} (${new Set(several.map(({ gold }) => gold)).size} of several articles): B-cubed ${written(bCubed(judged))}, their articles alone ${written(bCubed(several))}; pairs ${written(pairScores(judged))}`,
    );
  }
  const largest = [...Map.groupBy(rows, ({ found }) => found).values()]
    .map((group) => group.length)
    .sort((a, b) => b - a);
  console.log(
    `  largest found: ${largest.slice(0, 8).join(', ')}; articles put together with another story: ${rows.length - rows.filter((row) => rows.every((other) => other.found !== row.found || other.gold === row.gold)).length}`,
  );
  if (values.wrong) printWrong(articles, rows);
}

function printWrong(articles: readonly Article[], rows: readonly Grouped[]): void {
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  const told = (group: readonly Grouped[]) =>
    group.map(({ id }) => `${id} ${titles.get(id)?.slice(0, 60)}`).join(' | ');
  for (const group of Map.groupBy(rows, ({ gold }) => gold).values())
    if (new Set(group.map(({ found }) => found)).size > 1) console.log(`  split: ${told(group)}`);
  for (const group of Map.groupBy(rows, ({ found }) => found).values())
    if (new Set(group.map(({ gold }) => gold)).size > 1) console.log(`  joined: ${told(group)}`);
}

interface Web {
  readonly pages: readonly { readonly lang: string }[];
  readonly arts: readonly {
    readonly i: number;
    readonly page: number;
    readonly variant: number;
    readonly of: number | null;
    readonly pub: number;
    readonly suffix: string;
  }[];
  gold(article: Web['arts'][number]): string;
}

/**
 * The news web: syndicated copies are one story, those put together from sentences of others are each their
 * own. Titles without the part that all of one page share.
 */
async function newsWeb(): Promise<Article[]> {
  const path = join(folder ?? '', 'newsweb');
  const { Web: makeWeb }: { Web: new (options: object) => Web } = await import(join(path, 'lib.mjs'));
  const web = new makeWeb({
    pack: join(path, 'pack.jsonl.gz'),
    seed: 7,
    n: 2_000,
    hosts: 100,
    profile: 'storm',
  });
  return web.arts.map((article) => ({
    id: `a${article.i}`,
    title: article.suffix,
    text: web.gold(article),
    language: web.pages[article.page]?.lang ?? '',
    since: article.pub,
    gold: article.variant === 0 ? `page ${article.page}` : `a${article.of ?? article.i}`,
  }));
}

const pages = labelledPages();
const sets = {
  'labelled pages, their own dates': pages,
  'labelled pages, folded into one week': folded(pages),
  'texts cut in two, one week': halves(),
  'news web, storm': await newsWeb(),
};
for (const [name, articles] of Object.entries(sets))
  report(name, articles, await withSqlite((state) => placeAll(articles, state)));
