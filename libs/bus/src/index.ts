export {
  BusFull,
  BusUnreachable,
  MessageTooLarge,
  UnknownTopic,
  type Bus,
  type Consumer,
  type ConsumerOptions,
  type BrowseOptions,
  type MessageOutline,
  type MessagePlace,
  type TopicChange,
  type TopicLag,
  type OutgoingMessage,
  type StoredMessage,
} from './bus.ts';
export { openKafkaBus } from './open-kafka.ts';
export { type KafkaBusOptions, type KafkaReport } from './kafka-options.ts';
export { openSqliteBus } from './sqlite-bus.ts';
export { type SqliteLogFile } from './sqlite-log.ts';
