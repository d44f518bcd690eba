import { defineCommand } from './declare/define-command.ts';
import { asJson, data, sources, sourcesFolder } from './declare/mill-options.ts';
import { flag, text, wholeWithin } from './declare/options.ts';
import { exitCodes, millExits, answerAsJson, complain } from '@newsmill/service';

/** What does not go together, and what to write instead. */
function unfitOf({
  names,
  llm,
  fromArchive,
}: {
  readonly names: readonly string[];
  readonly llm: boolean;
  readonly fromArchive: boolean;
}): string | undefined {
  return fromArchive && (names.length > 0 || llm)
    ? '--from-archive finds the facts of what it changes again by all enrichers: leave their names and --llm away, and give them to a second reprocess'
    : undefined;
}

export const command = defineCommand({
  name: 'reprocess',
  description:
    'find facts again: run the named enrichers, or all that are switched on, over the articles of the library, or send these to the named extensions; or clean these again from their pages in the archive; the mill may run meanwhile',
  words: '[enrichers...]',
  options: {
    source: text('<id>', 'only articles of this source'),
    from: text('<date>', 'only articles published then or later'),
    to: text('<date>', 'only articles published before'),
    query: text('<query>', 'only articles that match, as in a search'),
    fromArchive: flag(
      'clean the articles again with the cleaner of now, from their pages in the archive, and tell what changes, by field; nothing is requested',
    ),
    threads: wholeWithin(
      '<n>',
      { least: 1, most: 64, fallback: 1 },
      'with --from-archive: threads that clean',
    ),
    llm: flag('ask the language model of the settings too; without names it alone'),
    dryRun: flag('only say what would change'),
    json: asJson,
    data,
    sources,
  },
  examples: [
    'newsmill reprocess entities topics --dry-run',
    'newsmill reprocess --source herald --from 2026-11-01',
    'newsmill reprocess --from-archive --from 2026-01-01 --dry-run',
  ],
  exits: ['done', ...millExits],
  async run([names], options, environment) {
    const { source, from, to, query, llm, fromArchive, threads, dryRun, json, data: folder } = options;
    const bad = [from, to].find((date) => date !== undefined && Number.isNaN(Date.parse(date)));
    if (bad !== undefined) {
      complain(`${JSON.stringify(bad)} is no date; write it as 2026-11-24`);
      return exitCodes.usage;
    }
    const unfit = unfitOf({ names, llm, fromArchive });
    if (unfit !== undefined) {
      complain(unfit);
      return exitCodes.usage;
    }
    const { exportFilter } = await import('@newsmill/operate');
    const filter = {
      sourceId: source,
      from,
      to,
      query: exportFilter({ q: query ?? '', collapse: false })?.query,
    };
    if (fromArchive) {
      const { reprocessFromArchive } = await import('./reprocess-archive.ts');
      const place = { data: folder, sources: sourcesFolder(options, environment) };
      return reprocessFromArchive({ ...place, filter, isDryRun: dryRun, isJson: json, threads });
    }
    if (json) answerAsJson();
    const { reprocessArticles } = await import('./reprocess-articles.ts');
    return reprocessArticles(folder, { ...filter, names, isDryRun: dryRun, asksModel: llm });
  },
});
