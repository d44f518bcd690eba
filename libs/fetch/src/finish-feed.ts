import { addField, firstField, personOf, type FeedDraft } from './feed-draft.ts';
import type { FeedDocument, FeedFormat, FeedItem, FeedPerson } from './feed-document.ts';
import { stripTags } from '@newsmill/text';

function defined<T extends object>(value: T): T {
  for (const [key, part] of Object.entries(value)) if (part === undefined) Reflect.deleteProperty(value, key);
  return value;
}

function linkOf(draft: FeedDraft, ...rels: readonly string[]): string | undefined {
  const found = draft.links.filter((link) => rels.includes(link.rel));
  return (found.findLast((link) => link.type === '' || /html/.test(link.type)) ?? found[0])?.href;
}

function keywordsOf(draft: FeedDraft): string[] {
  return ['media:keywords', 'itunes:keywords'].flatMap((name) => draft.fields.get(name) ?? []).flatMap((text) => text.split(',')).map((text) => text.trim()).filter((text) => text !== '');
}

/** Of several `link` texts the last counts, as in the readers that feeds are tried with. */
function lastLink(draft: FeedDraft): string | undefined {
  return draft.fields.get('link')?.findLast((text) => text !== '');
}

function isAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\/\S+$/i.test(text);
}

/** Authors first, then creators, then whoever else is named; one mention of each. */
function peopleOf(draft: FeedDraft, ...names: readonly string[]): FeedPerson[] {
  const said: FeedPerson[] = draft.people.filter(({ role }) => role === 'author').map(({ role: _role, ...person }) => person);
  for (const name of names) {
    for (const text of draft.fields.get(name) ?? []) {
      const person = personOf(stripTags(text));
      if (person !== undefined) said.push(person);
    }
  }
  const others = draft.people.filter(({ role }) => role !== 'author' && role !== 'contributor').map(({ role: _role, ...person }) => person);
  const seen = new Set<string>();
  return [...said, ...others].filter((person) => {
    const key = (person.name ?? person.email ?? '').toLowerCase();
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function entryLink(draft: FeedDraft): string | undefined {
  const guid = firstField(draft, 'guid');
  const permalink = draft.isGuidOpaque || !isAddress(guid) ? undefined : guid;
  const about = firstField(draft, 'rdf:about', 'id', 'atom:id');
  return lastLink(draft) ?? linkOf(draft, 'alternate') ?? permalink ?? (isAddress(about) ? about : undefined) ?? linkOf(draft, 'self', 'related', 'via') ?? draft.enclosures[0]?.url ?? firstField(draft, 'url');
}

/** Decides which of the things said of an entry count. */
export function finishItem(draft: FeedDraft): FeedItem {
  const summary = firstField(draft, 'description', 'summary', 'atom:summary', 'abstract', 'dc:description', 'dcterms:abstract', 'itunes:summary', 'media:description', 'itunes:subtitle');
  return defined({
    title: firstField(draft, 'title', 'atom:title', 'dc:title', 'media:title', 'itunes:title', 'news:title'),
    link: entryLink(draft),
    originalLink: firstField(draft, 'feedburner:origlink', 'pheedo:origlink'),
    id: firstField(draft, 'guid', 'id', 'atom:id', 'rdf:about', 'dc:identifier'),
    published: firstField(draft, 'pubdate', 'published', 'issued', 'atom:published', 'dcterms:issued', 'dcterms:available', 'prism:publicationdate', 'news:publication_date', 'dc:date', 'dcterms:created', 'created'),
    updated: firstField(draft, 'updated', 'modified', 'atom:updated', 'dcterms:modified', 'dc:date', 'dcterms:date', 'lastmod', 'lastbuilddate'),
    people: peopleOf(draft, 'dc:creator', 'dc:author', 'creator', 'itunes:author', 'media:credit', 'dc:contributor', 'managingeditor'),
    summary,
    content: firstField(draft, 'content:encoded', 'content', 'atom:content', 'xhtml:body', 'body', 'fullitem'),
    categories: [...new Set([...draft.categories, ...keywordsOf(draft)])],
    enclosures: draft.enclosures,
    comments: firstField(draft, 'comments'),
    rights: firstField(draft, 'rights', 'atom:rights', 'copyright', 'dc:rights'),
    image: draft.image ?? draft.enclosures.find((one) => one.type?.startsWith('image/'))?.url,
    language: draft.language ?? firstField(draft, 'language', 'dc:language'),
  });
}

function ttlOf(draft: FeedDraft): number | undefined {
  const ttl = Number(firstField(draft, 'ttl') ?? Number.NaN);
  if (Number.isFinite(ttl) && ttl > 0) return ttl;
  const periods: Record<string, number> = { hourly: 60, daily: 1_440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };
  const period = periods[firstField(draft, 'sy:updateperiod')?.toLowerCase() ?? ''];
  const frequency = Number(firstField(draft, 'sy:updatefrequency') ?? 1);
  return period === undefined || !(frequency > 0) ? undefined : Math.round(period / frequency);
}

/** Decides what of all that was said counts, for the feed and each entry. */
export function finishFeed(format: FeedFormat, draft: FeedDraft, entries: readonly FeedDraft[], isCut: boolean): FeedDocument {
  for (const text of draft.fields.get('url') ?? []) if (format !== 'rss') addField(draft, 'link', text);
  return defined({
    format,
    title: firstField(draft, 'title', 'atom:title', 'dc:title', 'itunes:title'),
    link: lastLink(draft) ?? linkOf(draft, 'alternate'),
    id: firstField(draft, 'id', 'atom:id', 'guid'),
    published: firstField(draft, 'pubdate', 'published', 'issued', 'dcterms:issued', 'dc:date', 'created', 'dcterms:created'),
    updated: firstField(draft, 'lastbuilddate', 'updated', 'modified', 'atom:updated', 'dcterms:modified', 'dc:date', 'lastmod'),
    people: peopleOf(draft, 'managingeditor', 'dc:creator', 'dc:author', 'itunes:author', 'webmaster', 'dc:publisher'),
    summary: firstField(draft, 'subtitle', 'tagline', 'description', 'atom:subtitle', 'info', 'abstract', 'dc:description', 'itunes:summary', 'itunes:subtitle', 'summary'),
    language: firstField(draft, 'language', 'dc:language') ?? draft.language,
    categories: [...new Set([...draft.categories, ...keywordsOf(draft)])],
    rights: firstField(draft, 'rights', 'copyright', 'dc:rights', 'atom:rights'),
    image: draft.image ?? firstField(draft, 'logo', 'icon'),
    generator: firstField(draft, 'generator'),
    hubUrl: linkOf(draft, 'hub'),
    selfUrl: linkOf(draft, 'self'),
    nextUrl: linkOf(draft, 'next'),
    ttlMinutes: ttlOf(draft),
    entries: entries.map(finishItem),
    isCut,
  });
}
