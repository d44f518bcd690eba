import { createHash } from 'node:crypto';
import {
  asciiJson,
  deadLetterHeader,
  deadLetters,
  type DeadLetterFacts,
  type WireMessage,
} from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import { inTrace } from '../tracing/trace.ts';
import type { StagePorts } from './stage-ports.ts';

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

/**
 * Stable over redelivery: the same failure of the same message has the same name. A request has a message of
 * its own for each try, so it goes by its item.
 */
export function deadLetterName(facts: UnnamedDeadLetter, message: WireMessage): string {
  const messageId = facts.topic === '' ? '' : (message.headers['ce_id'] ?? '');
  const parts = [facts.stage, message.key, messageId, facts.reason];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

/**
 * A message for the dead-letter topic, told and counted: the original bytes and headers, and the facts in one
 * more header.
 */
export function buryMessage(
  message: WireMessage,
  facts: UnnamedDeadLetter,
  { note, metrics }: Pick<StagePorts, 'note' | 'metrics'>,
): OutgoingMessage {
  const { stage, topic, reason, detail } = facts;
  metrics.deadLetters.inc({ stage, reason });
  const { key, headers } = message;
  const messageId = headers['ce_id'] ?? '';
  inTrace(headers['traceparent'], () =>
    note('message.dead', { stage, topic, messageId, key, reason, detail: detail.slice(0, 500) }),
  );
  const id = deadLetterName(facts, message);
  const json = asciiJson({ ...facts, id, detail: facts.detail.slice(0, 2_000) });
  return {
    topic: deadLetters.name,
    key: message.key,
    value: message.value,
    headers: { ...message.headers, [deadLetterHeader]: json },
  };
}
