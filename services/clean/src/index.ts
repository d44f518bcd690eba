export { cleanRole } from './clean.stage.ts';
export { openCleaner } from './open-cleaner.ts';
