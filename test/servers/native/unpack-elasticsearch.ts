import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { versions } from '../server-versions.ts';
import type { Say } from '../servers.ts';
import { cached, isRoot } from './cache.ts';
import type { Java } from './find-tools.ts';
import { runCommand } from './run-command.ts';
import { runMaven } from './run-maven.ts';

const version = versions.elasticsearch;
function sourcesIn(folder: string): string[] {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name));
}
const pluginSources = sourcesIn('../elasticsearch-plugin/newsmill/test/');
const launcherSources = sourcesIn('../elasticsearch-launcher/');
/** What the launcher of the tests is made of, below the home of the server: the first is that of the distribution. */
export const launcherParts = ['lib/tools/server-cli', 'lib/tools/brief-server'];

async function runTool(java: Java, tool: 'javac' | 'jar', args: readonly string[]): Promise<void> {
  const result = await runCommand(join(java.home, 'bin', tool), args);
  if (result.code !== 0) throw new Error(`${tool} failed for what Elasticsearch is given:\n${result.said}`);
}

interface JarPlan {
  readonly sources: readonly string[];
  /** Folders of archives beside those of the server itself. */
  readonly parts?: readonly string[];
  /** Other files, by their names in the archive. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Compiles sources against an unpacked server. */
async function makeJar(home: string, java: Java, jar: string, plan: JarPlan): Promise<void> {
  const { sources, parts = [], files = {} } = plan;
  const classes = join(home, '..', 'classes');
  mkdirSync(dirname(jar), { recursive: true });
  const path = ['lib', ...parts].map((part) => join(home, part, '*')).join(delimiter);
  await runTool(java, 'javac', ['--release', '17', '-nowarn', '-d', classes, '-cp', path, ...sources]);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(classes, name)), { recursive: true });
    writeFileSync(join(classes, name), text);
  }
  await runTool(java, 'jar', ['--create', '--file', jar, '-C', classes, '.']);
  rmSync(classes, { recursive: true });
}

/** Puts the plugin into the plugins folder of an unpacked server. */
async function installPlugin(home: string, java: Java): Promise<void> {
  const folder = join(home, 'plugins', 'newsmill-test');
  await makeJar(home, java, join(folder, 'newsmill-test.jar'), { sources: pluginSources });
  const descriptor = {
    description: 'GET / and the analyzers of analysis-common',
    version: '1',
    name: 'newsmill-test',
    classname: 'newsmill.test.NewsmillTestPlugin',
    'java.version': '17',
    'elasticsearch.version': version,
  };
  writeFileSync(
    join(folder, 'plugin-descriptor.properties'),
    Object.entries(descriptor)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
}

/** Puts the launcher that the tests start the server with beside that of an unpacked server. */
async function installLauncher(home: string, java: Java): Promise<void> {
  const [usual, own] = launcherParts;
  await makeJar(home, java, join(home, own!, 'brief-server.jar'), {
    sources: launcherSources,
    parts: [usual!],
    files: {
      'META-INF/services/org.elasticsearch.cli.CliToolProvider': 'org.elasticsearch.server.cli.BriefServer\n',
    },
  });
}

/**
 * The bare distribution from Maven, with the plugin that gives it what the full one has from its modules, and a
 * launcher. Answers its home. The folder is named after the sources of both too: checkouts with different ones do not
 * disturb each other.
 */
export async function unpackElasticsearch(java: Java, say: Say): Promise<string> {
  const hash = createHash('sha256');
  for (const source of [...pluginSources, ...launcherSources]) hash.update(readFileSync(source));
  const stamp = hash.digest('hex').slice(0, 12);
  const folder = await cached(`elasticsearch-${version}-${stamp}`, async (into) => {
    say(`downloading Elasticsearch ${version} (107 MB, once)`);
    await runMaven(
      java,
      [
        'dependency:copy',
        `-Dartifact=org.elasticsearch.distribution.integ-test-zip:elasticsearch:${version}:zip`,
        `-DoutputDirectory=${into}`,
      ],
      say,
    );
    const zip = join(into, `elasticsearch-${version}.zip`);
    const result = await runCommand('/bin/sh', [
      '-c',
      'cd "$1" && "$2" xf "$3"',
      'sh',
      into,
      join(java.home, 'bin', 'jar'),
      zip,
    ]);
    if (result.code !== 0) throw new Error(`Elasticsearch could not be unpacked:\n${result.said}`);
    rmSync(zip);
    const home = join(into, 'home');
    renameSync(join(into, `elasticsearch-${version}`), home);
    for (const name of readdirSync(join(home, 'bin'))) chmodSync(join(home, 'bin', name), 0o755);
    await installPlugin(home, java);
    await installLauncher(home, java);
    if (isRoot) await runCommand('chmod', ['-R', 'a+rX', into]);
  });
  return join(folder, 'home');
}
