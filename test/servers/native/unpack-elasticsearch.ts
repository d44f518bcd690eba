import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { versions } from '../server-versions.ts';
import type { Say } from '../servers.ts';
import { cached, isRoot } from './cache.ts';
import type { Java } from './find-tools.ts';
import { runCommand } from './run-command.ts';
import { runMaven } from './run-maven.ts';

const version = versions.elasticsearch;
const sourceFolder = fileURLToPath(new URL('../elasticsearch-plugin/newsmill/test/', import.meta.url));
const sources = readdirSync(sourceFolder)
  .sort()
  .map((name) => join(sourceFolder, name));

async function runTool(java: Java, tool: 'javac' | 'jar', args: readonly string[]): Promise<void> {
  const result = await runCommand(join(java.home, 'bin', tool), args);
  if (result.code !== 0) throw new Error(`${tool} failed for the plugin of Elasticsearch:\n${result.said}`);
}

/** Compiles the plugin into the plugins folder of an unpacked server. */
async function installPlugin(home: string, java: Java): Promise<void> {
  const folder = join(home, 'plugins', 'newsmill-test');
  const classes = join(home, '..', 'classes');
  mkdirSync(folder, { recursive: true });
  await runTool(java, 'javac', [
    '--release',
    '17',
    '-nowarn',
    '-d',
    classes,
    '-cp',
    join(home, 'lib', '*'),
    ...sources,
  ]);
  await runTool(java, 'jar', ['--create', '--file', join(folder, 'newsmill-test.jar'), '-C', classes, '.']);
  rmSync(classes, { recursive: true });
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

/**
 * The bare distribution from Maven, with the plugin that gives it what the full one has from its modules.
 * Answers its home. The folder is named after the source of the plugin too: checkouts with different plugins
 * do not disturb each other.
 */
export async function unpackElasticsearch(java: Java, say: Say): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(source));
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
    if (isRoot) await runCommand('chmod', ['-R', 'a+rX', into]);
  });
  return join(folder, 'home');
}
