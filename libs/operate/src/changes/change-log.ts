import { createHash } from 'node:crypto';
import {
  recordsOf,
  RegistryConflict,
  type Records,
  type Registry,
  type RegistryRecord,
} from '@newsmill/store';
import { z } from 'zod';
import { Change, shortChange, type Asker, type NewChange } from './change.ts';

const dayMs = 86_400_000;
/** How long an entry is kept: two years. */
export const changesKeptMs = 731 * dayMs;
/** So many others may write at the same moment. */
const mostTries = 200;
/** Ids count down, so that a list has the newest first; all of them have twelve digits. */
const firstId = 1_000_000_000_000;
const headId = 'head';

/** The newest entry, as far as whoever wrote it came. */
export const ChangeHead = z.object({ seq: z.int(), hash: z.string(), keptUntil: z.iso.datetime() });
export type ChangeHead = z.output<typeof ChangeHead>;

function entries(registry: Registry): Records<Change> {
  return recordsOf(registry, 'change', Change);
}

function heads(registry: Registry): Records<ChangeHead> {
  return recordsOf(registry, 'change-head', ChangeHead);
}

function idOf(seq: number): string {
  return String(firstId - seq);
}

/** SHA-256, hexadecimal, of an entry without its own hash: of its fields in the order of their names. */
export function hashOfChange({ hash: _hash, ...entry }: Change): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    const pairs = Object.entries(value).filter(([, one]) => one !== undefined);
    return Object.fromEntries(
      pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)]),
    );
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(entry)))
    .digest('hex');
}

/** The entry after which the next one is written: the one that the head names, or the newest that is there. */
async function lastOf(registry: Registry, head: RegistryRecord<ChangeHead> | undefined) {
  if (head !== undefined) return head.value;
  // A head that was lost does not begin the log anew.
  return (await entries(registry).list({ limit: 1 })).items[0]?.value;
}

/** Moves the head on to an entry; somebody else may have done so meanwhile, or have gone further. */
async function moveHead(
  registry: Registry,
  before: RegistryRecord<ChangeHead> | undefined,
  { seq, hash, keptUntil }: Change,
): Promise<void> {
  try {
    await heads(registry).put(headId, { seq, hash, keptUntil }, { ifRevision: before?.revision ?? null });
  } catch (error) {
    if (!(error instanceof RegistryConflict)) throw error;
  }
}

/**
 * Adds an entry to the log of changes, behind all others, whoever else does so meanwhile; whoever dies in between is
 * completed by the next one. `now`: epoch milliseconds. Throws RegistryConflict when others never rest.
 */
export async function appendChange(
  registry: Registry,
  asker: Asker,
  change: NewChange,
  now: number,
): Promise<Change> {
  for (let tries = 1; ; tries += 1) {
    const head = await heads(registry).get(headId);
    const last = await lastOf(registry, head);
    const seq = (last?.seq ?? 0) + 1;
    const expiresAt = now + changesKeptMs;
    const unsealed = {
      ...shortChange(change),
      ...asker,
      seq,
      when: new Date(now).toISOString(),
      keptUntil: new Date(expiresAt).toISOString(),
      previous: last?.hash ?? '',
      ...(last === undefined ? {} : { previousUntil: last.keptUntil }),
      hash: '',
    };
    const entry = Change.parse({ ...unsealed, hash: hashOfChange(Change.parse(unsealed)) });
    try {
      await entries(registry).put(idOf(seq), entry, { ifRevision: null, expiresAt });
      await moveHead(registry, head, entry);
      return entry;
    } catch (error) {
      if (!(error instanceof RegistryConflict) || tries === mostTries) throw error;
      const there = await entries(registry).get(idOf(seq));
      if (there !== undefined) await moveHead(registry, head, there.value);
    }
  }
}

/** Entries of the log, newest first; `after`: the `next` of the page before. */
export async function listChanges(
  registry: Registry,
  options: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly changes: readonly Change[]; readonly next?: string }> {
  const { after, limit } = options;
  const page = await entries(registry).list({ limit, ...(after === undefined ? {} : { after }) });
  const changes = page.items.map(({ value }) => value);
  return page.next === undefined ? { changes } : { changes, next: page.next };
}

/** What the log says of itself: how far it goes. undefined where nothing was ever changed. */
export async function changeHead(registry: Registry): Promise<ChangeHead | undefined> {
  return (await heads(registry).get(headId))?.value;
}
