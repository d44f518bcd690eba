import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Channel, type FrontierItem, type Source } from '@newsmill/contracts';
import { channelItem, channelKey } from '@newsmill/fetch';
import type { OpenPorts } from '@newsmill/runtime';
import { BackfillProgress, openSourceFolder } from '@newsmill/service-fetch';
import { complain, say } from '../say.ts';
import { withPorts } from './with-ports.ts';

export interface BackfillOptions {
  readonly source: string;
  readonly directory: string;
  readonly within: readonly string[];
  /** Reads an archive again that was read before. */
  readonly again: boolean;
  /** Tells of the progress until the end. */
  readonly wait: boolean;
}

/** The archive cannot be given to the mill; the message says what to do. */
export class BackfillRefused extends Error {
  override readonly name = 'BackfillRefused';
}

function urlOf(file: string): string {
  if (/^(https?|file):/i.test(file)) return file;
  const path = resolve(file);
  if (!existsSync(path))
    throw new BackfillRefused(`there is no ${path}; name a .warc or .warc.gz file, or its address`);
  return pathToFileURL(path).href;
}

function sourceOf({ directory, source: id }: BackfillOptions): Source {
  const folder = openSourceFolder(directory, [], process.env);
  const source = folder.sourceOf(id);
  if (source === undefined)
    throw new BackfillRefused(
      `there is no source ${id} in ${directory}; known are ${
        folder
          .sources()
          .map((known) => known.id)
          .join(', ') || 'none'
      }`,
    );
  return source;
}

/** The archive as a channel that lasts as long as the first channel of its source does. */
function itemOf(source: Source, url: string, within: readonly string[], now: number): FrontierItem {
  const channel = Channel.safeParse({ kind: 'warc', url, ...(within.length === 0 ? {} : { within }) });
  if (!channel.success)
    throw new BackfillRefused(`${url}: ${channel.error.issues.map(({ message }) => message).join('; ')}`);
  const [first] = source.channels;
  return channelItem(
    source,
    channel.data,
    now,
    first === undefined ? undefined : channelKey(source.id, first.url),
  );
}

async function give({ state }: OpenPorts, item: FrontierItem, again: boolean, now: number): Promise<string> {
  const [added] = await state.addItems([item]);
  if (added !== 'known') return 'is read by the mill as soon as nothing more urgent is to be done';
  if (!again) return 'was given to the mill before; --again reads it from its beginning';
  await state.settleItems([
    { key: item.key, dueAt: now, attempt: 0, fetchedAt: 0, data: item.data, hostFreeAt: now },
  ]);
  return 'is read again from its beginning';
}

/** Tells how far the archives are until all have been read, or one cannot be. */
async function follow({ state }: OpenPorts, items: readonly FrontierItem[]): Promise<number> {
  const told = new Map<string, unknown>();
  for (;;) {
    const now = await state.getItems(items.map(({ key }) => key));
    for (const item of now) {
      const line = item?.data['lastError'] ?? item?.data['why'];
      if (item === undefined || line === undefined || told.get(item.key) === line) continue;
      say(`${item.url}: ${String(line)}`);
      told.set(item.key, line);
    }
    if (now.every((item) => item === undefined || BackfillProgress.parse(item.data['backfill'] ?? {}).isDone))
      return 0;
    if (now.some((item) => typeof item?.data['lastError'] === 'string')) return 1;
    await sleep(1_000);
  }
}

/** `newsmill backfill FILE…`: gives archives of old pages to the mill, which reads them beside its live work. */
export async function backfill(
  data: string,
  files: readonly string[],
  options: BackfillOptions,
): Promise<number> {
  const source = sourceOf(options);
  if (!source.enabled)
    throw new BackfillRefused(`the source ${source.id} is switched off (enabled: false); switch it on first`);
  const items = files.map((file) => itemOf(source, urlOf(file), options.within, Date.now()));
  return withPorts(data, async (ports) => {
    const known = new Set((await ports.state.channels()).map(({ key }) => key));
    if (items.some(({ data: { parent } }) => typeof parent === 'string' && !known.has(parent)))
      throw new BackfillRefused(
        `the mill does not know the source ${source.id} yet; start it, it takes the source up within seconds`,
      );
    for (const item of items) say(`${item.url} ${await give(ports, item, options.again, Date.now())}`);
    if (options.wait) return follow(ports, items);
    complain('a running mill reads them; --wait tells of the progress, the console shows it with the source');
    return 0;
  });
}
