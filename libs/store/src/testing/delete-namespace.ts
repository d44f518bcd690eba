import type { Client } from '@elastic/elasticsearch';

/** Deletes everything that a library of a test made. */
export async function deleteNamespace(client: Client, namespace: string): Promise<void> {
  await client.indices.delete({ index: `${namespace}-*`, ignore_unavailable: true });
  await client.indices.deleteIndexTemplate({ name: `${namespace}-*` }, { ignore: [404] });
  await client.cluster.deleteComponentTemplate({ name: `${namespace}-*` }, { ignore: [404] });
}
