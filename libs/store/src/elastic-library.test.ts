import { randomBytes } from 'node:crypto';
import { openElasticLibrary } from './elastic-library.ts';
import { librarySweepContract } from './library-sweep.contract.ts';
import { libraryVersionsContract } from './library-versions.contract.ts';
import { libraryContract, type LibraryPlace } from './library.contract.ts';
import { deleteNamespace } from './testing/delete-namespace.ts';
import { elasticSuite } from './testing/elastic-suite.ts';

const suite = elasticSuite();

async function makePlace(): Promise<LibraryPlace> {
  const namespace = `${suite.namespace}-${randomBytes(4).toString('hex')}`;
  return { open: async () => openElasticLibrary({ url: suite.url(), namespace }), destroy: () => deleteNamespace(suite.client(), namespace) };
}

libraryContract('Elasticsearch', makePlace);
libraryVersionsContract('Elasticsearch', makePlace);
librarySweepContract('Elasticsearch', makePlace);
