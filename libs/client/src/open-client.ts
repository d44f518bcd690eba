import createClient, { type Client } from 'openapi-fetch';
import { problemOf } from './problem.ts';
import type { paths } from './schema.ts';

export interface ClientOptions {
  /** Of the mill: `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Needed for changes, and for reading from another machine. */
  readonly key?: string;
  /** Instead of the fetch of the platform. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * `client.GET('/api/v1/search', { params: { query: { q: 'ferry' } } })`: paths, parameters, bodies and
 * answers are typed.
 */
export type NewsmillClient = Client<paths>;

/**
 * Opens a client of a mill. What the API refuses is thrown as NewsmillProblem; an answer of anybody else with
 * an error status as Error.
 */
export function openClient({ address, key, fetch }: ClientOptions): NewsmillClient {
  const client = createClient<paths>({
    baseUrl: address.replace(/(?<!\/)\/+$/, ''),
    ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
    ...(fetch === undefined ? {} : { fetch }),
  });
  client.use({
    async onResponse({ response, request }) {
      if (response.ok || response.status === 304) return undefined;
      throw (
        (await problemOf(response)) ??
        new Error(
          `${request.method} ${request.url} was answered with ${response.status}, by something else than a mill`,
        )
      );
    },
  });
  return client;
}
