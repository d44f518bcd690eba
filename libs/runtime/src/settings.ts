import { z } from 'zod';
import { Duration, durationMs } from '@newsmill/contracts';
import { editDistance } from '@newsmill/text';

/** One setting: how it is checked, its environment variable, one sentence. */
export interface Setting<T> {
  readonly schema: z.ZodType<T, string | undefined>;
  readonly env: string;
  readonly description: string;
  /** As it would be written in the environment; undefined: no default. */
  readonly fallback: string | undefined;
}

function setting<T>(schema: z.ZodType<T, string | undefined>, env: string, fallback: string | undefined, description: string): Setting<T> {
  return { schema, env, fallback, description };
}

const text = z.string().min(1);
const whole = (min: number, max: number) => z.string().regex(/^\d+$/, 'a whole number').transform(Number).pipe(z.number().min(min).max(max));
const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const milliseconds = Duration.transform(durationMs);
const durations = z
  .string()
  .transform((list) => list.split(',').map((part) => part.trim()))
  .pipe(z.array(Duration).min(1).max(10))
  .transform((list) => list.map(durationMs));
const names = z.string().transform((list) => list.split(',').map((part) => part.trim()).filter((part) => part !== ''));

/** Every setting of newsmill. docs/settings.md and deploy/settings.env.example are made from this table. */
export const settings = {
  host: setting(text, 'NEWSMILL_HOST', '127.0.0.1', 'Address that the API and the console listen on.'),
  port: setting(whole(0, 65_535), 'NEWSMILL_PORT', '8080', 'Port of the API and the console; 0 picks a free one.'),
  allowedHosts: setting(names, 'NEWSMILL_ALLOWED_HOSTS', '', 'Host names, besides loopback ones, under which the API may be asked, comma-separated.'),
  openReads: setting(yesNo, 'NEWSMILL_OPEN_READS', 'no', 'Whether other machines may read without the key: yes or no; this machine always may.'),
  data: setting(text, 'NEWSMILL_DATA', './data', 'Folder of the embedded form: queue, state, library, archive, keys.'),
  sources: setting(text.optional(), 'NEWSMILL_SOURCES', undefined, 'Folder of the source files (*.yaml); without it <data>/sources, which starts with a list of well-known feeds.'),
  demo: setting(yesNo.optional(), 'NEWSMILL_DEMO', undefined, 'Whether the demonstration paper is served and read: yes or no; without it yes unless a folder of sources is given.'),
  logLevel: setting(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']), 'NEWSMILL_LOG_LEVEL', 'warn', 'Least level of log lines on standard error: trace, debug, info, warn, error or fatal.'),
  userAgent: setting(text, 'NEWSMILL_USER_AGENT', 'newsmill/0.1 (+https://newsmill.example/bot)', 'User-Agent of every request; its first word is looked up in robots.txt.'),
  fetchConcurrency: setting(whole(1, 1_000), 'NEWSMILL_FETCH_CONCURRENCY', '32', 'Greatest number of requests in flight, one for each host.'),
  retryLadder: setting(durations, 'NEWSMILL_RETRY_LADDER', '30s,5m,1h', 'Waits between tries of a failing request or message, comma-separated; after the last one it goes to the dead letters.'),
  revisits: setting(durations, 'NEWSMILL_REVISITS', '1h,6h,1d,7d', 'Ages at which an article is asked for again, comma-separated.'),
  pollMin: setting(milliseconds, 'NEWSMILL_POLL_MIN', '5m', 'Shortest interval between two polls of a channel.'),
  pollMax: setting(milliseconds, 'NEWSMILL_POLL_MAX', '12h', 'Longest interval between two polls of a channel, failing ones included.'),
  cleanWorkers: setting(whole(1, 64).optional(), 'NEWSMILL_CLEAN_WORKERS', undefined, 'Threads that clean pages; without it the number of cores less one, at least one.'),
  cleanBudget: setting(milliseconds, 'NEWSMILL_CLEAN_BUDGET', '2s', 'Greatest time for cleaning one page; then its thread is ended and the page goes to the dead letters.'),
  bytesInFlight: setting(whole(100_000, 1_000_000_000), 'NEWSMILL_BYTES_IN_FLIGHT', '8000000', 'Greatest sum of bytes that a stage works on at a time.'),
  maxQueuedPages: setting(whole(1, 1_000_000), 'NEWSMILL_MAX_QUEUED_PAGES', '256', 'Fetched pages waiting to be cleaned above which fetching pauses.'),
  archiveMaxAge: setting(milliseconds, 'NEWSMILL_ARCHIVE_MAX_AGE', '30d', 'Age at which archived pages are deleted.'),
  archiveMaxBytes: setting(whole(0, 1e15), 'NEWSMILL_ARCHIVE_MAX_BYTES', '20000000000', 'Size of the archive above which the oldest files are deleted.'),
  healthPort: setting(whole(0, 65_535).optional(), 'NEWSMILL_HEALTH_PORT', undefined, 'Port for /livez, /readyz, /startupz and /metrics of a role without API; without it a free one.'),
} satisfies Record<string, Setting<unknown>>;

/** The values of all settings; `fetchConcurrency: number`, `retryLadder: number[]` in milliseconds, and so on. */
export type Settings = { readonly [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer T> ? T : never };

/** All mistakes in the settings, together. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`${problems.length} mistake${problems.length === 1 ? '' : 's'} in the settings:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

function unknownNames(environment: Readonly<Record<string, string | undefined>>): string[] {
  const known: string[] = Object.values(settings).map((entry) => entry.env);
  return Object.keys(environment)
    .filter((name) => name.startsWith('NEWSMILL_') && !known.includes(name) && !name.startsWith('NEWSMILL_SECRET_') && name !== 'NEWSMILL_BENCH')
    .map((name) => {
      const nearest = [...known].sort((a, b) => editDistance(name, a) - editDistance(name, b))[0];
      return `${name} is no setting${nearest !== undefined && editDistance(name, nearest) <= 4 ? `; did you mean ${nearest}?` : '; see docs/settings.md'}`;
    });
}

/** Reads all settings from environment variables. Throws BadSettings with every mistake at once. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems = unknownNames(environment);
  const values: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries<Setting<unknown>>(settings)) {
    const given = environment[entry.env];
    const parsed = entry.schema.safeParse(given === undefined || given === '' ? entry.fallback : given);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${entry.env}=${JSON.stringify(given)}: ${parsed.error.issues.map((issue) => issue.message).join('; ')} (${entry.description})`);
  }
  if (problems.length > 0) throw new BadSettings(problems);
  return values as Settings; // every key of the table was parsed by its own schema above
}
