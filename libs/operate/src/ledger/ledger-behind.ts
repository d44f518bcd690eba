import { setTimeout as sleep } from 'node:timers/promises';
import type { Bus } from '@newsmill/bus';
import { ledgerGroup } from '@newsmill/contracts';

/** Events that the ledger view has not taken in yet. */
export async function ledgerBehind(bus: Pick<Bus, 'lag'>): Promise<number> {
  return (await bus.lag(ledgerGroup)).reduce((sum, { messages }) => sum + messages, 0);
}

const lookMs = 50;

/** Waits until the ledger view has taken in all events, no longer than `patienceMs`; gives how many it has not. */
export async function waitForLedger(bus: Pick<Bus, 'lag'>, patienceMs: number): Promise<number> {
  const end = performance.now() + patienceMs;
  let behind = await ledgerBehind(bus);
  while (behind > 0 && performance.now() < end) {
    await sleep(lookMs);
    behind = await ledgerBehind(bus);
  }
  return behind;
}
