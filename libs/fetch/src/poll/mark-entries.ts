import { createHash } from 'node:crypto';
import type { FeedEntry } from '@newsmill/contracts';
import { hashKey, urlKey } from '@newsmill/text';

/** An entry as the channel shows it now; `content` is the whole text that it carries. */
export interface ShownEntry {
  readonly entry: FeedEntry;
  readonly content?: string | undefined;
}
/**
 * An entry under the address by which it is known, with its mark: a hash of what it says that is no accident
 * of the poll.
 */
export interface MarkedEntry extends ShownEntry {
  readonly mark: string;
}
/** What is remembered of a channel's entries, by a short name of each. */
export type EntryMemory = Readonly<Record<string, string>>;
export interface MarkedEntries {
  readonly entries: readonly MarkedEntry[];
  readonly memory: EntryMemory;
  /**
   * Whether a date is so near to the poll that only a later one can tell whether it is a change: the whole
   * answer is wanted again.
   */
  readonly isPending: boolean;
}
/** When the channel was asked, by our clock and by that of its server. */
export interface PollClock {
  readonly now: number;
  readonly served?: number | undefined;
}

/** A date so near to the poll may be its time. */
const nearMs = 60_000;

/**
 * What an entry said, hashed part by part. `address` is kept where it may differ from poll to poll: it has a
 * query, or the entry a guid of its own.
 */
interface Said {
  readonly name: string;
  readonly text: string;
  readonly date: string;
  readonly mark: string;
  readonly address: string;
}

function hash(parts: readonly (string | undefined)[], width: number): string {
  return parts.every((part) => part === undefined || part === '')
    ? ''
    : createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, width);
}

function dateOf({ updated, published }: FeedEntry): string {
  const at = Date.parse(updated ?? published ?? '');
  return Number.isNaN(at) ? '' : Math.round(at / 1_000).toString(36);
}

function mayMove({ id, url, isAlone }: FeedEntry): boolean {
  return isAlone !== true && (url.includes('?') || (id !== undefined && id !== url));
}

/** What decides on uses of an entry; nothing where nothing does, as in the marks of feeds that state no rights. */
function reservedIn({ rights }: FeedEntry): string[] {
  if (rights === undefined) return [];
  const { licence, rules, terms } = rights;
  const isSilent = licence === undefined && rules.length === 0 && terms.length === 0;
  return isSilent ? [] : [JSON.stringify([licence, rules, terms])];
}

function said({ entry, content }: ShownEntry): Said {
  const name = hash([entry.title, entry.id], 6);
  const text = hash([entry.summary, content, entry.image, ...reservedIn(entry)], 6);
  const date = dateOf(entry);
  return {
    name,
    text,
    date,
    mark: hash([name, text, date], 10),
    address: mayMove(entry) ? entry.url : '',
  };
}

/** The mark is left out where it follows from the rest. No part but the address holds a full stop. */
function written({ name, text, date, mark, address }: Said): string {
  const parts = [name, text, date, mark === hash([name, text, date], 10) ? '' : mark].join('.');
  return address === '' ? parts : `${parts}.${address}`;
}

function remembered(memory: unknown): ReadonlyMap<string, Said> {
  if (typeof memory !== 'object' || memory === null) return new Map();
  return new Map(
    Object.entries(memory).flatMap(([id, line]: [string, unknown]) => {
      if (typeof line !== 'string') return [];
      const [name = '', text = '', date = '', mark = '', ...address] = line.split('.');
      return [
        [
          id,
          {
            name,
            text,
            date,
            mark: mark === '' ? hash([name, text, date], 10) : mark,
            address: address.join('.'),
          },
        ],
      ];
    }),
  );
}

/** The name of an entry within its channel, and whether that is its guid. */
interface EntryName {
  readonly id: string;
  readonly isGuid: boolean;
}

/**
 * The name of an entry within its channel: its guid, where no other entry has it too; else its address, and
 * which of that address it is.
 */
function nameEntries(shown: readonly ShownEntry[]): EntryName[] {
  const guids = new Map<string, number>();
  for (const {
    entry: { id },
  } of shown)
    if (id !== undefined) guids.set(id, (guids.get(id) ?? 0) + 1);
  const addresses = new Map<string, number>();
  return shown.map(({ entry: { id, url } }) => {
    if (id !== undefined && guids.get(id) === 1) return { id: hash(['guid', id], 8), isGuid: true };
    const address = hash(['address', hashKey(urlKey(url) ?? url)], 8);
    const place = addresses.get(address) ?? 0;
    addresses.set(address, place + 1);
    return { id: place === 0 ? address : `${address}${place}`, isGuid: false };
  });
}

function isSamePlace(one: string, other: string): boolean {
  return one.split('?')[0] === other.split('?')[0];
}

function isSameHost(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).host === new URL(other).host;
}

/** Most of what could stay as it was has moved: the channel moves it, not the articles. */
function isBulk(moved: number, all: number, least: number): boolean {
  return moved >= least && moved * 2 > all;
}

function isNear(date: string, { now, served = now }: PollClock): boolean {
  const at = Number.parseInt(date, 36) * 1_000;
  return Math.abs(at - now) <= nearMs || Math.abs(at - served) <= nearMs;
}

/** An entry as it is now, and as it was remembered. */
interface Pair extends EntryName {
  readonly one: ShownEntry;
  readonly now: Said;
  readonly then: Said | undefined;
}

function isAsBefore({ now, then }: Pair): boolean {
  return now.name === then?.name && now.text === then.text && now.date === then.date;
}

/**
 * The address by which each entry is known. It stays where another link of it has the same path. By its guid it
 * stays also where the link has another path on the same host (a session), if the channel moves the links of most
 * entries that are as they were: one link alone may have moved for good, and the old one may be gone. A guid that
 * comes again with another link proves nothing by itself: some channels number their places. No entry keeps an
 * address that another one has now.
 */
function addressesOf(pairs: readonly Pair[]): (pair: Pair) => string {
  const linked = new Set(pairs.map(({ one }) => one.entry.url));
  const steady = pairs.filter((pair) => pair.isGuid && pair.then?.address !== '' && isAsBefore(pair));
  const linksMove = isBulk(
    steady.filter(({ now, then }) => now.address !== then?.address).length,
    steady.length,
    2,
  );
  return (pair) => {
    const { now, then, isGuid } = pair;
    if (then === undefined || then.address === '' || linked.has(then.address)) return now.address;
    const isQuery = now.name === then.name && isSamePlace(then.address, now.address);
    const isSession = isGuid && linksMove && isSameHost(then.address, now.address);
    return isQuery || isSession ? then.address : now.address;
  };
}

/**
 * Marks the entries of a channel so that the mark changes with the article and not with the poll. A title
 * that changes is a change. Texts and dates are, unless most of them changed together; a date alone is not
 * while it may be the time of the request. An entry keeps the address that it was known by where only its link
 * has moved (see addressesOf).
 */
export function markEntries(shown: readonly ShownEntry[], memory: unknown, clock: PollClock): MarkedEntries {
  const before = remembered(memory);
  const names = nameEntries(shown);
  const pairs = shown.map((one, place): Pair => {
    const { id = '', isGuid = false } = names[place] ?? {};
    return { one, id, isGuid, now: said(one), then: before.get(id) };
  });
  const addressOf = addressesOf(pairs);
  const same = pairs.filter(({ now, then }) => now.name === then?.name);
  const sameText = same.filter(({ now, then }) => now.text === then?.text);
  const textsMove = isBulk(same.length - sameText.length, same.length, 3);
  const datesMove = isBulk(
    sameText.filter(({ now, then }) => now.date !== then?.date).length,
    sameText.length,
    2,
  );
  let isPending = false;
  function settled(pair: Pair): Said {
    const { now, then } = pair;
    const address = addressOf(pair);
    if (then === undefined || now.name !== then.name) return { ...now, address };
    if (now.text !== then.text) return textsMove ? { ...now, mark: then.mark, address } : { ...now, address };
    if (now.date === then.date || datesMove) return { ...now, mark: then.mark, address };
    if (!isNear(now.date, clock)) return { ...now, address };
    isPending = true;
    return { ...then, address };
  }
  const kept = pairs.map((pair) => ({ one: pair.one, id: pair.id, said: settled(pair) }));
  const entries = kept.map(({ one, said: { address, mark } }) => ({
    ...one,
    entry: address === '' || address === one.entry.url ? one.entry : { ...one.entry, url: address },
    mark,
  }));
  return {
    entries,
    memory: Object.fromEntries(kept.map(({ id, said: line }) => [id, written(line)])),
    isPending,
  };
}
