import { describe, expect, it } from '@jest/globals';
import { ownServers, ownServersIn } from './own-servers.ts';
import { readSettings } from './read-settings.ts';

describe('the own servers of a mill', () => {
  it('are host and port of each that the settings name', () => {
    const settings = {
      kafkaBrokers: ['Broker-1.mill.example:9094', 'broker-2.mill.example:9094'],
      redisUrl: 'rediss://user:secret@Cache.mill.example',
      redisSentinels: [],
      elasticsearchUrl: ['https://search.mill.example/', 'https://search-2.mill.example:9243'],
      s3Endpoint: 'https://s3.mill.example.',
      s3Bucket: 'pages',
      publicUrl: 'http://mill.example/news',
    };
    expect(ownServers(settings)).toEqual([
      'broker-1.mill.example:9094',
      'broker-2.mill.example:9094',
      'cache.mill.example:6379',
      'search.mill.example:443',
      'search-2.mill.example:9243',
      's3.mill.example:443',
      'mill.example:80',
      'pages.s3.mill.example:443',
    ]);
  });
  it('are none where the settings name none', () => {
    expect([ownServers(readSettings({})), ownServersIn({})]).toEqual([[], []]);
  });
  it('are known to a command, whatever else stands in its environment', () => {
    const environment = {
      NEWSMILL_ELASTICSEARCH_URL: 'https://search.mill.example:9243',
      NEWSMILL_REDIS_URL: 'no address',
      NEWSMILL_KAFKA_BROKERS: 'broker.mill.example:9094',
      NEWSMILL_POLL_MIN: 'soon',
    };
    expect(ownServersIn(environment)).toEqual(['broker.mill.example:9094', 'search.mill.example:9243']);
  });
});
