import { foldFate, type LedgerEvent } from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import { settledKey, type ArticleOrigin, type Library, type State } from '@newsmill/store';
import { readLetters } from '../dead/read-dead.ts';
import { findStranded } from './find-stranded.ts';
import { IdSet } from './id-set.ts';
import { itemsWith } from './items-with.ts';
import { waitForLedger } from './ledger-behind.ts';
import { pagesOfLibrary } from './pages-of-library.ts';
import { eventsOfSettled, settledWithout } from './settled-events.ts';

export interface AuditPorts {
  readonly bus: Bus;
  readonly state: State;
  readonly library: Library;
}

/** Ways in which ledger, library, dead letters, frontier and queues can disagree. */
export const imbalances = {
  missing: 'are indexed according to the ledger, but are not in the library',
  stranger: 'in the library have no item in the ledger',
  leftover: 'are in the library, although the ledger says that they should not be',
  unburied: 'are dead according to the ledger, but are not in the dead letters',
  stranded:
    'are stranded: on their way, but nothing carries them on (newsmill audit --mend fetches them again)',
} as const;
export type ImbalanceKind = keyof typeof imbalances;

/** What to do about each of them. */
export const imbalanceRemedies: Readonly<Record<ImbalanceKind, string>> = {
  missing: 'Run ./newsmill audit --mend: it brings them back.',
  stranger:
    'Nothing is lost: they are found and read as all others. Take one that should not be there down from its page.',
  leftover:
    'Look one up in the ledger, which says why it should not be there, and take it down from its page where that is right.',
  unburied: 'They cannot be sent again from the dead letters: ./newsmill trace URL says why each failed.',
  stranded: 'Run ./newsmill audit --mend: it fetches them again.',
};

/** What does not balance: an item of the ledger, an article, or both. */
export interface UnbalancedItem {
  readonly item: string;
  readonly url: string;
  readonly sourceId: string;
  readonly articleId?: string;
}

/** All of one kind by number, the first of them by name. */
export interface Unbalanced {
  readonly kind: ImbalanceKind;
  readonly total: number;
  readonly items: readonly UnbalancedItem[];
}

/** What was found by going through ledger and library item by item. */
export interface ItemAudit {
  readonly checkedAt: number;
  readonly unbalanced: readonly Unbalanced[];
}

const mostNamed = 100;
const youngMs = 60_000;
/** Whether a letter is missing is told when the ledger is level; it is waited for so long. */
const patienceMs = 3_000;

/**
 * Suspects of one kind, looked at once more before they are told; those beyond a number are counted as they
 * were first seen.
 */
class Suspects<T> {
  readonly kind: ImbalanceKind;
  readonly #kept: T[] = [];
  #more = 0;
  constructor(kind: ImbalanceKind) {
    this.kind = kind;
  }
  get isEmpty(): boolean {
    return this.#kept.length === 0;
  }
  add(suspect: T): void {
    if (this.#kept.length < 10 * mostNamed) this.#kept.push(suspect);
    else this.#more += 1;
  }
  async judged(
    isStill: (suspect: T) => Promise<boolean>,
    nameOf: (suspect: T) => UnbalancedItem,
  ): Promise<Unbalanced[]> {
    const still: T[] = [];
    for (const suspect of this.#kept) if (await isStill(suspect)) still.push(suspect);
    const total = still.length + (still.length === 0 ? 0 : this.#more);
    return total === 0 ? [] : [{ kind: this.kind, total, items: still.slice(0, mostNamed).map(nameOf) }];
  }
}

type Held = Pick<ArticleOrigin, 'id' | 'url' | 'sourceId' | 'version'> & { readonly item: string };

function heldOf({ id, url, sourceId, version, ingest }: ArticleOrigin): Held {
  return { id, url, sourceId, version, item: ingest.item };
}

/**
 * Whether the ledger says that the page of an article is no article of ours; a visit that failed, or was not
 * allowed, says nothing about the article.
 */
function isNotForUs({ fate, reason, articleId }: LedgerEvent, id: string): boolean {
  return (
    fate === 'gone' ||
    (fate === 'dropped' && reason !== 'no-source') ||
    (fate === 'denied' && reason === 'denied-by-page') ||
    (fate === 'duplicate' && articleId !== undefined && articleId !== id)
  );
}

const nameOfEvent = ({ item, url, sourceId, articleId }: LedgerEvent): UnbalancedItem => ({
  item,
  url,
  sourceId,
  articleId,
});
const nameOfHeld = ({ item, url, sourceId, id }: Held): UnbalancedItem => ({
  item,
  url,
  sourceId,
  articleId: id,
});

async function readLibrary(
  { library, state }: AuditPorts,
  strangers: Suspects<Held>,
  leftovers: Suspects<Held>,
): Promise<IdSet> {
  const ids = new IdSet();
  for await (const page of pagesOfLibrary(library)) {
    const fates = await Promise.all(page.map(({ ingest }) => state.fateOf(ingest.item)));
    for (const [index, document] of page.entries()) {
      ids.add(document.id);
      const current = fates[index]?.current;
      if (current === undefined) strangers.add(heldOf(document));
      else if (isNotForUs(current, document.id)) leftovers.add(heldOf(document));
    }
  }
  return ids;
}

/**
 * Settled items whose article is not in the library: by their address where the ledger has it, and else by their key
 * alone.
 */
async function* settledMissing({ bus, state }: AuditPorts, ids: IdSet): AsyncGenerator<LedgerEvent> {
  const keys = await settledWithout(state, ids);
  const found = await eventsOfSettled(bus, keys);
  const told = new Set([...found.keys()].map(settledKey));
  for (const item of [...found.keys(), ...[...keys].filter((key) => !told.has(key))]) {
    const current = (await state.fateOf(item))?.current;
    const url = foldFate(found.get(item) ?? [])?.url ?? '';
    if (current?.fate === 'indexed') yield { ...current, url };
  }
}

/**
 * Goes through ledger and library item by item: what the ledger calls indexed is in the library and nothing
 * else is; what it calls dead is in the dead letters; what is on its way is in the frontier or in a queue. It
 * reads in pages, holds eight bytes for each article, and looks at whatever does not fit once more before it
 * tells of it, so that the mill may run meanwhile.
 */
export async function auditItems(ports: AuditPorts, now: number): Promise<ItemAudit> {
  const { bus, state, library } = ports;
  const [missing, strangers, leftovers, unburied] = [
    new Suspects<LedgerEvent>('missing'),
    new Suspects<Held>('stranger'),
    new Suspects<Held>('leftover'),
    new Suspects<LedgerEvent>('unburied'),
  ];
  const ids = await readLibrary(ports, strangers, leftovers);
  for await (const page of itemsWith(state, 'indexed'))
    for (const event of page)
      if (event.articleId === undefined || !ids.has(event.articleId)) missing.add(event);
  for await (const event of settledMissing(ports, ids)) missing.add(event);
  const { items: buried } = await readLetters(bus);
  for await (const page of itemsWith(state, 'dead'))
    for (const event of page) if (!buried.has(event.item)) unburied.add(event);
  const stranded = await findStranded(ports, now);

  await library.refresh();
  const lettersNow = unburied.isEmpty ? buried : (await readLetters(bus)).items;
  // A replay tells the ledger before its letters go: a ledger that is level has heard of those that are not there.
  const behind = await waitForLedger(bus, unburied.isEmpty ? 0 : patienceMs);
  const mayMove = (at: number): boolean => behind > 0 && at >= now - youngMs;
  const currentOf = async (item: string): Promise<LedgerEvent | undefined> =>
    (await state.fateOf(item))?.current;
  const unbalanced = [
    ...(await missing.judged(async ({ item, at }) => {
      const current = await currentOf(item);
      return (
        current?.fate === 'indexed' &&
        current.at === at &&
        !mayMove(at) &&
        (current.articleId === undefined || (await library.get(current.articleId)) === undefined)
      );
    }, nameOfEvent)),
    ...(await strangers.judged(
      async ({ id, item, version }) =>
        !mayMove(version) && (await currentOf(item)) === undefined && (await library.get(id)) !== undefined,
      nameOfHeld,
    )),
    ...(await leftovers.judged(async ({ id, item }) => {
      const current = await currentOf(item);
      return (
        current !== undefined &&
        isNotForUs(current, id) &&
        !mayMove(current.at) &&
        (await library.get(id))?.ingest.item === item
      );
    }, nameOfHeld)),
    ...(await unburied.judged(async ({ item, at }) => {
      const current = await currentOf(item);
      return behind === 0 && current?.fate === 'dead' && current.at === at && !lettersNow.has(item);
    }, nameOfEvent)),
    ...(stranded.length === 0
      ? []
      : [
          {
            kind: 'stranded' as const,
            total: stranded.length,
            items: stranded.slice(0, mostNamed).map(nameOfEvent),
          },
        ]),
  ];
  return { checkedAt: now, unbalanced };
}

/** What does not balance, in a sentence with the first few names. */
export function imbalanceText({ kind, total, items }: Unbalanced): string {
  const names = items
    .slice(0, 5)
    .map(({ item, url, articleId }) =>
      kind === 'stranger' || kind === 'leftover' ? `${articleId ?? ''} (${url})` : url === '' ? item : url,
    );
  const what = kind === 'stranger' || kind === 'leftover' ? 'articles' : 'items';
  return `${total} ${what} ${imbalances[kind]}: ${names.join(', ')}${total > names.length ? ` and ${total - names.length} more` : ''}`;
}
