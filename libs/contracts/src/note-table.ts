/** What a field of a note holds. */
type FieldKind = 'text' | 'number' | 'yes-no';

/** A note: how loud its log line is, what it says, when it is written. docs/notes.md is made from these. */
export interface DeclaredNote {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, FieldKind>>;
  readonly meaning: string;
}

/** Every note that newsmill writes. */
export const noteTable = {
  'mill.started': {
    level: 'info',
    fields: { address: 'text' },
    meaning: 'All servers are there and the roles run.',
  },
  'mill.failed': {
    level: 'error',
    fields: { code: 'number', error: 'text' },
    meaning: 'The mill cannot start; the process ends with this exit code.',
  },
  'mill.stopping': {
    level: 'info',
    fields: { signal: 'text' },
    meaning: 'A signal ends the process; what is in flight is finished or given back.',
  },
  'mill.incomplete': {
    level: 'warn',
    fields: { problem: 'text', text: 'text' },
    meaning: 'No process runs a service, or work does not move.',
  },
  'mill.complete': {
    level: 'info',
    fields: { problem: 'text' },
    meaning: 'A service runs again, or work moves again.',
  },
  'process.failed': {
    level: 'error',
    fields: { error: 'text' },
    meaning: 'An error that nobody caught ends the process.',
  },
  'process.warned': {
    level: 'warn',
    fields: { warning: 'text', text: 'text' },
    meaning: 'Node warns: an experiment, something deprecated, a leak.',
  },
  'process.said': {
    level: 'warn',
    fields: { stream: 'text', text: 'text' },
    meaning: 'A package, or an enricher of yours, printed something.',
  },
  'framework.said': {
    level: 'debug',
    fields: { context: 'text', text: 'text' },
    meaning: 'What Nest tells of its own work.',
  },
  'framework.warned': {
    level: 'warn',
    fields: { context: 'text', text: 'text' },
    meaning: 'What Nest warns of.',
  },
  'framework.failed': {
    level: 'error',
    fields: { context: 'text', text: 'text' },
    meaning: 'An error that Nest met, or that nobody foresaw in a request.',
  },
  'outage.began': {
    level: 'error',
    fields: { what: 'text', by: 'text', reason: 'text' },
    meaning: 'A server does not answer, or work cannot go on; nothing more is said of it until it is over.',
  },
  'outage.ended': {
    level: 'warn',
    fields: { what: 'text', seconds: 'number', attempts: 'number', reason: 'text' },
    meaning: 'It is over: how long it lasted, how many attempts failed, and why the last one did.',
  },
  'setting.unused': {
    level: 'warn',
    fields: { setting: 'text', reason: 'text' },
    meaning: 'A setting, or a secret of a source, was given and has no effect.',
  },
  'credentials.renewed': {
    level: 'info',
    fields: { setting: 'text' },
    meaning: 'A file of certificates or of a secret says something else, which new connections use.',
  },
  'credentials.kept': {
    level: 'warn',
    fields: { setting: 'text', problem: 'text' },
    meaning:
      'A file of certificates or of a secret cannot be used any more; what it said before stays in use.',
  },
  'key.made': {
    level: 'warn',
    fields: { path: 'text' },
    meaning: 'A key for changes was made; it lies in this file.',
  },
  'demo.away': {
    level: 'warn',
    fields: { problem: 'text' },
    meaning: 'The demonstration paper is not served.',
  },
  'files.exposed': {
    level: 'warn',
    fields: { path: 'text', mode: 'text', reason: 'text' },
    meaning: 'Others may read a file or folder of the mill, and it could not be closed.',
  },
  'http.limited': {
    level: 'warn',
    fields: { reason: 'text', client: 'text' },
    meaning: 'A connection was ended or refused; once a minute for each reason.',
  },
  'access.refused': {
    level: 'warn',
    fields: { client: 'text', by: 'text', reason: 'text', more: 'number' },
    meaning:
      'A key or a log-in of this address was refused; a line a minute for each address, thirty in all, and `more` were refused without a line since the last one. What was tried is told nowhere.',
  },
  'key.short': {
    level: 'warn',
    fields: { setting: 'text', characters: 'number', reason: 'text' },
    meaning: 'A key or token that was set by hand is short enough to be guessed, and others reach the mill.',
  },
  'key.old': {
    level: 'warn',
    fields: { setting: 'text', days: 'number' },
    meaning:
      'The admin key is older than a year: `newsmill keys rotate admin` makes another, or write one into its file. Once a day.',
  },
  'proxy.untrusted': {
    level: 'warn',
    fields: { address: 'text', header: 'text', setting: 'text' },
    meaning:
      'This address passes requests on, as a proxy does, and the setting does not name it: its visitors count as one. Once for each address, ten at most; a stranger may send the header too.',
  },
  'threads.planned': {
    level: 'info',
    fields: { cores: 'number', memoryMb: 'number', clean: 'number', enrich: 'number', threadMb: 'number' },
    meaning: 'How the process divides cores and memory.',
  },
  'threads.crowded': {
    level: 'warn',
    fields: { warning: 'text' },
    meaning: 'The threads that were set need more memory than there is.',
  },
  'stage.started': { level: 'info', fields: { stage: 'text' }, meaning: 'A stage takes messages.' },
  'stage.stopped': { level: 'info', fields: { stage: 'text' }, meaning: 'A stage takes no more messages.' },
  'message.dropped': {
    level: 'debug',
    fields: { stage: 'text', key: 'text', reason: 'text' },
    meaning: 'A message was expected and is not for us.',
  },
  'message.retrying': {
    level: 'info',
    fields: { stage: 'text', key: 'text', attempt: 'number', error: 'text' },
    meaning: 'A message failed and is tried again later.',
  },
  'message.dead': {
    level: 'warn',
    fields: { stage: 'text', topic: 'text', messageId: 'text', key: 'text', reason: 'text', detail: 'text' },
    meaning:
      'A message went to the dead letters; its topic is empty where it was a request of the fetch stage.',
  },
  'message.unreadable': {
    level: 'warn',
    fields: { stage: 'text', topic: 'text', error: 'text' },
    meaning: 'A message cannot be read and is left out; it stays in its topic.',
  },
  'enricher.failed': {
    level: 'warn',
    fields: { enricher: 'text', item: 'text', problem: 'text' },
    meaning: 'An enricher failed on an article, which goes on without its facts.',
  },
  'advice.missed': {
    level: 'info',
    fields: { task: 'text', article: 'text', reason: 'text' },
    meaning: 'The language model gave no answer that can be used for an article.',
  },
  'advice.spent': {
    level: 'warn',
    fields: { spent: 'number', budget: 'number' },
    meaning: 'The tokens of the day are used up; the language model is asked again tomorrow.',
  },
  'source.failing': {
    level: 'info',
    fields: { source: 'text', url: 'text', error: 'text' },
    meaning:
      'A channel of a source cannot be read; it is tried again, and nothing more is said until it is read.',
  },
  'source.recovered': {
    level: 'info',
    fields: { source: 'text', url: 'text', seconds: 'number', attempts: 'number' },
    meaning: 'It was read again: how long it failed, and how often.',
  },
  'network.away': {
    level: 'warn',
    fields: { domains: 'number', reason: 'text' },
    meaning:
      'So many domains in a row could not be found or reached that this machine seems to have no network; no source is blamed, and everything is tried again every half minute.',
  },
  'network.back': {
    level: 'warn',
    fields: { seconds: 'number', channels: 'number' },
    meaning: 'Something answers again: how long nothing did, and how many channels are asked again at once.',
  },
  'source.drifting': {
    level: 'warn',
    fields: { source: 'text', site: 'text', says: 'text' },
    meaning: 'What comes from a source differs from what came before, as if its layout broke.',
  },
  'source.steady': {
    level: 'info',
    fields: { source: 'text', site: 'text' },
    meaning: 'What comes from a source is as usual again, or its new form has become usual.',
  },
  'source.braked': {
    level: 'warn',
    fields: { stage: 'text', source: 'text', strikes: 'number', until: 'text' },
    meaning: 'A source costs too much and waits for a while.',
  },
  'source.released': {
    level: 'info',
    fields: { stage: 'text', source: 'text' },
    meaning: 'A braked source is handled as before.',
  },
  'source.quota-used': {
    level: 'warn',
    fields: { source: 'text', quota: 'text', used: 'number', most: 'number', until: 'text' },
    meaning: 'A source has used what it may use a day; its pages wait for the next day.',
  },
  'source.discovered': {
    level: 'info',
    fields: { source: 'text', url: 'text', kind: 'text' },
    meaning: 'A channel was found that a source did not name.',
  },
  'websub.asked': {
    level: 'info',
    fields: { source: 'text', url: 'text', hub: 'text', mode: 'text' },
    meaning: 'A hub was asked to push a channel, or to end that.',
  },
  'websub.confirmed': {
    level: 'info',
    fields: { source: 'text', channel: 'text', mode: 'text', leaseSeconds: 'number' },
    meaning: 'A hub confirmed a subscription.',
  },
  'websub.denied': {
    level: 'warn',
    fields: { source: 'text', channel: 'text', reason: 'text' },
    meaning: 'A hub refused a subscription.',
  },
  'websub.failed': {
    level: 'warn',
    fields: { source: 'text', url: 'text', hub: 'text', reason: 'text' },
    meaning: 'A hub could not be asked, or refused at once.',
  },
  'websub.silent': {
    level: 'warn',
    fields: { source: 'text', url: 'text', hub: 'text' },
    meaning: 'A hub has pushed nothing of what a poll found; the channel is polled as before.',
  },
  'websub.pushed': {
    level: 'debug',
    fields: { source: 'text', url: 'text', entries: 'number' },
    meaning: 'A hub pushed a channel.',
  },
  'websub.ignored': {
    level: 'warn',
    fields: { source: 'text', channel: 'text', reason: 'text', more: 'number' },
    meaning:
      'What a hub pushed was not taken. Where it does not prove that it comes from the hub, or is too much, a line a minute for each channel and reason; `more` were ignored without a line since the last one.',
  },
  'backfill.advanced': {
    level: 'debug',
    fields: { source: 'text', url: 'text', records: 'number', pages: 'number', offset: 'number' },
    meaning: 'An archive of old pages was read further.',
  },
  'backfill.ended': {
    level: 'info',
    fields: { source: 'text', url: 'text', records: 'number', pages: 'number', problem: 'text' },
    meaning: 'An archive of old pages was read to its end, or cannot be.',
  },
  'alert.sent': {
    level: 'debug',
    fields: { search: 'text', delivery: 'text', articles: 'number' },
    meaning: 'The matches of a saved search were taken.',
  },
  'alert.failed': {
    level: 'warn',
    fields: { search: 'text', delivery: 'text', problem: 'text' },
    meaning:
      'Whoever is to get them does not take them; it is tried again, and nothing more is said until it takes one.',
  },
  'alert.recovered': {
    level: 'warn',
    fields: { search: 'text', delivery: 'text', seconds: 'number', attempts: 'number' },
    meaning: 'It took this delivery: how old that is, and how often it had failed.',
  },
  'alert.stopped': {
    level: 'warn',
    fields: { search: 'text', reason: 'text' },
    meaning: 'A saved search is told no more until somebody switches it on again.',
  },
  'article.kept': {
    level: 'warn',
    fields: { source: 'text', url: 'text', reason: 'text' },
    meaning: 'An article stays although its page seems to be gone.',
  },
  'page.taken': {
    level: 'info',
    fields: { source: 'text', url: 'text' },
    meaning: 'A page went over from one source to another.',
  },
  'article.withdrawn': {
    level: 'info',
    fields: { source: 'text', url: 'text', reason: 'text' },
    meaning: 'The publisher took an article away; it leaves the library.',
  },
  'source.refused': {
    level: 'warn',
    fields: { place: 'text', effect: 'text', problem: 'text' },
    meaning: 'A source file has a mistake.',
  },
  'library.damaged': {
    level: 'error',
    fields: { detail: 'text', aside: 'text' },
    meaning: 'The file of the library was damaged and set aside.',
  },
  'library.rebuilt': {
    level: 'warn',
    fields: {
      missing: 'number',
      fromArchive: 'number',
      askedAgain: 'number',
      lost: 'number',
      damaged: 'text',
      detail: 'text',
    },
    meaning: 'Missing articles were brought back from the archive.',
  },
  'file.damaged': {
    level: 'error',
    fields: { file: 'text', detail: 'text' },
    meaning: 'A file of the embedded form is damaged.',
  },
  'files.unread': {
    level: 'warn',
    fields: { error: 'text' },
    meaning: 'The files could not be looked at for damage; that is tried again tomorrow.',
  },
  'sources.loaded': {
    level: 'info',
    fields: { count: 'number', problems: 'number' },
    meaning: 'The source files were read.',
  },
  'intake.paused': { level: 'warn', fields: { reason: 'text' }, meaning: 'A stage takes nothing for now.' },
  'archive.damaged': {
    level: 'error',
    fields: { place: 'text', problem: 'text', url: 'text' },
    meaning:
      'A record of the archive is not what was written, or a file of it is gone that was not pruned; `newsmill verify --mend` asks for the pages again.',
  },
  'archive.unasked': {
    level: 'warn',
    fields: { problem: 'text' },
    meaning:
      'Which files and pages of the archive are gone could not be found out: most of it is away, or the library does not answer. The next daily look tries again.',
  },
  'archive.pruned': {
    level: 'info',
    fields: { files: 'number', bytes: 'number' },
    meaning: 'Files of the archive have had their time.',
  },
  'articles.expired': {
    level: 'info',
    fields: { articles: 'number' },
    meaning: 'Articles have had their time and left the library.',
  },
  'archive.released': {
    level: 'info',
    fields: { pages: 'number' },
    meaning: 'Raw pages left the archive because their publishers say noarchive.',
  },
  'items.settled': {
    level: 'debug',
    fields: { items: 'number' },
    meaning: 'Items are at rest and old: the state keeps little of them from now on.',
  },
  'topic.differs': {
    level: 'warn',
    fields: { detail: 'text' },
    meaning: 'A topic is there and is not as the mill would make it; it is used as it is.',
  },
  'topics.made': {
    level: 'info',
    fields: { topics: 'text' },
    meaning: 'Topics were missing at the start and were made.',
  },
  'topics.restored': {
    level: 'warn',
    fields: { topics: 'text' },
    meaning:
      'Topics were deleted while the mill ran and were made again; what waited in them is fetched again in a few minutes.',
  },
  'topics.mended': {
    level: 'warn',
    fields: { items: 'number' },
    meaning: 'Items whose messages or dead letters went with a topic are fetched again.',
  },
  'consumer.restarted': {
    level: 'debug',
    fields: { detail: 'text' },
    meaning: 'A member of a consumer group begins again; where it cannot for a while, that is an outage.',
  },
  'state.rebuilt': { level: 'warn', fields: { owner: 'text' }, meaning: 'The state was rebuilt.' },
} as const satisfies Record<string, DeclaredNote>;
