import { join } from 'node:path';
import { ServersMissing, type Say } from '../servers.ts';
import { withLock } from '../with-lock.ts';
import { cacheFolder, isRoot } from './cache.ts';
import { findCommand, findJavas, findMaven, type Java } from './find-tools.ts';
import { runCommand } from './run-command.ts';

/** What has to be installed by hand where neither Docker nor the right to use apt-get is at hand. */
const remedy =
  'Remedy: start a Docker engine, or run: sudo apt-get install -y openjdk-17-jdk-headless maven redis-server';

/** A hang guard for each call of apt-get. */
const aptLimitMs = 300_000;

/** Installs the first of the packages that this distribution has; answers what went wrong, or nothing. */
async function aptInstall(alternatives: readonly string[], say: Say): Promise<string | undefined> {
  if (findCommand('apt-get') === undefined) return 'there is no apt-get to install it with';
  if (!isRoot && (await runCommand('sudo', ['-n', 'true'])).code !== 0)
    return 'this user may not install packages';
  // A package that brings a service starts it at once; in runlevel 1 it does not.
  const prefix = [
    ...(isRoot ? [] : ['sudo', '-n']),
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'RUNLEVEL=1',
    'apt-get',
  ];
  const apt = (args: readonly string[]): ReturnType<typeof runCommand> =>
    runCommand(prefix[0]!, [...prefix.slice(1), ...args], { limitMs: aptLimitMs });
  say(`installing ${alternatives[0]} for the servers of the tests (once)`);
  let said = '';
  for (const isUpdated of [false, true]) {
    if (isUpdated) await apt(['update', '-qq']);
    for (const name of alternatives) {
      const result = await apt(['install', '-y', '-qq', '--no-install-recommends', name]);
      if (result.code === 0) return undefined;
      said = result.said;
    }
  }
  return `apt-get could not install ${alternatives[0]}: ${said.split('\n').slice(-3).join(' / ')}`;
}

/** Finds a tool, or installs it and finds it then; one installation at a time on this machine. */
async function findOrInstall<T>(
  what: string,
  find: () => T | undefined,
  packages: readonly string[],
  say: Say,
): Promise<T> {
  const found = find();
  if (found !== undefined) return found;
  return withLock(join(cacheFolder(), 'apt.lock'), async () => {
    const problem = find() === undefined ? await aptInstall(packages, say) : undefined;
    const installed = find();
    if (installed !== undefined) return installed;
    throw new ServersMissing(
      `The servers that these tests run against cannot be started: no Docker engine answers, ${what} is not installed, and ${problem ?? 'its installation did not help'}.\n${remedy}`,
    );
  });
}

/** The JDKs at hand, the oldest first: at least one. */
export function ensureJavas(say: Say): Promise<Java[]> {
  const find = (): Java[] | undefined => {
    const javas = findJavas();
    return javas.length === 0 ? undefined : javas;
  };
  return findOrInstall(
    'a JDK of version 17 to 25',
    find,
    ['openjdk-17-jdk-headless', 'openjdk-21-jdk-headless', 'default-jdk-headless'],
    say,
  );
}

export function ensureMaven(say: Say): Promise<string> {
  return findOrInstall('Maven', findMaven, ['maven'], say);
}

/**
 * Path of a server whose package brings a service, which is not wanted here: the tests start their own.
 */
async function ensureServer(command: string, packageName: string, say: Say): Promise<string> {
  const wasThere = findCommand(command) !== undefined;
  const path = await findOrInstall(command, () => findCommand(command), [packageName], say);
  if (!wasThere && findCommand('systemctl') !== undefined)
    await runCommand(isRoot ? 'systemctl' : 'sudo', [
      ...(isRoot ? [] : ['-n', 'systemctl']),
      'disable',
      '--now',
      packageName.replace(/\.io$/, ''),
    ]);
  return path;
}

export function ensureRedis(say: Say): Promise<string> {
  return ensureServer('redis-server', 'redis-server', say);
}

export function ensureDockerd(say: Say): Promise<string> {
  return ensureServer('dockerd', 'docker.io', say);
}

export function ensureCompose(say: Say): Promise<string> {
  return findOrInstall('Compose', () => findCommand('docker-compose'), ['docker-compose'], say);
}

/** Paths of Prometheus and of promtool, which its package brings. */
export async function ensurePrometheus(
  say: Say,
): Promise<{ readonly prometheus: string; readonly promtool: string }> {
  const prometheus = await ensureServer('prometheus', 'prometheus', say);
  const promtool = await findOrInstall('promtool', () => findCommand('promtool'), ['prometheus'], say);
  return { prometheus, promtool };
}

/** What makes a bare Debian, for the images of an engine of our own. */
export function ensureDebootstrap(say: Say): Promise<string> {
  return findOrInstall('debootstrap', () => findCommand('debootstrap'), ['debootstrap'], say);
}
