import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { Inject, Injectable } from '@nestjs/common';
import type { Metrics } from '@newsmill/runtime';
import { Every, METRICS, SETTINGS } from '@newsmill/runtime/nest';
import type { Settings } from '@newsmill/settings';

/** A server that does not answer for so long has shown no certificate, milliseconds. */
const patienceMs = 10_000;

interface TlsServer {
  readonly server: 'kafka' | 'redis' | 'elasticsearch' | 's3' | 'public';
  readonly host: string;
  readonly port: number;
}

const tlsSettings = [
  'elasticsearchUrl',
  'kafkaBrokers',
  'kafkaTls',
  'publicUrl',
  'redisUrl',
  's3Endpoint',
] as const satisfies readonly (keyof Settings)[];
export type TlsSettings = Pick<Settings, (typeof tlsSettings)[number]>;

/** Where an address of a server that speaks TLS leads; nothing where it does not. */
function placeOf(server: TlsServer['server'], address: string | undefined): TlsServer[] {
  if (address === undefined) return [];
  const { protocol, hostname, port } = new URL(address);
  const standard = { 'https:': 443, 'rediss:': 6_379 }[protocol];
  if (standard === undefined) return [];
  return [
    { server, host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port === '' ? standard : Number(port) },
  ];
}

/** The servers that the mill asks over TLS, and the address under which it is reached itself. */
export function tlsServersOf(settings: TlsSettings): readonly TlsServer[] {
  const brokers = settings.kafkaTls ? settings.kafkaBrokers : [];
  return [
    ...brokers.flatMap((broker) => placeOf('kafka', `https://${broker}`)),
    ...placeOf('redis', settings.redisUrl),
    ...settings.elasticsearchUrl.flatMap((address) => placeOf('elasticsearch', address)),
    ...placeOf('s3', settings.s3Endpoint),
    ...placeOf('public', settings.publicUrl),
  ];
}

/** Until when the certificate is valid that a server shows, epoch milliseconds; undefined where it shows none. */
export async function readExpiry({
  host,
  port,
}: Pick<TlsServer, 'host' | 'port'>): Promise<number | undefined> {
  const socket = connect({
    host,
    port,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    // One that has expired is looked at too. Nothing is sent or taken here; whoever works with the server trusts no
    // such.
    rejectUnauthorized: false,
  });
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('it does not answer')));
  try {
    await once(socket, 'secureConnect');
    const at = Date.parse(socket.getPeerCertificate().valid_to);
    return Number.isNaN(at) ? undefined : at;
  } catch {
    return undefined; // that it is away shows elsewhere
  } finally {
    socket.destroy();
  }
}

@Injectable()
export class CertificateMeasures {
  constructor(
    @Inject(SETTINGS) private readonly settings: TlsSettings,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {}

  /** When the certificates of the servers end; of several servers of a kind the first that does. */
  @Every('1h', 'certificates')
  async measure(): Promise<void> {
    const found = await Promise.all(
      tlsServersOf(this.settings).map(async (place) => ({
        server: place.server,
        at: await readExpiry(place),
      })),
    );
    for (const [server, group] of Map.groupBy(found, (each) => each.server)) {
      const known = group.flatMap(({ at }) => at ?? []);
      if (known.length > 0) this.metrics.certificateExpiry.set({ server }, Math.min(...known) / 1_000);
    }
  }
}
