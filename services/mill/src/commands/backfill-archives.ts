import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Channel, readItem, type FetchItem, type Source } from '@newsmill/contracts';
import { channelItem, channelKey } from '@newsmill/fetch';
import { formatProblem, openSourceFolder } from '@newsmill/source-files';
import { noteChange } from '@newsmill/operate';
import { BackfillProgress } from '@newsmill/service-fetch';
import type { StateReader, StateWriter } from '@newsmill/store';
import { BackfillRefused, type ExitCode, exitCodes, answer, complain, say } from '@newsmill/service';
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

function urlOf(file: string): string {
  if (/^(https?|file):/i.test(file)) return file;
  const path = resolve(file);
  if (!existsSync(path))
    throw new BackfillRefused(`there is no ${path}; name a .warc or .warc.gz file, or its address`);
  return pathToFileURL(path).href;
}

function sourceOf({ directory, source: id }: BackfillOptions): Source {
  const folder = openSourceFolder(directory);
  const source = folder.sourceOf(id);
  const problem = folder.problems().find(({ file }) => basename(file).replace(/\.ya?ml$/, '') === id);
  if (source === undefined && problem !== undefined)
    throw new BackfillRefused(`the file of the source ${id} has a mistake: ${formatProblem(problem)}`);
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
function itemOf(source: Source, url: string, within: readonly string[], now: number): FetchItem {
  const channel = Channel.safeParse({ kind: 'warc', url, ...(within.length === 0 ? {} : { within }) });
  if (!channel.success)
    throw new BackfillRefused(`${url}: ${channel.error.issues.map(({ message }) => message).join('; ')}`);
  const [first] = source.channels;
  return channelItem(
    source,
    channel.data,
    now,
    first === undefined ? undefined : { parent: channelKey(source.id, first.url) },
  );
}

async function give(
  state: Pick<StateWriter, 'addItems' | 'settleItems'>,
  item: FetchItem,
  again: boolean,
  now: number,
): Promise<string> {
  const [added] = await state.addItems([item]);
  if (added !== 'known') return 'is read by the mill as soon as nothing more urgent is to be done';
  if (!again) return 'was given to the mill before; --again reads it from its beginning';
  await state.settleItems([
    { key: item.key, dueAt: now, attempt: 0, fetchedAt: 0, data: item.data, hostFreeAt: now },
  ]);
  return 'is read again from its beginning';
}

/** Tells how far the archives are until all have been read, or one cannot be. */
async function follow(state: Pick<StateReader, 'getItems'>, items: readonly FetchItem[]): Promise<ExitCode> {
  const told = new Map<string, string>();
  for (;;) {
    const now = (await state.getItems(items.map(({ key }) => key))).flatMap((item) =>
      item === undefined ? [] : [readItem(item)],
    );
    for (const { key, url, data } of now) {
      const line = data.lastError ?? data.why;
      if (line === undefined || told.get(key) === line) continue;
      answer({ url, said: line });
      say(`${url}: ${line}`);
      told.set(key, line);
    }
    if (now.every(({ data }) => BackfillProgress.parse(data.backfill ?? {}).isDone)) return exitCodes.done;
    if (now.some(({ data }) => data.lastError !== undefined)) return exitCodes.no;
    await sleep(1_000);
  }
}

/** Gives archives of old pages to the mill, which reads them beside its live work. */
export async function backfillArchives(
  data: string,
  files: readonly string[],
  options: BackfillOptions,
): Promise<ExitCode> {
  const source = sourceOf(options);
  if (!source.enabled)
    throw new BackfillRefused(`the source ${source.id} is switched off (enabled: false); switch it on first`);
  const items = files.map((file) => itemOf(source, urlOf(file), options.within, Date.now()));
  return withPorts(data, async ({ state }) => {
    const known = new Set((await state.channels()).map(({ key }) => key));
    if (items.some(({ data: { parent } }) => parent !== undefined && !known.has(parent)))
      throw new BackfillRefused(
        `the mill does not know the source ${source.id} yet; start it, it takes the source up within seconds`,
      );
    for (const item of items) {
      const said = await give(state, item, options.again, Date.now());
      answer({ url: item.url, said });
      say(`${item.url} ${said}`);
      await noteChange({ what: 'archives-backfilled', subject: source.id, detail: item.url });
    }
    if (options.wait) return follow(state, items);
    complain('a running mill reads them; --wait tells of the progress, the console shows it with the source');
    return exitCodes.done;
  });
}
