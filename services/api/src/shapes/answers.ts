import {
  Announcement,
  ArticleDocument,
  ChannelFetch,
  completionKinds,
  DeadLetterFacts,
  fates,
  faultNames,
  quotaKinds,
  sourceStateNames,
  sourceStates,
  type ChannelState,
  type SourceState,
  LedgerEvent,
  stageNames,
  CleanArticle,
  Source,
  type Fate,
  type ProcessesView,
  Room,
  scopes,
  serviceNames,
  WaitingWork,
} from '@newsmill/contracts';
import { visitPlans } from '@newsmill/fetch';
import {
  ArchiveLook,
  BackupReceipt,
  DamageFound,
  DatabaseLook,
  Verification,
  type IntegrityView,
  type VerificationView,
  type AuditView,
  type DeadGroup as DeadGroupView,
  type DeadGroupsView,
  type DeadLetterDetail,
  DeadReceipt,
  type ReplayRunView,
  type TrialsView,
  type DeadView,
  type ItemView,
  type Preview,
  type Examination,
  type Extraction,
  type GivenPlan,
  type ImportedList,
  type LiftedBrake,
  type PollNow,
  type SourceFetches,
  type SourceTest,
  type PickedSources,
  TakedownReceipt,
  Change,
  TakedownsAnswer,
  imbalances,
} from '@newsmill/operate';
import type { ToldSetting } from '@newsmill/settings';
import { z } from 'zod';
import { RelatedAnswer, TimelineAnswer, TopAnswer, TrendsAnswer } from './counts.ts';
import { CoverageAnswer } from './coverage.ts';
import { ComparisonAnswer, VersionsAnswer } from './history.ts';
import { OverviewAnswer, SeriesAnswer } from './overview.ts';
import { AgainAnswer } from './again.ts';
import { ReportAnswer } from './report.ts';
import { SearchItem } from './search-item.ts';
import { problemCodes, type ProblemCode, type ProblemDetails } from '../problems/api-problem.ts';
import { AlertsAnswer, SavedSearchAnswer, SavedSearchesAnswer, SecretAnswer, TestAnswer } from './alerts.ts';

const fateNames = Object.keys(fates).filter((name): name is Fate => Object.hasOwn(fates, name));
const codes = Object.keys(problemCodes).filter((name): name is ProblemCode =>
  Object.hasOwn(problemCodes, name),
);
const time = z.int().describe('Epoch milliseconds.');
const count = z.int().nonnegative();
const facets = z.array(z.object({ value: z.string(), count }));

const Suggestion = z.object({
  q: z.string(),
  total: count.describe('Articles that it finds under the same conditions.'),
  totalIsExact: z.boolean(),
});
export const SearchAnswer = z.object({
  total: count,
  totalIsExact: z.boolean(),
  facetsAreExact: z
    .boolean()
    .describe(
      'False when the facets were counted over a part of the matches: the newest 10,000 in the embedded form.',
    ),
  items: z.array(SearchItem),
  facets: z.object({
    source: facets.optional(),
    language: facets.optional(),
    section: facets.optional(),
    author: facets.optional(),
    day: facets.optional(),
    person: facets.optional(),
    organisation: facets.optional(),
    place: facets.optional(),
    topic: facets.optional(),
    subtopic: facets.optional(),
  }),
  didYouMean: Suggestion.optional().describe(
    'Where next to nothing was found: the same query with words that stand in the library in the place of those that do not. Nothing is searched for but what was asked.',
  ),
  next: z.string().optional().describe('Cursor of the next page; absent on the last one.'),
});
export type SearchAnswer = z.output<typeof SearchAnswer>;

export const CompletionsAnswer = z.object({
  items: z
    .array(
      z.object({
        q: z.string().describe('The whole query, completed.'),
        kind: z.enum(completionKinds),
        text: z.string().describe('The word, the name, or the English name of the topic.'),
        articles: count.describe(
          'Articles that have the word in title or summary, or that mention the name.',
        ),
      }),
    )
    .readonly(),
});
export type CompletionsAnswer = z.output<typeof CompletionsAnswer>;

/** Why something is as it is, and what can be done. */
const judgement = {
  reason: z.string().describe('What is so, with the numbers and times that show it.'),
  next: z.string().optional().describe('What can be done; absent where nothing is to be done.'),
  line: z.string().optional().describe('The line of the source file that would mend it.'),
};
const ofSourcesAlone: ReadonlySet<SourceState> = new Set<SourceState>(['degraded', 'off']);
const channelStates = sourceStateNames.filter((name): name is ChannelState => !ofSourcesAlone.has(name));
const Channel = z.object({
  kind: z.string(),
  url: z.string(),
  state: z.enum(channelStates),
  ...judgement,
  fault: z.enum(faultNames).optional().describe('Why it cannot be read.'),
  lastStatus: z.int().optional(),
  lastAt: time.optional(),
  lastSuccessAt: time.optional(),
  lastError: z.string().optional(),
  entries: count.optional(),
  newEntries: count.optional(),
  usualEntries: count.optional().describe('How many it usually lists; not learnt of what a hub pushes.'),
  lastNewAt: time.optional().describe('When something new came last.'),
  quietMs: count.optional().describe('The longest quiet time of late, milliseconds.'),
  awaySince: time.optional().describe('Since when it is not asked because this machine has no network.'),
  movedTo: z.string().optional().describe('Where its address redirects to for good.'),
  leftOut: z
    .array(z.object({ reason: z.string(), count, example: z.string().optional() }))
    .optional()
    .describe('Entries of the last answer that became no item, by their reason (docs/reasons.md).'),
  waiting: count.optional().describe('Entries of the last answer whose turn comes at later polls.'),
  attempt: count,
  nextAt: time.optional(),
  why: z.string().optional(),
});
const mistake = {
  file: z.string(),
  line: z.int(),
  column: z.int(),
  path: z.string().describe('Field, such as channels[0].url; empty for the whole file.'),
  message: z.string(),
  found: z.string().optional(),
  allowed: z.string().optional(),
  suggestion: z.string().optional().describe('What was probably meant.'),
};
const Brake = z.object({
  until: time.describe('Until then its pages wait; then one is tried.'),
  strikes: count.describe(
    'How often in a row it was braked: once, and once for each trial that was too expensive.',
  ),
  stages: z.array(z.string()).readonly().describe('The stages that its pages cost too much.'),
});

const UsedToday = z
  .object({
    day: z.string().describe('The day in UTC, such as 2026-11-29.'),
    bytes: count.describe('Bytes of answers, as they came over the wire.'),
    pages: count.describe('Requests for pages.'),
    cpuMs: z.number().describe('CPU time of reading channels, cleaning and enriching, milliseconds.'),
    quota: z
      .object({ bytes: count.optional(), pages: count.optional(), cpuMs: z.number().optional() })
      .describe('What it may use a day; without end where a kind is absent.'),
    usedUp: z
      .array(z.enum(quotaKinds))
      .readonly()
      .optional()
      .describe('Quotas that are used up; absent where there is none.'),
    waitsUntil: time
      .optional()
      .describe('When its pages go on, since a quota is used up; absent where they do not wait for that.'),
    isLifted: z.boolean().optional().describe('Whether somebody has lifted its quotas for today.'),
    says: z.string().describe('All of that in words.'),
  })
  .describe('What was used of it today, against its quotas; absent in answers of older mills.');

const Revisits = z
  .object({
    observed: count.describe('Later visits of pages, by age, of late.'),
    changed: count.describe('Those that found another text.'),
    byAge: z
      .array(
        z.object({
          fromMs: count.describe('Pages of this age and above, milliseconds.'),
          toMs: count.optional().describe('Below this age; absent for the oldest.'),
          observed: count,
          changed: count,
          plan: z
            .enum(visitPlans)
            .describe(
              'unknown: too few visits to learn from. kept: visited at this age. left-out: one page in eight is, since next to none changed (all are at the last age). added: another visit follows, but after the last age, since many changed.',
            ),
        }),
      )
      .readonly(),
    says: z.string().describe('All of that in words.'),
  })
  .describe(
    'How often known pages change, and how they are visited again for it. Absent where no page was visited twice of late.',
  );
export const SourcesAnswer = z.object({
  sources: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        state: z.enum(sourceStateNames).describe(
          Object.entries(sourceStates)
            .map(([name, { meaning }]) => `${name}: ${meaning}`)
            .join(' '),
        ),
        ...judgement,
        language: z.string().optional(),
        country: z.string().optional(),
        tags: z.array(z.string()).readonly(),
        licence: z.string().optional(),
        rights: Source.shape.rights,
        items: count,
        indexed: count,
        shared: count
          .optional()
          .describe(
            'Articles in the library that another source told of first and this one too: they belong to both. Absent where the library cannot be asked.',
          ),
        waiting: count,
        dead: count,
        recent: z
          .object({ finished: count, articles: count })
          .describe('Items of the last seven days that are finished, and those that became articles.'),
        paywall: z
          .object({ site: z.string(), marked: count, of: count, words: count })
          .optional()
          .describe(
            'Of its newest articles on a site, those that the publisher marks as ones for subscribers, and the words of the middle one of them; absent where that is not so of most.',
          ),
        brake: Brake.optional().describe(
          'Where page after page took too much computing: how its pages wait; absent where they are handled.',
        ),
        today: UsedToday.optional(),
        revisits: Revisits.optional(),
        channels: z.array(Channel).readonly(),
      }),
    )
    .readonly(),
  problems: z
    .array(
      z.object({
        ...mistake,
        effect: z
          .enum(['kept', 'out'])
          .describe(
            'kept: the source stays as the file had it before; out: the source is left out until the file is corrected.',
          ),
      }),
    )
    .readonly(),
  total: count.describe('Sources that fit the query, of all pages.'),
  states: z
    .partialRecord(z.enum(sourceStateNames), count)
    .describe('Sources that fit the words of the query, by state; states without any are left out.'),
}) satisfies z.ZodType<PickedSources>;

const requests = z.object({
  polls: count.describe('Of channels.'),
  pages: count.optional().describe('Of pages, as in the last seven days; absent where nothing is known.'),
});
const allRequests = z.object({ polls: count, pages: count });
export const PlanAnswer = z.object({
  sources: z
    .array(
      z.object({
        id: z.string(),
        name: z.string().optional(),
        effect: z
          .enum(['added', 'changed', 'removed', 'kept'])
          .describe('kept: its file cannot be read now, so the mill keeps the source as it is.'),
        changes: z
          .array(
            z.object({
              path: z.string().describe('Field, such as limits.delay.'),
              before: z.string().optional().describe('JSON, shortened; of headers the names alone are told.'),
              after: z.string().optional(),
            }),
          )
          .readonly(),
        before: requests.optional().describe('Requests a day.'),
        after: requests.optional(),
        insteadOf: z.string().optional().describe('A source that goes and had the same channel.'),
        isPartly: z
          .boolean()
          .optional()
          .describe('Its channels alone could be compared: what else it said is not known.'),
        leaves: z
          .object({
            articles: count.describe('They stay, and are visited no more.'),
            waiting: count.describe('Pages that wait to be fetched: dropped as no-source.'),
            underWay: count.describe('Pages that are fetched already: they go on.'),
          })
          .optional()
          .describe('What a source leaves behind that goes.'),
      }),
    )
    .readonly()
    .describe('In the order of their ids; those that stay as they are are counted alone.'),
  unchanged: count,
  partly: count.describe('Sources whose channels alone could be compared, unchanged ones among them.'),
  requests: z
    .object({ before: allRequests, after: allRequests })
    .describe('Requests a day of all sources; of pages, as far as they are known.'),
  problems: z
    .array(z.object(mistake))
    .readonly()
    .describe('Mistakes of the file that was sent, else of the files of the mill.'),
}) satisfies z.ZodType<GivenPlan>;
export type PlanAnswer = z.output<typeof PlanAnswer>;

const PollAnswer = z.object({
  sourceId: z.string(),
  channels: z
    .array(
      z.object({
        url: z.string(),
        waitsUntil: time.optional().describe('Its domain asked for a pause until then.'),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<PollNow>;
const LiftedAnswer = z.object({
  sourceId: z.string(),
  lifted: Brake.optional().describe('The brake that stood; absent where it was not braked.'),
  liftedQuotas: z
    .array(z.enum(quotaKinds))
    .readonly()
    .optional()
    .describe('Quotas that were used up and are lifted for today; absent where none was.'),
}) satisfies z.ZodType<LiftedBrake>;
const FetchesAnswer = z.object({
  sourceId: z.string(),
  channels: z
    .array(
      z.object({
        kind: z.string(),
        url: z.string(),
        fetches: z.array(ChannelFetch).readonly().describe('The newest first.'),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<SourceFetches>;
const ExaminationAnswer = z.object({
  id: z.string(),
  name: z.string(),
  examined: z
    .array(
      z.object({
        url: z.string(),
        kind: z.string().describe('What was asked for: a kind of channel, or page.'),
        came: z.string().describe('What came, in a sentence.'),
        findings: z
          .array(
            z.object({
              fault: z.enum(faultNames),
              says: z.string().describe('What is so.'),
              next: z.string().describe('What can be done.'),
              line: z.string().optional().describe('The line of the source file that would mend it.'),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<Examination>;

export const ItemAnswer = z.object({
  item: z.string(),
  url: z.string(),
  sourceId: z.string(),
  fate: z.enum(fateNames),
  stage: z.enum(stageNames),
  reason: z.string().optional(),
  articleId: z.string().optional(),
  traceId: z
    .string()
    .optional()
    .describe('Trace of the newest visit (W3C trace context); spans of it are where traces are on.'),
  viewer: z.string().optional().describe('Where a viewer shows that trace (NEWSMILL_TRACE_VIEWER).'),
  meaning: z.string(),
  next: z.string().describe('What happens next.'),
  nextAt: time.optional(),
  events: z.array(LedgerEvent).readonly(),
}) satisfies z.ZodType<ItemView>;
const LedgerList = z.object({ items: z.array(LedgerEvent).readonly(), next: z.string().optional() });
/** One item where the query named an address, else a list. */
const LedgerAnswer = z.union([ItemAnswer, LedgerList]);

const tally = {
  discovered: count,
  indexed: count,
  duplicate: count,
  dropped: count,
  gone: count,
  denied: count,
  dead: count,
  underWay: count,
};
const Unbalanced = z.object({
  kind: z.enum(['missing', 'stranger', 'leftover', 'unburied', 'stranded']).describe(
    Object.entries(imbalances)
      .map(([name, says]) => `${name}: they ${says}`)
      .join('; '),
  ),
  total: count,
  next: z.string().describe('What to do about them.'),
  items: z
    .array(
      z.object({ item: z.string(), url: z.string(), sourceId: z.string(), articleId: z.string().optional() }),
    )
    .readonly(),
});
const AuditAnswer = z.object({
  balanced: z.boolean(),
  findings: z
    .array(z.string())
    .readonly()
    .describe('What does not balance, or has waited too long, in words.'),
  unbalanced: z
    .array(Unbalanced)
    .readonly()
    .describe('What does not balance, item by item: all of a kind by number, the first hundred by name.'),
  checkedAt: time
    .optional()
    .describe(
      'When the items were last compared one by one; in a large mill, minutes ago. Absent where the count is narrowed, and before the first comparison.',
    ),
  totals: z.object(tally),
  documents: count,
  hidden: count.describe('Articles of the library that are hidden unless somebody asks for them.'),
  deadLetters: count,
  rows: z
    .array(
      z.object({
        sourceId: z.string(),
        hour: time.describe(
          'Start of the hour of discovery; of the day (UTC) where that is longer ago than NEWSMILL_SETTLED_AFTER.',
        ),
        ...tally,
        fates: z
          .partialRecord(z.enum(fateNames), count)
          .describe('Counts by fate; items in progress are one number in underWay.'),
      }),
    )
    .readonly()
    .describe('Newest hour first, 500 at most.'),
  next: z.string().optional().describe('The `cursor` of the rows that follow.'),
  reasons: z.array(z.object({ fate: z.enum(fateNames), reason: z.string(), count })).readonly(),
}) satisfies z.ZodType<AuditView>;

const ProcessesAnswer = z.object({
  processes: z.array(Announcement).readonly(),
  missing: z
    .array(z.enum(serviceNames))
    .readonly()
    .describe('Services that no living process runs; empty where no process lives at all.'),
  stuck: z
    .array(
      WaitingWork.extend({
        service: z.string().describe('A service of the mill, or `extension` with the name of one.'),
        unmovedSince: time,
      }),
    )
    .readonly()
    .describe('Work whose oldest message has not moved for NEWSMILL_STUCK_AFTER.'),
  room: z
    .array(Room.extend({ host: z.string() }))
    .readonly()
    .describe('How full the state and each data folder are.'),
}) satisfies z.ZodType<ProcessesView>;

const DeadLetter = DeadLetterFacts.extend({
  group: z.string().describe('Id of its group: letters of the same cause.'),
  bytes: count,
});
const reasonCounts = z.array(z.object({ reason: z.string(), count })).readonly();
const unreadLetters = count
  .optional()
  .describe(
    'Places of the queue that are still being read after a start, at most: counts leave them out, the newest letters are there. Absent once all is read.',
  );
const DeadAnswer = z.object({
  total: count.describe('All letters.'),
  found: count.describe('Those that are meant.'),
  reasons: reasonCounts,
  letters: z
    .array(DeadLetter)
    .readonly()
    .describe('Details are cut after 300 characters; one letter has all of it.'),
  reason: z.string().optional(),
  next: z.string().optional().describe('The `cursor` of the next page.'),
  unread: unreadLetters,
}) satisfies z.ZodType<DeadView>;
const DeadGroup = z.object({
  id: z.string().describe('Stays the same for the same cause.'),
  stage: z.string(),
  reason: z.string(),
  title: z.string().describe('What the details have in common: numbers, ids and addresses left out.'),
  frame: z.string().optional().describe('The function at the top of the stack, where the details have one.'),
  count,
  firstSeen: time,
  lastSeen: time,
  sources: count.describe('Sources that are touched.'),
  topSources: z.array(z.object({ source: z.string(), count })).readonly(),
  overTime: z.array(count).readonly().describe('Letters in equal parts of the time between `from` and `to`.'),
  example: DeadLetter.describe('The newest letter.'),
}) satisfies z.ZodType<DeadGroupView>;
const DeadGroupsAnswer = z.object({
  total: count.describe('All letters.'),
  found: count.describe('Those that are meant.'),
  from: time,
  to: time,
  groups: z.array(DeadGroup).readonly().describe('Those with most letters first; at most 200.'),
  more: count.describe('Groups beyond those.'),
  reasons: reasonCounts,
  stages: z.array(z.string()).readonly(),
  sources: z.array(z.string()).readonly(),
  unread: unreadLetters,
}) satisfies z.ZodType<DeadGroupsView>;
const DeadLetterAnswer = DeadLetter.extend({
  headers: z.record(z.string(), z.string()).readonly(),
  text: z.string().optional().describe('The message, where it is UTF-8 and at most 64 KiB.'),
  base64: z.string().optional().describe('Otherwise its first 64 KiB.'),
  faults: z
    .array(z.object({ pointer: z.string(), detail: z.string() }))
    .readonly()
    .describe('What the schema of its topic says against it today, by JSON pointer.'),
  editable: z.string().optional().describe('What of it can be edited, as JSON.'),
  edition: z.string().describe('By this an edit says what it is an edit of.'),
  articleId: z.string().optional(),
}) satisfies z.ZodType<DeadLetterDetail>;
const DeadReceiptsAnswer = z.object({ receipts: z.array(DeadReceipt).readonly() });
const ReplayRunAnswer = z.object({
  id: z.string(),
  state: z
    .enum(['running', 'done', 'stopped', 'failed', 'interrupted'])
    .describe('interrupted: its process ended in the middle of it; start another.'),
  choice: z.string(),
  rate: z.int().describe('Messages per second, at most.'),
  total: count,
  replayed: count,
  lost: count.describe('Requests that the frontier no longer knows; their letters stay.'),
  gone: count.describe('Letters that somebody else took meanwhile.'),
  who: z.string(),
  startedAt: time,
  updatedAt: time,
  stopper: z.string().optional(),
  problem: z.string().optional(),
}) satisfies z.ZodType<ReplayRunView>;
const ReplayRunsAnswer = z.object({ replays: z.array(ReplayRunAnswer).readonly() });
const TrialsAnswer = z.object({
  found: count.describe('Letters that are meant.'),
  tried: count,
  passes: count,
  dropped: count,
  fails: count,
  untold: count.describe('Requests, and what only the mill itself can tell.'),
  trials: z
    .array(
      z.object({
        id: z.string(),
        outcome: z.enum(['passes', 'dropped', 'fails', 'asks', 'unknown']),
        stage: z.string().describe('The stage that has the last word.'),
        reason: z.string().optional(),
        detail: z.string().optional(),
        article: CleanArticle.pick({
          title: true,
          text: true,
          finalUrl: true,
          authors: true,
          published: true,
          language: true,
        }).optional(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<TrialsView>;
const ReplayAnswer = z.object({ replayed: count, ids: z.array(z.string()).readonly() });

// biome-ignore format: a table, read by its rows
const ShownArticle = CleanArticle.pick({
  finalUrl: true, title: true, subtitle: true, byline: true, authors: true, publisher: true,
  published: true, modified: true, language: true, summary: true, section: true, text: true, blocks: true,
  images: true,
  authorBio: true, disclaimer: true, copyright: true, licence: true, flags: true, confidence: true,
  provenance: true, removals: true,
});

export const ExtractAnswer = z.object({
  url: z.string().describe('Address that answered, else the one that was asked for.'),
  source: z.string().optional().describe('Id of the source as which it was requested and read.'),
  status: z.int().optional().describe('What the server answered.'),
  article: ShownArticle.optional(),
  reason: z.string().optional().describe('Why the page is no article (docs/reasons.md).'),
  problem: z.string().optional().describe('Why there is no article, in words.'),
}) satisfies z.ZodType<Omit<Extraction, 'article'>>;
export type ExtractAnswer = z.output<typeof ExtractAnswer>;

const SourceTestAnswer = z.object({
  id: z.string(),
  name: z.string(),
  tests: z
    .array(
      z.object({
        name: z.string().describe('Of the recorded page; tests[0] of what the file says.'),
        url: z.string().optional(),
        result: z
          .enum(['same', 'different', 'unrecorded'])
          .describe('unrecorded: no page of that address is recorded, so the test counts as failed.'),
        differences: z
          .array(z.string())
          .readonly()
          .describe('Line by line: - expected, + found; or why it could not be read.'),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<SourceTest>;

export const PreviewAnswer = z.object({
  kind: z.enum(['feed', 'sitemap', 'list', 'page']),
  url: z.string().describe('Address that answered.'),
  title: z.string().optional(),
  language: z.string().optional(),
  feedUrl: z
    .string()
    .optional()
    .describe('Of the feed: the address asked for, or one that the page links to.'),
  feeds: z.array(z.object({ url: z.string(), title: z.string().optional() })).readonly(),
  entries: count,
  articles: z.array(ShownArticle).readonly().describe('Up to ten.'),
  candidates: z
    .array(
      z.object({
        kind: z.enum(['feed', 'news-sitemap', 'sitemap', 'list']),
        url: z.string(),
        title: z.string().optional(),
        entries: count,
        hasContent: z.boolean(),
        hub: z.string().optional(),
        foundBy: z.string(),
        section: z
          .object({ url: z.string(), title: z.string() })
          .optional()
          .describe('The section page by which it was found, or that it is.'),
        coverage: z
          .object({
            articles: count.describe('Articles that the home page shows.'),
            brought: count.describe('Those of them that the channel names.'),
            behindMs: count
              .optional()
              .describe(
                'By how much its newest article is older than the newest that is known, milliseconds.',
              ),
            says: z.string().describe('The same in words.'),
          })
          .optional()
          .describe('What it brings of the home page, where that lists articles.'),
        adds: z
          .object({
            ofHome: count.describe('Articles of the home page.'),
            others: count.describe('Articles that the home page does not show.'),
            says: z.string().describe('The same in words.'),
          })
          .optional()
          .describe('Of a channel of a section: what it names that no better one does.'),
        isUseful: z.boolean().describe('Whether all: true takes it.'),
      }),
    )
    .readonly()
    .optional()
    .describe('Channels that the publisher offers, best first.'),
  sections: z
    .object({
      looked: count.describe('Section pages that were asked for.'),
      left: count.describe('Sections that were not: by the number, the time, or robots.txt.'),
      requests: count.describe('Requests for pages, feeds and robots.txt.'),
    })
    .optional()
    .describe('Where section pages were looked for.'),
  rules: z
    .array(
      z.object({
        channel: z.string(),
        entries: count,
        rules: z
          .array(z.object({ rule: z.string(), leftOut: count, examples: z.array(z.string()).readonly() }))
          .readonly(),
        problem: z.string().optional(),
      }),
    )
    .readonly()
    .optional()
    .describe(
      'What each rule of a configured source (include, exclude) would leave out of the entries now, where the address is one of its channels.',
    ),
  problems: z.array(z.string()).readonly(),
}) satisfies z.ZodType<Omit<Preview, 'articles'>>;
export type PreviewAnswer = z.output<typeof PreviewAnswer>;
const AddedSourceAnswer = z.object({
  source: Source,
  file: z.string(),
  test: z.string().optional().describe('Folder of the page that was recorded as its first test.'),
});

export const ImportAnswer = z.object({
  format: z.enum(['opml', 'table', 'addresses']),
  dryRun: z.boolean(),
  lines: z
    .array(
      z.object({
        address: z.string(),
        outcome: z
          .enum(['new', 'known', 'held', 'refused'])
          .describe(
            'new: it became a source, or would. known: a source has it already. held: a file with a mistake names it. refused: it can become no source.',
          ),
        id: z.string().optional(),
        name: z.string().optional(),
        channels: z.array(z.string()).readonly().optional(),
        file: z.string().optional(),
        reason: z.string().optional(),
      }),
    )
    .readonly(),
  problems: z.array(z.object(mistake)).readonly().describe('Mistakes in a table, by line and column.'),
}) satisfies z.ZodType<ImportedList>;
export type ImportAnswer = z.output<typeof ImportAnswer>;

const keyFields = {
  id: z.string(),
  name: z.string(),
  scope: z.enum(scopes),
  createdAt: time,
  expiresAt: time.optional(),
  lastUsedAt: time.optional().describe('Epoch milliseconds, to the hour.'),
  rateLimit: z.int().optional().describe('Requests per minute.'),
  rotatedAt: time.optional().describe('When it got the text that it has.'),
  previousUntil: time.optional().describe('Until when the text before opens as much.'),
};
const KeysAnswer = z.object({ keys: z.array(z.object(keyFields)).readonly() });
const NewKeyAnswer = z.object({
  ...keyFields,
  key: z.string().describe('The key; only this answer shows it.'),
});
const SessionsAnswer = z.object({
  sessions: z
    .array(
      z.object({
        id: z.string(),
        keyId: z.string(),
        name: z.string(),
        scope: z.enum(scopes),
        createdAt: time,
        expiresAt: time,
        seenAt: time.optional().describe('Last use, to ten minutes; absent: none since it was opened.'),
        userAgent: z.string().optional(),
      }),
    )
    .readonly(),
});

const SettingsAnswer = z.object({
  settings: z
    .array(
      z.object({
        name: z.string().describe('The environment variable.'),
        group: z.string(),
        value: z
          .string()
          .optional()
          .describe('As it is written; absent for a secret and for what is not set.'),
        origin: z.enum(['default', 'environment', 'file', 'option', 'unset']),
        path: z.string().optional().describe('File of a secret, where the origin is a file.'),
        default: z.string().optional(),
        isSecret: z.boolean(),
        effect: z
          .enum(['restart', 'restart-and-reindex'])
          .describe('What a change takes before it counts everywhere.'),
        meaning: z.string(),
        problem: z.string().optional(),
      }) satisfies z.ZodType<ToldSetting>,
    )
    .readonly(),
});

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.enum(codes),
  errors: z
    .array(
      z.object({
        pointer: z.string().describe('JSON pointer into the query or the body.'),
        detail: z.string(),
        position: z.int().optional(),
        suggestion: z.string().optional(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<ProblemDetails>;

export const ChangesAnswer = z.object({
  changes: z.array(Change).readonly(),
  next: z.string().optional().describe('`cursor` of the next page; absent on the last one.'),
});
export const BackupsAnswer = z.object({ backups: z.array(BackupReceipt).readonly() });
const VerificationAnswer = Verification.omit({ asker: true }).extend({
  state: Verification.shape.state.describe(
    'asked: no process has taken it yet, one with the fetch service does; interrupted: its process ended in the middle of it.',
  ),
  who: z.string().describe('Who asked for it.'),
}) satisfies z.ZodType<VerificationView>;
const IntegrityAnswer = z.object({
  verification: VerificationAnswer.optional().describe('The last one that somebody asked for.'),
  archive: ArchiveLook.optional().describe('The last part of the archive that the mill read by itself.'),
  databases: DatabaseLook.optional().describe('The last daily look at the files of SQLite.'),
  damage: z.object({
    total: count,
    records: z.array(DamageFound).readonly().describe('At most a hundred.'),
  }),
}) satisfies z.ZodType<IntegrityView>;

/** Every shape that the API answers with, by its name in the API description. */
export const answers = {
  Article: ArticleDocument,
  SearchAnswer,
  CompletionsAnswer,
  SourcesAnswer,
  PollAnswer,
  LiftedAnswer,
  FetchesAnswer,
  ExaminationAnswer,
  LedgerAnswer,
  AuditAnswer,
  ReportAnswer,
  ProcessesAnswer,
  OverviewAnswer,
  SeriesAnswer,
  DeadAnswer,
  DeadGroupsAnswer,
  DeadLetterAnswer,
  DeadReceipt,
  DeadReceiptsAnswer,
  ReplayAnswer,
  ReplayRunAnswer,
  ReplayRunsAnswer,
  TrialsAnswer,
  ExtractAnswer,
  SourceTestAnswer,
  PlanAnswer,
  PreviewAnswer,
  AddedSourceAnswer,
  ImportAnswer,
  VersionsAnswer,
  ComparisonAnswer,
  CoverageAnswer,
  RelatedAnswer,
  TimelineAnswer,
  TopAnswer,
  TrendsAnswer,
  Source,
  KeysAnswer,
  NewKeyAnswer,
  SessionsAnswer,
  SettingsAnswer,
  TakedownReceipt,
  TakedownsAnswer,
  ChangesAnswer,
  BackupsAnswer,
  IntegrityAnswer,
  VerificationAnswer,
  AgainAnswer,
  SavedSearchAnswer,
  SavedSearchesAnswer,
  SecretAnswer,
  AlertsAnswer,
  TestAnswer,
  Problem,
} as const;
export type AnswerName = keyof typeof answers;
