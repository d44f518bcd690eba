import { createHash } from 'node:crypto';
import { stages, readDeadLetterFacts, retryRungs, retryTopic } from '@newsmill/contracts';
import type { Bus, OutgoingMessage, StoredMessage } from '@newsmill/bus';

/**
 * All messages under way, also those that wait for another try, topic by topic in the order in which messages
 * move.
 */
export async function* waitingMessages(bus: Bus): AsyncGenerator<StoredMessage> {
  for (const stage of stages) {
    if (!('from' in stage)) continue;
    const topics = [
      stage.from.name,
      ...Array.from({ length: retryRungs }, (_, rung) => retryTopic(stage.stage, rung).name),
    ];
    for (const topic of topics) yield* bus.backlog(topic, stage.group);
  }
}

/** Names a message among those of its topic, however often it was written there. */
export function messageName({ topic, key, headers, value }: OutgoingMessage): string {
  const name =
    readDeadLetterFacts(headers)?.id ?? headers['ce_id'] ?? createHash('sha256').update(value).digest('hex');
  return [topic, key, name].join('\n');
}
