import { createHash } from 'node:crypto';
import {
  asciiJson,
  deadLetterHeader,
  deadLetters,
  type DeadLetterFacts,
  type WireMessage,
} from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';

/** Facts of a dead letter before it has its name. */
export type UnnamedDeadLetter = Pick<
  DeadLetterFacts,
  | 'stage'
  | 'topic'
  | 'reason'
  | 'detail'
  | 'attempts'
  | 'item'
  | 'url'
  | 'sourceId'
  | 'firstSeen'
  | 'version'
  | 'at'
>;

/** Stable over redelivery: the same failure of the same message has the same name. */
function nameOf(facts: UnnamedDeadLetter, message: WireMessage): string {
  const parts = [facts.stage, message.key, message.headers['ce_id'] ?? '', facts.reason];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

/** A message for the dead-letter topic: the original bytes and headers, and the facts in one more header. */
export function writeDeadLetter(message: WireMessage, facts: UnnamedDeadLetter): OutgoingMessage {
  const id = nameOf(facts, message);
  const json = asciiJson({ ...facts, id, detail: facts.detail.slice(0, 2_000) });
  return {
    topic: deadLetters.name,
    key: message.key,
    value: message.value,
    headers: { ...message.headers, [deadLetterHeader]: json },
  };
}
