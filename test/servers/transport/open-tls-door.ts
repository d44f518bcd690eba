import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { Issued } from './authority.ts';

/** What speaks TLS in front of a server that does not, as a proxy or a load balancer does. */
export interface TlsDoor {
  readonly port: number;
  /** Shows this certificate to new connections. */
  show(issued: Issued): Promise<void>;
  /** Breaks all connections. */
  endConnections(): Promise<void>;
  close(): Promise<void>;
}

const read = ({ cert, key }: Issued) => ({ cert: readFileSync(cert), key: readFileSync(key) });

/** Opens one on this machine. `clients`: the authority (PEM file) of those whom it lets in; without it all. */
export async function openTlsDoor(target: string, issued: Issued, clients?: string): Promise<TlsDoor> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const asks =
    clients === undefined ? {} : { ca: readFileSync(clients), requestCert: true, rejectUnauthorized: true };
  const server = createServer({ ...read(issued), ...asks }, (inside) => {
    const onward = connect({ host: hostname, port: Number(port) });
    for (const [one, other] of [
      [inside, onward],
      [onward, inside],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo; // a server that listens on a port has an address with one
  const end = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: own,
    async show(other) {
      server.setSecureContext({ ...read(other), ...(asks.ca === undefined ? {} : { ca: asks.ca }) });
    },
    async endConnections() {
      end();
    },
    async close() {
      end();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
