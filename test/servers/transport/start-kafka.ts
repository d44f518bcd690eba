import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../free-ports.ts';
import { withSecureListeners } from '../kafka/settings.ts';
import { kafkaConfigs } from '../native/kafka.ts';
import { openToxicProxy } from '../../network/toxic-proxy.ts';
import { ownBroker } from '../own-broker.ts';
import type { Authority, Issued } from './authority.ts';
import { untilShown } from './shown-certificate.ts';

/** The user of the listeners with a login. */
export const kafkaUser = { name: 'mill', password: 'of-the-mill-1' };

/** One broker with a listener for each way to it. */
export interface SecureKafka {
  /** At localhost: with a login, with a certificate of the client, with a certificate that has expired. */
  readonly ports: { readonly login: number; readonly mutual: number; readonly expired: number };
  /** Breaks all connections to the listeners. */
  endConnections(): Promise<void>;
  /** Gives the user this password, by SCRAM. */
  setPassword(password: string): Promise<void>;
  /** The listener for certificates shows this one from now on, and believes this authority about its clients. */
  show(issued: Issued, authority: Authority): Promise<void>;
  close(): Promise<void>;
}

/** Certificate and key in one file, as the broker reads them. */
function writeKeystore(path: string, { cert, key }: Issued): void {
  writeFileSync(path, `${readFileSync(key, 'utf8')}${readFileSync(cert, 'utf8')}`);
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Starts it, with its files in this folder. */
export async function startSecureKafka(folder: string, authority: Authority): Promise<SecureKafka> {
  const home = join(folder, 'kafka');
  mkdirSync(home, { recursive: true });
  const own = { login: await freePort(), mutual: await freePort(), expired: await freePort() };
  const proxies = {
    login: await openToxicProxy({ target: { host: '127.0.0.1', port: own.login }, seed: 1 }),
    mutual: await openToxicProxy({ target: { host: '127.0.0.1', port: own.mutual }, seed: 1 }),
  };
  const ports = { login: proxies.login.port, mutual: proxies.mutual.port, expired: own.expired };
  const keystoreOf = (name: keyof typeof ports): string => join(home, `${name}.pem`);
  writeKeystore(keystoreOf('login'), authority.issue('kafka-login'));
  writeKeystore(keystoreOf('mutual'), authority.issue('kafka-mutual'));
  writeKeystore(keystoreOf('expired'), authority.issue('kafka-expired', { hasExpired: true }));
  const clients = join(home, 'clients.pem');
  writeFileSync(clients, readFileSync(authority.ca));
  const broker = await ownBroker(home, (settings) =>
    withSecureListeners(
      // It keeps nothing that clients write beside their offsets, as its operator may choose.
      { ...settings, 'offset.metadata.max.bytes': '0' },
      [
        {
          name: 'LOGIN',
          protocol: 'SASL_SSL',
          port: own.login,
          advertised: ports.login,
          keystore: keystoreOf('login'),
        },
        {
          name: 'MUTUAL',
          protocol: 'SSL',
          port: own.mutual,
          advertised: ports.mutual,
          keystore: keystoreOf('mutual'),
          clients,
        },
        { name: 'EXPIRED', protocol: 'SSL', port: own.expired, keystore: keystoreOf('expired') },
      ],
      kafkaUser,
    ),
  );
  await broker.start();
  const { brokers } = broker.address;
  const kafka: SecureKafka = {
    ports,
    async setPassword(password) {
      const credential = `[iterations=4096,password=${password}]`;
      // One at a time: the broker refuses two of a user in one request.
      for (const mechanism of ['SCRAM-SHA-256', 'SCRAM-SHA-512'])
        await kafkaConfigs(brokers, ['users', kafkaUser.name], { [mechanism]: credential }, say);
    },
    async show(issued, { ca }) {
      writeKeystore(keystoreOf('mutual'), issued);
      writeFileSync(clients, readFileSync(ca));
      const prefix = 'listener.name.mutual.ssl';
      const stores = {
        [`${prefix}.keystore.location`]: keystoreOf('mutual'),
        [`${prefix}.truststore.location`]: clients,
      };
      // The broker reads the files again when it is told where they lie, though they lie where they did.
      await kafkaConfigs(brokers, ['brokers', '1'], stores, say);
      // It takes them up by and by.
      await untilShown(own.mutual, issued);
    },
    async endConnections() {
      for (const proxy of Object.values(proxies)) {
        await proxy.down();
        await proxy.up();
      }
    },
    async close() {
      await broker.stop('SIGKILL');
      await broker.remove();
      await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
    },
  };
  await kafka.setPassword(kafkaUser.password);
  return kafka;
}
