export { adminKey, AdminKey, renewAdminKey } from './process/admin-key.ts';
export { databaseFiles } from './process/database-files.ts';
export { type DemoPapers } from './process/demo-papers.ts';
export { HttpModule } from './process/http.module.ts';
export { inspectData } from './process/inspect-data.ts';
export { keepComparison, readComparison, type KeptComparison } from './process/kept-comparison.ts';
export { keepLettersIndex } from './process/keep-letters-index.ts';
export { lockData } from './process/lock-data.ts';
export { ReadingModule } from './process/reading.module.ts';
export { runService, runServices } from './process/run-service.ts';
export { Seldom } from './process/seldom.ts';
export { SourcesModule } from './process/sources.module.ts';
export {
  allServices,
  startService,
  type RunningService,
  type ServiceStart,
} from './process/start-service.ts';
export { tellProblems } from './process/tell-problems.ts';
export {
  ADMIN_KEY,
  DEMO,
  GUESSES,
  HTTP,
  READING,
  REFUSED,
  SECRETS,
  SOURCE_FOLDER,
  TOLD_SETTINGS,
} from './process/tokens.ts';
export { BackfillRefused } from './telling/backfill-refused.ts';
export { endSoon } from './telling/end-soon.ts';
export {
  exitCodes,
  exitMeanings,
  millExits,
  refusalExits,
  type ExitCode,
  type ExitName,
} from './telling/exit-codes.ts';
export { explainFailure, type FailureContext } from './telling/explain-failure.ts';
export { type Failure } from './telling/failure.ts';
export { NoMill } from './telling/no-mill.ts';
export { answer, answerAsJson, complain, oneLine, plain, say } from './telling/say.ts';
export { version } from './version.ts';
