import {
  hiddenFlags,
  readItem,
  type ArticleDocument,
  type Fate,
  type LedgerEvent,
} from '@newsmill/contracts';
import { lookUp } from './look-up.ts';
import type { Library, State } from '@newsmill/store';
import type { Settings } from '@newsmill/settings';
import { itemOf, urlKey } from '@newsmill/text';
import { Refusal } from '../refusal.ts';

export interface Trace {
  readonly url: string;
  readonly item: string;
  readonly fate?: Fate;
  readonly articleId?: string;
  /** Trace of the newest visit (W3C trace context); spans of it are where traces are on. */
  readonly traceId?: string;
  /** Where a viewer shows it, where the settings name one. */
  readonly viewer?: string;
  /** The newest event; none of an address whose discovery the ledger has not told yet. */
  readonly current?: LedgerEvent;
  readonly events: readonly LedgerEvent[];
  /** The fate in a sentence. */
  readonly meaning?: string;
  /** What happens next, in words. */
  readonly next: string;
  /** ISO 8601, where a time is planned. */
  readonly nextAt?: string;
  readonly article?: {
    readonly id: string;
    readonly title: string;
    readonly version: number;
    readonly published: string;
    /** Why it is hidden from whoever does not ask for it; absent where it is shown. */
    readonly hiddenBy?: readonly string[];
  };
}

interface TracePorts {
  readonly state: State;
  readonly library: Library;
  /** Where a viewer shows a trace. */
  readonly settings?: Pick<Settings, 'traceViewer'>;
}

async function articleOf(
  { library }: TracePorts,
  events: readonly LedgerEvent[],
  current: LedgerEvent,
): Promise<ArticleDocument | undefined> {
  const id = current.articleId ?? events.find(({ articleId }) => articleId !== undefined)?.articleId;
  return id === undefined ? undefined : library.get(id);
}

function tracedArticle({ id, title, version, published, flags }: ArticleDocument): Trace['article'] {
  const hiddenBy = hiddenFlags.filter((flag) => flags.includes(flag));
  return { id, title, version, published, ...(hiddenBy.length === 0 ? {} : { hiddenBy }) };
}

/**
 * Everything that is known of one address, or of the id of an article: its fate, its way through the stages,
 * what happens next. Refuses with bad-address.
 */
export async function traceUrl(url: string, ports: TracePorts): Promise<Trace> {
  try {
    const {
      item,
      url: told,
      fate,
      articleId,
      traceId,
      viewer,
      events,
      meaning,
      next,
      nextAt,
    } = await lookUp(ports, url);
    const known = (await ports.state.fateOf(item))?.current;
    const current = known === undefined ? undefined : { ...known, url: told };
    const [frontier] = await ports.state.getItems([item]);
    const lastError = frontier === undefined ? undefined : readItem(frontier).data.lastError;
    const document = current === undefined ? undefined : await articleOf(ports, events, current);
    return {
      url: told,
      item,
      fate,
      articleId,
      traceId,
      viewer,
      current,
      events,
      meaning,
      next: lastError === undefined ? next : `${next} Last error: ${lastError}`,
      nextAt: nextAt === undefined ? undefined : new Date(nextAt).toISOString(),
      article: document === undefined ? undefined : tracedArticle(document),
    };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'unknown-item') throw error;
    return {
      url: urlKey(url) ?? url,
      item: itemOf(url) ?? '',
      events: [],
      next: 'newsmill does not know this address: no channel of a configured source has named it',
    };
  }
}
