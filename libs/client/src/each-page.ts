/** A page of anything that the API pages through: `next` is the cursor of the one after it. */
export interface Page {
  readonly next?: string | undefined;
}

/**
 * Goes through all pages: `for await (const page of eachPage((cursor) => client.GET('/api/v1/search', { params: { query: { q, cursor } } })))`.
 * Asks for the next page when it is wanted, so stopping early costs nothing.
 */
export async function* eachPage<T extends Page>(ask: (cursor: string | undefined) => Promise<{ readonly data?: T | undefined }>): AsyncGenerator<T, void, undefined> {
  let cursor: string | undefined;
  do {
    const { data } = await ask(cursor);
    if (data === undefined) return;
    yield data;
    cursor = data.next;
  } while (cursor !== undefined);
}
