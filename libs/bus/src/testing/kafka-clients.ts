import type { Bus } from '../bus.ts';
import { openKafkaBus } from '../kafka-bus.ts';
import type { KafkaBusOptions } from '../kafka-options.ts';
import { kafkajsDriver } from '../kafkajs-driver.ts';

/** A bus over a client that is loaded already. */
export function openLoadedBus(options: KafkaBusOptions): Bus {
  return openKafkaBus(options, kafkajsDriver(options));
}
