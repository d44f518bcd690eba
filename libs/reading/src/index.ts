export { openReadingThread, type ReadingThread, Unreadable } from './reading-thread.ts';
export { type ReceivedBody, type Shown } from './readings.ts';
export { passageOf } from './passage-of.ts';
export { nextPageOf } from './next-page-of.ts';
