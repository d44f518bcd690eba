export { enrichStage, enrichRole } from './enrich.stage.ts';
export { loadEnrichers, type EnricherChoice } from './load-enrichers.ts';
