import type { HttpAnswer } from '@newsmill/contracts';
import { HttpFailure, type HttpRequest } from '@newsmill/http';
import { firstLookAt, type FirstLook, type PageContinuation } from '@newsmill/reading';
import type { Wall } from '@newsmill/text';
import { askRobots, needsRobots } from './ask-robots.ts';
import type { Crawl, Visited } from './crawl.ts';

/** What is seen of the pages of one request on its way: where they lead, and which of them is a wall. */
export interface WatchedPassage {
  /** Where a page leads that may be asked for: robots.txt of its host allows it. */
  readonly leadsTo: NonNullable<HttpRequest['leadsTo']>;
  /**
   * The wall that the last answer is; none where it is a page that says that nothing was found, which is judged
   * with its text. Throws what went wrong on the way for no fault of the page.
   */
  wallOf(answer: HttpAnswer | HttpFailure): Promise<Wall | undefined>;
  /** Where the article of that answer goes on; undefined where that was not seen. */
  goesOn(answer: HttpAnswer): PageContinuation | undefined;
}

/** Watches the pages of one visit; each is read once. */
export function watchPassage(
  crawl: Crawl,
  { item, source }: Pick<Visited, 'item' | 'source'>,
): WatchedPassage {
  let read: { readonly body: Uint8Array; readonly look: FirstLook | undefined } | undefined;
  let trouble: { readonly error: unknown } | undefined;
  async function lookAt(answer: HttpAnswer, setsCookie: boolean): Promise<FirstLook | undefined> {
    const look = await firstLookAt(answer, setsCookie, crawl.ports.thread);
    read = { body: answer.body, look };
    return look;
  }
  const seenOf = (answer: HttpAnswer) => (read?.body === answer.body ? read : undefined);
  async function wayOf(answer: HttpAnswer, setsCookie: boolean): Promise<string | undefined> {
    const leadsTo = (await lookAt(answer, setsCookie))?.leadsTo;
    if (leadsTo === undefined || !needsRobots(item, source)) return leadsTo;
    const { verdict } = await askRobots(crawl, leadsTo, source);
    return verdict === 'allowed' ? leadsTo : undefined;
  }
  return {
    async leadsTo(answer, { setsCookie }) {
      try {
        return await wayOf(answer, setsCookie);
      } catch (error) {
        // The client would take it for a failure of the publisher.
        trouble = { error };
        return undefined;
      }
    },
    async wallOf(answer) {
      if (trouble !== undefined) throw trouble.error;
      if (answer instanceof HttpFailure) return undefined;
      const { look } = seenOf(answer) ?? { look: await lookAt(answer, false) };
      return look?.wall?.kind === 'error' ? undefined : look?.wall;
    },
    goesOn: (answer) => seenOf(answer)?.look?.goesOn,
  };
}
