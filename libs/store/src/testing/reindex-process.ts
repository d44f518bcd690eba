import { openElasticLibrary } from '../library/elastic/elastic-library.ts';

/* Entry of a process that runs a reindex and may be killed at any point. */
const [, , url = '', namespace = ''] = process.argv;
const library = openElasticLibrary({ url, namespace });
await library.reindex({ graceMs: 300, leaseMs: 1_500 });
await library.close();
process.exit(0);
