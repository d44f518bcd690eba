import { BusClosed, BusUnreachable, MessageTooLarge, UnknownTopic } from './bus.ts';

/** What a client says about an error. No instanceof: the error may come from another realm. */
function fieldOf(error: unknown, field: 'name' | 'type' | 'message'): string {
  if (typeof error !== 'object' || error === null) return '';
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : '';
}

function causeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'cause') : undefined;
}

/** Whether the error, or one that led to it, has this type or name. */
export function isKafkaError(error: unknown, ...kinds: readonly string[]): boolean {
  for (let link = error; typeof link === 'object' && link !== null; link = causeOf(link)) {
    if (kinds.includes(fieldOf(link, 'type')) || kinds.includes(fieldOf(link, 'name'))) return true;
  }
  return false;
}

/** Whether the group has answered, and the answer is that its members come together again without this one. */
export function isGroupAnswer(error: unknown): boolean {
  return isKafkaError(error, 'REBALANCE_IN_PROGRESS', 'ILLEGAL_GENERATION', 'UNKNOWN_MEMBER_ID');
}

/** Our own errors pass; what a client throws becomes BusUnreachable, which names the brokers. */
export function translateKafkaError(operation: string, brokers: readonly string[], error: unknown): Error {
  if (
    error instanceof BusClosed ||
    error instanceof BusUnreachable ||
    error instanceof MessageTooLarge ||
    error instanceof UnknownTopic ||
    error instanceof RangeError
  )
    return error;
  const reason = isKafkaError(error, 'UNKNOWN_TOPIC_OR_PARTITION')
    ? 'a topic is not there: it was deleted; a service whose user may create topics makes it again within seconds'
    : fieldOf(error, 'message') || String(error);
  return new BusUnreachable(`${operation}: the brokers ${brokers.join(', ')} cannot be used (${reason})`, {
    cause: error,
  });
}
