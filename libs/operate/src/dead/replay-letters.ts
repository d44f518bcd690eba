import { deadLetterHeader, deadLetters } from '@newsmill/contracts';
import type { Bus, OutgoingMessage } from '@newsmill/bus';
import { attemptHeader, withoutRetryHeaders } from '@newsmill/runtime';
import type { State } from '@newsmill/store';
import { isOfStage, ledgerMessage, replayEvent } from './letter-event.ts';
import { takeLetters, type WholeLetter } from './read-dead.ts';

export interface ReplayPorts {
  readonly bus: Bus;
  readonly state: State;
}

/** Letters that are sent on their way together. */
export const replayBatch = 20;

export interface Replayed {
  readonly replayed: number;
  /** Ids of requests that the frontier no longer knows; their letters stay. */
  readonly lost: readonly string[];
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

function messagesOf({ facts, message }: WholeLetter, now: number): OutgoingMessage[] {
  const outgoing = isOfStage(facts) ? [ledgerMessage(replayEvent(facts, message.key, now), 'replay')] : [];
  if (facts.topic === '') return outgoing;
  const { [deadLetterHeader]: _facts, ...headers } = withoutRetryHeaders(message.headers);
  return [
    ...outgoing,
    {
      topic: facts.topic,
      key: message.key,
      value: message.value,
      headers: { ...headers, [attemptHeader]: String(facts.attempts) },
    },
  ];
}

/**
 * Takes dead letters out and tries them again: messages go back to their topic, requests to the frontier. Sends first
 * and removes then, so that whoever is killed between leaves letters that are there still: replayed once more, they
 * are handled twice and in the library once. Ids that are gone are left out.
 */
export async function replayDeadLetters(
  { bus, state }: ReplayPorts,
  ids: readonly string[],
  now: number,
): Promise<Replayed> {
  const lost: string[] = [];
  let replayed = 0;
  for (let start = 0; start < ids.length; start += replayBatch) {
    const sent: WholeLetter[] = [];
    for (const letter of await takeLetters(bus, ids.slice(start, start + replayBatch))) {
      const { facts, message } = letter;
      const isKnown = facts.topic !== '' || (await requeueRequest(state, facts.item ?? message.key, now));
      if (isKnown) sent.push(letter);
      else lost.push(facts.id);
    }
    await bus.publish(sent.flatMap((letter) => messagesOf(letter, now)));
    await bus.remove(
      deadLetters.name,
      sent.flatMap(({ copies }) => copies),
    );
    replayed += sent.length;
  }
  return { replayed, lost };
}
