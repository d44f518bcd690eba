/** One node without security, for a small machine. */
export const elasticsearchSettings = {
  'cluster.name': 'newsmill-test',
  'node.name': 'test',
  'discovery.type': 'single-node',
  'xpack.security.enabled': false,
  'xpack.security.autoconfiguration.enabled': false,
  // A full or shared disk must not turn indices read-only.
  'cluster.routing.allocation.disk.threshold_enabled': false,
  'cluster.max_shards_per_node': 5_000,
  'action.destructive_requires_name': false,
};

export const elasticsearchHeap = ['-Xms512m', '-Xmx512m'];
