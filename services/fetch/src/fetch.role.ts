import { pipeline } from '@newsmill/contracts';
import { createHttpClient } from '@newsmill/http';
import { isDistributed, runSource, type Role } from '@newsmill/runtime';
import { createBackfill } from './backfill-warc.ts';
import { createHubFollower } from './follow-hub.ts';
import { fetchSource } from './fetch.source.ts';
import type { Secrets } from './read-secrets.ts';
import type { SourceFolder } from './source-folder.ts';
import { syncChannels } from './sync-channels.ts';
import { takePushes } from './take-pushes.ts';

/** Fetches what is due, and follows changes of the source folder. `exclusive`: no other process fetches with this state. */
export function fetchRole(folder: SourceFolder, exclusive: boolean, secrets: Secrets = {}): Role {
  return {
    name: 'fetch',
    async start(ports) {
      const { settings } = ports;
      if (exclusive) await ports.state.endClaims();
      const http = createHttpClient({ userAgent: settings.userAgent });
      const hubs = createHubFollower({
        ...ports,
        http,
        publicUrl: settings.publicUrl,
        pollMin: settings.pollMin,
        pollMax: settings.pollMax,
      });
      const backfill = createBackfill({
        ...ports,
        http,
        secrets,
        pollMin: settings.pollMin,
        pollMax: settings.pollMax,
        maxQueuedPages: settings.maxQueuedPages,
        ledgerKeepsFrontier: isDistributed(settings),
      });
      const sync = () => syncChannels(folder.sources(), ports.state, ports.now(), hubs.leave);
      await sync();
      ports.note('sources.loaded', { count: folder.sources().length, problems: folder.problems().length });
      const stage = fetchSource(
        {
          retryLadder: settings.retryLadder,
          revisits: settings.revisits,
          pollMin: settings.pollMin,
          pollMax: settings.pollMax,
        },
        settings.userAgent,
        secrets,
      );
      const running = runSource(stage, {
        ...ports,
        http,
        sourceOf: folder.sourceOf,
        concurrency: settings.fetchConcurrency,
        maxQueuedPages: settings.maxQueuedPages,
        nextGroup: pipeline[1].group,
        ledgerKeepsFrontier: isDistributed(settings),
        follow: hubs.follow,
        workOff: backfill,
      });
      const pushes = await takePushes({ ...ports, sourceOf: folder.sourceOf, running });
      ports.onStateRebuilt?.(async () => {
        await ports.state.importRecords(running.hosts());
        await sync();
      });
      const halt = new AbortController();
      const watching = folder.watch(halt.signal, async () => {
        ports.note('sources.loaded', { count: folder.sources().length, problems: folder.problems().length });
        await sync();
        running.wake();
      });
      return {
        async stop() {
          halt.abort();
          await watching;
          await pushes.stop();
          await running.stop();
          await http.close();
        },
      };
    },
  };
}
