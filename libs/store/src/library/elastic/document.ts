import type { ArticleDocument } from '@newsmill/contracts';
import type { ArticleLink } from '../library.ts';
import { directionOf } from '../rank/nearness.ts';
import { analyzedLanguage } from './analysis.ts';
import { articleFields } from './fields.ts';

type LinkedField = 'duplicateOf' | 'familyId' | 'similarity';
/** What the document itself says of its original; hidden while a link holds. */
type Written = Partial<Pick<ArticleDocument, LinkedField>>;

/**
 * An article as it lies in the index: fields that are not in the mapping stand under `rest`, and what a link
 * replaced under `linked`.
 */
export interface StoredDocument extends ArticleDocument {
  readonly rest?: Readonly<Record<string, unknown>>;
  readonly linked?: Written;
}

/**
 * The document as bulk JSON, with the time it is taken in (epoch milliseconds), its link and its text for the
 * analyzer of its language.
 */
export function storedJson(
  document: ArticleDocument,
  link: ArticleLink | undefined,
  indexed: number,
): string {
  const known: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(document))
    (Object.hasOwn(articleFields, name) && (name !== 'vector' || directionOf(document.vector) !== undefined)
      ? known
      : rest)[name] = value;
  known['indexed'] = new Date(indexed).toISOString();
  if (Object.keys(rest).length > 0) known['rest'] = rest;
  if (link !== undefined) {
    const { duplicateOf, familyId, similarity } = document;
    known['linked'] = { duplicateOf, familyId, similarity } satisfies Written;
    Object.assign(known, {
      duplicateOf: link.duplicateOf,
      familyId: link.duplicateOf,
      similarity: link.similarity,
    });
  }
  const language = analyzedLanguage(document.language);
  if (language !== undefined)
    known['stemmed'] = {
      title: { [language]: document.title },
      summary: { [language]: document.summary ?? '' },
      content: { [language]: document.content },
    };
  return JSON.stringify(known);
}

/** The document as readers see it, with what its link says. */
export function readDocument({ rest, linked, ...known }: StoredDocument): ArticleDocument {
  return { ...known, ...rest };
}

/** The document as it was written, without the time it was taken in. */
export function writtenDocument(stored: StoredDocument): ArticleDocument {
  const document = readDocument(stored);
  delete document.indexed;
  if (stored.linked === undefined) return document;
  const { duplicateOf, familyId, similarity, ...others } = document;
  return { ...others, ...stored.linked };
}

/** Whether the stored document says what its link says. */
export function hasLink(stored: Pick<StoredDocument, LinkedField | 'linked'>, link: ArticleLink): boolean {
  return (
    stored.linked !== undefined &&
    stored.duplicateOf === link.duplicateOf &&
    stored.similarity === link.similarity
  );
}
