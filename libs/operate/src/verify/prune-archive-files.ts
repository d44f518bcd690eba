import {
  compareWarcFileNames,
  lastWarcFileNameBefore,
  RegistryConflict,
  type Archive,
  type Registry,
} from '@newsmill/store';
import { archiveBounds } from './known-gone.ts';

type Bound = NonNullable<Awaited<ReturnType<ReturnType<typeof archiveBounds>['get']>>>['value'];

const id = 'archive';

/** Whether `next` says more than what is known: another process may have pruned further. */
function isBeyond(known: Bound, next: Bound): boolean {
  const order = compareWarcFileNames(next.file, known.file);
  return next.isPruned && (order > 0 || (order === 0 && !known.isPruned));
}

async function raise(registry: Registry, bound: Bound): Promise<void> {
  for (;;) {
    const known = await archiveBounds(registry).get(id);
    if (known !== undefined && !isBeyond(known.value, bound)) return;
    try {
      await archiveBounds(registry).put(id, bound, { ifRevision: known?.revision ?? null });
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
  if ((await archiveBounds(registry).get(id)) !== undefined) return true;
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
