import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceInput } from '@newsmill/contracts';
import { behaviours, type Behaviour, type Reply } from './behaviours.ts';
import type { RecordedSite } from './recorded-sites.ts';
import { renders, type Published } from './render-feed.ts';

/** A recorded site on an address of its own. */
export interface ServedSite {
  readonly source: SourceInput;
  readonly host: string;
  readonly behaviour: Behaviour;
  /** Pages that its channel has named so far. */
  published(): number;
  close(): void;
}

const hour = 3_600_000;

/** When each page is published, as a share of the run: so many before it, the others up to .75 of it. */
function publicationOf(count: number, before: number): (index: number) => number {
  return (index) => (index < before ? -1 : (0.75 * (index - before + 1)) / (count - before));
}

function send(reply: Reply, answer: ServerResponse): void {
  if (reply === 'hang') return;
  if (reply === 'reset') return void answer.socket?.destroy();
  answer.writeHead(reply.status, reply.headers).end(reply.body);
}

/** What the site sends by itself: its channel with what is published by now, its pages, and no others. */
function ordinaryOf(
  site: RecordedSite,
  origin: string,
  behaviour: Behaviour,
  start: number,
  lengthMs: number,
) {
  const pages = new Map(site.pages.map((page) => [page.path, page]));
  const shareOf = publicationOf(
    site.pages.length,
    behaviour.before?.(site.pages.length) ?? Math.ceil(site.pages.length / 2),
  );
  let polls = 0;
  const published = (): readonly Published[] =>
    site.pages.flatMap((page, index) => {
      const share = shareOf(index);
      if (share * lengthMs > Date.now() - start) return [];
      const date = new Date(share < 0 ? start - (index + 1) * hour : start + share * lengthMs);
      return [{ page, link: `${origin}${page.path}`, id: `${site.host}:${index}`, date }];
    });
  function channel(): Reply {
    polls += 1;
    const now = published().toSorted((one, other) => other.date.getTime() - one.date.getTime());
    const entries = (behaviour.order === 'oldest-first' ? now.toReversed() : now).map(
      (entry) => behaviour.entry?.(entry, polls) ?? entry,
    );
    const { type, body } = renders[behaviour.feed ?? 'rss'](origin, entries);
    return { status: 200, headers: { 'content-type': type }, body };
  }
  return {
    published,
    isPage: (path: string) => pageAt(path) !== undefined,
    reply(path: string, isFeed: boolean): Reply {
      if (isFeed) return channel();
      if (path === '/robots.txt')
        return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nAllow: /\n' };
      const page = pageAt(path);
      return page === undefined
        ? { status: 404, body: 'not found' }
        : { status: 200, headers: { 'content-type': 'text/html' }, body: page.html };
    },
  };
  /** A page is found also with the parameters that its links got. */
  function pageAt(path: string) {
    const exact = pages.get(path);
    if (exact !== undefined) return exact;
    const bare = path.replace(/[?&](?:turned=1|PHPSESSID=\w+|utm_source=\w+(?:&utm_campaign=\w+)?)$/, '');
    return pages.get(bare) ?? pages.get(encodeURI(bare));
  }
}

function sourceOf(site: RecordedSite, behaviour: Behaviour, pair: string, interval: string): SourceInput {
  const origin = `http://${pair}`;
  const url = (behaviour.url ?? 'ORIGIN/feed')
    .replace('ORIGIN', origin)
    .replace('HOST', pair)
    .replace('PORT', pair.split(':')[1] ?? '')
    .replace('CLOSED', pair.replace(/\d+$/, '9'));
  const besides = behaviour.besides?.replace('ORIGIN', origin);
  return {
    id: site.host.replaceAll(/[^a-z\d]+/g, '-'),
    name: `${site.host}: ${behaviour.name}`,
    // Some recorded pages say noindex: their publishers meant the addresses that they had.
    robots: 'robots-txt',
    channels: [
      { url, interval, ...behaviour.channel },
      ...(besides === undefined ? [] : [{ url: besides, interval }]),
    ],
    allowPrivate: [pair, pair.replace(/\d+$/, '9')],
    limits: { delay: '100ms', timeout: '10s' },
    ...behaviour.source,
  };
}

/** Starts one site; all its behaviour hangs on how much of `lengthMs` since `start` is over. */
async function serveSite(
  site: RecordedSite,
  behaviour: Behaviour,
  address: string,
  run: { readonly start: number; readonly lengthMs: number; readonly interval: string },
): Promise<ServedSite> {
  const counts = new Map<string, number>();
  const server = createServer((request: IncomingMessage, answer: ServerResponse) => {
    const path = request.url ?? '/';
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    const isFeed = path === '/feed' || path === '/new-feed';
    const ordinary = own.reply(path, isFeed);
    const isPage = !isFeed && own.isPage(path);
    const share = (Date.now() - run.start) / run.lengthMs;
    const visit = { request, origin, path, isFeed, isPage, count, share, ordinary };
    send(behaviour.answer?.(visit) ?? ordinary, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
  const origin = `http://${address}:${port}`;
  const own = ordinaryOf(site, origin, behaviour, run.start, run.lengthMs);
  return {
    source: sourceOf(site, behaviour, `${address}:${port}`, run.interval),
    host: site.host,
    behaviour,
    published: () => own.published().length,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Serves each site on a loopback address of its own, with one behaviour each. */
export async function serveSites(
  sites: readonly RecordedSite[],
  run: { readonly start: number; readonly lengthMs: number; readonly interval: string },
): Promise<readonly ServedSite[]> {
  return Promise.all(
    sites.flatMap((site, index) => {
      const behaviour = behaviours[index];
      return behaviour === undefined ? [] : [serveSite(site, behaviour, `127.20.0.${index + 1}`, run)];
    }),
  );
}
