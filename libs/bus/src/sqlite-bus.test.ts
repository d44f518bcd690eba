import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { damagedHeader, readMessage, returnedTopic } from '@newsmill/contracts';
import { openSqliteFile } from '@newsmill/store';
import { busContract } from './bus.contract.ts';
import { BusFull, type Bus, type StoredMessage } from './bus.ts';
import { openSqliteBus } from './sqlite-bus.ts';
import { offsetSpan } from './sqlite-log.ts';

/** A bus that closes its file with itself. */
async function openOn(
  path: string,
  busyMs?: number,
): Promise<{ readonly bus: Bus; readonly execute: (sql: string) => void }> {
  const file = openSqliteFile(path, { busyMs });
  const bus = await openSqliteBus({ db: file });
  const close = bus.close.bind(bus);
  Object.assign(bus, {
    close: async () => {
      await close();
      await file.close();
    },
  });
  return { bus, execute: (sql) => file.execute(sql) };
}

async function browseAll(bus: Bus): Promise<StoredMessage[]> {
  const found: StoredMessage[] = [];
  for await (const message of bus.browse('t')) found.push(message);
  return found;
}

busContract('SQLite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'newsmill-bus-'));
  return {
    open: async () => (await openOn(join(directory, 'mill.db'))).bus,
    destroy: () => rm(directory, { recursive: true, force: true }),
  };
});

/**
 * Publishes numbers and consumes them for ever; says on its output what is durable: p published, d handed
 * out, a acknowledged.
 */
const mill = `
  import { writeSync } from 'node:fs';
  import { openSqliteBus } from '@newsmill/bus';
  import { openSqliteFile } from '@newsmill/store';
  const [, path, from] = process.argv;
  const bus = await openSqliteBus({ db: openSqliteFile(path) });
  await bus.createTopics([{ name: 'numbers', partitions: 1, cleanup: 'delete', groups: ['g', 'slow'] }]);
  const say = (sign, numbers) => writeSync(1, numbers.map((number) => sign + number + '\\n').join(''));
  const publish = async () => {
    for (let next = Number(from); ; next += 5) {
      const numbers = [0, 1, 2, 3, 4].map((i) => next + i);
      await bus.publish(numbers.map((number) => ({ topic: 'numbers', key: String(number % 7), value: Buffer.from(String(number)), headers: {} })));
      say('p', numbers);
    }
  };
  const consume = async (group, sign) => {
    const consumer = await bus.consume({ group, topics: ['numbers'], maxBytesInFlight: 1e6 });
    for (;;) {
      const messages = await consumer.poll(12, 1_000);
      const numbers = messages.map((message) => Number(Buffer.from(message.value).toString()));
      say('d' + sign, numbers);
      // Out of order, in two steps.
      const late = messages.filter((_, i) => i % 3 === 0);
      await consumer.acknowledge(messages.filter((_, i) => i % 3 !== 0));
      await new Promise((resolve) => setTimeout(resolve, 2));
      await consumer.acknowledge(late);
      say('a' + sign, numbers);
    }
  };
  await Promise.all([publish(), consume('g', 'g'), consume('slow', 's')]);
`;

/** Runs the mill until it has said something and `ms` have gone by, then kills it. */
function runAndKill(path: string, from: number, ms: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--conditions=newsmill-source',
        '--no-warnings',
        '--input-type=module',
        '-e',
        mill,
        path,
        String(from),
      ],
      { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    let complaint = '';
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), ms));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(output.split('\n').slice(0, -1)) : reject(new Error(complaint)),
    );
  });
}

describe('SQLite bus', () => {
  let directory: string;
  let path: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'newsmill-bus-'));
    path = join(directory, 'mill.db');
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('loses nothing published and repeats nothing acknowledged when the process is killed', async () => {
    const seed = 20_261_124;
    const said: string[] = [];
    let from = 0;
    for (let kill = 0; kill < 5; kill += 1) {
      said.push(...(await runAndKill(path, from, 20 + ((seed * (kill + 3)) % 130))));
      from += 100_000;
    }
    const numbers = (sign: string) =>
      new Set(said.filter((line) => line.startsWith(sign)).map((line) => Number(line.slice(sign.length))));
    const { bus } = await openOn(path);
    for (const [group, sign] of [
      ['g', 'g'],
      ['slow', 's'],
    ] as const) {
      const consumer = await bus.consume({ group, topics: ['numbers'], maxBytesInFlight: 100_000_000 });
      const left = new Set<number>();
      for (
        let messages = await consumer.poll(1_000, 100);
        messages.length > 0;
        messages = await consumer.poll(1_000, 100)
      ) {
        for (const { value } of messages) left.add(Number(Buffer.from(value).toString()));
      }
      const [published, handedOut, acknowledged] = [numbers('p'), numbers(`d${sign}`), numbers(`a${sign}`)];
      expect(published.size).toBeGreaterThan(20);
      expect([...published].filter((number) => !handedOut.has(number) && !left.has(number))).toEqual([]);
      expect([...acknowledged].filter((number) => left.has(number))).toEqual([]);
      await consumer.close();
    }
    await bus.close();
  });

  it('deletes what every group has acknowledged', async () => {
    const { bus } = await openOn(path);
    await bus.createTopics([{ name: 't', partitions: 1, cleanup: 'delete', groups: ['a', 'b'] }]);
    await bus.publish(['1', '2'].map((key) => ({ topic: 't', key, value: Buffer.from(key), headers: {} })));
    const remaining = async () => (await browseAll(bus)).map(({ key }) => key);
    for (const [group, left] of [
      ['a', ['1', '2']],
      ['b', []],
    ] as const) {
      const consumer = await bus.consume({ group, topics: ['t'], maxBytesInFlight: 1_000 });
      await consumer.acknowledge(await consumer.poll(10, 1_000));
      expect(await remaining()).toEqual(left);
    }
    await bus.close();
  });

  it.each([
    ['a byte of the value', `value = CAST(replace(value, 'harbour', 'harbeur') AS BLOB)`],
    ['its type', 'value = 7, headers = 8'],
    ['the type of the key, and the time', `key = CAST('k2' AS BLOB), time = ''`],
    ['a byte of a header', `headers = replace(headers, 'newsmill/fetch', 'newsmill/fexch')`],
    ['headers that are no JSON any more', `headers = substr(headers, 2)`],
    ['headers that are JSON of another kind', `headers = '[1]'`],
    ['a byte of the key', `key = 'k2'`],
  ])('hands out a message that the disk has changed as a dead letter to be: %s', async (_name, change) => {
    const { bus, execute } = await openOn(path);
    await bus.createTopics([{ name: 't', partitions: 1, cleanup: 'delete', groups: ['a'] }]);
    const message = (key: string, text: string) => ({
      topic: 't',
      key,
      value: Buffer.from(JSON.stringify({ text })),
      headers: { ce_source: 'newsmill/fetch', schema: '1' },
    });
    await bus.publish([message('k1', 'the harbour opens'), message('k3', 'the mill opens')]);
    execute(`UPDATE bus_message SET ${change} WHERE id % ${offsetSpan} = 0`);
    const consumer = await bus.consume({ group: 'a', topics: ['t'], maxBytesInFlight: 1_000 });
    const [damaged, whole] = await consumer.poll(10, 1_000);
    const topic = { ...returnedTopic('tone'), schema: z.object({ text: z.string() }) };
    expect(damaged === undefined ? undefined : readMessage(topic, damaged)).toEqual({
      ok: false,
      reason: 'bad-message',
      detail: expect.stringContaining('are not those that were written'),
    });
    expect(whole === undefined ? undefined : readMessage(topic, whole)).toEqual({
      ok: true,
      value: { text: 'the mill opens' },
    });
    await consumer.acknowledge([damaged, whole].filter((one) => one !== undefined));
    expect(await bus.lag('a')).toMatchObject([{ messages: 0 }]);
    await bus.close();
  });

  it('reads what a version without sums has written, and gives its own messages one', async () => {
    const file = openSqliteFile(path, {});
    file.execute(`
      CREATE TABLE bus_topic (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, compacted INTEGER NOT NULL, next_offset INTEGER NOT NULL DEFAULT 0, swept INTEGER NOT NULL DEFAULT 0);
      CREATE TABLE bus_message (id INTEGER PRIMARY KEY, time INTEGER NOT NULL, key TEXT NOT NULL, headers TEXT NOT NULL, value BLOB NOT NULL);
      INSERT INTO bus_topic (id, name, compacted, next_offset) VALUES (1, 't', 0, 1);
      INSERT INTO bus_message VALUES (${offsetSpan}, 1, 'old', '{}', x'31');
    `);
    await file.close();
    const { bus, execute } = await openOn(path);
    await bus.publish([{ topic: 't', key: 'new', value: Buffer.from('2'), headers: {} }]);
    expect(await browseAll(bus)).toMatchObject([
      { key: 'old', headers: {} },
      { key: 'new', headers: {} },
    ]);
    execute(`UPDATE bus_message SET value = x'33'`);
    expect((await browseAll(bus)).map(({ headers }) => Object.keys(headers))).toEqual([[], [damagedHeader]]);
    await bus.close();
  });

  it('does not hand out again what was acknowledged out of order', async () => {
    const first = await openOn(path);
    await first.bus.createTopics([{ name: 't', partitions: 1, cleanup: 'delete', groups: ['a'] }]);
    await first.bus.publish(
      ['1', '2', '3'].map((key) => ({ topic: 't', key, value: Buffer.from(key), headers: {} })),
    );
    const consumer = await first.bus.consume({ group: 'a', topics: ['t'], maxBytesInFlight: 1_000 });
    await consumer.acknowledge((await consumer.poll(10, 1_000)).filter(({ key }) => key !== '1'));
    await first.bus.close();
    const { bus } = await openOn(path);
    const again = await bus.consume({ group: 'a', topics: ['t'], maxBytesInFlight: 1_000 });
    expect((await again.poll(10, 1_000)).map(({ key }) => key)).toEqual(['1']);
    expect(await bus.lag('a')).toMatchObject([{ messages: 1 }]);
    await bus.close();
  });

  it('sees what another connection publishes and removes', async () => {
    const [mine, other] = [await openOn(path), await openOn(path)];
    await mine.bus.createTopics([{ name: 't', partitions: 1, cleanup: 'delete', groups: ['a'] }]);
    const consumer = await mine.bus.consume({ group: 'a', topics: ['t'], maxBytesInFlight: 1_000 });
    const polled = consumer.poll(10, 20_000);
    await other.bus.publish([{ topic: 't', key: 'k', value: Buffer.from('1'), headers: {} }]);
    const messages = await polled;
    expect(messages).toHaveLength(1);
    await consumer.giveBack(messages);
    await other.bus.publish([{ topic: 't', key: 'k', value: Buffer.from('2'), headers: {} }]);
    await other.bus.remove('t', messages);
    expect((await consumer.poll(10, 20_000)).map(({ offset }) => offset)).toEqual(['1']);
    await other.bus.close();
    await mine.bus.close();
  });

  it('acknowledges again after another process held the file for too long', async () => {
    const [mine, other] = [await openOn(path, 50), await openOn(path)];
    await mine.bus.createTopics([{ name: 't', partitions: 1, cleanup: 'delete', groups: ['a'] }]);
    await mine.bus.publish([{ topic: 't', key: 'k', value: Buffer.from('1'), headers: {} }]);
    const consumer = await mine.bus.consume({ group: 'a', topics: ['t'], maxBytesInFlight: 1_000 });
    const messages = await consumer.poll(10, 1_000);
    other.execute('BEGIN IMMEDIATE');
    await expect(consumer.acknowledge(messages)).rejects.toThrow(/locked/);
    other.execute('ROLLBACK');
    await consumer.acknowledge(messages);
    expect(await mine.bus.lag('a')).toMatchObject([{ messages: 0 }]);
    await other.bus.close();
    await mine.bus.close();
  });

  it('says that the disk is full, writes nothing, and goes on when there is room', async () => {
    const { bus, execute } = await openOn(path);
    await bus.createTopics([{ name: 't', partitions: 1, cleanup: 'delete', groups: ['a'] }]);
    execute('PRAGMA max_page_count = 40');
    const large = { topic: 't', key: 'k', value: new Uint8Array(200_000), headers: {} };
    await expect(bus.publish([{ ...large, value: new Uint8Array(10) }, large])).rejects.toBeInstanceOf(
      BusFull,
    );
    expect(await browseAll(bus)).toEqual([]);
    execute('PRAGMA max_page_count = 1000000');
    await bus.publish([large]);
    expect((await browseAll(bus)).map(({ offset }) => offset)).toEqual(['0']);
    await bus.close();
  });
});

it('who walks through many messages leaves the event loop to others', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'newsmill-walk-'));
  const { bus } = await openOn(join(directory, 'mill.db'));
  try {
    await bus.createTopics([{ name: 't', partitions: 1, cleanup: 'delete', groups: ['g'] }]);
    const value = new Uint8Array(1_000);
    await bus.publish(
      Array.from({ length: 10_000 }, (_, index) => ({ topic: 't', key: `k${index}`, headers: {}, value })),
    );
    let turns = 0;
    const count = setInterval(() => (turns += 1), 0);
    let seen = 0;
    for await (const _message of bus.backlog('t', 'g')) seen += 1;
    clearInterval(count);
    expect(seen).toBe(10_000);
    expect(turns).toBeGreaterThan(2);
  } finally {
    await bus.close();
    await rm(directory, { recursive: true, force: true });
  }
});
