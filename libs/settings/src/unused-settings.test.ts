import { describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@newsmill/contracts';
import { readSettings } from './read-settings.ts';
import { unusedSettings } from './unused-settings.ts';

const servers = {
  NEWSMILL_KAFKA_BROKERS: 'kafka:9092',
  NEWSMILL_REDIS_URL: 'redis://redis:6379',
  NEWSMILL_ELASTICSEARCH_URL: 'http://elasticsearch:9200',
};
const namesOf = (environment: Record<string, string>, services?: readonly ServiceName[]) =>
  unusedSettings(environment, readSettings(environment), services).map(({ name }) => name);

describe('unusedSettings', () => {
  it('names settings of servers that there are not, with the one that is missing', () => {
    const environment = {
      NEWSMILL_KAFKA_PARTITIONS: '12',
      NEWSMILL_ELASTICSEARCH_SHARDS: '2',
      NEWSMILL_LLM_BUDGET: '5',
      NEWSMILL_REDIS_CA: '',
      NEWSMILL_PORT: '1',
    };
    expect(unusedSettings(environment, readSettings(environment))).toEqual([
      { name: 'NEWSMILL_KAFKA_PARTITIONS', why: 'NEWSMILL_KAFKA_BROKERS is not set' },
      { name: 'NEWSMILL_ELASTICSEARCH_SHARDS', why: 'NEWSMILL_ELASTICSEARCH_URL is not set' },
      { name: 'NEWSMILL_LLM_BUDGET', why: 'NEWSMILL_LLM_URL is not set' },
    ]);
  });

  it('is silent where they count', () => {
    expect(
      namesOf({ ...servers, NEWSMILL_KAFKA_PARTITIONS: '12', NEWSMILL_ELASTICSEARCH_SHARDS: '2' }),
    ).toEqual([]);
  });

  it('names one of an earlier version, which keeps no mill from starting', () => {
    const environment = { NEWSMILL_KAFKA_CLIENT: 'kafkajs' };
    expect(unusedSettings(environment, readSettings(environment))).toEqual([
      { name: 'NEWSMILL_KAFKA_CLIENT', why: 'kafkajs is the only client of Kafka; take the setting out' },
    ]);
    expect(namesOf(environment, ['clean', 'index', 'api'])).toEqual([]);
  });

  it('lets one of the services speak, however many have the setting', () => {
    const environment = { ...servers, NEWSMILL_S3_REGION: 'north', NEWSMILL_LLM_PARALLEL: '3' };
    expect(namesOf(environment, ['fetch'])).toEqual(['NEWSMILL_S3_REGION']);
    expect(namesOf(environment, ['enrich'])).toEqual(['NEWSMILL_LLM_PARALLEL']);
    expect(namesOf(environment, ['clean', 'index', 'api'])).toEqual([]);
  });
});
