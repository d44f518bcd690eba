import { FeedBuilder } from './feed-builder.ts';
import { FeedDecoder } from './feed-decoder.ts';
import type { FeedFormat, FeedHead, FeedItem } from './feed-document.ts';
import { finishFeed } from './finish-feed.ts';
import { JsonFeedReader } from './json-feed-reader.ts';
import { XmlReader, xmlRepairs } from '../xml/xml-reader.ts';

export interface FeedReaderOptions {
  /** Address of the feed, against which relative ones are resolved. */
  readonly base?: string | undefined;
  readonly language?: string | undefined;
  /** Entries after which reading ends; 10,000 by default. */
  readonly maxItems?: number | undefined;
  /** Media type that the answer named, for its charset. */
  readonly contentType?: string | undefined;
}

/** How a feed ended. */
export interface FeedEnd {
  /** The entries that the end completed. */
  readonly items: readonly FeedItem[];
  /** What the feed says of itself; undefined when the text is no feed at all. */
  readonly head?: FeedHead | undefined;
  /** Why there is no feed, in words. */
  readonly problem?: string | undefined;
  /** What was mended, in words for an operator. */
  readonly repaired: readonly string[];
}

/**
 * Reads a feed from chunks. How it is cut into chunks changes nothing; what is held is one entry and one
 * chunk.
 */
export interface FeedReader {
  /** Takes the next chunk, and answers the entries that it completed. */
  write(chunk: Uint8Array | string): readonly FeedItem[];
  /** Ends the feed. */
  end(): FeedEnd;
  /** True when the limit of entries was reached: nothing more need be written. */
  readonly isDone: boolean;
}

/** A reader of one format. */
interface FormatReader {
  write(text: string): void;
  end(): FeedHead | undefined;
  readonly isDone: boolean;
  readonly repaired: readonly string[];
  /** Why there is no feed, where the format knows. */
  readonly problem?: string | undefined;
}

const formats: Readonly<Record<string, FeedFormat>> = {
  feed: 'atom',
  'rdf:rdf': 'rdf',
  rdf: 'rdf',
  rss: 'rss',
};
const startLength = 4_096;

function xmlFormat(
  options: FeedReaderOptions,
  maxItems: number,
  onItem: (item: FeedItem) => void,
): FormatReader {
  const builder = new FeedBuilder({
    base: options.base,
    language: options.language,
    maxItems,
    onItem,
    onFull: () => reader.stop(),
    closeTo: (depth) => reader.closeTo(depth),
  });
  const reader = new XmlReader(builder);
  return {
    write: (text) => reader.write(text),
    end: () => {
      reader.end();
      if (builder.root === '') return undefined;
      const format =
        builder.root === 'channel' && builder.hasCdfEntry ? 'cdf' : (formats[builder.root] ?? 'rss');
      return finishFeed(format, builder.feed, builder.isFull);
    },
    get isDone() {
      return builder.isFull;
    },
    get repaired() {
      return xmlRepairs.filter((repair) => reader.repaired.has(repair));
    },
  };
}

class AnyFeedReader implements FeedReader {
  private readonly options: FeedReaderOptions;
  private readonly decoder: FeedDecoder;
  private format: FormatReader | undefined;
  /** Beginning of the text, kept until it tells the format, and for the words when there is none. */
  private start = '';
  private items: FeedItem[] = [];

  constructor(options: FeedReaderOptions) {
    this.options = options;
    this.decoder = new FeedDecoder(options.contentType);
  }

  get isDone(): boolean {
    return this.format?.isDone ?? false;
  }

  write(chunk: Uint8Array | string): readonly FeedItem[] {
    if (!this.isDone) this.read(typeof chunk === 'string' ? chunk : this.decoder.write(chunk));
    return this.taken();
  }

  end(): FeedEnd {
    if (!this.isDone) this.read(this.decoder.end());
    const head = this.format?.end();
    return {
      items: this.taken(),
      head,
      problem: head === undefined ? this.problem() : undefined,
      repaired: this.format?.repaired ?? [],
    };
  }

  private read(text: string): void {
    if (this.format !== undefined) {
      if (this.start.length < startLength) this.start += text.slice(0, startLength - this.start.length);
      return this.format.write(text);
    }
    // White space in front is of no use, must not gather, and would be no JSON where it is of another kind.
    const whole = text.replace(/^[\s\ufeff]+/, '');
    const [first] = whole;
    if (first === undefined) return;
    this.start = whole.slice(0, startLength);
    const onItem = (item: FeedItem): void => {
      this.items.push(item);
    };
    const maxItems = this.options.maxItems ?? 10_000;
    this.format =
      first === '{' || first === '['
        ? new JsonFeedReader(this.options.base, maxItems, onItem)
        : xmlFormat(this.options, maxItems, onItem);
    this.format.write(whole);
  }

  private taken(): readonly FeedItem[] {
    const { items } = this;
    this.items = [];
    return items;
  }

  private problem(): string {
    const { problem } = this.format ?? {};
    if (problem !== undefined) return problem;
    if (this.start === '') return 'the answer is empty';
    return /<html\b|<!doctype html/i.test(this.start)
      ? 'the answer is a web page, not a feed'
      : 'the answer is no feed that can be read';
  }
}

/**
 * A reader for a feed of any format, sound or damaged, whose bytes or text arrive in chunks; the format and
 * charset are found on the way.
 */
export function createFeedReader(options: FeedReaderOptions = {}): FeedReader {
  return new AnyFeedReader(options);
}
