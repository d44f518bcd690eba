import type { FetchItem } from '@newsmill/contracts';

const hour = 3_600_000;

/** Ages by which visits are told apart: up to 3 h, 12 h, two days, and older. */
const bounds = [3 * hour, 12 * hour, 48 * hour] as const;
/** Visits at an age before anything is learnt of them; above the second number both counts are halved. */
const [enough, most] = [20, 200] as const;
/** Below this share of visits that found a change an age is left out, from the second one on one is added. */
const [seldom, often] = [0.03, 0.25] as const;
/** Of pages whose age is left out, one in so many is asked for all the same, so that a change is learnt. */
const sample = 8;
/** What is learnt of a source is kept so long after its last visit, milliseconds. */
export const revisitMemoryMs = 90 * 24 * hour;

/** Which of the ages that are told apart an age belongs to. */
export function revisitClass(ageMs: number): number {
  const place = bounds.findIndex((bound) => ageMs < bound);
  return place < 0 ? bounds.length : place;
}

const classes = [...bounds, Infinity].map((_, place) => place);
const nameOf = (sourceId: string, kind: 'looked' | 'changed', place: number): string =>
  `revisit:${sourceId}:${kind}:${place}`;

/** Entries of the state in which visits of the pages of a source are counted. */
export function revisitKeys(sourceId: string): string[] {
  return classes.flatMap((place) => [nameOf(sourceId, 'looked', place), nameOf(sourceId, 'changed', place)]);
}

/** How many visits of the pages of a source there were at an age, and how many of them found another text. */
export interface RevisitCount {
  readonly looked: number;
  readonly changed: number;
}

/** The counts of a source by the class of the age, from the entries of the state. */
export function readRevisits(sourceId: string, values: ReadonlyMap<string, string>): RevisitCount[] {
  const count = (kind: 'looked' | 'changed', place: number): number =>
    Math.max(0, Math.trunc(Number(values.get(nameOf(sourceId, kind, place)) ?? 0)) || 0);
  return classes.map((place) => ({ looked: count('looked', place), changed: count('changed', place) }));
}

/** What is to be added to the counts of a source after a visit at an age; old visits count less and less. */
export function tallyRevisit(
  sourceId: string,
  { looked, changed }: RevisitCount,
  { place, found }: { readonly place: number; readonly found: boolean },
): { readonly key: string; readonly amount: number }[] {
  const halve = (count: number): number => (looked >= most ? -Math.floor(count / 2) : 0);
  return [
    { key: nameOf(sourceId, 'looked', place), amount: 1 + halve(looked) },
    { key: nameOf(sourceId, 'changed', place), amount: (found ? 1 : 0) + halve(changed) },
  ].filter(({ amount }) => amount !== 0);
}

/**
 * What becomes of visits at an age: `unknown` while too few were made, `kept`, `left-out` where next to none found
 * another text, `added` where another visit follows since many did.
 */
export const visitPlans = ['unknown', 'kept', 'left-out', 'added'] as const;
export type VisitPlan = (typeof visitPlans)[number];

function planOf({ looked, changed }: RevisitCount): VisitPlan {
  if (looked < enough) return 'unknown';
  if (changed < seldom * looked) return 'left-out';
  return changed >= often * looked ? 'added' : 'kept';
}

/** What visits of the pages of a source found while these were from `fromMs` to `toMs` old. */
export interface VisitsAtAge {
  readonly fromMs: number;
  /** Absent for the oldest. */
  readonly toMs?: number;
  /** Visits of late, and those of them that found another text. */
  readonly observed: number;
  readonly changed: number;
  readonly plan: VisitPlan;
}

/** What is learnt of a source, by the age of its pages; `counts` as readRevisits gives them. */
export function describeVisits(counts: readonly RevisitCount[]): VisitsAtAge[] {
  return counts.map((count, place) => {
    const toMs = bounds[place];
    return {
      fromMs: bounds[place - 1] ?? 0,
      ...(toMs === undefined ? {} : { toMs }),
      observed: count.looked,
      changed: Math.min(count.changed, count.looked),
      plan: planOf(count),
    };
  });
}

/** Whether a page is one of those by which a change of habits is learnt; the same for every visit of it. */
function isSample(key: string): boolean {
  return (Number.parseInt(key.slice(0, 6), 16) || 0) % sample === 0;
}

/**
 * The ages at which a page is asked for again, by what visits of other pages of its source found: an age at which
 * nothing ever changes is left out, but never the last one (an article that is gone must be noticed); behind one at
 * which much changes another stands, half-way to the next by ratio. At most twice as many as were given.
 */
export function adaptRevisits(
  ages: readonly number[],
  counts: readonly RevisitCount[],
  item: Pick<FetchItem, 'key'>,
): readonly number[] {
  return ages.flatMap((age, place) => {
    const next = ages[place + 1];
    const plan = planOf(counts[revisitClass(age)] ?? { looked: 0, changed: 0 });
    if (next === undefined) return [age];
    if (plan === 'left-out') return isSample(item.key) ? [age] : [];
    return plan === 'added' ? [age, Math.round(Math.sqrt(age * next))] : [age];
  });
}
