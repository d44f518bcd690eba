// docker-compose.yml as Compose understands it: no container engine is needed for that.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { aptInstall, hasCommand } from './apt-install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Compose command of this machine, installed where it is missing. */
function composeCommand() {
  if (hasCommand('docker-compose')) return ['docker-compose'];
  if (spawnSync('docker', ['compose', 'version'], { stdio: 'ignore' }).status === 0)
    return ['docker', 'compose'];
  process.stderr.write('newsmill: installing docker-compose (once)\n');
  const problem = aptInstall(['docker-compose']);
  if (hasCommand('docker-compose')) return ['docker-compose'];
  throw new Error(
    `docker-compose.yml cannot be checked without Compose: ${problem ?? 'the package brought no docker-compose command'}`,
  );
}

/**
 * Runs `config` with the values of an environment file; answers status, stdout and stderr. `over`: files that lie over
 * docker-compose.yml.
 */
export function composeConfig(envFile, over = []) {
  const [command, ...rest] = composeCommand();
  // Variables of this shell would win over those of the file.
  const { PATH, HOME } = process.env;
  const files = over.length === 0 ? [] : ['docker-compose.yml', ...over].flatMap((file) => ['-f', file]);
  return spawnSync(
    command,
    [...rest, ...files, '--env-file', envFile, '--profile', 'full', '--profile', 'embedded', 'config'],
    { cwd: root, env: { PATH, HOME }, encoding: 'utf8' },
  );
}

/** Services by name out of what `config` printed; `$$` there is one dollar for the container. */
export function composeServices(printed) {
  return parse(printed.replaceAll('$$', '$')).services;
}
