import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openRedisState,
  openSqliteFile,
  openSqliteState,
  type FrontierItem,
  type Settlement,
  type State,
} from '@newsmill/store';
import { startServers } from '../../test/servers/start-servers.ts';
import { timeStep, type ServerClock } from './time-step.ts';

const start = Date.parse('2026-01-01T00:00:00Z');
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const inBatch = 500;

interface Size {
  /** Each has one channel. */
  readonly hosts: number;
  readonly pages: number;
}

interface Place {
  readonly state: State;
  readonly server?: ServerClock;
  close(): Promise<void>;
}

async function openPlace(form: string): Promise<Place> {
  if (form === 'redis') {
    const { redis, close } = await startServers(['redis']);
    const { Redis } = await import('ioredis');
    const client = new Redis(redis.url);
    await client.config('SET', 'slowlog-log-slower-than', '1000');
    await client.config('SET', 'slowlog-max-len', '100000');
    const state = await openRedisState({ url: redis.url, namespace: 'scheduled', commandMs: 60_000 });
    await state.clear();
    return {
      state,
      server: {
        begin: async () => void (await client.slowlog('RESET')),
        /** An entry of the slow log has its microseconds in the third place. */
        async longestMs() {
          const slow: unknown = await client.slowlog('GET', 100_000);
          const times = Array.isArray(slow) ? slow.map((entry: readonly unknown[]) => Number(entry[2])) : [];
          return Math.max(0, ...times) / 1_000;
        },
      },
      async close() {
        await state.clear();
        await state.close();
        client.disconnect();
        await close();
      },
    };
  }
  if (form !== 'sqlite') throw new Error(`the form is sqlite or redis, not ${form}`);
  const directory = await mkdtemp(join(tmpdir(), 'newsmill-scheduled-'));
  const file = openSqliteFile(join(directory, 'state.db'));
  const state = await openSqliteState({ db: file });
  return {
    state,
    async close() {
      await state.close();
      await file.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Channel of host `n`, due within the hour after the start. */
function channelOf(n: number, { hosts }: Size): FrontierItem {
  const url = `https://www.paper${n}.example/feed`;
  return {
    key: `channel:paper-${n}`,
    kind: 'channel',
    url,
    sourceId: `paper-${n}`,
    host: `www.paper${n}.example:443`,
    domain: `paper${n}.example`,
    dueAt: start + Math.floor((n / hosts) * hour),
    priority: 0,
    attempt: n % 50 === 0 ? 1 : 0,
    firstSeen: start,
    fetchedAt: start,
    stamp: '',
    data: { channel: { url, kind: 'feed' }, etag: `"${n}"`, lastStatus: 200, entries: 30 },
  };
}

/** A page that is asked for again within a week. */
function pageOf(n: number, { hosts, pages }: Size): FrontierItem {
  const host = n % hosts;
  const url = `https://www.paper${host}.example/news/${n}/what-the-council-said-about-the-bridge`;
  return {
    key: n.toString(16).padStart(32, '0'),
    kind: 'page',
    url,
    sourceId: `paper-${host}`,
    host: `www.paper${host}.example:443`,
    domain: `paper${host}.example`,
    dueAt: start + hour + Math.floor((n / pages) * 7 * day),
    priority: 1,
    attempt: 0,
    firstSeen: start,
    fetchedAt: start,
    stamp: 'own:feed:mark',
    data: { etag: `"${n}"`, entry: { url, title: 'What the council said about the bridge over the river' } },
  };
}

const asked = ({ key, attempt, data }: FrontierItem, dueAt: number, now: number): Settlement => ({
  key,
  dueAt,
  attempt,
  fetchedAt: now,
  data,
  hostFreeAt: now + 1_000,
});

/** What is due at a time, claimed and asked for `turns` times, a hundred at once. */
async function crawl(state: State, from: number, turns: number): Promise<number> {
  let now = from;
  for (let turn = 0; turn < turns; turn += 1) {
    now += 100;
    const claimed = await state.claimItems({ now, limit: 100, leaseMs: minute });
    await state.settleItems(claimed.map((item) => asked(item, now + hour, now)));
    await state.nextClaimAt();
  }
  return now;
}

/** Fills a frontier and does with it what a mill does, with what each step takes. */
export async function simulateFrontier(form: string, size: Size): Promise<void> {
  const { state, server, close } = await openPlace(form);
  const step = <T>(name: string, work: () => Promise<T>) => timeStep(name, work, server);
  const inBatches = async (count: number, make: (n: number, size: Size) => FrontierItem) => {
    for (let n = 0; n < count; n += inBatch)
      await state.addItems(Array.from({ length: Math.min(inBatch, count - n) }, (_, i) => make(n + i, size)));
  };
  try {
    await step('add the channels, 500 a call', () => inBatches(size.hosts, channelOf));
    await step('add the pages, 500 a call', () => inBatches(size.pages, pageOf));
    const restart = start + hour;
    await step('first claim of 100, with all channels due', () =>
      state.claimItems({ now: restart, limit: 100, leaseMs: minute }),
    );
    await step('100 times: claim 100, settle them, ask when next', () => crawl(state, restart, 100));
    await step('count the channels and those that fail', () => state.countChannels());
    await step('the channels of one source', () => state.channelsOf(['paper-7']));
    const channels = await step('all channels', () => state.channels());
    const due = channels.map((item) => asked(item, restart, restart));
    await step('make all channels due: the network is back', () => state.settleItems(due));
    await step('claim of 100 after that', () =>
      state.claimItems({ now: restart + minute, limit: 100, leaseMs: minute }),
    );
    await step('claim of 100 a week later, with all pages due', () =>
      state.claimItems({ now: restart + 8 * day, limit: 100, leaseMs: minute }),
    );
    await step('20 times: claim 100, settle them, ask when next', () => crawl(state, restart + 8 * day, 20));
  } finally {
    await close();
  }
}
