import { setTimeout as sleep } from 'node:timers/promises';
import { durationMs, type ChannelFetch, type HttpAnswer, type Visit } from '@newsmill/contracts';
import {
  fetchHistoryKey,
  keptHeadersOf,
  lieKey,
  readPageDenied,
  readWallVisit,
  rememberFetch,
} from '@newsmill/fetch';
import { HttpFailure } from '@newsmill/http';
import { addSitemaps } from './add-sitemaps.ts';
import { answerQuestion } from './answer-question.ts';
import { askRobots, needsRobots } from './ask-robots.ts';
import { withSiteRights } from './ask-site-rights.ts';
import { continuePage } from './continue-page.ts';
import { momentOf, type Crawl, type Visited } from './crawl.ts';
import { isAway } from './network-memory.ts';
import { noteChannel } from './note-channel.ts';
import { readAnswer, readFailure } from './read-answer.ts';
import type { RobotsVerdict } from './rules-memory.ts';
import { learnRevisit, planRevisit } from './plan-revisit.ts';
import { requestOf } from './request-of.ts';
import { sendRequest } from './send-request.ts';
import { withoutNetwork } from './wait-for-network.ts';
import { watchPassage } from './watch-passage.ts';

/** Whether a server that would be asked what has changed has been found to say so wrongly. */
async function hasLied({ ports }: Crawl, { kind, host, data }: Visited['item']): Promise<boolean> {
  if (kind !== 'channel' || (data.etag ?? data.lastModified) === undefined) return false;
  return (await ports.state.read([lieKey(host)], ports.now())).has(lieKey(host));
}

/** What it means for an item that robots.txt of its host could not be had. */
function failureOfRobots({ rule, blocked }: RobotsVerdict): Parameters<typeof readFailure>[1] {
  return blocked === undefined
    ? { kind: 'robots', message: `robots.txt: ${rule}`, retryable: true }
    : { kind: 'address-blocked', message: blocked, retryable: false };
}

/** Asks for an item as far as robots.txt of its host allows that, and reads what came. */
export async function askPublisher(crawl: Crawl, visited: Visited): Promise<Visit> {
  const { ports, signal } = crawl;
  const { item, source } = visited;
  let delayMs = durationMs(source.limits.delay);
  const asked = () => ({ item, source, moment: momentOf(crawl, delayMs) });
  if (needsRobots(item, source)) {
    const robots = await askRobots(crawl, item.url, source);
    delayMs = Math.max(delayMs, robots.crawlDelayMs ?? 0);
    if (robots.verdict === 'denied')
      return answerQuestion(crawl, item, readPageDenied(item, robots.rule, asked().moment));
    if (robots.verdict === 'unreachable' && crawl.network.isAway) return withoutNetwork(crawl, item);
    if (robots.verdict === 'unreachable')
      return answerQuestion(crawl, item, readFailure(asked(), failureOfRobots(robots), ports));
    if (robots.asked && delayMs > 0) await sleep(delayMs, undefined, { signal });
  }
  return item.kind === 'page' ? askForPage(crawl, visited, delayMs) : askForChannel(crawl, visited, delayMs);
}

/** Asks for a page, follows where it leads, and reads what came: the page, its article's further ones, a wall. */
async function askForPage(crawl: Crawl, visited: Visited, delayMs: number): Promise<Visit> {
  const { item, source, guest } = visited;
  const plan = await planRevisit(crawl, item);
  const { ports } = plan;
  const asked = () => ({ item, source, moment: momentOf(crawl, delayMs) });
  const passage = watchPassage(crawl, visited);
  const request = requestOf(item, source, ports.secrets, { now: ports.now(), isLying: false });
  const answer = await sendRequest(
    crawl,
    { ...request, leadsTo: passage.leadsTo },
    {
      kind: 'page',
      sourceId: source.id,
      guest,
    },
  );
  if (answer instanceof HttpFailure && isAway(answer) && crawl.network.isAway)
    return withoutNetwork(crawl, item);
  // Also after a failure: what went wrong on the way may be no fault of the page.
  const wall = await passage.wallOf(answer);
  if (answer instanceof HttpFailure) return answerQuestion(crawl, item, readFailure(asked(), answer, ports));
  if (wall === undefined) {
    const told = await withSiteRights(crawl, visited, answer, delayMs);
    const visit = await answerQuestion(crawl, item, await readAnswer(asked(), told, ports));
    const begun = { visit, answer, goesOn: passage.goesOn(answer), delayMs };
    return learnRevisit(crawl, item, plan, await continuePage(crawl, visited, begun));
  }
  await archiveWall(crawl, answer);
  return answerQuestion(crawl, item, readWallVisit(item, answer, wall, { ...asked(), policy: ports.policy }));
}

/** A wall is kept as it came, as pages are: what was taken for one can be proved. */
async function archiveWall({ ports }: Crawl, answer: HttpAnswer): Promise<void> {
  const { url, status, encoding, body } = answer;
  await ports.archive.put({
    url,
    fetchedAt: ports.now(),
    status,
    encoding,
    headers: keptHeadersOf(answer),
    body,
  });
}

/** Polls a channel, and reads what came. */
async function askForChannel(crawl: Crawl, visited: Visited, delayMs: number): Promise<Visit> {
  const { ports } = crawl;
  const { item, source, guest } = visited;
  const asked = () => ({ item, source, moment: momentOf(crawl, delayMs) });
  const at = { now: ports.now(), isLying: await hasLied(crawl, item) };
  const request = requestOf(item, source, ports.secrets, at);
  const answer = await sendRequest(crawl, request, { kind: 'channel', sourceId: source.id, guest });
  const ms = ports.now() - at.now;
  if (answer instanceof HttpFailure && isAway(answer) && crawl.network.isAway)
    return withoutNetwork(crawl, item);
  const visit = await answerQuestion(
    crawl,
    item,
    answer instanceof HttpFailure
      ? readFailure(asked(), answer, ports)
      : await readAnswer(asked(), answer, ports),
  );
  noteChannel(ports, item, visit.settlement.data.lastError);
  const poll = {
    at: at.now,
    ms: Math.max(0, ms),
    ...(answer instanceof HttpFailure ? {} : { status: answer.status, bytes: answer.body.byteLength }),
  };
  const remember = [...(visit.remember ?? []), await withPoll(crawl, item, visit, poll)];
  return addSitemaps(crawl, visited, { visit: { ...visit, remember }, delayMs });
}

/** The last polls of a channel, with this one: whoever looks at its source sees how they went. */
async function withPoll(
  { ports }: Crawl,
  { key }: Visited['item'],
  { settlement: { data } }: Visit,
  poll: Pick<ChannelFetch, 'at' | 'ms' | 'status' | 'bytes'>,
): Promise<ReturnType<typeof rememberFetch>> {
  const { lastError: error, entries, newEntries: fresh } = data;
  const isRead = error === undefined && poll.status !== 304;
  const kept = await ports.state.read([fetchHistoryKey(key)], poll.at);
  return rememberFetch(key, kept.get(fetchHistoryKey(key)), {
    ...poll,
    ...(isRead && entries !== undefined ? { entries } : {}),
    ...(isRead && fresh !== undefined ? { fresh } : {}),
    ...(error === undefined ? {} : { error }),
  });
}
