/*
 * CPU of the Kafka bus: sending, and handing out with acknowledging, in this process alone.
 * `node bench/bus-speed.ts BROKERS MESSAGES BYTES`; `npm run bench -- bus` runs it on a broker of its own.
 */
import { openKafkaBus, type OutgoingMessage } from '@newsmill/bus';
import { pageFetched } from '@newsmill/contracts';

const [brokers = '', count = '20000', bytes = '5000'] = process.argv.slice(2);
const bus = await openKafkaBus({ brokers: brokers.split(','), namespace: 'speed' });
const group = 'newsmill-speed';
const atATime = 96;
const words =
  'the harbour was repaired on Tuesday by volunteers who had waited for the tide since morning'.split(' ');
const headers = {
  ce_specversion: '1.0',
  ce_id: 'item:clean:1790000000000',
  ce_source: 'newsmill/clean',
  ce_type: 'newsmill.article.cleaned.v1',
  ce_time: new Date(0).toISOString(),
  schema: '1',
  'content-type': 'application/json',
};

/** Prose of a length that compresses as articles do. */
function prose(seed: number): Buffer {
  let text = '';
  for (let state = seed * 7_919 + 13; text.length < Number(bytes); ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += `${words[state % words.length]} `;
  }
  return Buffer.from(text);
}
const values = Array.from({ length: 200 }, (_, seed) => prose(seed));

async function send(topic: string, messages: number): Promise<number> {
  let sent = 0;
  for (; sent < messages; sent += atATime)
    await bus.publish(
      Array.from(
        { length: atATime },
        (_, i): OutgoingMessage => ({
          topic,
          key: `key-${sent + i}`,
          value: values[(sent + i) % values.length] ?? Buffer.alloc(0),
          headers,
        }),
      ),
    );
  return sent;
}

async function measure(what: string, work: () => Promise<number>): Promise<number> {
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  const messages = await work();
  const used = process.cpuUsage(cpu);
  const seconds = (performance.now() - began) / 1_000;
  console.log(
    `${what}: ${(((used.user + used.system) / 1e6 / messages) * 1_000).toFixed(3)} CPU s per 1,000 messages, ${(messages / seconds).toFixed(0)} a second`,
  );
  return messages;
}

for (const [kind, topic] of [
  ['compressed', 'newsmill.speed'],
  ['as they are', pageFetched.name],
] as const) {
  await bus.createTopics([{ name: topic, partitions: 6, cleanup: 'delete', groups: [group] }]);
  const consumer = await bus.consume({ group, topics: [topic], maxBytesInFlight: 50_000_000 });
  const take = async (messages: number): Promise<number> => {
    let taken = 0;
    while (taken < messages) {
      const polled = await consumer.poll(500, 1_000);
      if (polled.length > 0) await consumer.acknowledge(polled);
      taken += polled.length;
    }
    return taken;
  };
  await take(await send(topic, 2_000));
  const sent = await measure(`sent ${kind}`, () => send(topic, Number(count)));
  await measure(`handed out, ${kind}`, () => take(sent));
  await consumer.close();
}
console.log(`${Math.round(process.memoryUsage().rss / 1_048_576)} MB at the end`);
await bus.close();
