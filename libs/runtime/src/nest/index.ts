export { Batch, Fold, Step } from './step.ts';
export { Every } from './every.ts';
export { Lifecycle } from './lifecycle.ts';
export { BadHandlers, BusTransport } from './bus-transport.ts';
export {
  startProcess,
  type CreateApp,
  type RunningProcess,
  type ServiceProcess,
} from './start-process.ts';
export {
  ARCHIVE,
  BUS,
  CLOCK,
  HEALTH,
  LIBRARY,
  METRICS,
  NOTE,
  PLAN,
  PORTS,
  PROCESS,
  REGISTRY,
  SERVICES,
  SETTINGS,
  STATE,
  THREADS,
  type Ports,
  type ServiceNames,
} from './tokens.ts';
