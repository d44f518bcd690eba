import { recordsOf, type Records, type Registry } from '@newsmill/store';
import { z } from 'zod';

const Bound = z.object({
  file: z.string().describe('Every older file has had its time.'),
  isPruned: z.boolean().describe('The file itself, too.'),
});
const Given = z.object({ at: z.int().nonnegative() });

/** Up to which file an archive is pruned: the one record `archive`. */
export function archiveBounds(registry: Registry): Records<z.output<typeof Bound>> {
  return recordsOf(registry, 'archive-bound', Bound);
}

/** Files that are gone for good, and whose pages were asked for again. */
export function filesGivenUp(registry: Registry): Records<z.output<typeof Given>> {
  return recordsOf(registry, 'archive-given-up', Given);
}
