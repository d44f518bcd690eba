import { isRetryTopic, stages, type Source, type StageName } from '@newsmill/contracts';
import type { Bus, TopicLag } from '@newsmill/bus';
import type { FateCount, Library, State } from '@newsmill/store';

/** A host with the sources that are read there. */
export interface GraphHost {
  readonly host: string;
  readonly sources: number;
  readonly channels: number;
  /** Items that its sources told of. */
  readonly items: number;
}

/** A stage, and what waits for it. */
export interface GraphStage {
  readonly stage: StageName;
  /** Topic that it takes from; the fetch stage takes from the frontier. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Items whose way ends or stands here now. */
  readonly here: Readonly<Record<string, number>>;
  /** Messages that it has not acknowledged. */
  readonly waiting: number;
  /** Messages that wait for their next try. */
  readonly retrying: number;
}

/** The mill as it is laid out, with what is where. */
export interface MillGraph {
  /** Those with the most items first. */
  readonly hosts: readonly GraphHost[];
  /** Hosts beyond those that are listed, and what they have. */
  readonly others: Omit<GraphHost, 'host'> & { readonly hosts: number };
  readonly discovered: number;
  readonly stages: readonly GraphStage[];
  readonly dead: number;
  /** Articles in the library. */
  readonly library: number;
}

interface GraphPorts {
  readonly state: Pick<State, 'countFates'>;
  readonly bus: Pick<Bus, 'lag'>;
  readonly library: Pick<Library, 'count'>;
  readonly folder: { sources(): readonly Source[] };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/**
 * The hosts of the sources: a source of several hosts counts with that of its first channel. Sources whose file is
 * gone, or that have none, as those of the demonstration, stand together.
 */
function hostsOf(sources: readonly Source[], itemsOf: ReadonlyMap<string, number>): GraphHost[] {
  const byHost = Map.groupBy(sources, ({ channels }) => URL.parse(channels[0]?.url ?? '')?.host ?? '');
  const known = new Set(sources.map(({ id }) => id));
  const strangers = [...itemsOf].filter(([id]) => !known.has(id));
  const without = {
    host: 'sources without a file',
    sources: strangers.length,
    channels: 0,
    items: sum(strangers.map(([, count]) => count)),
  };
  const named = [...byHost].map(([host, own]) => ({
    host,
    sources: own.length,
    channels: sum(own.map(({ channels }) => channels.length)),
    items: sum(own.map(({ id }) => itemsOf.get(id) ?? 0)),
  }));
  return [...named, ...(strangers.length === 0 ? [] : [without])].toSorted(
    (a, b) => b.items - a.items || a.host.localeCompare(b.host, 'en'),
  );
}

function stageOf(
  step: (typeof stages)[number],
  counts: readonly FateCount[],
  lags: readonly TopicLag[],
): GraphStage {
  const here: Record<string, number> = {};
  for (const { stage, fate, count } of counts)
    if (stage === step.stage) here[fate] = (here[fate] ?? 0) + count;
  const messagesOf = (list: readonly TopicLag[]) => sum(list.map(({ messages }) => messages));
  return {
    stage: step.stage,
    from: 'from' in step ? step.from.name : undefined,
    to: 'to' in step ? step.to.name : undefined,
    here,
    waiting: messagesOf(lags.filter(({ topic }) => !isRetryTopic(topic))),
    retrying: messagesOf(lags.filter(({ topic }) => isRetryTopic(topic))),
  };
}

/** How the mill is laid out, with counts; `most`: hosts that are listed by name. */
export async function readGraph(
  { state, bus, library, folder }: GraphPorts,
  most: number,
): Promise<MillGraph> {
  const [counts, articles, lags] = await Promise.all([
    state.countFates({}),
    library.count(),
    Promise.all(stages.map(async (step) => ('from' in step ? await bus.lag(step.group) : []))),
  ]);
  const itemsOf = new Map<string, number>();
  for (const { sourceId, count } of counts) itemsOf.set(sourceId, (itemsOf.get(sourceId) ?? 0) + count);
  const hosts = hostsOf(folder.sources(), itemsOf);
  const rest = hosts.slice(most);
  return {
    hosts: hosts.slice(0, most),
    others: {
      hosts: rest.length,
      sources: sum(rest.map(({ sources }) => sources)),
      channels: sum(rest.map(({ channels }) => channels)),
      items: sum(rest.map(({ items }) => items)),
    },
    discovered: sum(counts.map(({ count }) => count)),
    stages: stages.map((step, place) => stageOf(step, counts, lags[place] ?? [])),
    dead: sum(counts.flatMap(({ fate, count }) => (fate === 'dead' ? [count] : []))),
    library: articles,
  };
}
