/** @public A program that has a mill in its own process starts it by this. */
export { startMill } from './start-mill.ts';
