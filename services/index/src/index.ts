export { indexSink, indexRole, pipelineVersion } from './index.sink.ts';
