import { durationMs, type FetchItem, type Source } from '@newsmill/contracts';
import { conditionalHeaders, isFetchedFor } from '@newsmill/fetch';
import type { HttpRequest } from '@newsmill/http';
import { headersWithSecrets, type Secrets } from '@newsmill/source-files';

const pageTypes = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';
const feedTypes =
  'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5';
/** Encodings that are understood. */
export const encodings = 'gzip, br, zstd, deflate';

/** What is asked for an item: only what has changed, where something of it is had. */
export function requestOf(item: FetchItem, source: Source, secrets: Secrets): HttpRequest {
  const validators =
    item.kind === 'channel' || isFetchedFor(item)
      ? conditionalHeaders({ etag: item.data.etag, lastModified: item.data.lastModified })
      : {};
  return {
    url: item.url,
    headers: {
      accept: item.kind === 'page' ? pageTypes : feedTypes,
      'accept-encoding': encodings,
      ...headersWithSecrets(source, secrets),
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
