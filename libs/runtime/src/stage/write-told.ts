import { articleEnriched, writeMessage, type ArticleTold, type StageName } from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';

/** Tells the index stage which sources have told of a page, and to which article it leads where that is known. */
export function writeTold(
  telling: Pick<ArticleTold, 'item' | 'url' | 'sourceId' | 'sources' | 'articleId' | 'firstSeen'>,
  { source, time }: { readonly source: StageName; readonly time: number },
): OutgoingMessage {
  const value: ArticleTold = { ...telling, told: true, fetchedAt: 0 };
  return {
    topic: articleEnriched.name,
    ...writeMessage(articleEnriched, value, { key: telling.item, source, time }),
  };
}
