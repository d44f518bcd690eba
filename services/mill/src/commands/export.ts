import { exportFormats } from '@newsmill/contracts';
import { defineCommand } from './declare/define-command.ts';
import { data, sources, sourcesFolder } from './declare/mill-options.ts';
import { oneOf, plainFlag, text } from './declare/options.ts';
import { exitCodes, millExits, complain } from '@newsmill/service';
import { withProgress } from './telling/progress.ts';
import { sourcesIn } from './sources/sources-in.ts';
import { withPorts } from './with-ports.ts';

export const command = defineCommand({
  name: 'export',
  description:
    'write the articles of the library, or what changed since an export before, to standard output or a file; the mill may run meanwhile',
  words: '',
  options: {
    format: oneOf(
      '<format>',
      exportFormats,
      'ndjson',
      'ndjson: one JSON article a line; ninjs: one item of IPTC ninjs 3.1 a line; csv: a table that is safe to open',
    ),
    since: text('<cursor>', 'only what changed after this cursor of an export before'),
    until: text('<time>', 'only what was taken in before'),
    query: text('<query>', 'only articles that match, as in a search'),
    source: text('<ids>', 'only articles of these sources, comma-separated'),
    language: text('<tags>', 'only articles in these languages, comma-separated'),
    from: text('<date>', 'only articles published then or later'),
    to: text('<date>', 'only articles published before; a day counts in whole'),
    collapse: plainFlag('leave out near copies of another article'),
    fields: text('<names>', 'fields of each article, comma-separated'),
    use: oneOf(
      '<use>',
      ['export', 'training'],
      'export',
      'training: also leave out texts that are reserved against training a model',
    ),
    sources,
    bom: plainFlag('a byte order mark before a CSV, for spreadsheets that need one'),
    out: text('<file>', 'file; how far it got stands in <file>.cursor'),
    continue: plainFlag('append to the file what changed since it was written'),
    data,
  },
  examples: [
    'newsmill export --query harbour --from 2026-11-01',
    'newsmill export --format csv --fields title,url,published --bom --out articles.csv',
    'newsmill export --continue --out articles.ndjson',
  ],
  exits: ['done', ...millExits],
  async run(_, given, environment) {
    const {
      query,
      out,
      continue: isContinued = false,
      bom,
      collapse,
      data: folder,
      sources: __,
      ...rest
    } = given;
    const { exportFilter, ExportQuery, exportToFile, exportToStream, grantsOf, serveLibrary } = await import(
      '@newsmill/operate'
    );
    const flagOf = (isGiven: boolean | undefined) => (isGiven === true ? 'true' : undefined);
    const parsed = ExportQuery.safeParse({
      ...rest,
      q: query,
      bom: flagOf(bom),
      collapse: flagOf(collapse),
    });
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) complain(`--${path.join('.')}: ${message}`);
      return exitCodes.usage;
    }
    if (isContinued && (out === undefined || rest.since !== undefined)) {
      complain(
        '--continue goes on with the file of --out, from where it ended: name it, and leave --since away',
      );
      return exitCodes.usage;
    }
    const { format, since, until, fields, use } = parsed.data;
    const known = sourcesIn(sourcesFolder(given, environment));
    const serving = { grants: grantsOf((id) => known.sourceOf(id)), now: Date.now };
    const options = { format, since, until, fields, bom, where: exportFilter(parsed.data) };
    const { bytes, cursor } = await withPorts(folder, ({ library }) =>
      withProgress('export', 'changes', (report) => {
        const served = serveLibrary(library, use, serving);
        return out === undefined
          ? exportToStream(served, { ...options, report }, process.stdout)
          : exportToFile(served, out, { ...options, report, isContinued });
      }),
    );
    complain(
      `${bytes} bytes; go on with --since ${cursor ?? ''}${out === undefined ? '' : ` or --continue --out ${out}`}`,
    );
    return exitCodes.done;
  },
});
