import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll } from '@jest/globals';
import { openKafkaBus, openSqliteBus } from '@newsmill/bus';
import { openSqliteFile } from '@newsmill/store';
import { serverStartLimitMs, startServers } from '../../../../test/servers/start-servers.ts';
import { deadIndexContract } from './dead-index.contract.ts';

let brokers: readonly string[] = [];
beforeAll(async () => {
  brokers = (await startServers(['kafka'])).kafka.brokers;
}, serverStartLimitMs);

deadIndexContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'newsmill-dead-index-'));
  return {
    async open() {
      const db = openSqliteFile(join(folder, 'mill.db'));
      const bus = await openSqliteBus({ db });
      const close = bus.close.bind(bus);
      return Object.assign(bus, {
        async close() {
          await close();
          await db.close();
        },
      });
    },
    destroy: () => rm(folder, { recursive: true, force: true }),
  };
});

deadIndexContract('Kafka', async () => {
  const namespace = `test-${randomUUID()}`;
  return { open: () => openKafkaBus({ brokers, namespace }), destroy: async () => undefined };
});
