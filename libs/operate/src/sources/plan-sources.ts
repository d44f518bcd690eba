import { Channel, ChannelMemory, finalFates, type FrontierItem, type Source } from '@newsmill/contracts';
import { withoutHeaderValues } from '@newsmill/fetch';
import type { FateCount } from '@newsmill/store';
import { compareChannels, compareSources, type FieldChange } from './compare-sources.ts';
import { countOutcomes } from './count-outcomes.ts';
import { countRequests, type DailyRequests, type KnownRhythm, type RequestPolicy } from './count-requests.ts';

/**
 * A source before a change; without `source`, its channels alone are known: an earlier version took it up, or it
 * says more than is kept.
 */
export interface SourceBefore {
  readonly id: string;
  readonly channels: readonly Channel[];
  readonly source?: Source;
}

/** What a mill knows of its sources. */
export interface KnownSources {
  /** By source: the channels that it polls for it. */
  readonly before: readonly SourceBefore[];
  readonly rhythms: ReadonlyMap<string, KnownRhythm>;
  readonly left: ReadonlyMap<string, LeftBehind>;
}

/**
 * What becomes of a source. `kept`: its file cannot be read, or is just being written, so the mill keeps it
 * as it is.
 */
export type PlannedEffect = 'added' | 'changed' | 'removed' | 'kept';

/**
 * What a source leaves behind that goes: its articles stay, and are visited no more; pages that wait to be
 * fetched are dropped (`no-source`); those that are fetched already become articles.
 */
export interface LeftBehind {
  readonly articles: number;
  readonly waiting: number;
  readonly underWay: number;
}

export interface PlannedSource {
  readonly id: string;
  readonly name?: string;
  readonly effect: PlannedEffect;
  readonly changes: readonly FieldChange[];
  readonly before?: DailyRequests;
  readonly after?: DailyRequests;
  /** A source that goes and had the same channel: perhaps the id was changed. */
  readonly insteadOf?: string;
  /** Whether its channels alone could be compared. */
  readonly isPartly?: boolean;
  /** Of a source that goes. */
  readonly leaves?: LeftBehind;
}

export interface SourcesPlan {
  /** In the order of their ids; those that stay as they are are counted alone. */
  readonly sources: readonly PlannedSource[];
  readonly unchanged: number;
  /** Sources whose channels alone could be compared, those that stay as they are among them. */
  readonly partly: number;
  /** Requests a day of all sources; of pages, as far as they are known. */
  readonly requests: { readonly before: Required<DailyRequests>; readonly after: Required<DailyRequests> };
}

export interface PlanInput extends KnownSources {
  readonly after: readonly Source[];
  /** Whether it cannot be told what is wanted of a source: nothing of it may be dropped. */
  isUnsure(id: string): boolean;
  readonly policy: RequestPolicy;
}

/** A channel as the mill took it up. */
function channelOf({ url, data }: FrontierItem): Channel {
  const { channel } = ChannelMemory.parse(data);
  const parsed = Channel.safeParse(channel ?? { url });
  return parsed.success ? parsed.data : { kind: 'feed', url };
}

function leftOf(counts: readonly FateCount[]): LeftBehind {
  const sum = (isOne: (count: FateCount) => boolean) =>
    counts.filter(isOne).reduce((total, { count }) => total + count, 0);
  return {
    articles: sum(({ fate }) => fate === 'indexed'),
    waiting: sum(({ fate }) => fate === 'waiting'),
    underWay: sum(({ fate }) => fate !== 'waiting' && !finalFates.has(fate)),
  };
}

/** What is known of what a mill took up. */
export interface TakenUp {
  /** Sources of the program itself, which are left out. */
  readonly builtIn: ReadonlySet<string>;
  /** Sources as they were taken up, where that is known. */
  readonly taken: ReadonlyMap<string, Source>;
  readonly now: number;
}

/** The sources that a mill took up: as they were then, else by the channels that it polls. */
export function knownSources(
  items: readonly FrontierItem[],
  counts: readonly FateCount[],
  { builtIn, taken, now }: TakenUp,
): KnownSources {
  const outcomes = countOutcomes(counts, now);
  const own = [...Map.groupBy(items, ({ sourceId }) => sourceId)].filter(([id]) => !builtIn.has(id));
  const isConfigured = ({ data }: FrontierItem) =>
    data['parent'] === undefined && data['discovered'] !== true;
  const polled = new Set(own.map(([id]) => id));
  // Switched off, a source has no channels; one that is on and has none was never taken up, or is gone.
  const off = [...taken.values()].filter(
    ({ id, enabled }) => !enabled && !polled.has(id) && !builtIn.has(id),
  );
  return {
    before: [
      ...own.map(([id, channels]) => {
        const source = taken.get(id);
        const polledOnes = channels.filter(isConfigured).map(channelOf);
        return { id, channels: polledOnes, ...(source?.enabled === true ? { source } : {}) };
      }),
      ...off.map((source) => ({ id: source.id, channels: [], source })),
    ],
    rhythms: new Map(
      own.map(([id, channels]) => [id, { channels, pages: outcomes.get(id)?.recent.finished ?? 0 }]),
    ),
    left: new Map([...Map.groupBy(counts, ({ sourceId }) => sourceId)].map(([id, all]) => [id, leftOf(all)])),
  };
}

function changesOf({ source, channels }: SourceBefore, after: Source): readonly FieldChange[] {
  if (source !== undefined) return compareSources(withoutHeaderValues(source), withoutHeaderValues(after));
  if (after.enabled) return compareChannels(channels, after.channels);
  return channels.length === 0 ? [] : [{ path: 'enabled', before: 'true', after: 'false' }];
}

function requestsBefore(was: SourceBefore, after: Source | undefined, { policy, rhythms }: PlanInput) {
  const { source, channels, id } = was;
  const asking = source ?? {
    enabled: channels.length > 0,
    channels: [...channels],
    feedOnly: after?.feedOnly,
  };
  return countRequests(asking, policy, rhythms.get(id));
}

/** A source that is there after the change; undefined where it stays as it is. */
function planOne(after: Source, was: SourceBefore | undefined, input: PlanInput): PlannedSource {
  const { id, name } = after;
  const requests = countRequests(after, input.policy, input.rhythms.get(id));
  if (was === undefined) {
    const urls = new Set(after.channels.map(({ url }) => url));
    const from = input.before.find(
      (one) =>
        !input.after.some((other) => other.id === one.id) && one.channels.some(({ url }) => urls.has(url)),
    );
    return { id, name, effect: 'added', changes: [], after: requests, insteadOf: from?.id };
  }
  const before = requestsBefore(was, after, input);
  const changes = changesOf(was, after);
  const isPartly = was.source === undefined ? { isPartly: true } : {};
  return { id, name, effect: 'changed', changes, before, after: requests, ...isPartly };
}

function goneSource(was: SourceBefore, input: PlanInput): PlannedSource {
  const before = requestsBefore(was, undefined, input);
  const facts = { id: was.id, name: was.source?.name, changes: [], before };
  return input.isUnsure(was.id)
    ? { ...facts, effect: 'kept', after: before }
    : { ...facts, effect: 'removed', leaves: input.left.get(was.id) ?? leftOf([]) };
}

function sumOf(all: readonly (DailyRequests | undefined)[]): Required<DailyRequests> {
  return {
    polls: all.reduce((sum, one) => sum + (one?.polls ?? 0), 0),
    pages: all.reduce((sum, one) => sum + (one?.pages ?? 0), 0),
  };
}

/**
 * What changed source files would do to a mill: the sources that come, go and change, field by field, and the
 * requests that this asks of publishers. Asks nobody.
 */
export function planSources(input: PlanInput): SourcesPlan {
  const was = new Map(input.before.map((one) => [one.id, one]));
  const there = new Set(input.after.map(({ id }) => id));
  // A source that is switched off and of which nothing is known is none yet.
  const isNothing = (source: Source) => !source.enabled && !was.has(source.id);
  const all = [
    ...input.after
      .filter((source) => !isNothing(source))
      .map((source) => planOne(source, was.get(source.id), input)),
    ...input.before.filter(({ id }) => !there.has(id)).map((one) => goneSource(one, input)),
  ];
  const isSame = ({ effect, changes }: PlannedSource) => effect === 'changed' && changes.length === 0;
  return {
    sources: all.filter((one) => !isSame(one)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    unchanged: all.filter(isSame).length,
    partly: all.filter(({ isPartly }) => isPartly === true).length,
    requests: { before: sumOf(all.map(({ before }) => before)), after: sumOf(all.map(({ after }) => after)) },
  };
}
