import { keepPrivate } from '@newsmill/store';
import type { ServiceName } from '@newsmill/contracts';
import { formsOf, inAddress, runsAlone } from '@newsmill/settings';
import { createHealth } from '../http/health.ts';
import { openTelling } from '../log/open-telling.ts';
import { createOutages } from '../log/outages.ts';
import { PassingPages } from '../stage/passing-pages.ts';
import { createWorkerThreads } from '../stage/worker-pool.ts';
import { openTracing } from '../tracing/open-tracing.ts';
import { openPorts } from './open-ports.ts';
import { planOf, tellPlan } from './plan-process.ts';
import type { ProcessOptions } from './process-options.ts';
import type { ProcessPorts } from './process-ports.ts';
import { watchedServers, type WatchedServers } from './watched-servers.ts';

/** What a process has opened, and how it is closed. */
export interface OpenProcess {
  readonly ports: ProcessPorts;
  readonly services: readonly ServiceName[];
  /** Opens its HTTP servers. */
  readonly servers: WatchedServers;
  close(): Promise<void>;
}

/** Opens what a process has. Of servers none is asked yet. Throws DamagedFile, BadSettings. */
export async function openProcess(options: ProcessOptions): Promise<OpenProcess> {
  const { settings, services } = options;
  const plan = planOf(options);
  const { metrics, note, hide } = options.telling ?? openTelling({ settings, service: 'mill' });
  const forms = formsOf(settings);
  for (const exposed of await keepPrivate(settings.data, {
    folder: runsAlone(forms),
    archive: runsAlone(forms) || (services.includes('fetch') && forms.archive === 'disk'),
  }))
    note('files.exposed', { ...exposed });
  const outages = createOutages(note, forms, Date.now);
  const health = createHealth(outages);
  const tracing = await openTracing(settings, { metrics, outages, version: options.version ?? '' });
  let damages = 0;
  const open = await openPorts(settings, {
    environment: options.environment,
    report: ({ kind, detail }) =>
      note(kind === 'topic-differs' ? 'topic.differs' : 'consumer.restarted', { detail }),
    onDamage: (damage) => {
      damages += 1;
      note('library.damaged', { ...damage });
      health.block(
        'library-rebuild',
        `the file of the library was damaged (${damage.detail}) and lies in ${damage.aside}; the library is about to be rebuilt from the archive`,
      );
    },
    onChanged: ({ setting, problem, secret }) => {
      if (secret !== undefined) hide([secret, ...inAddress(secret)]);
      if (problem === undefined) {
        health.clearRemark(`file-of-${setting}`);
        note('credentials.renewed', { setting });
        return;
      }
      health.remark(`file-of-${setting}`, `${problem}. What ${setting} said before stays in use.`);
      note('credentials.kept', { setting, problem });
    },
  });
  const ports: ProcessPorts = {
    ...open,
    settings,
    metrics,
    health,
    damages: () => damages,
    note,
    outages,
    now: Date.now,
    random: Math.random,
    retryLadder: settings.retryLadder,
    bytesInFlight: plan.bytesInFlight,
    plan,
    threads: createWorkerThreads(plan.threads, plan.heap),
    ...(tracing === undefined ? {} : { tracing }),
    ...(forms.bus === 'sqlite' && forms.archive === 'disk'
      ? { passing: new PassingPages(plan.bytesInFlight) }
      : {}),
  };
  tellPlan(plan, ports);
  return {
    ports,
    services,
    servers: watchedServers(ports),
    async close() {
      await tracing?.close();
      await open.close();
    },
  };
}
