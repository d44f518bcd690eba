import { createHash } from 'node:crypto';
import { finalFates, type Fate, type StageName } from '@newsmill/contracts';

/**
 * What is left in the state of an item that is settled and old: enough to know it again, to see a change, and to
 * count it. Ledger and library know the rest.
 */
export interface SettledItem {
  /** The first 16 hex digits of the item, see settledKey. */
  readonly key: string;
  /** Whole minutes, as epoch milliseconds. */
  readonly firstSeen: number;
  readonly sourceId: string;
  /** The newest event; absent where the state has all events of the item (again). */
  readonly fate?: {
    readonly stage: StageName;
    readonly fate: Fate;
    readonly reason?: string;
    /** 0 where the page was never fetched. */
    readonly version: number;
    /** Of the event where there is no version; else the version. */
    readonly at: number;
    /** Where it is another than the article of the own address. */
    readonly articleId?: string;
    readonly isOwnArticle: boolean;
  };
  /** Stamp of the page, shortened; absent where the frontier has the page (again), or never had it. */
  readonly stamp?: string;
  /** Whether it owns the article of its own address. */
  readonly isOwner: boolean;
}

/** Fates of which nothing more is to come by itself: dead letters are looked after one by one. */
export const settledFates: ReadonlySet<Fate> = new Set([...finalFates].filter((fate) => fate !== 'dead'));

/**
 * Name of a settled item: the first 16 hex digits of its own, or of a hash of what is no hash. Such a name is its own.
 */
export function settledKey(item: string): string {
  return (/^(?:[0-9a-f]{16}){1,2}$/.test(item) ? item : createHash('sha1').update(item).digest('hex')).slice(
    0,
    16,
  );
}

const [channelLength, markLength] = [3, 5];

/**
 * A stamp (see foldStamp) by the beginnings of its words: they are hashes, so few letters part what one page is told
 * by.
 */
export function shortStamp(stamp: string): string {
  return stamp
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const stop = word.indexOf('.');
      const mark = word.slice(stop + 1);
      const short = mark.slice(0, mark.startsWith('~') ? markLength + 1 : markLength);
      return stop < 0
        ? `o.${short}`
        : `${/^[xfot]/.exec(word)?.[0] ?? 'f'}${word.slice(1, Math.min(stop, 1 + channelLength))}.${short}`;
    })
    .join(' ');
}

/** What a form keeps of a settled item, field by field. `time`: the version, or the time of the event without one. */
export interface SettledFields {
  readonly key: string;
  readonly firstSeen: number;
  readonly sourceId: string;
  readonly hasFate: boolean;
  readonly stage: StageName;
  readonly fate: Fate;
  /** Empty where there is none, as is `articleId`. */
  readonly reason: string;
  readonly time: number;
  readonly isFetched: boolean;
  readonly articleId: string;
  readonly isOwnArticle: boolean;
  readonly stamp: string | undefined;
  readonly isOwner: boolean;
}

/** A settled item from its fields. */
export function settledItem(fields: SettledFields): SettledItem {
  const { key, firstSeen, sourceId, hasFate, stage, fate, reason, time, isFetched } = fields;
  const { articleId, isOwnArticle, stamp, isOwner } = fields;
  const known = {
    stage,
    fate,
    ...(reason === '' ? {} : { reason }),
    version: isFetched ? time : 0,
    at: time,
    ...(articleId === '' ? {} : { articleId }),
    isOwnArticle,
  };
  return {
    key,
    firstSeen,
    sourceId,
    ...(hasFate ? { fate: known } : {}),
    ...(stamp === undefined ? {} : { stamp }),
    isOwner,
  };
}

/** The fields of a settled item; without a fate those of its fate say nothing. */
export function settledFields({
  key,
  firstSeen,
  sourceId,
  fate,
  stamp,
  isOwner,
}: SettledItem): SettledFields {
  const { stage = 'discover', fate: name = 'waiting', reason = '', version = 0, at = 0 } = fate ?? {};
  const isFetched = version > 0;
  return {
    key,
    firstSeen,
    sourceId,
    hasFate: fate !== undefined,
    stage,
    fate: name,
    reason,
    time: isFetched ? version : at,
    isFetched,
    articleId: fate?.articleId ?? '',
    isOwnArticle: fate?.isOwnArticle ?? false,
    stamp,
    isOwner,
  };
}

/** Hours older than this are counted by the day (UTC). */
export const dayMs = 86_400_000;
