export { readFeed, type FeedContext, type FeedReading } from './read-feed.ts';
export { parseFeed, type ParsedFeed } from './parse-feed.ts';
export {
  createFeedReader,
  type FeedReader,
  type FeedReaderOptions,
  type FeedEnd,
} from './create-feed-reader.ts';
export {
  feedFormats,
  type FeedDocument,
  type FeedHead,
  type FeedItem,
  type FeedPerson,
  type FeedEnclosure,
  type FeedPlace,
  type FeedFormat,
} from './feed-document.ts';
export { itemLabel } from './item-label.ts';
export { readOpml, type OpmlFeed, type OpmlReading } from './read-opml.ts';
export { readSitemap, type SitemapContext, type SitemapReading, type SitemapEntry } from './read-sitemap.ts';
export { readList, type ListContext } from './read-list.ts';
export { learnList, type LearnContext } from './learn-list.ts';
export { findHubs, linksOf, type FeedHubs, type HubEvidence } from './find-hubs.ts';
export {
  planSubscription,
  subscriptionState,
  pollBesidePushes,
  retryAfterFailure,
  readIntent,
  confirmIntent,
  isSignedBody,
  isSilent,
  wantedLeaseSeconds,
  HubSubscription,
  HubAnswer,
  type PushMemory,
  type SubscriptionPlan,
  type SubscriptionState,
  type SubscriptionFacts,
  type Intent,
} from './plan-subscription.ts';
export { findFeeds, wellKnownFeeds, type FoundFeed } from './find-feeds.ts';
export {
  readRobots,
  mayFetch,
  crawlDelay,
  robotsLimit,
  type RobotsRules,
  type RobotsGroup,
  type RobotsRule,
  type RobotsAnswer,
} from './read-robots.ts';
export { robotsFromAnswer, type RobotsReply } from './robots-from-answer.ts';
export { pageForbids } from './page-forbids.ts';
export { adaptInterval, retryDelay, type PollOutcome } from './adapt-interval.ts';
export { readRetryAfter } from './read-retry-after.ts';
export { cacheMaxAge, conditionalHeaders } from './cache-max-age.ts';
export { writeOpml } from './write-opml.ts';
export { validateSources, type SourceFile, type ValidatedSources } from './validate-sources.ts';
export { formatProblem, didYouMean, type Problem } from './source-problem.ts';
export { sourceToYaml } from './source-to-yaml.ts';
export {
  readArchivedPage,
  scopeOf,
  type ArchivedRecord,
  type ArchivedReading,
  type Scope,
} from './read-archived-page.ts';
export {
  readCandidate,
  rankChannels,
  worthAdding,
  describeCandidate,
  foundBy,
  type ChannelCandidate,
  type FoundBy,
  type OfferedAnswer,
} from './rank-channels.ts';
export { sitemapChannels, looksLikeNews } from './sitemap-channels.ts';
export { scheduleOf } from './schedule-of.ts';
export { channelKey, channelItem, pageItem, pageItemOfEvent } from './frontier-items.ts';
export { readChannelVisit, readChannelFailure } from './read-channel-visit.ts';
export {
  readPageVisit,
  readPageFailure,
  readPageDenied,
  isWebPage,
  keptHeadersOf,
  type PageContext,
} from './read-page-visit.ts';
export { findNextPage, isFollowingPage, looksLikeFollowingPage, mostPages } from './find-next-page.ts';
export { joinedKey, readIfJoined } from './read-joined.ts';
export { contentKey } from './fall-back-to-entry.ts';
export { type FetchPolicy, type Answer, type Failure } from './visit.ts';
export { sourceFacts } from './source-facts.ts';
export { settle, askedToWait } from './settle-visit.ts';
