/** @public A program that has a mill in its own process starts it by this. */
export { runMill, type Mill } from './process/run-mill.ts';
