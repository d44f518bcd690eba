import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKafkaBus, openSqliteBus, type Bus } from '@newsmill/bus';
import { allTopics, articleCleaned, deadLetterHeader, deadLetters } from '@newsmill/contracts';
import { openSqliteFile } from '@newsmill/store';
import { startServers } from '../../test/servers/start-servers.ts';
import { settingsOf } from '../../test/settings-of-servers.ts';
import { startMill } from '../../test/start-mill.ts';
import { usageOf } from '../process-tree.ts';
import { quantile } from '../quantile.ts';

const batch = 500;
const bodyBytes = 5_000;
const looks = 25;

/** Letters of fifty causes and a hundred sources, each with a message of 5 KB. */
async function fill(bus: Bus, count: number): Promise<void> {
  await bus.createTopics(allTopics());
  for (let start = 0; start < count; start += batch)
    await bus.publish(
      Array.from({ length: Math.min(batch, count - start) }, (_, i) => {
        const number = start + i;
        const cause = Math.floor(Math.sqrt(number * 7_919) % 50);
        const facts = {
          id: number.toString(16).padStart(16, '0'),
          stage: 'enrich',
          topic: articleCleaned.name,
          reason: cause % 3 === 0 ? 'bad-message' : 'tries-exhausted',
          detail: `cause ${'abcdefghij'[cause % 10] ?? ''}${'klmno'[Math.floor(cause / 10)] ?? ''} answered ${number}`,
          attempts: 4,
          item: number.toString(16).padStart(16, '0'),
          url: `https://paper-${number % 100}.example/news/${number}`,
          sourceId: `paper-${number % 100}`,
          at: Date.now() - (count - number) * 1_000,
        };
        return {
          topic: deadLetters.name,
          key: facts.item,
          value: Buffer.alloc(bodyBytes, `${number} `),
          headers: { ce_id: facts.id, [deadLetterHeader]: JSON.stringify(facts) },
        };
      }),
    );
}

/** Milliseconds until the first byte of an answer. */
async function firstByte(address: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(address);
  const reader = answer.body?.getReader();
  await reader?.read();
  const took = performance.now() - began;
  await reader?.cancel();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  return took;
}

async function measure(
  form: string,
  count: number,
  place: {
    readonly data: string;
    readonly sources: string;
    readonly settings: Readonly<Record<string, string>>;
  },
  publish: (index: number) => Promise<void>,
): Promise<void> {
  const mill = await startMill({ ...place, settings: { NEWSMILL_RATE_LIMIT: '0', ...place.settings } });
  try {
    const before = usageOf({ root: mill.process.pid ?? 0 }).rssMb;
    const first = await firstByte(`${mill.address}/dead`);
    const after = usageOf({ root: mill.process.pid ?? 0 }).rssMb;
    console.log(
      `${form}: ${count} letters; first look after the start ${Math.round(first)} ms; memory ${Math.round(before)} -> ${Math.round(after)} MB`,
    );
    const { groups } = await (await fetch(`${mill.address}/api/v1/dead/groups`)).json();
    const { next } = await (await fetch(`${mill.address}/api/v1/dead?limit=50`)).json();
    for (const path of [
      '/dead',
      '/dead?source=paper-7',
      `/dead/letters?group=${groups[0].id}`,
      `/api/v1/dead?limit=50&cursor=${next}`,
      '/dead/0000000000000007',
    ]) {
      const warm: number[] = [];
      for (let look = 0; look < looks; look += 1) warm.push(await firstByte(mill.address + path));
      // With a letter that came since, nothing that was answered before holds.
      const changed: number[] = [];
      for (let look = 0; look < looks; look += 1) {
        await publish(look);
        changed.push(await firstByte(mill.address + path));
      }
      const tell = (values: readonly number[]) =>
        `p50 ${Math.round(quantile(values, 0.5))} ms, p95 ${Math.round(quantile(values, 0.95))} ms`;
      console.log(
        `${form}: ${path.replace(/=[0-9a-f.]{12,}/, '=…')}: warm ${tell(warm)}; after a new letter ${tell(changed)}`,
      );
    }
  } finally {
    await mill.stop();
  }
}

/** First bytes of the pages of dead letters over both forms of the bus. `dead [LETTERS] [sqlite|kafka]`. */
export async function benchDead([count = '100000', only]: readonly string[]): Promise<void> {
  const letters = Number(count);
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-bench-dead-'));
  const sources = join(folder, 'sources');
  mkdirSync(sources);
  const one = (index: number, bus: Bus) =>
    bus.publish([
      {
        topic: deadLetters.name,
        key: `new-${index}`,
        value: Buffer.alloc(bodyBytes),
        headers: {
          [deadLetterHeader]: JSON.stringify({
            id: randomUUID(),
            stage: 'clean',
            topic: '',
            reason: 'bad-page',
            attempts: 1,
            at: Date.now(),
          }),
        },
      },
    ]);
  try {
    if (only !== 'kafka') {
      const data = join(folder, 'embedded');
      mkdirSync(data);
      const db = openSqliteFile(join(data, 'mill.db'));
      const bus = await openSqliteBus({ db });
      await fill(bus, letters);
      await measure('SQLite', letters, { data, sources, settings: {} }, (index) => one(index, bus));
      await bus.close();
      await db.close();
    }
    if (only !== 'sqlite') {
      const servers = await startServers(['kafka', 'redis', 'elasticsearch']);
      const { brokers } = servers.kafka;
      const namespace = `bench-dead-${randomUUID().slice(0, 8)}`;
      const bus = await openKafkaBus({ brokers, namespace });
      await fill(bus, letters);
      const settings = { ...settingsOf(servers), NEWSMILL_NAMESPACE: namespace };
      await measure('Kafka', letters, { data: join(folder, 'kafka'), sources, settings }, (index) =>
        one(index, bus),
      );
      await bus.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
