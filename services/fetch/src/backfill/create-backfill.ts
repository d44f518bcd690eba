import { Channel, type FetchItem, type FetchSettlement, type Source } from '@newsmill/contracts';
import { HttpFailure } from '@newsmill/http';
import type { BackfillPorts } from './backfill-ports.ts';
import { BackfillProgress } from './backfill-progress.ts';
import { NoRanges } from './open-archive-file.ts';
import { settleFailure, settleTurn } from './settle-backfill.ts';
import { takeTurn } from './take-turn.ts';

/** Why the archive cannot be read; undefined for every other error. */
function unreadable(error: unknown): string | undefined {
  if (error instanceof NoRanges || (error instanceof HttpFailure && error.kind !== 'aborted'))
    return error.message;
  const isOfDisk =
    typeof error === 'object' &&
    error !== null &&
    'syscall' in error &&
    'code' in error &&
    'message' in error;
  return isOfDisk && (error.syscall === 'open' || error.syscall === 'read')
    ? String(error.message)
    : undefined;
}

/**
 * Reads archives of old pages, a turn at a time; answers how their channel is settled, undefined for every
 * other item.
 */
export function createBackfill(
  ports: BackfillPorts,
): (item: FetchItem, source: Source, signal: AbortSignal) => Promise<FetchSettlement | undefined> {
  return async (item, source, signal) => {
    if (item.kind !== 'channel') return undefined;
    const channel =
      source.channels.find((candidate) => candidate.url === item.url) ??
      Channel.safeParse(item.data.channel).data;
    if (channel?.kind !== 'warc') return undefined;
    let progress = BackfillProgress.parse(item.data.backfill ?? {});
    try {
      const turn = await takeTurn(
        ports,
        source,
        channel,
        progress,
        signal,
        (reached) => (progress = reached),
      );
      return settleTurn(item, source, turn, ports);
    } catch (error) {
      const reason = unreadable(error);
      if (reason === undefined) throw error;
      return settleFailure(item, { reason, progress }, ports);
    }
  };
}
