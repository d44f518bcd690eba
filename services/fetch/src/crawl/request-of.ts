import { durationMs, type FetchItem, type Source } from '@newsmill/contracts';
import { addressToAsk, conditionalHeaders, isFetchedFor, isOwnSite, isWholeDue } from '@newsmill/fetch';
import type { HttpRequest } from '@newsmill/http';
import { accessOf, type Secrets } from '@newsmill/source-files';

const pageTypes = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';
const feedTypes =
  'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5';
/** Encodings that are understood. */
export const encodings = 'gzip, br, zstd, deflate';

/** When an item is asked for, and whether the validators of its host are known to lie. */
export interface AskedAt {
  readonly now: number;
  readonly isLying: boolean;
}

/**
 * What is asked for an item: only what has changed, where something of it is had and nothing speaks for a
 * whole answer. What is secret of the source goes to its own sites alone, and of a channel to where its file says.
 */
export function requestOf(
  item: FetchItem,
  source: Source,
  secrets: Secrets,
  { now, isLying }: AskedAt,
): HttpRequest {
  const isConditional = item.kind === 'channel' ? !isLying && !isWholeDue(item, now) : isFetchedFor(item);
  const validators = isConditional
    ? conditionalHeaders({ etag: item.data.etag, lastModified: item.data.lastModified })
    : {};
  const url = addressToAsk(item, now);
  const isOwnOrigin = url === item.url || new URL(url).origin === new URL(item.url).origin;
  const { access, headers } = accessOf(source, secrets, isOwnSite(source, url));
  return {
    url,
    access,
    headers: {
      accept: item.kind === 'page' ? pageTypes : feedTypes,
      'accept-encoding': encodings,
      ...(isOwnOrigin ? headers : {}),
      ...validators,
    },
    allowPrivate: source.allowPrivate,
    maxBytes: source.limits.maxBytes,
    onTooLarge: item.kind === 'page' ? 'fail' : 'truncate',
    // A page is inflated once, by the thread that cleans it, under the same limit.
    verify: item.kind !== 'page',
    totalTimeoutMs: durationMs(source.limits.timeout),
  };
}
