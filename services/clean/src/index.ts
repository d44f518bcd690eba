export { cleanRole } from './clean.stage.ts';
export { openCleaner } from './open-cleaner.ts';
export { grownSite } from './young-sites.ts';
