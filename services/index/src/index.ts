export { indexRole, pipelineVersion } from './index.sink.ts';
