import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../free-ports.ts';
import { ownRedis } from '../own-redis.ts';
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

/** Starts it, with the certificates of this folder. */
export async function startSecureRedis(
  folder: string,
  issued: Issued,
  authority: Authority,
): Promise<SecureRedis> {
  const [port, plain] = [await freePort(), await freePort()];
  const admin = new Redis({ port: plain, username: 'admin', password: 'of-the-admin', lazyConnect: true });
  admin.on('error', () => undefined); // until it answers, and when it ends
  const server = await ownRedis({
    folder: join(folder, 'redis'),
    around: folder,
    port,
    lines: [
      ...[`port ${plain}`, `tls-port ${port}`, 'save ""'],
      ...[`tls-cert-file ${issued.cert}`, `tls-key-file ${issued.key}`, `tls-ca-cert-file ${authority.ca}`],
      ...['tls-auth-clients no', 'user default off', 'user admin on >of-the-admin ~* &* +@all'],
    ],
    isReady: () =>
      admin.ping().then(
        () => true,
        () => false,
      ),
  });
  const close = async (): Promise<void> => {
    admin.disconnect();
    await server.stop('SIGKILL');
    await server.remove();
  };
  try {
    await server.start();
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
