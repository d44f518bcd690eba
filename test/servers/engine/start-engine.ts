import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../is-alive.ts';
import { cacheFolder, isRoot } from '../native/cache.ts';
import { findCommand } from '../native/find-tools.ts';
import { ensureCompose, ensureDebootstrap, ensureDockerd } from '../native/install-tools.ts';
import { runCommand } from '../native/run-command.ts';
import { serverInProcess } from '../native/server-process.ts';
import { ServersMissing, type RunningServer, type Say } from '../servers.ts';
import { makeImages } from './make-images.ts';

/** The client of the package docker.io, which builds with BuildKit by itself; another one may lack that. */
const packagedClient = '/usr/bin/docker';
/** 8 GB, less what a kernel keeps for itself. */
const leastMemory = 7.5e9;
/** For how long the engine of another run is waited for. */
const otherEndsMs = 60_000;

function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Whether this process may mount and make networks: root in a container seldom may. */
function mayRunEngine(): boolean {
  const effective = /^CapEff:\s+([\da-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  const [netAdmin, sysAdmin] = [1n << 12n, 1n << 21n];
  const needed = netAdmin | sysAdmin;
  return (BigInt(`0x${effective ?? '0'}`) & needed) === needed;
}

/** The process of an engine that works on the same images: that of another test run. */
function otherEngine(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    const isEngine = isAlive(pid) && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('dockerd');
    return isEngine ? pid : undefined;
  } catch {
    return undefined; // nobody has left a number, or it belongs to nobody any more
  }
}

/** Waits for an engine that is just ending. */
async function untilFree(pidFile: string): Promise<void> {
  for (const end = Date.now() + otherEndsMs; ; await sleep(500)) {
    const other = otherEngine(pidFile);
    if (other === undefined) return;
    if (Date.now() > end)
      throw new ServersMissing(
        `the Docker engine of another test run (process ${other}) works on the same images`,
      );
  }
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request({ socketPath, path: '/_ping', agent: false, timeout: 3_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    call.once('timeout', () => call.destroy());
    call.once('error', () => resolve(false));
    call.end();
  });
}

/**
 * Removes the containers that a run left which was killed: the engine starts those again that restart by themselves,
 * and they would work beside the tests for ever.
 */
async function removeLeft({ host }: { readonly host: string }): Promise<void> {
  const docker = (...words: readonly string[]) => runCommand(packagedClient, ['--host', host, ...words]);
  const left = (await docker('ps', '--all', '--quiet')).said.split(/\s+/).filter((id) => id !== '');
  if (left.length > 0) await docker('rm', '--force', '--volumes', ...left);
  await docker('network', 'prune', '--force');
  await docker('volume', 'prune', '--force');
}

/** The engine that this machine says it has. */
export function foundEngine(): RunningServer<'engine'> {
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    address: { host: process.env.DOCKER_HOST, client: findCommand('docker') ?? 'docker', isOwn: false },
    start: nothing,
    stop: nothing,
    remove: nothing,
  };
}

/**
 * A Docker engine of Debian's packages, for root on Debian, with stand-ins for the images that our files name:
 * nothing is pulled. Its images stay in the cache for the next run.
 */
export async function nativeEngine(runFolder: string, say: Say): Promise<RunningServer<'engine'>> {
  if (!isRoot || !isDebian())
    throw new ServersMissing(
      'no Docker engine answers, and one is started by the tests for root on Debian only',
    );
  if (!mayRunEngine())
    throw new ServersMissing(
      'no Docker engine answers, and root may not start one here: it can neither mount nor make networks',
    );
  if (totalmem() < leastMemory)
    throw new ServersMissing(
      'the containers of docker-compose.yml and the servers of the tests need 8 GB of memory',
    );
  const command = await ensureDockerd(say);
  await ensureDebootstrap(say);
  await ensureCompose(say);
  const home = join(cacheFolder(), 'engine');
  mkdirSync(home, { recursive: true });
  const pidFile = join(home, 'dockerd.pid');
  await untilFree(pidFile);
  rmSync(pidFile, { force: true });
  const folder = join(runFolder, 'engine');
  mkdirSync(folder, { recursive: true });
  const socket = join(folder, 'docker.sock');
  const address = { host: `unix://${socket}`, client: packagedClient, isOwn: true };
  const server = serverInProcess<'engine'>(address, {
    name: 'the Docker engine',
    command,
    args: () => [
      '--log-level=error',
      `--host=${address.host}`,
      `--data-root=${join(home, 'data')}`,
      `--exec-root=${join(home, 'exec')}`,
      `--pidfile=${pidFile}`,
      // Without overlays every layer is a full copy: then rather no engine.
      '--storage-driver=overlay2',
    ],
    folder,
    isReady: () => answers(socket),
  });
  let isFirst = true;
  return {
    ...server,
    async remove() {
      await server.remove();
      // The one mount that an engine leaves when it ends.
      await runCommand('umount', [join(home, 'exec', 'netns', 'default')]);
    },
    async start() {
      await server.start().catch((error: unknown) => {
        const words = error instanceof Error ? error.message : String(error);
        throw new ServersMissing(`a Docker engine could not be started: ${words.trim().split('\n').at(-1)}`, {
          cause: error,
        });
      });
      if (isFirst) await removeLeft(address);
      isFirst = false;
      await makeImages(address, say);
    },
  };
}
