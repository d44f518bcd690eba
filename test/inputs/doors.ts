import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Server as TcpServer } from 'node:net';
import { createHttpClient, HttpFailure, type HttpClientOptions, type HttpRequest } from '@newsmill/http';
import { formatProblem, validateSources } from '@newsmill/source-files';
import { openSeededApp, type SeededApp } from '../../services/api/src/testing/seeded-app.ts';
import { makeRedisPlace, type RedisPlace } from '../../libs/store/src/testing/redis-place.ts';
import { startServers } from '../servers/start-servers.ts';
import { openBusDoor, type BusDoor } from './bus-door.ts';

/** The doors of the mill that are open inside of this process, each opened when it is first asked for. */
export interface Doors {
  app(): Promise<SeededApp>;
  bus(): Promise<BusDoor>;
  redis(): Promise<RedisPlace & { readonly url: string }>;
  close(): Promise<void>;
}

/** Opens nothing yet. */
export function openDoors(): Doors {
  const closers: (() => Promise<unknown>)[] = [];
  const once = <T>(open: () => Promise<T>): (() => Promise<T>) => {
    let opened: Promise<T> | undefined;
    return () => (opened ??= open());
  };
  return {
    app: once(async () => {
      const app = await openSeededApp();
      closers.push(() => app.close());
      return app;
    }),
    bus: once(async () => {
      const bus = await openBusDoor();
      closers.push(() => bus.close());
      return bus;
    }),
    redis: once(async () => {
      const servers = await startServers(['redis']);
      const place = await makeRedisPlace(servers.redis.url, 'whole');
      closers.push(async () => {
        await place.destroy();
        await servers.close();
      });
      return { ...place, url: servers.redis.url };
    }),
    async close() {
      for (const close of closers.toReversed()) await close();
    },
  };
}

/** Throws with what was found, where something does not hold. */
export function must(holds: boolean, found: unknown): void {
  if (!holds) throw new Error(`found ${JSON.stringify(found)?.slice(0, 2_000) ?? 'nothing'}`);
}

/** What is said of a source file. */
export function mistakesOf(text: string): string[] {
  return validateSources([{ path: 'paper.yaml', text }]).problems.map(formatProblem);
}

/** How the guarded client refuses a request. */
export async function refusalOf(
  request: Pick<HttpRequest, 'url'> & Partial<HttpRequest>,
  options: Partial<HttpClientOptions> = {},
): Promise<string> {
  const http = createHttpClient({ userAgent: `newsmill-test/${randomUUID().slice(0, 4)}`, ...options });
  try {
    const { status } = await http.send({ maxBytes: 1_000_000, totalTimeoutMs: 3_000, ...request });
    return `answered ${status}`;
  } catch (error) {
    if (error instanceof HttpFailure) return error.message;
    throw error;
  } finally {
    await http.close();
  }
}

/** A server of this machine for as long as `use` runs. */
export async function withServer<T>(
  server: Server | TcpServer,
  use: (port: number) => Promise<T>,
): Promise<T> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use((server.address() as AddressInfo).port); // a TCP server has an address and a port
  } finally {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  }
}

/** A server that counts who asks it. */
export function countingServer(): { readonly server: Server; hits(): number } {
  let hits = 0;
  const server = createServer((_request, answer) => {
    hits += 1;
    answer.end('inside');
  });
  return { server, hits: () => hits };
}
