import {
  changedKey,
  changedMs,
  drop,
  factOf,
  accept,
  type CleanArticle,
  type EnrichedArticle,
  type Fact,
  type Known,
  type Outcome,
} from '@newsmill/contracts';
import { countWords, primaryLanguage } from '@newsmill/text';
import { contentHash } from './content-hash.ts';
import type { Duplicate } from './duplicates/find-duplicate.ts';
import { familyOf } from './duplicates/family-of.ts';
import { findTwin, hasOtherText } from './duplicates/find-family.ts';
import type { Enricher } from './enricher.ts';
import { duplicatesName } from './duplicates/duplicates-enricher.ts';
import { usualEnrichers } from './enrichers.ts';
import { memberOf, memoryMs, ownIdOf, storyKey } from './look-up-for.ts';
import { runEnrichers } from './run-enrichers.ts';
import { readingMinutes } from './summary/reading-minutes.ts';

type Links = Pick<
  EnrichedArticle,
  'duplicateOf' | 'duplicateSince' | 'familyId' | 'similarity' | 'copies' | 'bridged'
>;

/** What the article is a copy of, and the copies of it, as the library links them. */
function linksOf(article: CleanArticle, id: string, known: Known): Links {
  const { original, copies, bridged } = familyOf(article, id, known).family;
  const plain = (links: readonly Duplicate[]) =>
    links.map(({ id: copy, similarity }) => ({ id: copy, similarity }));
  if (original === undefined) return { copies: plain(copies) };
  return {
    duplicateOf: original.id,
    duplicateSince: original.since,
    familyId: original.id,
    similarity: original.similarity,
    copies: plain(copies),
    ...(bridged.length === 0 ? {} : { bridged: plain(bridged) }),
  };
}

/** What enrich measures of a text, besides its facts. */
type Measures = Pick<
  EnrichedArticle,
  'languageDetected' | 'languageConfidence' | 'contentHash' | 'wordCount' | 'readingMinutes'
>;

/** Language, hash and length of an article, by its facts. */
export function measureArticle(article: CleanArticle, facts: readonly Fact[]): Measures {
  const language = factOf(facts, 'language');
  return {
    languageDetected: language,
    languageConfidence: facts.find((fact) => fact.name === 'language')?.confidence,
    contentHash: contentHash(article.title, article.text),
    wordCount: countWords(article.text),
    readingMinutes: readingMinutes(
      article.text,
      primaryLanguage(language ?? article.language ?? article.entry?.language ?? '') ?? 'und',
    ),
  };
}

/** What was cleaned again is nothing of the article: enrichers are given what they were given at first. */
function again(
  { isAgain: _, ...article }: CleanArticle,
  known: Known,
  enrichers: readonly Enricher[],
): Outcome<EnrichedArticle> {
  const outcome = enrichArticle(article, known, enrichers);
  return outcome.kind === 'accept' ? { ...outcome, value: { ...outcome.value, isAgain: true } } : outcome;
}

/**
 * Adds what the text itself proves. An article whose address belongs to another item is dropped as its
 * duplicate, and so is one that came before under another form of its address (mobile, AMP, `www.`); one
 * whose text is a copy of one that was published earlier passes, linked to it; copies that were published
 * later are named, to be linked.
 */
export function enrichArticle(
  article: CleanArticle,
  known: Known,
  enrichers: readonly Enricher[] = usualEnrichers,
): Outcome<EnrichedArticle> {
  if (article.isAgain === true) return again(article, known, enrichers);
  if (known.owner !== '' && known.owner !== article.item) return drop('duplicate-of', known.articleId);
  const id = known.articleId === '' ? ownIdOf(article) : known.articleId;
  const own = memberOf(article, id, known);
  // An article that is in the library under this id stays there.
  const twin =
    article.held?.articleId === id || !enrichers.some(({ name }) => name === duplicatesName)
      ? undefined
      : findTwin(own, known.candidates);
  if (twin !== undefined) return drop('duplicate-of', twin);
  const facts = [...runEnrichers(enrichers, { article, id, known, facts: [] })];
  const story = factOf(facts, 'story');
  const enriched = accept({
    ...article,
    id,
    ...measureArticle(article, facts),
    ...(enrichers.some(({ name }) => name === duplicatesName) ? linksOf(article, id, known) : { copies: [] }),
    facts,
  });
  const remember = [
    ...(story === undefined ? [] : [{ key: `${storyKey}${id}`, value: story.id, ttlMs: memoryMs }]),
    ...(hasOtherText(own, known.candidates)
      ? [{ key: changedKey(article.item), value: String(article.fetchedAt), ttlMs: changedMs }]
      : []),
  ];
  return remember.length === 0 ? enriched : { ...enriched, remember };
}
