import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../free-ports.ts';
import { ownRedis } from '../own-redis.ts';
import type { Authority, Issued } from './authority.ts';

/** A Sentinel that speaks TLS alone, and lets in whom an authority knows, with user and password. */
export interface SecureSentinel {
  /** host:port. */
  readonly address: string;
  close(): Promise<void>;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const settle = (does: boolean): void => {
      socket.destroy();
      resolve(does);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

/** Starts one, with the certificates of this folder, which watches the Redis at a port as the primary `mill`. */
export async function startSecureSentinel(
  folder: string,
  { issued, authority }: { readonly issued: Issued; readonly authority: Authority },
  { port, password }: { readonly port: number; readonly password: string },
): Promise<SecureSentinel> {
  const own = await freePort();
  const server = await ownRedis({
    folder: join(folder, 'sentinel'),
    around: folder,
    port: own,
    isSentinel: true,
    lines: [
      ...['port 0', `tls-port ${own}`, 'tls-replication yes'],
      ...[`tls-cert-file ${issued.cert}`, `tls-key-file ${issued.key}`, `tls-ca-cert-file ${authority.ca}`],
      ...['tls-auth-clients yes', 'user default off', `user newsmill on >${password} allchannels +@all`],
      // The name that stands in the certificate of Redis is what clients are told.
      ...['sentinel resolve-hostnames yes', 'sentinel announce-hostnames yes'],
      ...[`sentinel monitor mill localhost ${port} 1`, 'sentinel auth-user mill admin'],
      'sentinel auth-pass mill of-the-admin',
    ],
    isReady: () => listens(own),
  });
  const close = async (): Promise<void> => {
    await server.stop('SIGKILL');
    await server.remove();
  };
  try {
    await server.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { address: `localhost:${own}`, close };
}
