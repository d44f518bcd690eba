import {
  heldArticleOf,
  type DropReason,
  type FetchItem,
  type HttpAnswer,
  type LedgerEvent,
  type Visit,
  type VisitQuestion,
} from '@newsmill/contracts';
import type { Wall } from '@newsmill/text';
import { fallBackToEntry } from './fall-back-to-entry.ts';
import { isPublished, nextRevisit } from './page-life.ts';
import { isUnderWay } from './read-gone.ts';
import type { PageContext } from './read-page-visit.ts';
import { askedToWait, settle } from './settle-visit.ts';

/** The reason by which the ledger names a wall. */
function reasonOf({ kind }: Wall): DropReason {
  return `not-article-${kind}`;
}

/** What stays of an item whose page is walled: the article of an earlier visit, where there is one. */
function kept(item: FetchItem, end: Visit, events: readonly LedgerEvent[]): Visit {
  const articleId = heldArticleOf(events);
  if (articleId !== undefined && end.fate !== undefined) {
    const detail = `${end.fate.detail ?? ''}; the article of an earlier visit stays`;
    return { ...end, fate: { ...end.fate, fate: 'indexed', articleId, detail } };
  }
  if (!isUnderWay(item, events)) return end;
  const { fate: _, ...rest } = end;
  return rest;
}

/**
 * What follows where a wall was answered in the place of a page. It is no article, and its page is not gone:
 * an article of an earlier visit stays, and the memory of the page as it was. The whole text of the feed entry
 * stands in, as for a page that fails. The page is asked for again at the ages at which all are, and no more.
 */
export function readWallVisit(
  item: FetchItem,
  answer: Pick<HttpAnswer, 'status' | 'headers' | 'url'>,
  wall: Wall,
  context: PageContext,
): Visit | VisitQuestion {
  const { policy, moment } = context;
  const reason = reasonOf(wall);
  const detail = answer.status === 200 ? wall.why : `answered ${answer.status}: ${wall.why}`;
  const waitMs = askedToWait(answer, moment.now) ?? 0;
  const end: Visit = {
    settlement: settle(item, moment, {
      dueAt: nextRevisit(item, policy, moment.now + waitMs),
      domainFreeAt: waitMs > 0 ? moment.now + waitMs : undefined,
      data: { lastError: detail },
    }),
    fate: { fate: 'dropped', reason, detail },
    found: [],
  };
  const visit = fallBackToEntry(end, { item, ...context, trouble: reason, at: answer.url });
  if (!isPublished(item)) return visit;
  const asked = 'answer' in visit ? visit : { values: [], items: [], events: true, answer: () => visit };
  return {
    ...asked,
    events: true,
    answer(known) {
      const answered = asked.answer(known);
      return answered === end ? kept(item, end, known.events) : answered;
    },
  };
}
