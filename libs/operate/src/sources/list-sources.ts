import { setTimeout as sleep } from 'node:timers/promises';
import { sourceStateNames, type Source, type SourceState } from '@newsmill/contracts';
import type { Library } from '@newsmill/store';
import type { SourcesQuery } from '../inputs/parameters.ts';
import { pickSources, type PickedSources } from './pick-sources.ts';
import {
  byAttention,
  readAllSources,
  readSomeSources,
  readSources,
  type SourceFigures,
  type SourcePorts,
} from './read-sources.ts';
import type { Overview, SourceView } from './source-view.ts';

/** Up to so many sources are judged anew whenever somebody asks. */
const fewSources = 500;
/** After so long the kept list of many sources is made again, milliseconds. */
const freshMs = 10_000;
const afterMs = 50;
/** A list that is older than that is not shown where a newer one can be had soon. */
const oldMs = 60_000;
/** So long whoever asks waits for the new one, milliseconds; then the kept one is shown with its time. */
const patienceMs = 100;

/** All sources as they were judged last. */
interface KeptList {
  readonly views: readonly SourceView[];
  readonly figures: SourceFigures;
  /** What the folder held, by identity. */
  readonly sources: readonly Source[];
  /** Epoch milliseconds. */
  readonly at: number;
}

interface Shelf {
  kept?: KeptList;
  making?: Promise<KeptList>;
}

/** By the state that the lists are made from: a process may have several mills. */
const shelves = new WeakMap<object, Shelf>();

function shelfOf({ state }: SourcePorts): Shelf {
  const shelf = shelves.get(state) ?? {};
  shelves.set(state, shelf);
  return shelf;
}

async function makeList(ports: SourcePorts): Promise<KeptList> {
  const [at, sources] = [(ports.now ?? Date.now)(), ports.folder.sources()];
  const { sources: views, figures } = await readAllSources(ports);
  return { views, figures, sources, at };
}

/** The list that is being made; several who ask wait for the same one. */
function makeOnce(ports: SourcePorts, shelf: Shelf): Promise<KeptList> {
  shelf.making ??= makeList(ports)
    .then((list) => {
      shelf.kept = list;
      return list;
    })
    .finally(() => {
      delete shelf.making;
    });
  return shelf.making;
}

/** The kept list with what the folder of sources has changed since. */
async function withChanges(ports: SourcePorts, kept: KeptList): Promise<KeptList | undefined> {
  const sources = ports.folder.sources();
  if (sources === kept.sources) return kept;
  const before = new Set(kept.sources);
  const changed = sources.filter((source) => !before.has(source));
  if (changed.length > fewSources) return undefined;
  const ids = new Set(sources.map(({ id }) => id));
  const again = new Set(changed.map(({ id }) => id));
  const views = kept.views.filter(({ id }) => ids.has(id) && !again.has(id));
  const added = changed.length === 0 ? [] : await readSomeSources(ports, changed, kept.figures);
  return { ...kept, sources, views: byAttention([...views, ...added]) };
}

/** The list of many sources: the kept one where that is new enough, or a newer one is long in coming. */
async function keptList(ports: SourcePorts): Promise<KeptList> {
  const shelf = shelfOf(ports);
  if (shelf.kept === undefined) return makeOnce(ports, shelf);
  const age = (ports.now ?? Date.now)() - shelf.kept.at;
  if (age >= oldMs)
    await Promise.race([
      makeOnce(ports, shelf).catch(() => undefined),
      sleep(patienceMs, undefined, { ref: false }),
    ]);
  // Whoever asks now is answered first.
  else if (age >= freshMs)
    setTimeout(() => void makeOnce(ports, shelf).catch(() => undefined), afterMs).unref();
  const known = await withChanges(ports, shelf.kept);
  if (known === undefined) return makeOnce(ports, shelf);
  shelf.kept = known;
  return known;
}

/** Makes the list of many sources before anybody asks. What keeps it from being made, whoever asks is told. */
export async function prepareSources(ports: SourcePorts): Promise<void> {
  if (ports.folder.sources().length > fewSources) await keptList(ports).catch(() => undefined);
}

/** A page of sources; `asOf`: the time of the counts and the order, where they are not those of now. */
export interface ListedSources extends PickedSources {
  readonly asOf?: number;
}

/**
 * Some of the sources, as pickSources picks them. Of many sources the order and the counts are those of a list
 * that is a few seconds old; the channels of those on the page are read now.
 */
export async function listSources(ports: SourcePorts, query: SourcesQuery): Promise<ListedSources> {
  const { folder } = ports;
  if (folder.sources().length <= fewSources || query.limit === undefined)
    return pickSources(await readSources(ports), query);
  const { views, figures, sources, at } = await keptList(ports);
  const picked = pickSources({ sources: views, problems: folder.problems() }, query);
  const wanted = new Set(picked.sources.map(({ id }) => id));
  const shown = await readSomeSources(
    ports,
    sources.filter(({ id }) => wanted.has(id)),
    figures,
  );
  const byId = new Map(shown.map((view) => [view.id, view]));
  return { ...picked, sources: picked.sources.flatMap(({ id }) => byId.get(id) ?? []), asOf: at };
}

function statesBy(count: (state: SourceState) => number): Overview['states'] {
  const states = sourceStateNames.map((state) => [state, count(state)] as const);
  // Object.fromEntries forgets the keys that it is given: these are all of the table
  return Object.fromEntries(states) as Overview['states'];
}

/** The figures of the front page; of many sources a few seconds old. */
export async function readOverview(
  ports: SourcePorts & { readonly library: Pick<Library, 'count' | 'countTold'> },
): Promise<Overview> {
  const isMany = ports.folder.sources().length > fewSources;
  const [sources, articles] = await Promise.all([
    isMany ? keptList(ports).then(({ views }) => views) : readSources(ports).then((all) => all.sources),
    ports.library.count(),
  ]);
  const counts = new Map<SourceState, number>();
  for (const { state } of sources) counts.set(state, (counts.get(state) ?? 0) + 1);
  const sum = (pick: (source: SourceView) => number) =>
    sources.reduce((total, source) => total + pick(source), 0);
  return {
    articles,
    sources: sources.length,
    states: statesBy((state) => counts.get(state) ?? 0),
    waiting: sum(({ waiting }) => waiting),
    dead: sum(({ dead }) => dead),
  };
}
