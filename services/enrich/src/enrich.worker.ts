/** What the enriching threads load: nothing but libs and the reading of the operator's choice, since Node runs this file as it is. */
import type { CleanArticle, EnrichedArticle, Outcome } from '@newsmill/contracts';
import { enrichArticle, type Known } from '@newsmill/enrich';
import { loadEnrichers, type EnricherChoice } from './load-enrichers.ts';

export async function open(choice: EnricherChoice): Promise<(article: CleanArticle, known: Known) => Outcome<EnrichedArticle>> {
  const enrichers = await loadEnrichers(choice);
  return (article, known) => enrichArticle(article, known, enrichers);
}
