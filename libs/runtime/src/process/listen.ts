import 'reflect-metadata';
import type { Server } from 'node:http';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createNestLogger } from '../log/nest-logger.ts';
import { httpOptions } from '../http/http-options.ts';
import { refuseCrumbs } from '../http/refuse-crumbs.ts';
import { compressAnswers } from '../http/compress-answers.ts';
import {
  gateToken,
  hasMetricsToken,
  HealthController,
  healthToken,
  metricsToken,
} from '../http/health-controller.ts';
import { GuessBrake } from '../http/guess-brake.ts';
import { RefusedTries } from '../http/refused-tries.ts';
import { serveMetrics } from '../http/serve-metrics.ts';
import { openReaderGate, type ReaderGate } from '../http/reader-gate.ts';
import type { OpenPorts } from './open-ports.ts';
import type { ProcessPorts } from './role.ts';
import type { ProcessOptions } from './process-options.ts';
import { watchedServers } from './watched-servers.ts';

@Module({})
class ProcessModule {}

function rootModule(ports: ProcessPorts, gate: ReaderGate, modules: readonly DynamicModule[]): DynamicModule {
  return {
    module: ProcessModule,
    imports: [...modules],
    controllers: [HealthController],
    providers: [
      { provide: healthToken, useValue: ports.health },
      { provide: metricsToken, useValue: ports.metrics },
      { provide: gateToken, useValue: gate },
      { provide: hasMetricsToken, useValue: ports.settings.metricsPort === undefined },
    ],
  };
}

/** The HTTP side of a process. */
interface Listening {
  readonly app: NestFastifyApplication;
  readonly http: ReturnType<typeof watchedServers>;
  /** Of the metrics, where they have a port of their own. */
  readonly metricsServer: Server | undefined;
}

/** A server of our own listens at one address; of the two that this name may have, that which everybody has. */
const addressOf = (host: string) => (host === 'localhost' ? '127.0.0.1' : host);

/**
 * The HTTP side of a process, listening. What was opened for it is closed again when it cannot listen, so
 * that the process can end.
 */
export async function listen(
  { settings, knowsKey, guesses, modules, port, host }: ProcessOptions,
  open: OpenPorts,
  ports: ProcessPorts,
): Promise<Listening> {
  let app: NestFastifyApplication | undefined;
  try {
    const http = watchedServers(ports);
    const refused = new RefusedTries(ports.note);
    const gate = openReaderGate(settings, {
      knowsKey: (key) => knowsKey?.(ports, key) ?? Promise.resolve(false),
      guesses: guesses ?? new GuessBrake(() => [settings.adminKey, settings.metricsToken]),
      refused,
      now: ports.now,
    });
    const adapter = new FastifyAdapter({ ...httpOptions, serverFactory: http.open });
    refuseCrumbs(adapter);
    app = await NestFactory.create<NestFastifyApplication>(
      rootModule(ports, gate, (await modules?.(ports, refused)) ?? []),
      adapter,
      { logger: createNestLogger(ports.note), abortOnError: false },
    );
    await compressAnswers(app);
    await app.listen(port, addressOf(host));
    const { metricsPort, metricsHost = host } = settings;
    const metricsServer =
      metricsPort === undefined
        ? undefined
        : await serveMetrics({
            metrics: ports.metrics,
            gate,
            open: http.open,
            port: metricsPort,
            host: addressOf(metricsHost),
          });
    return { app, http, metricsServer };
  } catch (error) {
    await app?.close();
    await open.close();
    throw error;
  }
}
