import type { DynamicModule, INestApplicationContext, INestMicroservice } from '@nestjs/common';
import type { AsyncMicroserviceOptions } from '@nestjs/microservices';
import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { GuessBrake } from '../http/guess-brake.ts';
import { openReaderGate } from '../http/reader-gate.ts';
import { RefusedTries } from '../http/refused-tries.ts';
import { openProcess, type OpenProcess } from '../process/open-process.ts';
import type { ProcessOptions } from '../process/process-options.ts';
import type { ProcessPorts } from '../process/process-ports.ts';
import { BusTransport } from './bus-transport.ts';
import { fastifyOf, nestOptions } from './fastify-of.ts';
import { HealthModule, HealthServer } from './health.module.ts';
import { Lifecycle } from './lifecycle.ts';
import { PortsModule } from './ports.module.ts';

/** The doors of a process: where it listens, and who may look behind them. */
export interface ProcessDoors {
  readonly host: string;
  readonly port: number;
  /** Whether a text is a key of the API; without it no key is known. */
  readonly knowsKey?: (ports: ProcessPorts, key: string) => Promise<boolean>;
  /** Slows whoever tries keys, at all doors of the process. */
  readonly guesses?: GuessBrake;
}

/** What a service makes its Nest application of. */
export interface ServiceProcess {
  /** The ports and the health endpoints: the module of the service imports it. */
  readonly ports: DynamicModule;
  /** For `NestFactory.createMicroservice`: messages come by the bus of the settings. */
  readonly microservice: AsyncMicroserviceOptions;
  /** For `NestFactory.create`, where it answers HTTP, too. */
  readonly nest: ReturnType<typeof nestOptions>;
  readonly fastify: () => FastifyAdapter;
  /** Tells of refused keys at all doors of the process. */
  readonly refused: RefusedTries;
}

type App = INestMicroservice | NestFastifyApplication;
/** Makes the application of a service. */
export type CreateApp = (process: ServiceProcess) => Promise<App>;

export interface RunningProcess {
  /** http://host:port of API or health endpoints; they answer from the beginning. */
  readonly address: string;
  /** http://host:port of /metrics, where they have a port of their own; else the same. */
  readonly metricsAddress: string;
  readonly ports: ProcessPorts;
  readonly app: INestApplicationContext;
  /**
   * Resolves when all servers were there and the work has begun, or the process was stopped before; rejects when
   * some of it cannot begin.
   */
  readonly started: Promise<void>;
  /** Finishes or gives back what is in flight, closes everything. Safe to call twice. */
  stop(signal: string): Promise<void>;
}

const isHttp = (app: App): app is NestFastifyApplication => 'connectMicroservice' in app;

/**
 * Opens the ports of a process, makes its Nest application, and starts it. What was opened is closed when it cannot.
 */
export async function startProcess(
  options: ProcessOptions,
  doors: ProcessDoors,
  create: CreateApp,
): Promise<RunningProcess> {
  const open = await openProcess(options);
  let app: App | undefined;
  try {
    app = await create(makingOf(open, doors));
    return await run(app, open);
  } catch (error) {
    await (app ?? open).close().catch(() => undefined); // what failed first is told
    throw error;
  }
}

function makingOf(open: OpenProcess, doors: ProcessDoors): ServiceProcess {
  const { ports, servers } = open;
  const { settings, note, now } = ports;
  const refused = new RefusedTries(note);
  const { host, port, knowsKey } = doors;
  const gate = openReaderGate(settings, {
    knowsKey: (key) => knowsKey?.(ports, key) ?? Promise.resolve(false),
    guesses: doors.guesses ?? new GuessBrake(() => [settings.adminKey, settings.metricsToken]),
    refused,
    now,
  });
  const nest = nestOptions(note);
  return {
    ports: {
      module: class Process {},
      imports: [PortsModule.forRoot(open), HealthModule.forRoot({ ports, servers, gate, host, port })],
    },
    nest,
    // what belongs to every Nest application is no part of that type
    microservice: {
      ...nest,
      inject: [BusTransport],
      useFactory: (strategy: BusTransport) => ({ strategy }),
    } as AsyncMicroserviceOptions,
    fastify: () => fastifyOf(servers),
    refused,
  };
}

async function run(app: App, { ports, servers }: OpenProcess): Promise<RunningProcess> {
  const lifecycle = app.get(Lifecycle);
  const http = isHttp(app) ? app : undefined;
  http?.connectMicroservice({ strategy: app.get(BusTransport) }, { inheritAppConfig: false });
  const { address, metrics } = await app.get(HealthServer).listen(http);
  lifecycle.address = address;
  const listening = isHttp(app) ? app.startAllMicroservices() : app.listen();
  const started = Promise.all([listening, lifecycle.started]).then(() => undefined);
  started.catch(() => undefined); // whoever waits for the start is told
  let stopping: Promise<void> | undefined;
  async function stop(signal: string): Promise<void> {
    ports.note('mill.stopping', { signal });
    lifecycle.end();
    void lifecycle.within('http', new Promise(() => undefined)).then(() => servers.endAll());
    await app.close();
  }
  return {
    address,
    metricsAddress: metrics,
    ports,
    app,
    started,
    stop: (signal) => (stopping ??= stop(signal)),
  };
}
