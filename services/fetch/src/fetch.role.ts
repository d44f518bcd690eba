import { pipeline, type FetchItem } from '@newsmill/contracts';
import { createHttpClient } from '@newsmill/http';
import { defineRole, SourceUsage, type Role } from '@newsmill/runtime';
import { formsOf, ownServers, ownServerSettings, quotaOfMill, quotaSettings } from '@newsmill/settings';
import type { ReadingThread } from '@newsmill/reading';
import { createBackfill } from './backfill/create-backfill.ts';
import { HubFollower } from './hubs/follow-hub.ts';
import { runCrawl } from './crawl/run-crawl.ts';
import { productToken } from '@newsmill/fetch';
import type { Secrets, SourceFolder } from '@newsmill/source-files';
import { keepTaken } from './keep-taken.ts';
import { syncChannels, wakeChannels } from './sync-channels.ts';
import { takePushes } from './hubs/take-pushes.ts';
import { tellProblems } from './tell-problems.ts';

export interface FetchRoleOptions {
  /** No other process fetches with this state. */
  readonly exclusive: boolean;
  /** Reads what publishers send; whoever gives it closes it. */
  readonly thread: ReadingThread;
  readonly secrets?: Secrets;
}

/** Fetches what is due, and follows changes of the source folder. */
export function fetchRole(folder: SourceFolder, { exclusive, thread, secrets = {} }: FetchRoleOptions): Role {
  return defineRole({
    name: 'fetch',
    takes: [
      'userAgent',
      'pollMin',
      'pollMax',
      'maxQueuedPages',
      'retryLadder',
      'revisits',
      'fetchConcurrency',
      ...quotaSettings,
      ...ownServerSettings,
    ],
    async start(ports) {
      const { settings } = ports;
      // A state in a server can be lost and is rebuilt from the ledger; one in a file is lost with the ledger
      // beside it.
      const ledgerKeepsFrontier = formsOf(settings).state !== 'sqlite';
      if (exclusive) await ports.state.endClaims();
      const http = createHttpClient({ userAgent: settings.userAgent, ownServers: ownServers(settings) });
      const agent = productToken(settings.userAgent);
      const hubs = new HubFollower({
        ...ports,
        http,
        publicUrl: settings.publicUrl,
        pollMin: settings.pollMin,
        pollMax: settings.pollMax,
      });
      const usage = new SourceUsage(ports);
      const backfill = createBackfill({
        ...ports,
        usage,
        http,
        secrets,
        thread,
        pollMin: settings.pollMin,
        pollMax: settings.pollMax,
        maxQueuedPages: settings.maxQueuedPages,
        agent,
        ledgerKeepsFrontier,
      });
      const sync = async (ids?: ReadonlySet<string>) => {
        const leave = (items: readonly FetchItem[]) => hubs.leave(items);
        const { from } = await syncChannels(folder, ports.state, ports.now(), { leave, ids });
        await keepTaken(folder, ports.state, ports.now(), { ids, gone: from });
      };
      await sync();
      tellProblems(folder, ports);
      const policy = {
        retryLadder: settings.retryLadder,
        revisits: settings.revisits,
        pollMin: settings.pollMin,
        pollMax: settings.pollMax,
        agent,
      };
      const running = runCrawl({
        ...ports,
        http,
        policy,
        secrets,
        thread,
        sourceOf: folder.sourceOf,
        isUnsure: folder.isUnsure,
        usage,
        quota: quotaOfMill(settings),
        concurrency: settings.fetchConcurrency,
        bytesFetched: ports.plan.bytesFetched,
        maxQueuedPages: settings.maxQueuedPages,
        nextGroup: pipeline.clean.group,
        ledgerKeepsFrontier,
        follow: (...visit) => hubs.follow(...visit),
        workOff: backfill,
      });
      const pushes = await takePushes({ ...ports, sourceOf: folder.sourceOf, running });
      ports.onStateRebuilt?.(async () => {
        await ports.state.importRecords(running.hosts());
        await sync();
      });
      const halt = new AbortController();
      let known: ReadonlySet<string> = new Set(folder.sources().map(({ id }) => id));
      const watching = folder.watch(halt.signal, async (ids) => {
        tellProblems(folder, ports);
        const back = new Set(
          folder
            .sources()
            .map(({ id }) => id)
            .filter((id) => !known.has(id)),
        );
        known = new Set(folder.sources().map(({ id }) => id));
        await wakeChannels(back, ports.state, ports.now());
        await sync(ids);
        running.wake();
      });
      return {
        async stop() {
          halt.abort();
          await watching;
          await pushes.stop();
          await running.stop();
          await Promise.all([usage.close(), http.close()]);
        },
      };
    },
  });
}
