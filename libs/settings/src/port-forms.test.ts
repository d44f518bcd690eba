import { describe, expect, it } from '@jest/globals';
import { BadSettings } from './bad-settings.ts';
import { formsOf, portsInServers, runsAlone } from './port-forms.ts';
import { readSettings } from './read-settings.ts';

const kafka = { NEWSMILL_KAFKA_BROKERS: 'kafka:9092' };
const redis = { NEWSMILL_REDIS_URL: 'redis://redis:6379' };
const elasticsearch = { NEWSMILL_ELASTICSEARCH_URL: 'http://elasticsearch:9200' };
const s3 = {
  NEWSMILL_S3_ENDPOINT: 'http://s3:9000',
  NEWSMILL_S3_BUCKET: 'pages',
  NEWSMILL_S3_ACCESS_KEY: 'key',
  NEWSMILL_S3_SECRET_KEY: 'secret',
};
const embedded = { bus: 'sqlite', state: 'sqlite', library: 'sqlite', archive: 'disk', registry: 'sqlite' };
const formsBy = (...parts: readonly Readonly<Record<string, string>>[]) =>
  formsOf(readSettings(Object.assign({}, ...parts)));

describe('formsOf', () => {
  it('takes files where no server is named', () => {
    expect(formsBy()).toEqual(embedded);
    expect(portsInServers(formsBy())).toEqual([]);
  });
  it.each([
    ['Redis', [redis], { state: 'redis' }],
    ['Elasticsearch', [elasticsearch], { library: 'elasticsearch', registry: 'elasticsearch' }],
    ['S3', [s3], { archive: 's3' }],
    [
      'all but Kafka',
      [redis, elasticsearch, s3],
      { state: 'redis', library: 'elasticsearch', registry: 'elasticsearch', archive: 's3' },
    ],
  ])('lets one process work with %s', (_name, parts, change) => {
    expect(formsBy(...parts)).toEqual({ ...embedded, ...change });
    expect(portsInServers(formsBy(...parts))).toEqual(Object.keys(embedded).filter((port) => port in change));
    expect(runsAlone(formsBy(...parts))).toBe(true);
  });
  it('lets several processes share the work over Kafka, with pages in a folder or in S3', () => {
    expect(formsBy(kafka, redis, elasticsearch)).toEqual({
      bus: 'kafka',
      state: 'redis',
      library: 'elasticsearch',
      archive: 'disk',
      registry: 'elasticsearch',
    });
    expect(formsBy(kafka, redis, elasticsearch, s3).archive).toBe('s3');
    expect(runsAlone(formsBy(kafka, redis, elasticsearch))).toBe(false);
  });
  it.each([
    [
      'state',
      [kafka, elasticsearch],
      /^NEWSMILL_KAFKA_BROKERS is set, so NEWSMILL_REDIS_URL must be set too: .*SQLite belong to one process\. Without NEWSMILL_KAFKA_BROKERS one process/,
    ],
    [
      'library',
      [kafka, redis],
      /^NEWSMILL_KAFKA_BROKERS is set, so NEWSMILL_ELASTICSEARCH_URL must be set too/,
    ],
    [
      'state and library',
      [kafka, s3],
      /^NEWSMILL_KAFKA_BROKERS is set, so NEWSMILL_REDIS_URL and NEWSMILL_ELASTICSEARCH_URL must be set too/,
    ],
  ])('refuses Kafka beside a %s that belongs to one process', (_name, parts, said) => {
    const environment: Record<string, string> = Object.assign({}, ...parts);
    expect(() => readSettings(environment)).toThrow(BadSettings);
    try {
      readSettings(environment);
    } catch (error) {
      expect(error instanceof BadSettings ? error.problems : []).toEqual([expect.stringMatching(said)]);
    }
  });
});
