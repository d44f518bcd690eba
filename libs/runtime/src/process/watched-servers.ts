import type { RequestListener, Server } from 'node:http';
import { connectionStates } from '../http/connection-table.ts';
import { httpLimits } from '../http/http-limits.ts';
import { createLimitedServer, type EndReason, type LimitedServer } from '../http/limited-server.ts';
import type { ProcessPorts } from './process-ports.ts';

/** Pause between two notes of one reason: the counter has them all. */
const notePauseMs = 60_000;

/** The servers of a process: with the limits of its settings, and what becomes of connections in its metrics. */
export interface WatchedServers {
  open(handle: RequestListener): Server;
  endUnfinished(): void;
  /** Ends every connection, whatever is under way. */
  endAll(): void;
}

/** Opens them. */
export function watchedServers({
  settings,
  metrics,
  note,
  now,
}: Pick<ProcessPorts, 'settings' | 'metrics' | 'note' | 'now'>): WatchedServers {
  const limits = httpLimits(settings);
  const opened: LimitedServer[] = [];
  const told = new Map<EndReason, number>();
  function onEnded(reason: EndReason, client: string): void {
    metrics.connectionsEnded.inc({ reason });
    if (now() - (told.get(reason) ?? -Infinity) < notePauseMs) return;
    told.set(reason, now());
    note('http.limited', { reason, client });
  }
  // Counted when they are asked for.
  Object.assign(metrics.connections, {
    collect() {
      for (const state of connectionStates)
        metrics.connections.set(
          { state },
          opened.reduce((sum, server) => sum + server.count(state), 0),
        );
    },
  });
  return {
    open(handle) {
      const made = createLimitedServer(handle, limits, onEnded);
      opened.push(made);
      return made.server;
    },
    endUnfinished() {
      for (const server of opened) server.endUnfinished();
    },
    endAll() {
      for (const { server } of opened) server.closeAllConnections();
    },
  };
}
