import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  elasticsearchHeap,
  elasticsearchSettings,
  guardedElasticsearchSettings,
} from '../elasticsearch-settings.ts';
import { freePort } from '../free-ports.ts';
import { elasticsearchAnswers } from '../readiness.ts';
import type { RunningServer, Say } from '../servers.ts';
import { isRoot } from './cache.ts';
import { briefJvm } from './class-archive.ts';
import { ensureJavas } from './install-tools.ts';
import { runCommand } from './run-command.ts';
import { serverInProcess } from './server-process.ts';
import { launcherParts, unpackElasticsearch } from './unpack-elasticsearch.ts';

/** Elasticsearch refuses to run as root; it runs as the user that owns nothing. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (!isRoot) return undefined;
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number.parseInt((await runCommand('id', [flag, 'nobody'])).said, 10)),
  );
  if (!Number.isInteger(uid) || !Number.isInteger(gid))
    throw new Error(
      'Elasticsearch does not run as root, and this machine has no user «nobody» to run it as.\nRemedy: run the tests as an ordinary user, or add one: useradd --system nobody',
    );
  return { uid: uid!, gid: gid! };
}

function giveTo(user: { readonly uid: number; readonly gid: number }, folder: string): void {
  chownSync(folder, user.uid, user.gid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chownSync(join(entry.parentPath, entry.name), user.uid, user.gid);
}

/** Classes of the distribution are taken as they are: to verify them is a fifth of what a start computes. */
const unverified = ['-XX:+UnlockDiagnosticVMOptions', '-XX:-BytecodeVerificationRemote'];

/** Settings of this run beside what the distribution brings. */
function writeConfiguration(
  home: string,
  folder: string,
  ports: { readonly http: number; readonly transport: number },
  more: Readonly<Record<string, string | boolean>>,
): void {
  for (const name of ['data', 'logs', 'tmp']) mkdirSync(join(folder, name), { recursive: true });
  const config = join(folder, 'config');
  cpSync(join(home, 'config'), config, { recursive: true });
  const settings = {
    ...elasticsearchSettings,
    'network.host': '127.0.0.1',
    'http.port': ports.http,
    'transport.port': ports.transport,
    'path.data': join(folder, 'data'),
    'path.logs': join(folder, 'logs'),
    ...more,
  };
  writeFileSync(
    join(config, 'elasticsearch.yml'),
    Object.entries(settings)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join(''),
  );
  const jvmOptions = join(config, 'jvm.options');
  const lines = readFileSync(jvmOptions, 'utf8')
    .split('\n')
    .filter((line) => !/Xlog:gc|HeapDumpOnOutOfMemoryError|UseG1GC/.test(line));
  writeFileSync(jvmOptions, lines.join('\n'));
  mkdirSync(join(config, 'jvm.options.d'), { recursive: true });
  writeFileSync(
    join(config, 'jvm.options.d', 'newsmill.options'),
    [...elasticsearchHeap, ...briefJvm, '-XX:-AlwaysPreTouch', ...unverified].join('\n'),
  );
}

/** Elasticsearch from Maven on the oldest JDK at hand, which starts it fastest; its data outlives `stop`. */
export function nativeElasticsearch(runFolder: string, say: Say): Promise<RunningServer<'elasticsearch'>> {
  return elasticsearchIn(join(runFolder, 'elasticsearch'), say);
}

/** One with users, keys and roles. */
export async function nativeGuardedElasticsearch(
  runFolder: string,
  say: Say,
): Promise<RunningServer<'guardedElasticsearch'>> {
  const different = { settings: guardedElasticsearchSettings };
  const node = await elasticsearchIn(join(runFolder, 'guarded-elasticsearch'), say, different);
  return {
    address: node.address,
    start: () => node.start(),
    stop: (signal) => node.stop(signal),
    remove: () => node.remove(),
  };
}

/** How a node differs from the one that suites share. */
interface NodeDifference {
  readonly settings: Readonly<Record<string, string | boolean>>;
  /** Files of its configuration, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** For one that speaks TLS. */
  readonly isReady?: (url: string) => Promise<boolean>;
}

/** A node in a folder of its own. */
export async function elasticsearchIn(
  folder: string,
  say: Say,
  different?: NodeDifference,
): Promise<RunningServer<'elasticsearch'>> {
  const java = (await ensureJavas(say))[0]!;
  const home = await unpackElasticsearch(java, say);
  const user = await unprivilegedUser();
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const ports = { http: port, transport: await freePort() };
  writeConfiguration(home, folder, ports, different?.settings ?? {});
  for (const [name, text] of Object.entries(different?.files ?? {}))
    writeFileSync(join(folder, 'config', name), text);
  if (user !== undefined) giveTo(user, folder);
  const launcher = join(home, 'bin', 'elasticsearch-cli');
  accessSync(launcher, constants.X_OK);
  const url = different?.isReady === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`;
  return serverInProcess<'elasticsearch'>(
    { url },
    {
      name: 'Elasticsearch',
      command: launcher,
      args: () => [],
      folder,
      user,
      env: {
        PATH: process.env.PATH,
        LANG: 'C.UTF-8',
        HOME: join(folder, 'tmp'),
        TMPDIR: join(folder, 'tmp'),
        ES_JAVA_HOME: java.home,
        ES_PATH_CONF: join(folder, 'config'),
        ES_TMPDIR: join(folder, 'tmp'),
        CLI_NAME: 'brief-server',
        CLI_LIBS: launcherParts.join(','),
        CLI_JAVA_OPTS: ['-Xmx64m', '-Xshare:auto', ...briefJvm].join(' '),
      },
      isReady: () => (different?.isReady ?? elasticsearchAnswers)(url),
    },
  );
}
