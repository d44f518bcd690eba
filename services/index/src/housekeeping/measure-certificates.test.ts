import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings } from '@newsmill/settings';
import { serverCertificate } from '../../../../libs/http/src/testing/certificates.ts';
import { readExpiry, tlsServersOf } from './measure-certificates.ts';

describe('tlsServersOf', () => {
  it('names the servers that are asked over TLS, and no others', () => {
    const distributed = {
      NEWSMILL_KAFKA_BROKERS: 'k1:9093,k2:9093',
      NEWSMILL_REDIS_URL: 'rediss://:secret@redis',
      NEWSMILL_ELASTICSEARCH_URL: 'https://e1:9200,http://e2:9200',
    };
    const named = (environment: Readonly<Record<string, string>>) =>
      tlsServersOf(readSettings(environment)).map(({ server, host, port }) => `${server} ${host}:${port}`);
    expect(named({})).toEqual([]);
    expect(named({ ...distributed, NEWSMILL_PUBLIC_URL: 'https://mill.example' })).toEqual([
      'redis redis:6379',
      'elasticsearch e1:9200',
      'public mill.example:443',
    ]);
    expect(named({ ...distributed, NEWSMILL_KAFKA_TLS: 'yes' }).slice(0, 2)).toEqual([
      'kafka k1:9093',
      'kafka k2:9093',
    ]);
  });
});

describe('readExpiry', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer(serverCertificate).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close());

  it('reads when the certificate of a server ends, also one that nobody vouches for', async () => {
    const { port } = server.address() as AddressInfo;
    expect(await readExpiry({ host: '127.0.0.1', port })).toBe(Date.parse('2126-11-03T19:50:29Z'));
  });
  it('knows nothing of a server that is away', async () => {
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    expect(await readExpiry({ host: '127.0.0.1', port })).toBeUndefined();
  });
});
