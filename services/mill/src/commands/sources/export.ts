import { writeFileSync } from 'node:fs';
import { writeOpml } from '@newsmill/fetch';
import { formatProblem } from '@newsmill/source-files';
import { defineCommand } from '../declare/define-command.ts';
import { exportForms } from '../choices.ts';
import { data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { oneOf } from '../declare/options.ts';
import { type ExitCode, exitCodes, complain, say } from '@newsmill/service';
import { sourcesIn } from './sources-in.ts';

async function exportYaml(target: string | undefined, directory: string): Promise<ExitCode> {
  if (target === undefined) {
    complain(
      'name the folder to which the source files are written: newsmill sources export --format yaml FOLDER',
    );
    return exitCodes.usage;
  }
  const { withoutDefaults } = await import('@newsmill/contracts');
  const { writeSource } = await import('@newsmill/operate');
  const folder = sourcesIn(directory);
  const problems = folder.problems();
  for (const problem of problems) complain(formatProblem(problem));
  const all = folder.sources();
  for (const source of all) await writeSource(target, withoutDefaults(source));
  say(`${all.length} source file${all.length === 1 ? '' : 's'} written to ${target}`);
  return problems.length > 0 ? exitCodes.configuration : exitCodes.done;
}

/** All that the sources say, one JSON line each. */
async function exportJson(target: string | undefined, directory: string): Promise<ExitCode> {
  const { withoutDefaults } = await import('@newsmill/contracts');
  const folder = sourcesIn(directory);
  const problems = folder.problems();
  for (const problem of problems) complain(formatProblem(problem));
  const lines = folder.sources().map((source) => JSON.stringify(withoutDefaults(source)));
  if (target !== undefined) writeFileSync(target, lines.map((line) => `${line}\n`).join(''));
  else for (const line of lines) say(line);
  return problems.length > 0 ? exitCodes.configuration : exitCodes.done;
}

export const command = defineCommand({
  name: 'sources export',
  description:
    'write the feeds of all sources as OPML 2.0, to standard output without a file; or all sources as YAML, one file each, to a folder',
  words: '[target]',
  wordMeanings: { '[target]': 'file of the OPML or JSON; folder of the YAML, where nothing is overwritten' },
  options: {
    format: oneOf(
      '<format>',
      exportForms,
      'opml',
      'opml holds feeds alone; yaml all that the sources say, to be read again; json the same, one line each',
    ),
    sources,
    data,
  },
  examples: ['newsmill sources export feeds.opml', 'newsmill sources export --format yaml copy'],
  exits: ['done', 'no', 'path', 'configuration'],
  async run([file], options, environment) {
    if (options.format === 'yaml') return exportYaml(file, sourcesFolder(options, environment));
    if (options.format === 'json') return exportJson(file, sourcesFolder(options, environment));
    const { feedsOf } = await import('@newsmill/operate');
    const known = sourcesIn(sourcesFolder(options, environment)).sources();
    const feeds = feedsOf(known);
    const opml = writeOpml(feeds, { title: 'newsmill sources', created: Date.now() });
    if (file === undefined) say(opml.trimEnd());
    else writeFileSync(file, opml);
    const others = known.reduce((sum, { channels }) => sum + channels.length, 0) - feeds.length;
    if (others > 0) complain(`${others} channels are no feeds (sitemaps, list pages) and were left out`);
    return exitCodes.done;
  },
});
