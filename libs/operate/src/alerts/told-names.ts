import { createHash } from 'node:crypto';
import type { AlertUnit, ArticleDocument, ArticleEdit } from '@newsmill/contracts';

function shortName(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 12);
}

/**
 * Short names under which an article is remembered once it was told: that of its family or story, and its
 * own, for one that is linked to an original later belongs to another family than when it was told. Where an edit
 * is told, it is remembered by that: the next one is news again.
 */
export function toldNames(
  {
    id,
    familyId,
    duplicateOf,
    storyId,
  }: Pick<ArticleDocument, 'id' | 'familyId' | 'duplicateOf' | 'storyId'>,
  unit: AlertUnit,
  edit?: ArticleEdit,
): readonly string[] {
  if (edit !== undefined) return [shortName(`${id} ${edit.at}`)];
  const family = familyId ?? duplicateOf ?? id;
  const units: Readonly<Record<AlertUnit, string>> = { article: id, family, story: storyId ?? family };
  return [...new Set([units[unit], id])].map(shortName);
}
