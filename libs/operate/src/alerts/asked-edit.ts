import type { ArticleDocument, ArticleEdit, QueryNode } from '@newsmill/contracts';

/** What a query asks of edits: values of `changed:`; `was:` asks for any. What is excluded is not asked for. */
function askedOf(query: QueryNode): readonly string[] {
  if (query.kind === 'not') return [];
  if ('nodes' in query) return query.nodes.flatMap(askedOf);
  if (query.kind === 'exact') return query.field === 'changed' ? [query.value] : [];
  return query.kind !== 'range' && query.field === 'was' ? ['any'] : [];
}

/**
 * The newest edit of an article that a query asks for by `changed:` or `was:`: what is told then is the edit, not
 * the article. undefined: the query asks for none, or the article has none.
 */
export function askedEdit(
  query: QueryNode | undefined,
  { edits = [] }: Pick<ArticleDocument, 'edits'>,
): ArticleEdit | undefined {
  const asked: readonly string[] = query === undefined || edits.length === 0 ? [] : askedOf(query);
  if (asked.length === 0) return undefined;
  return edits.findLast(
    ({ classes }) => asked.includes('any') || classes.some((name) => asked.includes(name)),
  );
}
