import { execFile } from 'node:child_process';
import { createServer, isIPv4 } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Addresses } from '../servers/servers.ts';
import { serverStartLimitMs, startServers } from '../servers/start-servers.ts';

const run = promisify(execFile);
export const root = fileURLToPath(new URL('../../', import.meta.url));
/** A hang guard for one command: a build takes a minute or two. */
const commandLimitMs = 480_000;

/** A Docker engine on this machine. */
export interface ContainerEngine {
  /** Whether it was started for the tests. */
  readonly isOwn: boolean;
  /** The command of its client. */
  readonly client: string;
  /** DOCKER_HOST for other programs that speak to it. */
  readonly host: string | undefined;
  /** The address of this machine under which containers reach it. */
  readonly bridge: string;
  /** Runs the client; answers what it wrote to its standard output. */
  docker(words: readonly string[], environment?: Readonly<Record<string, string>>): Promise<string>;
  /** Runs Compose, in the same way. */
  compose(words: readonly string[]): Promise<string>;
}

type Runner = ContainerEngine['docker'];

/** What failed, on one line; of a command, the end of what it said. */
function lastWords(error: unknown): string {
  const { stderr = '', message } = error as { readonly stderr?: string; readonly message: string };
  return (stderr.trim() === '' ? message : stderr).trim().split('\n').slice(-2).join(' / ').slice(0, 500);
}

function runnerOf(command: string, first: readonly string[], host: string | undefined): Runner {
  // Of this shell only what is needed: variables of Compose would win over its files.
  const { PATH, HOME } = process.env;
  return async (words, environment = {}) => {
    const { stdout } = await run(command, [...first, ...words], {
      cwd: root,
      env: { PATH, HOME, ...(host === undefined ? {} : { DOCKER_HOST: host }), ...environment },
      timeout: commandLimitMs,
      killSignal: 'SIGKILL',
      maxBuffer: 64_000_000,
    });
    return stdout;
  };
}

/** Compose 2 where the client has it, otherwise the command of its own. */
async function findCompose({ client, host }: Addresses['engine']): Promise<Runner | undefined> {
  for (const [command, ...first] of [[client, 'compose'], ['docker-compose']]) {
    const compose = runnerOf(command ?? client, first, host);
    const isThere = await compose(['version', '--short']).catch(() => '');
    if (/\d/.test(isThere)) return compose;
  }
  return undefined;
}

async function pullMissing(docker: Runner, images: readonly string[]): Promise<void> {
  for (const image of images)
    await docker(['image', 'inspect', image]).catch(() => docker(['pull', '--quiet', image]));
}

/** Whether this machine has the address. */
function isOurs(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port: 0, host }, () => server.close(() => resolve(true)));
  });
}

/**
 * The address that the default network of the engine gives to its machine; undefined where that is another
 * machine than this one.
 */
async function bridgeAddress(docker: Runner): Promise<string | undefined> {
  const format = '{{range .IPAM.Config}}{{.Gateway}} {{.Subnet}}{{end}}';
  const [gateway = '', subnet = ''] = (
    await docker(['network', 'inspect', 'bridge', '--format', format])
  ).split(' ');
  // A network that no container has joined yet names no gateway: it will be the first address.
  const address = gateway === '' ? subnet.replace(/\.0\/\d+\s*$/, '.1') : gateway;
  return isIPv4(address) && (await isOurs(address)) ? address : undefined;
}

async function openEngine(images: readonly string[]): Promise<ContainerEngine> {
  const { engine } = await startServers(['engine']);
  const docker = runnerOf(engine.client, [], engine.host);
  const compose = await findCompose(engine);
  if (compose === undefined) throw new Error('there is neither docker compose nor docker-compose');
  const bridge = await bridgeAddress(docker);
  if (bridge === undefined) throw new Error('the Docker engine does not run on this machine');
  await pullMissing(docker, images);
  return { isOwn: engine.isOwn, client: engine.client, host: engine.host, bridge, docker, compose };
}

/**
 * An engine with these images for a suite, or why there is none; started where one can be. Never throws, never
 * hangs.
 */
export async function findEngine(
  images: readonly string[],
): Promise<{ readonly engine?: ContainerEngine; readonly why?: string }> {
  const given = new AbortController();
  const late = sleep(serverStartLimitMs, undefined, { signal: given.signal }).then(
    () => ({ why: `no Docker engine was ready within ${serverStartLimitMs / 60_000} minutes` }),
    () => ({}),
  );
  try {
    return await Promise.race([openEngine(images).then((engine) => ({ engine })), late]);
  } catch (error) {
    return { why: lastWords(error) };
  } finally {
    given.abort();
  }
}
