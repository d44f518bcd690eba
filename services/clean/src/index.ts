export { cleanStage, cleanRole } from './clean.stage.ts';
