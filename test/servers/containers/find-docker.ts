import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ContainerRuntimeClient } from 'testcontainers';

/** Whether this machine says that there is an engine. */
function hasDockerAddress(): boolean {
  const { DOCKER_HOST, TESTCONTAINERS_HOST_OVERRIDE, XDG_RUNTIME_DIR } = process.env;
  if ((DOCKER_HOST ?? TESTCONTAINERS_HOST_OVERRIDE) !== undefined) return true;
  const places = [
    '/var/run/docker.sock',
    join(homedir(), '.docker', 'run', 'docker.sock'),
    join(homedir(), '.testcontainers.properties'),
  ];
  return [...places, ...(XDG_RUNTIME_DIR === undefined ? [] : [join(XDG_RUNTIME_DIR, 'docker.sock')])].some(
    existsSync,
  );
}

/** The Docker engine, where one answers soon; an engine that is only installed, or hangs, counts as none. */
export async function findDocker(): Promise<ContainerRuntimeClient | undefined> {
  if (!hasDockerAddress()) return undefined;
  const { getContainerRuntimeClient } = await import('testcontainers');
  const answered = new AbortController();
  const noAnswer = sleep(10_000, undefined, { signal: answered.signal }).catch(() => undefined);
  try {
    return await Promise.race([getContainerRuntimeClient().catch(() => undefined), noAnswer]);
  } finally {
    answered.abort();
  }
}
