import type { FeedEntry } from '@newsmill/contracts';
import { decodeBody, decodeText, languageTag, readFeedDate } from '@newsmill/text';
import { absoluteUrl } from '../absolute-url.ts';
import { FeedNames } from '../feeds/feed-names.ts';
import { readFeed } from '../feeds/read-feed.ts';
import { XmlReader, type Attributes, type XmlHandler } from '../xml/xml-reader.ts';

export interface SitemapContext {
  readonly url: string;
  readonly contentType?: string | undefined;
  readonly maxItems: number;
  /** Greatest size when unpacked, in bytes; 50 MB (the limit of the protocol) by default. */
  readonly maxBytes?: number;
}

/** An address of a sitemap with what the sitemap says of it. `changeFrequency` and `priority` as written. */
export interface SitemapEntry extends FeedEntry {
  readonly publication?: string | undefined;
  readonly changeFrequency?: string | undefined;
  readonly priority?: number | undefined;
}

export interface SitemapReading {
  readonly kind: 'index' | 'urls';
  readonly urls: SitemapEntry[];
  readonly sitemaps: string[];
  readonly isCut: boolean;
}

const frequencies: ReadonlySet<string> = new Set([
  'always',
  'hourly',
  'daily',
  'weekly',
  'monthly',
  'yearly',
  'never',
]);
const protocolLimit = 52_428_800;

/** What stands in one `url` or `sitemap` element. */
type Fields = Map<string, string>;

class SitemapBuilder implements XmlHandler {
  readonly urls: Fields[] = [];
  readonly sitemaps: Fields[] = [];
  root = '';
  isCut = false;
  private readonly names = new FeedNames();
  private readonly stack: string[] = [];
  private readonly maxItems: number;
  private readonly stop: () => void;
  private fields: Fields | undefined;
  private value = '';

  constructor(maxItems: number, stop: () => void) {
    this.maxItems = maxItems;
    this.stop = stop;
  }

  open(raw: string, attributes: Attributes): void {
    this.names.declare(attributes);
    const full = this.names.of(raw);
    const local = full.slice(full.indexOf(':') + 1);
    const name =
      /^(?:news|image|video|xhtml|pagemap|mobile):/.test(full) ||
      (this.stack.length > 3 && !full.startsWith('news:'))
        ? full
        : local;
    this.stack.push(name);
    this.value = '';
    if (name === 'urlset' || name === 'sitemapindex') this.root ||= name;
    if ((name === 'url' || name === 'sitemap') && this.root !== '')
      this.begin(name === 'url' ? this.urls : this.sitemaps);
  }

  private begin(list: Fields[]): void {
    if (list.length >= this.maxItems) {
      this.isCut = true;
      this.fields = undefined;
      this.stop();
      return;
    }
    this.fields = new Map();
    list.push(this.fields);
  }

  text(data: string): void {
    if (this.fields !== undefined && this.value.length < 10_000) this.value += data;
  }

  close(): void {
    const name = this.stack.pop() ?? '';
    if (name === 'url' || name === 'sitemap') this.fields = undefined;
    const value = this.value.trim();
    if (this.fields !== undefined && value !== '' && !this.fields.has(name)) this.fields.set(name, value);
    this.value = '';
  }
}

function isoDate(text: string | undefined): string | undefined {
  const instant = text === undefined ? undefined : readFeedDate(text);
  return instant === undefined ? undefined : new Date(instant).toISOString();
}

function httpAddress(text: string | undefined, base: string): string | undefined {
  const address = text === undefined ? undefined : absoluteUrl(text, base);
  return address !== undefined && /^https?:\/\/[^/]/i.test(address) ? address : undefined;
}

function entryOf(fields: Fields, context: SitemapContext): SitemapEntry[] {
  const url = httpAddress(fields.get('loc'), context.url);
  if (url === undefined) return [];
  const frequency = fields.get('changefreq')?.toLowerCase() ?? '';
  const priority = Number(fields.get('priority') ?? Number.NaN);
  const words = (name: string): string[] =>
    fields
      .get(name)
      ?.split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '') ?? [];
  return [
    {
      url,
      title: fields.get('news:title')?.slice(0, 1_000),
      authors: [],
      categories: [...words('news:keywords'), ...words('news:genres')].slice(0, 50),
      published: isoDate(fields.get('news:publication_date')),
      updated: isoDate(fields.get('lastmod')),
      language: languageTag(fields.get('news:language') ?? ''),
      image: httpAddress(fields.get('image:loc'), context.url),
      channel: context.url,
      publication: fields.get('news:name'),
      changeFrequency: frequencies.has(frequency) ? frequency : undefined,
      priority: priority >= 0 && priority <= 1 ? priority : undefined,
    },
  ];
}

function unpack(bytes: Uint8Array, maxBytes: number): Uint8Array {
  // Servers that send .gz files with gzip on top are common; more layers are not.
  return decodeBody(decodeBody(bytes, 'identity', maxBytes).bytes, 'identity', maxBytes).bytes;
}

function readLines(text: string, context: SitemapContext): SitemapReading | undefined {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const urls = lines.filter(
    (line) => /^https?:\/\/\S+$/i.test(line) && line.length < 4_096 && URL.canParse(line),
  );
  if (urls.length === 0) return undefined;
  return {
    kind: 'urls',
    urls: urls
      .slice(0, context.maxItems)
      .map((url) => ({ url, authors: [], categories: [], channel: context.url })),
    sitemaps: [],
    isCut: urls.length > context.maxItems,
  };
}

/**
 * Reads a sitemap: index, URL set with news and image fields, RSS or Atom used as one, or a list of
 * addresses; also packed with gzip. An answer that is none of these gives `error`, in words.
 */
export function readSitemap(
  bytes: Uint8Array,
  context: SitemapContext,
): SitemapReading | { readonly error: string } {
  const { text } = decodeText(unpack(bytes, context.maxBytes ?? protocolLimit), {
    contentType: context.contentType,
    kind: 'xml',
  });
  const start = text.trimStart();
  if (start === '') return { error: 'the answer is empty' };
  if (!start.startsWith('<')) return readLines(start, context) ?? { error: 'the answer is no sitemap' };
  if (/<!ENTITY\b/i.test(start.slice(0, 100_000)))
    return { error: 'the sitemap defines entities of its own, which no sitemap needs' };
  const builder = new SitemapBuilder(context.maxItems, () => reader.stop());
  const reader = new XmlReader(builder);
  reader.write(text);
  reader.end();
  dropCut(builder.urls, text);
  dropCut(builder.sitemaps, text);
  if (builder.root === '') return readAsFeed(text, context);
  if (builder.root === 'sitemapindex') {
    const sitemaps = builder.sitemaps.flatMap((fields) => httpAddress(fields.get('loc'), context.url) ?? []);
    return { kind: 'index', urls: [], sitemaps: [...new Set(sitemaps)], isCut: builder.isCut };
  }
  return {
    kind: 'urls',
    urls: builder.urls.flatMap((fields) => entryOf(fields, context)),
    sitemaps: [],
    isCut: builder.isCut,
  };
}

/** A document cut inside its last address ends with a part of it, which leads nowhere. */
function dropCut(list: Fields[], text: string): void {
  const address = list.at(-1)?.get('loc');
  if (address !== undefined && text.trimEnd().endsWith(address)) list.pop();
}

function readAsFeed(text: string, context: SitemapContext): SitemapReading | { readonly error: string } {
  const feed = readFeed(text, { url: context.url, now: Number.MAX_SAFE_INTEGER, maxItems: context.maxItems });
  if ('error' in feed) return { error: 'the answer is no sitemap' };
  return {
    kind: 'urls',
    urls: feed.entries.map((entry) => ({ ...entry, url: plainAddress(entry) })),
    sitemaps: [],
    isCut: feed.isCut,
  };
}

/**
 * An id that is the entry's address without its query names the page that a sitemap means; the query then
 * only says where the reader came from.
 */
function plainAddress({ id, url }: FeedEntry): string {
  return id !== undefined && !id.includes('?') && url.startsWith(`${id}?`) ? id : url;
}
