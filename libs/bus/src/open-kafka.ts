import type { Bus } from './bus.ts';
import type { KafkaBusOptions } from './kafka-options.ts';

// The client is loaded when this form is opened, so that whoever takes another one does without.

/**
 * The distributed bus. Opening does nothing on the network: the first operation connects. While the brokers
 * are away operations throw BusUnreachable after some ten seconds (a send to a broker that hangs: after a
 * minute or two), and consumers recover by themselves.
 *
 * In the cluster `newsmill.x` is the topic `<namespace>.x`. A group is one Kafka group for each topic that it
 * reads, `<namespace>-clean:<topic>`, so that consumers of one group may read different topics; `lag` tells
 * of all of them. Acknowledging commits the low watermark of the partition and, as its metadata, as
 * much of what is acknowledged above it as fits. `from` of `browse` holds for each partition.
 */
export async function openKafkaBus(options: KafkaBusOptions): Promise<Bus> {
  const { KafkaBus } = await import('./kafka-bus.ts');
  return new KafkaBus(options);
}
