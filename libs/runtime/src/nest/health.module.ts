import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  gateToken,
  hasMetricsToken,
  HealthController,
  healthToken,
  metricsToken,
} from '../http/health-controller.ts';
import type { ReaderGate } from '../http/reader-gate.ts';
import { serveMetrics } from '../http/serve-metrics.ts';
import { compressAnswers } from '../http/compress-answers.ts';
import type { OpenProcess } from '../process/open-process.ts';
import { fastifyOf, nestOptions } from './fastify-of.ts';
import { Lifecycle } from './lifecycle.ts';

/** Where a process listens, and who may read what stands in its way. */
export interface HealthOptions extends Pick<OpenProcess, 'ports' | 'servers'> {
  readonly gate: ReaderGate;
  readonly host: string;
  readonly port: number;
}

const options = Symbol('HealthOptions');

/** A server of our own listens at one address; of the two that this name may have, that which everybody has. */
export const addressOf = (host: string): string => (host === 'localhost' ? '127.0.0.1' : host);

/** Where a server listens: one that listens at all addresses is reached at any. */
function addressOfServer(server: Server): string {
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('the server of the metrics listens at no port');
  const isAll = at.address === '0.0.0.0' || at.address === '::';
  const host = isAll ? '127.0.0.1' : at.family === 'IPv6' ? `[${at.address}]` : at.address;
  return `http://${host}:${at.port}`;
}

/** The HTTP side of a process: that of its API, or a small one of its own where it has none. */
@Injectable()
export class HealthServer implements OnApplicationShutdown {
  readonly #options: HealthOptions;
  readonly #lifecycle: Lifecycle;
  #own: NestFastifyApplication | undefined;
  #metrics: Server | undefined;

  constructor(@Inject(options) given: HealthOptions, @Inject(Lifecycle) lifecycle: Lifecycle) {
    this.#options = given;
    this.#lifecycle = lifecycle;
  }

  /** Listens; `app`: a Nest application that answers these routes beside its own. */
  async listen(
    app?: NestFastifyApplication,
  ): Promise<{ readonly address: string; readonly metrics: string }> {
    const { ports, servers, gate, host, port } = this.#options;
    const http = app ?? (this.#own = await this.#openOwn());
    await compressAnswers(http);
    await http.listen(port, addressOf(host));
    const address = (await http.getUrl()).replace('[::1]', '127.0.0.1');
    const { metricsPort, metricsHost = host } = ports.settings;
    if (metricsPort === undefined) return { address, metrics: address };
    this.#metrics = await serveMetrics({
      metrics: ports.metrics,
      gate,
      open: servers.open,
      port: metricsPort,
      host: addressOf(metricsHost),
    });
    return { address, metrics: addressOfServer(this.#metrics) };
  }

  #openOwn(): Promise<NestFastifyApplication> {
    const { ports, servers } = this.#options;
    return NestFactory.create<NestFastifyApplication>(
      { module: class HealthApp {}, ...answering(this.#options) },
      fastifyOf(servers),
      nestOptions(ports.note),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.#metrics?.close();
    this.#metrics?.closeAllConnections();
    await this.#lifecycle.within('http', this.#own?.close() ?? Promise.resolve());
  }
}

/** The routes, for a module of Nest. */
function answering({ ports, gate }: HealthOptions): {
  controllers: [typeof HealthController];
  providers: Provider[];
} {
  return {
    controllers: [HealthController],
    providers: [
      { provide: healthToken, useValue: ports.health },
      { provide: metricsToken, useValue: ports.metrics },
      { provide: gateToken, useValue: gate },
      { provide: hasMetricsToken, useValue: ports.settings.metricsPort === undefined },
    ],
  };
}

/** `/livez`, `/readyz`, `/startupz` and `/metrics` of every service. */
@Module({})
export class HealthModule {
  static forRoot(given: HealthOptions): DynamicModule {
    const { controllers, providers } = answering(given);
    return {
      module: HealthModule,
      controllers,
      providers: [...providers, { provide: options, useValue: given }, HealthServer],
    };
  }
}
