import { factOf, type ArticleDocument, type Fact } from '@newsmill/contracts';
import { BadEnrichers, rerunEnricher, type Enricher } from '@newsmill/enrich';
import { knowsNothing } from '@newsmill/runtime';
import { searchableFacts, toArticle } from '@newsmill/search';
import type { Library } from '@newsmill/store';
import { withAdvice, type Advise } from './advise-library.ts';

/** Which articles get their facts anew. */
export interface ReprocessFilter {
  readonly sourceId?: string;
  /** ISO 8601, inclusive, on the publication date. */
  readonly from?: string;
  /** ISO 8601, exclusive. */
  readonly to?: string;
}

export interface Reprocessed {
  readonly read: number;
  /** Articles whose facts are others now. */
  readonly changed: number;
  /** Articles of which a newer version came meanwhile, or that are gone: their facts are of the code of now, or not needed. */
  readonly overtaken: number;
}

const batchSize = 100;
/** A language model is slow: what it has said is kept soon. */
const adviceSize = 16;

function isWanted(document: ArticleDocument, { sourceId, from, to }: ReprocessFilter): boolean {
  const published = Date.parse(document.published);
  return (
    (sourceId === undefined || document.sourceId === sourceId) &&
    (from === undefined || published >= Date.parse(from)) &&
    (to === undefined || published < Date.parse(to))
  );
}

/** The document with the facts of these enrichers found anew; the same object when nothing changed. */
export function withFacts(
  document: ArticleDocument,
  enrichers: readonly Enricher[],
  pipelineVersion: string,
): ArticleDocument {
  const article = toArticle(document);
  const before: readonly Fact[] = document.facts ?? [];
  const found = enrichers.reduce(
    (known, enricher) =>
      rerunEnricher(enricher, { article, id: document.id, known: knowsNothing, facts: known }),
    before,
  );
  // The vector is a field of its own and stands nowhere else.
  const facts = found.filter(({ name }) => name !== 'vector');
  const vector = enrichers.some((enricher) => enricher.facts.includes('vector'))
    ? factOf(found, 'vector')
    : document.vector;
  if (JSON.stringify([facts, vector]) === JSON.stringify([before, document.vector])) return document;
  const language = facts.find((fact) => fact.name === 'language');
  return {
    ...document,
    ...searchableFacts(facts, document.id),
    ...(typeof language?.value === 'string'
      ? {
          language: language.value,
          languageDetected: language.value,
          languageConfidence: language.confidence,
        }
      : {}),
    facts,
    vector,
    ingest: { ...document.ingest, pipelineVersion },
  };
}

export interface Reprocessing {
  readonly enrichers: readonly Enricher[];
  readonly filter: ReprocessFilter;
  readonly pipelineVersion: string;
  readonly isDryRun: boolean;
  /** Given: a language model is asked about the articles too. */
  readonly advise?: Advise;
}

/**
 * Finds the facts of some enrichers anew for the articles of a library, from the text that it holds; versions stay as they are, and
 * the mill may run meanwhile. Throws BadEnrichers for enrichers that need what the state knows of other articles.
 */
export async function reprocessLibrary(
  library: Library,
  { enrichers, filter, pipelineVersion, isDryRun, advise }: Reprocessing,
): Promise<Reprocessed> {
  const asking = enrichers.filter((enricher) => enricher.asksState === true);
  if (asking.length > 0)
    throw new BadEnrichers(
      asking.map(({ name }) => `${name} compares articles as they arrive and cannot be run again alone`),
    );
  let [read, changed, overtaken] = [0, 0, 0];
  const waiting: ArticleDocument[] = [];
  const flush = async (): Promise<void> => {
    const before = waiting.splice(0);
    const found = before.map((document) => withFacts(document, enrichers, pipelineVersion));
    const after = advise === undefined || isDryRun ? found : await withAdvice(found, advise);
    const others = after.filter((document, index) => document !== before[index]);
    const results = others.length === 0 || isDryRun ? [] : await library.amend(others);
    changed += others.length - results.filter(({ kind }) => kind !== 'written').length;
    overtaken += results.filter(({ kind }) => kind === 'stale').length;
    for (const result of results)
      if (result.kind === 'rejected')
        throw new Error(`the library refuses an article that it held: ${result.detail}`);
  };
  for await (const record of library.exportRecords()) {
    if (record.kind !== 'document' || !isWanted(record.document, filter)) continue;
    read += 1;
    waiting.push(record.document);
    if (waiting.length >= (advise === undefined ? batchSize : adviceSize)) await flush();
  }
  await flush();
  return { read, changed, overtaken };
}
