import type { Source } from '@newsmill/contracts';
import { rulesOf } from '@newsmill/fetch';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import type { ReadingThread } from '@newsmill/reading';
import { wholeAddress } from '../inputs/whole-address.ts';
import { discoverChannels, type Discovery } from './discover-channels.ts';
import { failureWords } from './failure-words.ts';
import { previewRules } from './preview-rules.ts';
import { previewUrl } from './preview-url.ts';
import type { Preview } from './preview-view.ts';

/** What asking publishers needs. */
export interface AskingPorts {
  readonly http: HttpClient;
  /** Reads what comes back. */
  readonly thread: ReadingThread;
  /** Epoch milliseconds. */
  now(): number;
}

/** Who waits for an answer waits no longer for further channels, milliseconds. */
const discoveryMs = 15_000;

/**
 * Whether an address is that of a whole publication (or of one of its languages), and not of a page in it.
 */
function isFrontPage(address: string): boolean {
  const { pathname, search } = new URL(address);
  return (
    search === '' &&
    /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:(?:index|home|default)\.[a-z]{2,5})?$/i.test(pathname)
  );
}

async function preview(
  { http, thread, now }: AskingPorts,
  url: string,
  allowPrivate: readonly string[],
): Promise<Preview> {
  try {
    return await previewUrl(http, url, { allowPrivate, now: now(), articles: 3, thread });
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return {
      kind: 'page',
      url,
      feeds: [],
      entries: 0,
      articles: [],
      problems: [`${url}: ${failureWords(error, url)}`],
    };
  }
}

/** The channels of a publisher; an address that brings no answer has none. */
export async function discover(
  { http, thread, now }: AskingPorts,
  url: string,
  allowPrivate: readonly string[],
): Promise<Discovery> {
  try {
    return await discoverChannels(http, url, { allowPrivate, now, limitMs: discoveryMs, thread });
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return { candidates: [], problems: [`${url}: ${failureWords(error, url)}`] };
  }
}

/** Whether the address is a channel of the source, for which it has rules. */
function hasRules(source: Source, url: string): boolean {
  return source.channels.some((channel) => channel.url === url) && rulesOf(source, url).length > 0;
}

/**
 * What stands at an address, and the channels of its publisher. A front page, or one that is no article,
 * shows the articles of its best feed. Of private addresses it asks those named alone. Refuses with
 * bad-address.
 */
export async function previewAddress(
  ports: AskingPorts & { readonly folder?: { sources(): readonly Source[] } },
  text: string,
  allowPrivate: readonly string[],
): Promise<Preview> {
  const url = wholeAddress(text);
  const first = await preview(ports, url, allowPrivate);
  const { candidates } = await discover(ports, url, allowPrivate);
  const feedUrl =
    candidates.find(({ kind, entries }) => kind === 'feed' && entries > 0)?.url ?? first.feedUrl;
  const isArticle = first.kind !== 'page' || (first.articles.length > 0 && !isFrontPage(first.url));
  const shown = isArticle || feedUrl === undefined ? first : await preview(ports, feedUrl, allowPrivate);
  const offered = candidates.map(({ kind, url: address, title, entries, hasContent, hub, foundBy }) => ({
    kind,
    url: address,
    title,
    entries,
    hasContent,
    hub,
    foundBy,
  }));
  const owners = (ports.folder?.sources() ?? []).filter((source) => hasRules(source, url));
  const rules = await Promise.all(
    owners.map((source) => previewRules(ports, { ...source, allowPrivate: [...allowPrivate] }, url)),
  );
  return {
    ...shown,
    feedUrl: shown.feedUrl ?? candidates[0]?.url,
    candidates: offered,
    ...(owners.length === 0 ? {} : { rules: rules.flat() }),
  };
}
