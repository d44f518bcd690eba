export { AlertLease } from './alerts/alert-lease.ts';
export { AlertRounds } from './alerts/alert-rounds.ts';
export { takeBack, type AlertSender } from './alerts/alert-task.ts';
export {
  addSavedSearch,
  alertRecords,
  filterOf,
  isSigned,
  removeSavedSearch,
  replaceSavedSearch,
  rotateSecret,
  type SavedSearchPorts,
} from './alerts/saved-searches.ts';
export { askedEdit } from './alerts/asked-edit.ts';
export { retryDelivery } from './alerts/retry-delivery.ts';
export { testAlert } from './alerts/test-alert.ts';
export { hasTarget, outletSettings, shownTarget } from './alerts/send-alert.ts';
export { toldArticle } from './alerts/told-article.ts';
export { toldNames } from './alerts/told-names.ts';
export { ownBackupKey, readBackupKey } from './backup/backup-key.ts';
export { backupMill } from './backup/backup-mill.ts';
export { BackupReceipt, keepBackupReceipt, listBackups, oldBackupMs } from './backup/backup-receipt.ts';
export { checkBackup, type CheckedBackup } from './backup/check-backup.ts';
export { restoreMill } from './backup/restore-mill.ts';
export { Change, changeKinds, type Asker, type ChangeKind, type NewChange } from './changes/change.ts';
export { appendChange, listChanges } from './changes/change-log.ts';
export { actAs, noteChange, type ChangeWriter } from './changes/note-change.ts';
export { faultsAmong, verifyChanges } from './changes/verify-changes.ts';
export {
  chooseDead,
  type DeadChoice,
  readDead,
  readDeadGroups,
  readDeadLetter,
  readLetterBytes,
  readLetters,
  lookMs,
} from './dead/read-dead.ts';
export { keepDeadIndex } from './dead/dead-index.ts';
export { DeadReceipt, listReceipts } from './dead/dead-receipt.ts';
export { discardLetters } from './dead/discard-letters.ts';
export { checkEdit, editLetter } from './dead/edit-letter.ts';
export { replayDeadLetters } from './dead/replay-letters.ts';
export {
  listReplayRuns,
  type ReplayRunView,
  startReplayRun,
  stopReplayRun,
} from './dead/replay-run.ts';
export { tryLetters, tryRequest } from './dead/try-letters.ts';
export { exportChanges, type ExportOptions, type ExportPiece } from './export/export-changes.ts';
export { exportFilter } from './export/export-filter.ts';
export { exportToFile, exportToStream } from './export/export-library.ts';
/** @public Tests of the console fill the registry with it. */
export { keepArchiveDamage } from './verify/archive-damage.ts';
export { listArchiveDamage, DamageFound } from './verify/archive-damage.ts';
export { damagedPlaces } from './verify/damaged-places.ts';
export { lookAtArchive } from './verify/look-at-archive.ts';
export { pruneArchiveFiles } from './verify/prune-archive-files.ts';
export { takeArchiveTurn } from './verify/archive-turn.ts';
export { carryOutVerification } from './verify/carry-out-verification.ts';
export {
  ArchiveLook,
  DatabaseLook,
  keepArchiveLook,
  keepDatabaseLook,
  type DatabaseFile,
} from './verify/integrity-looks.ts';
export {
  readIntegrity,
  viewVerification,
  type IntegrityView,
  type VerificationView,
} from './verify/read-integrity.ts';
export {
  askVerification,
  beginVerification,
  stopVerification,
  takeVerification,
  Verification,
} from './verify/verification.ts';
export { compareVersions, type Comparison } from './history/compare-versions.ts';
export { editLines } from './history/edit-lines.ts';
export { readHistory, type History, type HistoryVersion } from './history/read-history.ts';
export { findOriginal, readOriginal } from './history/read-original.ts';
export { readCoverage, type Coverage, type CoveredArticle } from './history/read-coverage.ts';
export { ExportQuery } from './inputs/export-query.ts';
export {
  AddKeyBody,
  AgainBody,
  VerificationBody,
  AddSourceBody,
  AuditQuery,
  CompleteQuery,
  ChangesQuery,
  choiceOfDead,
  day,
  DeadGroupsQuery,
  DeadQuery,
  DiscardBody,
  EditLetterBody,
  filterOfDead,
  endOf,
  ExamineBody,
  ExtractBody,
  ImportBody,
  flag,
  idPattern,
  integer,
  languages,
  LedgerQuery,
  mostSourcesOfPage,
  listOf,
  NoQuery,
  PlanBody,
  PreviewBody,
  queryText,
  ReplayBody,
  ReplayRunBody,
  ReportQuery,
  RotateKeyBody,
  TrialBody,
  SearchQuery,
  SourceBody,
  sources,
  SourcesPageQuery,
  SourcesQuery,
  startOf,
} from './inputs/parameters.ts';
export { queryProblem } from './inputs/query-problem.ts';
export { wholeAddress } from './inputs/whole-address.ts';
export {
  addKey,
  type ApiKey,
  findKey,
  type KeyPorts,
  listKeys,
  mostKeys,
  revokeKey,
  rotateKey,
} from './keys/api-keys.ts';
export { grantsOfClaims, scopeOfGrants, valuesOfClaim } from './keys/identity-grants.ts';
export {
  endAllSessions,
  endSession,
  findSession,
  listSessions,
  issuerOfSession,
  openIdentitySession,
  openSession,
  type SessionPorts,
  type Identity,
  type Session,
} from './keys/sessions.ts';
export { retireAll } from './ledger/retire-settled.ts';
export { latestItemAudit } from './ledger/audit-desk.ts';
/** @public Its sentences have words in every language of the console. */
export { itemSteps } from './ledger/what-next.ts';
export { imbalances, type ImbalanceKind } from './ledger/audit-items.ts';
export { ledgerBehind } from './ledger/ledger-behind.ts';
export { auditMill } from './ledger/audit-mill.ts';
export {
  bringBack,
  describeBroughtBack,
  type BroughtBack,
  countMissing,
  findMissing,
} from './ledger/bring-back.ts';
export { findStranded, findUnburied } from './ledger/find-stranded.ts';
export { listLedger, titlesOf, lookUp } from './ledger/look-up.ts';
export { mendStranded } from './ledger/mend-stranded.ts';
export { traceUrl } from './ledger/trace-url.ts';
export { readReport, reportAsCsv, type Report, type ReportRow } from './report/read-report.ts';
export { reportPeriodAt, reportPeriods, type ReportPeriodName } from './report/report-periods.ts';
export { keepArchivePlace, readArchivePlace } from './reprocess/archive-place.ts';
export { keptReasons, type ArchiveReport, type ReportedGroup } from './reprocess/archive-report.ts';
export type { AgainView } from './reprocess/compare-again.ts';
export type { ArchiveProgress, ArchiveReprocessing } from './reprocess/reprocess-archive.ts';
export type { Reprocessed, Reprocessing } from './reprocess/reprocess-library.ts';
export type { Extending } from './reprocess/extend-library.ts';
export { ExtensionAway } from './reprocess/extension-away.ts';
export type { ReprocessFilter } from './reprocess/select-articles.ts';
export {
  compareAgain,
  loadArchiveReprocess,
  loadExtend,
  loadReprocess,
  rebuildState,
  tellOfLibrary,
} from './lazy-questions.ts';
export { type FolderPorts, type MillPorts, millSettings } from './mill-ports.ts';
export { retentionRules } from './retention/retention-rules.ts';
export { discoverChannels, type Discovery } from './sources/discover-channels.ts';
export { domainToAskFor } from './sources/domains-of-source.ts';
export { failureWords } from './sources/failure-words.ts';
export { examineSource, type Examination, type Examined, type Finding } from './sources/examine-source.ts';
export { type GivenPlan, planGiven, planMill, type WantedSources } from './sources/plan-mill.ts';
export { type PlannedSource, type SourcesPlan } from './sources/plan-sources.ts';
export { liftBrake, type LiftedBrake } from './sources/lift-brake.ts';
export { pollNow, type PollNow } from './sources/poll-now.ts';
export { feedsOf } from './sources/import-sources.ts';
export {
  type GivenFormat,
  importGiven,
  type ImportedLine,
  type ImportedList,
} from './sources/import-given.ts';
export { previewRules } from './sources/preview-rules.ts';
export { pageForSource, sourceOfAddress } from './sources/own-settings.ts';
export { extractAddress, type Extraction, requestPage } from './sources/extract-address.ts';
export type { SiteReaders } from './sources/site-rights-at.ts';
export { type SourceTest, type TestedPage, testSource } from './sources/test-source.ts';
export { readSomeSources, readSources, type SourcePorts } from './sources/read-sources.ts';
export { mendFile, readFileOfSource, type FileOfSource } from './sources/mend-file.ts';
export { listSources, prepareSources, readOverview } from './sources/list-sources.ts';
export { pickSources, type PickedSources } from './sources/pick-sources.ts';
export { readFetches, type SourceFetches } from './sources/read-fetches.ts';
export { recordPage } from './sources/recorded-pages.ts';
export {
  editSource,
  mayChangeFiles,
  putSource,
  readSource,
  removeSource,
  switchSource,
  type StoredSource,
} from './sources/source-files.ts';
export { writeSource } from './sources/write-source.ts';
export { expireArticles } from './takedown/expire-articles.ts';
export {
  liftTakedown,
  listTakedowns,
  planTakedown,
  takeDown,
  type TakedownPlan,
} from './takedown/take-down.ts';
export { TakedownBody, TakedownReceipt, TakedownsAnswer } from './takedown/takedown-receipt.ts';
export {
  addSource,
  chooseChannels,
  sourceOfCandidates,
  type AddSourceInput,
} from './sources/add-source.ts';
export { type AskingPorts, previewAddress, previewChannel, sectionsWish } from './sources/preview-address.ts';
export { writeWithTest, type WrittenSource } from './sources/write-with-test.ts';
export { type Preview, type PreviewCandidate } from './sources/preview-view.ts';
export {
  type ChannelView,
  type Overview,
  type SourceProblem,
  type SourcesView,
  type SourceView,
} from './sources/source-view.ts';
export {
  type DeadFilter,
  type DeadGroup,
  type DeadGroupsView,
  type DeadLetterDetail,
  type DeadLetterView,
  type DeadView,
  type LetterTrial,
  type TrialsView,
} from './dead/dead-view.ts';
export { type AuditRow, type AuditView, type UnbalancedView } from './ledger/audit-view.ts';
export { type ItemView } from './ledger/item-view.ts';
export { readProcesses } from './processes/read-processes.ts';
export { readMillNow, readSeries } from './processes/read-mill-now.ts';
export { type MillNow, type RoleNow, type StageNow, type Warning } from './processes/mill-now.ts';
/** @public Its sentences have words in every language of the console. */
export { warningSteps } from './processes/warn-of-mill.ts';
export { Refusal, refusals, type RefusalCode, type RefusalEntry } from './refusal.ts';
export { type HubCallback, type PushedContent } from './sources/hub-callback.ts';
export { servedArticle } from './rights/served-article.ts';
export { removeOverdue, removeUnkept } from './rights/sweep-rights.ts';
export {
  grantsOf,
  servedLibrary,
  serveLibrary,
  type Grants,
  type ServedLibrary,
  type ServingPorts,
} from './rights/serve-library.ts';
export { readGraph, type MillGraph } from './graph/mill-graph.ts';
export { createHubCallback } from './hubs/answer-hub.ts';
export { HubMemory, type HubFacts } from './hubs/hub-memory.ts';
