import { tlsProblem, type ConnectionNames } from '@newsmill/contracts';
import { BusClosed, BusUnreachable, MessageTooLarge, UnknownTopic } from './bus.ts';

/** What kafkajs says about an error. No instanceof: the error may come from another realm. */
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

/** Where an operation was asked, and how errors call what people set about it. */
export interface KafkaPlace {
  readonly brokers: readonly string[];
  readonly names?: ConnectionNames;
  /** Set where the connections are ones over TLS. */
  readonly tls?: unknown;
}

const plainNames: ConnectionNames = {
  address: 'the addresses of the brokers',
  login: 'mechanism, user name and password',
  ca: 'the setting of the authority',
};

/** Names and words of an error and of all that led to it; a client that tried several brokers lists theirs. */
function wordsOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const errors: unknown = Reflect.get(error, 'errors');
  const within = [causeOf(error), ...(Array.isArray(errors) ? errors : [])];
  return [
    fieldOf(error, 'name'),
    fieldOf(error, 'type'),
    fieldOf(error, 'message'),
    ...within.flatMap((each) => wordsOf(each, depth + 1)),
  ];
}

/** What keeps the brokers from being used, and what helps where that is known. */
function reasonOf(error: unknown, names: ConnectionNames, isTls: boolean): string {
  const tls = tlsProblem(error, names, isTls);
  if (tls !== undefined) return `(${tls.reason}): ${tls.remedy}`;
  const words = wordsOf(error);
  if (words.some((word) => /SASL/.test(word))) return `(they refuse the login): correct ${names.login}`;
  const message = fieldOf(error, 'message') || String(error);
  if (words.some((word) => /AUTHORIZATION_FAILED/.test(word)))
    return `(${message}): give the user the rights that docs/topics.md lists`;
  return isKafkaError(error, 'UNKNOWN_TOPIC_OR_PARTITION')
    ? '(a topic is not there: it was deleted; a service whose user may create topics makes it again within seconds)'
    : `(${message})`;
}

/** Our own errors pass; what kafkajs throws becomes BusUnreachable, which names the brokers. */
export function translateKafkaError(
  operation: string,
  { brokers, tls, names = plainNames }: KafkaPlace,
  error: unknown,
): Error {
  if (
    error instanceof BusClosed ||
    error instanceof BusUnreachable ||
    error instanceof MessageTooLarge ||
    error instanceof UnknownTopic ||
    error instanceof RangeError
  )
    return error;
  return new BusUnreachable(
    `${operation}: the brokers ${brokers.join(', ')} cannot be used ${reasonOf(error, names, tls !== undefined)}`,
    { cause: error },
  );
}
