import { join } from 'node:path';
import { ApiModule } from '@newsmill/service-api';
import { cleanRole } from '@newsmill/service-clean';
import { enrichRole } from '@newsmill/service-enrich';
import { fetchRole, openSourceFolder, type SourceFolder } from '@newsmill/service-fetch';
import { indexRole } from '@newsmill/service-index';
import { createHttpClient } from '@newsmill/http';
import { formatProblem } from '@newsmill/fetch';
import { ledgerView, runProcess, type Role, type RunningProcess, type Settings } from '@newsmill/runtime';
import { adminKey, type AdminKey } from './admin-key.ts';
import { makeApiPorts } from './make-api-ports.ts';
import { keepHouse } from './keep-house.ts';
import { openDemo } from './open-demo.ts';
import { seedSources } from './seed-sources.ts';
import { demoSources } from './serve-demo.ts';

import { version } from './version.ts';

export interface Mill {
  readonly address: string;
  readonly running: RunningProcess;
  readonly folder: SourceFolder;
  readonly key: AdminKey;
  /** Address of the demonstration paper, when it is served. */
  readonly demo?: string;
  stop(signal: string): Promise<void>;
}

/** The source files have mistakes; the process does not start (exit code 78). */
export class BadSources extends Error {
  override readonly name = 'BadSources';
}

/** Starts the embedded mill: all roles, the API and the console in one process. Throws BadSources. */
export async function runMill(settings: Settings, secrets: Readonly<Record<string, string | undefined>> = {}): Promise<Mill> {
  const directory = settings.sources ?? join(settings.data, 'sources');
  if (settings.sources === undefined) seedSources(directory);
  const demo = (settings.demo ?? settings.sources === undefined) ? await openDemo(settings.data, settings.port === 0 ? 0 : settings.port + 1) : undefined;
  const folder = openSourceFolder(directory, demo === undefined ? [] : demoSources(demo.origin), secrets);
  if (folder.problems().length > 0) {
    await demo?.close();
    throw new BadSources(folder.problems().map(formatProblem).join('\n'));
  }
  const key = adminKey(settings.data);
  const http = createHttpClient({ userAgent: settings.userAgent });
  const roles: Role[] = [ledgerView, indexRole, enrichRole, cleanRole, fetchRole(folder, true, secrets), keepHouse];
  const running = await runProcess({
    settings,
    roles,
    port: settings.port,
    host: settings.host,
    modules: (ports) => [ApiModule.register(makeApiPorts({ ports, folder, key: key.key, http, version }))],
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
