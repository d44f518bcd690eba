import { elasticNames } from './elastic-names.ts';

/** A role as `PUT _security/role/NAME` takes it. */
export interface ElasticRole {
  readonly cluster: readonly string[];
  readonly indices: readonly { readonly names: readonly string[]; readonly privileges: readonly string[] }[];
}

/**
 * The least that is needed. `keeper`: who runs `newsmill reindex`, or lets retention delete empty months.
 * `writer`: newsmill itself (index stage, mill). `reader`: search clients and an API that only reads; it asks
 * the alias, an article by its id in the monthly index, and its earlier versions. Clients and dashboards first
 * ask who the server is (`GET /`) and whether it is well (`_cluster/health`).
 */
export function elasticRoles(namespace = 'newsmill'): {
  readonly keeper: ElasticRole;
  readonly writer: ElasticRole;
  readonly reader: ElasticRole;
} {
  const { articles, months, versions } = elasticNames(namespace);
  return {
    keeper: {
      cluster: ['monitor', 'manage_index_templates'],
      indices: [{ names: [`${namespace}-*`], privileges: ['read', 'write', 'manage', 'maintenance'] }],
    },
    writer: {
      cluster: ['monitor', 'manage_index_templates'],
      indices: [
        {
          names: [`${namespace}-*`],
          privileges: [
            'read',
            'write',
            'create_index',
            'view_index_metadata',
            'maintenance',
            'indices:admin/mapping/put',
            'indices:admin/aliases',
          ],
        },
      ],
    },
    reader: {
      cluster: ['cluster:monitor/main', 'cluster:monitor/health'],
      indices: [{ names: [articles, months, versions], privileges: ['read', 'view_index_metadata'] }],
    },
  };
}
