import { UnknownTopic, type StoredMessage } from '@newsmill/bus';

/** The messages of a topic; none where there is no such topic: it is made again while services run. */
export async function* whereThere(messages: AsyncIterable<StoredMessage>): AsyncGenerator<StoredMessage> {
  try {
    yield* messages;
    return;
  } catch (error) {
    if (error instanceof UnknownTopic) return;
    throw error;
  }
}
