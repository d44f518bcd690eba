import { nativeEngine } from '../engine/start-engine.ts';
import type { RunningServer, Say, ServerName } from '../servers.ts';
import { nativeElasticsearch, nativeGuardedElasticsearch } from './elasticsearch.ts';
import { nativeGuardedKafka, nativeKafka } from './kafka.ts';
import { nativeRedis } from './redis.ts';
import { nativeS3 } from './s3.ts';

const makers = {
  kafka: nativeKafka,
  guardedKafka: nativeGuardedKafka,
  redis: nativeRedis,
  elasticsearch: nativeElasticsearch,
  guardedElasticsearch: nativeGuardedElasticsearch,
  s3: nativeS3,
  engine: nativeEngine,
};

/** A server of this machine's own, installed where it is missing; not yet started. */
export function nativeServer(name: ServerName, runFolder: string, say: Say): Promise<RunningServer> {
  return makers[name](runFolder, say);
}
