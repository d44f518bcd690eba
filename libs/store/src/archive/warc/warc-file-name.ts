const dayMs = 86_400_000;
/**
 * `<day>-<shard>-<time of making>.warc`: a name is never used again, so an old reference cannot meet a new
 * page.
 */
const grammar = /^(\d{4})(\d{2})(\d{2})-([a-z0-9_]{1,40})-([0-9a-z]{9})\.warc$/;

/** Whether a file of that name belongs to an archive. */
export function isWarcFileName(name: string): boolean {
  return grammar.test(name);
}

/** Whether it can stand in the names of files: lower-case letters, digits, `_`. */
export function isShard(text: string): boolean {
  return /^[a-z0-9_]{1,40}$/.test(text);
}

/** The day (UTC) as it stands at the start of a name. */
export function warcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
}

/** Name of the file that `shard` makes at `madeAt` for pages of `day`. */
export function warcFileName(day: string, shard: string, madeAt: number): string {
  return `${day}-${shard}-${madeAt.toString(36).padStart(9, '0')}.warc`;
}

/** Oldest first: by day, then by the time of making, whoever made it. */
export function compareWarcFileNames(a: string, b: string): number {
  return byText(a.slice(0, 8), b.slice(0, 8)) || byText(a.slice(-14), b.slice(-14)) || byText(a, b);
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The last name that a file can have whose day (UTC) was over before `time`, epoch milliseconds. */
export function lastWarcFileNameBefore(time: number): string {
  return `${warcDay(time - dayMs - 1)}-z-zzzzzzzzz.warc`;
}

/** When the day of the file is over; no page in it is younger. */
export function endOfWarcDay(name: string): number {
  const [, year, month, day] = grammar.exec(name) ?? [];
  return Date.parse(`${year}-${month}-${day}T00:00:00Z`) + dayMs;
}
