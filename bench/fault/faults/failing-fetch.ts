import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openFetcher } from '../../../services/fetch/src/testing/open-fetcher.ts';
import { unharmed } from '../../../test/oracle/judge.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';
import { FailingCalls } from './failing-calls.ts';
import { fedPage } from './fed-page.ts';

/** Pages of one round: each round one call fails. */
const pagesOfRound = 2;
/** A hang guard, milliseconds. */
const mostRoundMs = 60_000;
/** Each round has a host of its own, so that its robots.txt is asked for. */
const hostOf = (round: number): string => `127.0.${1 + Math.floor(round / 200)}.${1 + (round % 200)}`;
const pathOf = (number: number): string => `/story-${number}`;

/** Papers on the loopback: `/N/feed` tells of the pages of round N, wherever it is asked for. */
async function servePapers(seed: number): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((request, reply) => {
    const [, what = '', number = ''] = /^\/(feed|story)-(\d+)$/.exec(request.url ?? '') ?? [];
    if (what === 'story') {
      const { body, contentType } = fedPage(seed, Number(number), 1);
      return void reply.writeHead(200, { 'content-type': contentType }).end(body);
    }
    if (what !== 'feed') return void reply.writeHead(404).end();
    const items = Array.from({ length: pagesOfRound }, (_, place) => {
      const story = Number(number) * pagesOfRound + place;
      return `<item><title>Story ${story}</title><link>${pathOf(story)}</link></item>`;
    });
    return void reply
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(`<rss version="2.0"><channel><title>Paper</title>${items.join('')}</channel></rss>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
  return {
    port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * F18: the k-th call of what fetch works with fails (HTTP, robots.txt among it, frontier, archive, queue), for every k
 * up to the dose, each while a new paper is read. Each page is handed on, and nothing ends in the dead letters.
 */
export async function failingFetch({ dose, seed, tell }: FaultRun): Promise<FaultFindings> {
  const broken: string[] = [];
  const unhandled = (error: unknown): void =>
    void broken.push(`a rejection was left alone: ${String(error)}`);
  process.on('unhandledRejection', unhandled);
  const calls = new FailingCalls();
  const sites = new Set<string>();
  const papers = await servePapers(seed);
  const fetcher = await openFetcher({
    around: (port, name) => calls.around(port, name),
    policy: { retryLadder: [30, 60, 120, 240] },
  });
  try {
    for (let k = 1; k <= dose; k += 1) {
      const origin = `http://${hostOf(k)}:${papers.port}`;
      const wanted = Array.from({ length: pagesOfRound }, (_, n) => origin + pathOf(k * pagesOfRound + n));
      calls.arm(k);
      await fetcher.add({
        id: `paper-${k}`,
        name: `Paper ${k}`,
        // Papers of rounds before are left alone: the calls of a round are those for its own paper.
        channels: [{ kind: 'feed', url: `${origin}/feed-${k}`, interval: '1h' }],
        allowPrivate: [new URL(origin).host],
        limits: { delay: '0ms' },
      });
      const isThere = async (): Promise<boolean> => {
        const urls = new Set((await fetcher.pages()).map(({ url }) => url));
        return wanted.every((url) => urls.has(url));
      };
      await fetcher.until(isThere, mostRoundMs).catch(() => {
        broken.push(`call ${k} (${String(calls.failed)}): not all pages were handed on`);
      });
      if (calls.failed !== undefined) sites.add(calls.failed);
    }
    calls.arm(0);
    for (const { url, fate, reason } of await fetcher.events())
      if (fate === 'dead') broken.push(`${url} is dead: ${String(reason)}`);
    tell(`calls that failed: ${[...sites].sort().join(', ')}`);
  } finally {
    await fetcher.close();
    papers.close();
    process.off('unhandledRejection', unhandled);
  }
  return {
    articles: dose * pagesOfRound,
    verdict: unharmed,
    extra: { 'kinds of calls that failed': `${sites.size} (${[...sites].sort().join(', ')})` },
    broken,
  };
}
