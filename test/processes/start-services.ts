import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serviceNames, type ServiceName } from '@newsmill/contracts';
import { freePort } from '../servers/free-ports.ts';
import { hearingOf, untilRunning } from './watch-process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

type Environment = Readonly<Record<string, string>>;

/** The five services, each in a process of its own, as operators run them. */
export interface Services {
  /** Of the API; stays the same when its process is started again. */
  readonly address: string;
  /** Settings by which anyone can open what the services work on. */
  readonly settings: Environment;
  /** Health endpoints of a service. */
  addressOf(name: ServiceName): string;
  /** SIGKILL; resolves when the process is gone. */
  kill(name: ServiceName): Promise<void>;
  /** SIGSTOP to the copy of a service that has run longest: it stands still and is told nothing of it. */
  pause(name: ServiceName): void;
  /** SIGCONT to all copies of a service. */
  resume(name: ServiceName): void;
  /** Ids of the processes that run as copies of a service, the oldest first. */
  processes(name: ServiceName): readonly number[];
  /** From now on processes are started from this built checkout of the project. */
  startFrom(checkout: string): void;
  /** Starts a service that was killed, or one more copy of it. */
  start(name: ServiceName): Promise<void>;
  /** SIGTERM to the copy of a service that has run longest; answers its exit code when it is gone. */
  endOldest(name: ServiceName): Promise<number | null>;
  /** SIGTERM to all copies of one service; answers their exit codes. */
  end(name: ServiceName): Promise<readonly (number | null)[]>;
  /** SIGTERM to all; answers the exit codes of each service's copies. */
  stop(): Promise<Readonly<Record<string, readonly (number | null)[]>>>;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) =>
    child.exitCode !== null || child.signalCode !== null
      ? resolve(child.exitCode)
      : child.once('exit', (code) => resolve(code)),
  );
}

function launch(
  { name, checkout }: { readonly name: ServiceName; readonly checkout: string },
  environment: Readonly<Record<string, string | undefined>>,
  log: string[] | undefined,
): ChildProcess {
  const hearing = hearingOf(log);
  const { NODE_OPTIONS: _options, ...inherited } = process.env;
  const node = join(checkout, 'node_modules/.bin/node');
  // Checkouts of earlier days have no entry for each service.
  const own = `services/${name}/dist/main.js`;
  const words = existsSync(join(checkout, own))
    ? [own]
    : ['services/mill/dist/main.js', 'run', '--role', name];
  return spawn(node, words, {
    cwd: checkout,
    env: { ...inherited, ...hearing.settings, ...environment },
    stdio: hearing.stdio,
  });
}

/** Resolves when the process has said that all servers are there and its roles run. */
async function untilStarted(
  name: ServiceName,
  child: ChildProcess,
  log: string[] | undefined,
): Promise<void> {
  const said: string[] = log ?? [];
  if ((await untilRunning(child, said, log)) === undefined)
    throw new Error(
      `${name} ended with code ${String(await ended(child))} before it ran:\n${said.join('\n')}`,
    );
}

/** Exit code of a process whose port is taken. */
const portTaken = 75;

/**
 * Starts the services in the given order and waits for all of them together. Settings by environment, the
 * servers' addresses among them, of all services or of each. `log` takes every line that any of them writes;
 * they then have no words for people.
 */
export async function startServices(
  settings: Environment | ((name: ServiceName) => Environment),
  order: readonly ServiceName[] = serviceNames,
  log?: string[],
): Promise<Services> {
  const settingsOf = typeof settings === 'function' ? settings : () => settings;
  let checkout = root;
  const port = await freePort();
  const healthPorts = new Map<ServiceName, number>();
  const children = new Map<ServiceName, ChildProcess[]>();
  for (const name of order) if (name !== 'api') healthPorts.set(name, await freePort());

  async function start(name: ServiceName): Promise<void> {
    const copies = (children.get(name) ?? []).filter(
      (child) => child.exitCode === null && child.signalCode === null,
    );
    const own =
      name === 'api'
        ? { NEWSMILL_PORT: String(port) }
        : { NEWSMILL_HEALTH_PORT: copies.length === 0 ? String(healthPorts.get(name) ?? 0) : '0' };
    for (let tries = 1; ; tries += 1) {
      const child = launch({ name, checkout }, { ...settingsOf(name), ...own }, log);
      children.set(name, [...copies, child]);
      try {
        return await untilStarted(name, child, log);
      } catch (error) {
        // Another suite may have found the same port free.
        if (child.exitCode !== portTaken || tries === 5) throw error;
        await sleep(1_000);
      }
    }
  }
  const running = (names: readonly ServiceName[]) =>
    names
      .flatMap((name) => (children.get(name) ?? []).map((child) => ({ name, child })))
      .filter(({ child }) => child.exitCode === null && child.signalCode === null);
  const services: Services = {
    address: `http://127.0.0.1:${port}`,
    settings: settingsOf('api'),
    addressOf: (name) => `http://127.0.0.1:${name === 'api' ? port : (healthPorts.get(name) ?? 0)}`,
    async kill(name) {
      const [child] = children.get(name) ?? [];
      if (child === undefined) return;
      child.kill('SIGKILL');
      await ended(child);
    },
    pause: (name) => void running([name])[0]?.child.kill('SIGSTOP'),
    resume(name) {
      for (const { child } of running([name])) child.kill('SIGCONT');
    },
    processes: (name) => running([name]).flatMap(({ child }) => child.pid ?? []),
    startFrom(given) {
      checkout = given;
    },
    start,
    async endOldest(name) {
      const [oldest] = running([name]);
      oldest?.child.kill('SIGTERM');
      return oldest === undefined ? null : ended(oldest.child);
    },
    end(name) {
      const copies = running([name]);
      for (const { child } of copies) child.kill('SIGTERM');
      return Promise.all(copies.map(({ child }) => ended(child)));
    },
    async stop() {
      const all = running([...children.keys()]);
      for (const { child } of all) {
        child.kill('SIGTERM');
        child.kill('SIGCONT');
      }
      const codes: Record<string, (number | null)[]> = {};
      for (const { name, child } of all) codes[name] = [...(codes[name] ?? []), await ended(child)];
      return codes;
    },
  };
  try {
    await Promise.all(order.map(start));
  } catch (error) {
    await services.stop();
    throw error;
  }
  return services;
}
