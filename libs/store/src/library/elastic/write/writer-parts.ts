import type { ElasticConnection } from '../../../elastic/elastic-client.ts';
import type { ElasticNames } from '../../../elastic/elastic-names.ts';
import type { BulkSender } from './bulk.ts';
import type { ElasticPlaces } from './elastic-places.ts';

/** What everything that writes to the library in Elasticsearch works with. */
export interface WriterParts {
  readonly connection: ElasticConnection;
  readonly names: ElasticNames;
  readonly places: ElasticPlaces;
  readonly sender: BulkSender;
}
