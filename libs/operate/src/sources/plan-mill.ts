import type { Source } from '@newsmill/contracts';
import { readTaken, takenKey } from '@newsmill/fetch';
import type { Problem } from '@newsmill/source-files';
import type { StateReader } from '@newsmill/store';
import type { RequestPolicy } from './count-requests.ts';
import { knownSources, planSources, type KnownSources, type SourcesPlan } from './plan-sources.ts';

/** What a plan is made of: the files, and what the mill took up. */
export interface PlanningPorts {
  readonly folder: { sources(): readonly Source[]; isUnsure(id: string): boolean };
  readonly state: Pick<StateReader, 'channels' | 'countFates' | 'read'>;
  readonly settings: RequestPolicy;
  now(): number;
}

/** Sources as they would be. */
export interface WantedSources {
  readonly sources: readonly Source[];
  /** Whether those that are not among them go; else they stay as they are. */
  readonly isWhole: boolean;
  /** Whether it cannot be told what is wanted of a source. */
  isUnsure?(id: string): boolean;
}

export interface PlanWish {
  /** Without them the files of the mill, compared with what it took up last. */
  readonly wanted?: WantedSources | undefined;
  /** Sources of the program itself, which are left out. */
  readonly builtIn?: ReadonlySet<string>;
}

/** Sources that are read from the state at once. */
const mostAtOnce = 1_000;

async function takenOf(
  { state, now }: Pick<PlanningPorts, 'state' | 'now'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Source>> {
  const taken = new Map<string, Source>();
  for (let at = 0; at < ids.length; at += mostAtOnce) {
    const some = ids.slice(at, at + mostAtOnce);
    const texts = await state.read(some.map(takenKey), now());
    for (const id of some) {
      const source = readTaken(texts.get(takenKey(id)));
      if (source?.id === id) taken.set(id, source);
    }
  }
  return taken;
}

async function known(
  ports: PlanningPorts,
  files: readonly Source[],
  builtIn: ReadonlySet<string>,
): Promise<KnownSources> {
  const [items, counts] = [await ports.state.channels(), await ports.state.countFates({})];
  const ids = [...new Set([...items.map(({ sourceId }) => sourceId), ...files.map(({ id }) => id)])];
  return knownSources(items, counts, { builtIn, taken: await takenOf(ports, ids), now: ports.now() });
}

/**
 * What changed sources would do to this mill, compared with its files; or what its files change in what it
 * took up last. Asks nobody and changes nothing.
 */
export async function planMill(
  ports: PlanningPorts,
  { wanted, builtIn = new Set() }: PlanWish = {},
): Promise<SourcesPlan> {
  const files = ports.folder.sources().filter(({ id }) => !builtIn.has(id));
  const { before, rhythms, left } = await known(ports, files, builtIn);
  const facts = { rhythms, left, policy: ports.settings };
  if (wanted === undefined)
    return planSources({ ...facts, before, after: files, isUnsure: (id) => ports.folder.isUnsure(id) });
  const named = new Set(wanted.sources.map(({ id }) => id));
  const others = wanted.isWhole ? [] : files.filter(({ id }) => !named.has(id));
  return planSources({
    ...facts,
    before: files.map((source) => ({ id: source.id, channels: source.channels, source })),
    after: [...wanted.sources, ...others],
    isUnsure: (id) => wanted.isUnsure?.(id) === true,
  });
}

/** Sources as somebody sends them, to be compared with those of the mill. */
export interface GivenSources {
  readonly sources?: readonly Source[] | undefined;
  /** The text of one source file. */
  readonly file?: string | undefined;
  /** Whether those that are not named go. */
  readonly whole: boolean;
}

/** A plan, with the mistakes of the file that was sent, or of those of the mill. */
export interface GivenPlan extends SourcesPlan {
  readonly problems: readonly Problem[];
}

/** As planMill, for sources that were sent; without any for the files of the mill. */
export async function planGiven(
  ports: PlanningPorts & { readonly folder: { problems(): readonly Problem[] } },
  { sources, file, whole }: GivenSources,
): Promise<GivenPlan> {
  if (file === undefined) {
    const wanted = sources === undefined ? undefined : { sources, isWhole: whole };
    const problems = sources === undefined ? ports.folder.problems() : [];
    return { ...(await planMill(ports, { wanted })), problems };
  }
  const { validateSources } = await import('@newsmill/source-files');
  const read = validateSources([{ path: 'source.yaml', text: file }]);
  const wanted = { sources: read.sources, isWhole: false };
  return { ...(await planMill(ports, { wanted })), problems: read.problems };
}
