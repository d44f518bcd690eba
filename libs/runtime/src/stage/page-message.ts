import type { HeldArticle } from '@newsmill/contracts';

/** What every input of a stage carries. */
export interface PageMessage {
  readonly item: string;
  readonly url: string;
  readonly sourceId: string;
  readonly firstSeen: number;
  readonly fetchedAt: number;
  readonly held?: HeldArticle | undefined;
}
