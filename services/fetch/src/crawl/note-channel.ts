import type { FetchItem } from '@newsmill/contracts';
import type { StagePorts } from '@newsmill/runtime';

/** Says that a channel begins to fail, or is read again; `error`: why it cannot be read now. */
export function noteChannel(
  { note, now }: Pick<StagePorts, 'note' | 'now'>,
  { sourceId: source, url, attempt, data }: FetchItem,
  error: string | undefined,
): void {
  if (error !== undefined && attempt === 0) note('source.failing', { source, url, error });
  if (error === undefined && attempt > 0)
    note('source.recovered', {
      source,
      url,
      seconds: Math.round((now() - (data.failingSince ?? now())) / 1_000),
      attempts: attempt,
    });
}
