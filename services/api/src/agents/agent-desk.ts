import type { ArticleDocument, RelatedRequest } from '@newsmill/contracts';
import type { History, ItemView, SourcesView } from '@newsmill/operate';
import type { z } from 'zod';
import type { SearchAnswer } from '../shapes/answers.ts';
import type { RelatedAnswer, TimelineAnswer, TimelineQuery } from '../shapes/counts.ts';
import type { SearchQuery } from '@newsmill/operate';

/**
 * What agents may ask; nothing here changes anything. Two forms: inside the mill, and over HTTP. Refusals are
 * ApiProblems.
 */
export interface AgentDesk {
  search(query: Partial<SearchQuery>): Promise<SearchAnswer>;
  article(id: string): Promise<ArticleDocument | undefined>;
  /** The versions of an article; undefined when there is none of that id. */
  history(id: string): Promise<History | undefined>;
  /** Articles alike to one, or those in other languages only; undefined when there is none of that id. */
  related(
    id: string,
    limit: number,
    languages?: Exclude<RelatedRequest['languages'], 'same'>,
  ): Promise<RelatedAnswer | undefined>;
  timeline(query: Partial<TimelineQuery>): Promise<z.output<typeof TimelineAnswer>>;
  sources(): Promise<SourcesView>;
  /** The fate of an address; undefined when nothing is known of it. */
  lookUp(url: string): Promise<ItemView | undefined>;
}
