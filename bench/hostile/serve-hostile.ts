import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceInput } from '@newsmill/contracts';
import type { Expectation } from '../../test/newsweb/expectation.ts';
import { pipeline, Readable, type Writable } from 'node:stream';
import { honestPaper } from './honest-paper.ts';
import { hostilePapers, type HostileAnswer, type HostilePaper } from './hostile-papers.ts';

/**
 * The papers of one run, each under a loopback address of its own, so that none pays for the manners owed to
 * another.
 */
export interface HostileWeb {
  readonly sources: readonly SourceInput[];
  /** What was asked of each of them so far. */
  asked(): readonly Asked[];
  /** The honest paper publishes no more; what must have become of every story that it told of. */
  rest(): readonly Expectation[];
  close(): Promise<void>;
}

/** Requests to a source: for its channel, and for all else but robots.txt. */
export interface Asked {
  readonly source: string;
  readonly feeds: number;
  readonly pages: number;
  /** Whether its channel names pages that a mill can ask for. */
  readonly hasPages: boolean;
}

function send(response: ServerResponse, answer: HostileAnswer): void {
  const { type, body, gzip, location, manner = 'at once' } = answer;
  response.writeHead(location === undefined ? 200 : 302, {
    'content-type': type,
    ...(gzip === true ? { 'content-encoding': 'gzip' } : {}),
    ...(location === undefined ? {} : { location }),
  });
  manners[manner](response, typeof body === 'string' ? Buffer.from(body) : body);
}

/** Sends it again and again, as fast as it is taken, until the reader has had enough: which is no fault here. */
function sendOn(target: Writable, block: Buffer): void {
  const again = function* () {
    for (;;) yield block;
  };
  pipeline(Readable.from(again()), target, () => undefined);
}

/** How a body goes over the wire. */
const manners: Readonly<
  Record<NonNullable<HostileAnswer['manner']>, (response: ServerResponse, body: Buffer) => void>
> = {
  'at once': (response, body) => response.end(body),
  drips(response, body) {
    let at = 0;
    const drip = setInterval(() => {
      response.write(body.subarray(at % body.length, (at % body.length) + 1));
      at += 1;
    }, 1_000);
    response.once('close', () => clearInterval(drip));
  },
  endless: (response, body) => sendOn(response, body),
  crumbs(response, body) {
    response.flushHeaders();
    const chunks = [...body].map((byte) => `1\r\n${String.fromCharCode(byte)}\r\n`).join('');
    // Node gathers chunks that are written one after the other.
    if (response.socket !== null) sendOn(response.socket, Buffer.from(chunks, 'latin1'));
  },
  silent: (response) => response.flushHeaders(),
};

async function listen(
  host: string,
  answer: (request: IncomingMessage, response: ServerResponse, origin: string) => void,
): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((request, response) => answer(request, response, origin));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
  const origin = `http://${host}:${port}`;
  return { server, origin };
}

type Answer = Parameters<typeof listen>[1];

/** Counts requests on their way to an answer. */
function counted(source: string, hasPages: boolean, answer: Answer) {
  const asked = { source, feeds: 0, pages: 0, hasPages };
  return {
    asked,
    answer: ((request, response, origin) => {
      if (request.url === '/feed') asked.feeds += 1;
      else if (request.url !== '/robots.txt') asked.pages += 1;
      answer(request, response, origin);
    }) satisfies Answer,
  };
}

function answerHostile(paper: HostilePaper): Answer {
  let round = 0;
  return (request, response, origin) => {
    const { url = '/' } = request;
    if (url === '/robots.txt') return void response.writeHead(404).end();
    if (url !== '/feed')
      return send(response, paper.page?.(url, origin) ?? { type: 'text/html', body: '<p>nothing</p>' });
    round += 1;
    return send(response, paper.feed(round, origin));
  };
}

function sourceOf(
  name: string,
  origin: string,
  kind: HostilePaper['kind'] = 'feed',
  interval = '10s',
): SourceInput {
  return {
    id: name,
    name,
    channels: [{ kind, url: `${origin}/feed`, interval }],
    allowPrivate: [new URL(origin).host],
    limits: { delay: '100ms' },
  };
}

/**
 * Serves the honest paper and, where `hostile`, all that mean harm. The honest one publishes a story every
 * three seconds.
 */
export async function serveHostileWeb(isHostile: boolean): Promise<HostileWeb> {
  const paper = honestPaper(Date.now());
  const honest = counted('honest-post', true, (request, response, origin) => {
    const answer = paper.answer(request.url ?? '/', origin);
    if (answer === undefined) response.writeHead(404).end();
    else send(response, answer);
  });
  const honestAt = await listen('127.0.0.2', honest.answer);
  const others = await Promise.all(
    (isHostile ? hostilePapers : []).map(async (paper, index) => {
      const { asked, answer } = counted(paper.name, paper.page !== undefined, answerHostile(paper));
      return { paper, asked, ...(await listen(`127.0.1.${index + 1}`, answer)) };
    }),
  );
  return {
    sources: [
      sourceOf(honest.asked.source, honestAt.origin, 'feed', '5s'),
      ...others.map(({ paper, origin }) => sourceOf(paper.name, origin, paper.kind)),
    ],
    asked: () => [honest.asked, ...others.map(({ asked }) => asked)],
    rest: () => paper.rest(honest.asked.source, honestAt.origin),
    async close() {
      await Promise.all(
        [honestAt, ...others].map(
          ({ server }) =>
            new Promise((resolve) => {
              server.close(resolve);
              server.closeAllConnections();
            }),
        ),
      );
    },
  };
}
