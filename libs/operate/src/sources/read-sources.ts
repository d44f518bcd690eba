import { ChannelMemory, type FrontierItem, type Source } from '@newsmill/contracts';
import type { FateCount, Library, State } from '@newsmill/store';
import { brakesOf } from '@newsmill/runtime';
import type {
  ChannelView,
  Overview,
  SourceProblem,
  SourceState,
  SourcesView,
  SourceView,
} from './source-view.ts';

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?。]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function failureReason(data: ChannelMemory, attempt: number): string {
  const tries = attempt > 1 ? `The last ${attempt} tries failed` : 'The last try failed';
  const error =
    data.lastError ??
    (data.lastStatus === undefined ? 'no answer' : `the server answered ${data.lastStatus}`);
  return `${tries}: ${sentence(error)}${data.lastSuccessAt === undefined ? ' It has not worked yet.' : ''}`;
}

function successReason(data: ChannelMemory): string {
  if (data.lastStatus === 304) return 'The server answered 304: nothing has changed.';
  const status =
    data.lastStatus === undefined ? 'The server answered' : `The server answered ${data.lastStatus}`;
  if (data.entries === undefined) return `${status}.`;
  const fresh =
    data.newEntries === undefined ? '' : data.newEntries === 0 ? ', none new' : `, ${data.newEntries} new`;
  return `${status} with ${data.entries} ${data.entries === 1 ? 'entry' : 'entries'}${fresh}.`;
}

/** One channel as people need to see it: its state, why, and when it is polled next. */
function channelView(item: FrontierItem): ChannelView {
  const data = ChannelMemory.parse(item.data);
  const isFailing = item.attempt > 0 || (data.lastError !== undefined && data.lastError !== '');
  const state = data.lastAt === undefined && !isFailing ? 'new' : isFailing ? 'failing' : 'healthy';
  const isArchive = data.channel?.kind === 'warc' && state === 'healthy' && data.why !== undefined;
  const reason = isArchive
    ? sentence(data.why ?? '')
    : state === 'new'
      ? 'Not polled yet.'
      : state === 'failing'
        ? failureReason(data, item.attempt)
        : successReason(data);
  const { channel, lastStatus, lastAt, lastSuccessAt, lastError, entries, newEntries, why } = data;
  return {
    kind: channel?.kind ?? 'feed',
    url: channel?.url ?? item.url,
    state,
    reason,
    lastStatus,
    lastAt,
    lastSuccessAt,
    lastError,
    entries,
    newEntries,
    why,
    attempt: item.attempt,
    nextAt: item.dueAt ?? undefined,
  };
}

/** A braked source is no failing one: its channels are read, its pages wait. */
function brakeReason(until: number): string {
  return `Braked until ${new Date(until).toISOString().slice(0, 19)}Z: page after page took too long to process, so its pages wait (see Failures in docs/troubleshoot.md).`;
}

function stateOf(
  source: Source,
  channels: readonly ChannelView[],
  braked: number | undefined,
): { readonly state: SourceState; readonly reason: string } {
  if (!source.enabled) return { state: 'off', reason: 'Switched off in its file (enabled: false).' };
  const failing = channels.filter(({ state }) => state === 'failing');
  const [worst] = failing;
  if (braked !== undefined && failing.length < Math.max(1, channels.length))
    return { state: 'degraded', reason: brakeReason(braked) };
  if (worst !== undefined && failing.length === channels.length)
    return { state: 'failing', reason: worst.reason };
  if (worst !== undefined)
    return {
      state: 'degraded',
      reason: `${failing.length} of ${channels.length} channels fail. ${worst.reason}`,
    };
  const [healthy] = channels.filter(({ state }) => state === 'healthy');
  if (healthy === undefined)
    return { state: 'new', reason: 'Not polled yet; its turn comes as soon as its host is free.' };
  return {
    state: 'healthy',
    reason: channels.length === 1 ? healthy.reason : `All ${channels.length} channels are healthy.`,
  };
}

interface Counts {
  readonly items: number;
  readonly indexed: number;
  readonly waiting: number;
  readonly dead: number;
}
const noCounts: Counts = { items: 0, indexed: 0, waiting: 0, dead: 0 };

function countsBySource(counts: readonly FateCount[]): ReadonlyMap<string, Counts> {
  const found = new Map<string, Counts>();
  for (const { sourceId, fate, count } of counts) {
    const known = found.get(sourceId) ?? noCounts;
    const of = (name: FateCount['fate']) => (fate === name ? count : 0);
    found.set(sourceId, {
      items: known.items + count,
      indexed: known.indexed + of('indexed'),
      waiting: known.waiting + of('waiting'),
      dead: known.dead + of('dead'),
    });
  }
  return found;
}

const order: readonly SourceState[] = ['failing', 'degraded', 'new', 'healthy', 'off'];

/** What is needed to tell of sources. */
export interface SourcePorts {
  readonly state: Pick<State, 'channels' | 'countFates' | 'read'>;
  readonly folder: {
    sources(): readonly Source[];
    problems(): readonly SourceProblem[];
  };
}

/** All sources, the broken ones first, with the mistakes of their files. */
export async function readSources({ state, folder }: SourcePorts): Promise<SourcesView> {
  const [channels, fateCounts] = await Promise.all([state.channels(), state.countFates({})]);
  const counts = countsBySource(fateCounts);
  const brakes = await brakesOf(
    state,
    folder.sources().map(({ id }) => id),
    Date.now(),
  );
  const sources = folder.sources().map((source): SourceView => {
    const known = channels.filter((item) => item.sourceId === source.id).map(channelView);
    const missing = source.channels.filter(({ url }) => !known.some((view) => view.url === url));
    const all = [
      ...known,
      ...missing.map(
        ({ kind, url }): ChannelView => ({ kind, url, state: 'new', reason: 'Not polled yet.', attempt: 0 }),
      ),
    ];
    const { id, name, language, country, tags, licence } = source;
    return {
      id,
      name,
      ...stateOf(source, all, brakes.get(id)),
      language,
      country,
      tags,
      licence,
      ...(counts.get(id) ?? noCounts),
      channels: all,
    };
  });
  const sorted = sources.toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.name.localeCompare(b.name, 'en'),
  );
  return { sources: sorted, problems: folder.problems() };
}

/** The figures of the front page. */
export async function readOverview(
  ports: SourcePorts & { readonly library: Pick<Library, 'count'> },
): Promise<Overview> {
  const [{ sources }, articles] = await Promise.all([readSources(ports), ports.library.count()]);
  const states = { healthy: 0, degraded: 0, failing: 0, new: 0, off: 0 };
  for (const { state } of sources) states[state] += 1;
  const sum = (pick: (source: SourceView) => number) =>
    sources.reduce((total, source) => total + pick(source), 0);
  return {
    articles,
    sources: sources.length,
    states,
    waiting: sum(({ waiting }) => waiting),
    dead: sum(({ dead }) => dead),
  };
}
