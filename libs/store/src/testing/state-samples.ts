import type { FrontierItem, LedgerEvent, Settlement, SiteSighting } from '@newsmill/contracts';
import type { FingerprintEntry, State } from '../state/state.ts';

/** A place where a state keeps what it knows; several states may be open on it at a time. */
export interface StatePlace {
  open(): Promise<State>;
  /** Takes the place away after the last state on it was closed. */
  destroy(): Promise<void>;
}

export const now = 1_800_000_000_000;
export const hour = 3_600_000;

export function item(key: string, change: Partial<FrontierItem> = {}): FrontierItem {
  return {
    key,
    kind: 'page',
    url: `https://paper.example/${key}`,
    sourceId: 'paper',
    host: 'paper.example:443',
    domain: 'paper.example',
    dueAt: now - 10,
    priority: 1,
    attempt: 0,
    firstSeen: now - 100,
    fetchedAt: 0,
    stamp: 's1',
    data: { entry: { title: key } },
    ...change,
  };
}
export function settlement(key: string, change: Partial<Settlement> = {}): Settlement {
  return { key, dueAt: null, attempt: 0, fetchedAt: now, data: {}, hostFreeAt: now + 1_000, ...change };
}
export function event(change: Partial<LedgerEvent> = {}): LedgerEvent {
  return {
    item: 'i',
    url: 'https://paper.example/i',
    sourceId: 'paper',
    stage: 'fetch',
    version: 1,
    attempt: 0,
    fate: 'passed',
    firstSeen: now,
    at: now,
    ...change,
  };
}
export function sighting(item: string, change: Partial<SiteSighting> = {}): SiteSighting {
  return { site: 'paper.example', item, lines: `lines of ${item}`, replaces: [], ...change };
}
export function print(
  id: string,
  bands: readonly string[],
  change: Partial<FingerprintEntry> = {},
): FingerprintEntry {
  return { id, bands, payload: `payload of ${id}`, expiresAt: now + hour, ...change };
}

/** How the chapters of the contract claim; `state` answers the one that is open. */
export function claimWords(state: () => State) {
  return {
    claim: (change: Partial<Parameters<State['claimItems']>[0]> = {}) =>
      state().claimItems({ now, limit: 10, leaseMs: 60_000, ...change }),
    keysOf: async (claimed: Promise<readonly FrontierItem[]>) => (await claimed).map(({ key }) => key),
  };
}
