import type { Library, Registry, State } from '@newsmill/store';
import type { ThreadPlan } from './plan-threads.ts';
import { pickSettings, type Settings } from '@newsmill/settings';
import type { StagePorts } from '../stage/stage-ports.ts';
import type { Running } from '../stage/run-stage.ts';
import type { WorkerThreads } from '../stage/worker-pool.ts';

/** What a role gets when it starts; of the settings those that it names. */
export interface RolePorts<K extends keyof Settings = never> extends StagePorts {
  readonly settings: Pick<Settings, K>;
  /** State and library whole: some roles look after them. A stage has the parts that it needs. */
  readonly state: State;
  readonly library: Library;
  readonly registry: Registry;
  /** How the process divides cores and memory. */
  readonly plan: ThreadPlan;
  /** The threads of the process, for what is computed within a budget. */
  readonly threads: WorkerThreads;
  /** How often the file of the library was found damaged and set aside since the start. */
  readonly damages: () => number;
  /** Called after a lost state was rebuilt, by whichever process. */
  readonly onStateRebuilt?: (listener: () => Promise<void>) => void;
}

/** What a process has. */
export type ProcessPorts = RolePorts<keyof Settings>;

/** One kind of work that a process can take on: a stage, the ledger view, housekeeping. */
export interface Role {
  readonly name: string;
  /** The settings that it reads. */
  readonly takes: readonly (keyof Settings)[];
  start(ports: ProcessPorts): Promise<Running>;
}

/** A role that gets the settings that it takes, and no others. */
export function defineRole<const K extends keyof Settings = never>(role: {
  readonly name: string;
  readonly takes: readonly K[];
  start(ports: RolePorts<K>): Promise<Running>;
}): Role {
  const { name, takes } = role;
  return {
    name,
    takes,
    start: (ports) => role.start({ ...ports, settings: pickSettings(ports.settings, takes) }),
  };
}
