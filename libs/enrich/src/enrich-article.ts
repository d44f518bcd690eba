import { drop, factOf, pass, type CleanArticle, type EnrichedArticle, type Outcome } from '@newsmill/contracts';
import { countWords } from '@newsmill/text';
import { contentHash } from './content-hash.ts';
import type { Enricher } from './enricher.ts';
import { usualEnrichers } from './enrichers.ts';
import { findFamily } from './find-family.ts';
import { ownIdOf, sinceOf, sketchOfArticle, type Known } from './look-up-for.ts';
import { runEnrichers } from './run-enrichers.ts';

/** Words that an adult reads in a minute, silently (Brysbaert 2019: 238 for English non-fiction). */
const wordsPerMinute = 238;

/**
 * Adds what the text itself proves. An article whose address belongs to another item is dropped as its duplicate; one
 * whose text is a copy of one that was published earlier passes, linked to it; copies that were published later are named, to be linked.
 */
export function enrichArticle(article: CleanArticle, known: Known, enrichers: readonly Enricher[] = usualEnrichers): Outcome<EnrichedArticle> {
  if (known.owner !== '' && known.owner !== article.item) return drop('duplicate-of', known.articleId);
  const id = known.articleId === '' ? ownIdOf(article) : known.articleId;
  const { original: duplicate, copies } = findFamily({ id, since: sinceOf(article), sketch: sketchOfArticle(article) }, known.candidates);
  const facts = [...runEnrichers(enrichers, { article, id, known, facts: duplicate === undefined ? [] : [{ name: 'duplicate-of', value: duplicate.id, by: 'shingles/1', confidence: duplicate.similarity }] })];
  const wordCount = countWords(article.text);
  return pass({
    ...article,
    id,
    languageDetected: factOf(facts, 'language'),
    languageConfidence: facts.find((fact) => fact.name === 'language')?.confidence,
    contentHash: contentHash(article.title, article.text),
    ...(duplicate === undefined ? {} : { duplicateOf: duplicate.id, duplicateSince: duplicate.since, familyId: duplicate.id, similarity: duplicate.similarity }),
    copies: copies.map(({ id: copy, similarity }) => ({ id: copy, similarity })),
    wordCount,
    readingMinutes: wordCount === 0 ? 0 : Math.max(1, Math.round(wordCount / wordsPerMinute)),
    facts,
  });
}
