export { runMill, type Mill } from './process/run-mill.ts';
