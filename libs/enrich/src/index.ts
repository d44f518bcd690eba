export { enrichArticle } from './enrich-article.ts';
export { lookUpFor, fingerprintOf, sinceOf, type LookUp, type Known } from './look-up-for.ts';
export { detectLanguage, type DetectedLanguage } from './detect-language.ts';
export { sketchOf, bandsOf, writeSketch, readSketch, type Sketch } from './duplicates/text-sketch.ts';
export { findDuplicate, findDuplicates, type Candidate, type Copy, type Duplicate } from './duplicates/find-duplicate.ts';
export { findFamily, type Family, type Member, type Relation, type Relative } from './duplicates/find-family.ts';
export { describeFamily, familyModel, type DescribedMember } from './duplicates/describe-family.ts';
export { findEdits, type Edits } from './duplicates/find-edits.ts';
export { contentHash } from './content-hash.ts';
