import { z } from 'zod';
import { ArticleGone } from './article/article-gone.ts';
import { ArticleTold } from './article/article-told.ts';
import { CleanArticle } from './article/clean-article.ts';
import { EnrichedArticle } from './article/enriched-article.ts';
import { FetchedPage } from './fetched-page.ts';
import { LedgerEvent, type StageName } from './ledger-event.ts';
import { AlertDelivery } from './saved-search.ts';
import type { Topic, TopicConfig } from './topic.ts';

/** Milliseconds. */
export const day = 86_400_000;

export const pageFetched: Topic<FetchedPage> = {
  name: 'newsmill.page.fetched',
  schema: FetchedPage,
  description: 'A page as it came over the wire; facts in the header `page`, the encoded body as value.',
  partitions: 6,
  cleanup: 'delete',
  retentionMs: 7 * day,
  retentionBytes: 20_000_000_000,
};
export const articleCleaned: Topic<CleanArticle> = {
  name: 'newsmill.article.cleaned',
  schema: CleanArticle,
  description: 'An article taken out of its page.',
  partitions: 6,
  cleanup: 'delete',
  retentionMs: 7 * day,
};
export const articleEnriched: Topic<EnrichedArticle | ArticleGone | ArticleTold> = {
  name: 'newsmill.article.enriched',
  // What says what it is is looked for first: unknown fields are no mistake in any.
  schema: z.union([ArticleGone, ArticleTold, EnrichedArticle]),
  description:
    'An article with its facts, ready for the library; or the news that an article is gone and leaves it, or that another source has told of it.',
  partitions: 6,
  cleanup: 'delete',
  retentionMs: 7 * day,
};
export const ledger: Topic<LedgerEvent> = {
  name: 'newsmill.ledger',
  schema: LedgerEvent,
  description: 'What became of every item at every stage; key `<item>/<stage>`.',
  partitions: 6,
  cleanup: 'compact',
};
/**
 * What a hub sent for a channel. Its body travels as base64, since it must reach the reader byte for byte;
 * without one the channel is only to be polled.
 */
export const ChannelPush = z.looseObject({
  channel: z.string().describe('Key of the channel in the frontier.'),
  sourceId: z.string(),
  contentType: z.string().default(''),
  body: z.string().optional().describe('Base64; absent where it was too large to travel.'),
  at: z.int(),
});
export type ChannelPush = z.output<typeof ChannelPush>;
export const channelPushed: Topic<ChannelPush> = {
  name: 'newsmill.channel.pushed',
  schema: ChannelPush,
  description:
    'What a WebSub hub sent for a channel, with its signature checked; key is that of the channel.',
  partitions: 6,
  cleanup: 'delete',
  retentionMs: 7 * day,
};
/** A delivery of an alert that was a dead letter and is to be sent again. */
export const AlertReplay = z.looseObject({
  search: z.string().describe('Id of the saved search.'),
  delivery: AlertDelivery,
});
export type AlertReplay = z.output<typeof AlertReplay>;
export const alertReplayed: Topic<AlertReplay> = {
  name: 'newsmill.alert.replayed',
  schema: AlertReplay,
  description:
    'A delivery of an alert that was a dead letter and is to be sent again; key is the id of the saved search.',
  partitions: 1,
  cleanup: 'delete',
  retentionMs: 7 * day,
};
/** The group that takes replayed deliveries. */
export const alertGroup = 'newsmill-alerts';
/** What the fetch stage could not get: no topic has it, so its dead letter is the first message of it. */
export const FailedRequest = z.looseObject({
  url: z.string(),
  sourceId: z.string(),
  item: z.string().describe('Key of the item in the frontier.'),
});
export type FailedRequest = z.output<typeof FailedRequest>;
/** The form of the message in the dead letter of a request; it is sent to no topic of its own. */
export const requestFailed: Pick<Topic<FailedRequest>, 'name' | 'schema'> = {
  name: 'newsmill.request.failed',
  schema: FailedRequest,
};
/** Dead letters carry the original message, so they have no schema of their own but that of their header. */
export const deadLetters: TopicConfig & { readonly description: string } = {
  name: 'newsmill.dead',
  description:
    'Messages and requests that failed for good, with the original bytes and headers and the reason.',
  partitions: 1,
  cleanup: 'delete',
  retentionMs: 90 * day,
};

/** One stage of the pipeline. `from` and `to` are absent at its ends. */
export interface PipelineStage {
  readonly stage: StageName;
  /** Consumer group. */
  readonly group: string;
  readonly from?: Topic<unknown>;
  readonly to?: Topic<unknown>;
}

/** The pipeline by the names of its stages: what each reads and writes. */
export const pipeline = {
  fetch: { stage: 'fetch', group: 'newsmill-fetch', to: pageFetched },
  clean: { stage: 'clean', group: 'newsmill-clean', from: pageFetched, to: articleCleaned },
  enrich: { stage: 'enrich', group: 'newsmill-enrich', from: articleCleaned, to: articleEnriched },
  index: { stage: 'index', group: 'newsmill-index', from: articleEnriched },
} as const satisfies Readonly<Record<string, PipelineStage>>;

/** The stages in the order in which an item passes them. */
export const stages = [pipeline.fetch, pipeline.clean, pipeline.enrich, pipeline.index] as const;

/** The group that folds the ledger topic into the state, where the API looks fates up. */
export const ledgerGroup = 'newsmill-ledger-view';

/** Number of rungs of the retry ladder that topics exist for. */
export const retryRungs = 3;

/** What the names of the retry topics of a stage begin with. */
export function retryPrefix(stage: StageName): string {
  return `newsmill.${stage}.retry.`;
}

/** Whether messages of a topic wait for their next try. */
export function isRetryTopic(name: string): boolean {
  return stages.some(({ stage }) => name.startsWith(retryPrefix(stage)));
}

/** Topic in which messages of a stage wait for their next try; `rung` counts from 0. */
export function retryTopic(stage: StageName, rung: number): TopicConfig {
  return {
    name: `${retryPrefix(stage)}${rung + 1}`,
    partitions: 1,
    cleanup: 'delete',
    retentionMs: 7 * day,
  };
}

/** A topic and the consumer groups that must acknowledge a message before it may go. */
export type TopicWithGroups = TopicConfig & { readonly groups: readonly string[] };

/** Every topic that the mill needs, made before anything is sent. */
export function allTopics(): TopicWithGroups[] {
  const topics: TopicWithGroups[] = [
    { ...ledger, groups: [ledgerGroup] },
    { ...deadLetters, groups: [] },
    { ...channelPushed, groups: [pipeline.fetch.group] },
    { ...alertReplayed, groups: [alertGroup] },
  ];
  for (const stage of stages) {
    if (!('from' in stage)) continue;
    topics.push({ ...stage.from, groups: [stage.group] });
    for (let rung = 0; rung < retryRungs; rung += 1)
      topics.push({ ...retryTopic(stage.stage, rung), groups: [stage.group] });
  }
  return topics.map(({ name, partitions, cleanup, retentionMs, retentionBytes, groups }) => ({
    name,
    partitions,
    cleanup,
    retentionMs,
    retentionBytes,
    groups,
  }));
}
