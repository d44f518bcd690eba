/** How many articles a source has: `12 articles, 5 of them first told by others`. */
export function articlesInWords({
  indexed,
  shared = 0,
}: {
  readonly indexed: number;
  readonly shared?: number | undefined;
}): string {
  const all = indexed + shared;
  const articles = `${all.toLocaleString('en-GB')} ${all === 1 ? 'article' : 'articles'}`;
  if (shared === 0) return articles;
  return all === 1
    ? `${articles}, first told by another source`
    : `${articles}, ${sharedInWords(shared, all)}`;
}

function sharedInWords(shared: number, all: number): string {
  return shared === all
    ? 'all of them first told by others'
    : `${shared.toLocaleString('en-GB')} of them first told by others`;
}
