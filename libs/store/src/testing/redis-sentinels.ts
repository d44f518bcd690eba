import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../../../test/servers/free-ports.ts';
import { ensureRedis } from '../../../../test/servers/native/install-tools.ts';
import { untilWithin } from '../../../../test/processes/until.ts';
import type { RedisOptions } from '../state/redis/redis-state.ts';

const password = 'of-the-sentinels';
const until = untilWithin(180_000);

/** A primary with two replicas, and three Sentinels that watch them. */
export interface RedisSentinels {
  readonly options: RedisOptions;
  /** Sends a signal to the process that is the primary now; answers its port. */
  signalPrimary(signal: NodeJS.Signals): Promise<number>;
  signal(port: number, signal: NodeJS.Signals): void;
  /** Sends a signal to the two that follow the primary now. */
  signalReplicas(signal: NodeJS.Signals): Promise<void>;
  /** Waits until two follow the primary. */
  untilFollowed(): Promise<void>;
  close(): Promise<void>;
}

/** Starts them as processes of this machine. */
export async function startRedisSentinels(): Promise<RedisSentinels> {
  const command = await ensureRedis((text) => void process.stderr.write(`${text}\n`));
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-sentinels-'));
  const running: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    for (const child of running) {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const start = (name: string, lines: readonly string[], ...more: readonly string[]): ChildProcess => {
    const home = join(folder, name);
    mkdirSync(home);
    const file = join(home, 'redis.conf');
    writeFileSync(
      file,
      [`dir ${home}`, 'bind 127.0.0.1', `requirepass ${password}`, ...lines, ''].join('\n'),
    );
    const child = spawn(command, [file, ...more], { stdio: 'ignore' });
    running.push(child);
    return child;
  };
  try {
    const [first, ...others] = [await freePort(), await freePort(), await freePort()] as const;
    const server = (port: number, ...lines: readonly string[]): ChildProcess =>
      start(`redis-${port}`, [
        `port ${port}`,
        `masterauth ${password}`,
        ...['save ""', 'appendonly no', 'maxmemory-policy noeviction', 'repl-diskless-sync-delay 0'],
        ...lines,
      ]);
    const ports = [first, ...others];
    const processes = ports.map((port) =>
      port === first ? server(port) : server(port, `replicaof 127.0.0.1 ${first}`),
    );
    const sentinels: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const port = await freePort();
      sentinels.push(`127.0.0.1:${port}`);
      start(
        `sentinel-${i}`,
        [
          `port ${port}`,
          `sentinel monitor mill 127.0.0.1 ${first} 2`,
          `sentinel auth-pass mill ${password}`,
          `sentinel sentinel-pass ${password}`,
          'sentinel down-after-milliseconds mill 1000',
          'sentinel failover-timeout mill 5000',
        ],
        '--sentinel',
      );
    }
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
    const sentinelPorts = sentinels.map((sentinel) => Number(sentinel.split(':')[1]));
    const primary = async (): Promise<number> => {
      const said = await ask(sentinelPorts[0] ?? 0, 'SENTINEL', 'GET-MASTER-ADDR-BY-NAME', 'mill');
      return Number(said.split(',')[1]);
    };
    const send = (port: number, signal: NodeJS.Signals): void =>
      void processes[ports.indexOf(port)]?.kill(signal);
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
      options: { url: `redis://:${password}@mill`, sentinels },
      untilFollowed,
      async signalPrimary(signal) {
        const port = await primary();
        send(port, signal);
        return port;
      },
      signal: send,
      async signalReplicas(signal) {
        const port = await primary();
        for (const [i, child] of processes.entries()) if (ports[i] !== port) child.kill(signal);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
