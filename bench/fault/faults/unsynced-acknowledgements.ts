/** What the system calls of a process say about its acknowledgements. */
export interface TracedAcknowledgements {
  readonly acknowledged: number;
  /** Those that were told while the log of their file had writes that were not synced. */
  readonly unsynced: readonly string[];
}

const acknowledgement = /\bwrite\(1<[^>]*>, "acknowledged (mill|library) (\d+)/;
const toLog = /^(\d+) +(pwrite64|pwritev|write)\(\d+<[^>]*\/(mill|library)\.db-wal>/;
const sync = /^(\d+) +(?:fdatasync|fsync)\(\d+<[^>]*\/(mill|library)\.db-wal>(.*)$/;
const resumed = /^(\d+) +<\.\.\. (?:fdatasync|fsync) resumed>.*= 0$/;

/**
 * Reads what `strace -f -y` wrote: before each line `acknowledged mill 7` of the output, everything that was
 * written to the write-ahead log of that file must have been synced, and the sync have ended.
 */
export function unsyncedAcknowledgements(calls: string): TracedAcknowledgements {
  /** Writes to each log that no sync has covered. */
  const open: Record<string, number> = { mill: 0, library: 0 };
  /** Syncs that have begun, by thread, and the writes that they cover. */
  const begun = new Map<string, { readonly file: string; readonly covers: number }>();
  const unsynced: string[] = [];
  let acknowledged = 0;
  let written = 0;
  const done = ({ file, covers }: { readonly file: string; readonly covers: number }): void => {
    if ((open[file] ?? 0) <= covers) open[file] = 0;
  };
  for (const line of calls.split('\n')) {
    const [, , , log] = toLog.exec(line) ?? [];
    if (log !== undefined) {
      written += 1;
      open[log] = written;
      continue;
    }
    const [, thread, file, rest] = sync.exec(line) ?? [];
    if (thread !== undefined && file !== undefined) {
      const one = { file, covers: written };
      if (rest?.includes('unfinished') === true) begun.set(thread, one);
      else if (rest?.endsWith('= 0') === true) done(one);
      continue;
    }
    const [, waiting] = resumed.exec(line) ?? [];
    const one = waiting === undefined ? undefined : begun.get(waiting);
    if (waiting !== undefined && one !== undefined) {
      begun.delete(waiting);
      done(one);
      continue;
    }
    const [, of, number] = acknowledgement.exec(line) ?? [];
    if (of === undefined) continue;
    acknowledged += 1;
    if ((open[of] ?? 0) > 0) unsynced.push(`acknowledgement ${number} came before the sync of ${of}.db-wal`);
  }
  return { acknowledged, unsynced };
}
