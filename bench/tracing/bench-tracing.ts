import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { calmRun, runMillOverWeb } from '../newsweb/bench-newsweb.ts';

/** What is measured in each turn: without a receiver, and with shares of the articles. */
const ways = ['off', '0.1', '1'] as const;
const [endpoint, share] = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_TRACES_SAMPLER_ARG'];

/** A receiver that takes spans and forgets them, in this process: its CPU is not the mill's. */
async function openReceiver(): Promise<{ address: string; bytes(): number; close(): void }> {
  let bytes = 0;
  const server = createServer((request, response) => {
    request.on('data', (piece: Buffer) => (bytes += piece.byteLength));
    request.on('end', () => response.setHeader('content-type', 'application/json').end('{}'));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
  return { address: `http://127.0.0.1:${port}`, bytes: () => bytes, close: () => server.close() };
}

/**
 * CPU of 1,000 articles without traces, with a tenth of them, and with all, the same build in turns.
 * `tracing [articles] [rounds]`.
 */
export async function benchTracing(
  [articles = '1000', rounds = '3']: readonly string[],
  web: string,
  out: string,
): Promise<void> {
  const receiver = await openReceiver();
  const run = calmRun({ articles: Number(articles), hosts: 50, web, out });
  const taken = new Map<string, number[]>(ways.map((way) => [way, []]));
  try {
    for (let round = 0; round < Number(rounds); round += 1)
      for (const way of ways) {
        if (way === 'off') delete process.env[endpoint];
        else Object.assign(process.env, { [endpoint]: receiver.address, [share]: way });
        const before = receiver.bytes();
        const { figures } = await runMillOverWeb({ ...run, out: join(out, way) });
        const seconds = (figures.cpuSeconds / figures.articles) * 1_000;
        taken.get(way)?.push(seconds);
        console.log(
          `round ${round + 1}, traces ${way}: ${seconds.toFixed(2)} CPU s per 1,000 articles, ${Math.round((receiver.bytes() - before) / 1_000)} KB of spans`,
        );
      }
  } finally {
    receiver.close();
  }
  const least = (way: string): number => Math.min(...(taken.get(way) ?? []));
  for (const way of ways)
    console.log(
      `traces ${way}: ${least(way).toFixed(2)} CPU s per 1,000 articles at least, ${((least(way) / least('off') - 1) * 100).toFixed(1)} % more than without`,
    );
}
