import {
  nextQuotaDay,
  quotaDay,
  quotaKinds,
  quotaLiftKey,
  quotaOf,
  readUse,
  usedUp,
  useKeys,
  type QuotaKind,
  type Source,
  type SourceQuota,
} from '@newsmill/contracts';
import { timeWords } from './sentences.ts';
import type { UseView } from './source-view.ts';

/** Keys of the state that tell what was used of a source today. */
export function useViewKeys(sourceId: string, now: number): readonly string[] {
  return [...useKeys(sourceId, quotaDay(now)), quotaLiftKey(sourceId)];
}

const sizes = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

function sizeWords(bytes: number): string {
  const power = bytes < 1_000 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${numberWords(bytes / 1_000 ** power)} ${sizes[power]}`;
}

function numberWords(count: number): string {
  return count.toLocaleString('en', { maximumFractionDigits: count < 100 ? 1 : 0 });
}

const unitOf: Readonly<Record<QuotaKind, (amount: number) => string>> = {
  bytes: () => '',
  pages: (pages) => (pages === 1 ? ' page' : ' pages'),
  cpuMs: () => ' s of computing',
};

/** What was used of one kind, and of how much: `12 of 2,000 pages`. */
function partWords(kind: QuotaKind, used: number, most: number | undefined): string {
  const words = (amount: number): string => {
    if (kind === 'bytes') return sizeWords(amount);
    return numberWords(kind === 'cpuMs' ? amount / 1_000 : amount);
  };
  const of = most === undefined ? '' : ` of ${words(most)}`;
  return `${words(used)}${of}${unitOf[kind](most ?? used)}`;
}

function sayUse(view: Omit<UseView, 'says'>): string {
  const parts = quotaKinds.map((kind) => partWords(kind, view[kind], view.quota[kind])).join(', ');
  return view.isLifted === true ? `${parts}; its quotas are lifted for today` : parts;
}

/** What is used up today, in words: `2,000 of 2,000 pages`. */
function usedUpWords({ usedUp: kinds = [], quota, ...used }: UseView): string {
  return kinds.map((kind) => partWords(kind, used[kind], quota[kind])).join(', ');
}

/** What was used of a source today, from entries of the state. */
export function viewUse(
  source: Pick<Source, 'id' | 'quota'>,
  ofMill: SourceQuota,
  entries: ReadonlyMap<string, string>,
  now: number,
): UseView {
  const day = quotaDay(now);
  const quota = quotaOf(source, ofMill);
  const use = readUse(entries, source.id, day);
  const over = usedUp(use, quota);
  const isLifted = entries.get(quotaLiftKey(source.id)) === day;
  const view = {
    day,
    ...use,
    quota,
    ...(over.length === 0 ? {} : { usedUp: over }),
    ...(over.length === 0 || isLifted ? {} : { waitsUntil: nextQuotaDay(now) }),
    ...(isLifted ? { isLifted } : {}),
  };
  return { ...view, says: sayUse(view) };
}

/** Why the pages of a source wait for the next day; undefined where they do not. */
export function waitWords(view: UseView | undefined): string | undefined {
  return view?.waitsUntil === undefined
    ? undefined
    : `Its pages wait until ${timeWords(view.waitsUntil)}: it has used what it may use a day (${usedUpWords(view)}). Its channels are polled all the same.`;
}
