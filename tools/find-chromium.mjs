// The browser in which tests open the console: found, or installed from the distribution.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of an installed Chromium, TEST_CHROMIUM first; undefined when there is none. */
export function findChromium() {
  const named = process.env.TEST_CHROMIUM;
  if (named !== undefined && isExecutable(named)) return named;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function hasCommand(name) {
  return spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0;
}

/** Installs Chromium where apt-get and the right to use it are at hand. Answers its path, or says what stopped it. */
export function installChromium(say) {
  if (!hasCommand('apt-get')) return { problem: 'no Chromium is installed, and there is no apt-get to install it with; install Chromium or name it in TEST_CHROMIUM' };
  const isRoot = process.getuid?.() === 0;
  const canSudo = !isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  if (!isRoot && !canSudo) return { problem: 'no Chromium is installed; run: sudo apt-get install -y chromium (or name another in TEST_CHROMIUM)' };
  const prefix = isRoot ? [] : ['sudo', '-n'];
  const apt = (args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', timeout: 600_000 });
  };
  say('installing Chromium for the tests of the console (once)');
  let result = apt(['install', '-y', '--no-install-recommends', 'chromium']);
  if (result.status !== 0) {
    apt(['update']);
    result = apt(['install', '-y', '--no-install-recommends', 'chromium']);
  }
  const path = findChromium();
  if (path !== undefined) return { path };
  return { problem: `apt-get could not install Chromium: ${(result.stderr ?? '').trim().split('\n').slice(-3).join(' / ')}` };
}
