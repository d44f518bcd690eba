export {
  settings,
  readSettings,
  BadSettings,
  type Settings,
  type Setting,
  type LicenceRetention,
} from './settings.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { createNote, type Note, type Notes, type NoteName } from './notes.ts';
export { createHealth, type Health } from './health.ts';
export {
  defineStage,
  defineSink,
  knowsNothing,
  type Adviser,
  type AdvicePorts,
  type Stage,
  type Sink,
  type Known,
  type LookUp,
  type WorkerEntry,
} from './define-stage.ts';
export {
  defineSource,
  type SourceStage,
  type PageContinuation,
  type RobotsReader,
  type RobotsVerdict,
} from './define-source.ts';
export { createWorkerPool, BudgetExceeded, WorkerDied, type WorkerPool } from './worker-pool.ts';
export { runStage, publishDurably, type Running, type Pace } from './run-stage.ts';
export { runSource, type RunningSource, type SourcePorts } from './run-source.ts';
export { isOutage } from './is-outage.ts';
export { handleBatch, type AnyStage, type Traveller } from './handle-batch.ts';
export { type StagePorts } from './stage-ports.ts';
export { writeDeadLetter, type UnnamedDeadLetter } from './write-dead-letter.ts';
export { attemptHeader, tryHeader, dueHeader, withoutRetryHeaders, numberIn } from './retry-headers.ts';
export { type Role, type RolePorts } from './role.ts';
export { ledgerView } from './run-ledger-view.ts';
export { openPorts, isDistributed, type OpenPorts } from './open-ports.ts';
export { StageStrategy } from './stage-strategy.ts';
export {
  runProcess,
  stopOnSignals,
  cleanThreads,
  type ProcessOptions,
  type RunningProcess,
} from './run-process.ts';
