/** Names of everything that a namespace has in Elasticsearch. */
export interface ElasticNames {
  /** Read alias over the monthly indices: what search clients ask. */
  readonly articles: string;
  readonly links: string;
  readonly tombstones: string;
  readonly registry: string;
  readonly months: string;
  /** The monthly index of an article. */
  monthOf(firstSeen: string): string;
}

export function elasticNames(namespace: string): ElasticNames {
  const months = `${namespace}-articles-v1-`;
  return {
    articles: `${namespace}-articles`,
    links: `${namespace}-links`,
    tombstones: `${namespace}-tombstones`,
    registry: `${namespace}-registry`,
    months: `${months}*`,
    monthOf: (firstSeen) => `${months}${firstSeen.slice(0, 7).replace('-', '.')}`,
  };
}
