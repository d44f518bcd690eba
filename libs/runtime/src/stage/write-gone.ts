import {
  articleEnriched,
  writeMessage,
  type ArticleGone,
  type DropReason,
  type StageName,
} from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import type { PageMessage } from './page-message.ts';

/** What leaves the library, and why; `movedTo`: id of the article to which the address leads now. */
export interface Leaving {
  readonly articleId: string;
  readonly detail: string;
  readonly reason?: DropReason;
  readonly movedTo?: string | undefined;
}

/** Tells the index stage that an article leaves the library, with the version of this visit. */
export function writeGone(
  { item, sourceId, url, fetchedAt, firstSeen }: PageMessage,
  { articleId, detail, reason, movedTo }: Leaving,
  { source, time }: { readonly source: StageName; readonly time: number },
): OutgoingMessage {
  const value: ArticleGone = {
    gone: true,
    item,
    sourceId,
    url,
    articleId,
    fetchedAt,
    firstSeen,
    detail,
    reason,
    movedTo,
  };
  return {
    topic: articleEnriched.name,
    ...writeMessage(articleEnriched, value, { key: item, source, time }),
  };
}
