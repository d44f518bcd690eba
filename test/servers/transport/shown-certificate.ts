import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:tls';
import { untilWithin } from '../../processes/until.ts';
import type { Issued } from './authority.ts';

/** The certificate that a port of this machine shows, by its fingerprint. */
async function shownAt(port: number): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port, servername: 'localhost', rejectUnauthorized: false });
  socket.on('error', () => undefined); // it may want one of ours, which it says after it has shown its own
  await once(socket, 'secureConnect');
  const { fingerprint256 } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint256;
}

/** Waits until a server has taken up a certificate that it was given. */
export async function untilShown(port: number, { cert }: Issued): Promise<void> {
  const wanted = new X509Certificate(readFileSync(cert)).fingerprint256;
  await untilWithin(180_000)(
    'the server shows its new certificate',
    async () => (await shownAt(port)) === wanted,
  );
}
