import type { Note } from '@newsmill/contracts';
import { createHealth, type Health } from '../http/health.ts';
import { createMetrics, type Metrics } from '../metrics.ts';

/** What a stage tells its process with, where nobody listens. */
export function quietTelling(): { readonly metrics: Metrics; readonly health: Health; readonly note: Note } {
  return { metrics: createMetrics(), health: createHealth(), note: () => undefined };
}
