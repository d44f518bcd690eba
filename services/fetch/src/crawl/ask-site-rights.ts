import { setTimeout as sleep } from 'node:timers/promises';
import {
  durationMs,
  siteRightsHeader,
  writeSiteRights,
  type HttpAnswer,
  type Source,
  type Visit,
} from '@newsmill/contracts';
import {
  siteFileAddresses,
  siteFileLimit,
  siteRightsOf,
  type RobotsRules,
  type SiteFiles,
} from '@newsmill/fetch';
import { HttpFailure } from '@newsmill/http';
import { Unreadable } from '@newsmill/reading';
import { keptRobots, robotsKey } from './ask-robots.ts';
import type { Crawl, Visited } from './crawl.ts';
import { sendRequest } from './send-request.ts';
import { siteFileRequest } from './site-file-request.ts';

const day = 86_400_000;
const hour = 3_600_000;

/**
 * A file that was asked for: its bytes, none where there is no such file, or that it could not be had, perhaps
 * because nothing answers there.
 */
type AskedFile = { readonly body: Uint8Array | undefined } | 'failed' | 'unreachable';

async function askForFile(crawl: Crawl, url: string, source: Source): Promise<AskedFile> {
  const { secrets } = crawl.ports;
  const request = siteFileRequest(url, { source, secrets }, { accept: '*/*', maxBytes: siteFileLimit });
  const answer = await sendRequest(crawl, request, { kind: 'robots', sourceId: source.id });
  if (answer instanceof HttpFailure) return 'unreachable';
  if (answer.status === 429 || answer.status >= 500) return 'failed';
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
  const addresses = siteFileAddresses(origin, robots);
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
    if (typeof file === 'string') isWhole = false;
    else came[name] = file.body;
    // Whoever is not there for one file is not asked to time out on the others.
    if (file === 'unreachable') break;
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

const filesKey = (origin: string): string => `site-rights:${origin}`;

/** What a site is asked for its files with. */
interface Asking {
  readonly origin: string;
  readonly source: Source;
  readonly robots: RobotsRules | undefined;
  readonly delayMs: number;
}

/**
 * Asks for the files of a site, unless they have come by now, and keeps them: for a day, or an hour where one
 * could not be had.
 */
async function keepFiles(crawl: Crawl, { origin, source, ...told }: Asking): Promise<SiteFiles> {
  const { state, now } = crawl.ports;
  const known = crawl.rules.filesOf((await state.read([filesKey(origin)], now())).get(filesKey(origin)));
  if (known !== undefined) return known;
  const { files, isWhole } = await askForFiles(crawl, origin, source, told);
  const value = JSON.stringify(files);
  await state.write([{ key: filesKey(origin), value, expiresAt: now() + (isWhole ? day : hour) }]);
  return files;
}

/** Asks for the files of a site once, however many pages of it come side by side. */
async function askedFiles(crawl: Crawl, asking: Asking): Promise<SiteFiles> {
  const { siteFiles } = crawl;
  const running = siteFiles.get(asking.origin) ?? keepFiles(crawl, asking);
  siteFiles.set(asking.origin, running);
  try {
    return await running;
  } finally {
    siteFiles.delete(asking.origin);
  }
}

/** What the files of its site say of an address, as a header, and whether somebody was asked for them just now. */
async function toldBySite(
  crawl: Crawl,
  source: Source,
  url: string,
  leastDelayMs: number,
): Promise<{ readonly told: string | undefined; readonly askedMs: number | undefined }> {
  const { origin } = new URL(url);
  const { state, now, policy } = crawl.ports;
  const known = await state.read([robotsKey(origin), filesKey(origin)], now());
  const keptRules = crawl.rules.rulesOf(known.get(robotsKey(origin)));
  const keptFiles = crawl.rules.filesOf(known.get(filesKey(origin)));
  const robots =
    source.robots === 'ignore' ? undefined : (keptRules ?? (await keptRobots(crawl, origin, source)).rules);
  const crawlDelayMs = robots === undefined ? 0 : (crawl.rules.judge(robots, url).crawlDelayMs ?? 0);
  const delayMs = Math.max(leastDelayMs, crawlDelayMs);
  const files = keptFiles ?? (await askedFiles(crawl, { origin, source, robots, delayMs }));
  const isKnown = keptFiles !== undefined && (robots === undefined || keptRules !== undefined);
  return {
    told: writeSiteRights(siteRightsOf({ robots, files, url, agent: policy.agent })),
    askedMs: isKnown ? undefined : delayMs,
  };
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
  const { told } = await toldBySite(crawl, source, answer.url, delayMs);
  return { ...answer, headers: told === undefined ? headers : { ...headers, [siteRightsHeader]: told } };
}

/**
 * The visit whose page is the text of a feed entry, with what the files of the site of its address say: they hold
 * for what the publisher says there, however it came. Its host rests after it was asked for them.
 */
export async function withRightsOfEntry(crawl: Crawl, source: Source, visit: Visit): Promise<Visit> {
  const { page, settlement } = visit;
  if (page?.fromEntry !== true) return visit;
  const { ports } = crawl;
  const { told, askedMs } = await toldBySite(crawl, source, page.url, durationMs(source.limits.delay));
  const freeAt = askedMs === undefined ? settlement.hostFreeAt : ports.now() + askedMs;
  return {
    ...visit,
    settlement: { ...settlement, hostFreeAt: Math.max(settlement.hostFreeAt, freeAt) },
    page: {
      ...page,
      ...(source.robots === 'obey' ? { robotsAgent: ports.policy.agent } : {}),
      httpHeaders: told === undefined ? {} : { [siteRightsHeader]: told },
    },
  };
}
