import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Settings } from '@newsmill/settings';

/** How much of a server one client, and all of them together, may hold on to. Times in milliseconds. */
export interface HttpLimits {
  readonly headersMs: number;
  /** For a request with its body. */
  readonly requestMs: number;
  /** Between two requests of a connection. */
  readonly idleMs: number;
  /** For a reader that takes nothing of an answer. */
  readonly stallMs: number;
  /** Connections of one client whose request has not come whole. */
  readonly unfinished: number;
  readonly connections: number;
}

const Report = z.object({
  userLimits: z.object({ open_files: z.object({ soft: z.union([z.number(), z.literal('unlimited')]) }) }),
});
const plenty = 1_000_000;

/** What Linux says of the limits of this process: Node's report costs ten times as much, and more with every handle. */
function limitsOfLinux(): string {
  try {
    return readFileSync('/proc/self/limits', 'latin1');
  } catch {
    return ''; // another system, or /proc is not there
  }
}

/** How many files and connections this process may have open. */
export function openFilesLimit(limits = limitsOfLinux()): number {
  const told = /^Max open files +(\d+|unlimited)/m.exec(limits)?.[1];
  if (told !== undefined) return told === 'unlimited' ? plenty : Number(told);
  // no names of peers are looked up; the types do not know it yet
  Reflect.set(process.report, 'excludeNetwork', true);
  const report = Report.safeParse(process.report.getReport());
  if (!report.success) return plenty; // a system without such a limit
  const { soft } = report.data.userLimits.open_files;
  return soft === 'unlimited' ? plenty : soft;
}

/**
 * The limits of the settings. Connections get half of the files that may be open: databases, the archive,
 * servers and requests of our own need the rest.
 */
export function httpLimits(
  settings: Pick<
    Settings,
    | 'httpHeadersTimeout'
    | 'httpRequestTimeout'
    | 'httpIdleTimeout'
    | 'httpStallTimeout'
    | 'httpUnfinished'
    | 'httpConnections'
  >,
  openFiles = openFilesLimit(),
): HttpLimits {
  return {
    headersMs: Math.min(settings.httpHeadersTimeout, settings.httpRequestTimeout),
    requestMs: settings.httpRequestTimeout,
    idleMs: settings.httpIdleTimeout,
    stallMs: settings.httpStallTimeout,
    unfinished: settings.httpUnfinished,
    connections: Math.min(settings.httpConnections, Math.max(16, Math.floor(openFiles / 2))),
  };
}
