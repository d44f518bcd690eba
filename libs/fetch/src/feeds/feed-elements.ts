/**
 * What the reader does with an element: keep its text, read a person from it, read on inside it, or leave it
 * alone.
 */
export type ElementKind = 'leaf' | 'person' | 'group' | 'skip' | 'root';

const table: Readonly<Record<ElementKind, string>> = {
  leaf: `title link guid id description summary content content:encoded body xhtml:body pubdate published issued created updated modified subtitle tagline info abstract lastmod
    language rights copyright generator docs comments ttl logo icon url lastbuilddate thr:total dc:date dc:title dc:description dc:creator dc:author dc:contributor dc:publisher dc:subject dc:rights dc:language dc:identifier dc:source
    dcterms:issued dcterms:created dcterms:modified dcterms:abstract dcterms:date dcterms:available media:title media:description media:keywords media:category media:credit itunes:summary itunes:subtitle itunes:author itunes:title itunes:keywords itunes:explicit googleplay:author googleplay:description
    managingeditor webmaster category tags feedburner:origlink pheedo:origlink atom:id atom:title atom:summary atom:content atom:updated atom:published atom:subtitle atom:rights news:title news:publication_date fullitem sy:updateperiod sy:updatefrequency
    cdf:abstract prism:publicationdate prism:coverdate audio thumbnail media:thumbnail enclosure keywords creator podcast:person georss:point gml:pos geo:lat geo:long slash:comments itunes:duration
    creativecommons:license cc:license dcterms:license media:license`,
  person: 'author contributor atom:author atom:contributor itunes:owner dc:agent',
  group: 'media:group media:content categories authors georss:where gml:point geo:point',
  skip: 'source atom:source textinput textarea cloud skiphours skipdays media:community items',
  root: 'rss rdf:rdf feed channel rdf',
};
const kinds = new Map(
  Object.entries(table).flatMap(([kind, names]) =>
    names.split(/\s+/).map((name) => [name, kindOf(kind)] as const),
  ),
);

function kindOf(text: string): ElementKind {
  return text === 'leaf' || text === 'person' || text === 'group' || text === 'skip' ? text : 'root';
}

/** What the reader does with an element of this name; undefined for one it does not know. */
export function elementKind(name: string): ElementKind | undefined {
  return kinds.get(name);
}

// biome-ignore format: a table, read by its rows
const structural = new Set([
  'item', 'entry', 'link', 'guid', 'pubdate', 'description', 'dc:creator', 'dc:date', 'content:encoded',
  'updated', 'published', 'id', 'category', 'author', 'comments', 'enclosure', 'summary', 'channel',
  'media:content', 'media:thumbnail', 'lastbuilddate', 'language',
]);
const addresses = new Set([
  'link',
  'comments',
  'url',
  'docs',
  'feedburner:origlink',
  'pheedo:origlink',
  'logo',
  'icon',
]);
// biome-ignore format: a table, read by its rows
const markup = new Set([
  'title', 'description', 'summary', 'content', 'content:encoded', 'body', 'xhtml:body', 'subtitle',
  'tagline', 'info', 'rights', 'copyright', 'itunes:summary', 'fullitem',
]);

/**
 * Whether an element never stands inside a text, so that its start tag ends a text whose end tag was lost.
 */
export function isStructural(name: string): boolean {
  return structural.has(name);
}

/** Whether the text of an element is an address. */
export function isAddress(name: string): boolean {
  return addresses.has(name);
}

/** Whether the text of an element may be HTML with addresses of its own. */
export function isMarkup(name: string): boolean {
  return markup.has(name);
}
