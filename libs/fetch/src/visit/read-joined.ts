import {
  heldArticleOf,
  type FetchItem,
  type Moment,
  type Visit,
  type VisitKnown,
  type VisitQuestion,
} from '@newsmill/contracts';
import { looksLikeFollowingPage } from './find-next-page.ts';
import { isPublished } from './page-life.ts';
import { settle } from './settle-visit.ts';

/** Key under which the state keeps the id of the article that a page became part of. */
export function joinedKey(item: string): string {
  return `joined:${item}`;
}

/**
 * What follows from a visit to a page that a channel names, but that is part of an article which is had
 * already: it is a duplicate of that.
 */
export function readIfJoined(
  item: FetchItem,
  visit: Visit | VisitQuestion,
  moment: Moment,
): Visit | VisitQuestion {
  if (!looksLikeFollowingPage(item.url) || (!('answer' in visit) && visit.page === undefined)) return visit;
  const key = joinedKey(item.key);
  const asked = 'answer' in visit ? visit : { values: [], items: [], events: false, answer: () => visit };
  return {
    ...asked,
    values: [...asked.values, key],
    events: asked.events || isPublished(item),
    answer(known: VisitKnown): Visit {
      const articleId = known.values.get(key);
      if (articleId === undefined) return asked.answer(known);
      const detail = 'a further page of that article';
      const own = heldArticleOf(known.events);
      const gone =
        own === undefined || own === articleId
          ? {}
          : { gone: { articleId: own, detail, reason: 'duplicate-of' as const, movedTo: articleId } };
      return {
        settlement: settle(item, moment, { dueAt: null }),
        fate: { fate: 'duplicate', reason: 'duplicate-of', detail, articleId },
        found: [],
        ...gone,
      };
    },
  };
}
