import { join } from 'node:path';
import { cleanArticle } from '@newsmill/clean';
import { FetchedPage, mostSiteArticles, type CleanArticle, type SiteArticle } from '@newsmill/contracts';
import { grownSite } from '@newsmill/service-clean';
import { benchFolder } from './bench-newsweb.ts';

/** What is used of the news web's library, which is JavaScript. */
interface WebArticle {
  readonly i: number;
  readonly url: string;
}
interface Web {
  readonly arts: readonly WebArticle[];
  html(article: WebArticle): string;
  gold(article: WebArticle): string;
  /** The paragraphs that are refilled, in order. */
  paras(article: WebArticle): readonly string[];
}

/** Words in small letters, one per character of Han and Kana, as the news web's scorer cuts them. */
function tokensOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? []
  );
}

/** F1 of two bags of words. */
function f1(gold: readonly string[], found: readonly string[]): number {
  const left = new Map<string, number>();
  for (const token of gold) left.set(token, (left.get(token) ?? 0) + 1);
  let hits = 0;
  for (const token of found) {
    const count = left.get(token) ?? 0;
    if (count > 0) hits += 1;
    left.set(token, count - 1);
  }
  return hits === 0 ? 0 : (2 * hits) / (gold.length + found.length);
}

const houseTexts = [
  'This report was written in the newsroom of the Harbour Group; its editors answer every letter that reaches them within a month.',
  'Readers who give four coins a month to the friends of this paper keep its reporters on the road and its archive open to all.',
  'All figures were checked on the day of printing; the desk for corrections is in the yard behind the old customs house.',
];

/**
 * The page with lines of its house behind the last paragraph, in the container of the story; each host has
 * two of three, so that they are not the same everywhere.
 */
function withHouseTexts(web: Web, article: WebArticle): string {
  const html = web.html(article);
  const last = web.paras(article).at(-1)?.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const at = last === undefined ? -1 : html.lastIndexOf(last);
  const host = new URL(article.url).hostname;
  const lines = houseTexts
    .filter((_, index) => index !== host.length % houseTexts.length)
    .map((text) => `</p><p>${host}: ${text}`);
  return last === undefined || at < 0
    ? html
    : `${html.slice(0, at + last.length)}${lines.join('')}${html.slice(at + last.length)}`;
}

interface Figures {
  readonly articles: number;
  readonly meanF1: number;
  readonly above90: string;
  /** House texts that stand in the articles, and lines that the memory took. */
  readonly houseTexts: number;
  readonly linesTaken: number;
}

/**
 * `again`: the first articles of each host are cleaned once more at the end, as a mill does when the memory of
 * a site has grown.
 */
type MemoryUse = 'no' | 'with' | 'again';
const uses: Readonly<Record<MemoryUse, string>> = {
  no: 'no memory',
  with: 'with memory',
  again: 'with memory, the first ones again',
};

function pageOf(article: WebArticle, html: string): FetchedPage {
  return FetchedPage.parse({
    item: `item-${article.i}`,
    sourceId: 's',
    url: article.url,
    finalUrl: article.url,
    fetchedAt: Date.UTC(2026, 10, 24),
    firstSeen: 1,
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    body: Buffer.from(html),
  });
}

/** Cleans a web, its articles in order, with a memory for each host or without any. */
function cleanWeb(
  web: Web,
  htmlOf: (article: WebArticle) => string,
  use: MemoryUse,
): ReadonlyMap<WebArticle, CleanArticle> {
  const memories = new Map<string, readonly SiteArticle[]>();
  const cleaned = new Map<WebArticle, CleanArticle>();
  const young: WebArticle[] = [];
  const clean = (article: WebArticle): void => {
    const host = new URL(article.url).hostname;
    const site = memories.get(host) ?? [];
    const outcome = cleanArticle(pageOf(article, htmlOf(article)), { site });
    if (outcome.kind !== 'accept') return;
    const { value } = outcome;
    const [seen] = outcome.seen ?? [];
    cleaned.set(article, value);
    if (site.length < grownSite) young.push(article);
    if (use === 'no' || seen === undefined) return;
    memories.set(
      host,
      [
        ...site.filter(({ item }) => item !== seen.item && !seen.replaces.includes(item)),
        { item: seen.item, lines: seen.lines },
      ].slice(-mostSiteArticles),
    );
  };
  for (const article of web.arts) clean(article);
  if (use === 'again') for (const article of young.splice(0)) clean(article);
  return cleaned;
}

/** Body figures over a web. */
function measure(web: Web, htmlOf: (article: WebArticle) => string, use: MemoryUse): Figures {
  const scores: number[] = [];
  let left = 0;
  let taken = 0;
  for (const [article, value] of cleanWeb(web, htmlOf, use)) {
    left += houseTexts.filter((text) => value.text.includes(text)).length;
    taken += value.removals.filter((removal) => removal.pass === 'drop-site-boilerplate').length;
    scores.push(f1(tokensOf(web.gold(article)), tokensOf(value.text)));
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return {
    articles: scores.length,
    meanF1: Number(mean.toFixed(4)),
    above90: `${((100 * scores.filter((score) => score > 0.9).length) / scores.length).toFixed(1)} %`,
    houseTexts: left,
    linesTaken: taken,
  };
}

/**
 * What the memory of sites changes on the news web: as it is, and with lines of the house at the end of every
 * article.
 */
export async function benchSiteMemory(count: number, hosts: number, seed: number): Promise<void> {
  const folder = benchFolder();
  if (folder === undefined)
    throw new Error(
      'the public cases are not here: put them beside the project as ../shared/bench, or name them in NEWSMILL_BENCH',
    );
  const { Web: makeWeb }: { Web: new (options: object) => Web } = await import(
    join(folder, 'newsweb/lib.mjs')
  );
  const web = new makeWeb({
    pack: join(folder, 'newsweb/pack.jsonl.gz'),
    n: count,
    hosts,
    seed,
    profile: 'calm',
  });
  console.log(`${count} articles of the calm news web on ${hosts} hosts, seed ${seed}`);
  for (const [name, htmlOf] of [
    ['as it is', (article: WebArticle) => web.html(article)],
    ['with house texts', (article: WebArticle) => withHouseTexts(web, article)],
  ] as const) {
    for (const use of ['no', 'with', 'again'] as const)
      console.log(`${name}, ${uses[use]}: ${JSON.stringify(measure(web, htmlOf, use))}`);
  }
}
