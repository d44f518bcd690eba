import type { Bus, StoredMessage } from '@newsmill/bus';
import { ledger, readMessage, type LedgerEvent } from '@newsmill/contracts';

/** That a stage handled an item, by the ledger; `at`: when it said so, epoch milliseconds. */
export type Handling = Pick<LedgerEvent, 'item' | 'stage' | 'version' | 'attempt' | 'fate' | 'reason'> & {
  readonly at: number;
};

function handlingOf(message: StoredMessage): Handling[] {
  const read = readMessage(ledger, message);
  if (!read.ok) return [];
  const { item, stage, version, attempt, fate, reason } = read.value;
  return [{ item, stage, version, attempt, fate, reason, at: message.time }];
}

/** Everything that stages have handled, in the order in which it was told. */
export async function readHandlings(bus: Pick<Bus, 'browse'>): Promise<readonly Handling[]> {
  const handlings: Handling[] = [];
  for await (const message of bus.browse(ledger.name)) handlings.push(...handlingOf(message));
  return handlings.sort((a, b) => a.at - b.at);
}

const after = ['clean', 'enrich', 'index'] as const;

/** Share of what stages behind fetch handled that they had handled before. */
export function handledAgain(handlings: readonly Handling[]): number {
  const all = handlings.filter(({ stage }) => after.some((name) => name === stage));
  const known = new Set(
    all.map(({ item, stage, version, attempt, fate }) => `${item} ${stage} ${version} ${attempt} ${fate}`),
  );
  return all.length === 0 ? 0 : (all.length - known.size) / all.length;
}

/**
 * How long it took after each of these moments until the library took something in, milliseconds: from the moment
 * on, or from when that was fetched where this was later. A moment after which nothing came has none.
 */
export function stillAfter(handlings: readonly Handling[], moments: readonly number[]): readonly number[] {
  const fetched = fetchTimes(handlings);
  const arrivals = handlings.filter(({ stage }) => stage === 'index');
  return moments.flatMap((moment) => {
    const next = arrivals.find(({ at }) => at >= moment);
    return next === undefined ? [] : [next.at - Math.max(moment, fetched.get(visitOf(next)) ?? moment)];
  });
}

const visitOf = ({ item, version }: Handling): string => `${item} ${version}`;

/** When each visit was told of first. */
function fetchTimes(handlings: readonly Handling[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const one of handlings)
    if (one.stage === 'fetch' && !times.has(visitOf(one))) times.set(visitOf(one), one.at);
  return times;
}

/** How long items were on their way from fetch to the library, milliseconds. */
export function waysThrough(handlings: readonly Handling[]): readonly number[] {
  const fetched = fetchTimes(handlings);
  const ways = new Map<string, number>();
  for (const one of handlings) {
    const from = fetched.get(visitOf(one));
    if (one.stage === 'index' && from !== undefined && !ways.has(visitOf(one)))
      ways.set(visitOf(one), one.at - from);
  }
  return [...ways.values()];
}
