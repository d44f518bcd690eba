import { fates, type LedgerEvent } from '@newsmill/contracts';
import type { Library, State } from '@newsmill/store';
import { itemOf, urlKey } from '@newsmill/text';

export interface Trace {
  readonly url: string;
  readonly item: string;
  readonly current?: LedgerEvent;
  readonly events: readonly LedgerEvent[];
  /** What happens next, in words. */
  readonly next: string;
  readonly article?: {
    readonly id: string;
    readonly title: string;
    readonly version: number;
    readonly published: string;
  };
}

/** The address is none that newsmill could fetch. */
export class NoAddress extends Error {
  override readonly name = 'NoAddress';
  constructor(url: string) {
    super(
      `${JSON.stringify(url)} is no http or https address; give the whole address, such as https://paper.example/story`,
    );
  }
}

function nextOf(current: LedgerEvent | undefined, dueAt: number | null | undefined, error: unknown): string {
  if (current === undefined)
    return 'newsmill has never seen this address: no channel of a configured source has named it';
  const due = typeof dueAt === 'number' ? `; it is asked for again at ${new Date(dueAt).toISOString()}` : '';
  const last = typeof error === 'string' ? `; last error: ${error}` : '';
  if (current.fate === 'duplicate')
    return `the article is kept under ${current.articleId ?? 'another address'}`;
  if (current.fate === 'dead') return `see ./newsmill dead list; ./newsmill dead replay tries again${last}`;
  return `${fates[current.fate].replace(/\.$/, '')}${due}${last}`;
}

/** Everything that is known of one address: its fate, its way through the stages, what happens next. Throws NoAddress. */
export async function traceUrl(
  url: string,
  ports: { readonly state: State; readonly library: Library },
): Promise<Trace> {
  const item = itemOf(url);
  if (item === undefined) throw new NoAddress(url);
  const fate = await ports.state.fateOf(item);
  const [frontier] = await ports.state.getItems([item]);
  const id =
    fate?.current.articleId ?? fate?.events.find((event) => event.articleId !== undefined)?.articleId;
  const document = id === undefined ? undefined : await ports.library.get(id);
  return {
    url: urlKey(url) ?? url,
    item,
    current: fate?.current,
    events: fate?.events ?? [],
    next: nextOf(fate?.current, frontier?.dueAt, frontier?.data['lastError']),
    article:
      document === undefined
        ? undefined
        : {
            id: document.id,
            title: document.title,
            version: document.version,
            published: document.published,
          },
  };
}
