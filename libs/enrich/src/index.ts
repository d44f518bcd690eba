export { enrichArticle } from './enrich-article.ts';
export { lookUpFor, fingerprintOf, sinceOf, type LookUp, type Known } from './look-up-for.ts';
export { detectLanguage, type DetectedLanguage } from './detect-language.ts';
export { sketchOf, bandsOf, writeSketch, readSketch, type Sketch } from './text-sketch.ts';
export { findDuplicate, type Candidate, type Duplicate } from './find-duplicate.ts';
export { contentHash } from './content-hash.ts';
export { findDates, datesRule, type DatesInput } from './dates/find-dates.ts';
export { findMoney, moneyRule, type MoneyInput } from './amounts/find-money.ts';
export { findQuantities, quantitiesRule, type QuantitiesInput } from './amounts/find-quantities.ts';
