export { enrichArticle } from './enrich-article.ts';
export { listEnrichers, modelsOf, usualEnrichers, type EnricherOptions } from './enrichers.ts';
export { chooseEnrichers, isModulePath, BadEnrichers } from './choose-enrichers.ts';
export { readEnricher } from './read-enricher.ts';
export { runEnrichers, rerunEnrichers, type Unenriched } from './run-enrichers.ts';
export { type Enricher, type Enrichable, type MadeFact } from './enricher.ts';
export { lookUpFor, fingerprintOf, sinceOf, storyKey } from './look-up-for.ts';
export { detectLanguage, languageModelName, type DetectedLanguage } from './language/detect-language.ts';
export { detectParagraphLanguages, type Paragraph } from './language/detect-paragraph-languages.ts';
export { sketchOf, bandsOf, writeSketch, readSketch, type Sketch } from './duplicates/text-sketch.ts';
export { findDuplicates, type Copy, type Duplicate } from './duplicates/find-duplicate.ts';
export {
  findFamily,
  type Family,
  type Member,
  type Relation,
  type Relative,
} from './duplicates/find-family.ts';
export { describeFamily, familyModel, type DescribedMember } from './duplicates/describe-family.ts';
export { contentHash } from './content-hash.ts';
export { findDates, datesRule, type DatesInput } from './dates/find-dates.ts';
export { findMoney, moneyRule, type MoneyInput } from './amounts/find-money.ts';
export { findQuantities, quantitiesRule, type QuantitiesInput } from './amounts/find-quantities.ts';
export { loadVectors } from './vectors/load-vectors.ts';
export { type Vectors } from './vectors/create-vectors.ts';
export { hasVectors } from './vectors/vector-languages.ts';
export { packVector } from './vectors/pack-vector.ts';
export {
  modelQuestion,
  promptVersion,
  type ModelArticle,
  type ModelQuestion,
} from './model-step/model-question.ts';
export {
  answerForms,
  chatRequest,
  readCompletion,
  type AnswerForm,
  type ChatOptions,
} from './model-step/chat-request.ts';
export {
  checkAnswer,
  isAnswerTo,
  modelFact,
  modelName,
  type CheckedAnswer,
} from './model-step/check-answer.ts';
export { answerKey, budgetEntry, mostTokensOf } from './model-step/token-budget.ts';
export { findEntities, type EntityText } from './entities/find-entities.ts';
export { entitySpans, entityMethod, entityModel, entityRules } from './entities/entity-spans.ts';
export { type Mention } from './entities/mention.ts';
export { storySketchOf, storyBandsOf, type StorySketch } from './stories/story-sketch.ts';
export {
  placeInStory,
  writeStoryMember,
  readStoryMember,
  storyModel,
  type StoryMember,
} from './stories/place-in-story.ts';
export { type StoryText } from './stories/read-terms.ts';
export { findQuotes, quotesRule, type QuotesInput } from './quotes/find-quotes.ts';
export { findDateline, datelineRule, type DatelineInput } from './dateline/find-dateline.ts';
export { trainTopics, TooFewTexts, type LabelledText, type TrainOptions } from './topics/train-topics.ts';
export {
  readTopicModel,
  writeTopicModel,
  TopicModelFile,
  BadTopicModel,
  type TopicModel,
} from './topics/topic-model.ts';
export { applyTopicModel, type ScoredLabel } from './topics/apply-topic-model.ts';
export { findKeyPhrases, keyPhraseRule, type PhraseInput } from './phrases/find-key-phrases.ts';
export { summarize, summaryRule, type SummaryInput } from './summary/summarize.ts';
export { measureReadability, readabilityRule } from './summary/measure-readability.ts';
export { readingMinutes } from './summary/reading-minutes.ts';
export { findTopics, topicModel, shippedTopicModel, type TopicInput } from './topics/find-topics.ts';
export { codeOfSection } from './topics/section-names.ts';
export { readLabelledText, BadLabelledLine } from './topics/read-labelled-text.ts';
