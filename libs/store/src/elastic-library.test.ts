import { randomBytes } from 'node:crypto';
import { openElasticLibrary } from './elastic-library.ts';
import { libraryContract } from './library.contract.ts';
import { deleteNamespace } from './testing/delete-namespace.ts';
import { elasticSuite } from './testing/elastic-suite.ts';

const suite = elasticSuite();

libraryContract('Elasticsearch', async () => {
  const namespace = `${suite.namespace}-${randomBytes(4).toString('hex')}`;
  return { open: async () => openElasticLibrary({ url: suite.url(), namespace }), destroy: () => deleteNamespace(suite.client(), namespace) };
});
