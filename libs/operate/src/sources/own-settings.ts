import { durationMs, type FetchedPage, type Source } from '@newsmill/contracts';
import { isOwnSite, sourceFacts } from '@newsmill/fetch';
import type { HttpRequest } from '@newsmill/http';
import type { Secrets } from '@newsmill/source-files';

/** What a source says of requests to its addresses. */
export interface OwnRequest {
  readonly maxBytes?: number;
  readonly totalTimeoutMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly access?: HttpRequest['access'];
}

/**
 * The source to which an address belongs: the first whose channel it is, else the first that has a channel of
 * its site.
 */
export function sourceOfAddress(url: string, sources: readonly Source[]): Source | undefined {
  return (
    sources.find(({ channels }) => channels.some((channel) => channel.url === url)) ??
    sources.find((source) => isOwnSite(source, url))
  );
}

/**
 * By what a source asks for an address: its proxy; and where the address is of the publication itself, its
 * certificate and those of its headers whose secrets are known here.
 */
export async function accessTo(
  source: Source,
  secrets: Secrets,
  url: string,
): Promise<Pick<HttpRequest, 'access'> & { readonly headers: Readonly<Record<string, string>> }> {
  const { accessOf } = await import('@newsmill/source-files');
  const { access, headers } = accessOf(source, secrets, isOwnSite(source, url));
  const known = Object.entries(headers).filter(([, value]) => !value.includes('${'));
  return { access, headers: Object.fromEntries(known) };
}

/** How a source asks for an address: by its limits and its access. */
export async function ownRequest(source: Source, secrets: Secrets, url: string): Promise<OwnRequest> {
  const { maxBytes, timeout } = source.limits;
  return { maxBytes, totalTimeoutMs: durationMs(timeout), ...(await accessTo(source, secrets, url)) };
}

/**
 * As ownRequest, for an address that somebody typed: what is not of the publication is asked for without its
 * proxy, behind which names may lead to private places.
 */
export async function typedRequest(source: Source, secrets: Secrets, url: string): Promise<OwnRequest> {
  const { maxBytes, timeout } = source.limits;
  const isOwn = source.channels.some((channel) => channel.url === url) || isOwnSite(source, url);
  return isOwn ? ownRequest(source, secrets, url) : { maxBytes, totalTimeoutMs: durationMs(timeout) };
}

/** A page as the fetch stage hands it on for its source: with language, country, time zone and rules of that. */
export function pageForSource(page: FetchedPage, source: Source | undefined): FetchedPage {
  return source === undefined ? page : { ...page, ...sourceFacts(source) };
}
