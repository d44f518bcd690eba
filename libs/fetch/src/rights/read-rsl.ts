import { XmlReader, type Attributes, type XmlHandler } from '../xml/xml-reader.ts';

/** One licence for a part of a site: what it permits and prohibits, and whether it costs anything. */
export interface RslLicence {
  /** Usages in lower case; undefined: nothing is said of what is permitted. */
  readonly permits?: readonly string[];
  readonly prohibits: readonly string[];
  readonly isPaid: boolean;
}

/** A part of a site with the licences to be had for it. */
export interface RslContent {
  /** Pattern of paths, or a whole address with one; of a feed also nothing: all of what it stands at. */
  readonly url: string;
  readonly licences: readonly RslLicence[];
}

interface OpenLicence {
  permits?: string[];
  prohibits: string[];
  isPaid: boolean;
}

const mostContents = 200;
const mostLicences = 20;
const longestAddress = 2_000;
const longestWords = 1_000;
/** Usages that are kept of one licence; the standard has some ten. */
const mostUsages = 500;
/** Payments that ask for no money. */
const free = new Set(['free', 'attribution', 'contribution']);

/**
 * Gathers licences of Really Simple Licensing 1.0 from the events of an XML reader. `place`: in a feed no `rsl`
 * need stand around them, and a licence without `content`, or one without address, is about what it stands at.
 */
export class RslBuilder implements XmlHandler {
  readonly contents: { url: string; licences: OpenLicence[] }[] = [];
  private readonly place: 'file' | 'feed';
  private isRsl: boolean;
  private content: { url: string; licences: OpenLicence[] } | undefined;
  private licence: OpenLicence | undefined;
  private list: string[] | undefined;
  private words = '';

  constructor(place: 'file' | 'feed') {
    this.place = place;
    this.isRsl = place === 'feed';
  }

  open(raw: string, attributes: Attributes): void {
    const name = raw.replace(/^rsl:/, '');
    this.words = '';
    if (name === 'rsl') this.isRsl = true;
    if (!this.isRsl) return;
    if (name === 'license' && this.content === undefined && this.place === 'feed') this.begin('');
    if (name === 'content') this.begin(attributes.get('url') ?? '');
    else if (
      name === 'license' &&
      this.content !== undefined &&
      this.content.licences.length < mostLicences
    ) {
      this.licence = { prohibits: [], isPaid: false };
      this.content.licences.push(this.licence);
    } else if (this.licence !== undefined) this.openTerm(name, attributes, this.licence);
  }

  private begin(url: string): void {
    this.content = undefined;
    if (
      (url === '' && this.place === 'file') ||
      url.length > longestAddress ||
      this.contents.length >= mostContents
    )
      return;
    this.content = { url, licences: [] };
    this.contents.push(this.content);
  }

  private openTerm(name: string, attributes: Attributes, licence: OpenLicence): void {
    const type = attributes.get('type')?.toLowerCase() ?? '';
    if (name === 'payment' && type !== '' && !free.has(type)) licence.isPaid = true;
    if (type !== 'usage') return;
    if (name === 'permits') this.list = licence.permits ??= [];
    if (name === 'prohibits') this.list = licence.prohibits;
  }

  text(data: string): void {
    if (this.list !== undefined && this.words.length < longestWords) this.words += data;
  }

  close(raw: string): void {
    const name = raw.replace(/^rsl:/, '');
    if (name === 'content') this.content = undefined;
    if (name === 'content' || name === 'license') this.licence = undefined;
    if (name !== 'permits' && name !== 'prohibits') return;
    if (this.list !== undefined && this.list.length < mostUsages)
      this.list.push(
        ...this.words
          .toLowerCase()
          .split(/[\s,]+/)
          .filter((word) => word !== ''),
      );
    this.list = undefined;
  }
}

/** Reads a licence file of Really Simple Licensing 1.0; nothing of what is none. */
export function readRsl(text: string): readonly RslContent[] {
  const builder = new RslBuilder('file');
  const reader = new XmlReader(builder);
  reader.write(text);
  reader.end();
  return builder.contents;
}

/** Words of RSL, and of its drafts, that take in a usage. */
const takesIn = {
  'ai-train': ['all', 'ai-all', 'ai-train', 'train-ai', 'train-genai'],
  'ai-input': ['all', 'ai-all', 'ai-input', 'ai-use'],
} as const;

/**
 * Why none of the licences for a part of a site gives a usage for nothing; undefined where one does, or where
 * there is none.
 */
export function rslRefusal(
  { licences }: RslContent,
  usage: keyof typeof takesIn,
): 'prohibited' | 'not permitted' | 'to be paid for' | undefined {
  const names = (words: readonly string[]) => takesIn[usage].some((word) => words.includes(word));
  const refusals = licences.map(({ permits, prohibits, isPaid }) => {
    if (names(prohibits)) return 'prohibited';
    if (permits !== undefined && !names(permits)) return 'not permitted';
    return isPaid ? 'to be paid for' : undefined;
  });
  return refusals.includes(undefined) ? undefined : refusals[0];
}
