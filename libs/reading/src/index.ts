export { openReadingThread, type ReadingThread, Unreadable } from './reading-thread.ts';
export {
  type FirstLook,
  type PageContinuation,
  type ReceivedBody,
  type Rehearsal,
  type Shown,
} from './readings.ts';
export { firstLookAt } from './first-look-at.ts';
export { nextPageOf } from './next-page-of.ts';
