import type { HttpRequest } from '../http/http-types.ts';

/** A path of our own to go on to; anything else leads to the search page. */
export function ownPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])[\x21-\x7e]{0,2000}$/.test(path) ? path : '/';
}

/**
 * Path and query of the page that a request leads to, to come back to. What takes a form stands below the page
 * that holds it.
 */
export function pageOf(request: HttpRequest): string {
  if (request.method === 'GET' || request.method === 'HEAD') return ownPath(request.url);
  return ownPath(`/${request.url.split(/[/?]/, 2)[1] ?? ''}`);
}
