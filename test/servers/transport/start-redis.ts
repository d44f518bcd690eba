import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../free-ports.ts';
import { ensureRedis } from '../native/install-tools.ts';
import { withDeathSignal } from '../native/run-command.ts';
import { untilWithin } from '../../processes/until.ts';
import type { Authority, Issued } from './authority.ts';

/** A Redis that speaks TLS alone and lets nobody in without a user. */
export interface SecureRedis {
  readonly port: number;
  readonly admin: Redis;
  /** Shows this certificate from now on, and believes this authority about its clients. */
  show(issued: Issued, authority: Authority): Promise<void>;
  /** Ends all connections but that of the administrator. */
  endConnections(): Promise<void>;
  close(): Promise<void>;
}

/** Starts it as a process of this machine. */
export async function startSecureRedis(
  folder: string,
  issued: Issued,
  authority: Authority,
): Promise<SecureRedis> {
  const command = await ensureRedis((text) => void process.stderr.write(`${text}\n`));
  const home = join(folder, 'redis');
  mkdirSync(home, { recursive: true });
  const [port, plain] = [await freePort(), await freePort()];
  const file = join(home, 'redis.conf');
  writeFileSync(
    file,
    [
      ...[`dir ${home}`, 'bind 127.0.0.1', `port ${plain}`, `tls-port ${port}`, 'save ""'],
      ...[`tls-cert-file ${issued.cert}`, `tls-key-file ${issued.key}`, `tls-ca-cert-file ${authority.ca}`],
      ...['tls-auth-clients no', 'user default off', 'user admin on >of-the-admin ~* &* +@all', ''],
    ].join('\n'),
  );
  const [first, rest] = withDeathSignal(command, [file]);
  const child = spawn(first, rest, { stdio: 'ignore' });
  const admin = new Redis({ port: plain, username: 'admin', password: 'of-the-admin', lazyConnect: true });
  admin.on('error', () => undefined); // until it answers, and when it ends
  const close = async (): Promise<void> => {
    admin.disconnect();
    const ended = once(child, 'exit');
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await ended;
  };
  try {
    await untilWithin(180_000)('Redis answers', () =>
      admin.ping().then(
        () => true,
        () => false,
      ),
    );
  } catch (error) {
    await close();
    throw error;
  }
  return {
    port,
    admin,
    async show({ cert, key }, { ca }) {
      await admin.config('SET', 'tls-cert-file', cert, 'tls-key-file', key, 'tls-ca-cert-file', ca);
    },
    async endConnections() {
      await admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    },
    close,
  };
}
