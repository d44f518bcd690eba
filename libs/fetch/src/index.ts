export { readFeed, type FeedReading } from './feeds/read-feed.ts';
export { type FeedContext, type LeftOut } from './feeds/entry-list.ts';
export { parseFeed, type ParsedFeed } from './feeds/parse-feed.ts';
export {
  createFeedReader,
  type FeedReader,
  type FeedReaderOptions,
  type FeedEnd,
} from './feeds/create-feed-reader.ts';
export {
  type FeedDocument,
  type FeedHead,
  type FeedItem,
  type FeedPerson,
  type FeedEnclosure,
  type FeedPlace,
  type FeedFormat,
} from './feeds/feed-document.ts';
export { itemLabel } from './feeds/item-label.ts';
export { readOpml, type OpmlFeed, type OpmlReading } from './opml/read-opml.ts';
export {
  readSitemap,
  type SitemapContext,
  type SitemapReading,
  type SitemapEntry,
} from './sitemaps/read-sitemap.ts';
export { fetchHistoryKey, readFetchHistory, rememberFetch } from './poll/fetch-history.ts';
export { linksOf, type FeedHubs } from './poll/find-hubs.ts';
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
} from './poll/plan-subscription.ts';
export { beginsAsPage } from './feeds/begins-as-page.ts';
export { findFeeds, wellKnownFeeds, type FoundFeed } from './feeds/find-feeds.ts';
export {
  readRobots,
  mayFetch,
  crawlDelay,
  robotsLimit,
  type RobotsRules,
  type RobotsGroup,
  type RobotsRule,
  type RobotsAnswer,
} from './robots/read-robots.ts';
export { readSiteFiles, siteFileAddresses, siteFileLimit, type SiteFiles } from './rights/site-files.ts';
export { siteRightsOf } from './rights/site-rights-of.ts';
export { robotsFromAnswer, type RobotsReply } from './robots/robots-from-answer.ts';
export { retryDelay } from './poll/adapt-interval.ts';
export { readRetryAfter } from './poll/read-retry-after.ts';
export { conditionalHeaders } from './poll/cache-max-age.ts';
export { writeOpml } from './opml/write-opml.ts';
export {
  readArchivedPage,
  scopeOf,
  type ArchivedRecord,
  type ArchivedReading,
  type Scope,
} from './visit/read-archived-page.ts';
export {
  readCandidate,
  rankChannels,
  worthAdding,
  describeCandidate,
  listCandidate,
  type ChannelCandidate,
  type FoundBy,
  type OfferedAnswer,
} from './sources/rank-channels.ts';
export { readList } from './lists/read-list.ts';
export { readListPage, type ListPage } from './lists/read-list-page.ts';
export { isFeedOnly } from './sources/is-feed-only.ts';
export { isFrontPage } from './sources/is-front-page.ts';
export { findSections, type FoundSection } from './lists/find-sections.ts';
export {
  type Addition,
  additionWords,
  broughtTogether,
  coverageWords,
  measureAdditions,
  measureCoverage,
  type Coverage,
} from './sources/measure-coverage.ts';
export { sitemapChannels } from './sitemaps/sitemap-channels.ts';
export { beginsAsSitemap, looksLikeNews } from './sitemaps/looks-like-sitemap.ts';
export { scheduleOf } from './poll/schedule-of.ts';
export { channelItem, channelKey, pageItem, pageItemOfEvent } from './visit/frontier-items.ts';
export { readChannelVisit, readChannelFailure } from './visit/read-channel-visit.ts';
export { isLookDue, settleLook, withArticleKept } from './visit/read-presence.ts';
export {
  fetchedPage,
  hearsay,
  isFetchedFor,
  isWebPage,
  keptHeadersOf,
  readPageDenied,
  readPageFailure,
  readPageVisit,
  type PageContext,
} from './visit/read-page-visit.ts';
export { readWallVisit } from './visit/read-wall-visit.ts';
export {
  adaptRevisits,
  describeVisits,
  readRevisits,
  revisitKeys,
  revisitMemoryMs,
  visitPlans,
  type VisitsAtAge,
} from './poll/adapt-revisits.ts';
export { findLive, type LiveBlog } from './visit/find-live.ts';
export { settleRevisit, type RevisitFacts } from './visit/settle-revisit.ts';
export { bodyBytes } from './visit/page-text.ts';
export { findNextPage, isFollowingPage, mayGoOn, mostPages } from './visit/find-next-page.ts';
export { joinedKey, readIfJoined } from './visit/read-joined.ts';
export { rulesOf } from './sources/choice-of.ts';
export { mayBeLeftOut, ruleAgainst } from './visit/read-left-out.ts';
export { readUnasked } from './visit/read-unasked.ts';
export { contentKey, entryBody } from './visit/fall-back-to-entry.ts';
export { type FetchPolicy, type Failure } from './visit/visit.ts';
export { addressToAsk, isWholeDue, lieKey } from './poll/ask-whole.ts';
export { silenceOf } from './poll/learn-rhythm.ts';
export { fewEntriesOf, usualEntries } from './poll/learn-size.ts';
export {
  faultOfAnswer,
  faultOfFailure,
  faultOfPage,
  startOf,
} from './visit/find-fault.ts';
export { pairToName } from './visit/pair-to-name.ts';
export { troubleWithDates } from './visit/trouble-with-dates.ts';
export { isOwnSite, speaksFor } from './sources/speaks-for.ts';
export { productToken } from './robots/product-token.ts';
export { sourceFacts } from './sources/source-facts.ts';
export { settle, dueNow, askedToWait, pauseKey } from './visit/settle-visit.ts';
export { readTaken, takenKey, takenText, withoutHeaderValues } from './sources/taken-source.ts';
export { versionOf } from './visit/page-life.ts';
