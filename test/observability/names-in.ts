/** A metric that an expression names, and the labels that it looks at there. */
export interface NamedMetric {
  readonly name: string;
  readonly labels: readonly string[];
}

const metricName = /\b(?:newsmill|process|nodejs)_[a-z0-9_]+|\bup\b/g;

/** What a PromQL expression names: metrics with the labels of their selectors, and labels by which it groups. */
export function namesIn(expr: string): {
  readonly metrics: readonly NamedMetric[];
  readonly groups: readonly string[];
} {
  // What stands in quotes names nothing.
  const bare = expr.replace(/"[^"]*"/g, '""');
  const metrics = [...bare.matchAll(metricName)].map(({ 0: name, index }): NamedMetric => {
    const selector = /^\{([^}]*)\}/.exec(bare.slice(index + name.length))?.[1] ?? '';
    return {
      name,
      labels: [...selector.matchAll(/([a-z_]+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
    };
  });
  const groups = [...bare.matchAll(/\b(?:by|on|without|ignoring)\s*\(([^)]*)\)/g)].flatMap(([, list = '']) =>
    list.split(',').flatMap((label) => (label.trim() === '' ? [] : [label.trim()])),
  );
  return { metrics, groups };
}

/** The metric that a series belongs to: a histogram has three. */
export function metricOf(name: string): string {
  return name.replace(/_(?:bucket|sum|count)$/, '');
}
