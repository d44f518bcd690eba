import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { ApiModule } from '@newsmill/service-api';
import { cleanRole } from '@newsmill/service-clean';
import { enrichRole } from '@newsmill/service-enrich';
import { fetchRole, openSourceFolder, type SourceFolder } from '@newsmill/service-fetch';
import { indexRole } from '@newsmill/service-index';
import { createHttpClient, type HttpClient } from '@newsmill/http';
import { formatProblem } from '@newsmill/fetch';
import {
  isDistributed,
  ledgerView,
  runProcess,
  type Role,
  type RunningProcess,
  type Settings,
} from '@newsmill/runtime';
import { alertsRole } from './alerts/alerts.role.ts';
import { adminKey, type AdminKey } from './admin-key.ts';
import { makeApiPorts } from './make-api-ports.ts';
import { keepRetention, measureLag, pruneArchive, pruneRegistry } from './keep-house.ts';
import { openDemo } from './open-demo.ts';
import { rebuildState } from './rebuild-state.ts';
import { seedSources } from './seed-sources.ts';
import { demoSources } from './serve-demo.ts';
import type { ServiceName } from './service-names.ts';
import { version } from './version.ts';
import { watchSources } from './watch-sources.ts';

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
  stop(signal: string): Promise<void>;
}

/** The source files have mistakes; the process does not start (exit code 78). */
export class BadSources extends Error {
  override readonly name = 'BadSources';
}

/** Services can be run apart only where they have servers between them. */
export class NotDistributed extends Error {
  override readonly name = 'NotDistributed';
  constructor() {
    super(
      'a single service (--role) needs Kafka, Redis and Elasticsearch: set NEWSMILL_KAFKA_BROKERS, NEWSMILL_REDIS_URL and NEWSMILL_ELASTICSEARCH_URL, or run without --role for the embedded mill',
    );
  }
}

/** What the services of one process share. */
interface Workplace {
  readonly settings: Settings;
  readonly secrets: Readonly<Record<string, string | undefined>>;
  readonly folder: SourceFolder | undefined;
  readonly http: HttpClient;
}

/** The roles of each service. The index service also keeps the ledger view; the fetch service prunes the archive, which it fills. */
function rolesOf(service: ServiceName, { settings, secrets, folder, http }: Workplace): Role[] {
  if (service === 'index') return [ledgerView, indexRole, measureLag, pruneRegistry, alertsRole(http)];
  if (service === 'enrich') return [enrichRole];
  if (service === 'clean') return [cleanRole];
  if (folder === undefined) return [];
  return service === 'fetch'
    ? [fetchRole(folder, !isDistributed(settings), secrets), pruneArchive, keepRetention(folder.sources)]
    : [];
}

function canWrite(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function openFolder(
  { settings, secrets }: Omit<Workplace, 'folder' | 'http'>,
  demo: string | undefined,
): SourceFolder {
  const directory = settings.sources ?? join(settings.data, 'sources');
  if (settings.sources === undefined) seedSources(directory);
  return openSourceFolder(directory, demo === undefined ? [] : demoSources(demo), secrets);
}

/** Runs services in one process: all of them, or the named ones over Kafka, Redis and Elasticsearch. Throws BadSources, NotDistributed. */
export async function runMill(
  settings: Settings,
  secrets: Workplace['secrets'] = {},
  services: readonly ServiceName[] = ['index', 'enrich', 'clean', 'fetch', 'api'],
): Promise<Mill> {
  const isWhole = services.length === 5;
  if (!isWhole && !isDistributed(settings)) throw new NotDistributed();
  const fetches = services.includes('fetch');
  const serves = services.includes('api');
  const wantsDemo =
    fetches && (settings.demo ?? (settings.sources === undefined && !isDistributed(settings)));
  const demo = wantsDemo
    ? await openDemo(settings.data, settings.port === 0 ? 0 : settings.port + 1)
    : undefined;
  const folder = fetches || serves ? openFolder({ settings, secrets }, demo?.origin) : undefined;
  if (fetches && folder !== undefined && folder.problems().length > 0) {
    await demo?.close();
    throw new BadSources(folder.problems().map(formatProblem).join('\n'));
  }
  const key = serves ? adminKey(settings) : undefined;
  const http = createHttpClient({ userAgent: settings.userAgent });
  const running = await runProcess({
    settings,
    roles: [
      ...services.flatMap((service) => rolesOf(service, { settings, secrets, folder, http })),
      ...(fetches || folder === undefined ? [] : [watchSources(folder)]),
    ],
    archiveUse: fetches ? 'write' : 'read',
    port: serves ? settings.port : (settings.healthPort ?? 0),
    host: settings.host,
    rebuild:
      fetches && folder !== undefined
        ? (ports) => rebuildState(ports, folder.sources(), settings)
        : undefined,
    modules: (ports) =>
      folder === undefined || key === undefined
        ? []
        : [
            ApiModule.register(
              makeApiPorts({
                ports,
                folder,
                canAddSources: canWrite(folder.directory),
                key: key.key,
                http,
                version,
              }),
            ),
          ],
  });
  return {
    address: running.address,
    running,
    folder,
    key,
    demo: demo?.origin,
    async stop(signal) {
      await running.stop(signal);
      await http.close();
      await demo?.close();
    },
  };
}
