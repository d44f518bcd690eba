import { type ArticleDocument, type EnrichedArticle } from '@newsmill/contracts';
import { searchableFacts, toArticle } from '@newsmill/search';

/** Asks a language model about articles and gives them back with its facts. */
export type Advise = (articles: readonly EnrichedArticle[]) => Promise<readonly EnrichedArticle[]>;

const isOfModel = ({ name }: { readonly name: string }) => name.startsWith('llm-');

/** The article as the model is asked about it: without what a model said of it before. */
function unadvised(document: ArticleDocument): EnrichedArticle {
  const { id, contentHash, wordCount, readingMinutes, language, languageConfidence, facts = [] } = document;
  return {
    ...toArticle(document),
    id,
    contentHash,
    wordCount,
    readingMinutes,
    languageDetected: language,
    languageConfidence,
    copies: [],
    facts: facts.filter((fact) => !isOfModel(fact)),
  };
}

/** The documents with what the model says of them now; one that it says nothing of keeps what it had. */
export async function withAdvice(
  documents: readonly ArticleDocument[],
  advise: Advise,
): Promise<readonly ArticleDocument[]> {
  const advised = await advise(documents.map(unadvised));
  return documents.map((document, index) => {
    const facts = advised[index]?.facts ?? [];
    const isNew = facts.some(isOfModel) && JSON.stringify(facts) !== JSON.stringify(document.facts ?? []);
    return isNew ? { ...document, ...searchableFacts(facts, document.id), facts: [...facts] } : document;
  });
}
