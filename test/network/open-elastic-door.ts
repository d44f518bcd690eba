import { setTimeout as sleep } from 'node:timers/promises';
import { serveProxy } from '../../libs/store/src/testing/serve-proxy.ts';
import { openToxicProxy } from './toxic-proxy.ts';

/** A way to an Elasticsearch that others use too, which can be shut as if the node had been killed. */
export interface ElasticDoor {
  readonly url: string;
  /** Breaks all connections and refuses new ones. */
  shut(): Promise<void>;
  /** Lets connections in; as a node that starts, it answers 503 until its shards are there. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** How long a node that listens again has no shards, milliseconds. */
const withoutShardsMs = 2_000;

/** Opens a door before the node of this address. */
export async function openElasticDoor(url: string): Promise<ElasticDoor> {
  let hasShards = true;
  const front = await serveProxy(url, () => (hasShards ? 'pass' : { status: 503 }));
  const link = await openToxicProxy({ target: { host: '127.0.0.1', port: front.port }, seed: 1 });
  return {
    url: `http://127.0.0.1:${link.port}`,
    shut: () => link.down(),
    async open() {
      hasShards = false;
      await link.up();
      await sleep(withoutShardsMs);
      hasShards = true;
    },
    async close() {
      await link.close();
      await front.close();
    },
  };
}
