import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AwsClient } from 'aws4fetch';
import { Redis } from 'ioredis';
import type { Kafka } from 'kafkajs';
import { kafkajs } from '../../libs/bus/src/testing/kafkajs.ts';
import { serverStartLimitMs, type Servers } from './start-servers.ts';

function kafkaOf(servers: Servers): Kafka {
  return new kafkajs.Kafka({
    brokers: servers.kafka.brokers,
    logLevel: kafkajs.logLevel.NOTHING,
    retry: { initialRetryTime: 100, retries: 20 },
  });
}

async function endOffset(servers: Servers, topic: string): Promise<string | undefined> {
  const admin = kafkaOf(servers).admin();
  await admin.connect();
  try {
    return (await admin.fetchTopicOffsets(topic))[0]?.high;
  } finally {
    await admin.disconnect();
  }
}

/** Does one thing with the Redis of a set. */
export async function redisDo<T>(servers: Servers, work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(servers.redis.url);
  try {
    return await work(client);
  } finally {
    client.disconnect();
  }
}

async function documentCount(servers: Servers): Promise<number> {
  await fetch(`${servers.elasticsearch.url}/kept/_refresh`, { method: 'POST' });
  const answer: { count: number } = await (await fetch(`${servers.elasticsearch.url}/kept/_count`)).json();
  return answer.count;
}

/** How servers run: as processes or as containers. */
export interface ServersForm {
  /** Starts a set of all servers of its own. */
  start(): Promise<Servers>;
  /** What of a set runs or lies around: processes or containers. */
  remains(servers: Servers): Promise<readonly string[]>;
}

/** What holds of a set of servers of one's own, whatever form they have. */
export function serversContract({ start, remains }: ServersForm): void {
  let servers: Servers;
  const s3 = (path: string, init?: RequestInit): Promise<Response> => {
    const { accessKey, secretKey, region, endpoint, bucket } = servers.s3;
    return new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3' }).fetch(
      `${endpoint}/${bucket}${path}`,
      init,
    );
  };

  beforeAll(async () => {
    servers = await start();
  }, serverStartLimitMs);
  afterAll(async () => {
    await servers?.close();
  });

  it('keeps messages of Kafka through an orderly end and through a kill, on the same port', async () => {
    const client = kafkaOf(servers);
    const admin = client.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }], waitForLeaders: true });
    await admin.disconnect();
    const producer = client.producer();
    await producer.connect();
    await producer.send({ topic: 'kept', messages: [{ value: 'one' }, { value: 'two' }] });
    await producer.disconnect();
    await servers.restart('kafka');
    expect(await endOffset(servers, 'kept')).toBe('2');
    await servers.restart('kafka', { signal: 'SIGKILL' });
    expect(await endOffset(servers, 'kept')).toBe('2');
  }, 300_000);

  it('keeps documents of Elasticsearch, which analyses text as the full distribution does', async () => {
    const { url } = servers.elasticsearch;
    const root: { tagline: string } = await (await fetch(url)).json();
    expect(root.tagline).toBe('You Know, for Search');
    const headers = { 'content-type': 'application/json' };
    const analysed: { tokens: { token: string }[] } = await (
      await fetch(`${url}/_analyze`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ analyzer: 'english', text: 'running markets' }),
      })
    ).json();
    expect(analysed.tokens.map(({ token }) => token)).toEqual(['run', 'market']);
    expect(
      (await fetch(`${url}/kept/_doc/1`, { method: 'PUT', headers, body: '{"title":"kept"}' })).status,
    ).toBe(201);
    await servers.restart('elasticsearch');
    expect(await documentCount(servers)).toBe(1);
  }, 300_000);

  it('brings Redis back empty on the same port', async () => {
    expect(await redisDo(servers, (client) => client.set('key', 'value'))).toBe('OK');
    await servers.stopServer('redis');
    await servers.startServer('redis');
    expect(await redisDo(servers, async (client) => [await client.ping(), await client.get('key')])).toEqual([
      'PONG',
      null,
    ]);
  });

  it('has an S3 that reads ranges, lists in parts and keeps its objects', async () => {
    for (const name of ['one', 'two'])
      expect((await s3(`/folder/${name}`, { method: 'PUT', body: 'hello world' })).status).toBe(200);
    await servers.restart('s3');
    const part = await s3('/folder/one', { headers: { range: 'bytes=6-8' } });
    expect([part.status, await part.text()]).toEqual([206, 'wor']);
    expect((await s3('/folder/one', { method: 'HEAD' })).headers.get('content-length')).toBe('11');
    const first = await (await s3('?list-type=2&prefix=folder/&max-keys=1')).text();
    const token = /<NextContinuationToken>(.*?)</.exec(first)?.[1] ?? '';
    const second = await (
      await s3(`?list-type=2&prefix=folder/&continuation-token=${encodeURIComponent(token)}`)
    ).text();
    expect([first, second].map((page) => /<Key>(.*?)</.exec(page)?.[1])).toEqual([
      'folder/one',
      'folder/two',
    ]);
    expect((await s3('/folder/one', { method: 'DELETE' })).status).toBe(204);
    expect((await s3('/folder/one')).status).toBe(404);
  });

  it('leaves nothing behind when it is closed', async () => {
    expect(await remains(servers)).not.toEqual([]);
    await servers.close();
    expect(await remains(servers)).toEqual([]);
    await expect(servers.startServer('redis')).rejects.toThrow('closed');
  });
}
