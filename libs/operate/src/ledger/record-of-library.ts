import { ledger, writeMessage, type LedgerEvent } from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import type { State } from '@newsmill/store';

/** Writes down what became of articles in the library: in the ledger, then in the state. */
export async function recordOfLibrary(
  { bus, state }: { readonly bus: Bus; readonly state: Pick<State, 'recordEvents'> },
  events: readonly LedgerEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await bus.publish(
    events.map((event) => ({
      topic: ledger.name,
      ...writeMessage(ledger, event, {
        key: `${event.item}/${event.stage}`,
        source: 'library',
        time: event.at,
      }),
    })),
  );
  await state.recordEvents(events);
}
