import { compareWarcFileNames, type Registry } from '@newsmill/store';
import { archiveBounds, filesGivenUp } from './known-gone.ts';

/**
 * Says of a file that is gone whether that is known: it may have been pruned, or was given up. Where nothing is known
 * of pruning, it may.
 */
export async function prunedFiles(registry: Registry): Promise<(file: string) => boolean> {
  const bound = (await archiveBounds(registry).get('archive'))?.value;
  if (bound === undefined) return () => true;
  const known = new Set<string>();
  for await (const record of filesGivenUp(registry).all()) known.add(record.id);
  return (file) => {
    if (known.has(file)) return true;
    const order = compareWarcFileNames(file, bound.file);
    return order < 0 || (order === 0 && bound.isPruned);
  };
}
