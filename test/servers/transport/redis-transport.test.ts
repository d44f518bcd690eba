import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { item } from '../../../libs/store/src/testing/state-samples.ts';
import { untilWithin } from '../../processes/until.ts';
import { copyInto, makeAuthority, type Authority, type Issued } from './authority.ts';
import { documentedRule } from './documented-rights.ts';
import { readinessOf, refusalOf, withMill, type OpenMill } from './open-mill.ts';
import { startSecureRedis, type SecureRedis } from './start-redis.ts';
import { startSecureSentinel } from './start-sentinel.ts';

const password = 'of-the-mill-1';
const folder = mkdtempSync(join(tmpdir(), 'newsmill-transport-'));
const until = untilWithin(180_000, 50);
let first: Authority;
let second: Authority;
let good: Issued;
let client: Issued;
let redis: SecureRedis;

beforeAll(async () => {
  first = makeAuthority(folder, 'first');
  second = makeAuthority(folder, 'second');
  good = first.issue('server');
  client = first.issue('client', { name: 'newsmill' });
  redis = await startSecureRedis(folder, good, first);
  await redis.admin.call('ACL', 'SETUSER', ...documentedRule('newsmill', password, 'newsmill:*'));
});
afterAll(async () => {
  await redis?.close();
  rmSync(folder, { recursive: true, force: true });
});

const addressOf = (word: string, host = 'localhost') => `rediss://newsmill:${word}@${host}:${redis.port}`;
const settings = (change: Readonly<Record<string, string>> = {}) => ({
  NEWSMILL_REDIS_URL: addressOf(password),
  NEWSMILL_REDIS_CA: first.ca,
  ...change,
});
/** Writes, and reads what was written. */
async function roundTrip({ state }: OpenMill): Promise<void> {
  await state.clear();
  expect(await state.condition()).toBe('whole');
  await state.addItems([item('a')]);
  expect(await state.knows(['a', 'b'])).toEqual([true, false]);
}
const ask = ({ state }: OpenMill) => state.condition();

describe('the state over TLS, as a user with the rights that the documents name', () => {
  it('works', () => withMill(settings(), roundTrip));

  it('shows a certificate where Redis wants one, and says which setting names it', async () => {
    await redis.admin.config('SET', 'tls-auth-clients', 'yes');
    try {
      await withMill(
        settings({ NEWSMILL_REDIS_CERTIFICATE: client.cert, NEWSMILL_REDIS_KEY: client.key }),
        roundTrip,
      );
      const stranger = second.issue('stranger', { name: 'newsmill' });
      const shown: readonly Readonly<Record<string, string>>[] = [
        {},
        { NEWSMILL_REDIS_CERTIFICATE: stranger.cert, NEWSMILL_REDIS_KEY: stranger.key },
      ];
      for (const files of shown)
        expect(await refusalOf(settings(files), ask)).toMatch(
          new RegExp(
            `^StateUnreachable: Redis at localhost:${redis.port} .*certificate.*NEWSMILL_REDIS_CERTIFICATE`,
          ),
        );
    } finally {
      await redis.admin.config('SET', 'tls-auth-clients', 'no');
    }
  });

  it('asks Sentinels over TLS, with its certificate, and says which setting they want', async () => {
    const sentinel = await startSecureSentinel(
      folder,
      { issued: good, authority: first },
      { port: redis.port, password },
    );
    try {
      const by = (change: Readonly<Record<string, string>> = {}) =>
        settings({
          NEWSMILL_REDIS_URL: `rediss://newsmill:${password}@mill`,
          NEWSMILL_REDIS_SENTINELS: sentinel.address,
          NEWSMILL_REDIS_CERTIFICATE: client.cert,
          NEWSMILL_REDIS_KEY: client.key,
          ...change,
        });
      await until('the Sentinel names the primary', () =>
        withMill(by(), ask).then(
          () => true,
          () => false,
        ),
      );
      await withMill(by(), roundTrip);
      const stranger = second.issue('stranger-of-sentinels', { name: 'newsmill' });
      const said = [
        await refusalOf(by({ NEWSMILL_REDIS_CA: second.ca }), ask),
        await refusalOf(
          by({ NEWSMILL_REDIS_CERTIFICATE: stranger.cert, NEWSMILL_REDIS_KEY: stranger.key }),
          ask,
        ),
      ];
      for (const text of said)
        expect(text).toMatch(
          /^StateUnreachable: .*mill of the Sentinels localhost:\d+ .*TLS.*NEWSMILL_REDIS_CA .*NEWSMILL_REDIS_CERTIFICATE$/,
        );
    } finally {
      await sentinel.close();
    }
  });

  it('refuses what it cannot trust, and Redis a wrong password: with server and setting, without the secret', async () => {
    const wrong = { NEWSMILL_REDIS_URL: addressOf('wrong-password') };
    const said = [
      await refusalOf(settings(wrong), ask),
      await refusalOf(settings({ NEWSMILL_REDIS_CA: second.ca }), ask),
      await refusalOf(settings({ NEWSMILL_REDIS_CA: '' }), ask),
      await refusalOf(settings({ NEWSMILL_REDIS_URL: addressOf(password, '127.0.0.1') }), ask),
    ];
    await redis.show(first.issue('old', { hasExpired: true }), first);
    said.push(await refusalOf(settings(), ask));
    await redis.show(good, first);
    expect(said.map((words) => words.replaceAll(String(redis.port), 'PORT'))).toEqual([
      expect.stringMatching(/^StateUnreachable: Redis at localhost:PORT .*WRONGPASS.*in NEWSMILL_REDIS_URL$/),
      expect.stringMatching(/authority that is not known here\): name .* in NEWSMILL_REDIS_CA$/),
      expect.stringMatching(/authority that is not known here\): name .* in NEWSMILL_REDIS_CA$/),
      expect.stringMatching(/Redis at 127\.0\.0\.1:PORT .*for other names.*in NEWSMILL_REDIS_URL/),
      expect.stringMatching(/has expired\): renew it at the server/),
    ]);
    expect(said.join('\n')).not.toMatch(/wrong-password|of-the-mill/);
    expect(await readinessOf(settings(wrong), 'state')).toBe(said[0]?.replace('StateUnreachable: ', ''));
  });
});

describe('files that change', () => {
  it('count for the next connection: authority, certificate of the client, password', async () => {
    const [ca, cert, key, url] = ['ca.pem', 'client.pem', 'client.key', 'redis-url'].map((name) =>
      join(folder, name),
    ) as [string, string, string, string];
    for (const [to, from] of [
      [ca, first.ca],
      [cert, client.cert],
      [key, client.key],
    ] as const)
      copyInto(to, from);
    writeFileSync(url, `${addressOf(password)}\n`);
    await redis.admin.config('SET', 'tls-auth-clients', 'yes');
    await withMill(
      {
        NEWSMILL_REDIS_URL_FILE: url,
        NEWSMILL_REDIS_CA: ca,
        NEWSMILL_REDIS_CERTIFICATE: cert,
        NEWSMILL_REDIS_KEY: key,
      },
      async (mill) => {
        await roundTrip(mill);
        const goesOn = () =>
          until('the state goes on', () =>
            ask(mill).then(
              (found) => found === 'whole',
              () => false,
            ),
          );

        // Half of a file: what was there before is used, and people are told.
        writeFileSync(ca, 'half of a certi');
        await redis.endConnections();
        await goesOn();
        expect(mill.changed).toEqual([
          {
            setting: 'NEWSMILL_REDIS_CA, NEWSMILL_REDIS_CERTIFICATE, NEWSMILL_REDIS_KEY',
            problem: expect.stringContaining(`NEWSMILL_REDIS_CA=${ca}: no certificate is in it`),
          },
        ]);

        // All of it at once: the server has another authority and wants it of its clients, and another password.
        const [server, other] = [second.issue('server'), second.issue('client', { name: 'newsmill' })];
        copyInto(ca, second.ca);
        copyInto(cert, other.cert);
        copyInto(key, other.key);
        writeFileSync(url, `${addressOf('of-the-mill-2')}\n`);
        await redis.show(server, second);
        await redis.admin.call('ACL', 'SETUSER', 'newsmill', 'resetpass', '>of-the-mill-2');
        await redis.endConnections();
        await goesOn();
        expect(await mill.state.knows(['a'])).toEqual([true]);
        expect(mill.changed.slice(1)).toEqual(
          expect.arrayContaining([
            { setting: 'NEWSMILL_REDIS_CA, NEWSMILL_REDIS_CERTIFICATE, NEWSMILL_REDIS_KEY' },
            { setting: 'NEWSMILL_REDIS_URL_FILE', secret: addressOf('of-the-mill-2') },
          ]),
        );
      },
    );
  });
});
