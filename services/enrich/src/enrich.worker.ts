/**
 * What the enriching threads load: nothing but libs and the reading of the operator's choice, since Node runs
 * this file as it is.
 */
import {
  knowsNothing,
  type CleanArticle,
  type EnrichedArticle,
  type Known,
  type Outcome,
} from '@newsmill/contracts';
import { enrichArticle, listEnrichers, type Enricher } from '@newsmill/enrich';
import { loadEnrichers, type EnricherChoice } from './load-enrichers.ts';

const text =
  'OSLO, March 4 (Reuters) - "The ferry leaves at nine," Anna Berg told reporters in Norway on Monday. The port of Oslo will spend 20 million kroner on quays.';
/** Written out: what reads articles would be loaded for it alone. */
const sample: CleanArticle = {
  item: 'sample',
  sourceId: 'sample',
  url: 'https://paper.example/',
  finalUrl: 'https://paper.example/',
  fetchedAt: 0,
  firstSeen: 0,
  title: 'The ferry leaves at nine',
  authors: [],
  agencies: [],
  breadcrumb: [],
  keywords: [],
  images: [],
  paywalled: false,
  text,
  blocks: [{ kind: 'paragraph', text }],
  tags: [],
  confidence: 1,
  provenance: [],
  removals: [],
  flags: [],
};

/**
 * Loads the models of newsmill's own enrichers, so that the budget of the first article does not pay for
 * them. Those of the operator are not trusted to end.
 */
function warmUp(enrichers: readonly Enricher[]): void {
  const names = new Set([...listEnrichers().map(({ name }) => name), 'vector']);
  enrichArticle(
    sample,
    knowsNothing,
    enrichers.filter(({ name }) => names.has(name)),
  );
}

export async function open(
  choice: EnricherChoice,
): Promise<(article: CleanArticle, known: Known) => Outcome<EnrichedArticle>> {
  const enrichers = await loadEnrichers(choice);
  warmUp(enrichers);
  return (article, known) => enrichArticle(article, known, enrichers);
}
