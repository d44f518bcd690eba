import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger as NestPino, LoggerModule } from 'nestjs-pino';
import { pino } from 'pino';
import { availableParallelism } from 'node:os';
import { HealthController, healthToken, metricsToken } from './health-controller.ts';
import { createHealth } from './health.ts';
import { createMetrics } from './metrics.ts';
import { createNote } from './notes.ts';
import { guardState } from './guard-state.ts';
import { isDistributed, openPorts, type OpenPorts } from './open-ports.ts';
import { preparePorts, watchPorts, type ArchiveUse } from './prepare-ports.ts';
import type { Role, RolePorts } from './role.ts';
import type { Settings } from './settings.ts';
import { StageStrategy } from './stage-strategy.ts';

export interface ProcessOptions {
  readonly settings: Settings;
  /** Started in this order, stopped in the opposite one. */
  readonly roles: readonly Role[];
  /** Further Nest modules (the API). */
  readonly modules?: (ports: RolePorts) => readonly DynamicModule[];
  /** Fills a lost state again; without it the process waits until another has done so. */
  readonly rebuild?: (ports: RolePorts) => Promise<void>;
  /** What this process does with the archive. */
  readonly archiveUse: ArchiveUse;
  readonly port: number;
  readonly host: string;
}
export interface RunningProcess {
  /** http://host:port of API or health endpoints; they answer from the beginning. */
  readonly address: string;
  readonly ports: RolePorts;
  /** Resolves when all servers were there and the roles run, or the process was stopped before; rejects when a role cannot start. */
  readonly started: Promise<void>;
  /** Finishes or gives back what is in flight, closes everything. Safe to call twice. */
  stop(signal: string): Promise<void>;
}

@Module({})
class ProcessModule {}

function rootModule(ports: RolePorts, modules: readonly DynamicModule[]): DynamicModule {
  return {
    module: ProcessModule,
    imports: [LoggerModule.forRoot({ pinoHttp: { logger: ports.logger, autoLogging: false } }), ...modules],
    controllers: [HealthController],
    providers: [
      { provide: healthToken, useValue: ports.health },
      { provide: metricsToken, useValue: ports.metrics },
    ],
  };
}

/** Threads for cleaning: the cores less one, at least one. */
export function cleanThreads(settings: Settings): number {
  return settings.cleanWorkers ?? Math.max(1, availableParallelism() - 1);
}

async function openRolePorts(
  settings: Settings,
): Promise<{ readonly open: OpenPorts; readonly ports: RolePorts }> {
  const logger = pino(
    {
      level: settings.logLevel,
      base: undefined,
      redact: ['req.headers.authorization', 'req.headers.cookie'],
    },
    pino.destination(2),
  );
  const metrics = createMetrics();
  const note = createNote(logger, metrics);
  const open = await openPorts(settings, (report) => note('bus.report', report));
  return {
    open,
    ports: {
      ...open,
      settings,
      logger,
      metrics,
      health: createHealth(),
      note,
      now: Date.now,
      random: Math.random,
      retryLadder: settings.retryLadder,
      bytesInFlight: settings.bytesInFlight,
    },
  };
}

/** Runs roles in one process: opens the ports, starts Nest, serves health endpoints (and the API where given), starts the roles once every server is there. */
export async function runProcess(options: ProcessOptions): Promise<RunningProcess> {
  const { open, ports } = await openRolePorts(options.settings);
  const adapter = new FastifyAdapter({ bodyLimit: 1_000_000, trustProxy: false });
  const app = await NestFactory.create<NestFastifyApplication>(
    rootModule(ports, options.modules?.(ports) ?? []),
    adapter,
    { bufferLogs: true, abortOnError: false },
  );
  app.useLogger(app.get(NestPino));
  await app.listen(options.port, options.host);
  const address = (await app.getUrl()).replace('[::1]', '127.0.0.1');

  const halt = new AbortController();
  const { rebuild } = options;
  const guard = guardState(ports, rebuild === undefined ? undefined : () => rebuild(ports));
  const strategies = options.roles.map(
    (role) => new StageStrategy(() => role.start({ ...ports, onStateRebuilt: guard.onRebuilt })),
  );
  let watching: Promise<void> | undefined;

  async function start(): Promise<void> {
    await preparePorts(ports, options.archiveUse, halt.signal);
    await guard.whole;
    if (halt.signal.aborted) return;
    for (const strategy of strategies) app.connectMicroservice({ strategy }, { inheritAppConfig: false });
    await app.startAllMicroservices();
    if (isDistributed(options.settings)) watching = watchPorts(ports, options.archiveUse, halt.signal);
    ports.health.markStarted();
    return ports.note('mill.started', { address });
  }
  const started = start();

  let stopping: Promise<void> | undefined;
  async function shutDown(signal: string): Promise<void> {
    ports.note('mill.stopping', { signal });
    halt.abort();
    await guard.stop();
    await started.catch(() => undefined); // whoever waits for the start has been told
    await watching;
    for (const strategy of strategies.toReversed()) await strategy.close();
    await app.close();
    await open.close();
  }
  return { address, ports, started, stop: (signal) => (stopping ??= shutDown(signal)) };
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
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
