import type { Known, LookUp, Outcome, PipelineStage, Topic } from '@newsmill/contracts';
import type { LibraryWriter } from '@newsmill/store';
import type { PageMessage } from './page-message.ts';
import type { StagePorts } from './stage-ports.ts';
import type { TellCost } from './worker-pool.ts';

/** The world as an adviser may use it. */
export type AdvicePorts = Pick<StagePorts, 'state' | 'note' | 'outages' | 'metrics' | 'now'>;

/**
 * A slow helper outside (a language model) that may add to what a stage passes on, asked for a whole batch
 * between running and publishing. An article never waits longer for it than `limitMs`, and never fails for
 * it.
 */
export interface Adviser<Out> {
  /** Greatest time for one batch, milliseconds; well below what the bus allows a batch to take. */
  readonly limitMs: number;
  /**
   * Answers in the order of `outputs`, each as it came or with something added. What is not ready when
   * `signal` ends is passed on without.
   */
  advise(outputs: readonly Out[], ports: AdvicePorts, signal: AbortSignal): Promise<readonly Out[]>;
}

/** Where an output goes, and the extension that has it then. */
export interface HandOver<Out> {
  readonly to: Topic<Out>;
  readonly extension?: string | undefined;
}

/** What a handler gets beside its input, when the turn of that has come. */
export interface Work {
  /** What is known of the input now: what the articles before it showed of its site, too. */
  known(): Known;
  /** To be told what the input has cost. */
  readonly tellCost: TellCost | undefined;
}

/** What the inputs of one stage may cost, and how many are worked on at a time. */
export interface StageBudget {
  /** CPU time for one input, milliseconds. */
  readonly ms: number;
  readonly threads: number;
}

/**
 * One step: a pure function from message to outcome. `key` names the lane (and so the order) of what it
 * sends.
 */
export interface Stage<In, Out> {
  readonly kind: 'stage';
  readonly step: PipelineStage;
  readonly from: Topic<In>;
  readonly to: Topic<Out>;
  /** Its name where it is told of and counted, if that is not the name of its step. */
  readonly label?: string;
  /** Where each output goes, if not all of them go to `to`. */
  handOver?(output: Out): HandOver<Out>;
  readonly lookUp?: (input: In) => LookUp;
  /**
   * Whether what it leaves in the state may be lost without harm, so that a batch need not be handled once
   * more for it.
   */
  readonly isForgetful?: boolean;
  run(input: In, work: Work): Outcome<Out> | Promise<Outcome<Out>>;
  /** Where inputs cost time that their sources share: they take turns, and a costly source is braked. */
  readonly budget?: StageBudget | undefined;
  readonly adviser?: Adviser<Out> | undefined;
}

/** An input that is no news of its item: the ledger hears nothing of it. */
export interface Noted {
  readonly kind: 'noted';
}

/** The end of the pipeline: writes batches somewhere. Answers one outcome for each input. */
export interface Sink<In> {
  readonly kind: 'sink';
  readonly step: PipelineStage;
  readonly from: Topic<In>;
  readonly deliver: (
    inputs: readonly In[],
    ports: { readonly library: LibraryWriter },
  ) => Promise<readonly (Outcome<{ readonly articleId: string }> | Noted)[]>;
}

/** Any stage or sink whose messages carry a PageMessage. */
export type AnyStage<In extends PageMessage> = Stage<In, PageMessage> | Sink<In>;

/** The name under which a stage is told of and counted. */
export function labelOf<In extends PageMessage>(stage: AnyStage<In>): string {
  return (stage.kind === 'stage' ? stage.label : undefined) ?? stage.step.stage;
}

/** `defineStage({ step, from, to, lookUp?, run, budget? })`: checks the types, adds nothing. */
export function defineStage<In, Out>(stage: Omit<Stage<In, Out>, 'kind'>): Stage<In, Out> {
  return { kind: 'stage', ...stage };
}

/** `defineSink({ step, from, deliver })`: batches, no next topic. */
export function defineSink<In>(sink: Omit<Sink<In>, 'kind'>): Sink<In> {
  return { kind: 'sink', ...sink };
}
