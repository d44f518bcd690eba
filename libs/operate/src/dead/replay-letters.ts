import {
  deadLetterHeader,
  deadLetters,
  ledger,
  readDeadLetterFacts,
  writeMessage,
  type DeadLetterFacts,
  type LedgerEvent,
  type StageName,
} from '@newsmill/contracts';
import type { Bus, OutgoingMessage, StoredMessage } from '@newsmill/bus';
import { attemptHeader, withoutRetryHeaders } from '@newsmill/runtime';
import type { State } from '@newsmill/store';

interface DeadLetter {
  readonly facts: DeadLetterFacts;
  readonly message: StoredMessage;
}
/**
 * Every message of the dead-letter topic that can be read; after a crash one letter may stand there twice.
 */
async function* allLetters(bus: Bus): AsyncIterable<DeadLetter> {
  for await (const message of bus.browse(deadLetters.name)) {
    const facts = readDeadLetterFacts(message.headers);
    if (facts !== undefined) yield { facts, message };
  }
}

/** Which dead letters: by name, by reason, or all. */
export type DeadLetterChoice =
  | { readonly ids: readonly string[] }
  | { readonly reason: string }
  | { readonly all: true };

function isChosen(facts: DeadLetterFacts, choice: DeadLetterChoice): boolean {
  if ('ids' in choice) return choice.ids.includes(facts.id);
  return 'reason' in choice ? facts.reason === choice.reason : true;
}

/**
 * The ledger learns of the replay; the count of attempts goes on, so that what follows wins over the old
 * fate.
 */
function replayEvent(
  facts: DeadLetterFacts & { readonly stage: StageName },
  key: string,
  now: number,
): OutgoingMessage {
  const event: LedgerEvent = {
    item: facts.item ?? key,
    url: facts.url ?? '',
    sourceId: facts.sourceId ?? '',
    stage: facts.stage,
    version: facts.version ?? 0,
    attempt: facts.attempts,
    fate: 'replayed',
    firstSeen: facts.firstSeen ?? now,
    at: now,
  };
  return {
    topic: ledger.name,
    ...writeMessage(ledger, event, { key: `${event.item}/${event.stage}`, source: 'replay', time: now }),
  };
}

/** A request goes back into the frontier, due at once. */
async function requeueRequest(state: State, item: string, now: number): Promise<boolean> {
  const [known] = await state.getItems([item]);
  if (known === undefined) return false;
  await state.settleItems([
    { key: item, dueAt: now, attempt: 0, fetchedAt: known.fetchedAt, data: known.data, hostFreeAt: 0 },
  ]);
  return true;
}

/**
 * Takes dead letters out and tries them again: messages go back to their topic, requests to the frontier.
 * Answers how many.
 */
export async function replayDeadLetters(
  ports: { readonly bus: Bus; readonly state: State },
  choice: DeadLetterChoice,
  now: number,
): Promise<{ readonly replayed: number; readonly lost: readonly string[] }> {
  const lost: string[] = [];
  let replayed = 0;
  const chosen = new Map<string, DeadLetter[]>();
  for await (const letter of allLetters(ports.bus))
    if (isChosen(letter.facts, choice))
      chosen.set(letter.facts.id, [...(chosen.get(letter.facts.id) ?? []), letter]);
  for (const copies of chosen.values()) {
    const [letter] = copies;
    if (letter === undefined) continue;
    const { facts, message } = letter;
    // An alert is no item of the ledger.
    const outgoing =
      facts.stage === 'alert' ? [] : [replayEvent({ ...facts, stage: facts.stage }, message.key, now)];
    if (facts.topic !== '') {
      const { [deadLetterHeader]: _facts, ...headers } = withoutRetryHeaders(message.headers);
      outgoing.push({
        topic: facts.topic,
        key: message.key,
        value: message.value,
        headers: { ...headers, [attemptHeader]: String(facts.attempts) },
      });
    } else if (!(await requeueRequest(ports.state, facts.item ?? message.key, now))) {
      lost.push(facts.id);
      continue;
    }
    await ports.bus.publish(outgoing);
    await ports.bus.remove(
      deadLetters.name,
      copies.map((copy) => copy.message),
    );
    replayed += 1;
  }
  return { replayed, lost };
}
