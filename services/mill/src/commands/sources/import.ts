import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Source } from '@newsmill/contracts';
import { readOpml } from '@newsmill/fetch';
import type { planImport } from '@newsmill/operate';
import { formatProblem, readSourceTable, sourceFilesIn } from '@newsmill/source-files';
import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { flag } from '../declare/options.ts';
import { exitCodes } from '../telling/exit-codes.ts';
import { complain, say } from '../telling/say.ts';
import { sourcesIn, type CommandFolder } from './sources-in.ts';

type ImportPlan = ReturnType<typeof planImport>;

/** What is there before. */
interface Known {
  readonly sources: readonly Source[];
  /** Names of files, which no new source may have. */
  readonly taken: readonly string[];
  /** Texts of the files with a mistake. */
  readonly out: readonly string[];
}

/** Says which files are left out. Answers their texts. */
function tellOut(folder: CommandFolder): readonly string[] {
  const problems = folder.problems();
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

interface Import {
  readonly plan: ImportPlan;
  /** Addresses that stand in a file with a mistake: of that, its text alone can tell which it has. */
  readonly held: readonly string[];
  readonly hasMistakes: boolean;
}

/** The feeds of an OPML file that no source has; undefined where it holds none. */
async function importFeeds(file: string, known: Known): Promise<Import | undefined> {
  const { planImport } = await import('@newsmill/operate');
  const feeds = readOpml(readFileSync(file))?.feeds ?? [];
  if (feeds.length === 0) {
    complain(`${file} holds no feeds: an OPML file has <outline xmlUrl="…"> for each`);
    return undefined;
  }
  const isHeld = ({ xmlUrl }: { readonly xmlUrl: string }) => known.out.some((text) => text.includes(xmlUrl));
  const plan = planImport(
    feeds.filter((feed) => !isHeld(feed)),
    known.sources,
    known.taken,
  );
  return { plan, held: feeds.filter(isHeld).map(({ xmlUrl }) => xmlUrl), hasMistakes: false };
}

/** The sources of a table in CSV that no file has. */
async function importTable(file: string, known: Known): Promise<Import> {
  const { freeId, planTable } = await import('@newsmill/operate');
  const given = new Set([...known.sources.map(({ id }) => id), ...known.taken]);
  const { sources: read, problems } = readSourceTable(
    new TextDecoder().decode(readFileSync(file)),
    file,
    ({ url, title }, taken) =>
      freeId({ xmlUrl: url, title }, { has: (id) => taken.has(id) || given.has(id) }),
  );
  for (const problem of problems) complain(formatProblem(problem));
  const isHeld = ({ channels }: Source) =>
    channels.some(({ url }) => known.out.some((text) => text.includes(url)));
  const plan = planTable(
    read.filter((source) => !isHeld(source)),
    known.sources,
    known.taken,
  );
  const held = read.filter(isHeld).flatMap(({ channels }) => channels.map(({ url }) => url));
  return { plan, held, hasMistakes: problems.length > 0 };
}

/**
 * One source file for each feed of an OPML file, or source of a table, that no source has yet. Asks nobody;
 * the mill reads the feeds when it polls them.
 */
export const command = defineCommand({
  name: 'sources import',
  description:
    'add the feeds of an OPML file, or the sources of a table in CSV: one source file for each that no source has yet',
  words: '<file>',
  wordMeanings: { '<file>': 'OPML, or a table whose name ends in .csv or .tsv' },
  options: { dryRun: flag('show only, write nothing'), sources, data },
  examples: ['newsmill sources import feeds.opml --dry-run', 'newsmill sources import sources.csv'],
  exits: ['done', 'no', 'path', 'configuration'],
  async run([file], options, environment) {
    const { writeSource } = await import('@newsmill/operate');
    const directory = sourcesFolder(options, environment);
    const folder = sourcesIn(directory);
    const known: Known = {
      out: tellOut(folder),
      sources: folder.sources(),
      taken: existsSync(directory)
        ? sourceFilesIn(directory).map((path) => basename(path).replace(/\.ya?ml$/, ''))
        : [],
    };
    const imported = await (/\.[ct]sv$/i.test(file) ? importTable : importFeeds)(file, known);
    if (imported === undefined) return exitCodes.no;
    const { plan, held, hasMistakes } = imported;
    for (const url of held)
      complain(`left out: ${url}: it stands in a file that has a mistake; mend that first`);
    for (const source of plan.sources)
      say(
        `${options.dryRun ? 'would write' : 'written:'} ${options.dryRun ? `${source.id}.yaml` : await writeSource(directory, source)}  ${source.name}`,
      );
    for (const { address, reason } of plan.refused) complain(`left out: ${address}: ${reason}`);
    say(
      `${plan.sources.length} ${options.dryRun ? 'would be added' : 'added'}, ${plan.known.length} known already, ${plan.refused.length} left out`,
    );
    if (hasMistakes) return exitCodes.configuration;
    return plan.refused.length > 0 && plan.sources.length === 0 ? exitCodes.no : exitCodes.done;
  },
});
