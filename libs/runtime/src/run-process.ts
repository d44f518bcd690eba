import 'reflect-metadata';
import { Module, type DynamicModule, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger as NestPino, LoggerModule } from 'nestjs-pino';
import { pino, type Logger } from 'pino';
import { availableParallelism } from 'node:os';
import { HealthController, healthToken, metricsToken } from './health-controller.ts';
import { createHealth } from './health.ts';
import { createMetrics } from './metrics.ts';
import { createNote } from './notes.ts';
import { openPorts } from './open-ports.ts';
import type { Role, RolePorts } from './role.ts';
import type { Settings } from './settings.ts';
import { StageStrategy } from './stage-strategy.ts';

export interface ProcessOptions {
  readonly settings: Settings;
  /** Started in this order, stopped in the opposite one. */
  readonly roles: readonly Role[];
  /** Further Nest modules (the API). */
  readonly modules?: (ports: RolePorts) => readonly DynamicModule[];
  readonly port: number;
  readonly host: string;
}
export interface RunningProcess {
  /** http://host:port of API or health endpoints. */
  readonly address: string;
  readonly ports: RolePorts;
  /** Finishes or gives back what is in flight, closes everything. Safe to call twice. */
  stop(signal: string): Promise<void>;
}

@Module({})
class ProcessModule {}

function rootModule(ports: RolePorts, modules: readonly DynamicModule[], logger: Logger): DynamicModule {
  return {
    module: ProcessModule,
    imports: [LoggerModule.forRoot({ pinoHttp: { logger, autoLogging: false } }), ...modules],
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

async function startRoles(app: INestApplication, roles: readonly Role[], ports: RolePorts): Promise<StageStrategy[]> {
  const strategies = roles.map((role) => new StageStrategy(() => role.start(ports)));
  for (const strategy of strategies) app.connectMicroservice({ strategy }, { inheritAppConfig: false });
  await app.startAllMicroservices();
  return strategies;
}

/** Runs roles in one process: opens the ports, starts Nest, serves health endpoints (and the API where given). */
export async function runProcess(options: ProcessOptions): Promise<RunningProcess> {
  const { settings } = options;
  const logger = pino({ level: settings.logLevel, base: undefined, redact: ['req.headers.authorization', 'req.headers.cookie'] }, pino.destination(2));
  const metrics = createMetrics();
  const health = createHealth();
  const open = await openPorts(settings.data);
  const ports: RolePorts = {
    ...open,
    settings,
    logger,
    metrics,
    health,
    note: createNote(logger, metrics),
    now: Date.now,
    random: Math.random,
    retryLadder: settings.retryLadder,
    bytesInFlight: settings.bytesInFlight,
  };
  const adapter = new FastifyAdapter({ bodyLimit: 1_000_000, trustProxy: false });
  const app = await NestFactory.create<NestFastifyApplication>(rootModule(ports, options.modules?.(ports) ?? [], logger), adapter, { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(NestPino));
  const strategies = await startRoles(app, options.roles, ports);
  await app.listen(options.port, options.host);
  health.markStarted();
  const address = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  ports.note('mill.started', { address });

  let stopping: Promise<void> | undefined;
  async function shutDown(signal: string): Promise<void> {
    ports.note('mill.stopping', { signal });
    for (const strategy of strategies.reverse()) await strategy.close();
    await app.close();
    await open.close();
  }
  return { address, ports, stop: (signal) => (stopping ??= shutDown(signal)) };
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
