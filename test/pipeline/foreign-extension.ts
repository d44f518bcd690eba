import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import kafkajs, { type IHeaders } from 'kafkajs';

// The mill sends messages compressed with Zstandard, which this client does not know by itself.
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.ZSTD] = () => ({
  compress: ({ buffer }: { readonly buffer: Buffer }) => promisify(zstdCompress)(buffer),
  decompress: promisify(zstdDecompress),
});

/** What an extension answers on an article; undefined: it sends it back without a word. */
export type Answering = (article: { readonly title: string; readonly item: string }) => string | undefined;

/** An extension at work, by a client that knows nothing of newsmill. */
export interface ForeignExtension {
  close(): Promise<void>;
}

/** Runs an extension as docs/extensions.md describes it. */
export async function startForeignExtension(
  place: { readonly brokers: readonly string[]; readonly namespace: string; readonly name: string },
  answer: Answering,
): Promise<ForeignExtension> {
  const { brokers, namespace, name } = place;
  const kafka = new kafkajs.Kafka({ brokers: [...brokers], logLevel: 0 });
  const [sent, returned] = [`${namespace}.extend.${name}`, `${namespace}.extended.${name}`];
  const producer = kafka.producer();
  const consumer = kafka.consumer({ groupId: `${namespace}-extension:${sent}` });
  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topic: sent, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { key, value } = message;
      const facts = answer(JSON.parse(String(value)));
      const headers: IHeaders = { ...message.headers };
      if (facts !== undefined) headers['newsmill-facts'] = facts;
      await producer.send({ topic: returned, messages: [{ key, value, headers }] });
    },
  });
  return {
    async close() {
      await consumer.disconnect();
      await producer.disconnect();
    },
  };
}
