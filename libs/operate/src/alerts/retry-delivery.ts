import { noteChange } from '../changes/note-change.ts';
import type { Bus } from '@newsmill/bus';
import type { Registry, State } from '@newsmill/store';
import { replayDeadLetters } from '../dead/replay-letters.ts';
import { alertRecords } from './saved-searches.ts';

/**
 * Sends a delivery again that was given up, by its dead letter, under its old id. False: none of that id was
 * given up, or it is on its way again already. `now`: epoch milliseconds.
 */
export async function retryDelivery(
  ports: { readonly bus: Bus; readonly state: State; readonly registry: Registry },
  search: string,
  delivery: string,
  now: number,
): Promise<boolean> {
  const past = (await alertRecords(ports.registry).states.get(search))?.value.past ?? [];
  const letter = past.find(({ id }) => id === delivery)?.deadLetter;
  if (letter === undefined) return false;
  const isSent = (await replayDeadLetters(ports, [letter], now)).replayed > 0;
  if (isSent) await noteChange({ what: 'delivery-retried', subject: search, detail: delivery });
  return isSent;
}
