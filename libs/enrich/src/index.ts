export { enrichArticle } from './enrich-article.ts';
export { lookUpFor, fingerprintOf, sinceOf, type LookUp, type Known } from './look-up-for.ts';
export { detectLanguage, type DetectedLanguage } from './detect-language.ts';
export { sketchOf, bandsOf, writeSketch, readSketch, type Sketch } from './text-sketch.ts';
export { findDuplicate, type Candidate, type Duplicate } from './find-duplicate.ts';
export { contentHash } from './content-hash.ts';
export { findEntities, type EntityText } from './entities/find-entities.ts';
export { entitySpans, entityMethod, entityModel, entityRules } from './entities/entity-spans.ts';
export { type Mention } from './entities/tag-names.ts';
