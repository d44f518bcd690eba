// Packages that every whole run asks the distribution for, by one call of apt-get beside npm, which keeps one core
// busy: four calls in the middle of the run cost longer. It is for bare machines, such as build servers in
// containers: root on Debian, no Docker engine that would bring servers, no systemd that would start a service with
// its package. What is still missing then, the suite that needs it installs, or says why it cannot.
import { existsSync, readFileSync } from 'node:fs';
import { aptInstall, hasCommand } from './apt-install.mjs';
import { findChromium } from './find-chromium.mjs';

const isBare =
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')) &&
  process.env.DOCKER_HOST === undefined &&
  !['/var/run/docker.sock', '/run/systemd/system'].some((path) => existsSync(path));

const missing = ['redis-server', 'docker-compose', 'prometheus'].filter((command) => !hasCommand(command));
if (findChromium() === undefined) missing.push('chromium-headless-shell');
if (isBare && missing.length > 0) {
  process.stderr.write(`newsmill test: installing ${missing.join(', ')} (once)\n`);
  aptInstall(missing);
}
