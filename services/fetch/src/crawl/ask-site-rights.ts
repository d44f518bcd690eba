import { setTimeout as sleep } from 'node:timers/promises';
import {
  durationMs,
  siteRightsHeader,
  writeSiteRights,
  type HttpAnswer,
  type Source,
} from '@newsmill/contracts';
import { siteFileLimit, siteRightsOf, type RobotsRules, type SiteFiles } from '@newsmill/fetch';
import { HttpFailure, type HttpRequest } from '@newsmill/http';
import { Unreadable } from '@newsmill/reading';
import type { Secrets } from '@newsmill/source-files';
import { accessOf } from './access-of.ts';
import { keptRobots } from './ask-robots.ts';
import type { Crawl, Visited } from './crawl.ts';
import { encodings } from './request-of.ts';
import { sendRequest } from './send-request.ts';

const day = 86_400_000;
const hour = 3_600_000;

function requestFor(url: string, source: Source, secrets: Secrets): HttpRequest {
  return {
    url,
    access: accessOf(source, secrets, url).access,
    headers: { accept: '*/*', 'accept-encoding': encodings },
    allowPrivate: source.allowPrivate,
    maxBytes: siteFileLimit,
    onTooLarge: 'truncate',
    decode: true,
    totalTimeoutMs: Math.min(10_000, durationMs(source.limits.timeout)),
  };
}

/** A file that was asked for: its bytes, none where there is no such file, or that it could not be had. */
type AskedFile = { readonly body: Uint8Array | undefined } | 'failed';

async function askForFile(crawl: Crawl, url: string, source: Source): Promise<AskedFile> {
  const answer = await sendRequest(crawl, requestFor(url, source, crawl.ports.secrets), { kind: 'robots' });
  if (answer instanceof HttpFailure || answer.status === 429 || answer.status >= 500) return 'failed';
  const isThere = answer.status >= 200 && answer.status < 300;
  return { body: isThere ? (answer.decoded ?? answer.body) : undefined };
}

/** What is known of a site, and whether all its files could be asked for. */
interface Asked {
  readonly files: SiteFiles;
  readonly isWhole: boolean;
}

async function askForFiles(
  crawl: Crawl,
  origin: string,
  source: Source,
  { robots, delayMs }: { readonly robots: RobotsRules | undefined; readonly delayMs: number },
): Promise<Asked> {
  const licence = robots?.licences?.find((address) => URL.canParse(address, origin));
  const addresses = {
    tdm: `${origin}/.well-known/tdmrep.json`,
    ai: `${origin}/ai.txt`,
    rsl: licence === undefined ? undefined : new URL(licence, origin).href,
  };
  const came: { [K in keyof typeof addresses]: Uint8Array | undefined } = {
    tdm: undefined,
    ai: undefined,
    rsl: undefined,
  };
  let isWhole = true;
  for (const name of ['tdm', 'ai', 'rsl'] as const) {
    const url = addresses[name];
    if (url === undefined) continue;
    if (delayMs > 0) await sleep(delayMs, undefined, { signal: crawl.signal });
    const file = await askForFile(crawl, url, source);
    if (file === 'failed') isWhole = false;
    else came[name] = file.body;
  }
  if (Object.values(came).every((body) => body === undefined))
    return { files: { tdm: [], rsl: [] }, isWhole };
  try {
    return { files: await crawl.ports.thread.read('siteFiles', came), isWhole };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { files: { tdm: [], rsl: [] }, isWhole };
  }
}

/** Files that are being asked for: pages that redirect to one site come side by side. */
const underWay = new WeakMap<Crawl, Map<string, Promise<string>>>();

/** The files of a site as the state keeps them: for a day, or an hour where one could not be had. */
async function keptFiles(
  crawl: Crawl,
  origin: string,
  source: Source,
  told: { readonly robots: RobotsRules | undefined; readonly delayMs: number },
): Promise<string> {
  const { state, now } = crawl.ports;
  const key = `site-rights:${origin}`;
  const known = (await state.read([key], now())).get(key);
  if (known !== undefined) return known;
  const { files, isWhole } = await askForFiles(crawl, origin, source, told);
  const value = JSON.stringify(files);
  await state.write([{ key, value, expiresAt: now() + (isWhole ? day : hour) }]);
  return value;
}

async function filesOf(...[crawl, origin, source, told]: Parameters<typeof keptFiles>): Promise<string> {
  const asked = underWay.get(crawl) ?? new Map<string, Promise<string>>();
  underWay.set(crawl, asked);
  const running = asked.get(origin) ?? keptFiles(crawl, origin, source, told);
  asked.set(origin, running);
  try {
    return await running;
  } finally {
    asked.delete(origin);
  }
}

/**
 * The answer with what the files of its site say of the rights in it, as a header. The files are asked for once a
 * day and site, of whatever site the page came from; a file that cannot be had says nothing.
 */
export async function withSiteRights(
  crawl: Crawl,
  { source }: Pick<Visited, 'source'>,
  answer: HttpAnswer,
  delayMs: number,
): Promise<HttpAnswer> {
  const { [siteRightsHeader]: _sent, ...headers } = answer.headers;
  if (answer.status < 200 || answer.status >= 300) return { ...answer, headers };
  const { origin } = new URL(answer.url);
  const robots =
    source.robots === 'ignore'
      ? undefined
      : crawl.rules.rulesOf((await keptRobots(crawl, origin, source)).kept);
  const files = crawl.rules.filesOf(await filesOf(crawl, origin, source, { robots, delayMs }));
  const told = writeSiteRights(
    siteRightsOf({ robots, files, url: answer.url, agent: crawl.ports.policy.agent }),
  );
  return { ...answer, headers: told === undefined ? headers : { ...headers, [siteRightsHeader]: told } };
}
