import type { Registry } from '@newsmill/store';
import type { Change } from './change.ts';
import { changeHead, hashOfChange, listChanges, type ChangeHead } from './change-log.ts';

/** What a check of the log of changes found. */
export interface VerifiedChanges {
  /** Entries that were read. */
  readonly entries: number;
  /** The newest one: keep it elsewhere, and give it to a later check. */
  readonly head?: Pick<ChangeHead, 'seq' | 'hash'>;
  /** What is wrong, the newest first; none: the log is whole. */
  readonly faults: readonly string[];
}

/** What is wrong with an entry and with what came right before it, as it is there. */
function faultsOf(entry: Change, before: Change | undefined, now: number): string[] {
  const faults: string[] = [];
  if (hashOfChange(entry) !== entry.hash) faults.push(`entry ${entry.seq} was changed: its hash is another`);
  if (before === undefined) {
    // Those before may have left the log by their age alone.
    const until = entry.previousUntil === undefined ? now + 1 : Date.parse(entry.previousUntil);
    if (entry.seq > 1 && until > now) faults.push(`entries before ${entry.seq} are missing`);
    return faults;
  }
  if (before.seq !== entry.seq - 1)
    return [...faults, `entries between ${before.seq} and ${entry.seq} are missing`];
  if (before.hash !== entry.previous)
    faults.push(`entry ${before.seq} is not the one that entry ${entry.seq} was written after`);
  return faults;
}

/** The faults of entries that follow each other, newest first; the last one is judged by its hash alone. */
export function faultsAmong(changes: readonly Change[]): string[] {
  return changes.flatMap((entry, index) => {
    const before = changes[index + 1];
    return before === undefined
      ? faultsOf(entry, { ...entry, seq: entry.seq - 1, hash: entry.previous }, 0)
      : faultsOf(entry, before, 0);
  });
}

function faultsOfHead(newest: Change | undefined, head: ChangeHead | undefined, now: number): string[] {
  if (head === undefined) return newest === undefined ? [] : ['the record of the newest entry is missing'];
  if (newest === undefined)
    return Date.parse(head.keptUntil) > now ? [`all entries up to ${head.seq} are missing`] : [];
  // Whoever wrote the newest one may have died before it told so.
  if (newest.seq === head.seq + 1)
    return newest.previous === head.hash ? [] : ['the newest entry follows none'];
  if (newest.seq < head.seq)
    return [`entries after ${newest.seq} are missing: the newest one was ${head.seq}`];
  return newest.seq === head.seq && newest.hash === head.hash
    ? []
    : ['the newest entry is not the one that was written last'];
}

/**
 * Reads the whole log of changes and says whether an entry was changed, removed or put in. Whoever can write to the
 * registry could write all of it anew, so name a `known` entry that was kept elsewhere to rule that out. `now`: epoch
 * milliseconds.
 */
export async function verifyChanges(
  registry: Registry,
  now: number,
  known?: Pick<ChangeHead, 'seq' | 'hash'>,
): Promise<VerifiedChanges> {
  const head = await changeHead(registry);
  const faults: string[] = [];
  let [entries, newer, newest]: [number, Change | undefined, Change | undefined] = [0, undefined, undefined];
  let isKnown = known === undefined;
  let after: string | undefined;
  do {
    const page = await listChanges(registry, { after, limit: 500 });
    for (const entry of page.changes) {
      if (newer === undefined) {
        newest = entry;
        faults.push(...faultsOfHead(entry, head, now));
      } else faults.push(...faultsOf(newer, entry, now));
      if (entry.seq === known?.seq) {
        isKnown = true;
        if (entry.hash !== known.hash)
          faults.push(`entry ${entry.seq} is not the one that was kept elsewhere`);
      }
      newer = entry;
      entries += 1;
    }
    after = page.next;
  } while (after !== undefined);
  if (newer === undefined) faults.push(...faultsOfHead(undefined, head, now));
  else faults.push(...faultsOf(newer, undefined, now));
  if (!isKnown && (known?.seq ?? 0) > (newer?.seq ?? 1) - 1)
    faults.push(`entry ${known?.seq}, which was kept elsewhere, is missing`);
  return {
    entries,
    ...(newest === undefined ? {} : { head: { seq: newest.seq, hash: newest.hash } }),
    faults,
  };
}
