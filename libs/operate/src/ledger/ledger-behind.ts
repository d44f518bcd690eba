import type { Bus } from '@newsmill/bus';
import { ledgerGroup } from '@newsmill/contracts';

/** Events that the ledger view has not taken in yet. */
export async function ledgerBehind(bus: Pick<Bus, 'lag'>): Promise<number> {
  return (await bus.lag(ledgerGroup)).reduce((sum, { messages }) => sum + messages, 0);
}
