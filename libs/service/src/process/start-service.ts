import type { DynamicModule } from '@nestjs/common';
import type { ServiceName } from '@newsmill/contracts';
import { GuessBrake, type Telling } from '@newsmill/runtime';
import {
  startProcess,
  type CreateApp,
  type RunningProcess,
  type ServiceProcess,
} from '@newsmill/runtime/nest';
import { formsOf, runsAlone, type Environment, type Settings, type ToldSetting } from '@newsmill/settings';
import { version } from '../version.ts';
import { adminKey, type AdminKey } from './admin-key.ts';
import { Announcer } from './announce.ts';
import { lockData } from './lock-data.ts';
import { NotDistributed } from './not-distributed.ts';
import { refuseOpenAddress } from './refuse-open-address.ts';
import { ADMIN_KEY, GUESSES, HIDE, REFUSED, SECRETS, TOLD_SETTINGS } from './tokens.ts';
import { AdminKeyWatch } from './watch-admin-key.ts';

/** All services: together they make the embedded mill. */
export const allServices = [
  'index',
  'enrich',
  'clean',
  'fetch',
  'api',
] as const satisfies readonly ServiceName[];

/** What services are started with. */
export interface ServiceStart {
  readonly services: readonly ServiceName[];
  readonly settings: Settings;
  /** What the settings were read from: secrets that lie in files are read anew from there. */
  readonly environment?: Environment;
  /** The environment with the secrets of sources. */
  readonly secrets?: Environment;
  /** What the process tells of itself, where that began before. */
  readonly telling?: Telling;
  /** The settings as admins may read them, with their origins. */
  readonly told?: readonly ToldSetting[];
}

export interface RunningService extends RunningProcess {
  /** Where this process has the API, or was given a key. */
  readonly key?: AdminKey | undefined;
}

/** What is the same in every process of newsmill, beside its ports. */
function withKeys(
  process: ServiceProcess,
  { secrets = {}, told = [], telling }: ServiceStart,
  { key, guesses }: { readonly key: AdminKey | undefined; readonly guesses: GuessBrake },
): DynamicModule {
  const values = new Map<symbol, unknown>([
    [ADMIN_KEY, key],
    [SECRETS, secrets],
    [TOLD_SETTINGS, told],
    [HIDE, (texts: readonly string[]) => telling?.hide(texts)],
    [REFUSED, process.refused],
    [GUESSES, guesses],
  ]);
  return {
    module: class Service {},
    global: true,
    imports: [process.ports],
    providers: [
      ...[...values].map(([provide, useValue]) => ({ provide, useValue })),
      Announcer,
      ...(key === undefined ? [] : [AdminKeyWatch]),
    ],
    exports: [...values.keys()],
  };
}

/**
 * Starts services in one process: all of them, or some over servers. Throws NotDistributed, OpenAddress, MillRuns,
 * DamagedFile; what was opened before is closed then.
 */
export async function startService(start: ServiceStart, create: CreateApp): Promise<RunningService> {
  const { services, settings, environment = {}, telling } = start;
  const isAlone = runsAlone(formsOf(settings));
  const serves = services.includes('api');
  if (services.length < allServices.length && isAlone) throw new NotDistributed();
  if (serves) refuseOpenAddress(settings);
  // The servers keep copies apart where several share the work; what they share in the data folder is made
  // for that.
  const lock = isAlone ? lockData(settings.data, Date.now()) : undefined;
  try {
    // The health port of the other services takes one that was set, too.
    const key = serves || settings.adminKey !== undefined ? adminKey(settings, environment) : undefined;
    const guesses = new GuessBrake(() => [key?.key, settings.metricsToken]);
    const running = await startProcess(
      { settings, environment, telling, version, services },
      {
        host: settings.host,
        port: serves ? settings.port : (settings.healthPort ?? 0),
        guesses,
        knowsKey: async ({ registry, now }, text) => {
          const { findKey } = await import('@newsmill/operate');
          return (await findKey({ registry, now, adminKey: key?.key ?? '' }, text)) !== undefined;
        },
      },
      (process) => create({ ...process, ports: withKeys(process, start, { key, guesses }) }),
    );
    const form = isAlone ? 'embedded' : 'distributed';
    running.ports.metrics.buildInfo.set({ version, node: process.versions.node, form }, 1);
    lock?.tell(running.address);
    return {
      ...running,
      key,
      async stop(signal) {
        await running.stop(signal);
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}
