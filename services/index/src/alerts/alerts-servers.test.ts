import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SavedSearchInput } from '@newsmill/contracts';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { addSavedSearch } from '@newsmill/operate';
import { serverStartLimitMs, startServers, type Servers } from '../../../../test/servers/start-servers.ts';
import { settingsOf } from '../../../../test/servers/settings-of-servers.ts';
import {
  freshArticle,
  openReceiver,
  startAlerts,
  until,
  verified,
  type Receiver,
} from './alert-mill.contract.ts';

const hangMs = 180_000;

/**
 * Two processes share the work over Kafka, Redis and Elasticsearch; what only one process can show stands in
 * alerts.test.ts.
 */
describe('alerts of saved searches on the servers', () => {
  let data: string;
  let servers: Servers;
  let ports: OpenPorts;
  let environment: Readonly<Record<string, string>>;
  let receiver: Receiver;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'newsmill-alerts-'));
    servers = await startServers(['kafka', 'redis', 'elasticsearch']);
    environment = {
      ...settingsOf(servers),
      NEWSMILL_NAMESPACE: `alerts-${randomBytes(4).toString('hex')}`,
      NEWSMILL_DATA: data,
    };
    ports = await openPorts(readSettings(environment));
    receiver = await openReceiver();
  }, serverStartLimitMs);
  afterAll(async () => {
    await receiver.close();
    await ports.close();
    await servers.close();
    rmSync(data, { recursive: true, force: true });
  }, serverStartLimitMs);

  it(
    'sends what matches once for each family, from one of two processes, also what came while none ran',
    async () => {
      const { record, secret = '' } = await addSavedSearch(
        { registry: ports.registry, now: Date.now, settings: { maxSavedSearches: 10 } },
        SavedSearchInput.parse({
          name: 'Harbours',
          q: 'harbours',
          language: ['en'],
          webhook: { url: receiver.url, allowPrivate: true },
        }),
      );
      const first = [await startAlerts(data, environment), await startAlerts(data, environment)];
      // The inflected word finds it: the alerts ask the library.
      await ports.library.write([
        freshArticle('a1'),
        freshArticle('other', { title: 'Nothing of the kind', content: 'Plain.' }),
        freshArticle('b1', { familyId: 'b1' }),
        freshArticle('b2', { duplicateOf: 'b1', familyId: 'b1' }),
      ]);
      await until(() => receiver.articles().length >= 2);
      await Promise.all(first.map((one) => one.stop('test')));
      await ports.library.write([
        freshArticle('a1', { version: 9, title: 'Harbour news, changed' }),
        freshArticle('b3', { duplicateOf: 'b1', familyId: 'b1' }),
        freshArticle('c1'),
      ]);
      const second = [await startAlerts(data, environment), await startAlerts(data, environment)];
      await until(() => receiver.articles().includes('c1'));
      await ports.library.write([freshArticle('d1')]);
      await until(() => receiver.articles().includes('d1'));
      await Promise.all(second.map((one) => one.stop('test')));
      expect(receiver.articles().toSorted()).toEqual(['a1', expect.stringMatching(/^b[12]$/), 'c1', 'd1']);
      for (const received of receiver.received) {
        expect(verified(secret, received)).toEqual(received.body);
        expect(received.body).toMatchObject({ type: 'search.matched', data: { search: { id: record.id } } });
      }
    },
    hangMs,
  );
});
