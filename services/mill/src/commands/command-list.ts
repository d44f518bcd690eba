import type { AnyCommand } from './declare/define-command.ts';

/** A command, or a name for several, as the overview shows it; the rest is in its file, read when it is named. */
export interface ListedCommand {
  readonly name: string;
  readonly words: string;
  readonly description: string;
  /** None: a name for the commands below it. */
  readonly load?: () => Promise<{ readonly command: AnyCommand }>;
}

function group(name: string, description: string): ListedCommand {
  return { name, words: '', description };
}

/** Every command, in the order of the overview. */
export const commandList: readonly ListedCommand[] = [
  {
    name: 'run',
    words: '',
    description:
      'run the mill: all services in one process, or the named ones over Kafka, Redis and Elasticsearch',
    load: () => import('./run.ts'),
  },
  group('sources', 'work with sources'),
  {
    name: 'sources add',
    words: '<url>',
    description:
      'add a feed, or what a publisher offers at that address: feeds, news sitemaps, pages that list articles; shows ten articles and what each channel brings of the home page, writes the source file with a test',
    load: () => import('./sources/add.ts'),
  },
  {
    name: 'sources list',
    words: '',
    description:
      'every source with what arrives from it, what to do about it, its last poll, and when and why it is polled next',
    load: () => import('./sources/list.ts'),
  },
  {
    name: 'sources plan',
    words: '[path]',
    description:
      'what changed source files would do: sources that come, go and change, and the requests a day that this asks of publishers; changes nothing',
    load: () => import('./sources/plan.ts'),
  },
  {
    name: 'sources doctor',
    words: '[id]',
    description:
      'ask for the channels of a source (or of all) and one of its pages now, and say why each does not come and what to do; exit code 1 when something is found',
    load: () => import('./sources/doctor.ts'),
  },
  {
    name: 'sources poll',
    words: '<source>',
    description: 'let the running mill poll the channels of a source now, or one channel by its address',
    load: () => import('./sources/poll.ts'),
  },
  {
    name: 'sources lift',
    words: '<source>',
    description:
      'let a source go on that is braked, since its pages took too much computing, or has used its quotas of the day',
    load: () => import('./sources/lift.ts'),
  },
  {
    name: 'sources fetches',
    words: '<id>',
    description: 'how the last polls of the channels of a source went, fifty of each, the newest first',
    load: () => import('./sources/fetches.ts'),
  },
  {
    name: 'sources pause',
    words: '<id>',
    description:
      'stop polling a source until `sources resume`: writes enabled: false into its file and keeps all else; pages that it told of before are still fetched',
    load: () => import('./sources/pause.ts'),
  },
  {
    name: 'sources resume',
    words: '<id>',
    description: 'poll a source again that was paused: writes enabled: true into its file and keeps all else',
    load: () => import('./sources/resume.ts'),
  },
  {
    name: 'sources edit',
    words: '<id>',
    description:
      'change the file of a source in your editor ($VISUAL or $EDITOR), or take its text from another file; it is checked, what would change is shown, and only a file without mistakes is written',
    load: () => import('./sources/edit.ts'),
  },
  {
    name: 'sources remove',
    words: '<id>',
    description:
      'remove the file of a source; without --yes it shows what that leaves behind, and changes nothing; its articles stay (`takedown` and `retention` remove articles)',
    load: () => import('./sources/remove.ts'),
  },
  {
    name: 'sources import',
    words: '<file>',
    description:
      'add the feeds of an OPML file, the sources of a table in CSV, or what the publishers of a list of addresses offer: one source file for each that no source has yet',
    load: () => import('./sources/import.ts'),
  },
  {
    name: 'sources export',
    words: '[target]',
    description:
      'write the feeds of all sources as OPML 2.0, to standard output without a file; or all sources as YAML, one file each, to a folder',
    load: () => import('./sources/export.ts'),
  },
  {
    name: 'sources record',
    words: '<id> <url>',
    description:
      'write a page of a source, and the article that is made of it now, beside the source file, for `sources test`',
    load: () => import('./sources/record.ts'),
  },
  {
    name: 'sources test',
    words: '[id]',
    description:
      'read the recorded pages of a source, or of all, with the code and rules of now, against their articles and `tests` of the source file; exit code 1 when one differs',
    load: () => import('./sources/try.ts'),
  },
  {
    name: 'sources try',
    words: '<id>',
    description:
      'request the channels of a source and say what each of its rules (include, exclude) would leave out of their entries now; keeps nothing',
    load: () => import('./sources/try-rules.ts'),
  },
  {
    name: 'validate',
    words: '[paths...]',
    description: 'check source files: all mistakes in one pass; exit code 78 when there are any',
    load: () => import('./validate.ts'),
  },
  {
    name: 'extract',
    words: '[target]',
    description:
      'print the article of a page: an address, a file, or - for standard input; or read all pages of a manifest',
    load: () => import('./extract/extract.ts'),
  },
  {
    name: 'trace',
    words: '<url>',
    description: 'where an article is, and why',
    load: () => import('./trace.ts'),
  },
  {
    name: 'tap',
    words: '<stage>',
    description:
      'what passes a stage, as it passes: one line for each message; takes nothing from the mill, which does not notice',
    load: () => import('./tap.ts'),
  },
  {
    name: 'history',
    words: '<article>',
    description: 'what a publisher changed of an article since it was first read: headline and sentences',
    load: () => import('./history.ts'),
  },
  group(
    'alerts',
    'saved searches: what matches from now on is sent to a webhook, by mail or to a chat, and is there as a feed',
  ),
  {
    name: 'alerts list',
    words: '',
    description: 'all saved searches, with how their alerts stand',
    load: () => import('./alerts/list.ts'),
  },
  {
    name: 'alerts add',
    words: '<name> <query>',
    description: 'save a search; shows its id and the secret of its webhook, once',
    load: () => import('./alerts/add.ts'),
  },
  {
    name: 'alerts edit',
    words: '<id>',
    description: 'change a saved search; what is not named stays',
    load: () => import('./alerts/edit.ts'),
  },
  {
    name: 'alerts deliveries',
    words: '<id>',
    description: 'what was sent for a saved search, what waits and what failed; sends again what failed',
    load: () => import('./alerts/deliveries.ts'),
  },
  {
    name: 'alerts remove',
    words: '<id>',
    description: 'end a saved search',
    load: () => import('./alerts/remove.ts'),
  },
  {
    name: 'alerts test',
    words: '<id>',
    description: 'send a test to the webhook, the mail address or the room now',
    load: () => import('./alerts/try.ts'),
  },
  group('dead', 'the dead letters: what failed for good, with its reason'),
  {
    name: 'dead list',
    words: '',
    description: 'the newest dead letters, one line for each',
    load: () => import('./dead/list.ts'),
  },
  {
    name: 'dead groups',
    words: '',
    description: 'the causes of the dead letters: how many of each, since when, of which sources',
    load: () => import('./dead/groups.ts'),
  },
  {
    name: 'dead group',
    words: '<group>',
    description: 'one cause of dead letters: what they have in common, and the newest of them',
    load: () => import('./dead/group.ts'),
  },
  {
    name: 'dead show',
    words: '<id>',
    description: 'all of one dead letter, with its original bytes',
    load: () => import('./dead/show.ts'),
  },
  {
    name: 'dead edit',
    words: '<id>',
    description:
      'change the message of a dead letter in your editor ($VISUAL or $EDITOR), or take it from a file; only one that fits its schema is sent in its place, and a receipt keeps what it was',
    load: () => import('./dead/edit.ts'),
  },
  {
    name: 'dead replay',
    words: '[ids...]',
    description: 'try again, at a rate: by id, by what they have in common, or --all',
    load: () => import('./dead/replay.ts'),
  },
  {
    name: 'dead discard',
    words: '[ids...]',
    description:
      'give dead letters up for good: by id, by what they have in common, or --all; a receipt stays',
    load: () => import('./dead/discard.ts'),
  },
  {
    name: 'report',
    words: '',
    description:
      'coverage and latency of each source by month or quarter: articles, silent days, delays from publication on, and what became of the addresses',
    load: () => import('./report.ts'),
  },
  {
    name: 'processes',
    words: '',
    description:
      'which processes of the mill live, what none of them runs, what does not move, and how many days of room are left',
    load: () => import('./processes.ts'),
  },
  {
    name: 'top',
    words: '',
    description:
      'how the mill stands, again and again: stages with rates, lag and errors, requests, memory, disks, and what somebody must look after; q ends it',
    load: () => import('./top.ts'),
  },
  {
    name: 'graph',
    words: '',
    description:
      'how the mill is laid out and what is where: sources by host, stages, topics and library, with counts',
    load: () => import('./graph/graph.ts'),
  },
  group('config', 'the settings of the mill'),
  {
    name: 'config show',
    words: '',
    description:
      'every setting with its value, by group; secrets are masked; exit code 78 where a value cannot be used',
    load: () => import('./config/show.ts'),
  },
  {
    name: 'audit',
    words: '',
    description: 'prove that the counts balance: every discovered item has one fate, and the library agrees',
    load: () => import('./audit.ts'),
  },
  {
    name: 'backfill',
    words: '<files...>',
    description:
      'let the mill read archives of old pages (.warc, .warc.gz; paths or addresses) beside its live work',
    load: () => import('./backfill.ts'),
  },
  group('train', 'teach the mill from your own articles'),
  {
    name: 'train topics',
    words: '[files...]',
    description:
      'learn topics from JSON lines {title?, text, label | labels}, or from the library without files; prints the accuracy by cross-validation',
    load: () => import('./train/topics.ts'),
  },
  {
    name: 'backup',
    words: '<file>',
    description: 'write all of the mill into one file, which restores into any form; it may run meanwhile',
    load: () => import('./backup.ts'),
  },
  {
    name: 'changes',
    words: '',
    description:
      'the log of changes (audit log), newest first: who changed what, when and from where, by API, console or command',
    load: () => import('./changes/changes.ts'),
  },
  {
    name: 'changes verify',
    words: '',
    description:
      'read the whole log of changes and check its chain of hashes: exit code 1 where an entry was changed, removed or put in; prints the newest entry, to be kept elsewhere',
    load: () => import('./changes/verify.ts'),
  },
  {
    name: 'backups',
    words: '',
    description:
      'when backups were made in the last 90 days, where and by whom signed; exit code 1 where the newest is older than 8 days',
    load: () => import('./backups.ts'),
  },
  {
    name: 'verify',
    words: '',
    description:
      'read everything that is kept and compare it with its checksums: the files of SQLite and every page of the archive; the mill may run meanwhile',
    load: () => import('./verify.ts'),
  },
  {
    name: 'recover',
    words: '',
    description:
      'write a damaged mill.db or registry.db anew from what can still be read of it, and the state from the ledger; the mill must not run, and the damaged file is kept',
    load: () => import('./recover.ts'),
  },
  {
    name: 'restore',
    words: '<file>',
    description:
      'put a backup into an empty mill that does not run, of whatever form; all of the file is proven before anything is written',
    load: () => import('./restore.ts'),
  },
  {
    name: 'export',
    words: '',
    description:
      'write the articles of the library, or what changed since an export before, to standard output or a file; the mill may run meanwhile',
    load: () => import('./export.ts'),
  },
  {
    name: 'mcp',
    words: '',
    description:
      'serve agents over standard input and output (Model Context Protocol): search, articles, related, timeline, sources, explain; reading only, the mill may run meanwhile',
    load: () => import('./mcp.ts'),
  },
  {
    name: 'reprocess',
    words: '[enrichers...]',
    description:
      'find facts again: run the named enrichers, or all that are switched on, over the articles of the library, or send these to the named extensions; or clean these again from their pages in the archive; the mill may run meanwhile',
    load: () => import('./reprocess.ts'),
  },
  group('keys', 'keys of the API: who may read, write, or do everything'),
  {
    name: 'keys add',
    words: '<name>',
    description: 'make a key; it is printed once, on standard output',
    load: () => import('./keys/add.ts'),
  },
  {
    name: 'keys list',
    words: '',
    description: 'all keys, without their secrets',
    load: () => import('./keys/list.ts'),
  },
  {
    name: 'keys rotate',
    words: '<id>',
    description:
      'give a key, or admin: that of the first start, another text, printed once; the one before opens for a while, that of admin no longer',
    load: () => import('./keys/rotate.ts'),
  },
  {
    name: 'keys revoke',
    words: '<id>',
    description: 'end a key, at once',
    load: () => import('./keys/revoke.ts'),
  },
  group('sessions', 'browsers that are logged in'),
  {
    name: 'sessions list',
    words: '',
    description: 'the browsers that are logged in',
    load: () => import('./sessions/list.ts'),
  },
  {
    name: 'sessions end',
    words: '[id]',
    description: 'log a browser out, or with --all every one, at once',
    load: () => import('./sessions/end.ts'),
  },
  {
    name: 'takedown',
    words: '[article]',
    description:
      'take an article down for good: library, archive, and every version to come; a receipt stays',
    load: () => import('./takedown/takedown.ts'),
  },
  {
    name: 'takedown list',
    words: '',
    description: 'the receipts',
    load: () => import('./takedown/list.ts'),
  },
  {
    name: 'reindex',
    words: '',
    description:
      'rebuild the index from its articles with the mapping and analysis of this version; searches and the mill go on meanwhile',
    load: () => import('./reindex.ts'),
  },
  {
    name: 'healthcheck',
    words: '',
    description: 'ask /readyz of a mill on this machine; exit code 0 when it is ready',
    load: () => import('./healthcheck.ts'),
  },
  {
    name: 'completions',
    words: '<shell>',
    description: 'write a script that lets a shell (bash, zsh or fish) complete commands and options',
    load: () => import('./completions.ts'),
  },
  {
    name: 'man',
    words: '',
    description: 'write the manual page of all commands, for man(1)',
    load: () => import('./man.ts'),
  },
];
