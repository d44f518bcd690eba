export { runMill, BadSources, type Mill } from './run-mill.ts';
export { serveDemo, demoSources } from './serve-demo.ts';
export { auditMill, type Audit } from './audit-mill.ts';
export { readDeadLetters, replayDeadLetters } from './dead-letters.ts';
export { traceUrl } from './trace-url.ts';
export { previewUrl } from './preview-url.ts';
