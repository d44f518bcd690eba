import { join } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import type { ServiceName } from '@newsmill/contracts';
import type { HttpClient } from '@newsmill/http';
import type { MillPorts } from '@newsmill/operate';
import type { ReadingThread } from '@newsmill/reading';
import {
  GuessBrake,
  ledgerView,
  runProcess,
  type ProcessPorts,
  type RefusedTries,
  type Role,
  type RunningProcess,
  type Telling,
} from '@newsmill/runtime';
import {
  formsOf,
  ownServers,
  pickSettings,
  portsInServers,
  runsAlone,
  type Environment,
  type Settings,
  type ToldSetting,
} from '@newsmill/settings';
import type { SourceFolder } from '@newsmill/source-files';
import { adminKey, type AdminKey } from './admin-key.ts';
import { announceProcess } from './announce.ts';
import { measureSources, pruneArchive, pruneRegistry, retireSettled } from './periodic-roles.ts';
import { lockData } from './lock-data.ts';
import { NotDistributed } from './not-distributed.ts';
import { refuseOpenAddress } from './refuse-open-address.ts';
import { seedSources } from './seed-sources.ts';
import { wantsDemo } from '../demo/wants-demo.ts';
import { version } from '../version.ts';

export interface Mill {
  /** Of the API and console, or of the health endpoints where this process has no API. */
  readonly address: string;
  readonly running: RunningProcess;
  /** Where this process reads sources. */
  readonly folder?: SourceFolder;
  /** Where this process has the API. */
  readonly key?: AdminKey;
  /** Address of the demonstration paper, when it is served. */
  readonly demo?: string;
  /** Why it is not, where it should be. */
  readonly demoAway?: string;
  stop(signal: string): Promise<void>;
}

/** What the services of one process share. */
interface ProcessParts {
  readonly settings: Settings;
  readonly secrets: Readonly<Record<string, string | undefined>>;
  readonly folder: SourceFolder | undefined;
  readonly http: HttpClient | undefined;
  /** Reads what others send; one for the process. */
  readonly thread: ReadingThread | undefined;
}

/**
 * The roles of each service, each loaded where it runs. The index service also keeps the ledger view; the
 * fetch service prunes the archive, which it fills.
 */
const rolesOf: Readonly<Record<ServiceName, (place: ProcessParts) => Promise<readonly Role[]>>> = {
  async index({ http, folder }) {
    const { indexRole } = await import('@newsmill/service-index');
    const { inspectFiles } = await import('./inspect-files.ts');
    const { alertsRole } = await import('../alerts/alerts.role.ts');
    const { grantsOf } = await import('@newsmill/operate');
    const grants = grantsOf((id) => folder?.sourceOf(id));
    const { measureMill } = await import('./measure-mill.ts');
    const { measureCertificates } = await import('./measure-certificates.ts');
    const alerts = http === undefined ? [] : [alertsRole({ http, grants })];
    const measures = [measureSources, measureMill(), measureCertificates];
    return [ledgerView, retireSettled, indexRole, inspectFiles, ...measures, pruneRegistry, ...alerts];
  },
  async enrich() {
    const { enrichRole } = await import('@newsmill/service-enrich');
    return [enrichRole];
  },
  async clean() {
    const { cleanRole } = await import('@newsmill/service-clean');
    return [cleanRole];
  },
  async fetch({ settings, secrets, folder, thread }) {
    if (folder === undefined || thread === undefined) return [];
    const { fetchRole } = await import('@newsmill/service-fetch');
    const { keepRetention } = await import('./keep-retention.ts');
    const { mendLibrary } = await import('./mend-library.ts');
    const { mendTopics } = await import('./mend-topics.ts');
    const { removeDemo } = await import('../demo/remove-demo.ts');
    const { answerVerification } = await import('./answer-verification.ts');
    const { verifyArchive } = await import('./verify-archive.ts');
    const { watchFullDisk } = await import('./watch-full-disk.ts');
    const { measureEachSource } = await import('./measure-each-source.ts');
    return [
      fetchRole(folder, { exclusive: runsAlone(formsOf(settings)), secrets, thread }),
      pruneArchive,
      verifyArchive,
      answerVerification,
      watchFullDisk(),
      measureEachSource(folder),
      keepRetention(folder),
      mendLibrary({ sourceOf: folder.sourceOf, thread }),
      removeDemo(settings.data),
      // A queue in a file loses no topic.
      ...(formsOf(settings).bus === 'kafka' ? [mendTopics()] : []),
    ];
  },
  async api() {
    return [];
  },
};

/** Only where requests are made do the secrets of sources have to be there. */
async function openFolder(
  settings: Settings,
  secrets: ProcessParts['secrets'] | undefined,
  { demo, isDemoAway }: { readonly demo: string | undefined; readonly isDemoAway: boolean },
): Promise<SourceFolder> {
  const { openSourceFolder } = await import('@newsmill/source-files');
  const { demoSources, isDemoSource } = await import('../demo/serve-demo.ts');
  const directory = settings.sources ?? join(settings.data, 'sources');
  if (settings.sources === undefined) seedSources(directory);
  return openSourceFolder(directory, {
    builtIn: demo === undefined ? [] : demoSources(demo),
    secrets,
    isHeld: (id) => isDemoAway && isDemoSource(id),
  });
}

/** The API and console, loaded where they are served. */
async function apiModule(
  ports: ProcessPorts,
  parts: Pick<MillPorts, 'http' | 'thread' | 'secrets'> & { readonly folder: SourceFolder },
  {
    key,
    told,
    ...doors
  }: {
    readonly key: AdminKey;
    readonly told: readonly ToldSetting[];
    readonly guesses: GuessBrake;
    readonly refused: RefusedTries;
  },
): Promise<DynamicModule> {
  const { ApiModule } = await import('@newsmill/service-api');
  const { millSettings, prepareSources } = await import('@newsmill/operate');
  const { createHubCallback } = await import('@newsmill/service-fetch');
  const { keepLettersIndex } = await import('./keep-letters-index.ts');
  keepLettersIndex(ports.bus, ports.settings);
  const settings = pickSettings(ports.settings, millSettings);
  // Of many sources with much history the list takes seconds: nobody is sent here who would wait for it.
  ports.health.block('sources-list', 'the list of sources is being made, as after every start');
  void prepareSources({ ...ports, ...parts }).finally(() => ports.health.clear('sources-list'));
  return ApiModule.register(
    {
      ...ports,
      ...parts,
      settings,
      get adminKey() {
        return key.key;
      },
    },
    {
      version,
      settings: told,
      hubCallback: settings.publicUrl === undefined ? undefined : createHubCallback(ports),
      metrics: ports.metrics,
      note: ports.note,
      ...doors,
    },
  );
}

/** What was opened, closed in the opposite order. */
class Closers {
  readonly #closers: (() => Promise<void> | void)[] = [];
  add(close: () => Promise<void> | void): void {
    this.#closers.push(close);
  }
  async closeAll(): Promise<void> {
    for (const close of this.#closers.splice(0).toReversed()) await close();
  }
}

export interface MillOptions {
  /** What the settings were read from: secrets that lie in files are read anew from there. */
  readonly environment?: Environment;
  /** The environment with the secrets of sources. */
  readonly secrets?: ProcessParts['secrets'];
  /** Without it all of them. */
  readonly services?: readonly ServiceName[];
  /** What the process tells of itself, where that began before the mill. */
  readonly telling?: Telling;
  /** The settings as admins may read them, with their origins. */
  readonly told?: readonly ToldSetting[];
}

/**
 * Runs services in one process: all of them, or the named ones over servers. Throws NotDistributed, OpenAddress,
 * MillRuns; what was opened before is closed then.
 */
export async function runMill(
  settings: Settings,
  {
    secrets = {},
    services = ['index', 'enrich', 'clean', 'fetch', 'api'],
    telling,
    told = [],
    environment = {},
  }: MillOptions = {},
): Promise<Mill> {
  if (services.length < 5 && runsAlone(formsOf(settings))) throw new NotDistributed();
  if (services.includes('api')) refuseOpenAddress(settings);
  const closers = new Closers();
  try {
    return await openMill({ settings, environment, secrets, services, closers, telling, told });
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

interface Opening extends Required<Pick<MillOptions, 'environment' | 'secrets' | 'services' | 'told'>> {
  readonly settings: Settings;
  readonly telling: Telling | undefined;
  readonly closers: Closers;
}

async function openMill({
  settings,
  environment,
  secrets,
  services,
  closers,
  telling,
  told,
}: Opening): Promise<Mill> {
  const fetches = services.includes('fetch');
  const serves = services.includes('api');
  const forms = formsOf(settings);
  // The servers keep copies apart where several share the work; what they share in the data folder is made
  // for that.
  const lock = runsAlone(forms) ? lockData(settings.data, Date.now()) : undefined;
  closers.add(() => lock?.release());
  const byDefault = settings.sources === undefined && portsInServers(forms).length === 0;
  const servesDemo = fetches && wantsDemo(settings.data, settings.demo, byDefault);
  const { demo, away: demoAway } = servesDemo
    ? await (await import('../demo/open-demo.ts')).openDemo(settings.data, Date.now())
    : {};
  closers.add(async () => demo?.close());
  const folder =
    fetches || serves
      ? await openFolder(settings, fetches ? secrets : undefined, {
          demo: demo?.origin,
          isDemoAway: demoAway !== undefined,
        })
      : undefined;
  // The health port of the other services takes one that was set, too.
  const key = serves || settings.adminKey !== undefined ? adminKey(settings, environment) : undefined;
  const asks = serves || services.includes('index');
  const http = asks
    ? (await import('@newsmill/http')).createHttpClient({
        userAgent: settings.userAgent,
        ownServers: ownServers(settings),
      })
    : undefined;
  closers.add(() => http?.close());
  const reads = serves || fetches;
  const thread = reads
    ? (await import('@newsmill/reading')).openReadingThread({ budgetMs: settings.readBudget })
    : undefined;
  closers.add(() => thread?.close());
  const place: ProcessParts = { settings, secrets, folder, http, thread };
  const roles: Role[] = [];
  for (const service of services) roles.push(...(await rolesOf[service](place)));
  roles.push(announceProcess(services));
  if (!fetches && folder !== undefined) roles.push((await import('./watch-sources.ts')).watchSources(folder));
  if (key !== undefined)
    roles.push(
      (await import('./watch-admin-key.ts')).watchAdminKey(key, (secrets) => telling?.hide(secrets)),
    );
  const guesses = new GuessBrake(() => [key?.key, settings.metricsToken]);
  const running = await runProcess({
    settings,
    environment,
    ...(telling === undefined ? {} : { telling }),
    version,
    roles,
    archiveUse: fetches ? 'write' : 'read',
    port: serves ? settings.port : (settings.healthPort ?? 0),
    host: settings.host,
    rebuild:
      fetches && folder !== undefined
        ? async (ports) => {
            const { rebuildState } = await import('@newsmill/operate');
            return rebuildState(ports, folder.sources(), settings);
          }
        : undefined,
    guesses,
    knowsKey: async ({ registry, now }, text) => {
      const { findKey } = await import('@newsmill/operate');
      return (await findKey({ registry, now, adminKey: key?.key ?? '' }, text)) !== undefined;
    },
    modules:
      !serves || folder === undefined || key === undefined || http === undefined || thread === undefined
        ? undefined
        : async (ports, refused) => [
            await apiModule(ports, { folder, http, thread, secrets }, { key, told, guesses, refused }),
          ],
  });
  running.ports.metrics.buildInfo.set(
    { version, node: process.versions.node, form: runsAlone(forms) ? 'embedded' : 'distributed' },
    1,
  );
  lock?.tell(running.address);
  return {
    address: running.address,
    running,
    folder,
    key,
    demo: demo?.origin,
    demoAway,
    async stop(signal) {
      await running.stop(signal);
      await closers.closeAll();
    },
  };
}
