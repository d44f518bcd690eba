import { hiddenFlags, type QueryNode } from '@newsmill/contracts';

function* flagsIn(node: QueryNode): Generator<string> {
  if (node.kind === 'exact' && node.field === 'flag') yield node.value.toLowerCase();
  if (node.kind === 'not') yield* flagsIn(node.node);
  if (node.kind === 'and' || node.kind === 'or') for (const part of node.nodes) yield* flagsIn(part);
}

/** Flags whose articles a query does not show: all of `hiddenFlags` but those that it names itself. */
export function hiddenFrom(query: QueryNode | undefined): readonly string[] {
  const named = new Set(query === undefined ? [] : flagsIn(query));
  return hiddenFlags.filter((flag) => !named.has(flag));
}

/** The query of what a search leaves out by itself; undefined where that is nothing. */
export function hiddenQuery(query: QueryNode | undefined): QueryNode | undefined {
  const flags = hiddenFrom(query);
  if (flags.length === 0) return undefined;
  const nodes = flags.map((value): QueryNode => ({ kind: 'exact', field: 'flag', value }));
  const hidden: QueryNode = { kind: 'or', nodes };
  return query === undefined ? hidden : { kind: 'and', nodes: [query, hidden] };
}
