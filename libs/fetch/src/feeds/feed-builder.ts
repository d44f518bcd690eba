import { absoluteUrl, rebaseHtml } from '../absolute-url.ts';
import type { FeedItem } from './feed-document.ts';
import { addField, keep, newDraft, type FeedDraft } from './feed-draft.ts';
import { peopleIn, sourceAuthor } from './feed-people.ts';
import { FeedNames } from './feed-names.ts';
import { elementKind, isAddress, isMarkup, isStructural } from './feed-elements.ts';
import { escapeText, inlineTag, isXhtml, textOfLeaf } from './feed-text.ts';
import { isLicence, sourceLicence, sourceRights } from './feed-rights.ts';
import { finishItem } from './finish-feed.ts';
import { takeAttributes } from './feed-attributes.ts';
import { RslBuilder } from '../rights/read-rsl.ts';
import type { Attributes, XmlHandler } from '../xml/xml-reader.ts';

interface Frame {
  readonly kind: 'open' | 'entry' | 'person' | 'image' | 'skip' | 'leaf' | 'inline' | 'rsl';
  readonly name: string;
  readonly base: string | undefined;
  readonly attributes: Attributes;
  readonly isXhtml: boolean;
  /** The text began with a `div` element, not with one that is written as text. */
  hasDiv: boolean;
  text: string;
  person: { name?: string; email?: string; url?: string } | undefined;
}

const noAttributes: Attributes = new Map();
/**
 * Characters kept of one text: more than any article, and a bound on what a feed of one endless text costs.
 */
const maxText = 2_000_000;

export interface BuilderOptions {
  readonly base: string | undefined;
  readonly maxItems: number;
  readonly language: string | undefined;
  readonly onItem: (item: FeedItem) => void;
  /** Called when the limit of entries is reached. */
  readonly onFull: () => void;
  /** Closes the open elements above a depth, whose end tags were lost. */
  readonly closeTo: (depth: number) => void;
}

/**
 * Takes the events of an XML reader and gathers what a feed and its entries say, whatever the format and
 * however damaged.
 */
export class FeedBuilder implements XmlHandler {
  readonly feed: FeedDraft;
  root = '';
  isFull = false;
  /** An entry said what only CDF says. */
  hasCdfEntry = false;
  private readonly names = new FeedNames();
  private readonly frames: Frame[] = [];
  private readonly options: BuilderOptions;
  private entry: FeedDraft | undefined;
  private count = 0;
  /** The text that is being read, however deep inside it the reader stands. */
  private leaf: Frame | undefined;

  constructor(options: BuilderOptions) {
    this.options = options;
    this.feed = newDraft(options.language);
  }

  open(raw: string, attributes: Attributes): void {
    if (this.leaf === undefined && attributes.size > 0) this.names.declare(attributes);
    const name = this.names.of(raw);
    if (this.leaf !== undefined && this.endsText(name, this.leaf))
      this.options.closeTo(this.frames.indexOf(this.leaf));
    const outer = this.frames.at(-1)?.base ?? this.options.base;
    const base = attributes.size === 0 ? outer : baseOf(attributes, outer);
    const { leaf } = this;
    if (leaf === undefined) return this.openElement(name, attributes, base);
    if (!leaf.hasDiv && raw.endsWith('div') && leaf.text.trim() === '') leaf.hasDiv = true;
    if (leaf.text.length < maxText)
      leaf.text += inlineTag(raw, attributes, base === leaf.base ? undefined : base);
    this.push('inline', raw, base, noAttributes);
  }

  text(data: string): void {
    const { leaf } = this;
    const top = leaf ?? this.frames.at(-1);
    if (top?.kind === 'rsl') return this.rslOf().text(data);
    const isKept = leaf !== undefined || top?.kind === 'person' || top?.kind === 'image';
    if (top === undefined || !isKept || top.text.length >= maxText) return;
    top.text += (top.isXhtml ? escapeText(data) : data).slice(0, maxText - top.text.length);
  }

  close(raw: string): void {
    const frame = this.frames.pop();
    if (frame === undefined || frame.kind === 'skip' || frame.kind === 'open') return;
    if (frame.kind === 'inline') {
      if (this.leaf !== undefined && this.leaf.text.length < maxText)
        this.leaf.text += `</${raw.slice(raw.indexOf(':') + 1)}>`;
    } else if (frame.kind === 'leaf') this.finishLeaf(frame);
    else if (frame.kind === 'rsl') this.rslOf().close(localName(frame.name));
    else if (frame.kind === 'person') this.finishPerson(frame);
    else if (frame.kind === 'image') takeImage(this.entry ?? this.feed, frame.text, frame.base);
    else if (frame.kind === 'entry') this.finishEntry();
  }

  /** An address that the end of the document cut in two leads nowhere. */
  cut(): void {
    const { leaf } = this;
    if (leaf !== undefined && (isAddress(leaf.name) || leaf.name === 'guid' || leaf.name === 'id'))
      leaf.text = '';
  }

  /** Whether an element of this name ends the text around it, whose end tag must have been lost. */
  private endsText(name: string, leaf: Frame): boolean {
    if (leaf.isXhtml || leaf.name === 'content' || leaf.name === 'xhtml:body' || leaf.name === 'body')
      return false;
    return isStructural(name) && name !== leaf.name;
  }

  private push(kind: Frame['kind'], name: string, base: string | undefined, attributes: Attributes): void {
    const frame = {
      kind,
      name,
      base,
      attributes,
      isXhtml: kind === 'leaf' && isXhtml(attributes),
      hasDiv: false,
      text: '',
      person: undefined,
    };
    this.frames.push(frame);
    if (kind === 'leaf') this.leaf = frame;
  }

  private openElement(name: string, attributes: Attributes, base: string | undefined): void {
    if (this.frames.at(-1)?.kind === 'rsl' && isStructural(name))
      this.options.closeTo(this.frames.findIndex((frame) => frame.kind === 'rsl'));
    const top = this.frames.at(-1);
    if ((name === 'item' || name === 'entry') && !(top?.kind === 'skip' && top.name === 'items'))
      return this.openEntry(name, attributes, base);
    const kind = elementKind(name);
    if (this.root === '' && (kind === 'root' || elementKind(localName(name)) === 'root'))
      this.openRoot(name, attributes);
    if (top?.kind === 'skip') return this.openSkipped(top, name, attributes, base);
    if (top?.kind === 'rsl' || isRsl(name, attributes)) {
      this.push('rsl', name, base, noAttributes);
      return this.rslOf().open(localName(name), attributes);
    }
    if (isForeignLicence(name, attributes, top)) return this.push('skip', name, base, noAttributes);
    if (top?.kind === 'person') return this.push('leaf', name, base, attributes);
    if (top?.kind === 'image')
      return this.push(kind === 'leaf' ? 'leaf' : 'skip', `image:${name}`, base, attributes);
    if (attributes.size > 0 && takeAttributes(this.entry ?? this.feed, name, attributes, base))
      return this.push('open', name, base, noAttributes);
    if (kind === 'person') return this.push('person', name, base, attributes);
    if (name === 'image' && !attributes.has('href')) return this.push('image', name, base, attributes);
    if (kind === 'leaf') return this.push('leaf', name, base, attributes);
    const isKnown = kind !== 'skip' && (this.root === '' || kind !== undefined || this.frames.length === 0);
    return this.push(isKnown ? 'open' : 'skip', name, base, noAttributes);
  }

  /** Of what stands in the element of the feed that an entry was copied from, authors and rights count. */
  private openSkipped(top: Frame, name: string, attributes: Attributes, base: string | undefined): void {
    const isSource = top.name === 'source' || top.name === 'atom:source';
    const part = isSource ? localName(name) : '';
    if (part === 'author') return this.push('person', sourceAuthor, base, noAttributes);
    if (part === 'rights') return this.push('leaf', sourceRights, base, attributes);
    if (part === 'link' && attributes.get('rel')?.trim().toLowerCase() === 'license')
      takeAttributes(this.entry ?? this.feed, 'link', new Map([...attributes, ['rel', sourceLicence]]), base);
    return this.push('skip', name, base, noAttributes);
  }

  /** What gathers the licences of what is being read. */
  private rslOf(): RslBuilder {
    const draft = this.entry ?? this.feed;
    draft.rsl ??= new RslBuilder('feed');
    return draft.rsl;
  }

  private openRoot(name: string, attributes: Attributes): void {
    this.root = localName(name) === 'feed' ? 'feed' : name;
    if (this.root === 'feed') this.names.becomeAtom();
    this.feed.language ??= attributes.get('xml:lang')?.replace(/_/g, '-');
    const lastmod = attributes.get('lastmod');
    if (lastmod !== undefined) addField(this.feed, 'lastmod', lastmod);
    const href = attributes.get('href');
    if (name === 'channel' && href !== undefined)
      this.feed.links.push({
        rel: 'alternate',
        href: absoluteUrl(href, attributes.get('base') ?? this.options.base) ?? href,
        type: '',
      });
  }

  private openEntry(name: string, attributes: Attributes, base: string | undefined): void {
    if (this.root === '') this.openRoot(name === 'entry' ? 'feed' : 'rss', noAttributes);
    // An entry never stands inside another one: the end tag of the one before was lost.
    if (this.entry !== undefined)
      this.options.closeTo(this.frames.findIndex((frame) => frame.kind === 'entry'));
    if (this.count >= this.options.maxItems) {
      this.isFull = true;
      return this.options.onFull();
    }
    this.count += 1;
    const draft = newDraft(attributes.get('xml:lang'));
    this.entry = draft;
    this.push('entry', name, this.entryBase(base), attributes);
    if (attributes.size === 0) return;
    const about = attributes.get('rdf:about') ?? attributes.get('about');
    if (about !== undefined) addField(draft, 'rdf:about', about);
    const href = attributes.get('href');
    if (href !== undefined) addField(draft, 'link', absoluteUrl(href, base) ?? href);
    const lastmod = attributes.get('lastmod');
    if (lastmod !== undefined) addField(draft, 'lastmod', lastmod);
  }

  /**
   * Relative addresses of RSS are meant on the site, wherever the feed is served from; an `xml:base` says
   * otherwise.
   */
  private entryBase(base: string | undefined): string | undefined {
    if (this.root === 'feed' || base === undefined || base !== this.options.base) return base;
    const site = this.feed.fields.get('link')?.findLast((text) => /^https?:\/\//i.test(text));
    return site ?? base;
  }

  private finishEntry(): void {
    const { entry } = this;
    this.entry = undefined;
    if (entry === undefined) return;
    this.hasCdfEntry ||= entry.fields.has('lastmod') || entry.fields.has('abstract');
    this.options.onItem(finishItem(entry, this.feed));
  }

  private finishLeaf(frame: Frame): void {
    this.leaf = undefined;
    const draft = this.entry ?? this.feed;
    const parent = this.frames.at(-1);
    const { name } = frame;
    const value = textOfLeaf(frame.text, frame.attributes, frame.hasDiv);
    // A lone fragment leads back to the feed itself, whatever the base.
    const base = value.startsWith('#') && isAddress(name) ? this.options.base : frame.base;
    if (parent?.kind === 'person') return takePersonPart(parent, localName(name), value, base);
    if (name.startsWith('image:')) {
      if (name === 'image:url') draft.image ??= absoluteUrl(value, base) ?? value;
    } else if (name === 'media:thumbnail' || name === 'thumbnail') takeImage(draft, value, base);
    else if (name === 'enclosure') {
      if (isOneWord(value)) keep(draft.enclosures, { url: absoluteUrl(value, base) ?? value });
    } else if (name === 'category' || name === 'dc:subject' || name === 'media:category' || name === 'tags') {
      for (const term of name === 'tags' ? value.split(',') : listedIn(value))
        if (term.trim() !== '') keep(draft.categories, term.trim());
    } else if (name === 'dc:creator' && value.includes('<li>')) {
      for (const creator of listedIn(value)) addField(draft, name, creator);
    } else if (name === 'link' && frame.attributes.size > 0) {
      if (value !== '')
        keep(draft.links, {
          rel: frame.attributes.get('rel')?.trim().toLowerCase() ?? 'alternate',
          href: absoluteUrl(value, base) ?? value,
          type: frame.attributes.get('type')?.toLowerCase() ?? '',
        });
    } else if (isLicence(name)) addField(draft, name, licenceText(value, base));
    else if (isAddress(name) || (name === 'id' && value.startsWith('/')))
      addField(draft, name, absoluteUrl(value, base) ?? value);
    else addField(draft, name, isMarkup(name) && base !== undefined ? rebaseHtml(value, base) : value);
  }

  private finishPerson(frame: Frame): void {
    const people = frame.person === undefined ? peopleIn(frame.text) : [frame.person];
    for (const person of people)
      keep((this.entry ?? this.feed).people, { ...person, role: frame.name.replace(/^atom:/, '') });
  }
}

const rslSpace = /^https?:\/\/rslstandard\.org\/rsl/i;

/** Whether an element begins licences of Really Simple Licensing; their namespace may need no prefix. */
function isRsl(name: string, attributes: Attributes): boolean {
  return name.startsWith('rsl:') || (attributes.size > 0 && rslSpace.test(attributes.get('xmlns') ?? ''));
}

/**
 * Whether an element describes a licence (`cc:License`, which differs from `cc:license` by a capital letter), or
 * is that of a picture or recording alone.
 */
function isForeignLicence(name: string, attributes: Attributes, top: Frame | undefined): boolean {
  if (name === 'cc:license') return attributes.has('rdf:about') || attributes.has('about');
  return name === 'media:license' && (top?.name === 'media:content' || top?.name === 'media:group');
}

/** A licence as it is written, whole where it is an address. */
function licenceText(value: string, base: string | undefined): string {
  return isOneWord(value) && value.includes('/') ? (absoluteUrl(value, base) ?? value) : value;
}

function isOneWord(text: string): boolean {
  return /^\S+$/.test(text);
}

/** A picture whose address stands as text, where the format wants it in an attribute. */
function takeImage(draft: FeedDraft, text: string, base: string | undefined): void {
  const value = text.trim();
  if (isOneWord(value)) draft.image ??= absoluteUrl(value, base) ?? value;
}

/** The items of a list of RDF (`rdf:Bag`, `rdf:Seq`), or the one value that stands alone. */
function listedIn(value: string): readonly string[] {
  return value.includes('<li>') ? [...value.matchAll(/<li>([^<]*)/g)].map((item) => item[1] ?? '') : [value];
}

/** Markup that a person's name may stand in where no elements part it. */
const textMarkup = new Set(['a', 'b', 'i', 'u', 'em', 'strong', 'span', 'font', 'p']);

function takePersonPart(frame: Frame, part: string, value: string, base: string | undefined): void {
  if (value === '') return;
  if (part === 'name') (frame.person ??= {}).name ??= value;
  else if (part === 'email') (frame.person ??= {}).email ??= value;
  else if (part === 'uri' || part === 'url' || part === 'homepage')
    (frame.person ??= {}).url ??= absoluteUrl(value, base) ?? value;
  else if (textMarkup.has(part)) frame.text += value;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function baseOf(attributes: Attributes, outer: string | undefined): string | undefined {
  const own = attributes.get('xml:base');
  return own === undefined ? outer : (absoluteUrl(own, outer) ?? outer);
}
