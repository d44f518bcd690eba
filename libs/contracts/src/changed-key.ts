/**
 * Name of the entry of the state in which enrich leaves the version (fetchedAt) of the page of an item that brought
 * another text than the one before: the fetch stage learns from it when pages are worth another visit.
 */
export function changedKey(item: string): string {
  return `changed:${item}`;
}

/** It is kept longer than until the last visit of a page by its age, milliseconds. */
export const changedMs = 8 * 86_400_000;
