import { isDeepStrictEqual } from 'node:util';
import { discoveryDelay, newsMs, type ArticleDocument } from '@newsmill/contracts';
import type { Edited } from '../edit-history.ts';
import type { ArticleLink } from '../library.ts';
import { stemLanguage, stemmedText } from '../query/stems.ts';
import { completionEntries } from '../query/vocabulary.ts';
import { sourcesOf } from '../other-tellers.ts';
import { directionOf } from '../rank/nearness.ts';
import { analyzedLanguage } from './analysis.ts';
import { articleFields } from './fields.ts';

type LinkedField = 'duplicateOf' | 'familyId' | 'similarity';
/** What the document itself says of its original; hidden while a link holds. */
type Written = Partial<Pick<ArticleDocument, LinkedField>>;

/**
 * An article as it lies in the index: fields that are not in the mapping stand under `rest`, what a link
 * replaced under `linked`, the sources that told of it besides its own under `told`, what earlier versions
 * said under `was`, when it was taken in for the first time under `entered`, and how long after its publication it
 * was found and could be searched under `foundAfter` and `searchableAfter`.
 */
export interface StoredDocument extends ArticleDocument {
  readonly rest?: Readonly<Record<string, unknown>>;
  readonly linked?: Written;
  readonly told?: readonly string[];
  readonly was?: string;
  readonly entered?: string;
  readonly foundAfter?: number;
  readonly searchableAfter?: number;
}

/** What is known of an article beside its document. */
export interface Beside {
  readonly link: ArticleLink | undefined;
  /** The sources that told of it besides its own. */
  readonly told: readonly string[];
  readonly edited: Edited;
  /** When it is taken in, epoch milliseconds. */
  readonly indexed: number;
  /** When it was taken in for the first time, ISO 8601; undefined where that is not known. */
  readonly entered: string | undefined;
}

/** What is measured of an article; `entered`: when it was taken in for the first time, ISO 8601. */
function delaysOf(
  { published, publishedPrecision, firstSeen }: ArticleDocument,
  entered: string | undefined,
): Pick<StoredDocument, 'entered' | 'foundAfter' | 'searchableAfter'> {
  const seen = Date.parse(firstSeen);
  const foundAfter = discoveryDelay(published, publishedPrecision, seen);
  const after = Date.parse(entered ?? '') - seen;
  return {
    entered,
    foundAfter,
    searchableAfter:
      foundAfter === undefined || !(after <= newsMs) ? undefined : Math.max(0, foundAfter + after),
  };
}

/**
 * The document as bulk JSON, with what is known beside it, its stems, and its text for the analyzer of its language.
 */
export function storedJson(
  document: ArticleDocument,
  { link, told, edited, indexed, entered }: Beside,
): string {
  const known: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(document))
    (Object.hasOwn(articleFields, name) && (name !== 'vector' || directionOf(document.vector) !== undefined)
      ? known
      : rest)[name] = value;
  known['indexed'] = new Date(indexed).toISOString();
  known['sources'] = sourcesOf(document.sourceId, told);
  known['edits'] = edited.edits;
  if (told.length > 0) known['told'] = told;
  Object.assign(known, delaysOf(document, entered));
  if (edited.gone !== '') known['was'] = edited.gone;
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
  known['completions'] = [...completionEntries(document)];
  const { title, summary = '', content } = document;
  if (stemLanguage(document.language) !== undefined)
    known['stems'] = {
      title: stemmedText(title, document.language),
      summary: stemmedText(summary, document.language),
      content: stemmedText(content, document.language),
    };
  const language = analyzedLanguage(document.language);
  if (language !== undefined)
    known['stemmed'] = {
      title: { [language]: title },
      summary: { [language]: summary },
      content: { [language]: content },
    };
  return JSON.stringify(known);
}

/** The document as readers see it, with what its link says and who told of it. */
export function readDocument({
  rest,
  linked,
  told,
  was,
  entered,
  foundAfter,
  searchableAfter,
  ...known
}: StoredDocument): ArticleDocument {
  return { ...known, ...rest };
}

/** The document as it was written, without what the library adds. */
export function writtenDocument(stored: StoredDocument): ArticleDocument {
  const document = readDocument(stored);
  delete document.indexed;
  delete document.sources;
  delete document.edits;
  if (stored.linked === undefined) return document;
  const { duplicateOf, familyId, similarity, ...others } = document;
  return { ...others, ...stored.linked };
}

/** Whether the stored document names these sources besides its own. */
export function hasTellers({ told = [] }: Pick<StoredDocument, 'told'>, others: readonly string[]): boolean {
  return told.length === others.length && told.every((source, place) => source === others[place]);
}

/** Whether the stored document says this of its edits. */
export function hasEdits(
  { edits = [], was = '' }: Pick<StoredDocument, 'edits' | 'was'>,
  now: Edited,
): boolean {
  return was === now.gone && isDeepStrictEqual(edits, now.edits ?? []);
}

/** Whether the stored document says what its link says. */
export function hasLink(stored: Pick<StoredDocument, LinkedField | 'linked'>, link: ArticleLink): boolean {
  return (
    stored.linked !== undefined &&
    stored.duplicateOf === link.duplicateOf &&
    stored.similarity === link.similarity
  );
}
