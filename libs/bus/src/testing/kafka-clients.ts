import type { Bus } from '../bus.ts';
import { openKafkaBus } from '../kafka-bus.ts';
import type { KafkaBusOptions, KafkaClientName } from '../kafka-options.ts';
import { kafkajsDriver } from '../kafkajs-driver.ts';
import { platformaticDriver } from '../platformatic/platformatic-driver.ts';

/** The client as the bus has it: as it comes, a connection without work sets a timer of a negative time. */
export { kafkajs } from '../kafka-internals.ts';

/** Every Kafka client by its name, for suites that all must pass. */
export const kafkaClients: readonly (readonly [KafkaClientName])[] = [['kafkajs'], ['platformatic']];

/** A bus over a client that is loaded already. */
export function openBusOver(client: KafkaClientName, options: KafkaBusOptions): Bus {
  return openKafkaBus(options, client === 'kafkajs' ? kafkajsDriver(options) : platformaticDriver(options));
}
