import type { Settings } from './settings.ts';

/** The settings that name servers of the mill, and the mill itself. */
export const ownServerSettings = [
  'kafkaBrokers',
  'redisUrl',
  'redisSentinels',
  'elasticsearchUrl',
  's3Endpoint',
  's3Bucket',
  'publicUrl',
] as const satisfies readonly (keyof Settings)[];

const standardPorts: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'redis:': 6_379,
  'rediss:': 6_379,
};

/** `host:port` of an address, as the address of a web page has it. */
function placeOf(address: string): string {
  const { protocol, hostname, port } = new URL(address);
  const host = new URL(`http://${hostname}`).hostname.replace(/\.$/, '');
  return `${host}:${port === '' ? (standardPorts[protocol] ?? 443) : port}`;
}

/**
 * `host:port` of the servers that the settings name, and of the mill: what publishers name must lead to none of them,
 * also where one has a public address that its firewall opens to this machine.
 */
export function ownServers(settings: Pick<Settings, (typeof ownServerSettings)[number]>): readonly string[] {
  const { kafkaBrokers, redisUrl, redisSentinels, elasticsearchUrl, s3Endpoint, s3Bucket, publicUrl } =
    settings;
  const listed = [...kafkaBrokers, ...redisSentinels].map((place) => `redis://${place}`);
  const addresses = [redisUrl, ...elasticsearchUrl, s3Endpoint, publicUrl].filter((one) => one !== undefined);
  const places = [...listed, ...addresses].map(placeOf);
  // A bucket may stand before the name of its server.
  return s3Endpoint === undefined || s3Bucket === undefined
    ? places
    : [...places, `${s3Bucket}.${placeOf(s3Endpoint)}`];
}
