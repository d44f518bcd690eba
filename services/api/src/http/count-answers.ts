import type { Metrics } from '@newsmill/runtime';
import type { HttpReply, HttpRequest } from './http-types.ts';

export type RequestMetrics = Pick<Metrics, 'apiRequests' | 'apiSeconds'>;

/** Of what no route takes, however it is called. */
const unknown = 'unknown';

/**
 * What a request is counted under: the pattern of its route, so that there are as many as there are routes, whatever
 * strangers ask for.
 */
function operationOf({ method, routeOptions, is404 }: HttpRequest): string {
  const route = routeOptions?.url;
  return route === undefined || is404 === true ? unknown : `${method} ${route}`;
}

/** Counts an answer that is over. */
export function countAnswer({ apiRequests }: RequestMetrics, request: HttpRequest, reply: HttpReply): void {
  const status = `${Math.floor((reply.statusCode ?? 0) / 100)}xx`;
  apiRequests.inc({ operation: operationOf(request), status });
}

/** Takes the time of an answer whose body begins to be sent. */
export function timeAnswer({ apiSeconds }: RequestMetrics, request: HttpRequest, reply: HttpReply): void {
  if (reply.elapsedTime !== undefined)
    apiSeconds.observe({ operation: operationOf(request) }, reply.elapsedTime / 1_000);
}
