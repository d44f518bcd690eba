// Packages of the distribution that checks and tests need: installed once, where apt-get and the right to use
// it are at hand.
import { spawnSync } from 'node:child_process';

/** Whether the shell finds a command of this name. */
export function hasCommand(name) {
  return spawnSync('sh', ['-c', 'command -v "$0"', name], { stdio: 'ignore' }).status === 0;
}

/**
 * How this user may become root without being asked: nothing to put in front, sudo, or not at all
 * (undefined).
 */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * Installs packages with apt-get, after one refresh of its lists when they turn out to be old.
 * Answers undefined when they are installed, otherwise what stopped it and what the reader can do.
 */
export function aptInstall(packages) {
  if (!hasCommand('apt-get'))
    return `there is no apt-get to install ${packages.join(' ')} with; install it by hand`;
  const prefix = rootPrefix();
  const byHand = `run: sudo apt-get install -y ${packages.join(' ')}`;
  if (prefix === undefined) return `installing needs root; ${byHand}`;
  const apt = (args) => {
    // A package that brings a service starts it at once; in runlevel 1 it does not.
    const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'];
    const [command, ...rest] = [...prefix, ...quiet, 'apt-get', ...args];
    return spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      timeout: 600_000,
    });
  };
  // Two checkouts may ask at the same time: the second waits for the first instead of failing.
  const install = () =>
    apt(['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', ...packages]);
  let result = install();
  if (result.status !== 0) {
    apt(['update']);
    result = install();
  }
  if (result.status === 0) return undefined;
  return `apt-get could not install ${packages.join(' ')}: ${(result.stderr ?? '').trim().split('\n').slice(-3).join(' / ')}; ${byHand}`;
}
