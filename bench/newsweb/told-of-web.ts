import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Expectation } from '../../test/newsweb/expectation.ts';
import { fedVersion } from '../../test/oracle/fed-version.ts';
import { harmsOf, judge, type JudgedOutcome } from '../../test/oracle/judge.ts';

/** What of a web of saved pages is asked for. */
export interface SavedWebPlan {
  /** Folder of the web (server.mjs, lib.mjs, pack). */
  readonly web: string;
  readonly articles: number;
  readonly hosts: number;
  readonly profile: 'calm' | 'storm';
  readonly seed: number;
  /** Of its server, where it is not the one of the web's own choice. */
  readonly port?: number;
}

/** What a correct reader ends with, in the words of the web. */
type End = 'ok' | 'dup' | 'gone' | 'failed' | 'denied' | 'skip';

interface SavedArticle {
  /** Number of its host. */
  readonly h: number;
  readonly url: string;
  readonly feedPath: string;
  readonly title: string;
  /** Epoch milliseconds. */
  readonly pub: number;
  readonly page: number;
  /** 0 where the page has the text that it was saved with. */
  readonly variant: number;
  readonly fault: string;
  readonly token: string;
  /** Number of the article that it is a copy of. */
  readonly of: number | null;
}

/** What is used of the web's library, which is JavaScript. */
interface SavedWeb {
  readonly arts: readonly SavedArticle[];
  readonly hosts: readonly { readonly origin: string; readonly noRobots: boolean }[];
  readonly pages: readonly { readonly lang: string }[];
  expected(article: SavedArticle): End;
  paras(article: SavedArticle): readonly string[];
}

const fates: Readonly<Record<End, Expectation['fate']>> = {
  ok: 'indexed',
  dup: 'indexed',
  gone: 'gone',
  failed: 'dead',
  denied: 'denied',
  skip: 'dropped',
};

/** What must become of an article: a path is denied where its host has a robots.txt that says so. */
function fateOf(web: SavedWeb, article: SavedArticle): Expectation['fate'] {
  const isOpen = article.fault === 'robots' && web.hosts[article.h]?.noRobots === true;
  return isOpen ? 'indexed' : fates[web.expected(article)];
}

/** The article whose story another one tells, where it does: that which it copies, or the first with the saved text. */
function originalOf(web: SavedWeb, article: SavedArticle): SavedArticle | undefined {
  if (article.of !== null) return web.arts[article.of];
  if (article.variant !== 0) return undefined;
  const first = web.arts.find(
    (one) => one.page === article.page && one.variant === 0 && fateOf(web, one) === 'indexed',
  );
  return first === article ? undefined : first;
}

/** What a web of saved pages tells, as the oracle wants to know it. */
export async function toldOfWeb(plan: SavedWebPlan): Promise<readonly Expectation[]> {
  const { Web: makeWeb }: { Web: new (options: object) => SavedWeb } = await import(
    pathToFileURL(join(plan.web, 'lib.mjs')).href
  );
  const { articles: n, hosts, profile, seed, port } = plan;
  const web = new makeWeb({
    ...{ pack: join(plan.web, 'pack.jsonl.gz'), n, hosts, profile, seed },
    ...(port !== undefined && { port }),
  });
  const listedAt = ({ h, feedPath }: SavedArticle): string => `${web.hosts[h]?.origin ?? ''}${feedPath}`;
  return web.arts.map((article): Expectation => {
    const { h, url, title, pub, page, token } = article;
    const original = originalOf(web, article);
    return {
      url: listedAt(article),
      finalUrl: url,
      alsoAs: [],
      fate: fateOf(web, article),
      token,
      versions: [fedVersion(token, web.paras(article))],
      title,
      published: new Date(pub).toISOString(),
      language: web.pages[page]?.lang ?? 'und',
      sourceId: `host-${h}`,
      ...(original !== undefined && { duplicateOf: listedAt(original) }),
    };
  });
}

/**
 * The oracle on a web of saved pages. How well titles, dates and texts of real pages are read is a matter of degree,
 * which the web's own scorer tells; here it is no harm.
 */
export function harmsOverWeb(told: readonly Expectation[], outcome: JudgedOutcome): readonly string[] {
  const verdict = judge(told, outcome);
  // Of what has no word of its story in it nobody can say what it copies.
  const unread = new Set(verdict.wrong.filter(({ field }) => field === 'token').map(({ url }) => url));
  return harmsOf({
    ...verdict,
    falseDuplicates: verdict.falseDuplicates.filter((url) => !unread.has(url)),
    wrong: verdict.wrong.filter(({ field }) => field === 'fate' || field === 'reason'),
  });
}
