import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { SourceInput } from '@newsmill/contracts';
import { answerRequest } from './answer-request.ts';
import { expectationOf, sourceIdOf, type Expectation } from './expectation.ts';
import { versionsOf, type WebState } from './page-bytes.ts';
import { planNewsWeb, type PlannedArticle, type Site } from './plan-news-web.ts';
import { channelPaths, listSelector } from './render-channel.ts';

/** One request as it came in. */
export interface LoggedRequest {
  /** Milliseconds since the start. */
  readonly time: number;
  readonly host: string;
  /** With its query. */
  readonly path: string;
  /** 0 when the answer was broken off on purpose or is still on its way. */
  readonly status: number;
  /** Whether it carried If-None-Match or If-Modified-Since. */
  readonly isConditional: boolean;
}

export interface NewsWebOptions {
  /** Number of pages; 60. At least 40 when there are faults. */
  readonly articles?: number;
  /**
   * Number of sites, each with an address of its own, 127.0.0.1 and up; 12, or one for each 50 articles when
   * that is more. At most 200.
   */
  readonly hosts?: number;
  readonly seed?: number;
  /** Whether things go wrong; true. */
  readonly faults?: boolean;
  /** Whether pages go away at phase 2, and some fail for ever while the feed carries their text; false. */
  readonly life?: boolean;
  /** One port for all addresses; 0 takes a free one. */
  readonly port?: number;
  /** Pause between two requests to one host that the sources ask for; `50ms`. */
  readonly delay?: string;
  /** How often the sources ask for their channels to be read; adaptive without it. */
  readonly interval?: string;
}

/** A running web of invented papers on loopback addresses. */
export interface NewsWeb {
  /** Of each site, without a slash at its end. */
  readonly origins: readonly string[];
  /** One for each site; each may reach that host and port and no other private one. */
  readonly sources: SourceInput[];
  /** What must become of each listed address, at the present phase. */
  readonly expected: readonly Expectation[];
  requests(): readonly LoggedRequest[];
  /** Greatest number of requests that one host had open at a time. */
  busiest(): number;
  /** From phase 2 on some articles are updated: body, ETag, Last-Modified, date in the channel. */
  phase(phase: number): void;
  /**
   * From now on all pages of these sites, by index, answer 404, while their channels answer; those of all
   * others are there.
   */
  away(sites: readonly number[]): void;
  close(): Promise<void>;
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error(`no port at ${host}`));
      else resolve(address.port);
    });
  });
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  );
}

/**
 * Listens on every address with one port. A free port of the first address can be taken at another: then all
 * try the next one.
 */
async function listenEverywhere(
  sites: readonly Site[],
  port: number,
  answer: (site: Site, request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ servers: Server[]; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const servers: Server[] = [];
    let taken = port;
    try {
      for (const site of sites) {
        const server = createServer((request, response) => answer(site, request, response));
        taken = await listen(server, site.host, taken);
        servers.push(server);
      }
      return { servers, port: taken };
    } catch (error) {
      await closeAll(servers);
      if (port !== 0 || attempt === 10) throw error;
    }
  }
}

function sourceOf(site: Site, origin: string, { delay, interval }: NewsWebOptions): SourceInput {
  const kind = site.form === 'list' || site.form === 'news-sitemap' ? site.form : 'feed';
  const section: SourceInput['channels'] = site.hasSection
    ? [{ kind: 'feed', url: `${origin}/section.xml`, interval }]
    : [];
  return {
    id: sourceIdOf(site.index),
    name: site.name,
    channels: [
      {
        kind,
        url: origin + channelPaths[site.form],
        select: kind === 'list' ? listSelector : undefined,
        interval,
      },
      ...section,
    ],
    language: site.language,
    tags: ['news-web'],
    allowPrivate: [new URL(origin).host],
    limits: { delay: delay ?? '50ms', maxBytes: 2_000_000, timeout: '15s' },
  };
}

/**
 * Starts the news web. Same seed and numbers, same bytes but for the port. Rejects when an address cannot be
 * listened on.
 */
export async function startNewsWeb(options: NewsWebOptions = {}): Promise<NewsWeb> {
  const count = options.articles ?? 60;
  const hosts = Math.min(options.hosts ?? Math.max(12, Math.ceil(count / 50)), 200, count);
  const seed = options.seed ?? 1;
  const plan = planNewsWeb(count, hosts, seed, options.faults ?? true, options.life ?? false);
  const started = performance.now();
  const log: LoggedRequest[] = [];
  const address = { port: options.port ?? 0 };
  const origin = (host: string): string => `http://${host}:${address.port}`;
  const state: WebState = { plan, seed, origin, phase: 1, away: new Set(), attempts: new Map() };
  const open = new Map<string, number>();
  let busiest = 0;
  const { servers, port } = await listenEverywhere(plan.sites, address.port, (site, request, response) => {
    const atOnce = (open.get(site.host) ?? 0) + 1;
    open.set(site.host, atOnce);
    busiest = Math.max(busiest, atOnce);
    response.once('close', () => open.set(site.host, (open.get(site.host) ?? 1) - 1));
    const isConditional =
      request.headers['if-none-match'] !== undefined || request.headers['if-modified-since'] !== undefined;
    const time = Math.round(performance.now() - started);
    log.push({
      time,
      host: site.host,
      path: request.url ?? '/',
      isConditional,
      status: answerRequest(state, site, request, response),
    });
  });
  address.port = port;
  const originalOf = (index: number): PlannedArticle => {
    const found = plan.articles[index];
    if (found === undefined) throw new Error(`no article ${index}`);
    return found;
  };
  let expected: readonly Expectation[] | undefined;
  return {
    origins: plan.sites.map((site) => origin(site.host)),
    sources: plan.sites.map((site) => sourceOf(site, origin(site.host), options)),
    get expected() {
      expected ??= plan.articles.map((article) => {
        const versions = versionsOf(seed, article, state.phase);
        return expectationOf(article, versions, originalOf, origin, state.phase);
      });
      return expected;
    },
    requests: () => [...log],
    busiest: () => busiest,
    phase(phase) {
      state.phase = phase;
      expected = undefined;
    },
    away(indices) {
      state.away = new Set(indices);
    },
    close: () => closeAll(servers),
  };
}
