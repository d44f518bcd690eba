export { BusClosed, BusFull, type Bus, type Consumer, type ConsumerOptions, type BrowseOptions, type TopicLag, type OutgoingMessage, type StoredMessage } from './bus.ts';
export { openSqliteBus } from './sqlite-bus.ts';
export { type SqliteLogFile } from './sqlite-log.ts';
