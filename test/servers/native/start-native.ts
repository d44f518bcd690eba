import { nativeEngine } from '../engine/start-engine.ts';
import type { RunningServer, Say, ServerName } from '../servers.ts';
import { nativeElasticsearch } from './elasticsearch.ts';
import { nativeGuardedKafka, nativeKafka } from './kafka.ts';
import { nativeRedis } from './redis.ts';
import { nativeS3 } from './s3.ts';

const makers = {
  kafka: nativeKafka,
  guardedKafka: nativeGuardedKafka,
  redis: nativeRedis,
  elasticsearch: nativeElasticsearch,
  s3: nativeS3,
  engine: nativeEngine,
};

/**
 * A server of this machine's own, installed where it is missing; not yet started. `isOwn`: of one suite, shared with no
 * other.
 */
export function nativeServer(
  name: ServerName,
  runFolder: string,
  say: Say,
  isOwn: boolean,
): Promise<RunningServer> {
  return makers[name](runFolder, say, isOwn);
}
