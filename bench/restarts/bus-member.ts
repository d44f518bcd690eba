/*
 * One member of a group, as a stage is one: three batches at a time, some milliseconds for each message. It
 * tells its parent what it was handed, and ends by SIGTERM: it finishes what is in hand, and leaves.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openKafkaBus, type StoredMessage } from '@newsmill/bus';

const [brokers = '', namespace = '', group = '', topic = '', workMs = '20'] = process.argv.slice(2);
const bus = await openKafkaBus({ brokers: brokers.split(','), namespace });
const consumer = await bus.consume({ group, topics: [topic], maxBytesInFlight: 8_000_000 });
const inFlight = new Set<Promise<void>>();
let isStopping = false;
process.on('SIGTERM', () => {
  isStopping = true;
});

async function handle(messages: readonly StoredMessage[]): Promise<void> {
  process.send?.(messages.map(({ partition, offset }) => `${partition}:${offset}`));
  await sleep(messages.length * Number(workMs));
  await consumer.acknowledge(messages);
}

process.send?.('ready');
while (!isStopping) {
  if (inFlight.size >= 3) await Promise.race(inFlight);
  const messages = await consumer.poll(16, 200);
  if (messages.length === 0) continue;
  const work: Promise<void> = handle(messages).finally(() => inFlight.delete(work));
  inFlight.add(work);
}
await Promise.race([Promise.allSettled(inFlight), sleep(2_500, undefined, { ref: false })]);
await consumer.close();
await bus.close();
process.disconnect?.();
