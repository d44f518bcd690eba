import { createHash } from 'node:crypto';
import type { EntryFault, FeedEntry } from '@newsmill/contracts';
import { languageTag, readFeedDate } from '@newsmill/text';
import { anyTextOf, wholeTextOf } from './entry-text.ts';
import type { FeedItem, StatedRights } from './feed-document.ts';
import { entryRights } from './feed-rights.ts';
import { itemLabel } from './item-label.ts';
import { detached, shortText } from './short-text.ts';

export interface FeedContext {
  /** Address that answered; relative addresses are resolved against it. */
  readonly url: string;
  readonly contentType?: string | undefined;
  /** Epoch milliseconds; dates more than a day ahead of it are not believed. */
  readonly now: number;
  readonly maxItems: number;
  /** IANA zone of dates that name none. */
  readonly timeZone?: string | undefined;
  /** Address by which the channel is known: entries that name no page get addresses within it. */
  readonly channel?: string | undefined;
  /** Texts of entries that are given: whole ones, or all that entries say. Entries without a page have theirs. */
  readonly texts?: 'none' | 'whole' | 'all';
}

/** Entries that become no item, counted by their fault, with the first link of each as it was written. */
export type LeftOut = Readonly<
  Partial<Record<EntryFault, { readonly count: number; readonly example?: string | undefined }>>
>;

const day = 86_400_000;
const maxText = 2_000;
const maxList = 50;
const maxAddress = 4_096;

function isoDate(text: string | undefined, context: FeedContext): string | undefined {
  const instant = text === undefined ? undefined : readFeedDate(text, { timeZone: context.timeZone });
  return instant === undefined || instant > context.now + day ? undefined : new Date(instant).toISOString();
}

/** The page that an entry names, `nowhere` where it names none, or what is wrong with its link. */
function pageOf(item: FeedItem, base: string): { readonly url: string } | 'nowhere' | EntryFault {
  const raw = item.originalLink ?? item.link;
  if (raw === undefined) return 'nowhere';
  const parsed = raw.length > maxAddress ? null : URL.parse(raw, base);
  if (parsed === null) return 'bad-link';
  if (!/^https?:$/.test(parsed.protocol)) return 'no-web-address';
  if (parsed.hostname === '') return 'bad-link';
  // A lone fragment leads back to the feed itself.
  return parsed.href.split('#')[0] === base.split('#')[0] ? 'nowhere' : { url: parsed.href };
}

/** An address of the web, absolute; undefined for what is none. */
export function webAddress(address: string | undefined, base: string): string | undefined {
  if (address === undefined || address.length > maxAddress) return undefined;
  const parsed = URL.parse(address, base);
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

function entryOf(item: FeedItem, url: string, context: FeedContext): FeedEntry {
  const texts = (list: readonly string[]): string[] =>
    list.slice(0, maxList).flatMap((text) => shortText(text, 200) ?? []);
  return {
    url,
    id: item.id === undefined ? undefined : detached(item.id.slice(0, maxAddress)),
    title: shortText(item.title, 1_000),
    summary: shortText(
      item.summary === undefined || item.summary === '' ? item.content : item.summary,
      maxText,
    ),
    authors: texts(item.people.flatMap((person) => person.name ?? [])),
    categories: texts(item.categories),
    published: isoDate(item.published, context),
    updated: isoDate(item.updated, context),
    language: item.language === undefined ? undefined : languageTag(item.language),
    image: webAddress(item.image, context.url),
    channel: context.url,
  };
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** An entry that names no page, and what it may be known by. */
interface Alone {
  readonly entry: FeedEntry;
  readonly text: string;
  /** Hash of all that it says. */
  readonly saying: string;
  readonly stated: StatedRights | undefined;
}

/**
 * The entries of a feed, each address once, with their texts and the number of those that become no item. An
 * entry that names no page but has a text is known by an address within its channel, which no other entry
 * has: of its guid where that is its own, else of what it says. The address ends in a route
 * (`#/entry-0123456789abcdef`), which urlKey keeps and which never reaches a server.
 */
export class EntryList {
  readonly #context: FeedContext;
  readonly #entries = new Map<string, FeedEntry>();
  readonly #alone: Alone[] = [];
  /** What entries themselves state of rights, by address. */
  readonly #stated = new Map<string, StatedRights>();
  readonly #contents = new Map<string, string>();
  readonly #faults = new Map<EntryFault, { count: number; example?: string | undefined }>();

  constructor(context: FeedContext) {
    this.#context = context;
  }

  add(item: FeedItem): void {
    const page = pageOf(item, this.#context.url);
    if (page === 'nowhere') this.#addAlone(item);
    else if (typeof page === 'string') this.#leaveOut(page, item.originalLink ?? item.link);
    else this.#addPage(item, page.url);
  }

  #addPage(item: FeedItem, url: string): void {
    if (!this.#entries.has(url)) {
      this.#entries.set(url, entryOf(item, url, this.#context));
      if (item.stated !== undefined) this.#stated.set(url, item.stated);
    }
    const { texts = 'none' } = this.#context;
    const text =
      texts === 'none' || this.#contents.has(url)
        ? undefined
        : texts === 'all'
          ? anyTextOf(item)
          : wholeTextOf(item);
    if (text !== undefined) this.#contents.set(url, text);
  }

  #addAlone(item: FeedItem): void {
    const text = this.#context.channel === undefined ? undefined : anyTextOf(item);
    if (text === undefined) return this.#leaveOut('no-link-no-text');
    const entry = entryOf(item, '', this.#context);
    const title = entry.title ?? itemLabel(item);
    this.#alone.push({
      entry: { ...entry, title: title === undefined ? undefined : detached(title), isAlone: true },
      text,
      saying: hash(['text', item.title ?? '', text]),
      stated: item.stated,
    });
  }

  #leaveOut(fault: EntryFault, link?: string): void {
    const known = this.#faults.get(fault) ?? {
      count: 0,
      example: link === undefined ? undefined : detached(link.slice(0, 200).toWellFormed()),
    };
    this.#faults.set(fault, { ...known, count: known.count + 1 });
  }

  /**
   * Ends the list: the entries in their order, with the language and the rights of the feed where they state none
   * of their own.
   */
  end(
    language: string | undefined,
    channel: StatedRights | undefined,
  ): {
    readonly entries: FeedEntry[];
    readonly contents: ReadonlyMap<string, string>;
    readonly leftOut: LeftOut;
  } {
    const guids = new Map<string, number>();
    for (const { entry } of this.#alone)
      if (entry.id !== undefined) guids.set(entry.id, (guids.get(entry.id) ?? 0) + 1);
    for (const { entry, text, saying, stated } of this.#alone) {
      const name = entry.id !== undefined && guids.get(entry.id) === 1 ? hash(['guid', entry.id]) : saying;
      const url = `${(this.#context.channel ?? '').split('#')[0]}#/entry-${name}`;
      if (this.#entries.has(url)) continue;
      this.#entries.set(url, { ...entry, url });
      if (stated !== undefined) this.#stated.set(url, stated);
      this.#contents.set(url, text);
    }
    return {
      entries: [...this.#entries.values()].map((entry) => {
        const rights = entryRights(this.#stated.get(entry.url), channel, entry.url);
        return {
          ...entry,
          language: entry.language ?? language,
          ...(rights === undefined ? {} : { rights }),
        };
      }),
      contents: this.#contents,
      leftOut: Object.fromEntries(this.#faults),
    };
  }
}
