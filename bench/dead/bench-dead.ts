import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openKafkaBus, openSqliteBus, type Bus } from '@newsmill/bus';
import { allTopics, articleCleaned, deadLetterHeader, deadLetters } from '@newsmill/contracts';
import { openSqliteFile } from '@newsmill/store';
import { startServers } from '../../test/servers/start-servers.ts';
import { settingsOf } from '../../test/servers/settings-of-servers.ts';
import { runCommand } from '../../test/processes/run-command.ts';
import { startMill } from '../../test/processes/start-mill.ts';
import { usageOf } from '../process-tree.ts';
import { quantile } from '../quantile.ts';

const batch = 500;
const bodyBytes = 5_000;
const looks = 25;
/** Letters that arrive while somebody looks. */
const perSecond = 50;

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

interface Place {
  readonly data: string;
  readonly sources: string;
  readonly settings: Readonly<Record<string, string>>;
}

const told = (values: readonly number[]): string =>
  `p50 ${Math.round(quantile(values, 0.5))} ms, p95 ${Math.round(quantile(values, 0.95))} ms, longest ${Math.round(Math.max(...values))} ms`;

/** Looks at the first page again and again until all letters are read; each look is a figure. */
async function untilRead(address: string): Promise<{ readonly looks: number[]; readonly ms: number }> {
  const began = performance.now();
  const looks: number[] = [];
  for (;;) {
    looks.push(await firstByte(`${address}/dead`));
    const { unread } = await (await fetch(`${address}/api/v1/dead?limit=1`)).json();
    if (unread === undefined) return { looks, ms: performance.now() - began };
    await sleep(50);
  }
}

/** A start, and the looks of the first seconds. */
async function measureStart(form: string, name: string, place: Place): Promise<void> {
  const mill = await startMill({ ...place, settings: { NEWSMILL_RATE_LIMIT: '0', ...place.settings } });
  try {
    const first = await firstByte(`${mill.address}/dead`);
    const { looks: all, ms } = await untilRead(mill.address);
    console.log(
      `${form}: ${name}: first look ${Math.round(first)} ms; ${all.length} more until all is read ${Math.round(ms)} ms later: ${told(all)}; memory ${Math.round(usageOf({ root: mill.process.pid ?? 0 }).rssMb)} MB`,
    );
  } finally {
    await mill.stop();
  }
}

/** Letters that arrive at a rate, until it is told to end. */
function arrivals(publish: (index: number) => Promise<void>): { end(): Promise<number> } {
  let isOver = false;
  let count = 0;
  const began = performance.now();
  const running = (async () => {
    while (!isOver) {
      const due = Math.floor(((performance.now() - began) / 1_000) * perSecond);
      if (count < due) await publish((count += 1));
      else await sleep(5);
    }
  })();
  return {
    async end() {
      isOver = true;
      await running;
      return count / ((performance.now() - began) / 1_000);
    },
  };
}

async function measurePages(
  form: string,
  place: Place,
  publish: (index: number) => Promise<void>,
): Promise<void> {
  const mill = await startMill({ ...place, settings: { NEWSMILL_RATE_LIMIT: '0', ...place.settings } });
  try {
    await untilRead(mill.address);
    const { groups } = await (await fetch(`${mill.address}/api/v1/dead/groups`)).json();
    const { next } = await (await fetch(`${mill.address}/api/v1/dead?limit=50`)).json();
    const day = new Date().toISOString().slice(0, 10);
    for (const path of [
      '/dead',
      '/dead?source=paper-7',
      `/dead?to=${day}`,
      '/dead/letters?reason=bad-message',
      `/dead/letters?group=${groups[0].id}`,
      `/api/v1/dead?limit=50&cursor=${next}`,
      '/api/v1/dead?limit=50&source=paper-7',
      '/api/v1/dead/groups',
      '/dead/0000000000000007',
    ]) {
      const warm: number[] = [];
      for (let look = 0; look < looks; look += 1) warm.push(await firstByte(mill.address + path));
      // With a letter that came since, nothing that was answered before holds.
      const changed: number[] = [];
      const coming = arrivals(publish);
      for (let look = 0; look < 2 * looks; look += 1) {
        changed.push(await firstByte(mill.address + path));
        await sleep(60);
      }
      const rate = await coming.end();
      console.log(
        `${form}: ${path.replace(/=[0-9a-f.]{12,}/, '=…')}: warm ${told(warm)}; while ${rate.toFixed(0)} letters a second arrive ${told(changed)}`,
      );
    }
  } finally {
    await mill.stop();
  }
}

async function measureCommand(form: string, name: string, { data, settings }: Place): Promise<void> {
  const began = performance.now();
  const command = await runCommand(['dead', 'list', '--data', data], { ...settings });
  console.log(
    `${form}: newsmill dead list, ${name}: ${Math.round(performance.now() - began)} ms, ${command.stdout.split('\n').length - 1} lines`,
  );
}

async function measure(form: string, place: Place, publish: (index: number) => Promise<void>): Promise<void> {
  await measureCommand(form, 'no index kept', { ...place, data: `${place.data}` });
  rmIndexes(place.data);
  await measureStart(form, 'start without an index', place);
  await measureStart(form, 'start with the index of before', place);
  await measureCommand(form, 'with the index of the mill', place);
  await measurePages(form, place, publish);
}

function rmIndexes(data: string): void {
  for (const name of readdirSync(data))
    if (name.startsWith('dead-letters')) rmSync(join(data, name), { force: true });
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
      await measure('SQLite', { data, sources, settings: {} }, (index) => one(index, bus));
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
      const data = join(folder, 'kafka');
      mkdirSync(data);
      await measure('Kafka', { data, sources, settings }, (index) => one(index, bus));
      await bus.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
