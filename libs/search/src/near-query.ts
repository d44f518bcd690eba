import type { QueryNode } from '@newsmill/contracts';

/** What of a query speaks of meaning, and what stays a condition. */
export interface NearQuery {
  /** The words that are sought anywhere, as they were typed. */
  readonly words: string;
  /** Words bound to a field, and what is excluded; absent where there is neither. */
  readonly must?: QueryNode;
}

/** Whether a part is a condition and no meaning: bound to fields other than the text, or an exclusion. */
function isCondition(node: QueryNode): boolean {
  if (node.kind === 'not') return true;
  if ('nodes' in node) return node.nodes.every(isCondition);
  if (!('text' in node)) return true;
  return node.field !== undefined && node.field !== 'title' && node.field !== 'content';
}

function wordsOf(node: QueryNode): string[] {
  if (node.kind === 'not' || isCondition(node)) return [];
  if ('nodes' in node) return node.nodes.flatMap(wordsOf);
  return 'text' in node ? [node.text] : [];
}

/**
 * Parts a query for hybrid search: near articles need not hold its words, but they fulfil its conditions.
 * Conditions inside an OR with words bind nothing: the words alone were enough.
 */
export function nearQuery(query: QueryNode): NearQuery {
  const parts = query.kind === 'and' ? query.nodes : [query];
  const conditions = parts.filter(isCondition);
  const words = parts.flatMap(wordsOf).join(' ');
  const [only] = conditions;
  if (only === undefined) return { words };
  return { words, must: conditions.length === 1 ? only : { kind: 'and', nodes: conditions } };
}
