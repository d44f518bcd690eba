import type { StateReader } from '@newsmill/store';
import { brakeKey, brakingStages, readBrake } from './source-brake.ts';
import { heavyKey } from './source-weights.ts';

/** What is known of a brake is believed so long, milliseconds. */
const freshMs = 2_000;
/** Sources above which what is known is forgotten. */
const manySources = 10_000;

const brakeKeysOf = (sourceId: string): string[] => brakingStages.map((stage) => brakeKey(stage, sourceId));
const heavyKeysOf = (sourceId: string): string[] => brakingStages.map((stage) => heavyKey(stage, sourceId));

/** The latest end of the brakes on a source among entries of the state; undefined where it is free. */
function brakedUntil(
  entries: ReadonlyMap<string, string>,
  sourceId: string,
  now: number,
): number | undefined {
  const until = Math.max(...brakeKeysOf(sourceId).map((key) => readBrake(entries.get(key))?.until ?? 0));
  return until > now ? until : undefined;
}

/**
 * Until when the pages of these sources are not to be handled, by any stage; those that are free are not in
 * the answer.
 */
export async function brakesOf(
  state: Pick<StateReader, 'read'>,
  sourceIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, number>> {
  if (sourceIds.length === 0) return new Map();
  const entries = await state.read(sourceIds.flatMap(brakeKeysOf), now);
  return new Map(
    sourceIds.flatMap((id) => {
      const until = brakedUntil(entries, id, now);
      return until === undefined ? [] : [[id, until] as const];
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
    until: brakedUntil(entries, sourceId, now),
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
