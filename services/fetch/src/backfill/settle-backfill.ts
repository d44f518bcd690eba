import type { FetchItem, FetchSettlement, ItemMemory, Source } from '@newsmill/contracts';
import { retryDelay } from '@newsmill/fetch';
import { noteChannel } from '../crawl/note-channel.ts';
import type { BackfillPorts } from './backfill-ports.ts';
import { progressInWords, type BackfillProgress } from './backfill-progress.ts';
import type { Turn } from './take-turn.ts';

type SettlePorts = Pick<BackfillPorts, 'note' | 'now' | 'random' | 'retryLadder' | 'pollMin' | 'pollMax'>;

/** What a turn leaves with its channel, and when the next one is due; null at the end of the archive. */
export function settleTurn(
  item: FetchItem,
  source: Source,
  { progress, isPaused }: Turn,
  ports: SettlePorts,
): FetchSettlement {
  const now = ports.now();
  const { records, pages, position, isDone, problem = '' } = progress;
  noteChannel(ports, item, undefined);
  if (isDone) ports.note('backfill.ended', { source: source.id, url: item.url, records, pages, problem });
  else
    ports.note('backfill.advanced', {
      source: source.id,
      url: item.url,
      records,
      pages,
      offset: position.offset,
    });
  const data: ItemMemory = {
    ...item.data,
    backfill: progress,
    entries: pages + progress.dropped,
    lastAt: now,
    lastSuccessAt: now,
    failingSince: undefined,
    lastError: undefined,
    why: progressInWords(progress, isPaused),
  };
  return {
    key: item.key,
    dueAt: isDone ? null : now + (isPaused ? 1_000 : 0),
    attempt: 0,
    fetchedAt: now,
    data,
    hostFreeAt: now,
  };
}

/** The archive cannot be read now: again by the ladder, then at growing intervals. */
export function settleFailure(
  item: FetchItem,
  failure: { readonly reason: string; readonly progress: BackfillProgress },
  ports: SettlePorts,
): FetchSettlement {
  const { reason, progress: backfill } = failure;
  const now = ports.now();
  const wait =
    retryDelay(item.attempt, ports.retryLadder, ports.random()) ??
    Math.min(ports.pollMax, ports.pollMin * 2 ** Math.min(item.attempt, 16));
  noteChannel(ports, item, reason);
  return {
    key: item.key,
    dueAt: now + wait,
    attempt: item.attempt + 1,
    fetchedAt: item.fetchedAt,
    data: {
      ...item.data,
      backfill,
      failingSince: item.attempt === 0 ? now : item.data.failingSince,
      lastAt: now,
      lastError: reason,
      why: `cannot be read (${reason})`,
    },
    hostFreeAt: now + 1_000,
  };
}
