// What the suites will ask the distribution for, by one call of apt-get while npm unpacks packages: it keeps one core
// busy, and six calls in the middle of the run cost a minute. What is missing after it is installed by the suite that
// needs it, which says why it cannot be had.
import { existsSync } from 'node:fs';
import { aptInstall, hasCommand } from './apt-install.mjs';
import { findChromium } from './find-chromium.mjs';

/** Packages of what a run starts, by the command that each of them brings. */
const ofCommands = {
  javac: 'openjdk-17-jdk-headless',
  mvn: 'maven',
  'redis-server': 'redis-server',
  dockerd: 'docker.io',
  debootstrap: 'debootstrap',
  'docker-compose': 'docker-compose',
  prometheus: 'prometheus',
};

/** Where a Docker engine answers, servers come from images; where systemd runs, a package starts its service. */
const isBare = !['/var/run/docker.sock', '/run/systemd/system'].some((path) => existsSync(path));

if (isBare && process.env.DOCKER_HOST === undefined) {
  const missing = Object.entries(ofCommands)
    .filter(([command]) => !hasCommand(command))
    .map(([, name]) => name);
  if (findChromium() === undefined) missing.push('chromium-headless-shell');
  if (missing.length > 0) {
    process.stderr.write(`newsmill test: installing ${missing.join(', ')} (once)\n`);
    aptInstall(missing);
  }
}
