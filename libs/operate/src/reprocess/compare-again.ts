import { reject } from '@newsmill/contracts';
import { productToken } from '@newsmill/fetch';
import { Unreadable } from '@newsmill/reading';
import { exportFilter } from '../export/export-filter.ts';
import type { AgainBody } from '../inputs/parameters.ts';
import type { MillPorts } from '../mill-ports.ts';
import { reprocessArchive } from './reprocess-archive.ts';
import type { ArchiveReport } from './archive-report.ts';

/** What today's cleaner makes of a sample of articles. */
export interface AgainView extends ArchiveReport {
  /** About how many articles are meant, of which these are the newest. */
  readonly total: number;
  /** Whether its time was over before the sample was read. */
  readonly isCutShort: boolean;
}

/** A sample that takes longer ends with what was read, milliseconds. */
const longestMs = 20_000;

/**
 * Cleans the newest articles of a choice again with the cleaner of now, from their pages in the archive, and
 * tells what would change, by field; nothing is requested of publishers, and nothing is written. Facts are not
 * found again. Refuses a query that cannot be read with bad-query.
 */
export async function compareAgain(
  ports: Pick<MillPorts, 'archive' | 'bus' | 'folder' | 'library' | 'now' | 'settings' | 'state' | 'thread'>,
  { q, source, from, to, sample }: AgainBody,
): Promise<AgainView> {
  const { folder, settings, thread } = ports;
  const filter = exportFilter({ q, from, to, collapse: false });
  const signal = AbortSignal.timeout(longestMs);
  let total = 0;
  const report = await reprocessArchive(
    {
      ...ports,
      now: () => ports.now(),
      sourceOf: (id) => folder.sourceOf(id),
      agent: productToken(settings.userAgent),
      clean: async ({ body, ...page }, known) => {
        try {
          return await thread.read('again', { body, page, known });
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error;
          return reject('budget-exceeded', error.message);
        }
      },
    },
    {
      enrichers: [],
      list: [],
      pipelineVersion: 'comparison',
      filter: { sourceId: source, query: filter?.query, from: filter?.from, to: filter?.to },
      isDryRun: true,
      hasSiteMemory: settings.siteMemory,
      sample,
      signal,
      onTotal(found) {
        total = found;
      },
      onProgress: async () => undefined,
      onWait: () => undefined,
    },
  );
  const isCutShort = signal.aborted && report.read < Math.min(sample, total);
  return { ...report, total: Math.max(total, report.read), isCutShort };
}
