import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pageFetched, pipeline } from '@newsmill/contracts';
import { openTestPorts } from '../testing/open-test-ports.ts';
import { giveWay } from './give-way.ts';

describe('giveWay', () => {
  let ports: Awaited<ReturnType<typeof openTestPorts>>;
  const { signal } = new AbortController();
  beforeEach(async () => {
    ports = await openTestPorts();
    await ports.bus.publish(
      Array.from({ length: 40 }, (_, index) => ({
        topic: pageFetched.name,
        key: `item${index}`,
        value: new Uint8Array([1]),
        headers: {},
      })),
    );
  });
  afterEach(() => ports.close());

  it('waits until new pages are taken', async () => {
    const told: number[] = [];
    let isOver = false;
    const over = giveWay(ports, signal, (waiting) => told.push(waiting)).then(() => (isOver = true));
    const consumer = await ports.bus.consume({
      group: pipeline.clean.group,
      topics: [pageFetched.name],
      maxBytesInFlight: 1_000_000,
    });
    const messages = await consumer.poll(30, 1_000);
    expect([messages.length, isOver]).toEqual([30, false]);
    await consumer.acknowledge(messages);
    await over;
    expect(told[0]).toBe(40);
    await consumer.close();
  });
  it('does not wait for pages that nobody takes', async () => {
    let now = 0;
    await giveWay({ ...ports, now: () => (now += 20_000) }, signal);
    expect(now).toBeGreaterThan(30_000);
  });
  it('ends when it is told to', async () => {
    await giveWay(ports, AbortSignal.timeout(50));
  });
});
