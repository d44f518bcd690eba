import { describe, expect, it } from '@jest/globals';
import { foldFate, LedgerEvent } from './ledger-event.ts';

const event = (over: Partial<LedgerEvent>) =>
  LedgerEvent.parse({
    item: 'i',
    url: 'u',
    sourceId: 's',
    stage: 'fetch',
    version: 1,
    fate: 'passed',
    firstSeen: 1,
    at: 1,
    ...over,
  });

/** All orders of a short list. */
function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((head, index) =>
    permutations([...list.slice(0, index), ...list.slice(index + 1)]).map((rest) => [head, ...rest]),
  );
}

describe('foldFate', () => {
  const life = [
    event({ stage: 'discover', version: 0, fate: 'waiting' }),
    event({ stage: 'fetch', fate: 'passed', at: 2 }),
    event({ stage: 'clean', fate: 'retrying', attempt: 1, at: 3 }),
    event({ stage: 'clean', fate: 'passed', attempt: 2, at: 4 }),
    event({ stage: 'index', fate: 'indexed', at: 6 }),
  ];
  it('gives the same answer for every order and with every event repeated', () => {
    for (const order of permutations(life)) {
      expect(foldFate(order)?.fate).toBe('indexed');
      expect(foldFate([...order, ...order])?.fate).toBe('indexed');
    }
  });
  it('lets a newer version win over a later stage of an older one', () => {
    expect(
      foldFate([
        event({ stage: 'index', fate: 'indexed', version: 5 }),
        event({ stage: 'fetch', fate: 'gone', version: 9 }),
      ])?.fate,
    ).toBe('gone');
  });
  it('is undefined for no events', () => {
    expect(foldFate([])).toBeUndefined();
  });
});
