import { noteChange } from '../changes/note-change.ts';
import { createHash } from 'node:crypto';
import {
  damagedHeader,
  deadLetters,
  FetchedPage,
  pageFetched,
  writeMessage,
  type WireMessage,
} from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import { attemptHeader } from '@newsmill/runtime';
import type { Registry } from '@newsmill/store';
import { Refusal } from '../refusal.ts';
import { keepReceipt, type DeadReceipt } from './dead-receipt.ts';
import type { LetterFault } from './dead-view.ts';
import { isOfStage, ledgerMessage, replayEvent } from './letter-event.ts';
import { editableOf, readEdited } from './letter-schema.ts';
import { editionOf, takeLetter, type WholeLetter } from './read-dead.ts';

export interface EditPorts {
  readonly bus: Bus;
  readonly registry: Registry;
}

/** Bytes of what was there and what was sent that a receipt has room for together. */
const mostKept = 900_000;

/** The message that goes in the place of a letter. */
function editedMessage(
  { facts, message: { key, value: bytes, headers } }: WholeLetter,
  text: string,
  now: number,
): WireMessage {
  const { shape, value } = readEdited(facts, text);
  // The bytes of a page stay: what is edited are its facts.
  const whole =
    shape.topic.name === pageFetched.name ? FetchedPage.parse({ ...Object(value), body: bytes }) : value;
  const traceparent = headers['traceparent'];
  const written = writeMessage(shape.topic, whole, { key, source: 'edit', time: now, traceparent });
  return { ...written, headers: { ...written.headers, [attemptHeader]: String(facts.attempts) } };
}

/**
 * Checks what somebody wrote in the place of the message of a letter, and sends it as a new message; the letter goes,
 * and the receipt keeps what it was. Refuses with unknown-dead-letter, not-supported, bad-body, and
 * precondition-failed where the letter is not of that edition.
 */
export async function editLetter(
  { bus, registry }: EditPorts,
  {
    id,
    text,
    edition,
  }: { readonly id: string; readonly text: string; readonly edition?: string | undefined },
  { who, now }: { readonly who: string; readonly now: number },
): Promise<DeadReceipt> {
  const letter = await takeLetter(bus, id);
  if (edition !== undefined && edition !== editionOf(letter))
    throw new Refusal(
      'precondition-failed',
      'The letter is not as you read it: it has failed once more since.',
    );
  const { facts, message, copies } = letter;
  // Facts of a page can be written anew, its bytes cannot.
  if (facts.topic === pageFetched.name && message.headers[damagedHeader] !== undefined)
    throw new Refusal(
      'not-supported',
      'The bytes of this page are not those that were fetched: discard the letter; the next visit fetches the page again.',
    );
  const edited = editedMessage(letter, text, now);
  const before = editableOf(facts, message);
  if (before === undefined)
    throw new Refusal(
      'not-supported',
      'The message is too large to be edited here; mend its source, and replay it.',
    );
  const isRoom = Buffer.byteLength(JSON.stringify([before, text])) <= mostKept;
  const receipt = await keepReceipt(
    registry,
    {
      did: 'edited',
      who,
      letters: 1,
      letter: id,
      item: facts.item,
      url: facts.url,
      topic: facts.topic,
      sha256: createHash('sha256').update(message.value).digest('hex'),
      before,
      ...(isRoom ? { after: text } : {}),
    },
    now,
  );
  const detail = `edited by ${who}, receipt ${receipt.id}`;
  const event = isOfStage(facts) ? [replayEvent(facts, message.key, now, detail)] : [];
  await bus.publish([...event.map((each) => ledgerMessage(each, 'edit')), { ...edited, topic: facts.topic }]);
  await bus.remove(deadLetters.name, copies);
  await noteChange({ what: 'letter-edited', subject: id, detail: facts.url ?? facts.topic });
  return receipt;
}

/** What the schema says against what somebody wrote in the place of a letter. Refuses with unknown-dead-letter. */
export async function checkEdit(
  { bus }: Pick<EditPorts, 'bus'>,
  { id, text }: { readonly id: string; readonly text: string },
): Promise<readonly LetterFault[]> {
  const { facts } = await takeLetter(bus, id);
  try {
    readEdited(facts, text);
    return [];
  } catch (error) {
    if (error instanceof Refusal && error.code === 'bad-body') return error.errors;
    throw error;
  }
}
