import { createHash } from 'node:crypto';
import { articleEnriched, stages, readDeadLetterFacts } from '@newsmill/contracts';
import type { Bus, OutgoingMessage, StoredMessage } from '@newsmill/bus';
import { whereThere } from '../inputs/where-there.ts';
import { extensionsUnderWay, topicsOfExtension, topicsOfStage } from '../ledger/taken-topics.ts';

/**
 * Articles that extensions have, as messages for the library: where they are restored, there may be no such
 * extension.
 */
async function* messagesOfExtensions(bus: Bus): AsyncGenerator<StoredMessage> {
  for (const extension of await extensionsUnderWay(bus))
    for (const { topic, group } of topicsOfExtension(extension))
      for await (const message of whereThere(bus.backlog(topic, group)))
        yield { ...message, topic: articleEnriched.name };
}

/**
 * All messages under way, also those that wait for another try, topic by topic in the order in which messages
 * move.
 */
export async function* waitingMessages(bus: Bus): AsyncGenerator<StoredMessage> {
  for (const stage of stages) {
    if (stage.stage === 'index') yield* messagesOfExtensions(bus);
    for (const { topic, group } of topicsOfStage(stage)) yield* bus.backlog(topic, group);
  }
}

/** Names a message among those of its topic, however often it was written there. */
export function messageName({ topic, key, headers, value }: OutgoingMessage): string {
  const name =
    readDeadLetterFacts(headers)?.id ?? headers['ce_id'] ?? createHash('sha256').update(value).digest('hex');
  return [topic, key, name].join('\n');
}
