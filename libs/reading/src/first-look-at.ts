import type { HttpAnswer } from '@newsmill/contracts';
import { isWebPage } from '@newsmill/fetch';
import { Unreadable, type ReadingThread } from './reading-thread.ts';
import type { FirstLook } from './readings.ts';

/** Bytes as they come over the wire, encoded or not, above which a page is larger than any wall. */
const most = { encoded: 262_144, plain: 1_572_864 } as const;
/** Statuses of pages that may be walls: 200, and those with which guards turn readers away. */
const statuses: ReadonlySet<number> = new Set([200, 202, 401, 403, 405, 406, 418, 429, 503]);

/**
 * Whether an answer is a wall, where the page leads, and where its article goes on. Undefined where it is too large
 * for a wall, is no web page or cannot be read within the budget.
 */
export async function firstLookAt(
  { body, decoded: _, ...head }: HttpAnswer,
  setsCookie: boolean,
  thread: ReadingThread,
): Promise<FirstLook | undefined> {
  const limit = head.encoding === 'identity' ? most.plain : most.encoded;
  if (!statuses.has(head.status) || body.byteLength > limit || !isWebPage({ body, ...head }))
    return undefined;
  try {
    return await thread.read('firstLook', { body, head, setsCookie });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return undefined;
  }
}
