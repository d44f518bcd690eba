import {
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { OpenProcess } from '../process/open-process.ts';
import { BusTransport } from './bus-transport.ts';
import { Schedule } from './every.ts';
import { Lifecycle } from './lifecycle.ts';
import * as token from './tokens.ts';

const opened = Symbol('OpenProcess');

/**
 * The ports of a process by their tokens, for all of its modules; closes them when all else has ended. They are
 * opened before Nest: what cannot be opened is told without a module half made.
 */
@Module({})
export class PortsModule implements BeforeApplicationShutdown, OnApplicationShutdown {
  readonly #opened: OpenProcess;
  readonly #lifecycle: Lifecycle;

  constructor(@Inject(opened) open: OpenProcess, @Inject(Lifecycle) lifecycle: Lifecycle) {
    this.#opened = open;
    this.#lifecycle = lifecycle;
  }

  static forRoot(open: OpenProcess): DynamicModule {
    const { ports, services } = open;
    const { bus, state, library, archive, registry, now } = ports;
    const values = new Map<symbol, unknown>([
      [token.PORTS, { bus, state, library, archive, registry, now } satisfies token.Ports],
      [token.BUS, bus],
      [token.STATE, state],
      [token.LIBRARY, library],
      [token.ARCHIVE, archive],
      [token.REGISTRY, registry],
      [token.CLOCK, now],
      [token.SETTINGS, ports.settings],
      [token.NOTE, ports.note],
      [token.METRICS, ports.metrics],
      [token.HEALTH, ports.health],
      [token.THREADS, ports.threads],
      [token.PLAN, ports.plan],
      [token.PROCESS, ports],
      [token.SERVICES, services],
    ]);
    return {
      module: PortsModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: opened, useValue: open },
        ...[...values].map(([provide, useValue]) => ({ provide, useValue })),
        Lifecycle,
        BusTransport,
        Schedule,
      ],
      exports: [...values.keys(), Lifecycle, BusTransport],
    };
  }

  /** After all work has ended, and before the servers close. */
  beforeApplicationShutdown(): void {
    this.#opened.servers.endUnfinished();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#lifecycle.within('ports', this.#opened.close());
  }
}
