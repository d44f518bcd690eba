import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  ChannelMemory,
  driftKey,
  isMostlyPaywalled,
  paywallKey,
  readDriftAlarm,
  readPaywallCount,
  sourceStateNames,
  type FrontierItem,
  type Source,
  type SourceState,
} from '@newsmill/contracts';
import { pauseKey, revisitKeys, usualEntries } from '@newsmill/fetch';
import { LibraryTimeout, LibraryUnreachable, type Library, type State } from '@newsmill/store';
import { brakesOf } from '@newsmill/runtime';
import { countOutcomes, noCounts } from './count-outcomes.ts';
import { judgeChannel } from './judge-channel.ts';
import { judgeSource } from './judge-source.ts';
import type {
  ChannelView,
  Judgement,
  Overview,
  RevisitsView,
  SourceProblem,
  SourcesView,
  SourceView,
} from './source-view.ts';
import { viewRevisits } from './view-revisits.ts';

function leftOutOf({ leftOut }: ChannelMemory): ChannelView['leftOut'] {
  if (leftOut === undefined) return undefined;
  return Object.entries(leftOut).map(([reason, said]) => ({ reason, ...said }));
}

/** One channel as people need to see it: its state, why, and when it is polled next. */
function channelView(item: FrontierItem, now: number, pausedUntil: number | undefined): ChannelView {
  const data = ChannelMemory.parse(item.data);
  const { channel, fault, lastStatus, lastAt, lastSuccessAt, lastError, entries, newEntries, why } = data;
  return {
    kind: channel?.kind ?? 'feed',
    url: channel?.url ?? item.url,
    ...judgeChannel({ ...item, data, now, pausedUntil }),
    fault: fault?.name,
    lastStatus,
    lastAt,
    lastSuccessAt,
    lastError,
    entries,
    newEntries,
    usualEntries: data.size === undefined ? undefined : Math.round(usualEntries(data.size)),
    lastNewAt: data.lastNewAt,
    quietMs: data.quietMs,
    movedTo: data.movedTo,
    leftOut: leftOutOf(data),
    waiting: data.waiting,
    why,
    attempt: item.attempt,
    nextAt: item.dueAt ?? undefined,
  };
}

/** What is needed to tell of sources. */
export interface SourcePorts {
  readonly state: Pick<State, 'channels' | 'countFates' | 'read'>;
  readonly library: Pick<Library, 'countTold'>;
  readonly folder: {
    sources(): readonly Source[];
    problems(): readonly SourceProblem[];
  };
  /** Epoch milliseconds; the clock of the machine without it. */
  now?(): number;
}

/** Until when domains wait because a server of theirs asked for a pause. */
async function pausesOf(
  state: SourcePorts['state'],
  channels: readonly FrontierItem[],
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const domains = [...new Set(channels.map(({ domain }) => domain))];
  if (domains.length === 0) return new Map();
  const kept = await state.read(domains.map(pauseKey), now);
  return new Map(
    domains.flatMap((domain) => {
      const until = Number(kept.get(pauseKey(domain)));
      return until > now ? [[domain, until] as const] : [];
    }),
  );
}

/** Of each source, the articles of others that it told of too; undefined where the library cannot be asked now. */
async function sharedOf(library: SourcePorts['library']): Promise<ReadonlyMap<string, number> | undefined> {
  try {
    return await library.countTold();
  } catch (error) {
    // What arrives from the sources is shown without it.
    if (error instanceof LibraryUnreachable || error instanceof LibraryTimeout) return undefined;
    throw error;
  }
}

/** Sources whose entries are read at once: others that ask the state meanwhile get their turn. */
const mostAtOnce = 500;

/** What later visits of pages found, of each source whose pages were visited. */
async function revisitsOf(
  state: SourcePorts['state'],
  ids: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, RevisitsView>> {
  const found = new Map<string, RevisitsView>();
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const some = ids.slice(from, from + mostAtOnce);
    const values = await state.read(some.flatMap(revisitKeys), now);
    for (const id of values.size === 0 ? [] : some) {
      const view = viewRevisits(id, values);
      if (view !== undefined) found.set(id, view);
    }
    await nextTurn();
  }
  return found;
}

/** What is so of most of the newest articles, without what only the state keeps with it. */
function paywallOf(value: string | undefined): SourceView['paywall'] {
  const count = readPaywallCount(value);
  if (count === undefined || !isMostlyPaywalled(count)) return undefined;
  const { site, marked, of, words } = count;
  return { site, marked, of, words };
}

/** Words that stand for the id of a source in what is said of any. */
function named<T extends Judgement<SourceState>>(judged: T, id: string): T {
  return judged.next === undefined
    ? judged
    : { ...judged, next: judged.next.replace(/sources (doctor|try) ID/g, `sources $1 ${id}`) };
}

/** All sources by what arrives from them, those first that need somebody, with the mistakes of their files. */
export async function readSources({
  state,
  library,
  folder,
  now = Date.now,
}: SourcePorts): Promise<SourcesView> {
  const at = now();
  const [channels, fateCounts, told] = await Promise.all([
    state.channels(),
    state.countFates({}),
    sharedOf(library),
  ]);
  const counts = countOutcomes(fateCounts, at);
  const ids = folder.sources().map(({ id }) => id);
  const visited = ids.filter((id) => (counts.get(id)?.indexed ?? 0) > 0);
  const [brakes, pauses, watched, revisits] = await Promise.all([
    brakesOf(state, ids, at),
    pausesOf(state, channels, at),
    ids.length === 0
      ? new Map<string, string>()
      : state.read([...ids.map(driftKey), ...visited.map(paywallKey)], at),
    revisitsOf(state, visited, at),
  ]);
  const channelsBy = Map.groupBy(channels, ({ sourceId }) => sourceId);
  const sources = folder.sources().map((source): SourceView => {
    const known = (channelsBy.get(source.id) ?? []).map((item) =>
      named(channelView(item, at, pauses.get(item.domain)), source.id),
    );
    const missing = source.channels.filter(({ url }) => !known.some((view) => view.url === url));
    const all = [
      ...known,
      ...missing.map(
        ({ kind, url }): ChannelView => ({ kind, url, state: 'new', reason: 'Not polled yet.', attempt: 0 }),
      ),
    ];
    const { id, name, language, country, tags, licence, rights } = source;
    const counted = counts.get(id) ?? noCounts;
    const { items, indexed, waiting, dead, recent } = counted;
    const shared = told === undefined ? undefined : (told.get(id) ?? 0);
    const paywall = paywallOf(watched.get(paywallKey(id)));
    const facts = {
      source,
      channels: all,
      brakedUntil: brakes.get(id),
      counts: { ...counted, shared },
      alarm: readDriftAlarm(watched.get(driftKey(id))),
      paywall,
      now: at,
    };
    return {
      id,
      name,
      ...named(judgeSource(facts), id),
      language,
      country,
      tags,
      licence,
      rights,
      items,
      indexed,
      shared,
      waiting,
      dead,
      recent: { finished: recent.finished, articles: recent.articles },
      paywall,
      revisits: revisits.get(id),
      channels: all,
    };
  });
  const place = ({ state: one }: SourceView) => sourceStateNames.indexOf(one);
  const sorted = sources.toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'en'));
  return { sources: sorted, problems: folder.problems() };
}

function statesBy(count: (state: SourceState) => number): Overview['states'] {
  const states = sourceStateNames.map((state) => [state, count(state)] as const);
  // Object.fromEntries forgets the keys that it is given: these are all of the table
  return Object.fromEntries(states) as Overview['states'];
}

/** The figures of the front page. */
export async function readOverview(
  ports: SourcePorts & { readonly library: Pick<Library, 'count' | 'countTold'> },
): Promise<Overview> {
  const [{ sources }, articles] = await Promise.all([readSources(ports), ports.library.count()]);
  const count = (state: SourceState) => sources.filter((source) => source.state === state).length;
  const sum = (pick: (source: SourceView) => number) =>
    sources.reduce((total, source) => total + pick(source), 0);
  return {
    articles,
    sources: sources.length,
    states: statesBy(count),
    waiting: sum(({ waiting }) => waiting),
    dead: sum(({ dead }) => dead),
  };
}
