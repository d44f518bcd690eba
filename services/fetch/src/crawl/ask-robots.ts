import { type FetchItem, type Source, type HttpAnswer } from '@newsmill/contracts';
import { robotsFromAnswer, type RobotsRules } from '@newsmill/fetch';
import { HttpFailure } from '@newsmill/http';
import { Unreadable, type ReadingThread } from '@newsmill/reading';
import { configuredChannel } from './configured-channel.ts';
import type { Crawl } from './crawl.ts';
import type { RobotsVerdict } from './rules-memory.ts';
import { sendRequest } from './send-request.ts';
import { siteFileRequest } from './site-file-request.ts';

const robotsBytes = 512 * 1_024;

/**
 * A feed or sitemap that an operator has configured was asked for by a person; everything found in it was
 * not.
 */
export function needsRobots(item: FetchItem, source: Source): boolean {
  return (
    source.robots !== 'ignore' &&
    (item.kind === 'page' || configuredChannel(item, source).data.parent !== undefined)
  );
}

/**
 * Rules that could not be read forbid everything until the next try, as an answer 5xx does. A host whose own
 * address is refused is told apart: its pages are refused too, and another try changes nothing.
 */
async function readRules(
  answer: HttpAnswer | HttpFailure,
  origin: string,
  thread: ReadingThread,
): Promise<RobotsRules> {
  if (answer instanceof HttpFailure) {
    const isBlocked = answer.kind === 'address-blocked' && new URL(answer.url).origin === origin;
    return {
      ...robotsFromAnswer({ failure: answer.kind }),
      ...(isBlocked ? { blocked: answer.message } : {}),
    };
  }
  const { status } = answer;
  const body = answer.decoded ?? answer.body;
  if (status < 200 || status >= 300 || body.length === 0) return robotsFromAnswer({ status, body });
  try {
    return await thread.read('robots', {
      status,
      body,
      encoding: answer.decoded === undefined ? answer.encoding : 'identity',
    });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return robotsFromAnswer({ failure: 'unreadable' });
  }
}

/** Where the state keeps the rules of a host. */
export const robotsKey = (origin: string): string => `robots:${origin}`;

/**
 * The rules of a host as the state keeps them: for at most a day (RFC 9309, 2.4); those that could not be had
 * are asked for again soon. `asked`: the host was just asked.
 */
export async function keptRobots(
  crawl: Crawl,
  origin: string,
  source: Source,
): Promise<{ readonly rules: RobotsRules; readonly asked: boolean }> {
  const { ports } = crawl;
  const key = robotsKey(origin);
  const known = crawl.rules.rulesOf((await ports.state.read([key], ports.now())).get(key));
  if (known !== undefined) return { rules: known, asked: false };
  const request = siteFileRequest(
    `${origin}/robots.txt`,
    { source, secrets: ports.secrets },
    { accept: 'text/plain,*/*;q=0.1', maxBytes: robotsBytes },
  );
  const answer = await sendRequest(crawl, request, { kind: 'robots', sourceId: source.id });
  const rules = await readRules(answer, origin, ports.thread);
  const value = JSON.stringify(rules);
  await ports.state.write([
    { key, value, expiresAt: ports.now() + (rules.verdict === 'disallow' ? 60_000 : 86_400_000) },
  ]);
  return { rules, asked: true };
}

/** What robots.txt of its host says of an address. */
export async function askRobots(
  crawl: Crawl,
  url: string,
  source: Source,
): Promise<RobotsVerdict & { readonly asked: boolean }> {
  const { rules, asked } = await keptRobots(crawl, new URL(url).origin, source);
  return { ...crawl.rules.judge(rules, url), asked };
}
