import { durationMs, type Source } from '@newsmill/contracts';
import { isOwnSite } from '@newsmill/fetch';
import type { HttpRequest } from '@newsmill/http';
import { accessOf, type Secrets } from '@newsmill/source-files';
import { encodings } from './request-of.ts';

/** Most time for a file of a site, milliseconds: pages wait for it. */
const longestMs = 10_000;

/**
 * The request for a file in which a site speaks to crawlers (robots.txt and the like), without the headers of
 * the source: it is said to all.
 */
export function siteFileRequest(
  url: string,
  { source, secrets }: { readonly source: Source; readonly secrets: Secrets },
  { accept, maxBytes }: { readonly accept: string; readonly maxBytes: number },
): HttpRequest {
  return {
    url,
    access: accessOf(source, secrets, isOwnSite(source, url)).access,
    headers: { accept, 'accept-encoding': encodings },
    allowPrivate: source.allowPrivate,
    maxBytes,
    onTooLarge: 'truncate',
    decode: true,
    totalTimeoutMs: Math.min(longestMs, durationMs(source.limits.timeout)),
  };
}
