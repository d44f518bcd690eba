import type { Settings } from '@newsmill/settings';
import type { Library, Registry, State } from '@newsmill/store';
import type { StagePorts } from '../stage/stage-ports.ts';
import type { WorkerThreads } from '../stage/worker-pool.ts';
import type { ThreadPlan } from './plan-threads.ts';

/** What a process has: it opens it once, and Nest hands it out by token (`nest/tokens.ts`). */
export interface ProcessPorts extends StagePorts {
  readonly settings: Settings;
  /** State, library and registry whole: some services look after them. */
  readonly state: State;
  readonly library: Library;
  readonly registry: Registry;
  /** How the process divides cores and memory. */
  readonly plan: ThreadPlan;
  /** The threads of the process, for what is computed within a budget. */
  readonly threads: WorkerThreads;
  /** How often the file of the library was found damaged and set aside since the start. */
  readonly damages: () => number;
}
