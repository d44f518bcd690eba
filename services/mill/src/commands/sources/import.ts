import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readOpml } from '@newsmill/fetch';
import { formatProblem, sourceFilesIn, type SourceFolder } from '@newsmill/source-files';
import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { flag } from '../declare/options.ts';
import { exitCodes } from '../telling/exit-codes.ts';
import { complain, say } from '../telling/say.ts';
import { sourcesIn } from './sources-in.ts';

/** Says which files are left out. Answers their texts. */
function tellOut(folder: SourceFolder | undefined): readonly string[] {
  const problems = folder?.problems() ?? [];
  for (const problem of problems) complain(formatProblem(problem));
  const files = [...new Set(problems.map(({ file }) => file))];
  return files.flatMap((file) => {
    try {
      return [readFileSync(file, 'utf8')];
    } catch {
      return [];
    }
  });
}

/**
 * One source file for each feed of an OPML file that no source has yet. Asks nobody; the mill reads the feeds
 * when it polls them.
 */
export const command = defineCommand({
  name: 'sources import',
  description: 'add the feeds of an OPML file: one source file for each that no source has yet',
  words: '<file>',
  options: { dryRun: flag('show only, write nothing'), sources, data },
  examples: ['newsmill sources import feeds.opml --dry-run', 'newsmill sources import feeds.opml'],
  exits: ['done', 'no', 'path', 'configuration'],
  async run([file], options, environment) {
    const { planImport, writeSource } = await import('@newsmill/operate');
    const directory = sourcesFolder(options, environment);
    const feeds = readOpml(readFileSync(file))?.feeds ?? [];
    if (feeds.length === 0) {
      complain(`${file} holds no feeds: an OPML file has <outline xmlUrl="…"> for each`);
      return exitCodes.no;
    }
    const folder = sourcesIn(directory);
    // Of a file with a mistake its text alone can tell which feeds it has.
    const out = tellOut(folder);
    const isInBadFile = (url: string) => out.some((text) => text.includes(url));
    const plan = planImport(
      feeds.filter(({ xmlUrl }) => !isInBadFile(xmlUrl)),
      folder?.sources() ?? [],
      folder === undefined
        ? []
        : sourceFilesIn(directory).map((path) => basename(path).replace(/\.ya?ml$/, '')),
    );
    for (const { xmlUrl } of feeds)
      if (isInBadFile(xmlUrl))
        complain(`left out: ${xmlUrl}: it stands in a file that has a mistake; mend that first`);
    for (const source of plan.sources)
      say(
        `${options.dryRun ? 'would write' : 'written:'} ${options.dryRun ? `${source.id}.yaml` : await writeSource(directory, source)}  ${source.name}`,
      );
    for (const { address, reason } of plan.refused) complain(`left out: ${address}: ${reason}`);
    say(
      `${plan.sources.length} ${options.dryRun ? 'would be added' : 'added'}, ${plan.known.length} known already, ${plan.refused.length} left out`,
    );
    return plan.refused.length > 0 && plan.sources.length === 0 ? exitCodes.no : exitCodes.done;
  },
});
