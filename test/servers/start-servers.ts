import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askKeeper, endKeeper, ensureKeeper, findKeeper, KeeperGone } from './keeper-client.ts';
import type { KeeperRequest } from './keeper-protocol.ts';
import type { Addresses, ServerName, StopSignal } from './servers.ts';

/** For the time limit of a `beforeAll` that starts servers: on a new machine they are downloaded first. */
export const serverStartLimitMs = 600_000;
/** Of servers that jest runs by hand share: after the last user is gone they stay this long for the next. */
const handGraceMs = 30_000;

/** Real servers for a suite. Reading the address of one that was not asked for throws. */
export interface Servers extends Addresses {
  /** Where data and logs of a set of one's own lie while it runs. */
  readonly folder: string;
  /** The process that all of them are below. */
  readonly keeper: number | undefined;
  /**
   * Ends the server as the signal does, starts it again on the same port; Redis comes back empty, the others
   * with their data.
   */
  restart(name: ServerName, options?: { readonly signal?: StopSignal }): Promise<void>;
  stopServer(name: ServerName, options?: { readonly signal?: StopSignal }): Promise<void>;
  startServer(name: ServerName): Promise<void>;
  /** Ends a set of one's own; the shared servers stay for the next suite. */
  close(): Promise<void>;
}

/**
 * The folder of temporary files; another one where the user that Elasticsearch runs as cannot get through.
 */
function temporaryFolder(): string {
  const isOpen = (folder: string): boolean => {
    for (let path = folder; path !== dirname(path); path = dirname(path))
      if ((statSync(path).mode & 0o001) === 0) return false;
    return true;
  };
  return process.getuid?.() !== 0 || isOpen(tmpdir()) ? tmpdir() : '/tmp';
}

/** A new folder for the state of one set of servers. */
export function newServersFolder(): string {
  return mkdtempSync(join(temporaryFolder(), 'newsmill-servers-'));
}

/** The folder of the shared servers: of this `npm test`, or of this checkout when jest is run by hand. */
function sharedFolder(): string {
  const named = process.env.TEST_SERVERS_FOLDER;
  if (named !== undefined) return named;
  const checkout = fileURLToPath(new URL('../../', import.meta.url));
  const name = createHash('sha256').update(`${checkout}\0${process.getuid?.()}`).digest('hex').slice(0, 12);
  return join(temporaryFolder(), `newsmill-servers-${name}`);
}

/** Whose life the shared servers follow: the `npm test` around this process, or this process. */
function sharedUser(): number {
  return Number(process.env.TEST_SERVERS_PID ?? process.pid);
}

/** Has the keeper of a folder start servers; when that one is just ending, the next. */
async function use(
  folder: string,
  isOwn: boolean,
  names: readonly ServerName[],
): Promise<Partial<Addresses>> {
  const pid = isOwn ? process.pid : sharedUser();
  const graceMs = isOwn || process.env.TEST_SERVERS_PID !== undefined ? 0 : handGraceMs;
  for (let attempt = 1; ; attempt += 1) {
    const place = await ensureKeeper(folder, { pid, graceMs, isOwn });
    try {
      return await askKeeper(place, { kind: 'use', pid, names });
    } catch (error) {
      if (!(error instanceof KeeperGone) || isOwn || attempt === 3) throw error;
    }
  }
}

/** The addresses of what was asked for; the others throw instead of being undefined. */
function onlyAsked(addresses: Partial<Addresses>): Addresses {
  const address = <Name extends ServerName>(name: Name): Addresses[Name] => {
    const found = addresses[name];
    if (found === undefined) throw new Error(`${name} was not asked for: name it in startServers([...])`);
    return found;
  };
  return {
    get kafka() {
      return address('kafka');
    },
    get guardedKafka() {
      return address('guardedKafka');
    },
    get redis() {
      return address('redis');
    },
    get elasticsearch() {
      return address('elasticsearch');
    },
    get guardedElasticsearch() {
      return address('guardedElasticsearch');
    },
    get s3() {
      return address('s3');
    },
    get engine() {
      return address('engine');
    },
  };
}

/**
 * Real servers for a suite, started when the first suite asks for them: as containers where a Docker engine
 * answers, otherwise as processes of this machine, installed where they are missing. They are shared by the
 * suites of a run, so a suite keeps to names of its own; `own` gives a set that may be stopped, restarted and
 * flushed, and that ends with `close` or with this process.
 */
export async function startServers(
  names: readonly ServerName[],
  options: { readonly own?: boolean } = {},
): Promise<Servers> {
  const isOwn = options.own === true;
  const folder = isOwn ? newServersFolder() : sharedFolder();
  const endOwn = async (): Promise<void> => {
    await endKeeper(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  let addresses: Partial<Addresses>;
  try {
    addresses = await use(folder, isOwn, names);
  } catch (error) {
    if (isOwn) await endOwn();
    throw error;
  }
  const command = async (question: KeeperRequest): Promise<void> => {
    if (!isOwn)
      throw new Error(
        'shared servers are not stopped by a suite: ask for startServers([...], { own: true })',
      );
    const place = findKeeper(folder);
    if (place === undefined) throw new Error('these servers are closed');
    await askKeeper(place, question);
  };
  const stopServer: Servers['stopServer'] = (name, { signal = 'SIGTERM' } = {}) =>
    command({ kind: 'stop', name, signal });
  const startServer: Servers['startServer'] = (name) => command({ kind: 'start', name });
  return Object.assign(onlyAsked(addresses), {
    folder,
    keeper: findKeeper(folder)?.pid,
    stopServer,
    startServer,
    async restart(name: ServerName, how?: { readonly signal?: StopSignal }) {
      await stopServer(name, how);
      await startServer(name);
    },
    close: () => (isOwn ? endOwn() : Promise.resolve()),
  });
}
