import { randomBytes } from 'node:crypto';
import { deleteNamespace } from '../testing/delete-namespace.ts';
import { elasticSuite } from '../testing/elastic-suite.ts';
import { openElasticRegistry } from './elastic-registry.ts';
import { registryContract } from './registry.contract.ts';

const suite = elasticSuite();

registryContract('Elasticsearch', async () => {
  const namespace = `${suite.namespace}-${randomBytes(4).toString('hex')}`;
  return {
    open: async (now) => openElasticRegistry({ url: suite.url(), namespace, now }),
    destroy: () => deleteNamespace(suite.client(), namespace),
  };
});
