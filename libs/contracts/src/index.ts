export {
  dropReasons,
  entryFaults,
  type EntryFault,
  rejectReasons,
  withdrawals,
  accept,
  drop,
  leaveOut,
  reject,
  type DropReason,
  type RejectReason,
  type Accepted,
  type Complaint,
  type Remembered,
  type Dropped,
  type Rejected,
  type Outcome,
} from './outcome.ts';
export { Source, PrivatePair, SiteRules, Channel, type SourceInput } from './source/source.ts';
export { withoutDefaults } from './without-defaults.ts';
export { Duration, durationMs } from './duration.ts';
export { EntryRule, type RuleSet } from './source/entry-rule.ts';
export {
  sourceOrders,
  sourceStates,
  sourceStateNames,
  type ChannelState,
  type SourceState,
} from './source/source-states.ts';
export { channelFaults, faultNames, type FaultName, type FaultState } from './source/channel-faults.ts';
export { channelFacts, type ChannelKind, type OfferedKind } from './source/channel-kinds.ts';
export { EntryRights, FeedEntry } from './source/feed-entry.ts';
export {
  FetchedPage,
  FollowingPage,
  PageFacts,
  ArchiveReference,
  contentEncodings,
  travelsByReference,
  type ContentEncoding,
} from './fetched-page.ts';
export { type HttpAnswer } from './http-answer.ts';
export { type ConnectionNames, type TlsFiles } from './tls-files.ts';
export { tlsProblem } from './tls-problem.ts';
export { Block, Image, Removal, Provenance, Fact } from './article/article-parts.ts';
export { hiddenFlags, qualityFlags, type QualityFlag } from './article/quality-flags.ts';
export { CleanArticle, type PageArticle } from './article/clean-article.ts';
export { EnrichedArticle } from './article/enriched-article.ts';
export { findTopic, mediaTopics, topicLabel } from './media-topics.ts';
export { narrowerTopics } from './narrower-topics.ts';
export { type MediaTopic } from './topic-labels.ts';
export { factOf } from './fact-of.ts';
export {
  datePrecisionsOfText,
  LanguageOfParagraph,
  Entity,
  TopicFact,
  type NarrowerFact,
  KeyPhrase,
  Readability,
  Money,
  Quantity,
  DateMention,
  Quote,
  Dateline,
  StoryFact,
  FamilyFact,
  type FactName,
  type FactValue,
} from './facts.ts';
export {
  problemsInWords,
  type ProcessesView,
  type RoomOnHost,
  type StuckWork,
  viewProcesses,
} from './processes-view.ts';
export { serviceNames, type ServiceName } from './service-names.ts';
export { Announcement, WaitingWork } from './announcement.ts';
export {
  daysLeft,
  Room,
  isRoomShort,
  roomInWords,
  roomMemoryMs,
  type RoomSample,
} from './room.ts';
export { ArticleGone } from './article/article-gone.ts';
export { ArticleTold } from './article/article-told.ts';
export { changedKey, changedMs } from './changed-key.ts';
export { articlesInWords } from './article/articles-in-words.ts';
export { HeldArticle } from './article/held-article.ts';
export { ArticleDocument } from './article/article-document.ts';
export {
  documentFields,
  ingestFields,
  carriedFields,
  Evidence,
  Subject,
  NamedEntity,
  GeoPoint,
} from './document-fields.ts';
export {
  indexKinds,
  fieldMakers,
  type IndexKind,
  type IndexedParts,
  type FieldMaker,
  type FieldFacts,
  type DocumentField,
} from './document-field.ts';
export {
  LedgerEvent,
  fates,
  finalFates,
  foldFate,
  supersedes,
  frontierFacts,
  withoutFrontier,
  fateOfDrop,
  heldArticleOf,
  newestTraceOf,
  doubtOf,
  stageNames,
  type Doubt,
  type Fate,
  type StageName,
} from './ledger-event.ts';
export {
  deadFilterNames,
  DeadLetterFacts,
  deadLetterHeader,
  deadLetterStages,
  readDeadLetterFacts,
} from './dead-letter.ts';
export { type Topic, type TopicConfig } from './topic.ts';
export {
  againHeader,
  ExtendedArticle,
  extendedGroup,
  ExtensionAnswer,
  extensionGroup,
  extensionOfTopic,
  extensionTopics,
  factsHeader,
  longestAnswer,
  returnedTopic,
  sentTopic,
} from './extension.ts';
export { Extensions, type Extension } from './extensions.ts';
export {
  pipeline,
  stages,
  channelPushed,
  ChannelPush,
  AlertReplay,
  alertReplayed,
  alertGroup,
  pageFetched,
  requestFailed,
  articleCleaned,
  articleEnriched,
  ledger,
  deadLetters,
  ledgerGroup,
  isRetryTopic,
  retryTopic,
  retryRungs,
  allTopics,
  type PipelineStage,
  type TopicWithGroups,
} from './pipeline.ts';
export {
  writeMessage,
  damagedHeader,
  readMessage,
  asciiJson,
  schemaVersion,
  type WireMessage,
  type MessageContext,
  type ReadMessage,
} from './message.ts';
export {
  queryFields,
  namedFields,
  isTopicField,
  type TopicField,
  dateFields,
  numberFields,
  exactFields,
  booleanFields,
  partFields,
  partNames,
  boundAt,
  sortNames,
  collapseNames,
  facetNames,
  vectorDimensions,
  vectorTables,
  type VectorTableName,
  type DateField,
  type NumberField,
  type RangeField,
  type RangeBound,
  type ExactField,
  type PartName,
  type SortName,
  type CollapseName,
  type NamedField,
  type Nearness,
  type QueryNode,
  type QueryField,
  type FacetName,
  type SearchRequest,
  type SearchHit,
  type Facet,
  type SearchPage,
} from './search-query.ts';
export {
  countedFields,
  countedNames,
  trendFields,
  timelineIntervals,
  type CountScope,
  type CountedField,
  type TrendField,
  type TimelineInterval,
  type TimelineRequest,
  type Timeline,
  type TopRequest,
  type TopValues,
  type TrendsRequest,
  type Trend,
  type Trends,
  type RelatedRequest,
  type RelatedArticle,
  type RelatedArticles,
  completionKinds,
  type Completion,
  type CompletionKind,
  type CompletionRequest,
  type LikeWord,
} from './asking.ts';
export {
  knowsNothing,
  type ArticleClaim,
  type FingerprintCandidate,
  type Known,
  type LookUp,
} from './look-up.ts';
export {
  longestSighting,
  mostSiteArticles,
  withSightings,
  type SiteArticle,
  type SiteSighting,
} from './source/site-sighting.ts';
export {
  isMostlyPaywalled,
  PaywallCount,
  paywallKey,
  paywallNewest,
  readPaywallCount,
} from './article/paywall-count.ts';
export {
  nextQuotaDay,
  quotaDay,
  quotaKinds,
  quotaLiftKey,
  quotaOf,
  readUse,
  usedUp,
  useKey,
  useKeptUntil,
  useKeys,
  type QuotaKind,
  type SourceQuota,
  type SourceUse,
} from './source/source-quota.ts';
export { DriftAlarm, driftKey, readDriftAlarm } from './drift-alarm.ts';
export { periodStart } from './period-start.ts';
export { readJson } from './read-json.ts';
export { type FrontierItem, type Settlement } from './frontier-item.ts';
export {
  ChannelFault,
  ChannelFetch,
  ChannelMemory,
  type ItemMemory,
  type StoredMemory,
} from './item-memory.ts';
export { readItem, type FetchItem, type FetchSettlement } from './fetch-item.ts';
export {
  isLeftOutStamp,
  leftOutStamp,
  pageStamp,
  takingStamp,
  foldStamp,
  mostWords,
  type PageWord,
  type StampedPage,
  type FoldedStamp,
} from './page-stamp.ts';
export { type Visit, type VisitQuestion, type VisitKnown, type Moment } from './visit.ts';
export { ModelTasks, type ModelTask } from './model-task.ts';
export {
  alertUnits,
  WebhookTarget,
  SavedSearchInput,
  SavedSearch,
  WebhookSecret,
  AlertDelivery,
  digestSpans,
  type DigestSchedule,
  type PastDelivery,
  webhookFormats,
  weekdays,
  AlertProgress,
  AlertState,
  type AlertUnit,
} from './saved-search.ts';
export {
  schemaTypes,
  mappingTypes,
  recordProblems,
  extendRecord,
  fieldProblems,
  type FieldRecord,
  type MadeOfFields,
  type SchemaPart,
  type MappingPart,
} from './compare-fields.ts';
export { type Scope, scopes } from './scopes.ts';
export { LogLine, logLineFields } from './log-line.ts';
export { accessList, sendsAndTakes, type AclLine } from './topic-access.ts';
export { noteTable } from './note-table.ts';
export { type Note, type NoteName, type Notes } from './notes.ts';
export { exportFormats, type ExportFormat } from './export-formats.ts';
export {
  useNames,
  reservedOf,
  rightsRules,
  Rights,
  type RightsRule,
  type RuleFacts,
  type RuleName,
  type Use,
  type UseDecision,
} from './rights.ts';
export {
  readSiteRights,
  siteRightsHeader,
  writeSiteRights,
  type SiteRights,
} from './source/site-rights.ts';
export { isCopyOut, type RightsGrant, type WayOut } from './serve-rights.ts';
export { serveArticle, serveHit, whyNotServed, type ServingContext } from './article/serve-article.ts';
export { editClasses, editClassNames, type EditClass } from './article/edit-classes.ts';
export { ArticleEdit, ArticleVersion } from './article/article-version.ts';
export {
  addCounts,
  countedStages,
  queuedStages,
  requestResults,
  seriesTiers,
  StepCounts,
  type CountedStage,
  type KeptSteps,
  type PeakName,
  type ProcessCounts,
  type QueuedStage,
  type RequestResult,
  type SeriesStep,
  type SeriesStepMs,
  type SumName,
} from './series.ts';
export {
  countSince,
  seriesKinds,
  seriesSpanNames,
  seriesUnits,
  stepsOfSpan,
  viewSeries,
  type SeriesName,
  type SeriesSpan,
  type SeriesUnit,
  type SeriesView,
  type ShownSeries,
} from './series-view.ts';
export { discoveryDelay, newsMs } from './discovery-delay.ts';
export type { DelayFigures, FiguresRequest, SourceFigures } from './source/source-figures.ts';
