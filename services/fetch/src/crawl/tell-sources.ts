import type { FetchItem, LedgerEvent, Visit } from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import { writeTold } from '@newsmill/runtime';
import type { Crawl } from './crawl.ts';

/** By whom a page was found first, and what became of it, as far as the state knows. */
interface Known {
  readonly sourceId: string;
  readonly articleId?: string | undefined;
}

function articleOf(current: LedgerEvent): string | undefined {
  return current.fate === 'indexed' || current.fate === 'duplicate' ? current.articleId : undefined;
}

async function knownOf(
  { ports: { state } }: Crawl,
  pages: readonly FetchItem[],
): Promise<(Known | undefined)[]> {
  const items = await state.getItems(pages.map(({ key }) => key));
  return Promise.all(
    pages.map(async ({ key, sourceId }, place) => {
      const item = items[place];
      if (item?.sourceId === sourceId) return item;
      // A settled page has left the frontier; its fate knows the source too.
      const fate = await state.fateOf(key);
      const owner = item?.sourceId ?? fate?.current.sourceId;
      return owner === undefined
        ? undefined
        : { sourceId: owner, articleId: fate === undefined ? undefined : articleOf(fate.current) };
    }),
  );
}

/**
 * Messages for the pages that a channel tells of for the first time while another source told of them before:
 * their articles belong to both. The channel does not say again what it has said, so this costs little; a poll
 * that is repeated says it again, which changes nothing.
 */
export async function tellSources(
  crawl: Crawl,
  { told }: Pick<Visit, 'told'>,
  known: readonly FetchItem[],
): Promise<OutgoingMessage[]> {
  const pages = known.filter(({ key, kind }) => kind === 'page' && told?.has(key) === true);
  if (pages.length === 0) return [];
  const owners = await knownOf(crawl, pages);
  return pages.flatMap(({ key: item, url, sourceId, firstSeen }, place) => {
    const owner = owners[place];
    if (owner === undefined || owner.sourceId === sourceId) return [];
    const sources = [owner.sourceId, sourceId];
    return [
      writeTold(
        { item, url, sourceId, firstSeen, sources, articleId: owner.articleId },
        { source: 'fetch', time: crawl.ports.now() },
      ),
    ];
  });
}
