import type { ArchivedReading } from '@newsmill/fetch';
import type { WarcPosition } from '@newsmill/store';
import { z } from 'zod';

/** How far an archive has been read. Kept with its channel. */
export const BackfillProgress = z.object({
  position: z
    .object({ offset: z.int().nonnegative(), skip: z.int().nonnegative() })
    .default({ offset: 0, skip: 0 }),
  /**
   * Records that were looked at; of them pages handed on, pages without use, and what is none of the source.
   */
  records: z.int().default(0),
  pages: z.int().default(0),
  dropped: z.int().default(0),
  skipped: z.int().default(0),
  isDone: z.boolean().default(false),
  /** What was wrong with a record, the last time that something was. */
  problem: z.string().optional(),
});
export type BackfillProgress = z.output<typeof BackfillProgress>;

/** Counts a batch that was handed on, up to `position`. */
export function addBatch(
  progress: BackfillProgress,
  batch: readonly ArchivedReading[],
  position: WarcPosition,
): BackfillProgress {
  const count = (kind: ArchivedReading['kind']) => batch.filter((reading) => reading.kind === kind).length;
  return {
    ...progress,
    position,
    records: progress.records + batch.length,
    pages: progress.pages + count('page'),
    dropped: progress.dropped + count('dropped'),
    skipped: progress.skipped + count('skipped'),
  };
}

/** What has become of the archive so far, in a sentence. */
export function progressInWords(
  { isDone, records, pages, dropped, skipped, problem }: BackfillProgress,
  isPaused: boolean,
): string {
  const trouble = problem === undefined ? '' : `; trouble: ${problem}`;
  return `${isDone ? 'read to its end' : isPaused ? 'waits while live pages are worked on' : 'being read'}: ${records} records, ${pages} pages, ${dropped} without use, ${skipped} not of this source${trouble}`;
}
