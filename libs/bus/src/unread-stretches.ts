import { z } from 'zod';

/** Offsets of a partition that a reader of changes has yet to come to: from inclusive, to exclusive. */
export const Stretch = z.object({ from: z.int().nonnegative(), to: z.int().nonnegative() });
export type Stretch = z.output<typeof Stretch>;

/** A mark stays short however often a reader is interrupted; what is read twice is told twice. */
const mostStretches = 16;

/**
 * What is unread once a partition has grown up to `to`, oldest first; what has expired before `first` is nobody's to
 * read any more.
 */
export function unreadOf(
  known: { readonly next: number; readonly unread: readonly Stretch[] } | undefined,
  { first, to }: { readonly first: number; readonly to: number },
): readonly Stretch[] {
  const all = [...(known?.unread ?? []), { from: known?.next ?? first, to }]
    .map((stretch) => ({ ...stretch, from: Math.max(first, stretch.from) }))
    .filter((stretch) => stretch.from < stretch.to);
  const [oldest, ...others] = all;
  const last = all.at(-mostStretches);
  return oldest === undefined || last === undefined || all.length === mostStretches
    ? all
    : [{ from: oldest.from, to: last.to }, ...others.slice(1 - mostStretches)];
}

/** What is left of the newest stretch when it was read from its end down to an offset. */
export function withoutNewest(unread: readonly Stretch[], downTo: number): readonly Stretch[] {
  const newest = unread.at(-1);
  const rest = unread.slice(0, -1);
  return newest === undefined || downTo <= newest.from ? rest : [...rest, { from: newest.from, to: downTo }];
}
