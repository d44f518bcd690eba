import { absoluteUrl, rebaseHtml } from './absolute-url.ts';
import { addField, keep, newDraft, personOf, type FeedDraft } from './feed-draft.ts';
import { FeedNames } from './feed-names.ts';
import { inlineTag, textOfLeaf } from './feed-text.ts';
import type { Attributes, XmlHandler } from './xml-reader.ts';

/** Elements whose text is kept, of feeds and entries alike. */
const leaves = new Set(
  `title link guid id description summary content content:encoded body xhtml:body pubdate published issued created updated modified subtitle tagline info abstract lastmod
  language rights copyright generator docs comments ttl logo icon url lastbuilddate thr:total dc:date dc:title dc:description dc:creator dc:author dc:contributor dc:publisher dc:subject dc:rights dc:language dc:identifier dc:source
  dcterms:issued dcterms:created dcterms:modified dcterms:abstract dcterms:date dcterms:available media:title media:description media:keywords media:category media:credit itunes:summary itunes:subtitle itunes:author itunes:title itunes:keywords itunes:explicit
  managingeditor webmaster category feedburner:origlink pheedo:origlink atom:id atom:title atom:summary atom:content atom:updated atom:published atom:subtitle atom:rights news:title news:publication_date fullitem sy:updateperiod sy:updatefrequency
  cdf:abstract prism:publicationdate prism:coverdate audio thumbnail creator`.split(/\s+/),
);
const people = new Set(['author', 'contributor', 'atom:author', 'atom:contributor', 'itunes:owner', 'dc:agent']);
const groups = new Set(['media:group', 'media:content', 'channel', 'items_', 'itunes:category_']);
const skipped = new Set(['source', 'atom:source', 'textinput', 'textarea', 'cloud', 'skiphours', 'skipdays', 'media:community', 'items']);
const roots = new Set(['rss', 'rdf:rdf', 'feed', 'channel', 'rdf']);
/** An element of these never stands inside a text: its start tag ends a text whose end tag was lost. */
const structural = new Set(['item', 'entry', 'link', 'guid', 'pubdate', 'description', 'dc:creator', 'dc:date', 'content:encoded', 'updated', 'published', 'id', 'category', 'author', 'comments', 'enclosure', 'summary', 'channel', 'media:content', 'media:thumbnail', 'lastbuilddate', 'language']);
const urls = new Set(['link', 'comments', 'url', 'docs', 'feedburner:origlink', 'pheedo:origlink', 'logo', 'icon']);
const markup = new Set(['title', 'description', 'summary', 'content', 'content:encoded', 'body', 'xhtml:body', 'subtitle', 'tagline', 'info', 'rights', 'copyright', 'itunes:summary', 'fullitem']);

interface Frame {
  kind: 'open' | 'entry' | 'person' | 'image' | 'skip' | 'leaf' | 'inline';
  readonly name: string;
  readonly base: string | undefined;
  readonly attributes: Attributes;
  text: string;
  person: { name?: string; email?: string; url?: string } | undefined;
}

const noAttributes: Attributes = new Map();

export interface BuilderOptions {
  readonly base: string | undefined;
  readonly maxItems: number;
  readonly language: string | undefined;
  /** Called when the limit of entries is reached. */
  readonly onFull: () => void;
}

/** Takes the events of an XML reader and gathers what a feed and its entries say, whatever the format and however damaged. */
export class FeedBuilder implements XmlHandler {
  readonly feed: FeedDraft;
  readonly entries: FeedDraft[] = [];
  root = '';
  isFull = false;
  private readonly names = new FeedNames();
  private readonly frames: Frame[] = [];
  private readonly options: BuilderOptions;
  private entry: FeedDraft | undefined;
  /** The text that is being read, however deep inside it the reader stands. */
  private leaf: Frame | undefined;

  constructor(options: BuilderOptions) {
    this.options = options;
    this.feed = newDraft(options.language);
  }

  open(raw: string, attributes: Attributes): void {
    const top = this.frames.at(-1);
    const base = this.baseOf(attributes, top?.base ?? this.options.base);
    if (this.leaf === undefined) this.names.declare(attributes);
    const name = this.names.of(raw);
    const { leaf } = this;
    if (leaf !== undefined && !this.endsText(name, leaf)) {
      leaf.text += inlineTag(raw, attributes, base === leaf.base ? undefined : base);
      this.push('inline', raw, base, noAttributes);
      return;
    }
    if (leaf !== undefined) this.closeText();
    this.openElement(name, attributes, base);
  }

  text(data: string): void {
    const { leaf } = this;
    if (leaf !== undefined) {
      leaf.text += isXhtml(leaf.attributes) ? escapeText(data) : data;
      return;
    }
    const top = this.frames.at(-1);
    if (top?.kind === 'person') top.text += data;
  }

  close(raw: string): void {
    const frame = this.frames.pop();
    if (frame === undefined) return;
    if (frame.kind === 'inline') {
      if (this.leaf !== undefined) this.leaf.text += `</${raw.slice(raw.indexOf(':') + 1)}>`;
    } else if (frame.kind === 'leaf') this.finishLeaf(frame);
    else if (frame.kind === 'person') this.finishPerson(frame);
    else if (frame.kind === 'entry') this.entry = undefined;
  }

  private baseOf(attributes: Attributes, outer: string | undefined): string | undefined {
    const own = attributes.get('xml:base');
    return own === undefined ? outer : absoluteUrl(own, outer) ?? outer;
  }

  /** Whether an element of this name ends the text around it, whose end tag must have been lost. */
  private endsText(name: string, leaf: Frame): boolean {
    if (isXhtml(leaf.attributes) || leaf.name === 'content' || leaf.name === 'xhtml:body' || leaf.name === 'body') return false;
    return structural.has(name) && name !== leaf.name;
  }

  /** Ends the text that is open, and leaves its frames as if they had no meaning. */
  private closeText(): void {
    for (let at = this.frames.length - 1; at >= 0; at -= 1) {
      const frame = this.frames[at];
      if (frame === undefined || (frame.kind !== 'inline' && frame.kind !== 'leaf')) return;
      if (frame.kind === 'leaf') this.finishLeaf(frame);
      frame.kind = 'open';
    }
  }

  private push(kind: Frame['kind'], name: string, base: string | undefined, attributes: Attributes): void {
    const frame = { kind, name, base, attributes, text: '', person: undefined };
    this.frames.push(frame);
    if (kind === 'leaf') this.leaf = frame;
  }

  private openElement(name: string, attributes: Attributes, base: string | undefined): void {
    const top = this.frames.at(-1);
    const isEntry = name === 'item' || name === 'entry' || name === 'media:item_';
    if (isEntry && !(top?.kind === 'skip' && top.name === 'items')) return this.openEntry(name, attributes, base);
    if (this.root === '' && (roots.has(name) || roots.has(name.slice(name.indexOf(':') + 1)))) this.openRoot(name, attributes);
    if (top?.kind === 'skip') return this.push('skip', name, base, noAttributes);
    if (top?.kind === 'person') return this.push('leaf', name, base, attributes);
    if (top?.kind === 'image') return this.push(leaves.has(name) ? 'leaf' : 'skip', `image:${name}`, base, attributes);
    const draft = this.entry ?? this.feed;
    if (this.takeAttributes(draft, name, attributes, base)) return this.push('open', name, base, noAttributes);
    if (people.has(name)) return this.push('person', name, base, attributes);
    if (name === 'image' && !attributes.has('href')) return this.push('image', name, base, attributes);
    if (leaves.has(name)) return this.push('leaf', name, base, attributes);
    if (skipped.has(name)) return this.push('skip', name, base, noAttributes);
    const isKnown = this.root === '' || groups.has(name) || roots.has(name) || this.frames.length === 0;
    return this.push(isKnown ? 'open' : 'skip', name, base, noAttributes);
  }

  private openRoot(name: string, attributes: Attributes): void {
    this.root = name.slice(name.indexOf(':') + 1) === 'feed' ? 'feed' : name;
    if (this.root === 'feed') this.names.becomeAtom();
    this.feed.language ??= attributes.get('xml:lang')?.replace(/_/g, '-');
    const lastmod = attributes.get('lastmod');
    if (lastmod !== undefined) addField(this.feed, 'lastmod', lastmod);
    const href = attributes.get('href');
    if (name === 'channel' && href !== undefined) this.feed.links.push({ rel: 'alternate', href: absoluteUrl(href, attributes.get('base') ?? this.options.base) ?? href, type: '' });
  }

  private openEntry(name: string, attributes: Attributes, base: string | undefined): void {
    if (this.root === '') this.openRoot(name === 'entry' ? 'feed' : 'rss', noAttributes);
    if (this.entries.length >= this.options.maxItems) {
      this.isFull = true;
      this.entry = newDraft(undefined);
      this.options.onFull();
      return this.push('entry', name, base, attributes);
    }
    const draft = newDraft(attributes.get('xml:lang'));
    this.entry = draft;
    this.entries.push(draft);
    const about = attributes.get('rdf:about') ?? attributes.get('about');
    if (about !== undefined) addField(draft, 'rdf:about', about);
    const href = attributes.get('href');
    if (href !== undefined) addField(draft, 'link', absoluteUrl(href, base) ?? href);
    const lastmod = attributes.get('lastmod');
    if (lastmod !== undefined) addField(draft, 'lastmod', lastmod);
    return this.push('entry', name, base, attributes);
  }

  /** Elements that say what they say in attributes. Answers whether that was all there is to the element. */
  private takeAttributes(draft: FeedDraft, name: string, attributes: Attributes, base: string | undefined): boolean {
    if (attributes.size === 0) return false;
    const address = (key: string): string | undefined => {
      const value = attributes.get(key)?.trim();
      return value === undefined || value === '' ? undefined : absoluteUrl(value, base) ?? value;
    };
    const href = address('href');
    if ((name === 'link' || name === 'atom:link') && href !== undefined) {
      const rel = (attributes.get('rel') ?? 'alternate').trim().toLowerCase().replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, '');
      keep(draft.links, { rel, href, type: attributes.get('type')?.toLowerCase() ?? '' });
      if (rel === 'enclosure') keep(draft.enclosures, { url: href, ...pick(attributes, 'type', 'length') });
      return true;
    }
    const url = address('url');
    if (name === 'enclosure' || name === 'media:content') {
      if (url !== undefined) keep(draft.enclosures, { url, ...pick(attributes, 'type', name === 'enclosure' ? 'length' : 'filesize') });
      const isImage = /^image/.test(attributes.get('medium') ?? attributes.get('type') ?? '');
      if (isImage && url !== undefined) draft.image ??= url;
      return name === 'enclosure';
    }
    if (name === 'media:thumbnail' || name === 'itunes:image' || name === 'image') {
      const image = url ?? href;
      if (image !== undefined) draft.image ??= image;
      return image !== undefined;
    }
    if (name === 'category' || name === 'itunes:category' || name === 'media:category') {
      const term = attributes.get('term') ?? (name === 'itunes:category' ? attributes.get('text') : undefined);
      if (term !== undefined && term.trim() !== '') keep(draft.categories, term.trim());
      return term !== undefined;
    }
    if (name === 'guid' && attributes.get('ispermalink')?.toLowerCase() === 'false') draft.isGuidOpaque = true;
    return false;
  }

  private finishLeaf(frame: Frame): void {
    this.leaf = undefined;
    const draft = this.entry ?? this.feed;
    const parent = this.frames.at(-1);
    const isPerson = parent?.kind === 'person';
    const value = textOfLeaf(frame.text, frame.attributes);
    if (isPerson) {
      const person = (parent.person ??= {});
      const local = frame.name.slice(frame.name.indexOf(':') + 1);
      const plain = value.trim();
      if (local === 'name') person.name ??= plain;
      else if (local === 'email') person.email ??= plain;
      else if (local === 'uri' || local === 'url' || local === 'homepage') person.url ??= absoluteUrl(plain, frame.base) ?? plain;
      return;
    }
    if (frame.name === 'image:url') draft.image ??= absoluteUrl(value.trim(), frame.base) ?? value.trim();
    else if (frame.name.startsWith('image:')) return;
    else if (frame.name === 'category' || frame.name === 'dc:subject' || frame.name === 'media:category') {
      if (value.trim() !== '') keep(draft.categories, value.trim());
    } else if (urls.has(frame.name) || (frame.name === 'id' && value.startsWith('/'))) addField(draft, frame.name, absoluteUrl(value.trim(), frame.base) ?? value.trim());
    else addField(draft, frame.name, markup.has(frame.name) && frame.base !== undefined ? rebaseHtml(value, frame.base) : value.trim());
  }

  private finishPerson(frame: Frame): void {
    const person = frame.person ?? personOf(frame.text);
    if (person !== undefined) keep((this.entry ?? this.feed).people, { ...person, role: frame.name.replace(/^atom:/, '') });
  }
}

function isXhtml(attributes: Attributes): boolean {
  const type = attributes.get('type')?.toLowerCase();
  return type === 'xhtml' || type === 'application/xhtml+xml' || (attributes.get('mode') === 'xml' && type !== undefined && type !== 'text/plain' && type !== 'text');
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function pick(attributes: Attributes, type: string, length: string): { type?: string; length?: string } {
  const typeValue = attributes.get(type);
  const lengthValue = attributes.get(length);
  return { ...(typeValue === undefined ? {} : { type: typeValue }), ...(lengthValue === undefined ? {} : { length: lengthValue }) };
}
