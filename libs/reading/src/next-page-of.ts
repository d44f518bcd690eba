import type { HttpAnswer } from '@newsmill/contracts';
import { mayGoOn } from '@newsmill/fetch';
import { Unreadable, type ReadingThread } from './reading-thread.ts';

/**
 * Address of the page on which the article of an answer goes on. Where the next page cannot be read off, the
 * article ends.
 */
export async function nextPageOf(
  { body, ...head }: HttpAnswer,
  place: { readonly first: string; readonly number: number },
  thread: ReadingThread,
): Promise<string | undefined> {
  if (!mayGoOn(place.first)) return undefined;
  try {
    return await thread.read('nextPage', { ...place, head, body });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return undefined;
  }
}
