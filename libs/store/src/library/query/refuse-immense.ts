import type { QueryNode } from '@newsmill/contracts';

const deepest = 40;
const mostNodes = 2_000;

/** Throws RangeError when the query is nested too deep or has too many parts. */
export function refuseImmense(query: QueryNode): void {
  if (countNodes(query, 1) > mostNodes) throw new RangeError(`the query has more than ${mostNodes} parts`);
}

function countNodes(node: QueryNode, depth: number): number {
  if (depth > deepest) throw new RangeError(`the query is nested deeper than ${deepest} levels`);
  if (node.kind === 'not') return 1 + countNodes(node.node, depth + 1);
  if (!('nodes' in node)) return 1;
  return node.nodes.reduce((sum, child) => sum + countNodes(child, depth + 1), 1);
}
