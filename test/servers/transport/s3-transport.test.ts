import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverStartLimitMs, startServers, type Servers } from '../start-servers.ts';
import { copyInto, makeAuthority, type Authority, type Issued } from './authority.ts';
import { openTlsDoor, type TlsDoor } from './open-tls-door.ts';
import { readinessOf, refusalOf, withMill, type OpenMill } from './open-mill.ts';

type Change = Readonly<Record<string, string>>;
const folder = mkdtempSync(join(tmpdir(), 'newsmill-transport-'));
/** What looks at the bytes on their way to the store, which takes every signature. */
interface Tap {
  readonly address: string;
  /** The access keys that requests were signed with, each once, in the order of their first use. */
  keys(): readonly string[];
  close(): Promise<void>;
}

async function openTap(target: string): Promise<Tap> {
  const { hostname, port } = new URL(target);
  const keys = new Set<string>();
  const server = createServer((inside) => {
    const onward = connect({ host: hostname, port: Number(port) });
    inside.on('data', (piece: Buffer) => {
      for (const [, key = ''] of piece.toString('latin1').matchAll(/ Credential=([^/\s]{1,100})\//g))
        keys.add(key);
    });
    inside.on('error', () => onward.destroy()).on('close', () => onward.destroy());
    onward.on('error', () => inside.destroy()).on('close', () => inside.destroy());
    inside.pipe(onward).pipe(inside);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = server.address() as AddressInfo; // a server that listens on a port has an address with one
  return {
    address: `http://127.0.0.1:${own.port}`,
    keys: () => [...keys],
    async close() {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

let servers: Servers;
let first: Authority;
let second: Authority;
let good: Issued;
let tap: Tap;
let door: TlsDoor;

beforeAll(async () => {
  servers = await startServers(['s3']);
  first = makeAuthority(folder, 'first');
  second = makeAuthority(folder, 'second');
  good = first.issue('server');
  tap = await openTap(servers.s3.endpoint);
  door = await openTlsDoor(tap.address, good);
}, serverStartLimitMs);
afterAll(async () => {
  await door?.close();
  await tap?.close();
  await servers?.close();
  rmSync(folder, { recursive: true, force: true });
});

const settings = (change: Change = {}, host = 'localhost'): Change => ({
  NEWSMILL_S3_ENDPOINT: `https://${host}:${door.port}`,
  NEWSMILL_S3_BUCKET: servers.s3.bucket,
  NEWSMILL_S3_ACCESS_KEY: servers.s3.accessKey,
  NEWSMILL_S3_SECRET_KEY: servers.s3.secretKey,
  NEWSMILL_S3_CA: first.ca,
  NEWSMILL_NAMESPACE: 'transport',
  ...change,
});
const ask = ({ archive }: OpenMill) => archive.ping('read');

/** Puts a page in and reads it. */
async function roundTrip({ archive }: OpenMill): Promise<void> {
  const text = randomUUID();
  const reference = await archive.put({
    url: `https://paper.example/${text}`,
    fetchedAt: Date.now(),
    status: 200,
    encoding: 'identity',
    headers: { 'content-type': 'text/html' },
    body: Buffer.from(text),
  });
  expect(Buffer.from((await archive.get(reference))?.body ?? '').toString()).toBe(text);
}

describe('the archive over TLS', () => {
  it('works', () => withMill(settings(), roundTrip));

  it('shows its certificate where the store wants one, and says so where it has none', async () => {
    const clients = makeAuthority(folder, 'clients');
    const [own, stranger] = [
      clients.issue('newsmill', { name: 'newsmill' }),
      second.issue('stranger', { name: 'stranger' }),
    ];
    const strict = await openTlsDoor(servers.s3.endpoint, good, clients.ca);
    try {
      const there = { NEWSMILL_S3_ENDPOINT: `https://localhost:${strict.port}` };
      const by = ({ cert, key }: Issued) =>
        settings({ ...there, NEWSMILL_S3_CERTIFICATE: cert, NEWSMILL_S3_KEY: key });
      await withMill(by(own), roundTrip);
      for (const text of [await refusalOf(settings(there), ask), await refusalOf(by(stranger), ask)])
        expect(text).toMatch(
          /^ArchiveUnreachable: the archive at https:\/\/localhost:\d+, .*certificate.*NEWSMILL_S3_CERTIFICATE$/,
        );
    } finally {
      await strict.close();
    }
  });

  it('refuses what it cannot trust, with server and setting', async () => {
    const said = [
      await refusalOf(settings({ NEWSMILL_S3_CA: second.ca }), ask),
      await refusalOf(settings({ NEWSMILL_S3_CA: '' }), ask),
      await refusalOf(settings({}, '127.0.0.1'), ask),
    ];
    await door.show(first.issue('old', { hasExpired: true }));
    said.push(await refusalOf(settings(), ask));
    await door.show(good);
    expect(said).toEqual([
      expect.stringMatching(
        /^ArchiveUnreachable: the archive at https:\/\/localhost:\d+, .*authority that is not known here; name .* in NEWSMILL_S3_CA$/,
      ),
      expect.stringMatching(/authority that is not known here; name .* in NEWSMILL_S3_CA$/),
      expect.stringMatching(/https:\/\/127\.0\.0\.1:\d+, .*for other names.*in NEWSMILL_S3_ENDPOINT/),
      expect.stringMatching(/has expired; renew it at the server/),
    ]);
    expect(said.join('\n')).not.toContain(servers.s3.secretKey);
    expect(await readinessOf(settings({ NEWSMILL_S3_CA: second.ca }), 'archive')).toMatch(/NEWSMILL_S3_CA$/);
  });
});

describe('files that change', () => {
  it('count for the next connection and request: authority, keys', async () => {
    const [ca, name, key] = [join(folder, 'ca.pem'), join(folder, 'name'), join(folder, 'secret')];
    copyInto(ca, first.ca);
    writeFileSync(name, 'key-at-first');
    writeFileSync(key, servers.s3.secretKey);
    const {
      NEWSMILL_S3_ACCESS_KEY: _access,
      NEWSMILL_S3_SECRET_KEY: _secret,
      ...others
    } = settings({ NEWSMILL_S3_CA: ca });
    const files = { NEWSMILL_S3_ACCESS_KEY_FILE: name, NEWSMILL_S3_SECRET_KEY_FILE: key };
    await withMill({ ...others, ...files }, async (mill) => {
      await roundTrip(mill);
      expect(tap.keys().at(-1)).toBe('key-at-first');
      // The connection stays as it is.
      writeFileSync(name, 'key-of-later');
      await roundTrip(mill);
      expect(tap.keys().at(-1)).toBe('key-of-later');
      copyInto(ca, second.ca);
      writeFileSync(key, 'another-secret');
      await door.show(second.issue('server'));
      await door.endConnections();
      await roundTrip(mill);
      expect(mill.changed).toEqual(
        expect.arrayContaining([
          { setting: 'NEWSMILL_S3_CA' },
          { setting: 'NEWSMILL_S3_ACCESS_KEY_FILE', secret: 'key-of-later' },
          { setting: 'NEWSMILL_S3_SECRET_KEY_FILE', secret: 'another-secret' },
        ]),
      );
    });
  });

  it('count for the next connection: certificate of the client', async () => {
    const clients = makeAuthority(folder, 'clients-that-change');
    const strict = await openTlsDoor(tap.address, first.issue('strict'), clients.ca);
    const [cert, key] = [join(folder, 'own.pem'), join(folder, 'own.key')];
    const show = (issued: Issued): void => {
      copyInto(key, issued.key);
      copyInto(cert, issued.cert);
    };
    show(second.issue('stranger-at-first', { name: 'stranger' }));
    const byFiles = settings({
      NEWSMILL_S3_ENDPOINT: `https://localhost:${strict.port}`,
      NEWSMILL_S3_CERTIFICATE: cert,
      NEWSMILL_S3_KEY: key,
    });
    try {
      await withMill(byFiles, async (mill) => {
        await expect(ask(mill)).rejects.toThrow(/certificate.*NEWSMILL_S3_CERTIFICATE$/);
        show(clients.issue('renewed', { name: 'newsmill' }));
        await roundTrip(mill);
        expect(mill.changed).toEqual([
          { setting: 'NEWSMILL_S3_CA, NEWSMILL_S3_CERTIFICATE, NEWSMILL_S3_KEY' },
        ]);
      });
    } finally {
      await strict.close();
    }
  });
});
