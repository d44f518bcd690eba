export { IndexModule } from './index.module.ts';
export { pipelineVersion } from './write-arrivals.ts';
