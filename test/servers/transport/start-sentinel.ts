import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../free-ports.ts';
import { ensureRedis } from '../native/install-tools.ts';
import { withDeathSignal } from '../native/run-command.ts';
import type { Authority, Issued } from './authority.ts';

/** A Sentinel that speaks TLS alone, and lets in whom an authority knows, with user and password. */
export interface SecureSentinel {
  /** host:port. */
  readonly address: string;
  close(): Promise<void>;
}

/** Starts one as a process of this machine, which watches the Redis at a port as the primary `mill`. */
export async function startSecureSentinel(
  folder: string,
  { issued, authority }: { readonly issued: Issued; readonly authority: Authority },
  { port, password }: { readonly port: number; readonly password: string },
): Promise<SecureSentinel> {
  const command = await ensureRedis((text) => void process.stderr.write(`${text}\n`));
  const home = join(folder, 'sentinel');
  mkdirSync(home, { recursive: true });
  const own = await freePort();
  const file = join(home, 'sentinel.conf');
  writeFileSync(
    file,
    [
      ...[`dir ${home}`, 'bind 127.0.0.1', 'port 0', `tls-port ${own}`, 'tls-replication yes'],
      ...[`tls-cert-file ${issued.cert}`, `tls-key-file ${issued.key}`, `tls-ca-cert-file ${authority.ca}`],
      ...['tls-auth-clients yes', 'user default off', `user newsmill on >${password} allchannels +@all`],
      // The name that stands in the certificate of Redis is what clients are told.
      ...['sentinel resolve-hostnames yes', 'sentinel announce-hostnames yes'],
      ...[`sentinel monitor mill localhost ${port} 1`, 'sentinel auth-user mill admin'],
      ...['sentinel auth-pass mill of-the-admin', ''],
    ].join('\n'),
  );
  const [first, rest] = withDeathSignal(command, [file, '--sentinel']);
  const child = spawn(first, rest, { stdio: 'ignore' });
  return {
    address: `localhost:${own}`,
    async close() {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await ended;
    },
  };
}
