import type { Note } from '@newsmill/contracts';
import { createHealth, type Health } from '../http/health.ts';
import type { Outages } from '../log/outages.ts';
import { createMetrics, type Metrics } from '../metrics.ts';

const quietOutages: Outages = { failed: () => undefined, worked: () => undefined };

/** What a stage tells its process with, where nobody listens. */
export function quietTelling(): {
  readonly metrics: Metrics;
  readonly health: Health;
  readonly note: Note;
  readonly outages: Outages;
} {
  return { metrics: createMetrics(), health: createHealth(), note: () => undefined, outages: quietOutages };
}
