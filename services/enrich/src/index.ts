export { enrichRole } from './enrich.stage.ts';
export { createModelAdviser, type ModelAdviser } from './model-adviser.ts';
export { loadEnrichers, type EnricherChoice } from './load-enrichers.ts';
