/** Rows in order, as a search by relevance has ranked them. */
export interface RankedRow {
  readonly id: number;
  readonly score: number;
}

export interface PageOfOrder {
  /** Name of the list that is paged through. */
  readonly list: string;
  /** When its first page was made, epoch ms: freshness is measured from then. */
  readonly reference: number;
  /** Whether this is that page. */
  readonly isFirst: boolean;
}

/** Orders that are kept: of as many readers who turn pages at the same time. */
const most = 16;

/**
 * The latest orders by relevance. How rare a word is and how long articles are changes with every article
 * that comes, and with it the rank of all: who turns a page goes on in the order of the first one.
 */
export class RecentOrders {
  readonly #orders = new Map<string, readonly RankedRow[]>();

  /**
   * The order of a list (see listName) whose first page was made at that time; `rank` makes it for the first
   * page, and where it is not known any more.
   */
  order({ list, reference, isFirst }: PageOfOrder, rank: () => readonly RankedRow[]): readonly RankedRow[] {
    const key = `${list} ${reference}`;
    const order = (isFirst ? undefined : this.#orders.get(key)) ?? rank();
    this.#orders.delete(key);
    this.#orders.set(key, order);
    const [oldest] = this.#orders.keys();
    if (this.#orders.size > most && oldest !== undefined) this.#orders.delete(oldest);
    return order;
  }
}
