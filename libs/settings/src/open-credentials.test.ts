import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAuthority, type Authority, type Issued } from '../../../test/servers/transport/authority.ts';
import { BadSettings } from './bad-settings.ts';
import { openCredentials, type ChangedFile } from './open-credentials.ts';
import { readSettings } from './read-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-credentials-'));
const at = (name: string) => join(folder, name);
let first: Authority;
let one: Issued;
let other: Issued;
beforeAll(() => {
  first = makeAuthority(folder, 'first');
  one = first.issue('one');
  other = first.issue('other');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const servers = {
  NEWSMILL_KAFKA_BROKERS: 'kafka:9093',
  NEWSMILL_REDIS_URL: 'rediss://redis',
  NEWSMILL_ELASTICSEARCH_URL: 'https://elasticsearch:9200',
  NEWSMILL_KAFKA_TLS: 'yes',
};
function problemsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readSettings({ ...servers, ...environment });
    return [];
  } catch (error) {
    if (error instanceof BadSettings) return error.problems;
    throw error;
  }
}

describe('files of certificates', () => {
  it('are refused at the start, each with its setting and the remedy', () => {
    writeFileSync(at('garbage'), 'no certificate');
    expect(
      problemsOf({
        NEWSMILL_KAFKA_CA: at('nowhere.pem'),
        NEWSMILL_REDIS_CA: at('garbage'),
        NEWSMILL_ELASTICSEARCH_CA: folder,
        NEWSMILL_KAFKA_CERTIFICATE: one.cert,
        NEWSMILL_KAFKA_KEY: one.cert,
      }),
    ).toEqual([
      `NEWSMILL_KAFKA_CA=${at('nowhere.pem')}: there is no such file; mount it, or correct the path`,
      `NEWSMILL_KAFKA_KEY=${one.cert}: no private key that can be read is in it; write one as PEM and without a passphrase`,
      `NEWSMILL_REDIS_CA=${at('garbage')}: no certificate is in it; write it as PEM, which begins with -----BEGIN CERTIFICATE-----`,
      `NEWSMILL_ELASTICSEARCH_CA=${folder}: it is a folder; name the file in it`,
    ]);
    expect(problemsOf({ NEWSMILL_REDIS_CERTIFICATE: one.cert, NEWSMILL_REDIS_KEY: other.key })).toEqual([
      'NEWSMILL_REDIS_CERTIFICATE and NEWSMILL_REDIS_KEY: certificate and key do not belong together; name the key that the certificate was made for',
    ]);
  });
  it('need each other', () => {
    expect(problemsOf({ NEWSMILL_KAFKA_CERTIFICATE: one.cert })).toEqual([
      'NEWSMILL_KAFKA_CERTIFICATE is set, so NEWSMILL_KAFKA_KEY must be set too',
    ]);
    expect(problemsOf({ NEWSMILL_REDIS_KEY: one.key })).toEqual([
      'NEWSMILL_REDIS_KEY is set, so NEWSMILL_REDIS_CERTIFICATE must be set too',
    ]);
    expect(problemsOf({ NEWSMILL_KAFKA_SASL_PASSWORD: 'of-nobody' }).join('\n')).toContain(
      'NEWSMILL_KAFKA_SASL_USERNAME must be set too',
    );
  });
  it('are refused where nothing would be checked against them', () => {
    expect(
      problemsOf({
        NEWSMILL_KAFKA_TLS: 'no',
        NEWSMILL_KAFKA_CA: first.ca,
        NEWSMILL_ELASTICSEARCH_URL: 'https://e1:9200,http://e2:9200',
        NEWSMILL_ELASTICSEARCH_CA: first.ca,
      }),
    ).toEqual([
      'NEWSMILL_KAFKA_CA is set, so NEWSMILL_KAFKA_TLS must be yes: without TLS nothing is checked against it',
      'NEWSMILL_ELASTICSEARCH_CA is set, so every address in NEWSMILL_ELASTICSEARCH_URL must start with https://: without TLS nothing is checked against it',
    ]);
    expect(problemsOf({ NEWSMILL_KAFKA_CA: first.ca, NEWSMILL_ELASTICSEARCH_CA: first.ca })).toEqual([]);
  });
});

describe('openCredentials', () => {
  const changed: ChangedFile[] = [];
  beforeEach(() => void changed.splice(0));
  const open = (environment: Readonly<Record<string, string>>) => {
    const given = { ...servers, ...environment };
    return openCredentials(readSettings(given), given, (file) => void changed.push(file));
  };

  it('says of certificates what the files say, once they can be used', () => {
    const [cert, key] = [at('cert.pem'), at('key.pem')];
    writeFileSync(cert, readFileSync(one.cert));
    writeFileSync(key, readFileSync(one.key));
    const tls = open({ NEWSMILL_KAFKA_CERTIFICATE: cert, NEWSMILL_KAFKA_KEY: key }).tls('kafka');
    const setting = 'NEWSMILL_KAFKA_CERTIFICATE, NEWSMILL_KAFKA_KEY';
    expect(tls).toEqual({
      ca: undefined,
      cert: readFileSync(one.cert, 'utf8'),
      key: readFileSync(one.key, 'utf8'),
    });
    writeFileSync(cert, readFileSync(other.cert));
    expect([tls.cert, tls.key]).toEqual([readFileSync(one.cert, 'utf8'), readFileSync(one.key, 'utf8')]);
    expect(changed).toEqual([{ setting, problem: expect.stringContaining('do not belong together') }]);
    writeFileSync(key, readFileSync(other.key));
    expect([tls.cert, tls.key]).toEqual([readFileSync(other.cert, 'utf8'), readFileSync(other.key, 'utf8')]);
    rmSync(key);
    expect(tls.key).toBe(readFileSync(other.key, 'utf8'));
    expect(changed.slice(1)).toEqual([
      { setting },
      { setting, problem: `NEWSMILL_KAFKA_KEY=${key}: there is no such file; mount it, or correct the path` },
    ]);
  });

  it('says of secrets what their files say, and keeps what can no longer be read', () => {
    const url = at('url');
    writeFileSync(url, 'rediss://mill:of-the-mill-1@redis\n');
    const { NEWSMILL_REDIS_URL: _, ...others } = servers;
    const given = { ...others, NEWSMILL_REDIS_URL_FILE: url };
    const credentials = openCredentials(readSettings(given), given, (file) => void changed.push(file));
    const now = () => credentials.secret('redisUrl');
    expect(now()).toBe('rediss://mill:of-the-mill-1@redis');
    writeFileSync(url, 'no address');
    expect(now()).toBe('rediss://mill:of-the-mill-1@redis');
    writeFileSync(url, 'rediss://mill:of-the-mill-2@redis\n');
    expect([now(), now()]).toEqual(Array(2).fill('rediss://mill:of-the-mill-2@redis'));
    expect(changed).toEqual([
      { setting: 'NEWSMILL_REDIS_URL_FILE', problem: expect.stringContaining('redis:// or rediss://') },
      { setting: 'NEWSMILL_REDIS_URL_FILE', secret: 'rediss://mill:of-the-mill-2@redis' },
    ]);
    expect(JSON.stringify(changed[0])).not.toContain('no address');
  });

  it('keeps a secret that stands in the environment', () => {
    const credentials = open({
      NEWSMILL_KAFKA_SASL_MECHANISM: 'plain',
      NEWSMILL_KAFKA_SASL_USERNAME: 'mill',
      NEWSMILL_KAFKA_SASL_PASSWORD: 'of-the-mill-1',
    });
    expect(credentials.secret('kafkaSaslPassword')).toBe('of-the-mill-1');
    expect(credentials.secret('elasticsearchApiKey')).toBeUndefined();
    expect(changed).toEqual([]);
  });
});
