import { Catch, UseFilters, type RpcExceptionFilter } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { LookUp, Outcome, PipelineStage, Topic } from '@newsmill/contracts';
import type { Settings } from '@newsmill/settings';
import { throwError, type Observable } from 'rxjs';
import type { Adviser, HandOver, Noted, Work } from '../stage/define-stage.ts';
import type { PageMessage } from '../stage/page-message.ts';
import type { ThreadPlan } from '../process/plan-threads.ts';
import type { Pace } from '../stage/run-stage.ts';

/** A message in, an outcome out; ARCHITECTURE.md says what the transport does around it. */
export interface StepOptions<In, Out, To = Out> {
  /** Its place in the pipeline: the name in the ledger and the consumer group. */
  readonly step: PipelineStage;
  readonly from: Topic<In>;
  /** Of messages of more kinds, where others write to it, too. */
  readonly to: Topic<To>;
  /** Its name in metrics and notes, if that is not the name of its stage. */
  readonly label?: string;
  readonly pace: Pace;
  /** What is asked of the state before the handler is called, for a whole batch at once. */
  readonly lookUp?: (input: In, settings: Settings) => LookUp;
  /** Where each output goes, if not all of them go to `to`. */
  readonly handOver?: (output: Out, settings: Settings) => HandOver<To>;
  /** Whether what it leaves in the state may be lost without harm. */
  readonly isForgetful?: boolean;
  /** CPU time for one input, and how many are worked on at a time: sources take turns then. */
  readonly budget?: (
    settings: Settings,
    plan: ThreadPlan,
  ) => { readonly ms: number; readonly threads: number };
  /** A provider that may add to what is passed on (Adviser), undefined where it has nothing to say. */
  readonly adviser?: (new (...parts: never) => { readonly adviser: Adviser<Out> | undefined }) | undefined;
  /** What a method answers as an outcome, where it answers something else. */
  readonly answer?: (input: In, answer: unknown) => Outcome<Out>;
  /** False where no try is repeated: nothing here asks the outside world. */
  readonly retries?: boolean;
}

/** The end of the pipeline: many messages in one call, an outcome for each. */
export interface BatchOptions<In> {
  readonly step: PipelineStage;
  readonly from: Topic<In>;
  readonly pace: Pace | ((settings: Settings) => Pace);
}

/** A topic that is folded into the state: no outcome, no retries; what cannot be read is noted and skipped. */
export interface FoldOptions<In> {
  /** Its name in `/readyz` and notes. */
  readonly name: string;
  readonly from: Topic<In>;
  readonly group: string;
  /** Messages in one call. */
  readonly batch: number;
  /** Pause after each call, milliseconds. */
  readonly pauseMs?: number;
}

/** What a handler was declared as; found by the transport in the extras of its pattern. */
export type Declared =
  | { readonly kind: 'step'; readonly options: StepOptions<PageMessage, PageMessage> }
  | { readonly kind: 'batch'; readonly options: BatchOptions<PageMessage> }
  | { readonly kind: 'fold'; readonly options: FoldOptions<unknown> };

/** Hands what a handler throws to the transport, which tells a fault of the message from one of the world. */
@Catch()
class HandOnErrors implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/** A decorator of methods of this kind. */
export type Decorates<M> = <T extends M>(
  target: object,
  name: string | symbol,
  method: TypedPropertyDescriptor<T>,
) => void;

/** The same, of whichever messages. */
interface DeclaredAny {
  readonly kind: Declared['kind'];
  readonly options: { readonly from: { readonly name: string } };
}

/** Declares a method as the handler of a topic. */
export function handle<M>({ kind, options }: DeclaredAny): Decorates<M> {
  // Of which messages they are, only the handler knows.
  const declared = { kind, options } as Declared;
  return (target, name, method) => {
    // Nest takes methods of any messages
    (EventPattern(options.from.name, { declared }) as MethodDecorator)(target, name, method);
    UseFilters(HandOnErrors)(target, name, method);
  };
}

/**
 * Handles each message of a topic: `method(input, work)` answers an outcome, or throws when the world fails.
 * It is Nest's `@EventPattern` with what the transport has to promise.
 */
export function Step<In extends PageMessage, Out extends PageMessage, To extends PageMessage = Out>(
  options: StepOptions<In, Out, To>,
): Decorates<(input: In, work: Work) => Outcome<Out> | Promise<Outcome<Out>>> {
  return handle({ kind: 'step', options });
}

/** Handles many messages of a topic at once: `method(inputs)` answers an outcome for each, in their order. */
export function Batch<In extends PageMessage>(
  options: BatchOptions<In>,
): Decorates<
  (inputs: readonly In[]) => Promise<readonly (Outcome<{ readonly articleId: string }> | Noted)[]>
> {
  return handle({ kind: 'batch', options });
}

/** Folds a topic into what the service keeps: `method(inputs)`; what throws is tried again. */
export function Fold<In>(options: FoldOptions<In>): Decorates<(inputs: readonly In[]) => Promise<void>> {
  return handle({ kind: 'fold', options });
}
