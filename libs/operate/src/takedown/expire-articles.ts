import type { ArchiveReference, DropReason, LedgerEvent } from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import type { Archive, ExpiredArticle, Library, RetentionRule, State } from '@newsmill/store';
import { recordOfLibrary } from '../ledger/record-of-library.ts';

export interface ExpiryPorts {
  readonly bus: Bus;
  readonly state: State;
  readonly library: Library;
  readonly archive: Archive;
}

const batchSize = 200;

/**
 * Records in the ledger that the articles of these items leave the library: first, so that who dies after it finds
 * the articles again, and not a ledger that is wrong.
 */
export async function recordDropped(
  { bus, state }: Pick<ExpiryPorts, 'bus' | 'state'>,
  articles: readonly Pick<ExpiredArticle, 'id' | 'ingest'>[],
  { reason, detail, at }: { readonly reason: DropReason; readonly detail?: string; readonly at: number },
): Promise<void> {
  const events: LedgerEvent[] = [];
  for (const { id, ingest } of articles) {
    const current = (await state.fateOf(ingest.item))?.current;
    if (current?.fate === 'indexed')
      events.push({
        ...current,
        url: current.url === '' ? ingest.discoveredUrl : current.url,
        stage: 'index',
        fate: 'dropped',
        reason,
        detail,
        articleId: id,
        leadsTo: undefined,
        at,
      });
  }
  await recordOfLibrary({ bus, state }, events);
}

/**
 * Takes articles whose time is over out of the library, and `pages`, their raw pages, out of the archive; the ledger
 * is told first, with the detail. `why` stands on the receipt of the archive.
 */
export async function letExpire(
  ports: ExpiryPorts,
  articles: readonly Pick<ExpiredArticle, 'id' | 'version' | 'ingest'>[],
  {
    pages,
    why,
    detail,
    at,
  }: {
    readonly pages: readonly ArchiveReference[];
    readonly why: string;
    readonly detail?: string;
    readonly at: number;
  },
): Promise<void> {
  await recordDropped(ports, articles, {
    reason: 'expired',
    ...(detail === undefined ? {} : { detail }),
    at,
  });
  await ports.library.remove(articles.map(({ id, version }) => ({ id, version, reason: 'expired' })));
  await ports.archive.remove(pages, { at, reason: why });
}

/**
 * Deletes articles whose retention is over from the library and the archive; the ledger keeps the reason.
 * Answers how many.
 */
export async function expireArticles(
  ports: ExpiryPorts,
  rules: readonly RetentionRule[],
  now: number,
  stopped: () => boolean = () => false,
): Promise<number> {
  let gone = 0;
  const seen = new Set<string>();
  while (rules.length > 0 && !stopped()) {
    const articles = (await ports.library.expired(rules, batchSize)).filter(
      ({ id, version }) => !seen.has(`${id} ${version}`),
    );
    if (articles.length === 0) break;
    for (const { id, version } of articles) seen.add(`${id} ${version}`);
    const pages = articles.flatMap(({ ingest }) => ingest.archive ?? []);
    await letExpire(ports, articles, { pages, why: 'retention', at: now });
    await ports.library.refresh();
    gone += articles.length;
  }
  if (gone > 0) await ports.library.tidy(now);
  return gone;
}
