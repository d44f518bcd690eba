import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { keepPrivate } from '@newsmill/store';
import { openTracing } from '../tracing/open-tracing.ts';
import { createHealth } from '../http/health.ts';
import { openTelling } from '../log/open-telling.ts';
import { createOutages } from '../log/outages.ts';
import { guardState } from './guard-state.ts';
import { createTopicKeeper } from './keep-topics.ts';
import { openPorts, type OpenPorts } from './open-ports.ts';
import { planOf, tellPlan } from './plan-process.ts';
import { PassingPages } from '../stage/passing-pages.ts';
import { createWorkerThreads } from '../stage/worker-pool.ts';
import { preparePorts, watchPorts } from './prepare-ports.ts';
import type { ProcessOptions } from './process-options.ts';
import type { ProcessPorts } from './role.ts';
import { formsOf, inAddress, runsAlone } from '@newsmill/settings';

export interface RunningProcess {
  /** http://host:port of API or health endpoints; they answer from the beginning. */
  readonly address: string;
  /** http://host:port of /metrics, where they have a port of their own; else the same. */
  readonly metricsAddress: string;
  readonly ports: ProcessPorts;
  /**
   * Resolves when all servers were there and the roles run, or the process was stopped before; rejects when a
   * role cannot start.
   */
  readonly started: Promise<void>;
  /** Finishes or gives back what is in flight, closes everything. Safe to call twice. */
  stop(signal: string): Promise<void>;
}

/**
 * Over servers other copies wait for what a process holds, so it ends its work by so many milliseconds after
 * it was told to, its HTTP side and its ports by so many. A mill that is alone has nobody to hand it to.
 */
const endsBy = { work: 4_000, http: 4_400, ports: 4_800 };

/** Where a server listens: one that listens at all addresses is reached at any. */
function addressOfServer(server: Server): string {
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('the server of the metrics listens at no port');
  const isAll = at.address === '0.0.0.0' || at.address === '::';
  const host = isAll ? '127.0.0.1' : at.family === 'IPv6' ? `[${at.address}]` : at.address;
  return `http://${host}:${at.port}`;
}

/** Waits for the end of the work, but not longer: what hangs keeps no process alive. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, sleep(Math.max(0, ms), undefined, { ref: false })]);
}

async function openProcessPorts(
  options: ProcessOptions,
): Promise<{ readonly open: OpenPorts; readonly ports: ProcessPorts }> {
  const { settings, archiveUse } = options;
  const plan = planOf(options);
  const { metrics, note, hide } = options.telling ?? openTelling({ settings, service: 'mill' });
  const forms = formsOf(settings);
  for (const exposed of await keepPrivate(settings.data, {
    folder: runsAlone(forms),
    archive: runsAlone(forms) || (archiveUse === 'write' && forms.archive === 'disk'),
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
  return {
    open,
    ports: {
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
    },
  };
}

/**
 * Runs roles in one process: opens the ports, starts Nest, serves health endpoints (and the API where given),
 * starts the roles once every server is there.
 */
export async function runProcess(options: ProcessOptions): Promise<RunningProcess> {
  const { open, ports } = await openProcessPorts(options);
  tellPlan(ports.plan, ports);
  // Nest is loaded where a process runs: commands and threads open the same ports without it.
  const { listen } = await import('./listen.ts');
  const { StageStrategy } = await import('../stage/stage-strategy.ts');
  const { app, http, metricsServer } = await listen(options, open, ports);
  const address = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const metricsAddress = metricsServer === undefined ? address : addressOfServer(metricsServer);

  const halt = new AbortController();
  const { rebuild } = options;
  // What it reads must be there: at a first start the topics are not.
  const prepared = Promise.withResolvers<void>();
  const guard = guardState(
    ports,
    rebuild === undefined ? undefined : () => prepared.promise.then(() => rebuild(ports)),
  );
  const strategies = options.roles.map(
    (role) => new StageStrategy(() => role.start({ ...ports, onStateRebuilt: guard.onRebuilt })),
  );
  let watching: Promise<void> | undefined;

  async function start(): Promise<void> {
    const watched = { ...ports, topics: createTopicKeeper(ports) };
    await preparePorts(watched, options.archiveUse, halt.signal);
    prepared.resolve();
    await guard.whole;
    if (halt.signal.aborted) return;
    for (const strategy of strategies) app.connectMicroservice({ strategy }, { inheritAppConfig: false });
    await app.startAllMicroservices();
    watching = watchPorts(watched, options.archiveUse, halt.signal);
    ports.health.markStarted();
    return ports.note('mill.started', { address });
  }
  const started = start();

  let stopping: Promise<void> | undefined;
  async function shutDown(signal: string): Promise<void> {
    ports.note('mill.stopping', { signal });
    halt.abort();
    const began = performance.now();
    const isShared = !runsAlone(formsOf(options.settings));
    const waitFor = (work: Promise<unknown>, limitMs: number) =>
      isShared ? within(began + limitMs - performance.now(), work) : work;
    await waitFor(endWork(), endsBy.work);
    http.endUnfinished();
    metricsServer?.close();
    metricsServer?.closeAllConnections();
    await Promise.all([waitFor(app.close(), endsBy.http), ports.tracing?.close()]);
    await waitFor(open.close(), endsBy.ports);
  }
  /** All roles at once: none waits for another that is slow to end. */
  async function endWork(): Promise<void> {
    await guard.stop();
    await started.catch(() => undefined); // whoever waits for the start has been told
    await Promise.all([watching, ...strategies.map((strategy) => strategy.close())]);
  }
  return { address, metricsAddress, ports, started, stop: (signal) => (stopping ??= shutDown(signal)) };
}

/** What is still open when all is closed keeps the process no longer than this, milliseconds. */
const lastMs = 1_000;

/**
 * Ends with this code as soon as nothing is open any more. `process.exit` would stop answering at once: where a
 * compiler of V8 waits for the main thread to collect garbage just then, and the main thread for it to end, the process
 * stays for ever (nodejs/node#54918).
 */
function endByItself(code: number): void {
  process.exitCode = code;
  setTimeout(() => process.exit(code), lastMs).unref();
}

/** Ends the process by SIGTERM or SIGINT: drains, then exit code 0. A second signal ends it at once. */
export function stopOnSignals(running: RunningProcess, limitMs = 20_000): void {
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      setTimeout(() => process.exit(1), limitMs).unref();
      running.stop(signal).then(
        () => endByItself(0),
        () => endByItself(1),
      );
    });
  }
}
