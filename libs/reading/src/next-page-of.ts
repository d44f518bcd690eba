import type { HttpAnswer } from '@newsmill/contracts';
import { Unreadable, type ReadingThread } from './reading-thread.ts';
import type { PageContinuation } from './readings.ts';

/**
 * The page on which the article of an answer goes on, and of its first page whether it is a live blog. Where that
 * cannot be read off, the article ends.
 */
export async function nextPageOf(
  { body, ...head }: HttpAnswer,
  place: { readonly first: string; readonly number: number },
  thread: ReadingThread,
): Promise<PageContinuation> {
  try {
    return await thread.read('nextPage', { ...place, head, body });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { next: undefined, live: undefined };
  }
}
