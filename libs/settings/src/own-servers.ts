import { parseSetting } from './read-settings.ts';
import { fillSecrets, type Environment } from './secret-files.ts';
import { settings, type Setting, type Settings } from './settings.ts';

/** The settings that name servers of the mill, and the mill itself. */
type ServerSettings = Pick<
  Settings,
  | 'kafkaBrokers'
  | 'redisUrl'
  | 'redisSentinels'
  | 'elasticsearchUrl'
  | 's3Endpoint'
  | 's3Bucket'
  | 'publicUrl'
>;

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
export function ownServers({
  kafkaBrokers,
  redisUrl,
  redisSentinels,
  elasticsearchUrl,
  s3Endpoint,
  s3Bucket,
  publicUrl,
}: ServerSettings): readonly string[] {
  const listed = [...kafkaBrokers, ...redisSentinels].map((place) => `redis://${place}`);
  const addresses = [redisUrl, ...elasticsearchUrl, s3Endpoint, publicUrl].filter((one) => one !== undefined);
  const places = [...listed, ...addresses].map(placeOf);
  // A bucket may stand before the name of its server.
  return s3Endpoint === undefined || s3Bucket === undefined
    ? places
    : [...places, `${s3Bucket}.${placeOf(s3Endpoint)}`];
}

/** The same for a command, which reads no other settings: one that cannot be read names no server. */
export function ownServersIn(environment: Environment): readonly string[] {
  const { filled } = fillSecrets(environment);
  const read = <T>(setting: Setting<T>): T => {
    const parsed = parseSetting(setting, filled);
    return parsed.success ? parsed.data : setting.schema.parse(setting.fallback);
  };
  return ownServers({
    kafkaBrokers: read(settings.kafkaBrokers),
    redisUrl: read(settings.redisUrl),
    redisSentinels: read(settings.redisSentinels),
    elasticsearchUrl: read(settings.elasticsearchUrl),
    s3Endpoint: read(settings.s3Endpoint),
    s3Bucket: read(settings.s3Bucket),
    publicUrl: read(settings.publicUrl),
  });
}
