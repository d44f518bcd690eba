import type { Addresses } from './servers.ts';

/** The settings by which newsmill finds these servers. */
export function settingsOf(
  servers: Pick<Addresses, 'kafka' | 'redis' | 'elasticsearch'>,
): Readonly<Record<string, string>> {
  return {
    NEWSMILL_KAFKA_BROKERS: servers.kafka.brokers.join(','),
    NEWSMILL_REDIS_URL: servers.redis.url,
    NEWSMILL_ELASTICSEARCH_URL: servers.elasticsearch.url,
  };
}
