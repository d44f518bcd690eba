import type { Outcome, PipelineStage, SiteArticle, Topic } from '@newsmill/contracts';
import type { ArticleClaim, FingerprintCandidate, Library } from '@newsmill/store';
import type { StagePorts } from './stage-ports.ts';

/** What a stage needs to know of one input; the runtime reads it for a whole batch at once. */
export interface LookUp {
  readonly claim?: ArticleClaim;
  /** Recorded under the claimed article id, and matched against what was recorded before. */
  readonly fingerprint?: {
    readonly bands: readonly string[];
    readonly payload: string;
    readonly ttlMs: number;
  };
  readonly keys?: readonly string[];
  /** Entries of the state about each candidate: this prefix with its id. */
  readonly aboutCandidates?: string;
  /** Registrable domain whose memory is wanted. */
  readonly site?: string;
}

/** The answers to a look-up. Without a claim, `articleId` and `owner` are empty. */
export interface Known {
  readonly articleId: string;
  readonly owner: string;
  /** What was recorded for the article itself, so that it need not be made again. */
  readonly fingerprint?: string;
  readonly candidates: readonly FingerprintCandidate[];
  /** Entries of the state that were asked for, by key. */
  readonly values: ReadonlyMap<string, string>;
  /** What is remembered of the site, oldest article first. */
  readonly site: readonly SiteArticle[];
}
export const knowsNothing: Known = { articleId: '', owner: '', candidates: [], values: new Map(), site: [] };

/** Where the runtime of a stage with a budget finds its function: a module, loaded in a thread of its own. */
export interface WorkerEntry {
  /** URL of a module that exports `run(input, known)`, or `open(options)` that answers such a function; it must import libs only. */
  readonly module: URL;
  /** Plain data for `open`. */
  readonly options?: unknown;
  /** Most CPU time for one input, milliseconds. */
  readonly budgetMs: number;
  readonly threads: number;
}

/** The world as an adviser may use it. */
export type AdvicePorts = Pick<StagePorts, 'state' | 'note' | 'metrics' | 'now'>;

/**
 * A slow helper outside (a language model) that may add to what a stage passes on, asked for a whole batch between running and publishing.
 * An article never waits longer for it than `limitMs`, and never fails for it.
 */
export interface Adviser<Out> {
  /** Greatest time for one batch, milliseconds; well below what the bus allows a batch to take. */
  readonly limitMs: number;
  /** Answers in the order of `outputs`, each as it came or with something added. What is not ready when `signal` ends is passed on without. */
  advise(outputs: readonly Out[], ports: AdvicePorts, signal: AbortSignal): Promise<readonly Out[]>;
}

/** One step: a pure function from message to outcome. `key` names the lane (and so the order) of what it sends. */
export interface Stage<In, Out> {
  readonly kind: 'stage';
  readonly step: PipelineStage;
  readonly from: Topic<In>;
  readonly to: Topic<Out>;
  readonly lookUp?: (input: In) => LookUp;
  /** Whether what it leaves in the state may be lost without harm, so that a batch need not be handled once more for it. */
  readonly isForgetful?: boolean;
  readonly run: (input: In, known: Known) => Outcome<Out>;
  readonly worker?: WorkerEntry;
  readonly adviser?: Adviser<Out>;
}

/** The end of the pipeline: writes batches somewhere. Answers one outcome for each input. */
export interface Sink<In> {
  readonly kind: 'sink';
  readonly step: PipelineStage;
  readonly from: Topic<In>;
  readonly deliver: (
    inputs: readonly In[],
    ports: { readonly library: Library },
  ) => Promise<readonly Outcome<{ readonly articleId: string }>[]>;
}

/** `defineStage({ step, from, to, lookUp?, run, worker? })`: checks the types, adds nothing. */
export function defineStage<In, Out>(stage: Omit<Stage<In, Out>, 'kind'>): Stage<In, Out> {
  return { kind: 'stage', ...stage };
}

/** `defineSink({ step, from, deliver })`: batches, no next topic. */
export function defineSink<In>(sink: Omit<Sink<In>, 'kind'>): Sink<In> {
  return { kind: 'sink', ...sink };
}
