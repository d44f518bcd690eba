import { randomBytes } from 'node:crypto';
import { openElasticLibrary } from './elastic-library.ts';
import { libraryContract } from './library.contract.ts';
import { libraryStemsContract } from './library-stems.contract.ts';
import { deleteNamespace } from './testing/delete-namespace.ts';
import { elasticSuite } from './testing/elastic-suite.ts';

const suite = elasticSuite();

async function makePlace() {
  const namespace = `${suite.namespace}-${randomBytes(4).toString('hex')}`;
  return { open: async () => openElasticLibrary({ url: suite.url(), namespace }), destroy: () => deleteNamespace(suite.client(), namespace) };
}

libraryContract('Elasticsearch', makePlace);
libraryStemsContract('Elasticsearch', makePlace);
