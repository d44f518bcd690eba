export { runMill, type Mill } from './process/run-mill.ts';
export { serviceNames, type ServiceName } from './process/service-names.ts';
export { serveDemo, demoSources } from './demo/serve-demo.ts';
export { testSources } from './commands/sources/recorded.ts';
export { version } from './version.ts';
