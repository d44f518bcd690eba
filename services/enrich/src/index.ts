export { enrichStage, enrichRole } from './enrich.stage.ts';
