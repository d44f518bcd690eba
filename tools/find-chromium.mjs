// The browser in which tests open the console: found, or installed from the distribution. The headless shell is
// Chromium without its windows, and takes half the work for a page.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './apt-install.mjs';

const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

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

/** Installs Chromium from the distribution. Answers its path, or says what stopped it. */
export function installChromium(say) {
  say('installing Chromium for the tests of the console (once)');
  // Not all distributions have the shell.
  const problem = aptInstall(['chromium-headless-shell']) && aptInstall(['chromium']);
  const path = findChromium();
  return path === undefined
    ? {
        problem: `no Chromium is installed (or name one in TEST_CHROMIUM): ${problem ?? 'the package chromium brought no chromium command'}`,
      }
    : { path };
}
