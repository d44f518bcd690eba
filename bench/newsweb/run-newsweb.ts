import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, SourceInput } from '@newsmill/contracts';
import { ledgerGroup, pipeline } from '@newsmill/contracts';
import { sourceToYaml } from '@newsmill/fetch';
import { readSettings } from '@newsmill/runtime';
import { runMill, type Mill } from '@newsmill/service-mill';
import { watchUsage } from '../process-tree.ts';

/** One feed as the news web lists it. */
interface ListedFeed {
  readonly host: number;
  readonly origin: string;
  readonly kind: string;
  readonly url: string;
}

function channelOf(feed: ListedFeed): Partial<Channel> & { url: string } {
  if (feed.kind === 'sitemap') return { kind: 'news-sitemap', url: feed.url, interval: '1d' };
  if (feed.kind === 'list') return { kind: 'list', url: feed.url, select: 'main a', interval: '1d' };
  return { kind: 'feed', url: feed.url, interval: '1d' };
}

function writeSources(feeds: readonly ListedFeed[], directory: string): void {
  const sources = new Map<string, SourceInput & { channels: (Partial<Channel> & { url: string })[] }>();
  for (const feed of feeds) {
    const id = `host-${feed.host}`;
    const source = sources.get(id) ?? { id, name: `News ${feed.host}`, channels: [], allowPrivate: [new URL(feed.origin).host], limits: { delay: '0ms', timeout: '10s', maxBytes: 20_000_000 } };
    source.channels.push(channelOf(feed));
    sources.set(id, source);
  }
  mkdirSync(directory, { recursive: true });
  for (const source of sources.values()) writeFileSync(join(directory, `${source.id}.yaml`), sourceToYaml(source));
}

/** Nothing is due within 30 s, nothing is claimed, and every group has lag 0. */
async function isIdle({ ports }: Mill['running']): Promise<boolean> {
  const counts = await ports.state.frontierCounts();
  if (counts.some((count) => count.claimed > 0)) return false;
  const next = await ports.state.nextClaimAt();
  if (next !== undefined && next < Date.now() + 30_000) return false;
  for (const group of [...pipeline.map((stage) => stage.group), ledgerGroup]) if ((await ports.bus.lag(group)).some((lag) => lag.messages > 0)) return false;
  return true;
}

async function dump(mill: Mill, path: string): Promise<number> {
  const file = createWriteStream(path);
  let after: string | undefined;
  let count = 0;
  do {
    const page = await mill.running.ports.library.list({ after, limit: 200 });
    for (const { url, title, content, published, publishedSource, duplicateOf } of page.items) {
      count += 1;
      file.write(`${JSON.stringify({ url, title, body: content, published: publishedSource === 'first-seen' ? undefined : published, duplicateOf })}\n`);
    }
    after = page.next;
  } while (after !== undefined);
  await new Promise((resolve) => file.end(resolve));
  return count;
}

const { values } = parseArgs({
  options: { form: { type: 'string', default: 'embedded' }, feeds: { type: 'string' }, dump: { type: 'string' }, work: { type: 'string' }, kafka: { type: 'string' }, redis: { type: 'string' }, elastic: { type: 'string' }, 'limit-seconds': { type: 'string', default: '900' } },
});
if (values.feeds === undefined || values.dump === undefined || values.work === undefined) throw new Error('newsweb needs --feeds FILE --dump FILE --work DIR');
if (values.form !== 'embedded') throw new Error(`this version has the embedded form only, not ${values.form}`);

const data = join(values.work, 'data');
rmSync(data, { recursive: true, force: true });
const began = Date.now();
const usage = watchUsage(process.pid);
writeSources(JSON.parse(readFileSync(values.feeds, 'utf8')), join(values.work, 'data', 'sources'));
const mill = await runMill(readSettings({ NEWSMILL_DATA: data, NEWSMILL_SOURCES: join(data, 'sources'), NEWSMILL_PORT: '0', NEWSMILL_DEMO: 'no', NEWSMILL_RETRY_LADDER: '1s,5s,20s', NEWSMILL_FETCH_CONCURRENCY: '64', NEWSMILL_LOG_LEVEL: process.env['NEWSMILL_LOG_LEVEL'] ?? 'warn' }));
let count = 0;
let lastRise = began;
for (let idle = 0; idle < 3 && Date.now() - began < Number(values['limit-seconds']) * 1_000; ) {
  await sleep(500);
  const now = await mill.running.ports.library.count();
  if (now > count) lastRise = Date.now();
  count = now;
  idle = (await isIdle(mill.running)) ? idle + 1 : 0;
}
const { cpuSeconds, rssMb } = usage.stop();
await mill.running.ports.library.refresh();
const articles = await dump(mill, values.dump);
await mill.stop('the end of the run');
process.stdout.write(`${JSON.stringify({ articles, seconds: (lastRise - began) / 1_000, cpuSeconds: Math.round(cpuSeconds * 100) / 100, peakRssMb: Math.round(rssMb) })}\n`);
process.exit(0);
