import type { Verdict } from '../../test/oracle/judge.ts';

export const faultForms = ['embedded', 'distributed'] as const;
export type FaultForm = (typeof faultForms)[number];

/** What one run of a fault is given. */
export interface FaultRun {
  /** How much of the fault, in its unit. */
  readonly dose: number;
  /** All chance of the run comes from it. */
  readonly seed: number;
  readonly form: FaultForm;
  /** An empty folder, which is removed afterwards. */
  readonly folder: string;
  readonly tell: (line: string) => void;
}

/** What a run found. */
export interface FaultFindings {
  /** Articles that were fed. */
  readonly articles: number;
  readonly verdict: Omit<Verdict, 'right'>;
  /** How long the flow stood still for each fault, milliseconds; what it is measured by, the fault says. */
  readonly stallsMs?: readonly number[];
  /** Further figures, each with its unit. */
  readonly extra?: Readonly<Record<string, string>>;
  /** What else must hold on any machine and did not, each in a sentence. */
  readonly broken?: readonly string[];
  /** Promises of time that were not kept, each in a sentence: a matter of the machine too, so no harm. */
  readonly late?: readonly string[];
}

/** Why a machine cannot do a fault, or `part` of it. */
export interface Hindrance {
  readonly why: string;
  readonly part?: string;
}

/** One kind of trouble, and what it is done with. */
export interface Fault {
  /** The word of the command. */
  readonly name: string;
  /** As the plan of faults numbers it, such as `F1`. */
  readonly id: string;
  /** What is done, in a sentence for the page. */
  readonly does: string;
  /** What a dose counts, such as `kills`. */
  readonly unit: string;
  /** The forms that it is done to; `short` is that of `npm test`. */
  readonly doses: Readonly<Partial<Record<FaultForm, { readonly short: number; readonly full: number }>>>;
  /** What the stall is measured by. */
  readonly stall?: string;
  /** What nineteen stalls in twenty stay below on an ordinary machine, milliseconds. */
  readonly promisedMs?: Readonly<Partial<Record<FaultForm, number>>>;
  /** A quick look whether this machine can do it; undefined where it can do all of it. */
  hindrance?(): Promise<Hindrance | undefined>;
  load(): Promise<(run: FaultRun) => Promise<FaultFindings>>;
}
