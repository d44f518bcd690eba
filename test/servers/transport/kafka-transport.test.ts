import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TopicWithGroups } from '@newsmill/contracts';
import { serverStartLimitMs } from '../start-servers.ts';
import { untilWithin } from '../../processes/until.ts';
import { copyInto, makeAuthority, type Authority, type Issued } from './authority.ts';
import { readinessOf, refusalOf, withMill, type OpenMill } from './open-mill.ts';
import { kafkaUser, startSecureKafka, type SecureKafka } from './start-kafka.ts';

type Change = Readonly<Record<string, string>>;
const folder = mkdtempSync(join(tmpdir(), 'newsmill-transport-'));
const until = untilWithin(120_000, 50);
let first: Authority;
let second: Authority;
let client: Issued;
let kafka: SecureKafka;

beforeAll(async () => {
  first = makeAuthority(folder, 'first');
  second = makeAuthority(folder, 'second');
  client = first.issue('client', { name: 'newsmill' });
  kafka = await startSecureKafka(folder, first);
}, serverStartLimitMs);
afterAll(async () => {
  await kafka?.close();
  rmSync(folder, { recursive: true, force: true });
});

const settings = (listener: keyof SecureKafka['ports'], change: Change, host = 'localhost'): Change => ({
  NEWSMILL_KAFKA_BROKERS: `${host}:${kafka.ports[listener]}`,
  NEWSMILL_KAFKA_TLS: 'yes',
  NEWSMILL_KAFKA_CA: first.ca,
  // The distributed form has them too; nobody asks them here.
  NEWSMILL_REDIS_URL: 'redis://127.0.0.1:1',
  NEWSMILL_ELASTICSEARCH_URL: 'http://127.0.0.1:1',
  ...change,
});
const login = (mechanism: string, password = kafkaUser.password): Change => ({
  NEWSMILL_KAFKA_SASL_MECHANISM: mechanism,
  NEWSMILL_KAFKA_SASL_USERNAME: kafkaUser.name,
  NEWSMILL_KAFKA_SASL_PASSWORD: password,
});
const shown = ({ cert, key }: Issued): Change => ({
  NEWSMILL_KAFKA_CERTIFICATE: cert,
  NEWSMILL_KAFKA_KEY: key,
});

/** Publishes, takes and acknowledges. */
async function roundTrip({ bus }: OpenMill): Promise<TopicWithGroups> {
  const topic: TopicWithGroups = {
    name: `newsmill.test.${randomUUID()}`,
    partitions: 1,
    cleanup: 'delete',
    groups: ['mine'],
  };
  await bus.createTopics([topic]);
  await again({ bus }, topic);
  return topic;
}

async function again({ bus }: Pick<OpenMill, 'bus'>, topic: TopicWithGroups): Promise<void> {
  const texts = [randomUUID(), randomUUID()];
  await bus.publish(
    texts.map((text) => ({
      topic: topic.name,
      key: 'k',
      value: new TextEncoder().encode(text),
      headers: {},
    })),
  );
  const consumer = await bus.consume({ group: 'mine', topics: [topic.name], maxBytesInFlight: 1_000_000 });
  const messages = [...(await consumer.poll(10, 60_000))];
  while (messages.length < texts.length) messages.push(...(await consumer.poll(10, 60_000)));
  expect(messages.map(({ value }) => new TextDecoder().decode(value))).toEqual(texts);
  for (const message of messages.toReversed()) await consumer.acknowledge([message]);
  await consumer.close();
  expect(await bus.lag('mine')).toContainEqual({ topic: topic.name, messages: 0, ageMs: 0 });
}

describe('the bus over TLS', () => {
  it.each(['plain', 'scram-sha-256', 'scram-sha-512'])('logs in by %s', async (mechanism) => {
    await withMill(settings('login', login(mechanism)), roundTrip);
  });

  it('shows a certificate where the brokers want one', async () => {
    await withMill(settings('mutual', shown(client)), roundTrip);
  });

  it('refuses what it cannot trust, and the brokers a wrong password: with server and setting, without the secret', async () => {
    const ask = ({ bus }: OpenMill) => bus.ping();
    const wrong = settings('login', login('scram-sha-512', 'wrong-password'));
    const said = await Promise.all([
      refusalOf(wrong, ask),
      refusalOf(settings('login', login('plain', 'wrong-password')), ask),
      refusalOf(settings('login', { ...login('plain'), NEWSMILL_KAFKA_CA: second.ca }), ask),
      refusalOf(settings('login', { ...login('plain'), NEWSMILL_KAFKA_CA: '' }), ask),
      refusalOf(settings('login', login('plain'), '127.0.0.1'), ask),
      refusalOf(settings('expired', {}), ask),
      refusalOf(settings('mutual', {}), ask),
      refusalOf(settings('mutual', shown(second.issue('stranger', { name: 'newsmill' }))), ask),
    ]);
    const loginRefused =
      /^BusUnreachable: ping: the brokers localhost:\d+ cannot be used \(they refuse the login\): correct NEWSMILL_KAFKA_SASL_MECHANISM, NEWSMILL_KAFKA_SASL_USERNAME and NEWSMILL_KAFKA_SASL_PASSWORD; it is tried again by itself$/;
    expect(said).toEqual([
      expect.stringMatching(loginRefused),
      expect.stringMatching(loginRefused),
      expect.stringMatching(/authority that is not known here\): name .* in NEWSMILL_KAFKA_CA;/),
      expect.stringMatching(/authority that is not known here\): name .* in NEWSMILL_KAFKA_CA;/),
      expect.stringMatching(/brokers 127\.0\.0\.1:\d+ .*for other names.*in NEWSMILL_KAFKA_BROKERS/),
      expect.stringMatching(/has expired\): renew it at the server/),
      expect.stringMatching(/certificate.*NEWSMILL_KAFKA_CERTIFICATE;/),
      expect.stringMatching(/certificate.*NEWSMILL_KAFKA_CERTIFICATE;/),
    ]);
    expect(said.join('\n')).not.toMatch(/wrong-password|of-the-mill/);
  });
});

it('/readyz says what the brokers refuse', async () => {
  expect(await readinessOf(settings('login', login('scram-sha-256', 'wrong-password')), 'bus')).toMatch(
    /they refuse the login\): correct NEWSMILL_KAFKA_SASL_MECHANISM/,
  );
});

describe('files that change', () => {
  const path = (file: string) => join(folder, `changing-${file}`);

  it('count for the next connection: password', async () => {
    await kafka.setPassword('of-the-mill-1');
    writeFileSync(path('password'), 'of-the-mill-1');
    const { NEWSMILL_KAFKA_SASL_PASSWORD: _, ...user } = login('scram-sha-512');
    const files = { NEWSMILL_KAFKA_SASL_PASSWORD_FILE: path('password') };
    await withMill(settings('login', { ...user, ...files }), async (mill) => {
      const topic = await roundTrip(mill);
      await kafka.setPassword('of-the-mill-2');
      writeFileSync(path('password'), 'of-the-mill-2');
      await kafka.endConnections();
      await until('the bus goes on', () =>
        mill.bus.ping().then(
          () => true,
          () => false,
        ),
      );
      await again(mill, topic);
      expect(mill.changed).toEqual([
        { setting: 'NEWSMILL_KAFKA_SASL_PASSWORD_FILE', secret: 'of-the-mill-2' },
      ]);
    });
  });

  it('count for the next connection: authority and certificate of the client', async () => {
    copyInto(path('ca'), first.ca);
    copyInto(path('cert'), client.cert);
    copyInto(path('key'), client.key);
    await kafka.show(first.issue('server-1'), first);
    const files = { ...shown({ cert: path('cert'), key: path('key') }), NEWSMILL_KAFKA_CA: path('ca') };
    await withMill(settings('mutual', files), async (mill) => {
      const topic = await roundTrip(mill);
      const other = second.issue('client-2', { name: 'newsmill' });
      copyInto(path('ca'), second.ca);
      copyInto(path('cert'), other.cert);
      copyInto(path('key'), other.key);
      await kafka.show(second.issue('server-2'), second);
      await kafka.endConnections();
      await until('the bus goes on', () =>
        mill.bus.ping().then(
          () => true,
          () => false,
        ),
      );
      await again(mill, topic);
      expect(mill.changed.at(-1)).toEqual({
        setting: 'NEWSMILL_KAFKA_CA, NEWSMILL_KAFKA_CERTIFICATE, NEWSMILL_KAFKA_KEY',
      });
    });
  });
});
