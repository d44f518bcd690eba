/** A page of anything that the API pages through: `next` is the cursor of the one after it. */
export interface Page {
  readonly next?: string | undefined;
}

/** What a successful answer of the client holds. */
export type PageOf<Answer> = Answer extends { readonly data?: infer Data } ? Extract<Data, Page> : never;

/**
 * Goes through all pages: `for await (const page of eachPage((cursor) => client.GET('/api/v1/search', {
 * params: { query: { q, cursor } } })))`. Asks for the next page when it is wanted, so stopping early costs
 * nothing.
 */
export async function* eachPage<Answer extends { readonly data?: unknown }>(
  ask: (cursor: string | undefined) => Promise<Answer>,
): AsyncGenerator<PageOf<Answer>, void, undefined> {
  let cursor: string | undefined;
  do {
    const { data } = await ask(cursor);
    if (!isPage<Answer>(data)) return;
    yield data;
    cursor = data.next;
  } while (cursor !== undefined);
}

function isPage<Answer>(data: unknown): data is PageOf<Answer> {
  return typeof data === 'object' && data !== null;
}
