import type { RefusedTry } from '@newsmill/runtime';
import type { HttpRequest } from '../http/http-types.ts';
import { visitorOf } from './visitor.ts';

const refused = new WeakMap<HttpRequest, Pick<RefusedTry, 'by' | 'reason'>>();

/** Keeps beside the request that its key or log-in is refused, to be told with its answer. */
export function markRefused(request: HttpRequest, why: Pick<RefusedTry, 'by' | 'reason'>): void {
  refused.set(request, why);
}

/** The refused key or log-in of a request; undefined where none was refused. */
export function refusedTry(request: HttpRequest): RefusedTry | undefined {
  const why = refused.get(request);
  return why === undefined ? undefined : { client: visitorOf(request).address, ...why };
}
