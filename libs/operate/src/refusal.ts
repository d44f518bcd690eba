/**
 * What can be refused of what people ask of a mill; each with what whoever asked can do about it. The codes
 * of the API are the same.
 */
export const refusals = {
  'bad-address': 'Give a whole http or https address, such as https://example.org/feed.xml.',
  'bad-query': 'The entry of `errors` gives the position in `q` and, where there is one, a suggestion.',
  'bad-body': 'Each entry of `errors` points into the body and says what is allowed there.',
  'unknown-article': 'Look up the address of the article in the ledger to see its fate.',
  'unknown-version': '`/api/v1/articles/{id}/versions` lists the versions of an article.',
  'no-original':
    'Open the article at its publisher; `url` of the article is its address. The archive keeps pages as long as NEWSMILL_ARCHIVE_MAX_AGE and NEWSMILL_ARCHIVE_MAX_BYTES say.',
  'unknown-item': 'No channel has named this address yet, or the channel wrote it differently.',
  'unknown-dead-letter':
    'It was replayed or discarded, or has expired; `/api/v1/dead` lists the dead letters.',
  'unknown-replay': '`/api/v1/dead/replays` lists the replays of the last days.',
  'no-verification': 'It has ended by itself; `/api/v1/integrity` says what it found.',
  'verification-runs': 'Wait until it has ended, or stop it; `/api/v1/integrity` says how far it is.',
  'unknown-source': '`/api/v1/sources` and `newsmill sources list` list the ids of all sources.',
  'unknown-saved-search': '`/api/v1/saved-searches` lists the ids of all saved searches.',
  'already-there': 'Choose another id, or change the existing one.',
  'too-many-saved-searches': 'Remove saved searches that nobody needs, or raise NEWSMILL_MAX_SAVED_SEARCHES.',
  'precondition-failed':
    'Read it again, and make your change to what it is now; over the API, send the new ETag in `If-Match`.',
  'bad-export': 'Name another file, or export again from the beginning.',
  'backup-exists': 'Name another file, or move this one away.',
  'backup-not-written': 'Write the backup to another disk.',
  'bad-backup': 'Copy the file again from the machine that made it, or use an older backup.',
  'newer-backup': 'Restore it with the version that made it, or with a newer one.',
  'backup-changed': 'Empty the target mill, and find out who changed the file.',
  'untrusted-backup':
    'Compare its fingerprint with the one that `newsmill backup` printed, and name it with --signed-by.',
  'bad-list':
    'Give OPML, a table in CSV with a column url, or one address a line; docs/add-sources.md shows each.',
  'bad-backup-key': 'Put the earlier key back, or move its file away: the next backup creates a new key.',
  'not-empty': 'Use an empty mill, or add the backup with --merge.',
  'not-supported': 'The detail names the setting that switches it on, or another way.',
  'restore-overtaken': 'Stop the fetch service, wait half a minute, and restore again.',
} as const satisfies Readonly<Record<string, string>>;
export type RefusalCode = keyof typeof refusals;

/** One mistake. `pointer` is a JSON pointer into what was asked (`#/limit`). */
export interface RefusalEntry {
  readonly pointer: string;
  readonly detail: string;
  /** Offset in the text of a query. */
  readonly position?: number;
  readonly suggestion?: string;
}

/**
 * Whoever asks is refused, for a reason that lies with them or with what they name. The message says what was
 * found; the API makes a problem of RFC 9457 of it, the command line a sentence and an exit code, agents get
 * it as the error of their tool.
 */
export class Refusal extends Error {
  override readonly name: string = 'Refusal';
  readonly code: RefusalCode;
  readonly errors: readonly RefusalEntry[];
  constructor(
    code: RefusalCode,
    detail: string,
    errors: readonly RefusalEntry[] = [],
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.code = code;
    this.errors = errors;
  }
  /** What whoever asked can do about it. */
  get remedy(): string {
    return refusals[this.code];
  }
}
