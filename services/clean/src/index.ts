export { cleanRole } from './clean.stage.ts';
