import type { ArticleDocument, EnrichedArticle } from '@newsmill/contracts';
import { searchableFacts, toArticle } from '@newsmill/search';

/** Asks a language model about articles and gives them back with its facts. */
export type Advise = (articles: readonly EnrichedArticle[]) => Promise<readonly EnrichedArticle[]>;

/** A language model, as far as articles are concerned. */
export interface Advisory {
  readonly advise: Advise;
  /** Whether the facts of an article answer all that the model would be asked about it. */
  readonly hasAdvised: (article: EnrichedArticle) => boolean;
}

const isOfModel = ({ name }: { readonly name: string }) => name.startsWith('llm-');

function enriched(document: ArticleDocument): EnrichedArticle {
  const {
    id,
    contentHash,
    wordCount,
    readingMinutes,
    languageDetected,
    language,
    languageConfidence,
    facts = [],
  } = document;
  return {
    ...toArticle(document),
    id,
    contentHash,
    wordCount,
    readingMinutes,
    languageDetected: languageDetected ?? language,
    languageConfidence,
    copies: [],
    facts: [...facts],
  };
}

/** The article as the model is asked about it: without what a model said of it before. */
function unadvised(article: EnrichedArticle): EnrichedArticle {
  return { ...article, facts: article.facts.filter((fact) => !isOfModel(fact)) };
}

/**
 * The documents with what the model says of them now; one that it said everything of before is not asked
 * about, one that it says nothing of keeps what it had.
 */
export async function withAdvice(
  documents: readonly ArticleDocument[],
  { advise, hasAdvised }: Advisory,
): Promise<readonly ArticleDocument[]> {
  const open = documents.map(enriched).filter((article) => !hasAdvised(article));
  const advised = new Map(
    (open.length === 0 ? [] : await advise(open.map(unadvised))).map((article) => [article.id, article]),
  );
  return documents.map((document) => {
    const facts = advised.get(document.id)?.facts ?? [];
    const isNew = facts.some(isOfModel) && JSON.stringify(facts) !== JSON.stringify(document.facts ?? []);
    return isNew ? { ...document, ...searchableFacts(facts, document.id), facts: [...facts] } : document;
  });
}
