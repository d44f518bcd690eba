export { Batch, Fold, Step } from './step.ts';
/** @public For services of others (docs/extensions.md). */
export { Extend } from './extend.ts';
export { Every } from './every.ts';
export { Lifecycle } from './lifecycle.ts';
export { BadHandlers, BusTransport } from './bus-transport.ts';
export {
  startProcess,
  type CreateApp,
  type RunningProcess,
  type ServiceProcess,
} from './start-process.ts';
/** @public For services of others: each port by itself. */
export { ARCHIVE, BUS, REGISTRY } from './tokens.ts';
export {
  CLOCK,
  HEALTH,
  LIBRARY,
  METRICS,
  NOTE,
  PLAN,
  PORTS,
  PROCESS,
  SERVICES,
  SETTINGS,
  STATE,
  THREADS,
  type Ports,
  type ServiceNames,
} from './tokens.ts';
