/** The client as the bus has it: as it comes, a connection without work sets a timer of a negative time. */
export { kafkajs } from '../kafka-internals.ts';
