// One container without an engine: its image as a read-only root, its tmpfs and volumes, its user, no
// capabilities, its limits.
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { limitContainer } from './limits.mjs';

/** Folders of this machine that a base image has as well; everything else of it is hidden. */
const ofBaseImage = new Set([
  'bin',
  'sbin',
  'lib',
  'lib32',
  'lib64',
  'libx32',
  'usr',
  'etc',
  'proc',
  'dev',
  'sys',
  'run',
]);
const systemPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const quote = (word) => `'${String(word).replaceAll("'", "'\\''")}'`;

function mountTmpfs(root, line) {
  const [path, options = ''] = line.split(':');
  const isExec = options.split(',').includes('exec');
  return `mount -t tmpfs -o ${['nosuid', 'nodev', isExec ? 'exec' : 'noexec', ...options.split(',').filter((option) => option !== '' && option !== 'exec')].join(',')} tmpfs ${quote(root + path)}`;
}

function mountVolume(root, { source, target, isReadOnly }) {
  const place = quote(root + target);
  return [
    `[ -e ${place} ] || { echo "the image has no ${target}" >&2; exit 1; }`,
    `mount --bind ${quote(source)} ${place}`,
    ...(isReadOnly ? [`mount -o remount,bind,ro ${place}`] : []),
  ].join('\n');
}

/**
 * The shell script that enters the container: everything that needs root, then the command without any right.
 */
function entering(service, groups) {
  const { root, image, user, argv } = service;
  const [uid, gid] = user.split(':');
  const inImage = new Set(image.layers.flatMap((layer) => readdirSync(layer)));
  const masked = readdirSync('/', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !ofBaseImage.has(entry.name) && !inImage.has(entry.name))
    .map((entry) => entry.name);
  return [
    'set -e',
    `mount -t overlay overlay -o ro,lowerdir=${[...image.layers, '/'].join(':')} ${quote(root)}`,
    ...masked.map((name) => `mount -t tmpfs -o size=1m,mode=755 tmpfs ${quote(join(root, name))}`),
    ...['proc', 'dev', 'sys'].map((name) => `mount --rbind /${name} ${quote(join(root, name))}`),
    ...service.tmpfs.map((line) => mountTmpfs(root, line)),
    ...service.volumes.map((volume) => mountVolume(root, volume)),
    ...masked
      .filter((name) => !service.tmpfs.some((line) => line.startsWith(`/${name}`)))
      .map((name) => `mount -o remount,ro ${quote(join(root, name))}`),
    ...groups.map((file) => `echo $$ > ${quote(file)}`),
    `exec chroot ${quote(root)} setpriv --reuid=${uid} --regid=${gid} --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all -- /bin/bash -c 'PATH=$1; cd "$2" && shift 2 && exec "$@"' bash ${quote(image.image.env.PATH ?? systemPath)} ${quote(image.image.workdir)} ${argv.map(quote).join(' ')}`,
  ].join('\n');
}

/** Starts a command in the container of a service; its output goes to a file. */
export function startContainer(service) {
  mkdirSync(service.root, { recursive: true });
  for (const { source, isNamed } of service.volumes) {
    if (existsSync(source)) continue;
    mkdirSync(source, { recursive: true });
    // As Docker does for a new named volume: it belongs to whom the folder of the image belongs to.
    if (isNamed) chownSync(source, ...service.user.split(':').map(Number));
  }
  const limits = limitContainer(
    `newsmill-try-${process.pid}-${service.name}-${service.attempt ?? 0}`,
    service.limits,
  );
  const log = openSync(service.log, 'a');
  // bash, since sh drops variables that have dots in their names, as settings of Elasticsearch do.
  const child = spawn(
    'unshare',
    ['--mount', '--ipc', '--uts', '/bin/bash', '-c', entering(service, limits.join)],
    {
      env: { HOME: '/', ...service.image.image.env, ...service.environment, PATH: systemPath },
      stdio: ['ignore', log, log],
      detached: true,
    },
  );
  closeSync(log);
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  return {
    name: service.name,
    pid: child.pid,
    limits,
    ended,
    said: () => readFileSync(service.log, 'utf8'),
    /** SIGTERM; answers the exit code. Past the grace period SIGKILL. */
    async stop(graceMs = 30_000) {
      child.kill('SIGTERM');
      const guard = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), graceMs);
      const code = await ended;
      clearTimeout(guard);
      return code;
    },
  };
}
