/**
 * Usual prefix of each namespace that feeds use, by the beginning of its address. The empty one holds RSS and
 * RDF's own names.
 */
const byAddress: readonly (readonly [RegExp, string])[] = [
  // Under the addresses of RSS itself, so before them.
  [
    /^https?:\/\/(?:backend\.userland\.com|cyber\.law\.harvard\.edu\/rss|cyber\.harvard\.edu\/rss|blogs\.law\.harvard\.edu\/tech)\/creativecommonsrssmodule/i,
    'creativecommons',
  ],
  [
    /^https?:\/\/(?:(?:www\.)?creativecommons\.org\/ns#?|web\.resource\.org\/(?:rss\/1\.0\/modules\/)?cc\/?)/i,
    'cc',
  ],
  [/^https?:\/\/rslstandard\.org\/rsl/i, 'rsl'],
  [
    /^https?:\/\/purl\.org\/rss\/|^https?:\/\/my\.netscape\.com\/|^https?:\/\/channel\.netscape\.com|^https?:\/\/backend\.userland\.com|^https?:\/\/blogs\.law\.harvard\.edu\/tech\/rss|^https?:\/\/cyber\.harvard\.edu\/rss|^https?:\/\/www\.rssboard\.org/i,
    '',
  ],
  [/^https?:\/\/www\.w3\.org\/2005\/atom|^https?:\/\/purl\.org\/atom\/ns#?/i, 'atom'],
  [/^https?:\/\/purl\.org\/dc\/elements/i, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms/i, 'dcterms'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [
    /^https?:\/\/(?:search\.yahoo\.com\/mrss|video\.search\.yahoo\.com\/mrss|tools\.search\.yahoo\.com\/mrss)/i,
    'media',
  ],
  [/^https?:\/\/www\.itunes\.com\/dtds/i, 'itunes'],
  [/^https?:\/\/www\.google\.com\/schemas\/play-podcasts/i, 'googleplay'],
  [/^https?:\/\/rssnamespace\.org\/feedburner/i, 'feedburner'],
  [/^https?:\/\/www\.georss\.org\/georss/i, 'georss'],
  [/^https?:\/\/www\.opengis\.net\/gml/i, 'gml'],
  [/^https?:\/\/www\.w3\.org\/2003\/01\/geo/i, 'geo'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/slash/i, 'slash'],
  [/^https?:\/\/purl\.org\/syndication\/thread/i, 'thr'],
  [
    /^https?:\/\/(?:podcastindex\.org\/namespace|github\.com\/podcastindex-org\/podcast-namespace)/i,
    'podcast',
  ],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf/i, 'rdf'],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml/i, 'xhtml'],
  [/^https?:\/\/www\.google\.com\/schemas\/sitemap-news/i, 'news'],
  [/^https?:\/\/(?:www\.)?sitemaps\.org|^https?:\/\/www\.google\.com\/schemas\/sitemap\//i, ''],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/syndication/i, 'sy'],
];
/** Fifteen terms have one meaning in both namespaces of Dublin Core, and the finer dates stand in either. */
const dublinCore =
  /^dcterms:(title|creator|contributor|publisher|subject|description|rights|language|identifier|source)$/;
const dublinDates = /^dc:(issued|created|modified|available)$/;
/** Names of modules that are written without their prefix. */
const bareModules: ReadonlyMap<string, string> = new Map([
  ['encoded', 'content:encoded'],
  ['date', 'dc:date'],
]);

/** The one name of what has several. */
function settled(name: string): string {
  return bareModules.get(name) ?? name.replace(dublinCore, 'dc:$1').replace(dublinDates, 'dcterms:$1');
}

/** Modules of RSS 1.0 lie under the address of RSS itself, so the longer address must be asked first. */
const ordered = [...byAddress].sort(
  (a, b) => Number(b[0].source.includes('modules')) - Number(a[0].source.includes('modules')),
);

/** Usual prefix of a namespace address; undefined for one that no rule here reads. */
function usualPrefix(address: string): string | undefined {
  const text = address.trim();
  return ordered.find(([pattern]) => pattern.test(text))?.[1];
}

/** Names of one document: prefixes as it declares them, or as everybody uses them when it does not. */
export class FeedNames {
  private readonly prefixes = new Map<string, string>();
  private readonly cache = new Map<string, string>();
  /** In an Atom feed Atom's names need no prefix. */
  private isAtom = false;

  /**
   * Takes in the namespace declarations of an element. A name without prefix is taken as the feed's own,
   * whatever is declared.
   */
  declare(attributes: ReadonlyMap<string, string>): void {
    for (const [name, value] of attributes) {
      if (!name.startsWith('xmlns')) continue;
      if (name === 'xmlns') continue;
      const prefix = name.slice(6);
      const usual = usualPrefix(value) ?? prefix;
      if (this.prefixes.get(prefix) === usual || this.prefixes.size > 200) continue;
      this.prefixes.set(prefix, usual);
      this.cache.clear();
    }
  }

  /** Says that the root is Atom's `feed` or `entry`. */
  becomeAtom(): void {
    this.isAtom = true;
    this.cache.clear();
  }

  /** The name as the tables of the reader know it: `dc:creator`, `title`, `atom:link`. */
  of(raw: string): string {
    const known = this.cache.get(raw);
    if (known !== undefined) return known;
    const colon = raw.indexOf(':');
    const usual = colon === -1 ? '' : (this.prefixes.get(raw.slice(0, colon)) ?? raw.slice(0, colon));
    const bare = usual === '' || usual === 'rss' || usual === 'rss1' || (usual === 'atom' && this.isAtom);
    const name = settled(bare ? raw.slice(colon + 1) : `${usual}:${raw.slice(colon + 1)}`);
    if (this.cache.size < 2_000) this.cache.set(raw, name);
    return name;
  }
}
