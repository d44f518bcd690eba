import type { Settings } from '@newsmill/settings';
import type { Outages } from '../log/outages.ts';
import type { Metrics } from '../metrics.ts';
import type { Tracing } from './tracing.ts';

/** What traces tell of themselves. */
export interface TraceTelling {
  readonly metrics: Pick<Metrics, 'spans'>;
  readonly outages: Outages;
  readonly version: string;
}

/** Begins the traces of a process; undefined where they are off, and then nothing of OpenTelemetry is loaded. */
export async function openTracing(settings: Settings, telling: TraceTelling): Promise<Tracing | undefined> {
  const { otlpEndpoint } = settings;
  if (otlpEndpoint === undefined) return undefined;
  const { OtlpTracing } = await import('./otlp-tracing.ts');
  return new OtlpTracing(otlpEndpoint, settings, telling);
}
