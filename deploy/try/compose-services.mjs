// Services of docker-compose.yml as containers for `startContainer`.
import { join } from 'node:path';

/** Compose 1 prints volumes as `SOURCE:TARGET[:MODE]`, Compose 2 as objects. */
function readVolume(volume, folder) {
  const [source, target, mode = 'rw'] =
    typeof volume === 'string'
      ? volume.split(':')
      : [volume.source, volume.target, volume.read_only ? 'ro' : 'rw'];
  const isNamed = !source.startsWith('/');
  return {
    source: isNamed ? join(folder, 'volumes', source) : source,
    target,
    isReadOnly: mode === 'ro',
    isNamed,
  };
}

/**
 * What runs a service. `image`: layers and what its Dockerfile says. `replaced`: folders of this machine that
 * stand in the place of those that the file mounts.
 */
export function containerOf(name, service, { folder, image, replaced = {} }) {
  const volumes = (service.volumes ?? [])
    .map((volume) => readVolume(volume, folder))
    .map((volume) => ({ ...volume, source: replaced[volume.target] ?? volume.source }));
  return {
    name,
    root: join(folder, 'containers', name),
    log: join(folder, `${name}.log`),
    image,
    user: service.user ?? image.image.user,
    argv: [
      ...(service.entrypoint ?? image.image.entrypoint ?? []),
      ...(service.command ?? image.image.cmd ?? []),
    ],
    // What is handed on and .env does not name is not set at all.
    environment: Object.fromEntries(
      Object.entries(service.environment ?? {}).filter(([, value]) => value !== null),
    ),
    tmpfs: service.tmpfs ?? [],
    volumes: [
      ...volumes,
      { source: join(folder, 'hosts'), target: '/etc/hosts', isReadOnly: true, isNamed: false },
    ],
    limits: { memory: service.mem_limit, pids: service.pids_limit },
  };
}

/** The words of the health check of a service, as Docker would run them. */
export function healthArgv(service) {
  const [kind, ...words] = service.healthcheck.test;
  return kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...words] : words;
}
