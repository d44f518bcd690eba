import {
  compareWarcFileNames,
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
 * Prunes an archive, and keeps beforehand up to which file it is pruned: what is younger and gone was lost (see
 * prunedFiles). Of an archive that was filled before this was kept, its oldest file is the bound. Answers what went.
 */
export async function pruneArchiveFiles(
  { archive, registry }: { readonly archive: Archive; readonly registry: Registry },
  limits: { readonly now: number; readonly maxAgeMs: number; readonly maxBytes: number },
): Promise<{ readonly files: number; readonly bytes: number }> {
  if ((await bounds(registry).get(id)) === undefined)
    for await (const { name } of archive.files()) {
      await raise(registry, { file: name, isPruned: false });
      break;
    }
  return archive.prune({ ...limits, announce: (file) => raise(registry, { file, isPruned: true }) });
}

/** Says of a file that is gone whether it may have been pruned; where nothing is known of pruning, it may. */
export async function prunedFiles(registry: Registry): Promise<(file: string) => boolean> {
  const bound = (await bounds(registry).get(id))?.value;
  if (bound === undefined) return () => true;
  return (file) => {
    const order = compareWarcFileNames(file, bound.file);
    return order < 0 || (order === 0 && bound.isPruned);
  };
}
