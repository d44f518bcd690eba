import type { ServiceName } from '@newsmill/contracts';
import type { Archive, Library, Registry, State } from '@newsmill/store';
import type { Bus } from '@newsmill/bus';

/** The outside world, as a service may use it. */
export interface Ports {
  readonly bus: Bus;
  readonly state: State;
  readonly library: Library;
  readonly archive: Archive;
  readonly registry: Registry;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** All ports together, for what asks several of them. */
export const PORTS = Symbol('Ports');
export const BUS = Symbol('Bus');
export const STATE = Symbol('State');
export const LIBRARY = Symbol('Library');
export const ARCHIVE = Symbol('Archive');
export const REGISTRY = Symbol('Registry');
/** The clock: `() => number`, epoch milliseconds. */
export const CLOCK = Symbol('Clock');
/** The settings as they were read at the start (Settings). */
export const SETTINGS = Symbol('Settings');
/** Names an event in the log and counts it (Note). */
export const NOTE = Symbol('Note');
export const METRICS = Symbol('Metrics');
/** What `/readyz` shows (Health). */
export const HEALTH = Symbol('Health');
/** The threads of the process, for what is computed within a budget (WorkerThreads). */
export const THREADS = Symbol('WorkerThreads');
/** How the process divides cores and memory (ThreadPlan). */
export const PLAN = Symbol('ThreadPlan');
/** The services that this process runs (readonly ServiceName[]). */
export const SERVICES = Symbol('ServiceNames');
/** All that a process has (ProcessPorts): for what runs steps, and composes ports of its own. */
export const PROCESS = Symbol('Process');

/** The names of the services of a process. */
export type ServiceNames = readonly ServiceName[];
