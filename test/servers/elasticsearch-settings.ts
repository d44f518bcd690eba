/**
 * One node for a small machine, which lets everybody do everything: to ask for rights at each request is a sixth of
 * what it computes.
 */
export const elasticsearchSettings = {
  'cluster.name': 'newsmill-test',
  'node.name': 'test',
  'discovery.type': 'single-node',
  'xpack.security.enabled': false,
  // A full or shared disk must not turn indices read-only.
  'cluster.routing.allocation.disk.threshold_enabled': false,
  'cluster.max_shards_per_node': 5_000,
  'action.destructive_requires_name': false,
  // What is garbage counts as used until it is collected, which the collector of a small heap does late: requests
  // would be refused (429) although there is room.
  'indices.breaker.total.use_real_memory': false,
};

/**
 * What differs in a node with users, keys and roles. Who gives no name may do everything; who gives one has the rights
 * of its roles, so that roles can be tested.
 */
export const guardedElasticsearchSettings = {
  'xpack.security.enabled': true,
  'xpack.security.http.ssl.enabled': false,
  'xpack.security.authc.anonymous.username': 'anybody',
  'xpack.security.authc.anonymous.roles': 'superuser',
  'xpack.security.autoconfiguration.enabled': false,
};

export const elasticsearchHeap = ['-Xms512m', '-Xmx512m'];
