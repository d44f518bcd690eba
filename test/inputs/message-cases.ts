import { Redis } from 'ioredis';
import type { BusDoor } from './bus-door.ts';
import { must, type Doors } from './doors.ts';
import { readBrake } from '../../libs/runtime/src/stage/source-brake.ts';
import type { DrivenInput } from './input-case.ts';

const hour = 3_600_000;
const bytes = (text: string): Uint8Array => Buffer.from(text);

/** A message that becomes a dead letter; the one behind it, of the same key, passes. */
function parked(input: string, message: Parameters<BusDoor['send']>[0], reason = 'bad-message'): DrivenInput {
  return {
    row: 95,
    door: 'bus',
    input,
    outcome: 'PARK',
    async drive(doors) {
      const found = await (await doors.bus()).send(message);
      must(found === reason, found);
    },
  };
}

/** A value of the state that is not what was put there; the state takes a new one afterwards. */
function kept(input: string, spoil: (doors: Doors) => Promise<void>): DrivenInput {
  return {
    row: 96,
    door: 'Redis',
    input,
    outcome: 'CLEAN',
    why: 'It counts as missing, and is written again.',
    drive: spoil,
  };
}

/** Writes an entry, puts something else in its place behind the back of the state, and reads it. */
async function spoiled(
  doors: Doors,
  spoil: (redis: Redis, entries: string) => Promise<unknown>,
): Promise<void> {
  const place = await doors.redis();
  const state = await place.open();
  const redis = new Redis(place.url);
  try {
    const entry = { key: 'brake:clean:paper', value: '{"strikes":1,"until":1}', expiresAt: hour * 1e6 };
    await state.write([entry]);
    await spoil(redis, `${place.namespace}:entries`);
    const read = async () => (await state.read([entry.key], 0)).get(entry.key);
    must(readBrake(await read()) === undefined, await read());
    await state.write([entry]);
    must((await read()) === entry.value, await read());
  } finally {
    redis.disconnect();
    await state.close();
  }
}

/** Rows 95 and 96: what comes over the bus and out of the state. */
// biome-ignore format: a table, read by its rows
export const messageCases: readonly DrivenInput[] = [
  parked('message that is not JSON', { value: bytes('what is this') }),
  parked('message of 0 bytes', { value: new Uint8Array() }),
  parked('message of 900 KB of brackets', { value: bytes('['.repeat(900_000)) }),
  parked('message of a newer schema', { headers: { schema: '99', 'content-type': 'application/json' } }, 'future-schema'),
  parked('message of another shape', { value: bytes('{"url":5,"title":{"a":1}}') }),
  parked('message with __proto__', { value: bytes('{"__proto__":{"item":"x","sourceId":"s"}}') }),
  parked('message with 1,000 headers', { value: bytes('{}'), headers: Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`x${i}`, 'y'.repeat(50)])) }),
  parked('message under a wrong key', { key: '\u0000../../x', value: bytes('{}') }),
  parked('bytes that are no UTF-8', { value: new Uint8Array([123, 255, 254, 0, 125]) }),
  kept('value that is cut short', (doors) => spoiled(doors, (redis, entries) => redis.hset(entries, 'brake:clean:paper', ':{"strikes":1,"un'))),
  kept('value of another shape', (doors) => spoiled(doors, (redis, entries) => redis.hset(entries, 'brake:clean:paper', ':[1,2,3]'))),
  kept('value without its end', (doors) => spoiled(doors, (redis, entries) => redis.hset(entries, 'brake:clean:paper', 'no colon'))),
  { row: 96, door: 'Redis', input: 'entries of another type', outcome: 'PARK', why: 'The state counts as lost, and is built again from ledger and library.', async drive(doors) { const place = await doors.redis(); const state = await place.open(); const redis = new Redis(place.url); const key = `${place.namespace}:entries`; try { await redis.del(key); await redis.set(key, 'text'); const told = await state.read(['a'], 0).then(String, String); must(/StateLost|lost/i.test(told) && (await state.condition()) === 'lost', told); await state.clear(); await state.write([{ key: 'a', value: 'v', expiresAt: hour * 1e6 }]); must((await state.read(['a'], 0)).get('a') === 'v', 'not written'); } finally { redis.disconnect(); await state.close(); } } },
  kept('key with line breaks, stars and zero bytes', async (doors) => { const place = await doors.redis(); const state = await place.open(); const key = 'robots:*\r\nFLUSHALL\r\n\u0000{x}'; try { await state.write([{ key, value: 'v', expiresAt: hour * 1e6 }]); const read = await state.read([key, 'robots:a'], 0); must(read.get(key) === 'v' && read.size === 1, [...read]); } finally { await state.close(); } }),
];
