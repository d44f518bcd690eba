import { addField, firstField, type FeedDraft } from './feed-draft.ts';
import type { FeedFormat, FeedHead, FeedItem, FeedPlace } from './feed-document.ts';
import { entryPeople, peopleOf } from './feed-people.ts';
import { statedIn } from './feed-rights.ts';

function linkOf(draft: FeedDraft, ...rels: readonly string[]): string | undefined {
  const found = draft.links.filter((link) => rels.includes(link.rel));
  return (found.findLast((link) => link.type === '' || /html/.test(link.type)) ?? found[0])?.href;
}

const keywordNames = ['media:keywords', 'itunes:keywords', 'keywords'];

function keywordsOf(draft: FeedDraft): string[] {
  const names = keywordNames.filter((name) => draft.fields.has(name));
  if (names.length === 0) return [];
  return names
    .flatMap((name) => draft.fields.get(name) ?? [])
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** Of several `link` texts the last counts, as in the readers that feeds are tried with. */
function lastLink(draft: FeedDraft): string | undefined {
  return draft.fields.get('link')?.findLast((text) => text !== '');
}

function isAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\/\S+$/i.test(text);
}

function entryLink(draft: FeedDraft): string | undefined {
  const guid = firstField(draft, 'guid');
  const permalink = draft.isGuidOpaque || !isAddress(guid) ? undefined : guid;
  const about = firstField(draft, 'rdf:about', 'id', 'atom:id');
  return (
    lastLink(draft) ??
    linkOf(draft, 'alternate') ??
    permalink ??
    (isAddress(about) ? about : undefined) ??
    linkOf(draft, 'content') ??
    linkOf(draft, 'self', 'related', 'via') ??
    draft.enclosures[0]?.url ??
    firstField(draft, 'url')
  );
}

/**
 * Decides which of the things said of an entry count. An entry that names no author has those of the feed
 * that it was copied from, else those of its feed (RFC 4287, 4.2.1).
 */
export function finishItem(draft: FeedDraft, feed: FeedDraft): FeedItem {
  const { summary, content } = textsOf(draft);
  return {
    title: firstField(draft, 'title', 'atom:title', 'dc:title', 'media:title', 'itunes:title', 'news:title'),
    link: entryLink(draft),
    originalLink: firstField(draft, 'feedburner:origlink', 'pheedo:origlink'),
    id: firstField(draft, 'guid', 'id', 'atom:id', 'rdf:about', 'dc:identifier'),
    published: firstField(
      draft,
      'pubdate',
      'published',
      'issued',
      'atom:published',
      'dcterms:issued',
      'dcterms:available',
      'prism:publicationdate',
      'news:publication_date',
      'dc:date',
      'dcterms:created',
      'created',
    ),
    updated: firstField(
      draft,
      'updated',
      'modified',
      'atom:updated',
      'dcterms:modified',
      'dc:date',
      'dcterms:date',
      'lastmod',
      'lastbuilddate',
    ),
    people: entryPeople(draft, feed),
    summary,
    content,
    categories: categoriesOf(draft),
    enclosures: draft.enclosures,
    comments: firstField(draft, 'comments'),
    rights: firstField(draft, 'rights', 'atom:rights', 'copyright', 'dc:rights'),
    stated: statedIn(draft),
    image:
      draft.image ??
      draft.enclosures.find((one) => one.type?.startsWith('image/'))?.url ??
      imageIn(content) ??
      imageIn(summary),
    language: draft.language ?? firstField(draft, 'language', 'dc:language'),
    ...extrasOf(draft),
  };
}

/**
 * Summary and content. An RSS item with both a `summary` and a `description` has the whole text in the
 * latter.
 */
function textsOf(draft: FeedDraft): {
  readonly summary: string | undefined;
  readonly content: string | undefined;
} {
  const content = firstField(
    draft,
    'content:encoded',
    'content',
    'atom:content',
    'xhtml:body',
    'body',
    'fullitem',
  );
  const short = firstField(draft, 'summary');
  const long = firstField(draft, 'description');
  if (content === undefined && short !== undefined && long !== undefined)
    return { summary: short, content: long };
  const summary =
    long ??
    short ??
    firstField(
      draft,
      'atom:summary',
      'abstract',
      'dc:description',
      'dcterms:abstract',
      'itunes:summary',
      'media:description',
      'googleplay:description',
      'itunes:subtitle',
    );
  // An element that is there and says nothing is an answer too.
  return {
    summary: summary ?? (draft.fields.has('description') || draft.fields.has('summary') ? '' : undefined),
    content,
  };
}

const imageTag = /<img\b[^<>]{0,2000}?\ssrc\s*=\s*["']?(https?:\/\/[^"'\s>]{1,2000})/i;

/** The first picture inside a text, by its address; undefined when that is relative. */
function imageIn(html: string | undefined): string | undefined {
  return html === undefined || !html.includes('<')
    ? undefined
    : imageTag.exec(html)?.[1]?.replace(/&amp;/g, '&');
}

const noStrings: readonly string[] = [];

function categoriesOf(draft: FeedDraft): readonly string[] {
  const keywords = keywordsOf(draft);
  return draft.categories.length + keywords.length === 0
    ? noStrings
    : [...new Set([...draft.categories, ...keywords])];
}

function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Seconds of `1:02:03`, `62:03` or `3723`. */
function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,6}(?::\d{1,2}){0,2}$/.test(text)) return undefined;
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** Latitude and longitude as GeoRSS or the older `geo` names say them. */
function placeOf(draft: FeedDraft): FeedPlace | undefined {
  const pair = firstField(draft, 'georss:point', 'gml:pos')?.split(/[\s,]+/) ?? [
    firstField(draft, 'geo:lat') ?? '',
    firstField(draft, 'geo:long') ?? '',
  ];
  const [latitude = Number.NaN, longitude = Number.NaN] = pair.map((part) =>
    part === '' ? Number.NaN : Number(part),
  );
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

/** What the modules for places, threads and podcasts say. */
function extrasOf(
  draft: FeedDraft,
): Pick<FeedItem, 'place' | 'commentCount' | 'replyTo' | 'durationSeconds' | 'transcripts'> {
  return {
    place: placeOf(draft),
    commentCount: countOf(firstField(draft, 'slash:comments', 'thr:total')),
    replyTo: linkOf(draft, 'thr:in-reply-to'),
    durationSeconds: secondsOf(firstField(draft, 'itunes:duration')),
    transcripts: draft.links.filter((link) => link.rel === 'podcast:transcript').map((link) => link.href),
  };
}

function ttlOf(draft: FeedDraft): number | undefined {
  const ttl = Number(firstField(draft, 'ttl') ?? Number.NaN);
  if (Number.isFinite(ttl) && ttl > 0) return ttl;
  const periods: Record<string, number> = {
    hourly: 60,
    daily: 1_440,
    weekly: 10_080,
    monthly: 43_200,
    yearly: 525_600,
  };
  const period = periods[firstField(draft, 'sy:updateperiod')?.toLowerCase() ?? ''];
  const frequency = Number(firstField(draft, 'sy:updatefrequency') ?? 1);
  return period === undefined || !(frequency > 0) ? undefined : Math.round(period / frequency);
}

/** Decides what of all that was said of the feed counts. */
export function finishFeed(format: FeedFormat, draft: FeedDraft, isCut: boolean): FeedHead {
  if (format !== 'rss') for (const text of draft.fields.get('url') ?? []) addField(draft, 'link', text);
  const summary = firstField(
    draft,
    'subtitle',
    'tagline',
    'description',
    'atom:subtitle',
    'info',
    'abstract',
    'dc:description',
    'itunes:summary',
    'googleplay:description',
    'itunes:subtitle',
    'summary',
  );
  const id = firstField(draft, 'id', 'atom:id', 'guid');
  return {
    format,
    title: firstField(draft, 'title', 'atom:title', 'dc:title', 'itunes:title'),
    link: lastLink(draft) ?? linkOf(draft, 'alternate') ?? (isAddress(id) ? id : undefined),
    id,
    published: firstField(
      draft,
      'pubdate',
      'published',
      'issued',
      'dcterms:issued',
      'dc:date',
      'created',
      'dcterms:created',
    ),
    updated: firstField(
      draft,
      'lastbuilddate',
      'updated',
      'modified',
      'atom:updated',
      'dcterms:modified',
      'dc:date',
      'lastmod',
    ),
    people: peopleOf(
      draft,
      'managingeditor',
      'dc:creator',
      'dc:author',
      'itunes:author',
      'googleplay:author',
      'webmaster',
      'dc:publisher',
    ),
    summary,
    language: firstField(draft, 'language', 'dc:language') ?? draft.language,
    categories: categoriesOf(draft),
    rights: firstField(draft, 'rights', 'copyright', 'dc:rights', 'atom:rights'),
    stated: statedIn(draft),
    image: draft.image ?? firstField(draft, 'logo', 'icon') ?? imageIn(summary),
    generator: firstField(draft, 'generator'),
    hubUrl: linkOf(draft, 'hub'),
    selfUrl: linkOf(draft, 'self'),
    nextUrl: linkOf(draft, 'next'),
    ttlMinutes: ttlOf(draft),
    isCut,
  };
}
