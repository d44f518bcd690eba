import { setTimeout as sleep } from 'node:timers/promises';
import type { FetchedPage, FollowingPage, FrontierItem, Source, Visit } from '@newsmill/contracts';
import { HttpFailure, type HttpAnswer, type HttpRequest } from '@newsmill/http';
import type { Archive } from '@newsmill/store';
import type { RobotsVerdict, SourceStage } from './define-source.ts';

/** What continuing a page needs of the fetch stage. */
export interface ContinuePorts {
  readonly stage: SourceStage;
  readonly archive: Archive;
  readonly now: () => number;
  readonly send: (request: HttpRequest) => Promise<HttpAnswer | HttpFailure>;
  /** `asked`: the host was just asked for its robots.txt. */
  readonly robotsOf: (url: string, source: Source) => Promise<RobotsVerdict & { readonly asked: boolean }>;
  readonly signal: AbortSignal;
}

/** Bytes of all further pages of an article, as they come over the wire. */
const mostBytes = 4_194_304;
/** A host that wants longer pauses than this, milliseconds, is not asked for further pages: its turn would never end. */
const longestPause = 30_000;
/** What was joined is remembered so long, milliseconds: a channel may name it later. */
const joinedAgeMs = 90 * 86_400_000;

interface Continued {
  readonly following: readonly FollowingPage[];
  readonly isUnfinished: boolean;
  readonly domainFreeAt?: number | undefined;
}

/** Asks for one further page; `end`: there is none, or it is one that is had already. */
async function askFor(
  next: { readonly url: string; readonly number: number; readonly first: string; readonly delayMs: number },
  item: FrontierItem,
  source: Source,
  room: number,
  ports: ContinuePorts,
): Promise<HttpAnswer | 'end' | { readonly failed: HttpAnswer | HttpFailure | undefined }> {
  const { stage } = ports;
  await sleep(next.delayMs, undefined, { signal: ports.signal });
  if (stage.needsRobots(item, source)) {
    const { verdict, asked } = await ports.robotsOf(next.url, source);
    if (verdict !== 'allowed') return { failed: undefined };
    if (asked) await sleep(next.delayMs, undefined, { signal: ports.signal });
  }
  const request = stage.request({ ...item, url: next.url, fetchedAt: 0 }, source);
  const answer = await ports.send({ ...request, maxBytes: Math.min(request.maxBytes, room) });
  if (answer instanceof HttpFailure || answer.status !== 200 || !stage.continues.isPage(answer))
    return { failed: answer };
  return answer.url === next.url || stage.continues.isFollowing(next.first, answer.url, next.number)
    ? answer
    : 'end';
}

/** Follows an article from page to page, one request at a time: the host is held for the item, and asked no more often than it wants. */
async function followPages(
  item: FrontierItem,
  source: Source,
  page: FetchedPage,
  first: HttpAnswer,
  delayMs: number,
  ports: ContinuePorts,
): Promise<Continued> {
  const { continues } = ports.stage;
  const following: FollowingPage[] = [];
  const bodies: Uint8Array[] = [page.body];
  let room = mostBytes;
  let last: HttpAnswer = first;
  for (let number = 2; ; number += 1) {
    const url = continues.next(last, { first: page.finalUrl, number });
    if (url === undefined) return { following, isUnfinished: false };
    if (number > continues.most || room <= 0 || delayMs > longestPause)
      return { following, isUnfinished: true };
    const answer = await askFor({ url, number, first: page.finalUrl, delayMs }, item, source, room, ports);
    if (answer === 'end') return { following, isUnfinished: false };
    if ('failed' in answer)
      return {
        following,
        isUnfinished: true,
        domainFreeAt:
          answer.failed === undefined || answer.failed instanceof HttpFailure
            ? undefined
            : continues.freeAt(answer.failed, ports.now()),
      };
    // A site that does not know the number sends the first page again.
    if (bodies.some((body) => Buffer.compare(body, answer.body) === 0))
      return { following, isUnfinished: false };
    const archive = await ports.archive.put({
      url: answer.url,
      fetchedAt: page.fetchedAt,
      status: answer.status,
      encoding: answer.encoding,
      headers: continues.headers(answer),
      body: answer.body,
    });
    following.push({
      url: answer.url,
      contentType: answer.headers['content-type'] ?? '',
      encoding: answer.encoding,
      archive,
    });
    bodies.push(answer.body);
    room -= answer.body.byteLength;
    last = answer;
  }
}

/** Whether a page came from the host that is held for it: no other may be asked in its turn, nor be sent the headers of the source. */
export function isOfHeldHost(item: Pick<FrontierItem, 'url'>, page: Pick<FetchedPage, 'finalUrl'>): boolean {
  const [asked, came] = [new URL(item.url), new URL(page.finalUrl)];
  return (
    came.hostname === asked.hostname &&
    (came.origin === asked.origin || (came.protocol === 'https:' && came.port === ''))
  );
}

/**
 * The visit of a page whose article goes on, with the further pages that could be had. They keep the id, the version and the metadata of the
 * first; a page that could not be had leaves the article unfinished, and the first one is asked for as if it were new at its next age.
 */
export async function continuePage(
  item: FrontierItem,
  source: Source,
  visit: Visit,
  answer: HttpAnswer,
  delayMs: number,
  ports: ContinuePorts,
): Promise<Visit> {
  const { page } = visit;
  if (page === undefined || page.fromEntry === true || !isOfHeldHost(item, page)) return visit;
  const { following, isUnfinished, domainFreeAt } = await followPages(
    item,
    source,
    page,
    answer,
    delayMs,
    ports,
  );
  if (following.length === 0 && !isUnfinished) return visit;
  const joined = ports.stage.continues
    .joined(
      page,
      following.map(({ url }) => url),
    )
    .filter((one) => one.item !== item.key);
  const expiresAt = ports.now() + joinedAgeMs;
  const forgotten = isUnfinished ? { etag: undefined, lastModified: undefined, contentHash: undefined } : {};
  return {
    ...visit,
    page: { ...page, following: [...following], ...(isUnfinished ? { isUnfinished } : {}) },
    settlement: {
      ...visit.settlement,
      hostFreeAt: ports.now() + delayMs,
      domainFreeAt: domainFreeAt ?? visit.settlement.domainFreeAt,
      data: { ...visit.settlement.data, ...forgotten },
    },
    joined,
    remember: [
      ...(visit.remember ?? []),
      ...joined.map((one) => ({ key: ports.stage.continues.key(one.item), value: one.articleId, expiresAt })),
    ],
  };
}
