import { stageNames, type FrontierItem, type LedgerEvent } from '@newsmill/contracts';
import type { ItemView, LedgerView } from '@newsmill/service-console';
import { itemOf } from '@newsmill/text';
import { ApiProblem } from '../api-problem.ts';
import type { ApiPorts } from '../api-ports.ts';
import type { LedgerQuery } from '../shapes/parameters.ts';
import { meaningOf, whatNext } from './what-next.ts';

function viewOf(
  current: LedgerEvent,
  events: readonly LedgerEvent[],
  item: FrontierItem | undefined,
): ItemView {
  const { url, sourceId, fate, stage, reason, articleId } = current;
  const sorted = events.toSorted(
    (a, b) => stageNames.indexOf(a.stage) - stageNames.indexOf(b.stage) || a.at - b.at,
  );
  return {
    item: current.item,
    url,
    sourceId,
    fate,
    stage,
    reason,
    articleId,
    meaning: meaningOf(current),
    ...whatNext(current, item),
    events: sorted,
  };
}

/** An item that the frontier has, but no event of it has arrived yet. */
function firstEvent(item: FrontierItem): LedgerEvent {
  return {
    item: item.key,
    url: item.url,
    sourceId: item.sourceId,
    stage: 'discover',
    version: 0,
    attempt: 0,
    fate: 'waiting',
    firstSeen: item.firstSeen,
    at: item.firstSeen,
  };
}

/** What looking an address up needs. */
type LookUpPorts = Pick<ApiPorts, 'library' | 'state'>;

async function lookUpItem(ports: LookUpPorts, key: string): Promise<ItemView | undefined> {
  const [known, [item]] = await Promise.all([ports.state.fateOf(key), ports.state.getItems([key])]);
  if (known !== undefined) return viewOf(known.current, known.events, item);
  return item === undefined ? undefined : viewOf(firstEvent(item), [], item);
}

/**
 * The item of an address: the one a source told of, or else the one whose page ended at that address after redirects.
 * Refuses with bad-address or unknown-item.
 */
export async function lookUp(ports: LookUpPorts, url: string): Promise<ItemView> {
  const key = itemOf(url.trim());
  if (key === undefined)
    throw new ApiProblem('bad-address', 'That is no http or https address.', [
      { pointer: '#/url', detail: 'an address such as https://example.org/news/1' },
    ]);
  const found = await lookUpItem(ports, key);
  if (found !== undefined) return found;
  const article = await ports.library.get(key);
  const other = article === undefined ? undefined : await lookUpItem(ports, article.ingest.item);
  if (other !== undefined) return other;
  throw new ApiProblem(
    'unknown-item',
    'No source has told of this address. It may come with the next poll of its source, or no source is configured for it.',
  );
}

/** Items by their current fate and source, in pages. */
export async function listLedger(
  ports: ApiPorts,
  query: LedgerQuery,
): Promise<NonNullable<LedgerView['list']>> {
  return ports.state.listFates({
    fate: query.fate,
    sourceId: query.source,
    limit: query.limit,
    cursor: query.cursor,
  });
}
