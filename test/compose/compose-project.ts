import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { freePort } from '../servers/free-ports.ts';
import { firstCompiler } from '../servers/first-compiler.ts';
import { serverImages } from '../servers/server-versions.ts';
import { untilWithin } from '../processes/until.ts';
import { root, type ContainerEngine } from './find-engine.ts';

/** What the engine says of a container. */
export interface ContainerState {
  readonly Id: string;
  readonly RestartCount: number;
  readonly State: {
    readonly Status: string;
    readonly Running: boolean;
    readonly ExitCode: number;
    readonly Health?: { readonly Status: string };
  };
  readonly Config: { readonly User: string };
  readonly NetworkSettings: { readonly Networks: Readonly<Record<string, { readonly IPAddress: string }>> };
}

/** docker-compose.yml with a profile, or as a cluster, under a name of its own. */
export interface ComposeProject {
  /** Where its API answers. */
  readonly api: string;
  /** The folder that it mounts as its sources. */
  readonly sources: string;
  /** What its .env says. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Runs Compose; answers its standard output. */
  compose(...words: readonly string[]): Promise<string>;
  /** Starts it; an error says what its containers said. */
  start(): Promise<void>;
  /** Runs a command in a container of a service. */
  exec(service: string, ...words: readonly string[]): Promise<string>;
  /** All containers of a service, ended ones too. */
  containers(service: string): Promise<readonly ContainerState[]>;
  /** Waits until each container of these services is well by its own health check. */
  untilHealthy(...services: readonly string[]): Promise<void>;
  /** Ends it and removes whatever it made. */
  remove(): Promise<void>;
}

/** A profile of the file, or `full` with more than one of each server. */
export type ComposeForm = 'embedded' | 'full' | 'cluster';

export const until = untilWithin(120_000, 500);
/** A service may build up much before it is well. */
const untilWell = untilWithin(300_000, 500);

/** The file of settings, made as operators make it, in a folder that looks like a checkout. */
function makeEnvironment(folder: string, form: ComposeForm, more: Readonly<Record<string, string>>): string {
  mkdirSync(join(folder, 'deploy'));
  copyFileSync(join(root, '.env.example'), join(folder, '.env.example'));
  copyFileSync(join(root, 'deploy', 'make-env'), join(folder, 'deploy', 'make-env'));
  const options = form === 'cluster' ? ['--cluster'] : [];
  execFileSync('sh', [join(folder, 'deploy', 'make-env'), ...options], { stdio: 'ignore' });
  const file = join(folder, '.env');
  appendFileSync(
    file,
    Object.entries({ NEWSMILL_ENV_FILE: file, ...more })
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  return file;
}

/** What lies over the file for a cluster, and settings for that. */
const overCluster = join(root, 'deploy', 'compose.cluster.yml');
const settingsOfCluster = (folder: string): Record<string, string> => ({
  NEWSMILL_CERTIFICATES: join(folder, 'certificates'),
  // Not that of another cluster of this machine.
  NEWSMILL_SUBNET: `10.${randomInt(200, 250)}.${randomInt(1, 250)}`,
});

/** Settings that the bare distribution of Elasticsearch refuses: it lacks their modules. */
const unknownToStandIn = ['xpack.ml.enabled', 'ingest.geoip.downloader.enabled'];

/**
 * What a node asks before it joins others, where the engine of the tests cannot give it: it runs without mapped
 * files, and is told of more open files than there are.
 */
const asAmongOthers = { 'node.store.allow_mmap': 'false', LD_PRELOAD: '/usr/local/lib/open-files.so' };

/** Whether the image of Elasticsearch is a stand-in with the bare distribution. */
async function isStandIn({ docker }: ContainerEngine): Promise<boolean> {
  const list = ['--rm', '--network=none', '--entrypoint=ls', serverImages.elasticsearch, 'modules'];
  return !(await docker(['run', ...list])).includes('x-pack-ml');
}

function writeOverride(folder: string, form: ComposeForm, isBare: boolean): string {
  const file = join(folder, 'for-tests.yml');
  // A name without a value is taken from the shell, which has none.
  const unknown = isBare ? Object.fromEntries(unknownToStandIn.map((name) => [name, null])) : {};
  const ofNodes = { ...unknown, ...(isBare ? asAmongOthers : {}) };
  const services =
    form === 'cluster'
      ? Object.fromEntries(
          ['elasticsearch', 'elasticsearch-2', 'elasticsearch-3'].map((node) => [
            node,
            { environment: ofNodes },
          ]),
        )
      : {
          kafka: { environment: { KAFKA_OPTS: firstCompiler } },
          elasticsearch: { environment: { ...unknown, ES_JAVA_OPTS: `-Xms1g -Xmx1g ${firstCompiler}` } },
        };
  writeFileSync(file, stringify({ services }, { aliasDuplicateObjects: false }));
  return file;
}

/** Makes a project; nothing of it runs yet. */
export async function composeProject(
  engine: ContainerEngine,
  form: ComposeForm,
  settings: Readonly<Record<string, string>>,
): Promise<ComposeProject> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-compose-'));
  // Its user in the containers reads the sources.
  chmodSync(folder, 0o755);
  const sources = join(folder, 'sources');
  mkdirSync(sources);
  const port = await freePort();
  const file = makeEnvironment(folder, form, {
    NEWSMILL_API_PORT: String(port),
    NEWSMILL_SOURCES_FOLDER: sources,
    ...(form === 'cluster' ? settingsOfCluster(folder) : {}),
    ...settings,
  });
  const files = [
    join(root, 'docker-compose.yml'),
    ...(form === 'cluster' ? [overCluster] : []),
    ...(form === 'embedded' ? [] : [writeOverride(folder, form, await isStandIn(engine))]),
  ];
  const profile = form === 'embedded' ? 'embedded' : 'full';
  const name = basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
  const first = [
    ...['--project-name', name, '--env-file', file, '--profile', profile],
    ...files.flatMap((path) => ['--file', path]),
  ];
  const compose: ComposeProject['compose'] = (...words) => engine.compose([...first, ...words]);
  const containers: ComposeProject['containers'] = async (service) => {
    const filters = [`project=${name}`, `service=${service}`, 'oneoff=False'];
    const ids = await engine.docker([
      'ps',
      '--all',
      '--quiet',
      ...filters.map((filter) => `--filter=label=com.docker.compose.${filter}`),
    ]);
    const all = ids.split('\n').filter((id) => id !== '');
    return all.length === 0 ? [] : JSON.parse(await engine.docker(['inspect', ...all]));
  };
  return {
    api: `http://127.0.0.1:${port}`,
    sources,
    secrets: Object.fromEntries(
      [...readFileSync(file, 'utf8').matchAll(/^(\w+(?:PASSWORD|KEY))=(.+)$/gm)].map(([, key, value]) => [
        key,
        value,
      ]),
    ),
    compose,
    async start() {
      await compose('up', '--detach').catch(async (error: unknown) => {
        throw new Error(await compose('logs', '--no-color', '--tail=15'), { cause: error });
      });
    },
    // Compose itself would take ten times as long to begin.
    async exec(service, ...words) {
      const container = (await containers(service)).find(({ State }) => State.Running);
      if (container === undefined) throw new Error(`${service} has no container that runs`);
      return engine.docker(['exec', container.Id, ...words]);
    },
    containers,
    async untilHealthy(...services) {
      for (const service of services)
        await untilWell(`${service} is healthy`, async () => {
          const all = await containers(service);
          return all.length > 0 && all.every(({ State }) => State.Health?.Status === 'healthy');
        });
    },
    async remove() {
      await compose('down', '--volumes', '--remove-orphans', '--timeout=5');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
