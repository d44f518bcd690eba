import type { Note } from '@newsmill/contracts';
import { formsOf, readSettings } from '@newsmill/settings';
import { createLogger } from '../log/create-logger.ts';
import { createNote } from '../log/create-note.ts';
import { createOutages, type Outages } from '../log/outages.ts';
import { createMetrics, type Metrics } from '../metrics.ts';

/** What a process tells with, and the lines of the log that came of it. */
export function heardTelling(): {
  readonly metrics: Metrics;
  readonly note: Note;
  readonly outages: Outages;
  readonly lines: readonly string[];
} {
  const lines: string[] = [];
  const metrics = createMetrics();
  const settings = readSettings({ NEWSMILL_LOG_LEVEL: 'trace' });
  const logger = createLogger({ settings, service: 'test' }, { write: (line) => void lines.push(line) });
  const note = createNote(logger, metrics);
  return { metrics, note, outages: createOutages(note, formsOf(settings), Date.now), lines };
}
