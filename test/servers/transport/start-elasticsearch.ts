import { mkdirSync, readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { openToxicProxy } from '../../network/toxic-proxy.ts';
import { guardedElasticsearchSettings } from '../elasticsearch-settings.ts';
import { elasticsearchIn } from '../native/elasticsearch.ts';
import { startServers } from '../start-servers.ts';
import { copyInto, type Issued } from './authority.ts';
import { openTlsDoor, type TlsDoor } from './open-tls-door.ts';
import { untilShown } from './shown-certificate.ts';

/** Elasticsearch over TLS, with users and keys. Who gives no name is its administrator. */
export interface SecureElasticsearch extends TlsDoor {
  /** Asks as its administrator. */
  administer<T>(work: (client: Client) => Promise<T>): Promise<T>;
}

/** Whether a node that speaks TLS by itself is started: it takes half a minute of CPU time for itself. */
const hasOwnNode = process.env['TEST_TRANSPORT'] === '1';

/** Which clients it lets in: those of an authority (PEM file), of which one is. */
interface Clients {
  readonly ca: string;
  readonly one: Issued;
}

/**
 * One that was asked for, or else the shared one behind a door: users, keys and rights are the same in both. It wants
 * a certificate of each client.
 */
export function startSecureElasticsearch(
  folder: string,
  issued: Issued,
  clients: Clients,
): Promise<SecureElasticsearch> {
  return hasOwnNode ? startOwnNode(folder, issued, clients) : openSharedNode(issued, clients);
}

async function administer<T>(
  url: string,
  { one }: Clients,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const shown = { cert: readFileSync(one.cert), key: readFileSync(one.key) };
  const client = new Client({ node: url, tls: { rejectUnauthorized: false, ...shown } });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

async function openSharedNode(issued: Issued, clients: Clients): Promise<SecureElasticsearch> {
  const servers = await startServers(['guardedElasticsearch']);
  const { url } = servers.guardedElasticsearch;
  const door = await openTlsDoor(url, issued, clients.ca);
  return {
    ...door,
    administer: (work) => administer(url, clients, work),
    async close() {
      await door.close();
      await servers.close();
    },
  };
}

function statusOf(url: string, { one }: Clients): Promise<number | undefined> {
  return new Promise((resolve) => {
    // Whether it answers at all: the tests look at its certificate.
    const options = {
      ...{ agent: false, timeout: 3_000, rejectUnauthorized: false },
      ...{ cert: readFileSync(one.cert), key: readFileSync(one.key) },
    };
    const call = request(url, options, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.once('timeout', () => call.destroy());
    call.once('error', () => resolve(undefined));
    call.end();
  });
}

async function startOwnNode(folder: string, issued: Issued, clients: Clients): Promise<SecureElasticsearch> {
  const home = join(folder, 'elasticsearch');
  mkdirSync(home, { recursive: true });
  const node = await elasticsearchIn(home, (text) => void process.stderr.write(`${text}\n`), {
    settings: {
      ...guardedElasticsearchSettings,
      'xpack.security.http.ssl.enabled': true,
      'xpack.security.http.ssl.certificate': 'http.pem',
      'xpack.security.http.ssl.key': 'http.key',
      'xpack.security.http.ssl.client_authentication': 'required',
      'xpack.security.http.ssl.certificate_authorities': 'clients.pem',
      'resource.reload.interval.high': '1s',
    },
    files: {
      'http.pem': readFileSync(issued.cert, 'utf8'),
      'http.key': readFileSync(issued.key, 'utf8'),
      'clients.pem': readFileSync(clients.ca, 'utf8'),
    },
    isReady: async (url) =>
      (await statusOf(`${url}/_cluster/health?wait_for_status=yellow&timeout=2s`, clients)) === 200,
  });
  await node.start();
  const port = Number(new URL(node.address.url).port);
  const proxy = await openToxicProxy({ target: { host: '127.0.0.1', port }, seed: 1 });
  return {
    port: proxy.port,
    administer: (work) => administer(node.address.url, clients, work),
    async show({ cert, key }) {
      // It looks once a second, and takes the two when they belong together.
      copyInto(join(home, 'config', 'http.key'), key);
      copyInto(join(home, 'config', 'http.pem'), cert);
      await untilShown(port, { cert, key });
    },
    async endConnections() {
      await proxy.down();
      await proxy.up();
    },
    async close() {
      await node.stop('SIGKILL');
      await proxy.close();
    },
  };
}
