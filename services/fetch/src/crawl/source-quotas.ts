import {
  nextQuotaDay,
  quotaDay,
  quotaLiftKey,
  quotaOf,
  usedUp,
  type FetchItem,
  type SourceUse,
} from '@newsmill/contracts';
import type { CrawlPorts } from './crawl-ports.ts';

type QuotaPorts = Pick<CrawlPorts, 'state' | 'now' | 'note' | 'metrics' | 'sourceOf' | 'quota' | 'usage'>;

/** Whether an item is fetched at the cost of the quotas: what tells of new pages is asked for all the same. */
function isCounted({ kind, data: { channel } }: Pick<FetchItem, 'kind' | 'data'>): boolean {
  return kind === 'page' || channel?.kind === 'warc';
}

/** Has the pages of a source wait for the next day (UTC) when it has used what it may use on one. */
export class SourceQuotas {
  readonly #ports: QuotaPorts;
  /** Sources that wait, with the day whose quotas they have used. */
  readonly #waiting = new Map<string, string>();

  constructor(ports: QuotaPorts) {
    this.#ports = ports;
  }

  /** Until when the item has to wait, epoch milliseconds; undefined where no quota holds it. */
  async heldUntil(item: Pick<FetchItem, 'kind' | 'sourceId' | 'data'>): Promise<number | undefined> {
    if (!isCounted(item)) return undefined;
    const { sourceId } = item;
    const isHeld = await this.#isUsedUp(sourceId);
    this.#tellNumber();
    return isHeld ? nextQuotaDay(this.#ports.now()) : undefined;
  }

  async #isUsedUp(sourceId: string): Promise<boolean> {
    const { state, now, sourceOf, quota: ofMill, usage } = this.#ports;
    const source = sourceOf(sourceId);
    const quota = source === undefined ? {} : quotaOf(source, ofMill);
    const day = quotaDay(now());
    const use = Object.keys(quota).length === 0 ? undefined : await usage.today(sourceId);
    const [first] = use === undefined ? [] : usedUp(use, quota);
    const lift = quotaLiftKey(sourceId);
    const isFree =
      use === undefined || first === undefined || (await state.read([lift], now())).get(lift) === day;
    if (isFree) {
      this.#waiting.delete(sourceId);
      return false;
    }
    if (this.#waiting.get(sourceId) !== day) {
      this.#waiting.set(sourceId, day);
      await this.#tell(sourceId, { kind: first, used: use[first], most: quota[first] ?? 0 });
    }
    return true;
  }

  /** Says once a day that a source waits, whichever process finds it out first. */
  async #tell(
    sourceId: string,
    { kind, used, most }: { readonly kind: keyof SourceUse; readonly used: number; readonly most: number },
  ): Promise<void> {
    const { state, now, note } = this.#ports;
    const until = nextQuotaDay(now());
    const [told] = await state.addTo([{ key: `quota-told:${sourceId}`, amount: 1, expiresAt: until }], now());
    if (told === 1)
      note('source.quota-used', {
        source: sourceId,
        quota: kind,
        used: Math.round(used),
        most,
        until: new Date(until).toISOString(),
      });
  }

  #tellNumber(): void {
    const day = quotaDay(this.#ports.now());
    for (const [id, since] of this.#waiting) if (since !== day) this.#waiting.delete(id);
    this.#ports.metrics.sourcesOverQuota.set(this.#waiting.size);
  }
}
