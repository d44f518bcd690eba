import { mostInPiece, mostPassedOver, type StateWriter } from '../state.ts';
import type { Kind } from './frontier-rows.ts';

/** A free host with something due; `turn`: the smaller, the sooner. */
interface ReadyHost {
  readonly host: number;
  readonly kind: Kind;
  readonly turn: number;
}

/** A due item at a host. */
interface InLine {
  readonly id: number;
  readonly sourceId: string;
}

/** Asks the file what there is to choose from. */
interface Frontier {
  /** So many free hosts of each kind, from the one at that place in the order of their turns. */
  ready(from: number, count: number): readonly ReadyHost[];
  /** Those that are first in line at the host. */
  inLine(host: number, kind: Kind): readonly InLine[];
}

/** What a claim takes: the id of an item for each host, in the order of their turns. */
class Choice {
  readonly items = new Map<number, number>();
  /** Whether a host was left because all that it has in line is of sources that hold enough. */
  hasPassedOver = false;
  readonly #held: Map<string, number> | undefined;
  readonly #free: number;
  readonly #most: number;

  constructor({ limit, underWay }: Pick<Parameters<StateWriter['claimItems']>[0], 'limit' | 'underWay'>) {
    this.#held = underWay && new Map(underWay);
    this.#free = limit;
    // Each is some milliseconds of work at most.
    this.#most = Math.min(limit, mostInPiece);
  }

  get isFull(): boolean {
    return this.items.size >= this.#most;
  }

  from(hosts: readonly ReadyHost[], inLine: Frontier['inLine']): void {
    for (const { host, kind } of hosts.toSorted((a, b) => a.turn - b.turn)) {
      if (this.isFull) return;
      if (this.items.has(host)) continue;
      const found = inLine(host, kind).find(({ sourceId }) => this.#mayTake(sourceId));
      if (found === undefined) this.hasPassedOver = true;
      else this.#take(host, found);
    }
  }

  #mayTake(sourceId: string): boolean {
    return this.#held === undefined || (this.#held.get(sourceId) ?? 0) < this.#free - this.items.size;
  }

  #take(host: number, { id, sourceId }: InLine): void {
    this.items.set(host, id);
    this.#held?.set(sourceId, (this.#held.get(sourceId) ?? 0) + 1);
  }
}

/**
 * Chooses what is claimed. `place` says how far the claims before have looked past hosts of sources that hold enough;
 * the answer says it for the next one.
 */
export function chooseClaims(
  options: Pick<Parameters<StateWriter['claimItems']>[0], 'limit' | 'underWay'>,
  place: number,
  { ready, inLine }: Frontier,
): { readonly items: ReadonlyMap<number, number>; readonly place: number } {
  const most = Math.min(options.limit, mostInPiece);
  const first = new Choice(options);
  first.from(ready(0, most), inLine);
  // One that is passed over makes room for another of its kind, which may come before one of the other kind.
  if (!first.hasPassedOver) return { items: first.items, place: first.isFull ? place : 0 };
  const choice = new Choice(options);
  choice.from(ready(0, most + mostPassedOver), inLine);
  if (choice.isFull) return { items: choice.items, place };
  const from = Math.max(place, mostPassedOver);
  const further = ready(from, mostPassedOver);
  choice.from(further, inLine);
  if (choice.isFull) return { items: choice.items, place: from };
  return { items: choice.items, place: further.length === 0 ? 0 : from + mostPassedOver };
}
