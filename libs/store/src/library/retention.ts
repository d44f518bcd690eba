import type { ArticleDocument } from '@newsmill/contracts';

/** Articles that are kept no longer: all that fulfil everything that a rule says. */
export interface RetentionRule {
  readonly sourceId?: string;
  /** Without regard to case. */
  readonly licence?: string;
  /** Licences that have a rule of their own. */
  readonly exceptLicences?: readonly string[];
  /** Epoch milliseconds: first seen before then. */
  readonly before: number;
}

/** What must be known of an article to let it go. */
export type ExpiredArticle = Pick<
  ArticleDocument,
  'id' | 'version' | 'url' | 'sourceId' | 'firstSeen' | 'ingest'
>;

const folded = (licence: string | undefined): string => (licence ?? '').toLowerCase();

/** Whether one of the rules says that the article has had its time. */
export function isExpired(
  document: Pick<ArticleDocument, 'sourceId' | 'licence' | 'firstSeen'>,
  rules: readonly RetentionRule[],
): boolean {
  const seen = Date.parse(document.firstSeen);
  const licence = folded(document.licence);
  return rules.some(
    (rule) =>
      seen < rule.before &&
      (rule.sourceId === undefined || rule.sourceId === document.sourceId) &&
      (rule.licence === undefined || folded(rule.licence) === licence) &&
      rule.exceptLicences?.some((other) => folded(other) === licence) !== true,
  );
}
