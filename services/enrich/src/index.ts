export { EnrichModule } from './enrich.module.ts';
export { createModelAdviser, type ModelAdviser } from './model-adviser.ts';
export { loadEnrichers, type EnricherChoice } from './load-enrichers.ts';
