export { enrichArticle, measureArticle } from './enrich-article.ts';
export { listEnrichers, modelsOf, type EnricherOptions } from './enrichers.ts';
export { chooseEnrichers, isModulePath, BadEnrichers } from './choose-enrichers.ts';
export { readEnricher } from './read-enricher.ts';
export { runEnrichers, rerunEnrichers, type Unenriched } from './run-enrichers.ts';
export { type Enricher, type Enrichable, type MadeFact } from './enricher.ts';
export { extendArticle } from './extensions/extend-article.ts';
export { nextStop } from './extensions/next-stop.ts';
export { enrichLookUp, lookUpFor, fingerprintOf, sinceOf, storyKey } from './look-up-for.ts';
export { detectLanguage, type DetectedLanguage } from './language/detect-language.ts';
export { sketchOf, bandsOf, writeSketch, type Sketch } from './duplicates/text-sketch.ts';
export { findDuplicates, type Copy, type Duplicate } from './duplicates/find-duplicate.ts';
export {
  findFamily,
  type Family,
  type Member,
  type Relation,
  type Relative,
} from './duplicates/find-family.ts';
export { findDates, type DatesInput } from './dates/find-dates.ts';
export { findMoney, type MoneyInput } from './amounts/find-money.ts';
export { findQuantities, type QuantitiesInput } from './amounts/find-quantities.ts';
export { loadVectors } from './vectors/load-vectors.ts';
export { type Vectors } from './vectors/create-vectors.ts';
export { packVector } from './vectors/pack-vector.ts';
export { modelQuestion, type ModelArticle, type ModelQuestion } from './model-step/model-question.ts';
export {
  answerForms,
  chatRequest,
  readCompletion,
  type AnswerForm,
  type ChatOptions,
} from './model-step/chat-request.ts';
export { checkAnswer, isAnswerTo, modelFact, type CheckedAnswer } from './model-step/check-answer.ts';
export { answerKey, budgetEntry, mostTokensOf } from './model-step/token-budget.ts';
export { entitySpans } from './entities/entity-spans.ts';
export { type Mention } from './entities/mention.ts';
export { storySketchOf, storyBandsOf, type StorySketch } from './stories/story-sketch.ts';
export { placeInStory, writeStoryMember, type StoryMember } from './stories/place-in-story.ts';
export { type StoryText } from './stories/read-terms.ts';
export { findQuotes, type QuotesInput } from './quotes/find-quotes.ts';
export { trainTopics, TooFewTexts, type LabelledText, type TrainOptions } from './topics/train-topics.ts';
export { writeTopicModel, BadTopicModel, type TopicModel } from './topics/topic-model.ts';
export { applyTopicModel, type ScoredLabel } from './topics/apply-topic-model.ts';
export { findKeyPhrases, type PhraseInput } from './phrases/find-key-phrases.ts';
export { readingMinutes } from './summary/reading-minutes.ts';
export { codeOfSection } from './topics/section-names.ts';
export { readLabelledText, BadLabelledLine } from './topics/read-labelled-text.ts';
export { usualModels } from './usual-models.ts';
