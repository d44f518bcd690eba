import {
  FeedEntry,
  readJson,
  takingStamp,
  type DropReason,
  type FetchItem,
  type LedgerEvent,
} from '@newsmill/contracts';
import { pageItem, ruleAgainst } from '@newsmill/fetch';
import type { StateEntry } from '@newsmill/store';
import { z } from 'zod';
import type { Crawl } from './crawl.ts';
import { tellTaken } from './tell-taken.ts';

/** What another source than that of the page has told of it, while nobody knew whether the first takes it. */
const Telling = z.object({ sourceId: z.string(), stamp: z.string(), entry: FeedEntry });
type Telling = z.output<typeof Telling>;
const Tellings = z.array(Telling);

/** Sources that are remembered of one page. */
const mostSources = 4;
const tellingAgeMs = 7 * 86_400_000;
const tellingsKey = (item: string): string => `also-told:${item}`;

const withoutSource: readonly (DropReason | undefined)[] = ['left-out', 'no-source'];

/** Whether the source of a page does not take it, and no article was made of it. */
export function isLeftOut(current: LedgerEvent | undefined): boolean {
  return current?.fate === 'dropped' && withoutSource.some((reason) => reason === current.reason);
}

function readTellings(value: string | undefined): Telling[] {
  return readJson(Tellings, value) ?? [];
}

/** Entries of the state by which such tellings are kept until it is known whether the first source takes the page. */
export async function keptTellings(
  { ports: { state, now } }: Crawl,
  pages: readonly FetchItem[],
): Promise<StateEntry[]> {
  if (pages.length === 0) return [];
  const known = await state.read(
    pages.map(({ key }) => tellingsKey(key)),
    now(),
  );
  return pages.flatMap(({ key, sourceId, stamp, data }) => {
    const entry = FeedEntry.safeParse(data.entry);
    if (!entry.success) return [];
    const others = readTellings(known.get(tellingsKey(key))).filter((one) => one.sourceId !== sourceId);
    const tellings = [...others, { sourceId, stamp, entry: entry.data }].slice(-mostSources);
    return [{ key: tellingsKey(key), value: JSON.stringify(tellings), expiresAt: now() + tellingAgeMs }];
  });
}

/**
 * Gives a page that the rules of its source have left out to the next source that told of it and takes it by its
 * own; answers whether there was one.
 */
export async function handOver(crawl: Crawl, item: FetchItem): Promise<boolean> {
  const { state, now, sourceOf } = crawl.ports;
  const key = tellingsKey(item.key);
  const tellings = readTellings((await state.read([key], now())).get(key));
  for (const [place, { sourceId, stamp, entry }] of tellings.entries()) {
    const source = sourceId === item.sourceId ? undefined : sourceOf(sourceId);
    const page = source === undefined ? undefined : pageItem(source, entry, now());
    if (source === undefined || page === undefined || ruleAgainst(page, source) !== undefined) continue;
    const [added] = await state.addItems([{ ...page, key: item.key, stamp: takingStamp(stamp) }]);
    const rest = tellings.slice(place + 1);
    await state.write([
      rest.length === 0
        ? { key, value: null }
        : { key, value: JSON.stringify(rest), expiresAt: now() + tellingAgeMs },
    ]);
    if (added === 'taken') await tellTaken(crawl, [item.key]);
    return added === 'taken';
  }
  return false;
}
