import { createHash } from 'node:crypto';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import {
  type ArchiveProgress,
  type ArchiveReport,
  type ReportedGroup,
  type ReprocessFilter,
  keepArchivePlace,
  keptReasons,
  loadArchiveReprocess,
  noteChange,
  readArchivePlace,
  type ArchiveReprocessing,
} from '@newsmill/operate';
import { openCleaner } from '@newsmill/service-clean';
import { productToken } from '@newsmill/fetch';
import { pipelineVersion } from '@newsmill/service-index';
import { readSettings } from '@newsmill/settings';
import { openSourceFolder } from '@newsmill/source-files';
import { knownDemoSources } from '@newsmill/service-fetch';
import { version, type ExitCode, exitCodes, complain, say } from '@newsmill/service';
import { haltOnSignals } from './halt-on-signals.ts';
import { enrichersFor } from './reprocess-articles.ts';
import { Progress } from './telling/progress.ts';
import { withPorts } from './with-ports.ts';

export interface ReprocessArchiveOptions {
  readonly data: string;
  /** Folder of the source files. */
  readonly sources: string;
  readonly filter: ReprocessFilter;
  readonly isDryRun: boolean;
  readonly isJson: boolean;
  /** Threads that clean. */
  readonly threads: number;
}

/** How often the progress is told, milliseconds. */
const tellEveryMs = 5_000;

/** Why an article stays as it is, where the code alone does not say it. */
const reasons: Readonly<Record<string, string>> = keptReasons;

function showGroup({ name, articles, samples }: ReportedGroup, isSampled: boolean): void {
  const why = reasons[name];
  say(`${String(articles).padStart(8)}  ${name}${why === undefined ? '' : ` (${why})`}`);
  if (!isSampled) return;
  for (const { url, lines } of samples) {
    say(`          ${url}`);
    for (const line of lines) say(`            ${line}`);
  }
}

function showReport(report: ArchiveReport, isDryRun: boolean): void {
  const { read, same, changed, overtaken, fields, kept } = report;
  if (fields.length > 0) say('articles by field, - as it was, + as it is now:');
  for (const group of fields) showGroup(group, true);
  if (kept.length > 0) say('articles that stay as they are, by the reason:');
  for (const group of kept) showGroup(group, true);
  const stay = kept.reduce((sum, { articles }) => sum + articles, 0);
  say(
    `${read} articles read, ${changed - overtaken} ${isDryRun ? 'would change' : 'changed'}, ${same} are as they were, ${stay} were kept${overtaken > 0 ? `, ${overtaken} were overtaken by a newer version` : ''}`,
  );
}

/** Tells how far it is, and what is waited for, every few seconds. */
function progress(): Pick<ArchiveReprocessing, 'onWait'> & {
  readonly tell: (at: ArchiveProgress) => void;
  readonly end: () => void;
} {
  const bar = new Progress({ what: 'reprocess', unit: 'articles' });
  let next = performance.now() + tellEveryMs;
  const isTime = (): boolean => {
    if (performance.now() < next) return false;
    next = performance.now() + tellEveryMs;
    return true;
  };
  return {
    tell: ({ report, total }) => bar.at(report.read, total),
    end: () => bar.end(),
    onWait: (waiting) => void (isTime() && (bar.end(), complain(`${waiting} new articles go first`))),
  };
}

/** What an ended run must have in common with this one, to be gone on with. */
function nameOfWork(parts: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([version, pipelineVersion, parts]))
    .digest('hex');
}

/**
 * Cleans articles again from the archive. Without a dry run an ended one is gone on with. Throws NoMill,
 * BadEnrichers.
 */
export async function reprocessFromArchive({
  data,
  sources: directory,
  filter,
  isDryRun,
  isJson,
  threads,
}: ReprocessArchiveOptions): Promise<ExitCode> {
  const settings = readSettings(process.env);
  // Threads that start later have it too.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const again = { ...(await enrichersFor([], settings)), pipelineVersion };
  const configured = openSourceFolder(directory, { builtIn: knownDemoSources(data) }).sources();
  const sources = new Map(configured.map((source) => [source.id, source]));
  const work = nameOfWork([filter, configured, again.enrichers.map(({ name, version: of }) => [name, of])]);
  const place = join(data, 'reprocess.place');
  return withPorts(data, async (ports) => {
    const cleaner = openCleaner({ budgetMs: settings.cleanBudget, threads });
    const { signal } = haltOnSignals();
    const cursor = isDryRun ? undefined : await readArchivePlace(place, work);
    if (cursor !== undefined) complain('an ended run with the same choice of articles is gone on with');
    const { tell, onWait, end } = progress();
    try {
      const { reprocessArchive } = await loadArchiveReprocess();
      const report = await reprocessArchive(
        {
          ...ports,
          now: Date.now,
          sourceOf: (id) => sources.get(id),
          agent: productToken(settings.userAgent),
          clean: (page, known) => cleaner.clean(page, known),
        },
        {
          ...again,
          filter,
          isDryRun,
          hasSiteMemory: settings.siteMemory,
          cursor,
          signal,
          onWait,
          async onProgress(at) {
            tell(at);
            if (!isDryRun) await keepArchivePlace(place, work, at.cursor);
          },
        },
      );
      end();
      if (!isDryRun && report.changed > 0)
        await noteChange({
          what: 'articles-reprocessed',
          subject: 'from the archive',
          detail: `${report.changed} of ${report.read}`,
        });
      if (isJson) say(JSON.stringify(report, null, 2));
      else showReport(report, isDryRun);
      if (!signal.aborted) return exitCodes.done;
      complain('ended by a signal; run the same line again to go on');
      return exitCodes.no;
    } finally {
      end();
      await cleaner.close();
    }
  });
}
