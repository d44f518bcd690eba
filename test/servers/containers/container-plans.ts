import { firstCompiler } from '../first-compiler.ts';
import {
  elasticsearchHeap,
  elasticsearchSettings,
  guardedElasticsearchSettings,
} from '../elasticsearch-settings.ts';
import { guarded, kafkaHeap, kafkaSettings } from '../kafka/settings.ts';
import { elasticsearchAnswers, kafkaAnswers, redisAnswers, s3Answers } from '../readiness.ts';
import { redisArguments } from '../redis-arguments.ts';
import { serverImages } from '../server-versions.ts';
import { kafkaUsers, s3Access, type Addresses, type ImageServer } from '../servers.ts';

export interface ContainerPlan<Name extends ImageServer = ImageServer> {
  readonly image: string;
  /** The port that the server listens on inside. */
  readonly port: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly address: Addresses[Name];
  isReady(): Promise<boolean>;
}

/** The image of Kafka reads `log.dirs` from KAFKA_LOG_DIRS, and so on. */
function asEnvironment(settings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      `KAFKA_${name.toUpperCase().replaceAll('_', '__').replaceAll('.', '_')}`,
      value,
    ]),
  );
}

function settingsAt(host: string, port: number): Readonly<Record<string, string>> {
  return kafkaSettings({
    broker: '0.0.0.0:9092',
    controller: 'localhost:9093',
    advertised: `${host}:${port}`,
    quorum: 'localhost:9093',
    data: '/tmp/kraft-combined-logs',
  });
}

function kafka(host: string, port: number): ContainerPlan<'kafka'> {
  return {
    image: serverImages.kafka,
    port: 9_092,
    environment: {
      ...asEnvironment(settingsAt(host, port)),
      KAFKA_HEAP_OPTS: kafkaHeap.join(' '),
      KAFKA_OPTS: firstCompiler,
    },
    address: { brokers: [`${host}:${port}`] },
    isReady: () => kafkaAnswers(host, port),
  };
}

function guardedKafka(host: string, port: number): ContainerPlan<'guardedKafka'> {
  const plain = kafka(host, port);
  const settings = guarded(settingsAt(host, port), kafkaUsers);
  return { ...plain, environment: { ...plain.environment, ...asEnvironment(settings) } };
}

function redis(host: string, port: number): ContainerPlan<'redis'> {
  return {
    image: serverImages.redis,
    port: 6_379,
    command: ['redis-server', ...redisArguments],
    address: { url: `redis://${host}:${port}` },
    isReady: () => redisAnswers(host, port),
  };
}

const inWords = (settings: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));

function elasticsearch(host: string, port: number): ContainerPlan<'elasticsearch'> {
  const url = `http://${host}:${port}`;
  return {
    image: serverImages.elasticsearch,
    port: 9_200,
    environment: {
      ...inWords(elasticsearchSettings),
      'network.host': '0.0.0.0',
      ES_JAVA_OPTS: [...elasticsearchHeap, firstCompiler].join(' '),
    },
    address: { url },
    isReady: () => elasticsearchAnswers(url),
  };
}

function guardedElasticsearch(host: string, port: number): ContainerPlan<'guardedElasticsearch'> {
  const plain = elasticsearch(host, port);
  return { ...plain, environment: { ...plain.environment, ...inWords(guardedElasticsearchSettings) } };
}

function s3(host: string, port: number): ContainerPlan<'s3'> {
  const endpoint = `http://${host}:${port}`;
  const store = 'COM_ADOBE_TESTING_S3MOCK_STORE';
  return {
    image: serverImages.s3,
    port: 9_090,
    environment: {
      [`${store}_ROOT`]: '/tmp/s3',
      [`${store}_INITIAL_BUCKETS`]: s3Access.bucket,
      [`${store}_RETAIN_FILES_ON_EXIT`]: 'true',
    },
    address: { endpoint, ...s3Access },
    isReady: () => s3Answers(endpoint),
  };
}

/** How each server runs as a container that is reached at a host and a port. */
export const containerPlans: {
  readonly [Name in ImageServer]: (host: string, port: number) => ContainerPlan<Name>;
} = { kafka, guardedKafka, redis, elasticsearch, guardedElasticsearch, s3 };
