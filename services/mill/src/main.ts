import { Command, Option } from 'commander';
import { join } from 'node:path';
import { alertUnits, Duration } from '@newsmill/contracts';
import { settings } from '@newsmill/runtime';
import { complain } from './say.ts';
import { BackupExists, BadBackup, NewerBackup } from './backup-format.ts';
import { BadExport } from './export-library.ts';
import { NotEmpty, RestoreOvertaken } from './restore-target.ts';
import { addAlert, listAlerts, removeAlert, testAlert } from './commands/alerts.ts';
import { audit } from './commands/audit.ts';
import { backfill, BackfillRefused } from './commands/backfill.ts';
import { backup } from './commands/backup.ts';
import { listDead, replayDead, showDead } from './commands/dead.ts';
import { exportArticles, type ExportCommand } from './commands/export.ts';
import { articleFormats, extract, type ArticleFormat } from './commands/extract.ts';
import { extractBatch } from './commands/extract-batch.ts';
import { healthcheck } from './commands/healthcheck.ts';
import { reindex, reindexErrors } from './commands/reindex.ts';
import { addApiKey, listApiKeys, revokeApiKey } from './commands/keys.ts';
import { mcp } from './commands/mcp.ts';
import { reprocess } from './commands/reprocess.ts';
import { restore } from './commands/restore.ts';
import { run } from './commands/run.ts';
import { addSource } from './commands/sources-add.ts';
import { exportSources, importSources } from './commands/sources-exchange.ts';
import { listSources } from './commands/sources-list.ts';
import { recordSourcePage, testSources } from './commands/sources-record.ts';
import { listTakedowns, takedown, takedownErrors } from './commands/takedown.ts';
import { trace } from './commands/trace.ts';
import { labelKinds, trainTopicsFrom, type LabelKind } from './commands/train-topics.ts';
import { validate } from './commands/validate.ts';
import { NoMill } from './commands/with-ports.ts';
import { serviceNames, type ServiceName } from './service-names.ts';
import { SourceExists } from './write-source.ts';
import { BadEnrichers } from '@newsmill/enrich';
import { HttpFailure } from '@newsmill/http';
import { ApiProblem, exportFormats, scopes, type Scope } from '@newsmill/service-api';
import { BadCursor } from '@newsmill/store';
import { version } from './version.ts';

const environment = process.env;
const dataFolder = environment[settings.data.env] ?? settings.data.fallback ?? './data';
const userAgent = environment[settings.userAgent.env] ?? settings.userAgent.fallback ?? 'newsmill';
const data = () => new Option('--data <folder>', 'folder of the mill').default(dataFolder);
const allowPrivate = () =>
  new Option('--allow-private <host:port...>', 'private host:port pairs that may be asked').default([]);

/** What went wrong with a file or its target: the message says what to do. */
const fileErrors = [
  BadExport,
  BadCursor,
  ApiProblem,
  BackupExists,
  BadBackup,
  NewerBackup,
  NotEmpty,
  RestoreOvertaken,
];
const usualErrors = [...fileErrors, ...reindexErrors, ...takedownErrors];
const sourcesFolder = (options: { sources?: string; data: string }) =>
  options.sources ?? environment[settings.sources.env] ?? join(options.data, 'sources');

/** Ends with the exit code of the command; mistakes of the user are told in one line, all else with its stack. */
function ending<A extends unknown[]>(
  command: (...parts: A) => Promise<number | undefined> | number,
): (...parts: A) => Promise<void> {
  return async (...parts) => {
    try {
      const code = await command(...parts);
      if (code !== undefined) process.exitCode = code;
      return;
    } catch (error) {
      const isUsual =
        error instanceof NoMill ||
        error instanceof BackfillRefused ||
        error instanceof SourceExists ||
        error instanceof HttpFailure ||
        error instanceof BadEnrichers ||
        usualErrors.some((kind) => error instanceof kind) ||
        (error instanceof Error && 'code' in error && error.code === 'ENOENT');
      complain(
        isUsual && error instanceof Error
          ? error.message
          : error instanceof Error
            ? (error.stack ?? error.message)
            : String(error),
      );
      process.exitCode = 1;
      return;
    }
  };
}

// Whoever reads the answer may stop in the middle (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const program = new Command('newsmill')
  .description("Turns the feeds of the world's news into clean, structured, enriched, searchable articles.")
  .version(version);

program
  .command('run')
  .description(
    'run the mill: all services in one process, or the named ones over Kafka, Redis and Elasticsearch',
  )
  .addOption(
    new Option('--role <service...>', 'only these services: several processes together make a mill').choices(
      serviceNames,
    ),
  )
  .option('--port <number>', settings.port.description)
  .option('--host <address>', settings.host.description)
  .option('--data <folder>', settings.data.description)
  .option('--sources <folder>', settings.sources.description)
  .option('--no-demo', 'without the demonstration paper')
  .action(
    ending(
      (options: {
        role?: readonly ServiceName[];
        port?: string;
        host?: string;
        data?: string;
        sources?: string;
        demo: boolean;
      }) =>
        run(
          {
            ...environment,
            ...(options.port === undefined ? {} : { [settings.port.env]: options.port }),
            ...(options.host === undefined ? {} : { [settings.host.env]: options.host }),
            ...(options.data === undefined ? {} : { [settings.data.env]: options.data }),
            ...(options.sources === undefined ? {} : { [settings.sources.env]: options.sources }),
            ...(options.demo ? {} : { [settings.demo.env]: 'no' }),
          },
          options.role,
        ),
    ),
  );

const sources = program.command('sources').description('work with sources');
sources
  .command('add <url>')
  .description(
    'add a feed, or what a publisher offers at that address: feeds, news sitemaps; shows three articles, writes the source file',
  )
  .option('--id <id>', 'name of the source in all data; made of the host name without it')
  .option('--name <name>', 'name of the publication; the title of the feed without it')
  .option('--all', 'add all channels that are worth it, not the best alone', false)
  .option('--dry-run', 'show only, write nothing', false)
  .option('--sources <folder>', 'folder of the source files; <data>/sources without it')
  .addOption(data())
  .addOption(allowPrivate())
  .action(
    ending(
      (
        url: string,
        options: {
          id?: string;
          name?: string;
          all: boolean;
          dryRun: boolean;
          sources?: string;
          data: string;
          allowPrivate: string[];
        },
      ) =>
        addSource(url, {
          ...options,
          userAgent,
          directory: options.sources ?? environment[settings.sources.env] ?? join(options.data, 'sources'),
        }),
    ),
  );

sources
  .command('list')
  .description('every source with its state, its last poll, and when and why it is polled next')
  .option('--json', 'as JSON', false)
  .option('--sources <folder>', 'folder of the source files; <data>/sources without it')
  .addOption(data())
  .action(
    ending((options: { json: boolean; sources?: string; data: string }) =>
      listSources(options.data, { json: options.json, directory: sourcesFolder(options) }),
    ),
  );
sources
  .command('import <file>')
  .description('add the feeds of an OPML file: one source file for each that no source has yet')
  .option('--dry-run', 'show only, write nothing', false)
  .option('--sources <folder>', 'folder of the source files; <data>/sources without it')
  .addOption(data())
  .action(
    ending((file: string, options: { dryRun: boolean; sources?: string; data: string }) =>
      importSources(file, { dryRun: options.dryRun, directory: sourcesFolder(options) }),
    ),
  );
sources
  .command('export [file]')
  .description('write the feeds of all sources as OPML 2.0, to standard output without a file')
  .option('--sources <folder>', 'folder of the source files; <data>/sources without it')
  .addOption(data())
  .action(
    ending((file: string | undefined, options: { sources?: string; data: string }) =>
      exportSources(file, sourcesFolder(options), Date.now()),
    ),
  );

sources
  .command('record <id> <url>')
  .description(
    'write a page of a source, and the article that is made of it now, beside the source file, for `sources test`',
  )
  .option('--sources <folder>', 'folder of the source files; <data>/sources without it')
  .addOption(data())
  .action(
    ending((id: string, url: string, options: { sources?: string; data: string }) =>
      recordSourcePage(id, url, { directory: sourcesFolder(options), userAgent }),
    ),
  );
sources
  .command('test [id]')
  .description(
    'read the recorded pages of a source, or of all, with the code and rules of now; exit code 1 when one gives another article',
  )
  .option('--sources <folder>', 'folder of the source files; <data>/sources without it')
  .addOption(data())
  .action(
    ending((id: string | undefined, options: { sources?: string; data: string }) =>
      testSources(id, sourcesFolder(options)),
    ),
  );

program
  .command('validate [paths...]')
  .description('check source files: all mistakes in one pass; exit code 78 when there are any')
  .addOption(data())
  .action(
    ending((paths: string[], options: { data: string }) =>
      validate(
        paths.length > 0 ? paths : [environment[settings.sources.env] ?? join(options.data, 'sources')],
      ),
    ),
  );

program
  .command('extract [target]')
  .description(
    'print the article of a page: an address, a file, or - for standard input; or read all pages of a manifest',
  )
  .addOption(
    new Option(
      '--format <format>',
      'form of the article; markdown also tells where each field was found and what was taken away, facts tells what enrich finds in it',
    )
      .choices(articleFormats)
      .default('markdown'),
  )
  .option('--url <url>', 'address of a page that comes from a file')
  .option(
    '--manifest <file>',
    'JSON lines {id, url, html}: files below the folder of the manifest, .gz allowed; every line gets an answer',
  )
  .option(
    '--out <file>',
    'with --manifest: file of the answers, one JSON line for each page; - is standard output',
    '-',
  )
  .option('--charset <name>', 'with --manifest: charset of all pages; without it they say it themselves')
  .addOption(allowPrivate())
  .action(
    ending(
      (
        target: string | undefined,
        options: {
          format: ArticleFormat;
          url?: string;
          manifest?: string;
          out: string;
          charset?: string;
          allowPrivate: string[];
        },
      ) => {
        if ((target === undefined) === (options.manifest === undefined)) {
          complain('name a page (an address, a file or -), or give --manifest FILE');
          return 2;
        }
        return target === undefined
          ? extractBatch({ manifest: options.manifest ?? '', out: options.out, charset: options.charset })
          : extract(target, { ...options, userAgent });
      },
    ),
  );

program
  .command('trace <url>')
  .description('where an article is, and why')
  .option('--json', 'as JSON', false)
  .addOption(data())
  .action(
    ending((url: string, options: { json: boolean; data: string }) => trace(options.data, url, options)),
  );

const alerts = program
  .command('alerts')
  .description('saved searches: what matches from now on is sent to a webhook, and is there as a feed');
alerts
  .command('list')
  .option('--json', 'as JSON lines', false)
  .addOption(data())
  .action(ending((options: { json: boolean; data: string }) => listAlerts(options.data, options)));
alerts
  .command('add <name> <query>')
  .description('save a search; shows its id and the secret of its webhook, once')
  .option(
    '--webhook <url>',
    'address that takes the matches, signed as Standard Webhooks says; without it feed and events only',
  )
  .option('--allow-private', 'the webhook may be at a private address', false)
  .option('--throttle <seconds>', 'seconds between two deliveries at least', '0')
  .addOption(new Option('--collapse <unit>', 'what is told once').choices(alertUnits).default('family'))
  .addOption(new Option('--source <id...>', 'only these sources').default([]))
  .addOption(new Option('--language <tag...>', 'only these languages').default([]))
  .addOption(data())
  .action(
    ending(
      (
        name: string,
        query: string,
        options: {
          webhook?: string;
          allowPrivate: boolean;
          throttle: string;
          collapse: string;
          source: string[];
          language: string[];
          data: string;
        },
      ) =>
        addAlert(options.data, name, query, {
          ...options,
          most: Number(environment[settings.maxSavedSearches.env] ?? settings.maxSavedSearches.fallback),
        }),
    ),
  );
alerts
  .command('remove <id>')
  .addOption(data())
  .action(ending((id: string, options: { data: string }) => removeAlert(options.data, id)));
alerts
  .command('test <id>')
  .description('send a signed test to the webhook now')
  .addOption(data())
  .action(ending((id: string, options: { data: string }) => testAlert(options.data, id, userAgent)));

const dead = program.command('dead').description('the dead letters: what failed for good, with its reason');
dead
  .command('list')
  .option('--reason <reason>', 'only those with this reason')
  .option('--limit <number>', 'at most so many', '200')
  .option('--json', 'as JSON lines', false)
  .addOption(data())
  .action(
    ending((options: { reason?: string; limit: string; json: boolean; data: string }) =>
      listDead(options.data, { ...options, limit: Number.parseInt(options.limit, 10) }),
    ),
  );
dead
  .command('show <id>')
  .addOption(data())
  .action(ending((id: string, options: { data: string }) => showDead(options.data, id)));
dead
  .command('replay [ids...]')
  .description('try again: by name, by --reason, or --all')
  .option('--reason <reason>', 'all with this reason')
  .option('--all', 'all', false)
  .addOption(data())
  .action(
    ending((ids: string[], options: { reason?: string; all: boolean; data: string }) => {
      if (ids.length > 0) return replayDead(options.data, { ids });
      if (options.reason !== undefined) return replayDead(options.data, { reason: options.reason });
      if (options.all) return replayDead(options.data, { all: true });
      complain('name the dead letters, or give --reason REASON or --all');
      return 2;
    }),
  );

program
  .command('audit')
  .description('prove that the counts balance: every discovered item has one fate, and the library agrees')
  .option('--json', 'as JSON', false)
  .option('--mend', 'fetch again what is on its way but which nothing carries on', false)
  .addOption(data())
  .action(ending((options: { json: boolean; mend: boolean; data: string }) => audit(options.data, options)));

program
  .command('backfill <files...>')
  .description(
    'let the mill read archives of old pages (.warc, .warc.gz; paths or addresses) beside its live work',
  )
  .requiredOption('--source <id>', 'source that the pages belong to')
  .addOption(
    new Option(
      '--within <url...>',
      'only addresses that begin so; without it the domains of the source',
    ).default([]),
  )
  .option('--again', 'read archives again that were read before', false)
  .option('--wait', 'tell of the progress until all have been read', false)
  .option('--sources <folder>', 'folder of the source files; <data>/sources without it')
  .addOption(data())
  .action(
    ending(
      (
        files: string[],
        options: {
          source: string;
          within: string[];
          again: boolean;
          wait: boolean;
          sources?: string;
          data: string;
        },
      ) => backfill(options.data, files, { ...options, directory: sourcesFolder(options) }),
    ),
  );

program
  .command('train')
  .description('teach the mill from your own articles')
  .command('topics [files...]')
  .description(
    'learn topics from JSON lines {title?, text, label | labels}, or from the library without files; prints the accuracy by cross-validation',
  )
  .requiredOption('--out <file>', 'file of the model')
  .addOption(
    new Option(
      '--by <kind>',
      'label of an article of the library: the IPTC code that its section names, the section, or the source',
    )
      .choices(labelKinds)
      .default('code'),
  )
  .option('--folds <number>', 'parts for cross-validation', '5')
  .addOption(data())
  .action(
    ending((files: string[], options: { out: string; by: LabelKind; folds: string; data: string }) =>
      trainTopicsFrom(files, { ...options, folds: Number.parseInt(options.folds, 10) || 5 }),
    ),
  );

program
  .command('backup <file>')
  .description('write all of the mill into one file, which restores into any form; it may run meanwhile')
  .option('--without-archive', 'leave the raw pages out')
  .option('--sources <folder>', 'folder of the source files; <data>/sources without it')
  .addOption(data())
  .action(
    ending((file: string, options: { withoutArchive?: boolean; sources?: string; data: string }) =>
      backup(options.data, file, {
        sources: sourcesFolder(options),
        archive: options.withoutArchive !== true,
      }),
    ),
  );

program
  .command('restore <file>')
  .description('put a backup into an empty mill that does not run, of whatever form')
  .option('--merge', 'add it to a mill that has something in it', false)
  .option('--sources <folder>', 'folder of the source files; <data>/sources without it')
  .addOption(data())
  .action(
    ending((file: string, options: { merge: boolean; sources?: string; data: string }) =>
      restore(options.data, file, { sources: sourcesFolder(options), merge: options.merge }),
    ),
  );

program
  .command('export')
  .description(
    'write the articles of the library, or what changed since an export before, to standard output or a file; the mill may run meanwhile',
  )
  .addOption(
    new Option(
      '--format <format>',
      'ndjson: one JSON article a line; ninjs: one item of IPTC ninjs 3.1 a line; csv: a table that is safe to open',
    )
      .choices(exportFormats)
      .default('ndjson'),
  )
  .option('--since <cursor>', 'only what changed after this cursor of an export before')
  .option('--until <time>', 'only what was taken in before')
  .option('--query <query>', 'only articles that match, as in a search')
  .option('--source <ids>', 'only articles of these sources, comma-separated')
  .option('--language <tags>', 'only articles in these languages, comma-separated')
  .option('--from <date>', 'only articles published then or later')
  .option('--to <date>', 'only articles published before; a day counts in whole')
  .option('--fields <names>', 'fields of each article, comma-separated')
  .option('--bom', 'a byte order mark before a CSV, for spreadsheets that need one')
  .option('--out <file>', 'file; how far it got stands in <file>.cursor')
  .option('--continue', 'append to the file what changed since it was written')
  .addOption(data())
  .action(
    ending(({ data: folder, ...options }: ExportCommand & { data: string }) =>
      exportArticles(folder, options),
    ),
  );

program
  .command('mcp')
  .description(
    'serve agents over standard input and output (Model Context Protocol): search, articles, related, timeline, sources, explain; reading only, the mill may run meanwhile',
  )
  .option(
    '--url <address>',
    'over the API of a mill that runs, such as http://127.0.0.1:8080; a key, where it wants one, comes from NEWSMILL_SECRET_API_KEY',
  )
  .option('--sources <folder>', 'folder of the source files; <data>/sources without it')
  .addOption(data())
  .action(
    ending((options: { url?: string; sources?: string; data: string }) =>
      mcp(options.data, {
        sources: sourcesFolder(options),
        url: options.url,
        key: environment['NEWSMILL_SECRET_API_KEY'],
      }),
    ),
  );

program
  .command('reprocess [enrichers...]')
  .description(
    'find the facts of the named enrichers anew for all articles of the library, or of all that are switched on; the mill may run meanwhile',
  )
  .option('--source <id>', 'only articles of this source')
  .option('--from <date>', 'only articles published then or later')
  .option('--to <date>', 'only articles published before')
  .option('--llm', 'ask the language model of the settings too; without names it alone', false)
  .option('--dry-run', 'say how many articles would change', false)
  .addOption(data())
  .action(
    ending(
      (
        names: string[],
        options: { source?: string; from?: string; to?: string; llm: boolean; dryRun: boolean; data: string },
      ) => {
        const bad = [options.from, options.to].find(
          (date) => date !== undefined && Number.isNaN(Date.parse(date)),
        );
        if (bad === undefined)
          return reprocess(options.data, {
            names,
            sourceId: options.source,
            from: options.from,
            to: options.to,
            isDryRun: options.dryRun,
            asksModel: options.llm,
          });
        complain(`${JSON.stringify(bad)} is no date; write it as 2026-11-24`);
        return 2;
      },
    ),
  );

const keys = program.command('keys').description('keys of the API: who may read, write, or do everything');
keys
  .command('add <name>')
  .description('make a key; it is printed once, on standard output')
  .addOption(
    new Option('--scope <scope>', 'what it may do; each scope holds those before it')
      .choices(scopes)
      .default('read'),
  )
  .option('--expires <duration>', 'how long it lasts, such as 90d; without it, for ever')
  .option('--rate-limit <number>', `requests per minute, instead of those of ${settings.rateLimit.env}`)
  .addOption(data())
  .action(
    ending((name: string, options: { scope: Scope; expires?: string; rateLimit?: string; data: string }) => {
      const rateLimit = options.rateLimit === undefined ? undefined : Number(options.rateLimit);
      if (options.expires !== undefined && !Duration.safeParse(options.expires).success) {
        complain(`${JSON.stringify(options.expires)} is no duration; write it as 90d`);
        return 2;
      }
      if (rateLimit === undefined || (Number.isInteger(rateLimit) && rateLimit > 0))
        return addApiKey(options.data, name, { scope: options.scope, expires: options.expires, rateLimit });
      complain(`${JSON.stringify(options.rateLimit)} is no number of requests`);
      return 2;
    }),
  );
keys
  .command('list')
  .description('all keys, without their secrets')
  .option('--json', 'as JSON lines', false)
  .addOption(data())
  .action(ending((options: { json: boolean; data: string }) => listApiKeys(options.data, options)));
keys
  .command('revoke <id>')
  .description('end a key, at once')
  .addOption(data())
  .action(ending((id: string, options: { data: string }) => revokeApiKey(options.data, id)));

const takedowns = program
  .command('takedown')
  .description('take an article down for good: library, archive, and every version to come; a receipt stays')
  .argument('[article]', 'id or address of the article')
  .option('--reason <text>', 'why; the receipt keeps it')
  .option('--lift', 'let it in again, and fetch it anew', false)
  .addOption(data())
  .action(
    ending((article: string | undefined, options: { reason?: string; lift: boolean; data: string }) => {
      if (article !== undefined) return takedown(options.data, article, options);
      complain('name the article by its id or address; newsmill takedown list shows what was taken down');
      return 2;
    }),
  );
takedowns
  .command('list')
  .description('the receipts')
  .option('--json', 'as JSON lines', false)
  .addOption(data())
  .action(ending((options: { json: boolean; data: string }) => listTakedowns(options.data, options)));

program
  .command('reindex')
  .description(
    'build the index anew from its articles, with the mapping and analysis of this version; searches and the mill go on meanwhile',
  )
  .option('--abort', 'give up what an ended reindex left instead of going on with it', false)
  .addOption(data())
  .action(ending((options: { abort: boolean; data: string }) => reindex(options.data, options)));

program
  .command('healthcheck')
  .description('ask /readyz of a mill on this machine; exit code 0 when it is ready')
  .option(
    '--address <url>',
    'address of the mill',
    `http://127.0.0.1:${environment[settings.port.env] ?? settings.port.fallback}`,
  )
  .action(ending((options: { address: string }) => healthcheck(options.address)));

await program.parseAsync();
