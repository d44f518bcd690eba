import type { Note } from '@newsmill/contracts';
import { createMetrics, type Metrics } from '../metrics.ts';
import { createLogger, type LogOptions } from './create-logger.ts';
import { createNote } from './create-note.ts';

/** What a process tells of itself, and by what: counts, and lines of the log. */
export interface Telling {
  readonly metrics: Metrics;
  readonly note: Note;
}

/** One for each process. */
export function openTelling(options: LogOptions): Telling {
  const metrics = createMetrics();
  return { metrics, note: createNote(createLogger(options), metrics) };
}
