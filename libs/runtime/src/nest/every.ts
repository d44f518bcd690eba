import { setTimeout as sleep } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  SetMetadata,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Health } from '../http/health.ts';
import { Lifecycle } from './lifecycle.ts';
import { HEALTH } from './tokens.ts';

const everyKey = 'newsmill:every';
const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
/** A number and a unit: `10m`. */
export type Interval = `${number}${keyof typeof unitMs}`;

/** What failed is tried again so soon, milliseconds. */
const againMs = 3_000;

interface Job {
  readonly interval: Interval;
  readonly name: string;
}

/** What the method of a job looks like. `signal`: the process ends, and waits for what is under way. */
type JobMethod = (signal: AbortSignal) => Promise<void> | void;

/**
 * Calls a method of a provider again and again, first when the process is ready. `name`: what `/readyz` calls
 * it while it fails; it is tried again soon then. (`@nestjs/schedule` begins before the servers are there, runs
 * a job beside itself, and ends a process in the middle of one.)
 */
export function Every(
  interval: Interval,
  name: string,
): <T extends JobMethod>(target: object, key: string | symbol, method: TypedPropertyDescriptor<T>) => void {
  return SetMetadata(everyKey, { interval, name } satisfies Job);
}

function millisecondsOf(interval: Interval): number {
  // the type of an interval: its last character is a unit
  return Number.parseFloat(interval) * unitMs[interval.at(-1) as keyof typeof unitMs];
}

/** Runs the jobs of all modules of a process. */
@Injectable()
export class Schedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #discovery: DiscoveryService;
  readonly #scanner: MetadataScanner;
  readonly #lifecycle: Lifecycle;
  readonly #health: Health;
  #running: Promise<void>[] = [];

  constructor(
    @Inject(DiscoveryService) discovery: DiscoveryService,
    @Inject(MetadataScanner) scanner: MetadataScanner,
    @Inject(Lifecycle) lifecycle: Lifecycle,
    @Inject(HEALTH) health: Health,
  ) {
    this.#discovery = discovery;
    this.#scanner = scanner;
    this.#lifecycle = lifecycle;
    this.#health = health;
  }

  onApplicationBootstrap(): void {
    for (const { instance } of this.#discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      for (const method of this.#scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const job: Job | undefined = Reflect.getMetadata(everyKey, instance[method]);
        if (job === undefined) continue;
        const work: JobMethod = instance[method].bind(instance);
        void this.#lifecycle.whenReady(() => void this.#running.push(this.#repeat(job, work)));
      }
    }
  }

  async #repeat({ interval, name }: Job, work: JobMethod): Promise<void> {
    const { halt } = this.#lifecycle;
    const everyMs = millisecondsOf(interval);
    while (!halt.aborted) {
      let pauseMs = everyMs;
      try {
        await work(halt);
        this.#health.clear(name);
      } catch (error) {
        this.#health.fail(name, error);
        pauseMs = Math.min(everyMs, againMs);
      }
      await sleep(pauseMs, undefined, { signal: halt }).catch(() => undefined);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#lifecycle.end();
    await this.#lifecycle.within('work', Promise.all(this.#running));
  }
}
