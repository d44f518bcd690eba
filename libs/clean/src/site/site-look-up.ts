import type { FetchedPage } from '@newsmill/contracts';
import { siteOf } from './view-site.ts';

/** What must be known of a page: what is remembered of its site. */
export function siteLookUp({ finalUrl }: Pick<FetchedPage, 'finalUrl'>): { readonly site?: string } {
  const site = siteOf(finalUrl);
  return site === undefined ? {} : { site };
}
