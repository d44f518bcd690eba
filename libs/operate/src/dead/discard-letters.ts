import { noteChange } from '../changes/note-change.ts';
import { deadLetters } from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import type { Registry, State } from '@newsmill/store';
import type { DeadReceipt } from './dead-receipt.ts';
import { keepReceipt } from './dead-receipt.ts';
import { discardEvent, isOfStage, ledgerMessage } from './letter-event.ts';
import { choiceInWords, chooseDead, takeLetters, type DeadChoice } from './read-dead.ts';

export interface DiscardPorts {
  readonly bus: Bus;
  readonly state: State;
  readonly registry: Registry;
}

const batchSize = 100;

/**
 * Gives dead letters up for good: the ledger says who discarded each and why, then the letter goes. Cut short, a
 * filter takes the rest when it is given again; of ids, those that are gone would be refused. Refuses with
 * unknown-dead-letter.
 */
export async function discardLetters(
  { bus, state, registry }: DiscardPorts,
  choice: DeadChoice,
  { who, reason, now }: { readonly who: string; readonly reason: string; readonly now: number },
): Promise<DeadReceipt> {
  const ids = await chooseDead({ bus }, choice);
  const detail = `discarded by ${who}: ${reason}`.slice(0, 500);
  let letters = 0;
  for (let start = 0; start < ids.length; start += batchSize) {
    const taken = await takeLetters(bus, ids.slice(start, start + batchSize));
    const events = await Promise.all(
      taken.map(async ({ facts, message: { key } }) =>
        isOfStage(facts)
          ? discardEvent(facts, { key, fate: await state.fateOf(facts.item ?? key), detail, now })
          : undefined,
      ),
    );
    const told = events.filter((event) => event !== undefined);
    await bus.publish(told.map((event) => ledgerMessage(event, 'discard')));
    await state.recordEvents(told);
    await bus.remove(
      deadLetters.name,
      taken.flatMap(({ copies }) => copies),
    );
    letters += taken.length;
  }
  await noteChange({
    what: 'letters-discarded',
    subject: choiceInWords(choice),
    detail: `${letters}: ${reason}`,
  });
  return keepReceipt(
    registry,
    { did: 'discarded', who, reason, letters, choice: choiceInWords(choice) },
    now,
  );
}
