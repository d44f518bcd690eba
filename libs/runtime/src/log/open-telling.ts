import type { Note } from '@newsmill/contracts';
import { secretsIn } from '@newsmill/settings';
import { createMetrics, type Metrics } from '../metrics.ts';
import { createLogger, type LogOptions } from './create-logger.ts';
import { createNote } from './create-note.ts';
import { hideSecrets } from './hide-secrets.ts';

/** What a process tells of itself, and by what: counts, and lines of the log. */
export interface Telling {
  readonly metrics: Metrics;
  readonly note: Note;
  /** Secrets that no line may show from now on, besides those of the start. */
  hide(secrets: readonly string[]): void;
}

/** One for each process. */
export function openTelling(options: LogOptions): Telling {
  const metrics = createMetrics();
  const hiding = hideSecrets(secretsIn(options.settings, options.environment ?? {}));
  return {
    metrics,
    note: createNote(createLogger({ ...options, hiding }), metrics),
    hide: (secrets) => hiding.add(secrets),
  };
}
