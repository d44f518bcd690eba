import {
  FeedEntry,
  heldArticleOf,
  type FetchItem,
  type ItemMemory,
  type Moment,
  type Source,
  type Visit,
  type VisitKnown,
  type VisitQuestion,
} from '@newsmill/contracts';
import { isFeedOnly } from '../sources/is-feed-only.ts';
import { contentKey, entryPage } from './fall-back-to-entry.ts';
import { isPublished, versionOf } from './page-life.ts';
import { settle } from './settle-visit.ts';

/** A text that another process is writing is there by then, milliseconds. */
const shortly = 2_000;

/**
 * The entry of which alone the article of an item is made: it names no page, or its channel is read so.
 * Undefined where there is a page to ask for.
 */
export function entryAlone(item: FetchItem, source: Source): FeedEntry | undefined {
  const entry = item.kind === 'page' ? FeedEntry.safeParse(item.data.entry).data : undefined;
  if (entry === undefined) return undefined;
  const channel = source.channels.find(({ url }) => url === (entry.configured ?? entry.channel));
  return entry.isAlone === true || isFeedOnly(source, channel) ? entry : undefined;
}

function whyNoText(entry: FeedEntry): string {
  if (entry.ofSite !== true)
    return 'the channel does not speak for this address: where both are of one publisher, name its domain in domains';
  return entry.hasContent === true
    ? 'the text of the entry is no longer kept; it is taken again when the channel says something else of it'
    : 'the entry carries no text';
}

/**
 * What follows for an item whose article is made of its feed entry alone: nobody is asked. One state of an
 * entry makes one version; the next comes when the channel says something else of it.
 */
export function readEntryVisit(
  item: FetchItem,
  entry: FeedEntry,
  { source, moment }: { readonly source: Source; readonly moment: Moment },
): VisitQuestion {
  const key = contentKey(item.key);
  // No request went out, so the host need not rest.
  const unasked = { ...moment, delayMs: 0 };
  const rest = (data: ItemMemory = {}) => settle(item, unasked, { data: { lastError: undefined, ...data } });
  function answer({ values, events }: VisitKnown): Visit {
    const articleId = heldArticleOf(events);
    const html = entry.ofSite === true ? values.get(key) : undefined;
    if (html !== undefined) {
      const version = versionOf(item, moment.now);
      const held = {
        articleId: articleId ?? '',
        mayLeave: false,
        why: 'entries say nothing of what is gone',
      };
      return {
        settlement: rest({ fallbackAt: version, fallbackStamp: item.stamp }),
        fate: { fate: 'passed', detail: 'made of the feed entry alone' },
        page: {
          ...entryPage(item, source, { entry, html }, version),
          ...(articleId === undefined ? {} : { held }),
        },
        found: [],
        remember: [{ key, value: null }],
      };
    }
    if (entry.hasContent === true && entry.ofSite === true && item.attempt === 0)
      return {
        settlement: settle(item, unasked, { dueAt: moment.now + shortly, attempt: 1 }),
        found: [],
      };
    if (isPublished(item)) return { settlement: rest(), found: [] };
    return {
      settlement: rest(),
      fate: { fate: 'dropped', reason: 'no-entry-text', detail: whyNoText(entry) },
      found: [],
    };
  }
  return { values: [key], items: [], events: isPublished(item), answer };
}
