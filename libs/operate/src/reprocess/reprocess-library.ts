import { isDeepStrictEqual } from 'node:util';
import { factOf, knowsNothing, type ArticleDocument, type Fact } from '@newsmill/contracts';
import { BadEnrichers, readingMinutes, rerunEnrichers, type Enricher } from '@newsmill/enrich';
import { searchableFacts, toArticle } from '@newsmill/search';
import type { Library } from '@newsmill/store';
import { primaryLanguage } from '@newsmill/text';
import { withAdvice, type Advisory } from './advise-library.ts';
import { selectArticles, type ReprocessFilter } from './select-articles.ts';

export interface Reprocessed {
  readonly read: number;
  /** Articles whose facts are others now. */
  readonly changed: number;
  /**
   * Articles of which a newer version came meanwhile, or that are gone: their facts are of the code of now,
   * or not needed.
   */
  readonly overtaken: number;
  /**
   * Articles of an older version, without what page and feed claimed: what an enricher found by it stands.
   */
  readonly kept: number;
}

const batchSize = 100;
/** A language model is slow: what it has said is kept soon. */
const adviceSize = 16;

/** The facts as enrich made them: the vector, which documents hold in a field of its own, is one of them. */
export function factsOf({
  facts = [],
  vector,
  ingest,
}: Pick<ArticleDocument, 'facts' | 'vector' | 'ingest'>): readonly Fact[] {
  return vector === undefined
    ? facts
    : [...facts, { name: 'vector', value: vector, by: ingest.evidence?.vectorBy ?? '' }];
}

/** The same facts, in whatever order they stand; numbers as JSON writes them. */
function isSame(one: readonly Fact[], other: readonly Fact[]): boolean {
  const sorted = (facts: readonly Fact[]): unknown =>
    JSON.parse(JSON.stringify(facts.toSorted((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1))));
  return isDeepStrictEqual(sorted(one), sorted(other));
}

/**
 * Whether an enricher keeps what it found in a document, for the document does not hold what it found it by.
 */
function keepsFinding({ readsClaims }: Enricher, { ingest }: ArticleDocument): boolean {
  return readsClaims === true && ingest.evidence === undefined;
}

export type Again = Pick<Reprocessing, 'enrichers' | 'list' | 'pipelineVersion'>;

/** The document with the facts of these enrichers found again; the same object when nothing changed. */
export function withFacts(
  document: ArticleDocument,
  { enrichers, list, pipelineVersion }: Again,
): ArticleDocument {
  const before = factsOf(document);
  const names = new Set(
    enrichers.filter((enricher) => !keepsFinding(enricher, document)).map(({ name }) => name),
  );
  const found = rerunEnrichers(list, ({ name }) => names.has(name), {
    article: toArticle(document),
    id: document.id,
    known: knowsNothing,
    facts: before,
  });
  // Older documents do not say which table made their vector: the same numbers are the same vector.
  const { evidence } = document.ingest;
  if (
    isSame(
      before,
      evidence?.vectorBy === undefined
        ? found.map((fact) => (fact.name === 'vector' ? { ...fact, by: '' } : fact))
        : found,
    )
  )
    return document;
  const facts = found.filter(({ name }) => name !== 'vector');
  const language = facts.find((fact) => fact.name === 'language');
  return {
    ...document,
    ...searchableFacts(facts, document.id),
    ...(typeof language?.value === 'string'
      ? {
          language: language.value,
          languageDetected: language.value,
          languageConfidence: language.confidence,
          readingMinutes: readingMinutes(document.content, primaryLanguage(language.value) ?? 'und'),
        }
      : {}),
    facts,
    vector: factOf(found, 'vector'),
    ingest: {
      ...document.ingest,
      pipelineVersion,
      ...(evidence === undefined
        ? {}
        : { evidence: { ...evidence, vectorBy: found.find(({ name }) => name === 'vector')?.by } }),
    },
  };
}

export interface Reprocessing {
  /** Those that run again. */
  readonly enrichers: readonly Enricher[];
  /** All whose facts the articles may hold, in the order in which they ran; `enrichers` are among them. */
  readonly list: readonly Enricher[];
  readonly filter: ReprocessFilter;
  readonly pipelineVersion: string;
  readonly isDryRun: boolean;
  /** Told of each batch: how many articles were read, of about how many. */
  readonly report?: (done: number, total: number) => void;
  /** Given: a language model is asked about the articles too. */
  readonly advisory?: Advisory;
}

/**
 * Finds the facts of some enrichers again for the articles of a library, from what it holds; versions stay as
 * they are, and the mill may run meanwhile. Where nothing is new, nothing changes. Throws BadEnrichers for
 * enrichers that need what the state knows of other articles.
 */
export async function reprocessLibrary(
  library: Library,
  { filter, isDryRun, advisory, report, ...again }: Reprocessing,
): Promise<Reprocessed> {
  const asking = again.enrichers.filter((enricher) => enricher.asksState === true);
  if (asking.length > 0)
    throw new BadEnrichers(
      asking.map(({ name }) => `${name} compares articles as they arrive and cannot run again by itself`),
    );
  let [read, changed, overtaken, kept] = [0, 0, 0, 0];
  const limit = advisory === undefined ? batchSize : adviceSize;
  for await (const { documents: before, total } of selectArticles(library, filter, { limit })) {
    read += before.length;
    const found = before.map((document) => withFacts(document, again));
    kept += before.filter((document) =>
      again.enrichers.some((enricher) => keepsFinding(enricher, document)),
    ).length;
    const after = advisory === undefined || isDryRun ? found : await withAdvice(found, advisory);
    const others = after.filter((document, index) => document !== before[index]);
    const results = others.length === 0 || isDryRun ? [] : await library.amend(others);
    changed += others.length - results.filter(({ kind }) => kind !== 'written').length;
    overtaken += results.filter(({ kind }) => kind === 'stale').length;
    for (const result of results)
      if (result.kind === 'rejected')
        throw new Error(`the library refuses an article that it had: ${result.detail}`);
    report?.(read, total);
  }
  return { read, changed, overtaken, kept };
}
