import { drop, pass, type CleanArticle, type EnrichedArticle, type Fact, type FamilyFact, type Outcome, type StoryFact } from '@newsmill/contracts';
import { countWords } from '@newsmill/text';
import { contentHash } from './content-hash.ts';
import { detectLanguage, tidyTag, type DetectedLanguage } from './detect-language.ts';
import type { Duplicate } from './duplicates/find-duplicate.ts';
import { describeFamily, familyModel } from './duplicates/describe-family.ts';
import { findFamily } from './duplicates/find-family.ts';
import { memberOf, ownIdOf, storyMemberOf, type Known } from './look-up-for.ts';
import { placeInStory, storyModel } from './stories/place-in-story.ts';

/** Words that an adult reads in a minute, silently (Brysbaert 2019: 238 for English non-fiction). */
const wordsPerMinute = 238;
/** Bodies shorter than this say less about the language than title and body together. */
const shortBody = 80;

function languageOf(article: CleanArticle): DetectedLanguage {
  const claims = [article.language, article.entry?.language].filter((tag) => tag !== undefined);
  const text = article.text.length >= shortBody ? article.text : `${article.text}\n${article.title}`;
  const detected = detectLanguage(text, claims);
  // A claim that agrees may say more, such as zh-Hant or pt-BR.
  const finer = claims.map(tidyTag).find((tag) => tag?.startsWith(`${detected.tag}-`));
  return finer === undefined ? detected : { ...detected, tag: finer };
}

function factsOf(language: DetectedLanguage, duplicate: Duplicate | undefined, story: StoryFact, family: FamilyFact | undefined): Fact[] {
  const facts: Fact[] = [{ name: 'language', value: language.tag, by: language.by, confidence: language.confidence }];
  if (duplicate !== undefined) facts.push({ name: 'duplicate-of', value: duplicate.id, by: familyModel, confidence: duplicate.similarity });
  if (family !== undefined) facts.push({ name: 'family', value: family, by: familyModel, confidence: family.similarity });
  facts.push({ name: 'story', value: story, by: storyModel, confidence: story.similarity });
  return facts;
}

/**
 * Adds what the text itself proves. An article whose address belongs to another item is dropped as its duplicate; one
 * whose text is a copy of one that was published earlier passes, linked to it; copies that were published later are named, to be linked.
 */
export function enrichArticle(article: CleanArticle, known: Known): Outcome<EnrichedArticle> {
  if (known.owner !== '' && known.owner !== article.item) return drop('duplicate-of', known.articleId);
  const id = known.articleId === '' ? ownIdOf(article) : known.articleId;
  const language = languageOf(article);
  const member = memberOf(article, id);
  const family = findFamily(member, known.candidates);
  const { original: duplicate, copies } = family;
  const wordCount = countWords(article.text);
  return pass({
    ...article,
    id,
    languageDetected: language.tag,
    languageConfidence: language.confidence,
    contentHash: contentHash(article.title, article.text),
    ...(duplicate === undefined ? {} : { duplicateOf: duplicate.id, duplicateSince: duplicate.since, familyId: duplicate.id, similarity: duplicate.similarity }),
    copies: copies.map(({ id: copy, similarity }) => ({ id: copy, similarity })),
    wordCount,
    readingMinutes: wordCount === 0 ? 0 : Math.max(1, Math.round(wordCount / wordsPerMinute)),
    facts: factsOf(language, duplicate, placeInStory(storyMemberOf(article, id), known.candidates), describeFamily({ ...member, text: article.text, agencies: article.agencies }, family, known.candidates)),
  });
}
