export { enrichArticle } from './enrich-article.ts';
export { lookUpFor, fingerprintOf, sinceOf, type LookUp, type Known } from './look-up-for.ts';
export { detectLanguage, type DetectedLanguage } from './detect-language.ts';
export { sketchOf, bandsOf, writeSketch, readSketch, type Sketch } from './text-sketch.ts';
export { findDuplicate, type Candidate, type Duplicate } from './find-duplicate.ts';
export { contentHash } from './content-hash.ts';
export { trainTopics, TooFewTexts, type LabelledText, type TrainOptions } from './topics/train-topics.ts';
export { readTopicModel, writeTopicModel, TopicModelFile, BadTopicModel, type TopicModel } from './topics/topic-model.ts';
export { applyTopicModel, type ScoredLabel } from './topics/apply-topic-model.ts';
