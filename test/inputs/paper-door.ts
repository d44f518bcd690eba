import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceInput } from '@newsmill/contracts';
import { startMill, writeSources, type MillProcess } from '../processes/start-mill.ts';
import type { PaperInput, Place, Served, Shown } from './input-case.ts';

/** What a mill has made of a paper. */
export interface Seen {
  readonly articles: readonly Shown[];
  /** Reason and detail of each dead letter. */
  readonly dead: readonly string[];
  /** What is told of channels that fail, and of what their entries lack. */
  readonly channels: readonly string[];
  /** The fates of its pages with their reasons; of channels, whether they were asked. */
  readonly fates: readonly string[];
  /** Requests that came to the server inside. */
  readonly insideHits: number;
}

/** A mill of its own with the papers of cases. */
export interface PaperDoor {
  readonly mill: MillProcess;
  /** Has a paper read; resolves when all that it brought is settled. */
  read(input: PaperInput): Promise<Seen>;
  /** How often the mill was looked at so far: each look costs it a little. */
  looks(): number;
  /** Looks at it once. */
  look(): Promise<unknown>;
  close(): Promise<void>;
}

const honest = (path: string): string =>
  `<!doctype html><html lang="en"><head><title>The crane of ${path} is repaired</title></head><body><article><h1>The crane of ${path} is repaired</h1>${['Tuesday', 'Friday', 'Sunday'].map((day) => `<p>The crane of the harbour at ${path} was repaired on ${day} by the volunteers of the town, who had waited for its parts since the spring and were glad of the help.</p>`).join('')}</article></body></html>`;
const feedOf = (paths: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Paper</title>${paths.map((path) => `<item><title>Story ${path}</title><link>${path}</link></item>`).join('')}</channel></rss>`;

/** The page that a paper has where its case names no other. */
export const honestPage: Served = ({ path }) => ({ type: 'text/html; charset=utf-8', body: honest(path) });
const honestFeed: Served = { type: 'application/rss+xml', body: feedOf(['/story']) };

function serve(
  served: Served | undefined,
  place: Place,
  request: IncomingMessage,
  answer: ServerResponse,
): void {
  if (served === undefined) return void answer.writeHead(404).end();
  if (typeof served === 'function') return serve(served(place), place, request, answer);
  if ('raw' in served) {
    const { socket } = request;
    socket.on('error', () => socket.destroy());
    return served.raw(socket, place);
  }
  if ('write' in served) return served.write(answer, request);
  return void answer.writeHead(200, { 'content-type': served.type, ...served.headers }).end(served.body);
}

async function listen(server: Server, host: string): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
  return `http://${host}:${port}`;
}

/** Files that a crawler asks of every site; a paper has none unless its case says so. */
const siteFiles: ReadonlySet<string> = new Set(['/robots.txt', '/.well-known/tdmrep.json', '/ai.txt']);

async function openPaper(input: PaperInput, id: string, number: number, inside: string) {
  const server = createServer((request, answer) => {
    const path = request.url ?? '/';
    const place = { path, origin, inside };
    if (siteFiles.has(path))
      return serve(path === '/robots.txt' ? input.robots : undefined, place, request, answer);
    return serve(
      path === '/feed' ? (input.feed ?? honestFeed) : (input.page ?? honestPage),
      place,
      request,
      answer,
    );
  });
  // Each has an address of its own, so that none waits for the manners owed to another.
  const origin = await listen(server, `127.0.${2 + Math.floor(number / 200)}.${1 + (number % 200)}`);
  const source: SourceInput = {
    id,
    name: 'A paper',
    language: 'en',
    channels: [{ kind: input.kind ?? 'feed', url: `${origin}/feed`, interval: '1d' }],
    allowPrivate: [new URL(origin).host],
    ...input.source,
    // Honest papers are slow where a machine has much else to do.
    limits: { delay: '1ms', timeout: '30s', ...input.source?.limits },
  };
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { source, close };
}

/** All papers are looked at so often, milliseconds. */
const overviewMs = 500;

/** Opens the door for the papers of these cases. */
export async function openPaperDoor(settings: Readonly<Record<string, string>> = {}): Promise<PaperDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-inputs-'));
  const sources = join(folder, 'sources');
  const hits = new Map<string, number>();
  const closers: (() => void)[] = [];
  let number = 0;
  writeSources(sources, []);
  const mill = await startMill({
    data: join(folder, 'data'),
    sources,
    settings: {
      NEWSMILL_DEMO: 'no',
      NEWSMILL_LOG_LEVEL: 'fatal',
      NEWSMILL_POLL_MIN: '1h',
      NEWSMILL_REVISITS: '',
      NEWSMILL_RETRY_LADDER: '300ms',
      NEWSMILL_RATE_LIMIT: '0',
      ...settings,
    },
  });
  const ask = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${mill.address}/api/v1/${path}`);
    // A machine that has much else to do: the mill says so, and is asked again.
    if (answer.status === 503) {
      await answer.arrayBuffer();
      await sleep(overviewMs);
      return ask(path);
    }
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T; // the API answers by its description
  };

  interface Told {
    readonly state: string;
    readonly channels: readonly {
      readonly state: string;
      readonly reason: string;
      readonly lastAt?: number;
      readonly lastError?: string;
      readonly newEntries?: number;
      readonly leftOut?: readonly { readonly reason: string; readonly count: number }[];
    }[];
  }
  interface Overview {
    readonly sources: readonly (Told & { readonly id: string })[];
    readonly rows: readonly { sourceId: string; underWay: number; discovered: number }[];
  }
  let looks = 0;
  let [overview, askedAt] = [Promise.resolve<Overview>({ sources: [], rows: [] }), 0];
  /** How all papers stand; asked now and then for all who wait. */
  function overviewNow(): Promise<Overview> {
    if (Date.now() - askedAt < overviewMs) return overview;
    askedAt = Date.now();
    looks += 1;
    overview = Promise.all([
      ask<Pick<Overview, 'sources'>>('sources'),
      ask<Pick<Overview, 'rows'>>('audit'),
    ]).then(([{ sources: found }, { rows }]) => ({ sources: found, rows }));
    return overview;
  }
  const told = async (id: string) => (await overviewNow()).sources.find((one) => one.id === id);
  const isSettled = async (id: string): Promise<boolean> => {
    const [source, { rows }] = [await told(id), await overviewNow()];
    if (source === undefined || source.channels.some(({ lastAt }) => lastAt === undefined)) return false;
    const own = rows.filter(({ sourceId }) => sourceId === id);
    const isNamed = source.channels.some(({ newEntries = 0 }) => newEntries > 0);
    return own.every(({ underWay }) => underWay === 0) && (own.length > 0 || !isNamed);
  };
  /** Settled twice in a row: what was just told of may not be counted yet. */
  async function untilSettled(id: string): Promise<void> {
    const end = Date.now() + 240_000;
    for (let calm = 0; calm < 2; calm = (await isSettled(id)) ? calm + 1 : 0) {
      await sleep(overviewMs);
      if (Date.now() > end)
        throw new Error(`not settled: ${JSON.stringify([await told(id), await look(id)])}`);
    }
  }
  async function look(id: string): Promise<Seen> {
    const found = await ask<{ items: readonly { id: string }[] }>(`search?q=source:${id}&limit=20`);
    const articles = await Promise.all(found.items.map((item) => ask<Shown>(`articles/${item.id}`)));
    const { letters } = await ask<{ letters: readonly { reason: string; detail?: string }[] }>(
      `dead?source=${id}&limit=20`,
    );
    const { items } = await ask<{ items: readonly { fate: string; reason?: string }[] }>(
      `ledger?source=${id}&limit=20`,
    );
    return {
      articles,
      dead: letters.map(({ reason, detail }) => `${reason}: ${detail ?? ''}`),
      channels: ((await told(id))?.channels ?? []).map(
        ({ state, reason, lastError = '', leftOut = [] }) =>
          `${state}: ${reason} ${lastError} ${leftOut.map((one) => JSON.stringify(one)).join(' ')}`,
      ),
      fates: items.map(({ fate, reason }) => `${fate} ${reason ?? ''}`),
      insideHits: hits.get(id) ?? 0,
    };
  }
  return {
    mill,
    looks: () => looks,
    look: () => overviewNow(),
    async read(input) {
      const own = (number += 1);
      const id = `row-${input.row}-${own}`;
      const server = createServer((_request, answer) => {
        hits.set(id, (hits.get(id) ?? 0) + 1);
        answer.end('inside');
      });
      const origin = await listen(server, '127.0.0.1');
      const paper = await openPaper(input, id, own, origin);
      const close = () => {
        paper.close();
        server.closeAllConnections();
        server.close();
      };
      closers.push(close);
      writeSources(sources, [paper.source]);
      await untilSettled(id);
      const seen = await look(id);
      close();
      return seen;
    },
    async close() {
      for (const close of closers) close();
      await mill.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
