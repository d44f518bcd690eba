import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { metricTable, type DeclaredMetric, type MetricLabel } from './metric-table.ts';
import { showNodeMetrics } from './show-node-metrics.ts';

type MadeMetric<D> =
  D extends DeclaredMetric<'counter', infer L>
    ? Counter<L>
    : D extends DeclaredMetric<'gauge', infer L>
      ? Gauge<L>
      : D extends DeclaredMetric<'histogram', infer L>
        ? Histogram<L>
        : never;

/** Everything that /metrics shows. */
export type Metrics = { readonly [K in keyof typeof metricTable]: MadeMetric<(typeof metricTable)[K]> } & {
  readonly registry: Registry;
};

function make(
  { type, name, help, labels, buckets = [] }: DeclaredMetric<'counter' | 'gauge' | 'histogram', MetricLabel>,
  registry: Registry,
): Counter | Gauge | Histogram {
  const options = { name, help, labelNames: labels, registers: [registry] };
  if (type === 'counter') return new Counter(options);
  return type === 'gauge' ? new Gauge(options) : new Histogram({ ...options, buckets: [...buckets] });
}

/** One instance for each process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  showNodeMetrics(registry);
  const made = Object.entries(metricTable).map(([key, declared]) => [key, make(declared, registry)]);
  // Each row became a metric of its type, with its labels.
  const metrics = { registry, ...Object.fromEntries(made) } as Metrics;
  Object.assign(metrics.clock, { collect: () => metrics.clock.set(Date.now() / 1_000) });
  return metrics;
}
