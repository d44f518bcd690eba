export { runMill, type Mill } from './process/run-mill.ts';
export { serviceNames, type ServiceName } from './process/service-names.ts';
