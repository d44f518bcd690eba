import { setTimeout as sleep } from 'node:timers/promises';
import { deadLetters } from '@newsmill/contracts';
import { BusFull, type OutgoingMessage } from '@newsmill/bus';
import { spanAttributes as at } from '../tracing/span-attributes.ts';
import { endingWith, type OpenSpan, type Tracing } from '../tracing/tracing.ts';
import type { StagePorts } from './stage-ports.ts';

/** Begins the span of a message that is sent. */
function beginSend({ topic, headers }: OutgoingMessage, tracing: Tracing): OpenSpan | undefined {
  const parent = headers['traceparent'];
  return parent === undefined
    ? undefined
    : tracing.begin({
        name: `send ${topic}`,
        kind: 'producer',
        parent,
        attributes: {
          [at.messagingSystem]: tracing.systems.bus,
          [at.operationType]: 'send',
          [at.operationName]: 'send',
          [at.destination]: topic,
          [at.messageId]: headers['ce_id'],
        },
      });
}

/** So many messages are written in one go: the event loop is not held for the ten thousand entries of one feed. */
const mostAtOnce = 500;

async function publishPatiently(
  messages: readonly OutgoingMessage[],
  ports: Pick<StagePorts, 'bus' | 'health' | 'note'>,
  stopped: () => boolean,
): Promise<void> {
  for (let from = 0; from < messages.length; from += mostAtOnce)
    await publishPiece(messages.slice(from, from + mostAtOnce), ports, stopped);
}

async function publishPiece(
  messages: readonly OutgoingMessage[],
  ports: Pick<StagePorts, 'bus' | 'health' | 'note'>,
  stopped: () => boolean,
): Promise<void> {
  for (;;) {
    try {
      await ports.bus.publish(messages);
      return void ports.health.clear('disk-full');
    } catch (error) {
      if (!(error instanceof BusFull) || stopped()) throw error;
      if (!ports.health.problems().some((problem) => problem.name === 'disk-full'))
        ports.note('intake.paused', { reason: error.message });
      ports.health.block('disk-full', error.message);
      await sleep(1_000);
    }
  }
}

/**
 * Publishes; while the disk is full, intake pauses and says so, and goes on by itself. Each message of a sampled
 * trace has a span of its own, below which whoever takes it goes on; a dead letter keeps the headers that it had.
 */
export async function publishDurably(
  messages: readonly OutgoingMessage[],
  ports: Pick<StagePorts, 'bus' | 'health' | 'note' | 'tracing'>,
  stopped: () => boolean,
): Promise<void> {
  const { tracing } = ports;
  if (tracing === undefined) return publishPatiently(messages, ports, stopped);
  const sends = messages.map((message) => ({ message, span: beginSend(message, tracing) }));
  const outgoing = sends.map(({ message, span }) =>
    span === undefined || message.topic === deadLetters.name
      ? message
      : { ...message, headers: { ...message.headers, traceparent: span.traceparent } },
  );
  return endingWith(
    sends.map(({ span }) => span),
    () => publishPatiently(outgoing, ports, stopped),
  );
}
