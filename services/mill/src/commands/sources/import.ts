import { mkdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { GivenFormat, ImportedLine } from '@newsmill/operate';
import { formatProblem } from '@newsmill/source-files';
import { defineCommand } from '../declare/define-command.ts';
import { allowPrivate, data, sources, sourcesFolder, webOf } from '../declare/mill-options.ts';
import { flag } from '../declare/options.ts';
import { exitCodes, answer, complain, say } from '@newsmill/service';
import { withProgress } from '../telling/progress.ts';
import { sourcesIn } from './sources-in.ts';
import { actOnFiles } from './act-on-files.ts';

/** What the ends of names say; of other files the text tells. */
const formats: Readonly<Record<string, GivenFormat>> = {
  '.opml': 'opml',
  '.xml': 'opml',
  '.csv': 'table',
  '.tsv': 'table',
};
/** Most CPU time for reading one answer, milliseconds: somebody waits. */
const readingMs = 10_000;

function tellLine({ address, outcome, id, name, channels = [], file, reason }: ImportedLine): void {
  if (outcome === 'held' || outcome === 'refused') complain(`left out: ${address}: ${reason ?? ''}`);
  if (outcome !== 'new') return;
  const more = channels.length > 1 ? `, ${channels.length} channels` : '';
  say(`${file === undefined ? `would write ${id ?? ''}.yaml` : `written: ${file}`}  ${name ?? ''}${more}`);
}

/**
 * One source file for each feed of an OPML file, row of a table, or publisher of a list of addresses that no
 * source has yet. Only for addresses are publishers asked.
 */
export const command = defineCommand({
  name: 'sources import',
  description:
    'add the feeds of an OPML file, the sources of a table in CSV, or what the publishers of a list of addresses offer: one source file for each that no source has yet',
  words: '<file>',
  wordMeanings: {
    '<file>': 'OPML; a table whose name ends in .csv or .tsv; or a text with one address a line, at most 25',
  },
  options: { dryRun: flag('show only, write nothing'), allowPrivate, sources, data },
  examples: [
    'newsmill sources import feeds.opml --dry-run',
    'newsmill sources import sources.csv',
    'newsmill sources import home-pages.txt',
  ],
  exits: ['done', 'no', 'path', 'configuration'],
  async run([file], options, environment) {
    const { importGiven } = await import('@newsmill/operate');
    const { createHttpClient } = await import('@newsmill/http');
    const { openReadingThread } = await import('@newsmill/reading');
    const directory = sourcesFolder(options, environment);
    const list = readFileSync(file);
    if (!options.dryRun) mkdirSync(directory, { recursive: true });
    const folder = sourcesIn(directory);
    for (const problem of folder.problems()) complain(formatProblem(problem));
    const web = webOf(environment);
    const http = createHttpClient(web);
    const thread = openReadingThread({ budgetMs: readingMs });
    try {
      const ports = { folder, http, thread, settings: web, now: Date.now };
      const { dryRun } = options;
      const { lines, problems } = await withProgress('import', 'sources', (report) =>
        actOnFiles(options.data, environment, () =>
          importGiven(ports, {
            report,
            list,
            name: file,
            format: formats[extname(file).toLowerCase()],
            allowPrivate: options.allowPrivate,
            dryRun,
          }),
        ),
      );
      for (const problem of problems) complain(formatProblem(problem));
      answer({ lines, problems, dryRun });
      for (const line of lines) tellLine(line);
      const count = (outcome: ImportedLine['outcome']) =>
        lines.filter((line) => line.outcome === outcome).length;
      const [fresh, refused] = [count('new'), count('refused')];
      say(
        `${fresh} ${dryRun ? 'would be added' : 'added'}, ${count('known')} known already, ${refused} left out`,
      );
      if (problems.length > 0) return exitCodes.configuration;
      return refused > 0 && fresh === 0 ? exitCodes.no : exitCodes.done;
    } finally {
      await thread.close();
      await http.close();
    }
  },
});
