import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-ports.ts';
import { guarded, kafkaHeap, kafkaSettings } from '../kafka/settings.ts';
import { kafkaAnswers } from '../readiness.ts';
import { versions } from '../server-versions.ts';
import { kafkaUsers, type Addresses, type RunningServer, type Say } from '../servers.ts';
import { cached } from './cache.ts';
import { briefJvm, classArchive } from './class-archive.ts';
import type { Java } from './find-tools.ts';
import { ensureJavas } from './install-tools.ts';
import { runCommand } from './run-command.ts';
import { runMaven } from './run-maven.ts';
import { serverInProcess, type ProcessPlan } from './server-process.ts';

const recipe = fileURLToPath(new URL('../kafka/', import.meta.url));

/** An id as Kafka writes them: 16 bytes in 22 letters, none of them a leading dash. */
function kafkaId(): string {
  return randomBytes(16).toString('base64url').replace(/^-/, 'A');
}

/** What `kafka-storage format` writes; written here it saves the start of a JVM. */
function formatStorage(data: string): void {
  mkdirSync(data, { recursive: true });
  writeFileSync(
    join(data, 'meta.properties'),
    `version=1\ncluster.id=${kafkaId()}\nnode.id=1\ndirectory.id=${kafkaId()}\n`,
  );
}

/** Kafka from Maven; answers the folder that has its `libs`. */
export function unpackKafka(java: Java, say: Say): Promise<string> {
  return cached(`kafka-${versions.kafka}`, async (into) => {
    say(`downloading Kafka ${versions.kafka} (44 MB, once)`);
    await runMaven(
      java,
      [
        '-f',
        join(recipe, 'pom.xml'),
        'dependency:copy-dependencies',
        `-DoutputDirectory=${join(into, 'libs')}`,
      ],
      say,
    );
  });
}

/** A broker of this machine; its data outlives `stop`. */
export function nativeKafka(runFolder: string, say: Say): Promise<RunningServer<'kafka'>> {
  return brokerIn(join(runFolder, 'kafka'), say, (settings) => settings);
}

/** One with users and an authorizer. */
export async function nativeGuardedKafka(
  runFolder: string,
  say: Say,
): Promise<RunningServer<'guardedKafka'>> {
  const broker = await brokerIn(join(runFolder, 'guarded-kafka'), say, (settings) =>
    guarded(settings, kafkaUsers),
  );
  return {
    address: broker.address,
    start: () => broker.start(),
    stop: (signal) => broker.stop(signal),
    remove: () => broker.remove(),
  };
}

/** Changes what is set of a user or a broker, with the tool of Kafka itself. */
export async function kafkaConfigs(
  brokers: readonly string[],
  [entity, name]: readonly ['users' | 'brokers', string],
  config: Readonly<Record<string, string>>,
  say: Say,
): Promise<void> {
  const java = (await ensureJavas(say)).at(-1)!;
  const home = await unpackKafka(java, say);
  const added = Object.entries(config).map(([entry, value]) => `${entry}=${value}`);
  const { code, said } = await runCommand(join(java.home, 'bin', 'java'), [
    ...briefJvm,
    '-cp',
    join(home, 'libs', '*'),
    'kafka.admin.ConfigCommand',
    ...['--bootstrap-server', brokers.join(',')],
    ...['--alter', '--entity-type', entity, '--entity-name', name, '--add-config', added.join(',')],
  ]);
  if (code !== 0) throw new Error(`kafka-configs ended with ${code}: ${said}`);
}

/** Settings of a broker, by name. */
export type Configuration = Readonly<Record<string, string>>;

/** What a broker runs on, whoever runs it. */
export interface BrokerFiles {
  /** All of them lie in it. */
  readonly folder: string;
  readonly address: Addresses['kafka'];
  /** The words behind `java`, given those of this JVM and the folder that has its `libs`. */
  words(flags: readonly string[], home: string): readonly string[];
  isReady(): Promise<boolean>;
}

/** Writes the files of a broker with what `configure` makes of its settings. */
export async function writeBroker(
  folder: string,
  configure: (settings: Configuration) => Configuration,
): Promise<BrokerFiles> {
  const data = join(folder, 'data');
  formatStorage(data);
  const [port, controller] = [await freePort(), await freePort()];
  const settings = configure(
    kafkaSettings({
      broker: `127.0.0.1:${port}`,
      controller: `127.0.0.1:${controller}`,
      advertised: `127.0.0.1:${port}`,
      quorum: `127.0.0.1:${controller}`,
      data,
    }),
  );
  const file = join(folder, 'server.properties');
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  const log = join(folder, 'log4j2.properties');
  copyFileSync(join(recipe, 'log4j2.properties'), log);
  return {
    folder,
    address: { brokers: [`127.0.0.1:${port}`] },
    words: (flags, home) => [
      ...kafkaHeap,
      ...briefJvm,
      ...flags,
      `-Dlog4j2.configurationFile=${log}`,
      '-cp',
      join(home, 'libs', '*'),
      'kafka.Kafka',
      file,
    ],
    isReady: () => kafkaAnswers('127.0.0.1', port),
  };
}

/** The command of a broker from Maven, on the newest JDK at hand. */
export async function brokerCommand(
  files: BrokerFiles,
  say: Say,
): Promise<Pick<ProcessPlan, 'command' | 'args' | 'ended'>> {
  const java = (await ensureJavas(say)).at(-1)!;
  const home = await unpackKafka(java, say);
  const archive = classArchive(home, java);
  const quiet =
    java.major >= 24 ? ['--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow'] : [];
  return {
    command: join(java.home, 'bin', 'java'),
    args: () => files.words([...archive.flags(), ...quiet], home),
    ended: () => archive.keep(),
  };
}

async function brokerIn(
  folder: string,
  say: Say,
  configure: (settings: Configuration) => Configuration,
): Promise<RunningServer<'kafka'>> {
  const files = await writeBroker(folder, configure);
  return serverInProcess<'kafka'>(files.address, {
    name: 'Kafka',
    ...files,
    ...(await brokerCommand(files, say)),
  });
}
