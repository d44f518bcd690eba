import { setTimeout as sleep } from 'node:timers/promises';
import { ledgerGroup, pipeline, type Source } from '@newsmill/contracts';
import type { Role, RolePorts } from '@newsmill/runtime';
import { letGo } from './let-go.ts';
import { retentionRules } from './retention-rules.ts';

async function measure(ports: RolePorts): Promise<void> {
  for (const group of [...pipeline.map((stage) => stage.group), ledgerGroup]) {
    for (const lag of await ports.bus.lag(group))
      ports.metrics.lag.set({ group, topic: lag.topic }, lag.messages);
  }
  const channels = await ports.state.channels();
  const failing = channels.filter((channel) => channel.attempt > 0).length;
  ports.metrics.sources.set({ state: 'failing' }, failing);
  ports.metrics.sources.set({ state: 'fine' }, channels.length - failing);
}

async function prune(ports: RolePorts): Promise<void> {
  const pruned = await ports.archive.prune({
    now: ports.now(),
    maxAgeMs: ports.settings.archiveMaxAge,
    maxBytes: ports.settings.archiveMaxBytes,
  });
  if (pruned.files > 0) ports.note('archive.pruned', pruned);
}

/** A role that does one thing again and again; what stands in its way shows in `/readyz`. */
function chore(name: string, everyMs: number, work: (ports: RolePorts) => Promise<void>): Role {
  return {
    name,
    async start(ports) {
      const halt = new AbortController();
      async function once(): Promise<void> {
        try {
          await work(ports);
          return void ports.health.clear(name);
        } catch (error) {
          return void ports.health.block(name, error instanceof Error ? error.message : String(error));
        }
      }
      const loop = (async () => {
        while (!halt.signal.aborted) {
          await once();
          await sleep(everyMs, undefined, { signal: halt.signal }).catch(() => undefined);
        }
      })();
      return {
        async stop() {
          halt.abort();
          await loop;
        },
      };
    },
  };
}

/** Records of the registry that have expired, every five minutes. */
export const pruneRegistry: Role = chore(
  'registry-limits',
  300_000,
  async (ports) => void (await ports.registry.prune(ports.now())),
);

/** Articles that have had their time, every hour. `sources`: the source files as they are now. */
export function keepRetention(sources: () => readonly Source[]): Role {
  return chore('retention', 3_600_000, async (ports) => {
    const gone = await letGo(
      ports,
      retentionRules(sources(), ports.settings.retention, ports.now()),
      ports.now(),
    );
    if (gone > 0) ports.note('articles.expired', { articles: gone });
  });
}

/** The gauges of lag and sources, every ten seconds. */
export const measureLag: Role = chore('lag', 10_000, measure);

/** The archive's limits, every ten minutes. */
export const pruneArchive: Role = chore('archive-limits', 600_000, prune);
