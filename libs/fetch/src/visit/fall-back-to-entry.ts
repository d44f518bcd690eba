import {
  type DropReason,
  FeedEntry,
  FetchedPage,
  type FetchItem,
  type Moment,
  type RejectReason,
  type Source,
  type Visit,
  type VisitQuestion,
} from '@newsmill/contracts';
import { nextRevisit, versionOf } from './page-life.ts';
import { settle } from './settle-visit.ts';
import { choiceOf } from '../sources/choice-of.ts';
import { sourceFacts } from '../sources/source-facts.ts';
import { speaksFor } from '../sources/speaks-for.ts';
import type { FetchPolicy } from './visit.ts';

/** Why a page cannot be had. */
type Trouble = RejectReason | DropReason;
/** The publisher wanted to give the page, but could not; or something stands before all his pages. */
const failures: ReadonlySet<Trouble> = new Set([
  'tries-exhausted',
  'too-large',
  'too-many-redirects',
  'not-article-challenge',
  'not-article-login',
  'not-article-consent',
  'not-article-javascript',
  'not-article-redirect',
  'not-article-parked',
]);
/** The publisher did not want to give it to us. */
const refusals: ReadonlySet<Trouble> = new Set(['bad-answer']);

/** Key under which the state keeps the whole text of an entry until its page has come. */
export function contentKey(item: string): string {
  return `entry-content:${item}`;
}

function mayStandIn({ entryFallback }: Source, trouble: Trouble): boolean {
  if (entryFallback === false) return false;
  return failures.has(trouble) || (entryFallback === true && refusals.has(trouble));
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The bytes of the page that the text of an entry stands for. */
export function entryBody(entry: FeedEntry, content: string, language: string | undefined): Uint8Array {
  const title = escaped(entry.title ?? '');
  return new TextEncoder().encode(
    `<!doctype html><html${language === undefined ? '' : ` lang="${escaped(language)}"`}><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>\n${content}\n</article></body></html>`,
  );
}

/** The page that the text of an entry stands for. */
export function entryPage(
  item: FetchItem,
  source: Source,
  content: { readonly entry: FeedEntry; readonly html: string },
  now: number,
): FetchedPage {
  return FetchedPage.parse({
    item: item.key,
    ...sourceFacts(source),
    choice: choiceOf(source, content.entry),
    url: item.url,
    finalUrl: item.url,
    fetchedAt: now,
    firstSeen: item.firstSeen,
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    entry: content.entry,
    fromEntry: true,
    body: entryBody(content.entry, content.html, content.entry.language ?? source.language),
  });
}

/** A page that cannot be had, and why. */
interface Lost {
  readonly item: FetchItem;
  readonly source: Source;
  readonly policy: Pick<FetchPolicy, 'revisits'>;
  readonly moment: Moment;
  readonly trouble: Trouble;
  /** The address that failed, after redirects. */
  readonly at: string;
}

/**
 * The end of a page that cannot be had: the article is made of the whole text that its feed entry carries,
 * where there is one, the channel speaks for the page and the source allows it, and the page is asked for
 * again at its next age. Else `end`. One state of an entry stands in once.
 */
export function fallBackToEntry(
  end: Visit,
  { item, source, policy, moment, trouble, at }: Lost,
): Visit | VisitQuestion {
  const entry = FeedEntry.safeParse(item.data.entry).data;
  if (
    entry?.hasContent !== true ||
    item.fetchedAt > 0 ||
    !mayStandIn(source, trouble) ||
    item.data.fallbackStamp === item.stamp
  )
    return end;
  if (entry.ofSite !== true || !speaksFor(source, [item.url, entry.channel ?? item.url], at)) return end;
  const key = contentKey(item.key);
  return {
    values: [key],
    items: [],
    events: false,
    answer(known): Visit {
      const html = known.values.get(key);
      if (html === undefined) return end;
      const { lastError, ...data } = end.settlement.data;
      const why = lastError ?? trouble;
      return {
        settlement: {
          ...end.settlement,
          ...settle(item, moment, { dueAt: nextRevisit(item, policy, moment.now) }),
          hostFreeAt: end.settlement.hostFreeAt,
          data: { ...data, lastError, fallbackAt: versionOf(item, moment.now), fallbackStamp: item.stamp },
        },
        fate: { fate: 'passed', detail: `the text of the feed entry stands in: ${why}` },
        page: entryPage(item, source, { entry, html }, versionOf(item, moment.now)),
        found: [],
        remember: [{ key, value: null }],
      };
    },
  };
}
