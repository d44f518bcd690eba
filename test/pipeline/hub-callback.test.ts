import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { channelPushed, readMessage, type ChannelPush } from '@newsmill/contracts';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { createHubCallback } from '../../libs/operate/src/hubs/answer-hub.ts';
import { HubMemory } from '../../libs/operate/src/hubs/hub-memory.ts';

const token = 'T'.repeat(43);
const topic = 'https://news.example/feed';

/** The callback over real ports; the clock is ours. */
describe('a hub that pushes without end', () => {
  let folder: string;
  let ports: OpenPorts;
  let now = 1_800_000_000_000;
  let notes: { readonly name: string; readonly reason?: unknown; readonly more?: unknown }[];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-pushes-'));
    ports = await openPorts(readSettings({ NEWSMILL_DATA: folder }));
    notes = [];
    await new HubMemory(ports.state).keep(
      'channel',
      {
        token,
        secret: 's',
        hub: 'https://hub.example/',
        topic,
        callback: `https://mill.example/websub/${token}`,
        mode: 'subscribe',
        ask: 1,
        askedAt: now,
        attempt: 0,
        sourceId: 'x',
        allowPrivate: [],
      },
      now,
    );
  });
  afterEach(async () => {
    await ports.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const callback = () =>
    createHubCallback({
      state: ports.state,
      bus: ports.bus,
      note: (name, fields) => void notes.push({ name, ...fields }),
      now: () => now,
    });
  const ignored = () =>
    notes.filter(({ name }) => name === 'websub.ignored').map(({ reason, more }) => [reason, more]);
  /** What travels of so many pushes of a size, and of one in the next minute. */
  async function travelled(count: number, size: number): Promise<ChannelPush[]> {
    const consumer = await ports.bus.consume({
      group: 'test',
      topics: [channelPushed.name],
      maxBytesInFlight: 100_000_000,
    });
    const hubs = callback();
    const push = async (body: Buffer): Promise<void> => {
      const signature = `sha256=${createHmac('sha256', 's').update(body).digest('hex')}`;
      expect(await hubs.take(token, { contentType: 'text/xml', signature, body })).toBe('taken');
    };
    for (let i = 0; i < count; i += 1) await push(Buffer.alloc(size, 'x'));
    now += 60_001;
    await push(Buffer.from('next'));
    const messages = [];
    for (let more = await consumer.poll(200, 200); more.length > 0; more = await consumer.poll(200, 200)) {
      messages.push(...more);
      await consumer.acknowledge(more);
    }
    await consumer.close();
    return messages.flatMap((message) => {
      const read = readMessage(channelPushed, message);
      return read.ok ? [read.value] : [];
    });
  }

  it.each([
    ['many', 200, 10, 60],
    ['large', 40, 500_000, 8],
  ])(
    'brings so much in a minute where they are %s, then a poll at its end',
    async (_what, count, size, most) => {
      const endsAt = now + 60_000;
      const pushes = await travelled(count, size);
      const bodies = pushes.filter(({ body }) => body !== undefined);
      const polls = pushes.filter(({ body }) => body === undefined);
      expect([bodies.length, polls.map(({ at }) => at)]).toEqual([most + 1, [endsAt]]);
      expect(Buffer.from(bodies.at(-1)?.body ?? '', 'base64').toString()).toBe('next');
      expect(ignored()).toEqual([['too many within a minute; a poll brings what they say', 0]]);
    },
  );

  it('is told of in a line a minute for each reason, which says how many were ignored without one', async () => {
    const hubs = callback();
    const push = (signature?: string, self?: string) =>
      hubs.take(token, {
        contentType: 'text/xml',
        body: Buffer.from('forged'),
        ...(signature === undefined ? {} : { signature }),
        ...(self === undefined ? {} : { link: `<${self}>; rel="self"` }),
      });
    const signed = `sha256=${createHmac('sha256', 's').update('forged').digest('hex')}`;
    for (let i = 0; i < 50; i += 1) expect(await push()).toBe('taken');
    // Nobody hides the mistake of a hub behind one of his own, nor writes more lines by more topics.
    await push('sha256=00');
    for (let i = 0; i < 3; i += 1) await push(signed, `https://evil.example/${i}`);
    expect(ignored()).toEqual([
      ['no signature', 0],
      ['wrong signature', 0],
      ['for another topic, https://evil.example/0', 0],
    ]);
    now += 60_001;
    await push();
    now += 60_001;
    await push();
    expect(ignored().slice(3)).toEqual([
      ['no signature', 49],
      ['no signature', 0],
    ]);
  });
});
