import type { ArticleDocument } from '@newsmill/contracts';

/** Why no library can hold the document; undefined when one can. */
export function documentProblem(document: ArticleDocument): string | undefined {
  if (Number.isNaN(Date.parse(document.published)))
    return `published: ${JSON.stringify(document.published)} is no date`;
  if (!/^\d{4}-\d{2}/.test(document.firstSeen))
    return `firstSeen: ${JSON.stringify(document.firstSeen)} is no date`;
  if (!Number.isSafeInteger(document.version) || document.version < 0)
    return `version: ${document.version} is no whole number`;
  return undefined;
}
