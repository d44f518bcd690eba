export { runMill, BadSources, type Mill } from './run-mill.ts';
export { serviceNames, type ServiceName } from './service-names.ts';
export { serveDemo, demoSources } from './serve-demo.ts';
export { auditMill, type Audit } from './audit-mill.ts';
export { readDeadLetters, replayDeadLetters } from './dead-letters.ts';
export { traceUrl } from './trace-url.ts';
export { previewUrl } from './preview-url.ts';
export { backupMill, type BackupPorts, type BackupOptions } from './backup-mill.ts';
export { restoreMill, type RestoreOptions, type Restored } from './restore-mill.ts';
