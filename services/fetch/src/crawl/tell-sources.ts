import {
  isLeftOutStamp,
  type FetchItem,
  type LedgerEvent,
  type Source,
  type Visit,
} from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import type { StateEntry } from '@newsmill/store';
import { writeTold } from '@newsmill/runtime';
import type { Crawl } from './crawl.ts';
import { isLeftOut, keptTellings } from './other-tellings.ts';

/** By whom a page was found first, and what became of it, as far as the state knows. */
interface Known {
  readonly sourceId: string;
  readonly articleId?: string | undefined;
  /** The rules of that source leave it out. */
  readonly isLeftOut: boolean;
}

/** What follows for pages of which a channel tells after another source. */
export interface Tellings {
  readonly messages: readonly OutgoingMessage[];
  /** Keys of pages that the source of the channel takes: the rules of the other one leave them out. */
  readonly taken: ReadonlySet<string>;
  /** Pages that it may take yet: the other one has rules, and no article of the page is known. */
  readonly waiting: ReadonlySet<string>;
  /** Entries of the state to keep with the poll. */
  readonly remember: readonly StateEntry[];
}

/** What a channel lists below its newest entries is told again after so long. */
const toldAgeMs = 30 * 86_400_000;

const toldKey = (item: string, sourceId: string): string => `told:${item}:${sourceId}`;

function articleOf(current: LedgerEvent): string | undefined {
  return current.fate === 'indexed' || current.fate === 'duplicate' ? current.articleId : undefined;
}

async function knownOf(
  { ports: { state } }: Crawl,
  pages: readonly FetchItem[],
): Promise<(Known | undefined)[]> {
  const items = await state.getItems(pages.map(({ key }) => key));
  return Promise.all(
    pages.map(async ({ key, sourceId }, place) => {
      const item = items[place];
      if (item?.sourceId === sourceId) return { sourceId, isLeftOut: false };
      // A settled page has left the frontier; its fate knows the source too.
      const fate = await state.fateOf(key);
      const owner = item?.sourceId ?? fate?.current.sourceId;
      return owner === undefined
        ? undefined
        : {
            sourceId: owner,
            articleId: fate === undefined ? undefined : articleOf(fate.current),
            isLeftOut: (item !== undefined && isLeftOutStamp(item.stamp)) || isLeftOut(fate?.current),
          };
    }),
  );
}

function hasRules({ include = [], exclude = [], channels }: Source): boolean {
  return [{ include, exclude }, ...channels].some(
    (place) => (place.include?.length ?? 0) + (place.exclude?.length ?? 0) > 0,
  );
}

/**
 * Pages of which this channel tells: those that it has not told of before, and of those below its newest entries,
 * which it does not remember, the ones of another source that it has not told of for a month.
 */
async function tellingsOf(
  { ports: { state, now } }: Crawl,
  { told, onlyIfNew }: Pick<Visit, 'told' | 'onlyIfNew'>,
  pages: readonly FetchItem[],
): Promise<{ readonly page: FetchItem; readonly isFresh: boolean }[]> {
  const fresh = pages.filter(({ key, kind }) => kind === 'page' && told?.has(key) === true);
  const lower = pages.filter(
    ({ key, kind, stamp }) => kind === 'page' && onlyIfNew?.has(key) === true && !isLeftOutStamp(stamp),
  );
  const keys = lower.map(({ key, sourceId }) => toldKey(key, sourceId));
  const heard = keys.length === 0 ? new Map<string, string>() : await state.read(keys, now());
  return [
    ...fresh.map((page) => ({ page, isFresh: true })),
    ...lower.filter((_, place) => !heard.has(keys[place] ?? '')).map((page) => ({ page, isFresh: false })),
  ];
}

/**
 * What follows for pages of which the channel of a source tells while another source told of them before: their
 * articles belong to both, and what the rules of the other one leave out is taken. A channel does not say again
 * what it has said, so this costs little; a poll that is repeated says it again, which changes nothing.
 */
export async function tellSources(
  crawl: Crawl,
  visit: Pick<Visit, 'told' | 'onlyIfNew'>,
  known: readonly FetchItem[],
): Promise<Tellings> {
  const { ports } = crawl;
  const tellings = await tellingsOf(crawl, visit, known);
  const messages: OutgoingMessage[] = [];
  const taken = new Set<string>();
  const remember: StateEntry[] = [];
  const waiting: FetchItem[] = [];
  if (tellings.length === 0) return { messages, taken, waiting: new Set(), remember };
  const owners = await knownOf(
    crawl,
    tellings.map(({ page }) => page),
  );
  const now = ports.now();
  for (const [place, { page, isFresh }] of tellings.entries()) {
    const owner = owners[place];
    if (owner === undefined || owner.sourceId === page.sourceId) continue;
    // Also what is taken: two sources that both leave a page out when they see it take turns once.
    if (!isFresh)
      remember.push({ key: toldKey(page.key, page.sourceId), value: '1', expiresAt: now + toldAgeMs });
    if (owner.isLeftOut) {
      taken.add(page.key);
      continue;
    }
    const { key: item, url, sourceId, firstSeen } = page;
    messages.push(
      writeTold(
        { item, url, sourceId, firstSeen, sources: [owner.sourceId, sourceId], articleId: owner.articleId },
        { source: 'fetch', time: now },
      ),
    );
    const source = ports.sourceOf(owner.sourceId);
    if (owner.articleId === undefined && source !== undefined && hasRules(source)) waiting.push(page);
  }
  return {
    messages,
    taken,
    waiting: new Set(waiting.map(({ key }) => key)),
    remember: [...remember, ...(await keptTellings(crawl, waiting))],
  };
}
