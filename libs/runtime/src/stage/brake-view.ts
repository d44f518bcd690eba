import type { StateReader, StateWriter } from '@newsmill/store';
import { brakeKey, brakingStages, readBrake } from './source-brake.ts';
import { heavyKey } from './source-weights.ts';

/** What is known of a brake is believed so long, milliseconds. */
const freshMs = 2_000;
/** Sources above which what is known is forgotten. */
const manySources = 10_000;

const brakeKeysOf = (sourceId: string): string[] => brakingStages.map((stage) => brakeKey(stage, sourceId));
const heavyKeysOf = (sourceId: string): string[] => brakingStages.map((stage) => heavyKey(stage, sourceId));

/** The brakes on a source, of all stages together. */
export interface SourceBraked {
  /** When the last of them ends and a page is tried, epoch milliseconds. */
  readonly until: number;
  /** How often in a row it was braked: once, and once more for each trial that was too expensive. */
  readonly strikes: number;
  readonly stages: readonly string[];
}

/** The brakes on a source among entries of the state; undefined where it has none. */
function brakeIn(entries: ReadonlyMap<string, string>, sourceId: string): SourceBraked | undefined {
  const found = brakingStages.flatMap((stage) => {
    const brake = readBrake(entries.get(brakeKey(stage, sourceId)));
    return brake === undefined ? [] : [{ ...brake, stage }];
  });
  if (found.length === 0) return undefined;
  return {
    until: Math.max(...found.map(({ until }) => until)),
    strikes: Math.max(...found.map(({ strikes }) => strikes)),
    stages: found.map(({ stage }) => stage),
  };
}

/** The same, where its pages are not to be handled now. */
function brakedNow(
  entries: ReadonlyMap<string, string>,
  sourceId: string,
  now: number,
): SourceBraked | undefined {
  const brake = brakeIn(entries, sourceId);
  return brake !== undefined && brake.until > now ? brake : undefined;
}

/**
 * Takes the brakes off a source: its next page is handled as if there had been none. Every process learns of it
 * within seconds. Answers what stood, also where only a trial was still to come.
 */
export async function liftBrakes(
  state: Pick<StateReader, 'read'> & Pick<StateWriter, 'write'>,
  sourceId: string,
  now: number,
): Promise<SourceBraked | undefined> {
  const brake = brakeIn(await state.read(brakeKeysOf(sourceId), now), sourceId);
  if (brake !== undefined) await state.write(brakeKeysOf(sourceId).map((key) => ({ key, value: null })));
  return brake;
}

/**
 * Until when the pages of these sources are not to be handled, by any stage, and since how many trials; those
 * that are free are not in the answer.
 */
export async function brakesOf(
  state: Pick<StateReader, 'read'>,
  sourceIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, SourceBraked>> {
  if (sourceIds.length === 0) return new Map();
  const entries = await state.read(sourceIds.flatMap(brakeKeysOf), now);
  return new Map(
    sourceIds.flatMap((id) => {
      const brake = brakedNow(entries, id, now);
      return brake === undefined ? [] : [[id, brake] as const];
    }),
  );
}

/** How the later stages stand to a source. */
export interface Standing {
  /** Until when its pages are not to be handled; undefined where it is free. */
  readonly until: number | undefined;
  /** Whether it takes so much of a stage that it waits while others are served. */
  readonly isHeavy: boolean;
}

async function standingOf(
  state: Pick<StateReader, 'read'>,
  sourceId: string,
  now: number,
): Promise<Standing> {
  const entries = await state.read([...brakeKeysOf(sourceId), ...heavyKeysOf(sourceId)], now);
  return {
    until: brakedNow(entries, sourceId, now)?.until,
    isHeavy: heavyKeysOf(sourceId).some((key) => entries.has(key)),
  };
}

/** The standings as the fetch stage asks for them: before each page, so not always from the state. */
export function createStandingView(
  state: Pick<StateReader, 'read'>,
  now: () => number,
): (sourceId: string) => Promise<Standing> {
  const known = new Map<string, Standing & { readonly at: number }>();
  return async (sourceId) => {
    const kept = known.get(sourceId);
    if (kept !== undefined && now() - kept.at < freshMs)
      return { ...kept, until: kept.until !== undefined && kept.until > now() ? kept.until : undefined };
    if (known.size > manySources) known.clear();
    const standing = { at: now(), ...(await standingOf(state, sourceId, now())) };
    known.set(sourceId, standing);
    return standing;
  };
}
