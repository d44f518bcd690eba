import type { ArticleDocument } from '@newsmill/contracts';
import type { ItemView, SourcesView } from '@newsmill/service-console';
import type { SearchAnswer } from '../shapes/answers.ts';
import type { SearchQuery } from '../shapes/parameters.ts';

/** What agents may ask; nothing here changes anything. Two forms: inside the mill, and over HTTP. Refusals are ApiProblems. */
export interface AgentDesk {
  search(query: Partial<SearchQuery>): Promise<SearchAnswer>;
  article(id: string): Promise<ArticleDocument | undefined>;
  sources(): Promise<SourcesView>;
  /** The fate of an address; undefined when nothing is known of it. */
  lookUp(url: string): Promise<ItemView | undefined>;
}
