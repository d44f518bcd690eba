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
import { brakesOf, type SourceBraked } from '@newsmill/runtime';
import { quotaOfMill } from '@newsmill/settings';
import { compareNames } from './compare-names.ts';
import { noCounts, outcomesInPieces, type SourceCounts } from './count-outcomes.ts';
import { judgeChannel } from './judge-channel.ts';
import { judgeSource } from './judge-source.ts';
import type {
  ChannelView,
  Judgement,
  RevisitsView,
  SourceProblem,
  SourcesView,
  SourceView,
} from './source-view.ts';
import { useViewKeys, viewUse } from './view-use.ts';
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
    awaySince: data.awaySince,
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
  readonly state: Pick<State, 'channels' | 'channelsOf' | 'countFates' | 'read'>;
  readonly library: Pick<Library, 'countTold'>;
  readonly folder: {
    sources(): readonly Source[];
    problems(): readonly SourceProblem[];
  };
  /** What the mill says that every source may use a day; without it nothing. */
  readonly settings?: Parameters<typeof quotaOfMill>[0];
  /** Epoch milliseconds; the clock of the machine without it. */
  now?(): number;
}

/** Sources, or entries of the state, that are read at once: others that ask meanwhile get their turn. */
const mostAtOnce = 500;

/** Many entries of the state. */
async function readInTurns(
  state: SourcePorts['state'],
  keys: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let from = 0; from < keys.length; from += mostAtOnce) {
    if (from > 0) await nextTurn();
    for (const [key, value] of await state.read(keys.slice(from, from + mostAtOnce), now))
      found.set(key, value);
  }
  return found;
}

/** Until when sources, of many, are braked. */
async function brakesInTurns(
  state: SourcePorts['state'],
  ids: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, SourceBraked>> {
  const found = new Map<string, SourceBraked>();
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    if (from > 0) await nextTurn();
    for (const [id, brake] of await brakesOf(state, ids.slice(from, from + mostAtOnce), now))
      found.set(id, brake);
  }
  return found;
}

/** Until when domains wait because a server of theirs asked for a pause. */
async function pausesOf(
  state: SourcePorts['state'],
  channels: readonly FrontierItem[],
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const domains = [...new Set(channels.map(({ domain }) => domain))];
  const kept = await readInTurns(state, domains.map(pauseKey), now);
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
    : { ...judged, next: judged.next.replace(/sources (doctor|try|lift) ID/g, `sources $1 ${id}`) };
}

/** What the ledger and the library count, of every source. */
export interface SourceFigures {
  readonly counts: ReadonlyMap<string, SourceCounts>;
  /** Articles of others that a source told of too; undefined where the library cannot be asked now. */
  readonly told: ReadonlyMap<string, number> | undefined;
}

/** Counts what came from every source, or from one alone. */
export async function readFigures(
  { state, library, now = Date.now }: SourcePorts,
  sourceId?: string,
): Promise<SourceFigures> {
  const [fateCounts, told] = await Promise.all([
    state.countFates(sourceId === undefined ? {} : { sourceId }),
    sharedOf(library),
  ]);
  let counts: SourceFigures['counts'] = new Map();
  for (const found of outcomesInPieces(fateCounts, now())) {
    counts = found;
    if (sourceId === undefined) await nextTurn();
  }
  return { counts, told };
}

/** What is known of some sources besides their channels and figures. */
async function readBeside(
  state: SourcePorts['state'],
  {
    ids,
    channels,
    counts,
    at,
  }: {
    readonly ids: readonly string[];
    readonly channels: readonly FrontierItem[];
    readonly counts: SourceFigures['counts'];
    readonly at: number;
  },
) {
  const visited = ids.filter((id) => (counts.get(id)?.indexed ?? 0) > 0);
  const [brakes, pauses, watched, used, revisits] = await Promise.all([
    brakesInTurns(state, ids, at),
    pausesOf(state, channels, at),
    readInTurns(state, [...ids.map(driftKey), ...visited.map(paywallKey)], at),
    readInTurns(
      state,
      ids.flatMap((id) => useViewKeys(id, at)),
      at,
    ),
    revisitsOf(state, visited, at),
  ]);
  return { brakes, pauses, watched, used, revisits };
}

/** These sources by what arrives from them, in their order; `channels`: those of them at least. */
async function viewSources(
  { state, settings, now = Date.now }: SourcePorts,
  sources: readonly Source[],
  { counts, told, channels }: SourceFigures & { readonly channels: readonly FrontierItem[] },
): Promise<SourceView[]> {
  const at = now();
  const ids = sources.map(({ id }) => id);
  const ofMill = settings === undefined ? {} : quotaOfMill(settings);
  const { brakes, pauses, watched, used, revisits } = await readBeside(state, { ids, channels, counts, at });
  const channelsBy = Map.groupBy(channels, ({ sourceId }) => sourceId);
  const view = (source: Source): SourceView => {
    const known = (channelsBy.get(source.id) ?? []).map((item) =>
      named(channelView(item, at, pauses.get(item.domain)), source.id),
    );
    const missing = source.channels.filter(({ url }) => !known.some((one) => one.url === url));
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
    const today = viewUse(source, ofMill, used, at);
    const facts = {
      source,
      channels: all,
      brake: brakes.get(id),
      today,
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
      brake: brakes.get(id),
      today,
      paywall,
      revisits: revisits.get(id),
      channels: all,
    };
  };
  const views: SourceView[] = [];
  for (let from = 0; from < sources.length; from += mostAtOnce) {
    if (from > 0) await nextTurn();
    views.push(...sources.slice(from, from + mostAtOnce).map(view));
  }
  return views;
}

/** The views with those first that need somebody. */
export function byAttention(views: readonly SourceView[]): SourceView[] {
  const place = new Map(sourceStateNames.map((name, at) => [name, at]));
  return views.toSorted(
    (a, b) => (place.get(a.state) ?? 0) - (place.get(b.state) ?? 0) || compareNames(a.name, b.name),
  );
}

/** Some sources, in their order; `figures`: those that are known already. */
export async function readSomeSources(
  ports: SourcePorts,
  sources: readonly Source[],
  figures?: SourceFigures,
): Promise<readonly SourceView[]> {
  const [only] = sources;
  const ofOne = sources.length === 1 ? only?.id : undefined;
  const [channels, known] = await Promise.all([
    ports.state.channelsOf(sources.map(({ id }) => id)),
    figures ?? readFigures(ports, ofOne),
  ]);
  return viewSources(ports, sources, { ...known, channels });
}

/** All sources by what arrives from them, those first that need somebody, with the mistakes of their files. */
export async function readSources(ports: SourcePorts): Promise<SourcesView> {
  return { sources: (await readAllSources(ports)).sources, problems: ports.folder.problems() };
}

/** All sources, those first that need somebody, and the figures that they were judged by. */
export async function readAllSources(
  ports: SourcePorts,
): Promise<{ readonly sources: readonly SourceView[]; readonly figures: SourceFigures }> {
  const [channels, figures] = await Promise.all([ports.state.channels(), readFigures(ports)]);
  const views = await viewSources(ports, ports.folder.sources(), { ...figures, channels });
  return { sources: byAttention(views), figures };
}
