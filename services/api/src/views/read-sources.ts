import type { FrontierItem, Source } from '@newsmill/contracts';
import type { ChannelView, Overview, SourceState, SourcesView, SourceView } from '@newsmill/service-console';
import type { FateCount } from '@newsmill/store';
import { z } from 'zod';
import type { ApiPorts } from '../api-ports.ts';

/** What the fetch stage keeps with a channel; what does not fit is as good as absent. */
const ChannelData = z.object({
  channel: z.object({ kind: z.string(), url: z.string() }).optional().catch(undefined),
  lastStatus: z.int().optional().catch(undefined),
  lastAt: z.number().optional().catch(undefined),
  lastSuccessAt: z.number().optional().catch(undefined),
  lastError: z.string().optional().catch(undefined),
  entries: z.int().optional().catch(undefined),
  newEntries: z.int().optional().catch(undefined),
  why: z.string().optional().catch(undefined),
});
type ChannelData = z.output<typeof ChannelData>;

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?。]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function failureReason(data: ChannelData, attempt: number): string {
  const tries = attempt > 1 ? `The last ${attempt} tries failed` : 'The last try failed';
  const error =
    data.lastError ??
    (data.lastStatus === undefined ? 'no answer' : `the server answered ${data.lastStatus}`);
  return `${tries}: ${sentence(error)}${data.lastSuccessAt === undefined ? ' It has not worked yet.' : ''}`;
}

function successReason(data: ChannelData): string {
  if (data.lastStatus === 304) return 'The server answered 304: nothing has changed.';
  const status =
    data.lastStatus === undefined ? 'The server answered' : `The server answered ${data.lastStatus}`;
  if (data.entries === undefined) return `${status}.`;
  const fresh =
    data.newEntries === undefined
      ? ''
      : data.newEntries === 0
        ? ', none of them new'
        : `, ${data.newEntries} of them new`;
  return `${status} with ${data.entries} ${data.entries === 1 ? 'entry' : 'entries'}${fresh}.`;
}

/** One channel as people need to see it: its state, why, and when it is polled next. */
export function channelView(item: FrontierItem): ChannelView {
  const data = ChannelData.parse(item.data);
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
  const { channel, ...rest } = data;
  return {
    kind: channel?.kind ?? 'feed',
    url: channel?.url ?? item.url,
    state,
    reason,
    ...rest,
    attempt: item.attempt,
    nextAt: item.dueAt ?? undefined,
  };
}

function stateOf(
  source: Source,
  channels: readonly ChannelView[],
): { readonly state: SourceState; readonly reason: string } {
  if (!source.enabled) return { state: 'off', reason: 'Switched off in its file (enabled: false).' };
  const failing = channels.filter(({ state }) => state === 'failing');
  const [worst] = failing;
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
    reason: channels.length === 1 ? healthy.reason : `All ${channels.length} channels are well.`,
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

/** All sources, the broken ones first, with the mistakes of their files. */
export async function readSources(
  ports: Pick<ApiPorts, 'sources' | 'sourceProblems'> & {
    readonly state: Pick<ApiPorts['state'], 'channels' | 'countFates'>;
  },
): Promise<SourcesView> {
  const [channels, fateCounts] = await Promise.all([ports.state.channels(), ports.state.countFates({})]);
  const counts = countsBySource(fateCounts);
  const sources = ports.sources().map((source): SourceView => {
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
      ...stateOf(source, all),
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
  return { sources: sorted, problems: ports.sourceProblems() };
}

/** The figures of the front page. */
export async function readOverview(ports: ApiPorts): Promise<Overview> {
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
