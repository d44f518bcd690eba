import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import type { Metrics } from '../metrics.ts';
import { answerScrape } from './answer-scrape.ts';
import type { ReaderGate } from './reader-gate.ts';

interface MetricsPort {
  readonly metrics: Pick<Metrics, 'registry'>;
  /** Who may read them: the same as on any other port. */
  readonly gate: Pick<ReaderGate, 'mayScrape'>;
  /** Makes a server with the limits of the process. */
  readonly open: (handle: RequestListener) => Server;
  readonly port: number;
  readonly host: string;
}

/** `/metrics` on a port of their own, and nothing else. Throws where it cannot listen. */
export async function serveMetrics({ metrics, gate, open, port, host }: MetricsPort): Promise<Server> {
  const server = open((request, response) => {
    const isScrape = (request.url ?? '').split('?', 1)[0] === '/metrics';
    if (!isScrape || (request.method !== 'GET' && request.method !== 'HEAD'))
      return void response.writeHead(isScrape ? 405 : 404).end();
    answerScrape(request, metrics, gate).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      () => response.destroy(),
    );
  });
  server.listen({ port, host });
  await once(server, 'listening');
  return server;
}
