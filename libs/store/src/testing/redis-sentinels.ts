import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../../../test/servers/free-ports.ts';
import { ownRedis } from '../../../../test/servers/own-redis.ts';
import type { OwnServer } from '../../../../test/servers/servers.ts';
import { untilWithin } from '../../../../test/processes/until.ts';
import type { RedisOptions } from '../state/redis/redis-state.ts';

const password = 'of-the-sentinels';
const until = untilWithin(180_000);

/** A primary with two replicas, and three Sentinels that watch them. */
export interface RedisSentinels {
  readonly options: RedisOptions;
  /** Sends a signal to the one that is the primary now; answers its port. */
  signalPrimary(signal: NodeJS.Signals): Promise<number>;
  signal(port: number, signal: NodeJS.Signals): Promise<void>;
  /** Sends a signal to the two that follow the primary now. */
  signalReplicas(signal: NodeJS.Signals): Promise<void>;
  /** Waits until two follow the primary. */
  untilFollowed(): Promise<void>;
  close(): Promise<void>;
}

/** Starts them, as processes or as containers. */
export async function startRedisSentinels(): Promise<RedisSentinels> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-sentinels-'));
  const running: OwnServer[] = [];
  const close = async (): Promise<void> => {
    for (const server of running) {
      await server.stop('SIGKILL');
      await server.remove();
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const ask = async (port: number, ...words: readonly [string, ...string[]]): Promise<string> => {
    const client = new Redis({ port, password, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      return String(await client.call(...words));
    } catch {
      return '';
    } finally {
      client.disconnect();
    }
  };
  const start = async (port: number, lines: readonly string[], isSentinel = false): Promise<OwnServer> => {
    const server = await ownRedis({
      folder: join(folder, `${isSentinel ? 'sentinel' : 'redis'}-${port}`),
      port,
      lines: [`port ${port}`, `requirepass ${password}`, ...lines],
      isSentinel,
      isReady: async () => (await ask(port, 'PING')) === 'PONG',
    });
    running.push(server);
    await server.start();
    return server;
  };
  try {
    const [first, ...others] = [await freePort(), await freePort(), await freePort()] as const;
    const ports = [first, ...others];
    const servers: OwnServer[] = [];
    for (const port of ports)
      servers.push(
        await start(port, [
          `masterauth ${password}`,
          ...['save ""', 'appendonly no', 'maxmemory-policy noeviction', 'repl-diskless-sync-delay 0'],
          ...(port === first ? [] : [`replicaof 127.0.0.1 ${first}`]),
        ]),
      );
    const sentinelPorts = [await freePort(), await freePort(), await freePort()];
    for (const port of sentinelPorts)
      await start(
        port,
        [
          `sentinel monitor mill 127.0.0.1 ${first} 2`,
          `sentinel auth-pass mill ${password}`,
          `sentinel sentinel-pass ${password}`,
          'sentinel down-after-milliseconds mill 1000',
          'sentinel failover-timeout mill 5000',
        ],
        true,
      );
    const primary = async (): Promise<number> => {
      const said = await ask(sentinelPorts[0] ?? 0, 'SENTINEL', 'GET-MASTER-ADDR-BY-NAME', 'mill');
      return Number(said.split(',')[1]);
    };
    const send = async (port: number, signal: NodeJS.Signals): Promise<void> =>
      servers[ports.indexOf(port)]?.signal(signal);
    const untilFollowed = (): Promise<void> =>
      until('two replicas follow the primary', async () =>
        /state=online[^]*state=online/.test(await ask(await primary(), 'INFO', 'replication')),
      );
    for (const port of sentinelPorts)
      await until('the Sentinels know each other and the replicas', async () =>
        /slaves=2,sentinels=3/.test(await ask(port, 'INFO', 'sentinel')),
      );
    await untilFollowed();
    return {
      options: {
        url: `redis://:${password}@mill`,
        sentinels: sentinelPorts.map((port) => `127.0.0.1:${port}`),
      },
      untilFollowed,
      async signalPrimary(signal) {
        const port = await primary();
        await send(port, signal);
        return port;
      },
      signal: send,
      async signalReplicas(signal) {
        const port = await primary();
        for (const other of ports) if (other !== port) await send(other, signal);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
