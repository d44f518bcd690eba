import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverStartLimitMs, startServers, type Servers } from '../../../test/servers/start-servers.ts';
import { BusUnreachable, type Bus, type Consumer } from './bus.ts';
import { KafkaBus } from './kafka-bus.ts';

const topic = 'newsmill.numbers';
const group = 'newsmill-g';

describe('Kafka bus without brokers', () => {
  it('opens, says that no broker is there, and closes', async () => {
    const bus = new KafkaBus({ brokers: ['127.0.0.1:1', '127.0.0.1:2'] });
    const operations = [
      bus.ping(),
      bus.publish([{ topic, key: 'k', value: new Uint8Array(1), headers: {} }]),
      bus.consume({ group, topics: [topic], maxBytesInFlight: 1_000 }),
      bus.lag(group),
      bus.createTopics([{ name: topic, partitions: 1, cleanup: 'delete', groups: [] }]),
    ];
    for (const outcome of await Promise.allSettled(operations)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(BusUnreachable) });
      expect(outcome).toMatchObject({
        reason: { message: expect.stringContaining('127.0.0.1:1, 127.0.0.1:2') },
      });
    }
    await bus.close();
  });
});

describe('Kafka bus when the broker goes and comes back', () => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await startServers(['kafka'], { own: true });
  }, serverStartLimitMs);
  afterAll(() => servers.close());

  /** Publishes numbers until it is told to stop; a refused one is published again, as a caller would. */
  async function publishNumbers(
    bus: Bus,
    state: { published: number; isOver: boolean; refused: number },
  ): Promise<void> {
    while (!state.isOver) {
      const messages = Array.from({ length: 10 }, (_, i) => ({
        topic,
        key: `key-${i}`,
        value: Buffer.from(String(state.published + i)),
        headers: {},
      }));
      for (;;) {
        try {
          await bus.publish(messages);
          break;
        } catch (error) {
          expect(error).toBeInstanceOf(BusUnreachable);
          state.refused += 1;
        }
      }
      state.published += 10;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function handleNumbers(
    consumer: Consumer,
    seen: Map<string, number[]>,
    problems: unknown[],
    isOver: () => boolean,
  ): Promise<void> {
    while (!isOver()) {
      try {
        const messages = await consumer.poll(50, 500);
        for (const { key, value } of messages) {
          const numbers = seen.get(key) ?? [];
          seen.set(key, numbers);
          const number = Number(Buffer.from(value).toString());
          if (!numbers.includes(number)) numbers.push(number);
        }
        await consumer.acknowledge(messages);
      } catch (error) {
        problems.push(error);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  it('loses nothing, keeps the order of each key, and needs no help', async () => {
    const bus = new KafkaBus({ brokers: servers.kafka.brokers, report: () => undefined });
    await bus.createTopics([{ name: topic, partitions: 3, cleanup: 'delete', groups: [group] }]);
    const consumer = await bus.consume({ group, topics: [topic], maxBytesInFlight: 1_000_000 });
    const state = { published: 0, isOver: false, refused: 0 };
    const seen = new Map<string, number[]>();
    const problems: unknown[] = [];
    let isDone = false;
    const publishing = publishNumbers(bus, state);
    const handling = handleNumbers(consumer, seen, problems, () => isDone);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await servers.restart('kafka', { signal: 'SIGKILL' });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await servers.stopServer('kafka');
    // Longer than any operation waits.
    for (
      const until = Date.now() + 60_000;
      (state.refused === 0 || problems.length === 0) && Date.now() < until;
    )
      await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(bus.ping()).rejects.toBeInstanceOf(BusUnreachable);
    await servers.startServer('kafka');
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    state.isOver = true;
    await publishing;
    const count = (): number => [...seen.values()].reduce((sum, numbers) => sum + numbers.length, 0);
    for (const until = Date.now() + 90_000; count() < state.published && Date.now() < until; )
      await new Promise((resolve) => setTimeout(resolve, 100));
    isDone = true;
    await handling;
    await bus.close();
    expect(count()).toBe(state.published);
    for (const numbers of seen.values()) expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    for (const problem of problems) expect(problem).toBeInstanceOf(BusUnreachable);
    expect(problems.length).toBeGreaterThan(0);
  }, 240_000);
});
