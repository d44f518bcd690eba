import { CleanArticle } from '@newsmill/contracts';
import { primaryLanguage } from '@newsmill/text';
import { sentencesOf } from '../../libs/enrich/src/duplicates/sentences-beyond.ts';
import { edits } from './edit-body.ts';
import type { Labelled } from './label-pair.ts';
import { shareOf, type RealPage } from './read-pages.ts';

/**
 * How much of its page a text holds: what cleaning left, the body with what follows it, all of the page, what follows
 * the body alone. The last three are what a broken reading leaves.
 */
export const readings = ['cleaned', 'with what follows', 'whole page', 'body lost'] as const;
export type Reading = (typeof readings)[number];

/** A text that is filed, however much of its page is read. */
interface Made extends Labelled {
  readonly id: string;
  /** The page that the body is from. */
  readonly origin: string;
  /** How it was made of that page; `page` for the page itself. */
  readonly kind: string;
  readonly page: RealPage;
  /** The page on which it stands. */
  readonly host: RealPage;
  readonly url: string;
  readonly laterMs: number;
}

/** A text that is filed, by one reading of its page. */
export interface Filed extends Made {
  readonly article: CleanArticle;
}

/** Lines behind a body that a broken reading takes. */
const mostBehind = 25;
const hourMs = 3_600_000;
/** Bodies that are copied are news of some length. UTF-16 units. */
const shortestCopied = 800;
/** Share of the pages of gold that are copied. */
const copiedShare = 0.5;
/** Share of the sites that lend their sentences and are not filed. */
const lendingShare = 0.15;

function rendered(reading: Reading, page: RealPage, body: string): string {
  if (reading === 'cleaned') return body;
  if (reading === 'body lost') return page.after.slice(0, mostBehind).join('\n');
  const behind = reading === 'whole page' ? page.after : page.after.slice(0, mostBehind);
  return [...(reading === 'whole page' ? page.before : []), body, ...behind].join('\n');
}

/** A text as cleaning would leave it by that reading of its page. */
export function fileText(made: Made, reading: Reading): Filed {
  const { id, kind, url, title, page, host, body, laterMs } = made;
  const { article } = page;
  const at = article.published === undefined ? Number.NaN : Date.parse(article.published);
  const isCleaned = kind === 'page' && reading === 'cleaned';
  const text = isCleaned ? article.text : rendered(reading, host, body);
  return {
    ...made,
    article: CleanArticle.parse({
      ...article,
      item: id,
      url,
      finalUrl: url,
      canonicalUrl: undefined,
      firstSeen: article.firstSeen + laterMs,
      fetchedAt: article.fetchedAt + laterMs,
      ...(Number.isNaN(at) ? {} : { published: new Date(at + laterMs).toISOString() }),
      title,
      text,
      blocks: text.split('\n').map((line) => ({ kind: 'paragraph', text: line })),
    }),
  };
}

/** A later version on the same site: another lead and two paragraphs more at its beginning. */
function updateOf({ body, foreign }: { readonly body: string; readonly foreign: readonly string[] }): string {
  return [...foreign.slice(0, 4), ...sentencesOf(body).slice(1)].join('\n');
}

/** One text of each page, and for half of those with a gold body a copy under another site or its own. */
export function makeCorpus(pages: readonly RealPage[]): Made[] {
  const lends = ({ site }: RealPage) => shareOf(`lend ${site}`) < lendingShare;
  const filed = pages.filter((page) => !lends(page));
  const languageOf = ({ article }: RealPage) => primaryLanguage(article.language ?? '') ?? '';
  const lenders = Map.groupBy(
    pages.filter((page) => lends(page) && page.body.length >= shortestCopied),
    languageOf,
  );
  const hosts = Map.groupBy(
    filed.filter(({ isGold }) => isGold),
    languageOf,
  );
  const kinds = [...Object.keys(edits), 'update', 'retitled'];
  return filed.flatMap((page): Made[] => {
    const own: Made = {
      id: page.id,
      origin: page.id,
      kind: 'page',
      site: page.site,
      title: page.article.title,
      body: page.body,
      page,
      host: page,
      url: page.url,
      laterMs: 0,
    };
    const isCopied = page.isGold && page.body.length >= shortestCopied && shareOf(page.id) < copiedShare;
    const near = (among: ReadonlyMap<string, readonly RealPage[]>) =>
      (among.get(languageOf(page)) ?? []).filter(({ site }) => site !== page.site);
    const [lending, hosting] = [near(lenders), near(hosts)];
    const pick = <T>(list: readonly T[], seed: string) => list[Math.floor(shareOf(seed) * list.length)];
    const lender = pick(lending, `lender ${page.id}`);
    if (!isCopied || lender === undefined) return [own];
    const kind = pick(kinds, `kind ${page.id}`) ?? 'same';
    const isOwnSite = kind === 'update' || kind === 'retitled';
    const host = isOwnSite ? page : pick(hosting, `host ${page.id}`);
    if (host === undefined) return [own];
    const foreign = sentencesOf(lender.body);
    const edit = edits[kind];
    const given = { body: page.body, seed: page.id, foreign };
    const body = kind === 'update' ? updateOf(given) : (edit?.(given) ?? page.body);
    const isRetitled = kind === 'retitled' || kind === 'wire';
    const title = isRetitled ? (sentencesOf(page.body)[1] ?? '').slice(0, 90) : page.article.title;
    return [
      own,
      {
        id: `${page.id}~${kind}`,
        origin: page.id,
        kind,
        site: host.site,
        title,
        body,
        page,
        host,
        url: `https://${new URL(host.url).hostname}/2026/copied/${encodeURIComponent(page.id)}`,
        laterMs: 2 * hourMs,
      },
    ];
  });
}
