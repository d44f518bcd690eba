import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, collectDefaultMetrics, type Registry } from 'prom-client';

type Iterations = ReturnType<typeof monitorEventLoopDelay>;

/** What each name shows of the iterations since the last reading, nanoseconds. */
const shown: Readonly<Record<string, (iterations: Iterations) => number>> = {
  lag: ({ mean }) => mean,
  lag_min: ({ min }) => min,
  lag_max: ({ max }) => max,
  lag_mean: ({ mean }) => mean,
  lag_stddev: ({ stddev }) => stddev,
  lag_p50: (iterations) => iterations.percentile(50),
  lag_p90: (iterations) => iterations.percentile(90),
  lag_p99: (iterations) => iterations.percentile(99),
};

/** Longer than a process lives; what setTimeout takes at most. */
const neverMs = 2 ** 31 - 1;

/**
 * Puts the metrics of Node into a registry, `process_…` and `nodejs_…`, with `nodejs_eventloop_lag_…_seconds` by the
 * iteration of the event loop: how long one held it. prom-client would look with a timer, which woke a process that
 * had nothing to do a hundred times a second and took three quarters of its time.
 */
export function showNodeMetrics(registry: Registry): void {
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: neverMs });
  const iterations = monitorEventLoopDelay({ samplePerIteration: true });
  iterations.enable();
  const rows = Object.entries(shown);
  for (const [key, read] of rows) {
    const name = `nodejs_eventloop_${key}_seconds`;
    registry.removeSingleMetric(name);
    new Gauge({
      name,
      help: `Seconds for which an iteration of the event loop held it, since the last reading: ${key}.`,
      registers: [registry],
      collect() {
        this.set(read(iterations) / 1e9);
        if (key === rows.at(-1)?.[0]) iterations.reset();
      },
    });
  }
}
