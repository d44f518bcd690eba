import { setTimeout as sleep } from 'node:timers/promises';
import { ledgerGroup, pipeline } from '@newsmill/contracts';
import type { Role, RolePorts } from '@newsmill/runtime';

async function measureLag(ports: RolePorts): Promise<void> {
  for (const group of [...pipeline.map((stage) => stage.group), ledgerGroup]) {
    for (const lag of await ports.bus.lag(group)) ports.metrics.lag.set({ group, topic: lag.topic }, lag.messages);
  }
  const channels = await ports.state.channels();
  const failing = channels.filter((channel) => channel.attempt > 0).length;
  ports.metrics.sources.set({ state: 'failing' }, failing);
  ports.metrics.sources.set({ state: 'fine' }, channels.length - failing);
}

async function pruneArchive(ports: RolePorts): Promise<void> {
  const pruned = await ports.archive.prune({ now: ports.now(), maxAgeMs: ports.settings.archiveMaxAge, maxBytes: ports.settings.archiveMaxBytes });
  if (pruned.files > 0) ports.note('archive.pruned', pruned);
}

/** Housekeeping: the gauges every ten seconds, the archive's limits every ten minutes. */
export const keepHouse: Role = {
  name: 'housekeeping',
  async start(ports) {
    const halt = new AbortController();
    async function turnOnce(turn: number): Promise<void> {
      try {
        await measureLag(ports);
        if (turn % 60 === 0) await pruneArchive(ports);
        return ports.health.clear('housekeeping');
      } catch (error) {
        return ports.health.block('housekeeping', error instanceof Error ? error.message : String(error));
      }
    }
    const loop = (async () => {
      for (let turn = 0; !halt.signal.aborted; turn += 1) {
        await turnOnce(turn);
        await sleep(10_000, undefined, { signal: halt.signal }).catch(() => undefined);
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
