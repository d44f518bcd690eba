export { CleanModule } from './clean.module.ts';
export { openCleaner } from './open-cleaner.ts';
export { grownSite } from './young-sites.ts';
