import { decodeText } from '@newsmill/text';
import { XmlReader, type Attributes, type XmlHandler } from '../xml/xml-reader.ts';

/** A feed that a list of subscriptions names. */
export interface OpmlFeed {
  readonly title?: string | undefined;
  readonly xmlUrl: string;
  readonly htmlUrl?: string | undefined;
  /**
   * Folders it stands in, outermost first, joined by `/`; without folders the category that the outline
   * names.
   */
  readonly category?: string | undefined;
}

export interface OpmlReading {
  readonly title?: string | undefined;
  /** Each address once, in the order of the list. */
  readonly feeds: readonly OpmlFeed[];
}

const maxFeeds = 20_000;
const maxLength = 4_096;

function textOf(attributes: Attributes, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = attributes.get(name)?.replace(/\s+/g, ' ').trim();
    if (value !== undefined && value !== '') return value.slice(0, maxLength);
  }
  return undefined;
}

/** An http(s) address; `feed:` in front of one is a habit of browsers. One that was cut leads nowhere. */
function addressOf(text: string | undefined): string | undefined {
  const parsed =
    text === undefined || text.length >= maxLength
      ? null
      : URL.parse(text.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://'));
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.href.length < maxLength
    ? parsed.href
    : undefined;
}

class OpmlBuilder implements XmlHandler {
  isOpml = false;
  title = '';
  readonly feeds = new Map<string, OpmlFeed>();
  /** Names of the open elements; an outline that is a folder gives its own. */
  private readonly elements: { readonly name: string; readonly folder: string | undefined }[] = [];

  open(name: string, attributes: Attributes): void {
    if (name === 'opml') this.isOpml = true;
    const address =
      name === 'outline' ? addressOf(textOf(attributes, 'xmlurl', 'rssurl', 'feedurl')) : undefined;
    const isFolder = name === 'outline' && address === undefined;
    if (address !== undefined && this.feeds.size < maxFeeds && !this.feeds.has(address))
      this.feeds.set(address, this.feedOf(address, attributes));
    this.elements.push({ name, folder: isFolder ? textOf(attributes, 'title', 'text') : undefined });
  }

  text(data: string): void {
    if (this.elements.at(-1)?.name === 'title' && this.title.length < maxLength) this.title += data;
  }

  close(): void {
    this.elements.pop();
  }

  private feedOf(xmlUrl: string, attributes: Attributes): OpmlFeed {
    const folders = this.elements.flatMap(({ folder }) => folder ?? []);
    const category =
      folders.length > 0
        ? folders.join('/')
        : textOf(attributes, 'category')?.split(',')[0]?.trim().replace(/^\//, '');
    return {
      title: textOf(attributes, 'title', 'text'),
      xmlUrl,
      htmlUrl: addressOf(textOf(attributes, 'htmlurl')),
      category,
    };
  }
}

/**
 * Reads a list of subscriptions (OPML 1.0 and 2.0), sound or damaged, as other readers export them; undefined
 * when it is none.
 */
export function readOpml(bytes: Uint8Array): OpmlReading | undefined {
  const builder = new OpmlBuilder();
  const reader = new XmlReader(builder);
  reader.write(decodeText(bytes, { kind: 'xml' }).text);
  reader.end();
  if (!builder.isOpml) return undefined;
  const title = builder.title.replace(/\s+/g, ' ').trim();
  return { title: title === '' ? undefined : title, feeds: [...builder.feeds.values()] };
}
