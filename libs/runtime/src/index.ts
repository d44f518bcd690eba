export { httpLimits, type HttpLimits } from './http/http-limits.ts';
export { createLimitedServer, type LimitedServer, type EndReason } from './http/limited-server.ts';
export { RefusedTries, type RefusedTry } from './http/refused-tries.ts';
export { UntrustedProxies } from './http/untrusted-proxies.ts';
export { GuessBrake, unguessable } from './http/guess-brake.ts';
export { TokenBuckets, type Quota } from './http/token-buckets.ts';
export { isLoopback, isOwnHost } from './http/host-guard.ts';
export { readVisitor, type ProxyTrust, type Visitor } from './http/read-visitor.ts';
/** @public For a Nest app of one's own that mounts the API. */
export { compressAnswers } from './http/compress-answers.ts';
/** @public For the adapter of such an app. */
export { httpOptions } from './http/http-options.ts';
/** @public For the adapter of such an app, too. */
export { refuseCrumbs } from './http/refuse-crumbs.ts';
export { sameSecret } from './http/same-secret.ts';
export { connectionProblems, type ConnectionProblem } from './http/connection-problems.ts';
export { type ConnectionState } from './http/connection-table.ts';
export { metricLabels, metricTable } from './metric-table.ts';
export { type Metrics } from './metrics.ts';
export { openTelling, type Telling } from './log/open-telling.ts';
export { takeOverOutput } from './log/take-over-output.ts';
export {
  currentTraceId,
  currentTraceparent,
  inTrace,
  newTraceId,
  rootTraceparent,
  traceOfVisit,
} from './tracing/trace.ts';
export { addressAttributes, ownAttributes, spanAttributes, spanUrl } from './tracing/span-attributes.ts';
export { type OpenSpan, type Tracing } from './tracing/tracing.ts';
export { type Health } from './http/health.ts';
export {
  defineStage,
  defineSink,
  type AnyStage,
  type Adviser,
  type AdvicePorts,
  type Noted,
  type Work,
  type Stage,
  type Sink,
} from './stage/define-stage.ts';
export {
  createWorkerPool,
  isTooMuch,
  type WorkerEntry,
  WorkerDied,
  type WorkerPool,
  type WorkerThreads,
  type ThreadHeap,
  type TellCost,
} from './stage/worker-pool.ts';
export { describePlan, type ThreadPlan } from './process/plan-threads.ts';
export {
  brakesOf,
  createStandingView,
  liftBrakes,
  type SourceBraked,
  type Standing,
} from './stage/brake-view.ts';
export { SourceUsage } from './stage/source-usage.ts';
export { giveWay, waitingFor } from './stage/give-way.ts';
export { publishDurably } from './stage/publish-durably.ts';
export { messagesInSight, runStage, type Running, type Pace } from './stage/run-stage.ts';
export { createOutages, isOutage, type Outages } from './log/outages.ts';
export { type PageMessage } from './stage/page-message.ts';
export { type StagePorts } from './stage/stage-ports.ts';
export { buryMessage, deadLetterName, type UnnamedDeadLetter } from './stage/bury-message.ts';
export { writeGone, type Leaving } from './stage/write-gone.ts';
export { writeTold } from './stage/write-told.ts';
export { attemptHeader, withoutRetryHeaders } from './stage/retry-headers.ts';
export { type ProcessPorts } from './process/process-ports.ts';
export { topicsMadeKey } from './process/keep-topics.ts';
export { openPorts, type OpenPorts } from './process/open-ports.ts';
export { stopOnSignals } from './process/stop-on-signals.ts';
export { type ProcessOptions } from './process/process-options.ts';
