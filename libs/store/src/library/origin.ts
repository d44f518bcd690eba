import type { ArticleDocument } from '@newsmill/contracts';

/** The fields of an article that say where it came from. */
export const originFields = ['id', 'url', 'sourceId', 'version', 'firstSeen', 'ingest'] as const;

/** Where an article came from: what audits, checks and repairs ask of every one of them. */
export type ArticleOrigin = Pick<ArticleDocument, (typeof originFields)[number]>;

/** Of an article, where it came from. */
export function originOf({ id, url, sourceId, version, firstSeen, ingest }: ArticleOrigin): ArticleOrigin {
  return { id, url, sourceId, version, firstSeen, ingest };
}
