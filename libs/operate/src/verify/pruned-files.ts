import {
  compareWarcFileNames,
  lastWarcFileNameBefore,
  recordsOf,
  RegistryConflict,
  type Archive,
  type Records,
  type Registry,
} from '@newsmill/store';
import { z } from 'zod';

const Bound = z.object({
  file: z.string().describe('Every older file has had its time.'),
  isPruned: z.boolean().describe('The file itself, too.'),
});
type Bound = z.output<typeof Bound>;

const id = 'archive';

function bounds(registry: Registry): Records<Bound> {
  return recordsOf(registry, 'archive-bound', Bound);
}

/** Whether `next` says more than what is known: another process may have pruned further. */
function isBeyond(known: Bound, next: Bound): boolean {
  const order = compareWarcFileNames(next.file, known.file);
  return next.isPruned && (order > 0 || (order === 0 && !known.isPruned));
}

async function raise(registry: Registry, bound: Bound): Promise<void> {
  for (;;) {
    const known = await bounds(registry).get(id);
    if (known !== undefined && !isBeyond(known.value, bound)) return;
    try {
      await bounds(registry).put(id, bound, { ifRevision: known?.revision ?? null });
      return;
    } catch (error) {
      if (!(error instanceof RegistryConflict)) throw error;
    }
  }
}

/**
 * Of an archive whose pruning nobody has kept so far, the oldest file that is there is the bound. Answers whether there
 * is a bound now: an empty archive gets none.
 */
async function begin(archive: Archive, registry: Registry): Promise<boolean> {
  if ((await bounds(registry).get(id)) !== undefined) return true;
  for await (const { name } of archive.files()) {
    await raise(registry, { file: name, isPruned: false });
    return true;
  }
  return false;
}

/**
 * Prunes an archive, and keeps beforehand up to which file it is pruned: what is younger and gone was lost (see
 * prunedFiles). Throws what the registry throws, when all is pruned. Answers what went.
 */
export async function pruneArchiveFiles(
  { archive, registry }: { readonly archive: Archive; readonly registry: Registry },
  limits: { readonly now: number; readonly maxAgeMs: number; readonly maxBytes: number },
): Promise<{ readonly files: number; readonly bytes: number }> {
  // Where the registry cannot be written, its disk may be the one that this makes room on: that comes first.
  await begin(archive, registry).catch(() => undefined);
  let untold: string | undefined;
  const pruned = await archive.prune({
    ...limits,
    announce: (file) =>
      raise(registry, { file, isPruned: true }).then(
        () => undefined,
        () => void (untold = file),
      ),
  });
  const hasBound = await begin(archive, registry);
  if (untold !== undefined) await raise(registry, { file: untold, isPruned: true });
  // What has had its time may be deleted by others, too, such as a rule of the bucket.
  if (hasBound && limits.now > limits.maxAgeMs)
    await raise(registry, { file: lastWarcFileNameBefore(limits.now - limits.maxAgeMs), isPruned: true });
  return pruned;
}

const Given = z.object({ at: z.int().nonnegative() });
const given = (registry: Registry): Records<z.output<typeof Given>> =>
  recordsOf(registry, 'archive-given-up', Given);

/** Keeps that files are gone for good, and their pages asked for again: they are told as lost no more. */
export async function giveUpFiles(registry: Registry, files: Iterable<string>, now: number): Promise<void> {
  for (const file of files) await given(registry).put(file, { at: now });
}

/**
 * Says of a file that is gone whether that is known: it may have been pruned, or was given up. Where nothing is known
 * of pruning, it may.
 */
export async function prunedFiles(registry: Registry): Promise<(file: string) => boolean> {
  const bound = (await bounds(registry).get(id))?.value;
  if (bound === undefined) return () => true;
  const known = new Set<string>();
  for await (const record of given(registry).all()) known.add(record.id);
  return (file) => {
    if (known.has(file)) return true;
    const order = compareWarcFileNames(file, bound.file);
    return order < 0 || (order === 0 && bound.isPruned);
  };
}
