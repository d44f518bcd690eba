import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { formsOf, runsAlone } from '@newsmill/settings';
import { guardState, type StateGuard } from '../process/guard-state.ts';
import { createTopicKeeper } from '../process/keep-topics.ts';
import { preparePorts, watchPorts } from '../process/prepare-ports.ts';
import type { ProcessPorts } from '../process/process-ports.ts';
import { PROCESS, SERVICES, type ServiceNames } from './tokens.ts';

/**
 * Over servers other copies wait for what a process holds, so it ends its work by so many milliseconds after
 * it was told to, its HTTP side and its ports by so many. A mill that is alone has nobody to hand it to.
 */
const endsBy = { work: 4_000, http: 4_400, ports: 4_800 };

/**
 * When the work of a process begins, and by when it has ended. Services start before their servers: HTTP
 * answers from the beginning, work begins when every server is there and the state is whole.
 */
@Injectable()
export class Lifecycle implements BeforeApplicationShutdown {
  /** http://host:port of the process. */
  address = '';
  readonly #process: ProcessPorts;
  readonly #archiveUse: 'read' | 'write';
  readonly #halt = new AbortController();
  readonly #ready = Promise.withResolvers<void>();
  readonly #works: Promise<void>[] = [];
  #rebuild: (() => Promise<void>) | undefined;
  #onRebuilt: (() => Promise<void>)[] = [];
  #guard: StateGuard | undefined;
  readonly #started = Promise.withResolvers<void>();
  #starting: Promise<void> | undefined;
  #watching: Promise<void> | undefined;
  #haltedAt = 0;

  constructor(@Inject(PROCESS) process: ProcessPorts, @Inject(SERVICES) services: ServiceNames) {
    this.#process = process;
    this.#started.promise.catch(() => undefined); // whoever waits for the start is told
    this.#archiveUse = services.includes('fetch') ? 'write' : 'read';
  }

  /** Ends with the work of the process. */
  get halt(): AbortSignal {
    return this.#halt.signal;
  }

  /**
   * Begins `work` when every server is there; never, where the process ends before. What it throws ends the
   * start of the process.
   */
  whenReady(work: () => Promise<void> | void): Promise<void> {
    const begun = this.#ready.promise.then(async () => {
      if (!this.halt.aborted) await work();
    });
    begun.catch(() => undefined); // the start tells
    this.#works.push(begun);
    return begun;
  }

  /** Says how a lost state is filled again; a process that does not know waits until another has done so. */
  rebuildBy(rebuild: () => Promise<void>): void {
    this.#rebuild = rebuild;
  }

  /** Calls the listener after a lost state was rebuilt, by whichever process. */
  onStateRebuilt(listener: () => Promise<void>): void {
    this.#onRebuilt.push(listener);
  }

  /** Resolves when all work has begun, or the process ended before; rejects when some of it cannot begin. */
  get started(): Promise<void> {
    return this.#started.promise;
  }

  /** Waits for servers and state, then lets the work begin. */
  start(): void {
    this.#starting = this.#start().then(this.#started.resolve, this.#started.reject);
  }

  async #start(): Promise<void> {
    const process = { ...this.#process, topics: createTopicKeeper(this.#process) };
    // What a rebuilding reads must be there: at a first start the topics are not.
    const prepared = Promise.withResolvers<void>();
    const rebuild = this.#rebuild;
    this.#guard = guardState(process, rebuild && (() => prepared.promise.then(rebuild)));
    this.#guard.onRebuilt(async () => {
      for (const listener of this.#onRebuilt) await listener();
    });
    await preparePorts(process, this.#archiveUse, this.halt);
    prepared.resolve();
    await this.#guard.whole;
    this.#ready.resolve();
    await Promise.all(this.#works);
    if (this.halt.aborted) return;
    this.#watching = watchPorts(process, this.#archiveUse, this.halt);
    process.health.markStarted();
    process.note('mill.started', { address: this.address });
  }

  /** Tells all work to end. */
  end(): void {
    this.#haltedAt ||= performance.now();
    this.#halt.abort();
    this.#ready.resolve();
  }

  /** Waits until something has ended, no longer than a process may take that others wait for. */
  async within(limit: keyof typeof endsBy, ended: Promise<unknown>): Promise<void> {
    if (runsAlone(formsOf(this.#process.settings))) return void (await ended);
    const left = this.#haltedAt + endsBy[limit] - performance.now();
    await Promise.race([ended, sleep(Math.max(0, left), undefined, { ref: false })]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.end();
    await this.within('work', Promise.all([this.#guard?.stop(), this.#watching, this.#starting]));
  }
}
