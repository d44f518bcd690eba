import { driftNames, hashOfText } from '@newsmill/clean';
import {
  driftKey,
  readDriftAlarm,
  type CleanArticle,
  type DriftAlarm,
  type FetchedPage,
  type Known,
  type Remembered,
} from '@newsmill/contracts';

/** Sources, each on one site, whose newest pages are kept at a time, without their bytes. */
const mostSources = 500;
/** Pages of one of them that an alarm may reach back to, and that are held back. */
const mostPassed = 8;
const mostHeld = 32;

interface KeptPage {
  readonly page: FetchedPage;
  readonly isHeldBack: boolean;
}

/** What becomes of a source with an article, and the pages that are to be cleaned again for it. */
export interface DriftChange {
  readonly turn: 'drifting' | 'steady' | undefined;
  readonly site: string;
  readonly says: string;
  readonly again: readonly FetchedPage[];
}

const nothing: DriftChange = { turn: undefined, site: '', says: '', again: [] };

/**
 * The newest pages of sources: what came before an alarm was raised is cleaned again when it is, to be held
 * back too; what was held back is cleaned again when its form has become the usual one, to be shown.
 */
export class DriftPages {
  readonly #pages = new Map<string, readonly KeptPage[]>();
  /** The last turn of each: the pages of one batch know of no turn that one of them brought. */
  readonly #turns = new Map<string, 'drifting' | 'steady'>();

  /** Takes in a page that was cleaned, what was known then, and what the state keeps of it. */
  tell(
    page: FetchedPage,
    article: Pick<CleanArticle, 'title' | 'text' | 'flags'>,
    { values }: Pick<Known, 'values'>,
    remember: readonly Remembered[],
  ): DriftChange {
    const name = driftNames(page)?.usual;
    if (name === undefined) return nothing;
    const before = this.#pages.get(name) ?? [];
    const kept = { page: pageAgain(page, article), isHeldBack: article.flags.includes('quarantined') };
    this.#keep(name, before, kept, page.cleanedBefore !== undefined);
    const key = driftKey(page.sourceId);
    const value = remember.find((entry) => entry.key === key)?.value;
    if (value === undefined) return nothing;
    const [standing, now] = [readDriftAlarm(values.get(key)), readDriftAlarm(value)];
    return now === undefined
      ? this.#end(name, before, standing?.site ?? '')
      : this.#begin(name, before, now, standing?.site === now.site);
  }

  /** An alarm stands: what passed since it began is cleaned again where such articles are held back. */
  #begin(name: string, before: readonly KeptPage[], alarm: DriftAlarm, isStanding: boolean): DriftChange {
    const isPassed = (kept: KeptPage) =>
      alarm.isHolding && !kept.isHeldBack && kept.page.fetchedAt >= alarm.since;
    const again = before.filter(isPassed);
    const kept = this.#pages.get(name) ?? [];
    this.#pages.set(
      name,
      kept.filter((one) => !again.includes(one)),
    );
    const isTold = this.#turns.get(name) === 'drifting' || (isStanding && !this.#turns.has(name));
    this.#turn(name, 'drifting');
    return {
      turn: isTold ? undefined : 'drifting',
      site: alarm.site,
      says: alarm.says,
      again: again.map(({ page }) => page),
    };
  }

  /** The alarm is over: what was held back is looked at again. */
  #end(name: string, before: readonly KeptPage[], site: string): DriftChange {
    if (this.#turns.get(name) === 'steady') return nothing;
    this.#turn(name, 'steady');
    this.#pages.delete(name);
    const held = before.filter(({ isHeldBack }) => isHeldBack);
    return { turn: 'steady', site, says: '', again: held.map(({ page }) => page) };
  }

  #turn(name: string, turn: 'drifting' | 'steady'): void {
    this.#turns.delete(name);
    this.#turns.set(name, turn);
    const [oldest] = this.#turns.keys();
    if (this.#turns.size > mostSources && oldest !== undefined) this.#turns.delete(oldest);
  }

  #keep(name: string, before: readonly KeptPage[], kept: KeptPage, isAgain: boolean): void {
    this.#pages.delete(name);
    // Without a copy in the archive a page cannot be cleaned again; one that was is not asked for once more.
    const isKept = kept.page.archive !== undefined && (kept.isHeldBack || !isAgain);
    const others = before.filter(({ page }) => page.item !== kept.page.item);
    const all = isKept ? [...others, kept] : others;
    this.#pages.set(name, [
      ...all.filter((one) => !one.isHeldBack).slice(-mostPassed),
      ...all.filter((one) => one.isHeldBack).slice(-mostHeld),
    ]);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > mostSources && oldest !== undefined) this.#pages.delete(oldest);
  }
}

/** A page as it is handed to the stage once more. */
function pageAgain(page: FetchedPage, article: Pick<CleanArticle, 'title' | 'text' | 'flags'>): FetchedPage {
  const isHeldBack = article.flags.includes('quarantined');
  return {
    ...page,
    body: new Uint8Array(),
    cleanedBefore: hashOfText(article),
    ...(isHeldBack ? { wasQuarantined: true } : {}),
  };
}
