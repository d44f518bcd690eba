import { setTimeout as sleep } from 'node:timers/promises';
import type {
  FetchedPage,
  FollowingPage,
  FetchItem,
  ItemMemory,
  Visit,
  HttpAnswer,
} from '@newsmill/contracts';
import {
  askedToWait,
  isFollowingPage,
  isWebPage,
  joinedKey,
  keptHeadersOf,
  mostPages,
  type LiveBlog,
} from '@newsmill/fetch';
import { HttpFailure } from '@newsmill/http';
import { itemOf } from '@newsmill/text';
import { nextPageOf, type PageContinuation } from '@newsmill/reading';
import { askRobots, needsRobots } from './ask-robots.ts';
import type { Crawl, Visited } from './crawl.ts';
import { requestOf } from './request-of.ts';
import { sendRequest } from './send-request.ts';

/** Bytes of all further pages of an article, as they come over the wire. */
const mostBytes = 4_194_304;
/**
 * A host that wants longer pauses than this, milliseconds, is not asked for further pages: its turn would
 * never end.
 */
const longestPause = 30_000;
/** What was joined is remembered so long, milliseconds: a channel may name it later. */
const joinedAgeMs = 90 * 86_400_000;

interface Continued {
  readonly live: LiveBlog | undefined;
  readonly following: readonly FollowingPage[];
  readonly isUnfinished: boolean;
  readonly domainFreeAt?: number | undefined;
}

/**
 * Where an article goes on: page `number` of the article that begins at `first`; `room`: bytes that it may
 * still have.
 */
interface Next {
  readonly url: string;
  readonly number: number;
  readonly first: string;
  readonly delayMs: number;
  readonly room: number;
}

/** An article as it begins; `goesOn`: what was seen of its first page already. */
interface Begun {
  readonly answer: HttpAnswer;
  readonly goesOn: PageContinuation | undefined;
  readonly delayMs: number;
}

/** Asks for one further page; `end`: there is none, or it is one that is had already. */
async function askFor(
  crawl: Crawl,
  { item, source, guest }: Visited,
  next: Next,
): Promise<HttpAnswer | 'end' | { readonly failed: HttpAnswer | HttpFailure | undefined }> {
  await sleep(next.delayMs, undefined, { signal: crawl.signal });
  if (needsRobots(item, source)) {
    const { verdict, asked } = await askRobots(crawl, next.url, source);
    if (verdict !== 'allowed') return { failed: undefined };
    if (asked) await sleep(next.delayMs, undefined, { signal: crawl.signal });
  }
  const request = requestOf({ ...item, url: next.url, fetchedAt: 0 }, source, crawl.ports.secrets, {
    now: crawl.ports.now(),
    isLying: false,
  });
  const answer = await sendRequest(
    crawl,
    { ...request, maxBytes: Math.min(request.maxBytes, next.room) },
    { kind: 'page', sourceId: source.id, guest },
  );
  if (answer instanceof HttpFailure || answer.status !== 200 || !isWebPage(answer)) return { failed: answer };
  return answer.url === next.url || isFollowingPage(next.first, answer.url, next.number) ? answer : 'end';
}

/** When the domain may be asked again after a failure, epoch milliseconds. */
function freeAtOf(failed: HttpAnswer | HttpFailure | undefined, now: number): number | undefined {
  const wait = failed === undefined || failed instanceof HttpFailure ? undefined : askedToWait(failed, now);
  return wait === undefined || wait === 0 ? undefined : now + wait;
}

/**
 * Follows an article from page to page, one request at a time: the host is held for the item, and asked no
 * more often than it wants.
 */
async function followPages(
  crawl: Crawl,
  visited: Visited,
  page: FetchedPage,
  { answer: first, goesOn, delayMs }: Begun,
): Promise<Continued> {
  const { ports } = crawl;
  const following: FollowingPage[] = [];
  const bodies: Uint8Array[] = [page.body];
  let room = mostBytes;
  let last: HttpAnswer = first;
  let live: LiveBlog | undefined;
  for (let number = 2; ; number += 1) {
    const known = last === first && first.url === page.finalUrl ? goesOn : undefined;
    const read = known ?? (await nextPageOf(last, { first: page.finalUrl, number }, ports.thread));
    live ??= read.live;
    const url = read.next;
    if (url === undefined) return { live, following, isUnfinished: false };
    if (number > mostPages || room <= 0 || delayMs > longestPause)
      return { live, following, isUnfinished: true };
    const answer = await askFor(crawl, visited, { url, number, first: page.finalUrl, delayMs, room });
    if (answer === 'end') return { live, following, isUnfinished: false };
    if ('failed' in answer)
      return { live, following, isUnfinished: true, domainFreeAt: freeAtOf(answer.failed, ports.now()) };
    // A site that does not know the number sends the first page again.
    if (bodies.some((body) => Buffer.compare(body, answer.body) === 0))
      return { live, following, isUnfinished: false };
    const archive = await ports.archive.put({
      url: answer.url,
      fetchedAt: page.fetchedAt,
      status: answer.status,
      encoding: answer.encoding,
      headers: keptHeadersOf(answer),
      body: answer.body,
    });
    following.push({
      url: answer.url,
      contentType: answer.headers['content-type'] ?? '',
      encoding: answer.encoding,
      archive,
      xRobotsTag: answer.headers['x-robots-tag'],
    });
    bodies.push(answer.body);
    room -= answer.body.byteLength;
    last = answer;
  }
}

/**
 * Whether a page came from the host that is held for it: no other may be asked in its turn, nor be sent the
 * headers of the source.
 */
export function isOfHeldHost(item: Pick<FetchItem, 'url'>, page: Pick<FetchedPage, 'finalUrl'>): boolean {
  const [asked, came] = [new URL(item.url), new URL(page.finalUrl)];
  return (
    came.hostname === asked.hostname &&
    (came.origin === asked.origin || (came.protocol === 'https:' && came.port === ''))
  );
}

/** The items of further pages, which became part of the article of the first. */
function joinedTo(page: FetchedPage, urls: readonly string[]): NonNullable<Visit['joined']> {
  const articleId = itemOf(page.finalUrl) ?? page.item;
  return urls.flatMap((url) => {
    const item = itemOf(url);
    return item === undefined || item === articleId ? [] : [{ item, url, articleId }];
  });
}

/**
 * The visit of a page whose article goes on, with the further pages that could be had. They keep the id, the
 * version and the metadata of the first; a page that could not be had leaves the article unfinished, and the
 * first one is asked for as if it were new at its next age. `live`: what the page says of its live blog.
 */
export async function continuePage(
  crawl: Crawl,
  visited: Visited,
  { visit, ...begun }: Begun & { readonly visit: Visit },
): Promise<{ readonly visit: Visit; readonly live: LiveBlog | undefined }> {
  const { page } = visit;
  const { ports } = crawl;
  if (page === undefined || page.fromEntry === true || !isOfHeldHost(visited.item, page))
    return { visit, live: undefined };
  const { live, following, isUnfinished, domainFreeAt } = await followPages(crawl, visited, page, begun);
  if (following.length === 0 && !isUnfinished) return { visit, live };
  const joined = joinedTo(
    page,
    following.map(({ url }) => url),
  ).filter((one) => one.item !== visited.item.key);
  const expiresAt = ports.now() + joinedAgeMs;
  const forgotten: ItemMemory = isUnfinished
    ? { etag: undefined, lastModified: undefined, contentHash: undefined }
    : {};
  const continued: Visit = {
    ...visit,
    page: { ...page, following: [...following], ...(isUnfinished ? { isUnfinished } : {}) },
    settlement: {
      ...visit.settlement,
      hostFreeAt: ports.now() + begun.delayMs,
      domainFreeAt: domainFreeAt ?? visit.settlement.domainFreeAt,
      data: { ...visit.settlement.data, ...forgotten },
    },
    joined,
    remember: [
      ...(visit.remember ?? []),
      ...joined.map((one) => ({ key: joinedKey(one.item), value: one.articleId, expiresAt })),
    ],
  };
  return { visit: continued, live };
}
