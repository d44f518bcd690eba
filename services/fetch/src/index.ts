export { BackfillProgress } from './backfill/backfill-progress.ts';
export { type BackfillPorts } from './backfill/backfill-ports.ts';
export { knownDemoSources } from './demo/open-demo.ts';
export { FetchModule } from './fetch.module.ts';
