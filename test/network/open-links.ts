import { serviceNames, type ServiceName } from '@newsmill/contracts';
import { serveProxy, type Verdict } from '../../libs/store/src/testing/serve-proxy.ts';
import type { Servers } from '../servers/start-servers.ts';
import { settingsOf } from '../servers/settings-of-servers.ts';
import { advertisedPort } from './advertised-port.ts';
import { openToxicProxy, type ToxicProxy } from './toxic-proxy.ts';

/** A server of the distributed form. */
export type LinkedServer = 'kafka' | 'redis' | 'elasticsearch';

/** What becomes of a request to Elasticsearch. */
export type ElasticJudge = (request: {
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
}) => Verdict;

/** The network between services and their servers: each pair has a connection of its own that can be spoilt. */
export interface Links {
  link(service: ServiceName, server: LinkedServer): ToxicProxy;
  /** Of all services to one server. */
  all(server: LinkedServer): readonly ToxicProxy[];
  /** What Elasticsearch answers to the service `index` from now on; undefined: what it says itself. */
  judgeElastic(judge: ElasticJudge | undefined): void;
  /** The settings by which a service finds its servers through its links. */
  settingsOf(service: ServiceName): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Opens the links; `seed` is for their chances. */
export async function openLinks(
  servers: Pick<Servers, 'kafka' | 'redis' | 'elasticsearch'>,
  seed: number,
): Promise<Links> {
  const portOf = (url: string): number => Number(new URL(url).port);
  const broker = {
    host: '127.0.0.1',
    port: Number((servers.kafka.brokers[0] ?? '').split(':')[1]),
  };
  let judge: ElasticJudge | undefined;
  const front = await serveProxy(servers.elasticsearch.url, (request) => judge?.(request) ?? 'pass');
  const portBehind = (service: ServiceName, server: LinkedServer): number => {
    if (server === 'kafka') return broker.port;
    if (server === 'redis') return portOf(servers.redis.url);
    return service === 'index' ? front.port : portOf(servers.elasticsearch.url);
  };
  const names = ['kafka', 'redis', 'elasticsearch'] as const;
  const links = new Map<string, ToxicProxy>();
  for (const service of serviceNames)
    for (const server of names)
      links.set(
        `${service} ${server}`,
        await openToxicProxy({
          target: { host: '127.0.0.1', port: portBehind(service, server) },
          seed: seed + links.size,
          ...(server === 'kafka' && { rewriteAnswers: (port: number) => advertisedPort(broker, port) }),
        }),
      );
  const link: Links['link'] = (service, server) => {
    const found = links.get(`${service} ${server}`);
    if (found === undefined) throw new Error(`no link from ${service} to ${server}`);
    return found;
  };
  return {
    link,
    all: (server) => serviceNames.map((service) => link(service, server)),
    judgeElastic(given) {
      judge = given;
    },
    settingsOf: (service) =>
      settingsOf({
        kafka: { brokers: [`127.0.0.1:${link(service, 'kafka').port}`] },
        redis: { url: `redis://127.0.0.1:${link(service, 'redis').port}` },
        elasticsearch: { url: `http://127.0.0.1:${link(service, 'elasticsearch').port}` },
      }),
    async close() {
      for (const proxy of links.values()) await proxy.close();
      await front.close();
    },
  };
}
