/** What a field of a note holds. */
type FieldKind = 'text' | 'number' | 'yes-no';

/** A note: how loud its log line is, what it says, when it is written. docs/notes.md is made from these. */
export interface DeclaredNote {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, FieldKind>>;
  readonly meaning: string;
}

/** Every note that newsmill writes. */
// biome-ignore format: a table, read by its rows
export const noteTable = {
  'mill.started': { level: 'info', fields: { address: 'text' }, meaning: 'All servers are there and the roles run.' },
  'mill.stopping': { level: 'info', fields: { signal: 'text' }, meaning: 'A signal ends the process; what is in flight is finished or given back.' },
  'mill.incomplete': { level: 'warn', fields: { problem: 'text', text: 'text' }, meaning: 'No process runs a service, or work does not move.' },
  'mill.complete': { level: 'info', fields: { problem: 'text' }, meaning: 'A service runs again, or work moves again.' },
  'files.exposed': { level: 'warn', fields: { path: 'text', mode: 'text', reason: 'text' }, meaning: 'Others may read a file or folder of the mill, and it could not be closed.' },
  'http.limited': { level: 'warn', fields: { reason: 'text', client: 'text' }, meaning: 'A connection was ended or refused; once a minute for each reason.' },
  'threads.planned': { level: 'info', fields: { cores: 'number', memoryMb: 'number', clean: 'number', enrich: 'number', threadMb: 'number' }, meaning: 'How the process divides cores and memory.' },
  'threads.crowded': { level: 'warn', fields: { warning: 'text' }, meaning: 'The threads that were set need more memory than there is.' },
  'stage.started': { level: 'info', fields: { stage: 'text' }, meaning: 'A stage takes messages.' },
  'stage.stopped': { level: 'info', fields: { stage: 'text' }, meaning: 'A stage takes no more messages.' },
  'message.dropped': { level: 'debug', fields: { stage: 'text', key: 'text', reason: 'text' }, meaning: 'A message was expected and is not for us.' },
  'message.retrying': { level: 'info', fields: { stage: 'text', key: 'text', attempt: 'number', error: 'text' }, meaning: 'A message failed and is tried again later.' },
  'message.dead': { level: 'info', fields: { stage: 'text', key: 'text', reason: 'text', detail: 'text' }, meaning: 'A message went to the dead letters.' },
  'enricher.failed': { level: 'warn', fields: { enricher: 'text', item: 'text', problem: 'text' }, meaning: 'An enricher failed on an article, which goes on without its facts.' },
  'stage.stalled': { level: 'error', fields: { stage: 'text', error: 'text' }, meaning: 'A stage cannot go on, or leaves a broken message out; the error says why.' },
  'advice.failed': { level: 'warn', fields: { stage: 'text', error: 'text' }, meaning: 'The language model could not be asked for a batch; its articles go on without.' },
  'advice.missed': { level: 'info', fields: { task: 'text', article: 'text', reason: 'text' }, meaning: 'The language model gave no answer that can be used for an article.' },
  'advice.spent': { level: 'warn', fields: { spent: 'number', budget: 'number' }, meaning: 'The tokens of the day are used up; the language model is asked again tomorrow.' },
  'source.failing': { level: 'info', fields: { source: 'text', url: 'text', error: 'text', attempt: 'number' }, meaning: 'A channel or page of a source could not be read; it is tried again later.' },
  'source.recovered': { level: 'info', fields: { source: 'text', url: 'text' }, meaning: 'A channel or page that failed was read again.' },
  'source.braked': { level: 'warn', fields: { stage: 'text', source: 'text', strikes: 'number', until: 'text' }, meaning: 'A source costs too much and waits for a while.' },
  'source.released': { level: 'info', fields: { stage: 'text', source: 'text' }, meaning: 'A braked source is handled as before.' },
  'source.discovered': { level: 'info', fields: { source: 'text', url: 'text', kind: 'text' }, meaning: 'A channel was found that a source did not name.' },
  'websub.asked': { level: 'info', fields: { source: 'text', url: 'text', hub: 'text', mode: 'text' }, meaning: 'A hub was asked to push a channel, or to end that.' },
  'websub.confirmed': { level: 'info', fields: { source: 'text', channel: 'text', mode: 'text', leaseSeconds: 'number' }, meaning: 'A hub confirmed a subscription.' },
  'websub.denied': { level: 'warn', fields: { source: 'text', channel: 'text', reason: 'text' }, meaning: 'A hub refused a subscription.' },
  'websub.failed': { level: 'warn', fields: { source: 'text', url: 'text', hub: 'text', reason: 'text' }, meaning: 'A hub could not be asked, or refused at once.' },
  'websub.silent': { level: 'warn', fields: { source: 'text', url: 'text', hub: 'text' }, meaning: 'A hub has pushed nothing of what a poll found; the channel is polled as before.' },
  'websub.pushed': { level: 'debug', fields: { source: 'text', url: 'text', entries: 'number' }, meaning: 'A hub pushed a channel.' },
  'websub.ignored': { level: 'warn', fields: { source: 'text', channel: 'text', reason: 'text' }, meaning: 'What a hub pushed was not taken.' },
  'backfill.advanced': { level: 'debug', fields: { source: 'text', url: 'text', records: 'number', pages: 'number', offset: 'number' }, meaning: 'An archive of old pages was read further.' },
  'backfill.ended': { level: 'info', fields: { source: 'text', url: 'text', records: 'number', pages: 'number', problem: 'text' }, meaning: 'An archive of old pages was read to its end, or cannot be.' },
  'alert.sent': { level: 'debug', fields: { search: 'text', delivery: 'text', articles: 'number' }, meaning: 'A webhook took the matches of a saved search.' },
  'alert.failed': { level: 'warn', fields: { search: 'text', delivery: 'text', attempt: 'number', problem: 'text' }, meaning: 'A webhook did not take them; it is tried again.' },
  'alert.stopped': { level: 'warn', fields: { search: 'text', reason: 'text' }, meaning: 'A saved search is told no more until somebody switches it on again.' },
  'article.kept': { level: 'warn', fields: { source: 'text', url: 'text', reason: 'text' }, meaning: 'An article stays although its page seems to be gone.' },
  'page.taken': { level: 'info', fields: { source: 'text', url: 'text' }, meaning: 'A page went over from one source to another.' },
  'article.withdrawn': { level: 'info', fields: { source: 'text', url: 'text', reason: 'text' }, meaning: 'The publisher took an article away; it leaves the library.' },
  'source.refused': { level: 'warn', fields: { place: 'text', effect: 'text', problem: 'text' }, meaning: 'A source file has a mistake.' },
  'library.damaged': { level: 'error', fields: { detail: 'text', aside: 'text' }, meaning: 'The file of the library was damaged and set aside.' },
  'library.rebuilt': { level: 'warn', fields: { missing: 'number', fromArchive: 'number', askedAgain: 'number', lost: 'number', damaged: 'text', detail: 'text' }, meaning: 'Missing articles were brought back from the archive.' },
  'file.damaged': { level: 'error', fields: { file: 'text', detail: 'text' }, meaning: 'A file of the embedded form is damaged.' },
  'sources.loaded': { level: 'info', fields: { count: 'number', problems: 'number' }, meaning: 'The source files were read.' },
  'intake.paused': { level: 'warn', fields: { reason: 'text' }, meaning: 'A stage takes nothing for now.' },
  'archive.pruned': { level: 'info', fields: { files: 'number', bytes: 'number' }, meaning: 'Files of the archive have had their time.' },
  'articles.expired': { level: 'info', fields: { articles: 'number' }, meaning: 'Articles have had their time and left the library.' },
  'port.missing': { level: 'warn', fields: { port: 'text', reason: 'text' }, meaning: 'A server does not answer.' },
  'port.back': { level: 'info', fields: { port: 'text' }, meaning: 'A server answers again.' },
  'bus.report': { level: 'warn', fields: { kind: 'text', detail: 'text' }, meaning: 'The client of Kafka reports what it does by itself.' },
  'state.lost': { level: 'warn', fields: { rebuiltHere: 'yes-no' }, meaning: 'The state was lost and is being rebuilt.' },
  'state.rebuilt': { level: 'warn', fields: { owner: 'text' }, meaning: 'The state was rebuilt.' },
} as const satisfies Record<string, DeclaredNote>;
