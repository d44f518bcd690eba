import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { ledger, pipeline, type Outcome, type ServiceName } from '@newsmill/contracts';
import { of } from 'rxjs';
import type { AnyStage, Noted, Work } from '../stage/define-stage.ts';
import type { PageMessage } from '../stage/page-message.ts';
import type { ProcessPorts } from '../process/process-ports.ts';
import { runStage, type Running } from '../stage/run-stage.ts';
import { settleAnswer } from '../stage/settle-answer.ts';
import { Lifecycle } from './lifecycle.ts';
import { runFold } from './run-fold.ts';
import type { Declared, StepOptions } from './step.ts';
import { PROCESS, SERVICES, type ServiceNames } from './tokens.ts';

/** A handler cannot be used as it was declared, or one that a service needs is missing. */
export class BadHandlers extends Error {
  override readonly name = 'BadHandlers';
}

/** The topics whose messages a service takes. */
const taken: Readonly<Partial<Record<ServiceName, readonly string[]>>> = {
  clean: [pipeline.clean.from.name],
  enrich: [pipeline.enrich.from.name],
  index: [pipeline.index.from.name, ledger.name],
};

/** A handler of Nest as a step calls it: the decorator has checked what the method answers. */
type Handles = (input: PageMessage, work: Work) => Promise<Outcome<PageMessage>>;

function declaredIn(extras: unknown): Declared | undefined {
  // what `@Step`, `@Batch` and `@Fold` put there
  return (extras as { readonly declared?: Declared } | undefined)?.declared;
}

/**
 * The way of every message to the handlers that Nest has registered, over the bus of the settings: Kafka or SQLite.
 * It keeps the promises of the bus around them (`stage/run-stage.ts`): batches, order per key, look-ups in
 * one round trip, turns of sources, retries, dead letters with the original bytes, acknowledgement after
 * publication.
 */
@Injectable()
export class BusTransport extends Server implements CustomTransportStrategy {
  readonly #process: ProcessPorts;
  readonly #services: ServiceNames;
  readonly #lifecycle: Lifecycle;
  readonly #modules: ModuleRef;
  readonly #running: Running[] = [];
  #starting: Promise<unknown> = Promise.resolve();
  #ending: Promise<void> | undefined;

  constructor(
    @Inject(PROCESS) process: ProcessPorts,
    @Inject(SERVICES) services: ServiceNames,
    @Inject(Lifecycle) lifecycle: Lifecycle,
    @Inject(ModuleRef) modules: ModuleRef,
  ) {
    super();
    this.#process = process;
    this.#services = services;
    this.#lifecycle = lifecycle;
    this.#modules = modules;
  }

  /** Takes a handler. Throws BadHandlers for one that says nothing of how its messages are handled, or a second one. */
  override addHandler(
    pattern: unknown,
    callback: MessageHandler,
    isEventHandler = false,
    extras: Record<string, unknown> = {},
  ): void {
    const topic = String(pattern);
    if (declaredIn(extras) === undefined)
      throw new BadHandlers(
        `the handler of ${topic} does not say how its messages are handled: declare it with @Step, @Batch or @Fold of @newsmill/runtime`,
      );
    if (this.messageHandlers.has(topic))
      throw new BadHandlers(`the topic ${topic} has two handlers: each message is handled once`);
    super.addHandler(topic, callback, isEventHandler, extras);
  }

  /** Adds a step that no decorator could name, such as one for each word of a setting. */
  addStep<In extends PageMessage, Out extends PageMessage, To extends PageMessage>(
    options: StepOptions<In, Out, To>,
    run: (input: In) => Outcome<Out>,
  ): void {
    // Of which messages they are, only the step knows.
    const declared: Declared = { kind: 'step', options: options as never };
    this.addHandler(options.from.name, async (input: In) => of(run(input)), true, { declared });
  }

  /** Starts the process, and takes messages as soon as it is ready: all modules have said what they do by now. */
  listen(callback: (error?: unknown) => void): void {
    this.#starting = this.#lifecycle.whenReady(() => this.#start()).then(() => callback(), callback);
    this.#lifecycle.halt.addEventListener('abort', () => void this.close());
    this.#lifecycle.start();
  }

  async #start(): Promise<void> {
    const missing = this.#services
      .flatMap((service) => taken[service] ?? [])
      .filter((topic) => !this.messageHandlers.has(topic));
    if (missing.length > 0)
      throw new BadHandlers(
        `nothing handles the messages of ${missing.join(', ')}: import the module of the service, or declare a handler`,
      );
    for (const handler of this.messageHandlers.values()) this.#running.push(await this.#run(handler));
  }

  async #run(handler: MessageHandler): Promise<Running> {
    // all were declared when they were added
    const declared = declaredIn(handler.extras) as Declared;
    const call = async (input: unknown, work?: Work) => settleAnswer(await handler(input, work));
    const process = this.#process;
    const { settings } = process;
    if (declared.kind === 'fold')
      return runFold(declared.options, async (inputs) => void (await call(inputs)), process);
    if (declared.kind === 'batch') {
      const { step, from, pace } = declared.options;
      const sink: AnyStage<PageMessage> = {
        kind: 'sink',
        step,
        from,
        deliver: (inputs) =>
          // the decorator has checked what the method answers
          call(inputs) as Promise<readonly (Outcome<{ readonly articleId: string }> | Noted)[]>,
      };
      return runStage(sink, process, typeof pace === 'function' ? pace(settings) : pace);
    }
    const { pace, lookUp, handOver, budget, adviser, answer, retries = true, ...rest } = declared.options;
    // the decorator has checked what the method answers
    const run = handler as Handles;
    const stage: AnyStage<PageMessage> = {
      kind: 'stage',
      ...rest,
      ...(lookUp === undefined ? {} : { lookUp: (input) => lookUp(input, settings) }),
      ...(handOver === undefined ? {} : { handOver: (output) => handOver(output, settings) }),
      budget: budget?.(settings, process.plan),
      adviser: adviser && this.#modules.get(adviser, { strict: false }).adviser,
      run:
        answer === undefined
          ? run
          : async (input, work) => answer(input, await settleAnswer(run(input, work))),
    };
    return runStage(stage, retries ? process : { ...process, retryLadder: [] }, pace);
  }

  /** Takes no more, finishes or gives back what is in flight. Safe to call twice. */
  close(): Promise<void> {
    this.#lifecycle.end();
    return (this.#ending ??= this.#lifecycle.within('work', this.#stop()));
  }

  async #stop(): Promise<void> {
    await this.#starting;
    await Promise.all(this.#running.map((running) => running.stop()));
  }

  override on(): this {
    return this;
  }

  override unwrap<T>(): T {
    // Nest asks for the driver underneath
    return this.#process.bus as T;
  }
}
