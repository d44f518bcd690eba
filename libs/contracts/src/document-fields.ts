import { z } from 'zod';
import { ArticleEdit } from './article/article-version.ts';
import { Block, Fact, Image, Provenance, Removal } from './article/article-parts.ts';
import { Claims } from './claims.ts';
import {
  carriedFrom,
  documentField as field,
  type CarriedField,
  type Carrier,
  type DocumentField,
} from './document-field.ts';
import { entityKinds } from './facts.ts';
import { ArchiveReference } from './fetched-page.ts';
import { channelKinds } from './source/channel-kinds.ts';
import { Rights } from './rights.ts';

const share = z.number().min(0).max(1);

/** A topic of the article. */
export const Subject = z.looseObject({
  code: z.string().describe('IPTC Media Topic, such as medtop:15000000.'),
  name: z.string().describe('In English.'),
  confidence: z.int().min(0).max(100).describe('How sure the topic is, 0 to 100.'),
  creator: z.string().describe('Rule or model that found it.'),
});
export type Subject = z.output<typeof Subject>;

/** Somebody or something that the article names. */
export const NamedEntity = z.looseObject({
  name: z.string(),
  type: z.enum(entityKinds),
  wikidata: z.string().optional().describe('Q with a number.'),
  geonames: z.int().optional(),
  country: z.string().optional().describe('ISO 3166-1 alpha-2, of a place.'),
  count: z.int().describe('Mentions in title and text.'),
  salience: share.describe('How much the article is about it.'),
  confidence: share,
});
export type NamedEntity = z.output<typeof NamedEntity>;

/** A point of the earth, WGS 84, in degrees. */
export const GeoPoint = z.looseObject({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});
export type GeoPoint = z.output<typeof GeoPoint>;

/**
 * What enrich was given and the rest of the document does not say, or says otherwise, by the names of the
 * cleaned article; whatever else an article comes to hold is kept here by itself. `vectorBy` is the table that
 * the vector was made with.
 */
export const Evidence = Claims.extend({
  finalUrl: z.string().optional(),
  vectorBy: z.string().optional(),
});
export type Evidence = z.output<typeof Evidence>;

const ofPage = carriedFrom('page');
const ofClean = carriedFrom('clean');
const ofEnrich = carriedFrom('enrich');

/** What only newsmill needs: how the document came to be. */
export const ingestFields = {
  item: field(z.string(), {
    says: 'Key of the discovered address in the ledger.',
    index: 'exact',
    by: ['newsmill'],
    since: '1.0',
    example: '9f2c4e1ab07d',
  }),
  discoveredUrl: field(z.string(), {
    says: 'The address as the channel gave it.',
    index: 'exact',
    by: ['feed'],
    since: '1.0',
    example: 'https://harbour-courier.example/r/4711',
  }),
  fetchedAt: field(z.int(), {
    says: 'When the page was fetched, epoch milliseconds.',
    index: 'count',
    by: ['newsmill'],
    since: '1.0',
    example: 1_795_600_000_000,
  }),
  pipelineVersion: field(z.string(), {
    says: 'Version of the steps that made the document.',
    index: 'exact',
    by: ['newsmill'],
    since: '1.0',
    example: '3',
  }),
  httpStatus: field(z.int().optional(), {
    says: 'Status of the answer that the page came with.',
    index: 'whole',
    by: ['page'],
    since: '1.1',
    example: 200,
  }),
  contentType: field(z.string().optional(), {
    says: 'Media type that the page came with, as sent.',
    index: 'exact',
    by: ['page'],
    since: '1.1',
    example: 'text/html; charset=utf-8',
  }),
  charset: field(z.string().optional(), {
    says: 'Character encoding that the page was read in.',
    index: 'exact',
    by: ['page'],
    since: '1.0',
    example: 'utf-8',
  }),
  rawSha256: field(z.string().optional(), {
    says: 'SHA-256 of the decoded page, in hexadecimal.',
    index: 'exact',
    by: ['newsmill'],
    since: '1.0',
    example: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
  }),
  archive: field(ArchiveReference.optional(), {
    says: 'Place of the page in the archive, from which the document can be made again.',
    index: 'kept',
    by: ['newsmill'],
    since: '1.0',
    example: { file: '2026-11/pages-0001.warc.gz', offset: 8_192, length: 20_480 },
  }),
  evidence: field(Evidence.optional(), {
    says: 'What page and feed claimed where the document says something else, so that facts can be found again as at first. Documents of older versions have none.',
    index: 'kept',
    by: ['page', 'feed'],
    since: '1.2',
    example: {
      language: 'en-GB',
      entry: { url: 'https://harbour-courier.example/r/4711', authors: [], categories: ['Transport'] },
    },
  }),
  traceId: field(z.string().optional(), {
    says: 'W3C trace id of the message that made the document.',
    index: 'exact',
    by: ['newsmill'],
    since: '1.0',
    example: '4bf92f3577b34da6a3ce929d0e0e4736',
  }),
} as const;

/** The shapes of a table of fields. */
export type ShapesOf<Table extends Readonly<Record<string, { readonly shape: z.ZodType }>>> = {
  [Name in keyof Table]: Table[Name]['shape'];
};

/** The shapes alone, for a schema of the whole. */
export function shapesOf<Table extends Readonly<Record<string, { readonly shape: z.ZodType }>>>(
  table: Table,
): ShapesOf<Table> {
  return Object.fromEntries(
    Object.entries(table).map(([name, { shape }]) => [name, shape]),
  ) as ShapesOf<Table>; // the same names, each with its own shape
}

const entityParts = {
  form: 'nested',
  parts: {
    name: 'named',
    type: 'exact',
    wikidata: 'exact',
    geonames: 'whole',
    country: 'exact',
    count: 'whole',
    salience: 'fraction',
    confidence: 'fraction',
  },
} as const;
const subjectParts = {
  form: 'nested',
  parts: { code: 'exact', name: 'words', confidence: 'whole', creator: 'exact' },
} as const;
const ingestParts = {
  form: 'object',
  parts: Object.fromEntries(Object.entries(ingestFields).map(([name, { index }]) => [name, index])),
} as const;

/**
 * Every field of a document in the library: the one table from which type, JSON Schema, mapping, API
 * description and docs/fields.md are made.
 */
export const documentFields = {
  id: field(z.string(), {
    says: 'Id of the article: hash of the key of its address.',
    index: 'id',
    by: ['newsmill'],
    since: '1.0',
    example: '5f1d3c9ab2e84c60',
    ninjs: 'altIds[newsmill:id]',
    schemaOrg: 'identifier',
  }),
  uri: field(z.string(), {
    says: '`urn:newsmill:article:<id>`.',
    index: 'exact',
    by: ['newsmill'],
    since: '1.0',
    example: 'urn:newsmill:article:5f1d3c9ab2e84c60',
    ninjs: 'uri',
    schemaOrg: '@id',
    jsonFeed: 'id',
  }),
  version: field(z.int(), {
    says: 'fetchedAt of the page, epoch milliseconds; external version of the write.',
    index: 'count',
    by: ['newsmill'],
    since: '1.0',
    example: 1_795_600_000_000,
    ninjs: 'version',
  }),
  url: field(z.string(), {
    says: 'Address of the article, without tracking parameters: the canonical URL where the page names that of this article on the same site, else the one that answered.',
    index: 'words',
    by: ['page'],
    since: '1.0',
    example: 'https://harbour-courier.example/news/night-tram',
    ninjs: 'altIds[canonicalUrl]',
    schemaOrg: 'url, mainEntityOfPage',
    jsonFeed: 'url',
  }),
  urls: field(z.array(z.string()), {
    says: 'All addresses seen.',
    index: 'exact',
    by: ['page', 'feed'],
    since: '1.0',
    example: ['https://harbour-courier.example/news/night-tram', 'https://harbour-courier.example/r/4711'],
    ninjs: 'altIds[newsmill:url]',
    schemaOrg: 'sameAs',
  }),
  domain: field(z.string(), {
    says: 'Registrable domain of the address.',
    index: 'exact',
    by: ['page'],
    since: '1.0',
    example: 'harbour-courier.example',
  }),
  title: ofPage(z.string(), {
    says: 'Headline.',
    index: 'title',
    by: ['page', 'feed'],
    since: '1.0',
    example: 'Night tram returns to the harbour',
    ninjs: 'headlines[main]',
    schemaOrg: 'headline',
    jsonFeed: 'title',
  }),
  subtitle: ofPage(z.string().optional(), {
    says: 'Second headline or standfirst.',
    index: 'text',
    by: ['page'],
    since: '1.0',
    example: 'Council votes eleven to four',
    ninjs: 'headlines[sub]',
    schemaOrg: 'alternativeHeadline',
  }),
  summary: ofPage(z.string().optional(), {
    says: "The publisher's own description in whole sentences; without one the first two sentences of the text.",
    index: 'text',
    by: ['page', 'feed'],
    since: '1.0',
    example: 'The first tram leaves on Friday at 22:40.',
    ninjs: 'descriptions[summary]',
    schemaOrg: 'description',
    jsonFeed: 'summary',
  }),
  summaryGenerated: field(z.string().optional(), {
    says: 'Summary of the text by newsmill or a language model; the fact `llm-summary` or `summary` says which.',
    index: 'text',
    by: ['enrich'],
    since: '1.1',
    example: 'The night tram runs again from Friday.',
    ninjs: 'descriptions[newsmill:generated]',
    schemaOrg: 'abstract',
  }),
  content: field(z.string(), {
    says: 'The text; an empty line separates paragraphs.',
    index: 'text',
    by: ['page', 'feed'],
    since: '1.0',
    example: 'The night tram runs again from Friday.',
    ninjs: 'bodies[text/plain]',
    schemaOrg: 'articleBody',
    jsonFeed: 'content_text',
  }),
  contentHtml: field(z.string().optional(), {
    says: 'The text as safe HTML: written from `blocks`, with no markup of the page.',
    index: 'keptText',
    by: ['newsmill'],
    since: '1.1',
    example: '<p>The night tram runs again from Friday.</p>\n',
    ninjs: 'bodies[text/html]',
    jsonFeed: 'content_html',
  }),
  language: field(z.string(), {
    says: 'BCP 47: the detected language, otherwise the claimed one, otherwise und.',
    index: 'folded',
    by: ['enrich', 'page', 'source'],
    since: '1.0',
    example: 'en',
    ninjs: 'language',
    schemaOrg: 'inLanguage',
    jsonFeed: 'language',
  }),
  languageDetected: ofEnrich(z.string().optional(), {
    says: 'BCP 47: what the text itself says.',
    index: 'exact',
    by: ['enrich'],
    since: '1.1',
    example: 'en',
  }),
  languageConfidence: ofEnrich(z.number().optional(), {
    says: 'Confidence in the detected language, 0 to 1.',
    index: 'fraction',
    by: ['enrich'],
    since: '1.0',
    example: 0.98,
  }),
  published: field(z.string(), {
    says: 'Publication date; firstSeen when the page gives none (then publishedSource is first-seen).',
    index: 'date',
    by: ['page', 'feed', 'newsmill'],
    since: '1.0',
    example: '2026-11-20T06:00:00.000Z',
    ninjs: 'contentCreated',
    schemaOrg: 'datePublished',
    jsonFeed: 'date_published',
  }),
  publishedPrecision: field(z.string().optional(), {
    says: 'How exact the publication date is: day, minute or second.',
    index: 'exact',
    by: ['page'],
    since: '1.0',
    example: 'minute',
  }),
  publishedSource: field(z.string().optional(), {
    says: 'Where the publication date was found.',
    index: 'exact',
    by: ['page', 'newsmill'],
    since: '1.0',
    example: 'json-ld',
  }),
  modified: field(z.string().optional(), {
    says: 'When the publisher last changed it.',
    index: 'looseDate',
    by: ['page'],
    since: '1.0',
    example: '2026-11-20T07:30:00.000Z',
    ninjs: 'versionCreated',
    schemaOrg: 'dateModified',
    jsonFeed: 'date_modified',
  }),
  firstSeen: field(z.string(), {
    says: 'When newsmill discovered it.',
    index: 'date',
    by: ['newsmill'],
    since: '1.0',
    example: '2026-11-20T06:05:00.000Z',
    ninjs: 'firstCreated',
  }),
  edits: field(z.array(ArticleEdit).optional(), {
    says: 'What its publisher changed of it after newsmill first read it, oldest first; see history.md. Absent where nothing was.',
    index: { form: 'object', parts: { at: 'looseDate', classes: 'exact' } },
    by: ['newsmill'],
    since: '1.4',
    example: [{ at: '2026-11-20T08:05:00.000Z', classes: ['headline', 'number'] }],
  }),
  indexed: field(z.string().optional(), {
    says: 'When it was written into the library.',
    index: 'looseDate',
    by: ['newsmill'],
    since: '1.0',
    example: '2026-11-20T06:05:03.120Z',
  }),
  byline: ofPage(z.string().optional(), {
    says: 'The credit as printed.',
    index: 'text',
    by: ['page'],
    since: '1.0',
    example: 'By Ada Moss, transport correspondent',
    ninjs: 'by',
  }),
  authors: ofPage(z.array(z.string()), {
    says: 'People who wrote it, without functions and titles.',
    index: 'words',
    by: ['page', 'feed'],
    since: '1.0',
    example: ['Ada Moss'],
    ninjs: 'infoSources[author]',
    schemaOrg: 'author',
    jsonFeed: 'authors',
  }),
  agencies: ofPage(z.array(z.string()).optional(), {
    says: 'News agencies that the text is credited to.',
    index: 'words',
    by: ['page'],
    since: '1.0',
    example: ['Reuters'],
    ninjs: 'infoSources[agency]',
    schemaOrg: 'sourceOrganization',
  }),
  sourceId: field(z.string(), {
    says: 'Name of the source in all data.',
    index: 'folded',
    by: ['source'],
    since: '1.0',
    example: 'harbour-courier',
    ninjs: 'infoSources[newsmill:source].literal',
  }),
  sources: field(z.array(z.string()).optional(), {
    says: 'All sources that told of it, that of sourceId first, then by their names. Absent where one alone did.',
    index: 'exact',
    by: ['newsmill'],
    since: '1.3',
    example: ['harbour-courier', 'news-radar'],
  }),
  sourceName: ofClean(z.string().optional(), {
    says: 'Name of the source as readers know it.',
    index: 'folded',
    by: ['source'],
    since: '1.0',
    example: 'The Harbour Courier',
    ninjs: 'infoSources[newsmill:source].name',
    schemaOrg: 'publisher',
  }),
  sourceUri: field(z.string().optional(), {
    says: '`urn:newsmill:source:<sourceId>`.',
    index: 'exact',
    by: ['newsmill'],
    since: '1.1',
    example: 'urn:newsmill:source:harbour-courier',
    ninjs: 'infoSources[newsmill:source].uri',
  }),
  sourceCountry: ofClean(z.string().optional(), {
    says: 'ISO 3166-1 alpha-2, of the publisher.',
    index: 'exact',
    by: ['source'],
    since: '1.0',
    example: 'NO',
  }),
  sourceType: field(z.enum(channelKinds).optional(), {
    says: 'Kind of the channel that named it.',
    index: 'exact',
    by: ['feed'],
    since: '1.1',
    example: 'feed',
  }),
  publisher: ofPage(z.string().optional(), {
    says: 'Publisher as the page names it, otherwise the name of the source.',
    index: 'exact',
    by: ['page', 'source'],
    since: '1.0',
    example: 'Harbour Press',
    ninjs: 'infoSources[publisher]',
    schemaOrg: 'publisher',
  }),
  section: ofPage(z.string().optional(), {
    says: 'Section of the publication.',
    index: 'words',
    by: ['page'],
    since: '1.0',
    example: 'Transport',
    ninjs: 'subjects[newsmill:section]',
    schemaOrg: 'articleSection',
    jsonFeed: 'tags',
  }),
  breadcrumb: ofPage(z.array(z.string()), {
    says: 'Trail of sections above the article, outermost first.',
    index: 'exact',
    by: ['page'],
    since: '1.0',
    example: ['News', 'Transport'],
    ninjs: 'subjects[newsmill:breadcrumb]',
  }),
  keywords: ofPage(z.array(z.string()), {
    says: "The publisher's own keywords.",
    index: 'words',
    by: ['page'],
    since: '1.0',
    example: ['tram', 'harbour'],
    ninjs: 'subjects[newsmill:keyword]',
    schemaOrg: 'keywords',
    jsonFeed: 'tags',
  }),
  tags: ofClean(z.array(z.string()), {
    says: 'Labels that the source file gives to all its articles.',
    index: 'words',
    by: ['source'],
    since: '1.0',
    example: ['regional'],
    ninjs: 'subjects[newsmill:tag]',
  }),
  people: field(z.array(z.string()).optional(), {
    says: 'People that the article names, most salient first; the fact `entities` has everything known about them.',
    index: 'named',
    by: ['enrich'],
    since: '1.0',
    example: ['Ada Moss'],
    ninjs: 'people[about]',
    schemaOrg: 'mentions',
  }),
  organisations: field(z.array(z.string()).optional(), {
    says: 'Organisations that the article names, most salient first.',
    index: 'named',
    by: ['enrich'],
    since: '1.0',
    example: ['Harbour Council'],
    ninjs: 'organisations[about]',
    schemaOrg: 'mentions',
  }),
  places: field(z.array(z.string()).optional(), {
    says: 'Places that the article names, most salient first.',
    index: 'named',
    by: ['enrich'],
    since: '1.0',
    example: ['Oslo'],
    ninjs: 'places[about]',
    schemaOrg: 'contentLocation',
  }),
  countries: field(z.array(z.string()).optional(), {
    says: 'ISO 3166-1 alpha-2, of the places.',
    index: 'exact',
    by: ['enrich'],
    since: '1.0',
    example: ['NO'],
  }),
  entities: field(z.array(NamedEntity).optional(), {
    says: 'People, organisations and places with what is known about each; a nested query asks two conditions on one entity together.',
    index: entityParts,
    by: ['enrich'],
    since: '1.1',
    example: [
      {
        name: 'Oslo',
        type: 'place',
        wikidata: 'Q585',
        geonames: 3_143_244,
        country: 'NO',
        count: 3,
        salience: 0.61,
        confidence: 0.93,
      },
    ],
    ninjs: 'people, organisations, places',
    schemaOrg: 'mentions, contentLocation',
  }),
  geo: field(z.array(GeoPoint).optional(), {
    says: 'Coordinates of the named places, as far as the gazetteer knows them; most salient first.',
    index: 'points',
    by: ['enrich'],
    since: '1.1',
    example: [{ lat: 59.91, lon: 10.75 }],
    ninjs: 'places[].geoJSON',
    schemaOrg: 'contentLocation.geo',
  }),
  topics: field(z.array(z.string()).optional(), {
    says: 'IPTC Media Topics, such as medtop:15000000.',
    index: 'named',
    by: ['enrich'],
    since: '1.0',
    example: ['medtop:04000000'],
    ninjs: 'subjects[about]',
    schemaOrg: 'about',
  }),
  subtopics: field(z.array(z.string()).optional(), {
    says: 'What of its topics it is about, where that is clear: IPTC Media Topics of the second level, such as medtop:20000822.',
    index: 'named',
    by: ['enrich'],
    since: '1.5',
    example: ['medtop:20000344'],
  }),
  subjects: field(z.array(Subject).optional(), {
    says: 'The topics with name and confidence; a nested query asks two conditions on one subject together.',
    index: subjectParts,
    by: ['enrich'],
    since: '1.1',
    example: [
      {
        code: 'medtop:04000000',
        name: 'economy, business and finance',
        confidence: 91,
        creator: 'media-topics/1',
      },
    ],
    ninjs: 'subjects[about]',
    schemaOrg: 'about',
  }),
  extensionFacts: field(z.array(z.string()).optional(), {
    says: 'What extensions found, to search and count: each extension with its version, each of its facts by name, and by name and value. The facts themselves are in `facts`.',
    index: 'exact',
    by: ['enrich'],
    since: '1.3',
    example: ['tone/2', 'tone.mood', 'tone.mood=calm'],
  }),
  keyPhrases: field(z.array(z.string()).optional(), {
    says: 'Words and phrases that best say what the text is about.',
    index: 'words',
    by: ['enrich'],
    since: '1.0',
    example: ['night tram'],
    ninjs: 'subjects[newsmill:key-phrase]',
  }),
  dateline: field(z.string().optional(), {
    says: 'Where the text says that it was written.',
    index: 'words',
    by: ['enrich'],
    since: '1.0',
    example: 'OSLO',
    ninjs: 'located',
    schemaOrg: 'locationCreated',
  }),
  storyId: field(z.string().optional(), {
    says: 'Id of the first article of the story that this one belongs to.',
    index: 'named',
    by: ['enrich'],
    since: '1.0',
    example: '5f1d3c9ab2e84c60',
    ninjs: 'associations[newsmill:story]',
  }),
  storyLead: field(z.boolean().optional(), {
    says: 'Whether it is the first article of its story.',
    index: 'flag',
    by: ['enrich'],
    since: '1.1',
    example: true,
  }),
  images: ofPage(z.array(Image), {
    says: 'Pictures of the article.',
    index: 'kept',
    by: ['page', 'feed'],
    since: '1.0',
    example: [
      { url: 'https://harbour-courier.example/tram.jpg', caption: 'The tram', width: 1_200, height: 800 },
    ],
    ninjs: 'associations[image]',
    schemaOrg: 'image',
    jsonFeed: 'image',
  }),
  authorBio: ofPage(z.string().optional(), {
    says: 'What the page says about its author.',
    index: 'keptText',
    by: ['page'],
    since: '1.0',
    example: 'Ada Moss writes about trams.',
    ninjs: 'descriptions[newsmill:author-bio]',
  }),
  disclaimer: ofPage(z.string().optional(), {
    says: 'Notice of the publisher about the text.',
    index: 'keptText',
    by: ['page'],
    since: '1.0',
    example: 'Views are those of the author.',
    ninjs: 'descriptions[newsmill:disclaimer]',
  }),
  copyright: ofPage(z.string().optional(), {
    says: 'Copyright notice as printed.',
    index: 'keptText',
    by: ['page'],
    since: '1.0',
    example: '© 2026 Harbour Press',
    ninjs: 'copyrightNotice',
    schemaOrg: 'copyrightNotice',
  }),
  copyrightHolder: ofPage(z.string().optional(), {
    says: 'Who holds the copyright, where the page names one in its structured data.',
    index: 'words',
    by: ['page'],
    since: '1.1',
    example: 'Harbour Press',
    ninjs: 'copyrightHolder',
    schemaOrg: 'copyrightHolder',
  }),
  usageTerms: ofPage(z.string().optional(), {
    says: 'Terms of use that the page names in its structured data: text or address.',
    index: 'keptText',
    by: ['page'],
    since: '1.1',
    example: 'https://harbour-courier.example/terms',
    ninjs: 'usageTerms',
    schemaOrg: 'usageInfo',
  }),
  licence: ofPage(z.string().optional(), {
    says: 'Licence that the page names, otherwise the licence of the source file.',
    index: 'exact',
    by: ['page', 'source'],
    since: '1.0',
    example: 'https://creativecommons.org/licenses/by/4.0/',
    ninjs: 'rightsInfo',
    schemaOrg: 'license',
  }),
  digitalSourceType: ofPage(z.string().optional(), {
    says: 'Address of the IPTC or schema.org digital source type, where the page declares one, such as that a machine wrote it.',
    index: 'exact',
    by: ['page'],
    since: '1.1',
    example: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    ninjs: 'digitalSourceType',
    schemaOrg: 'digitalSourceType',
  }),
  rights: ofClean(Rights.optional(), {
    says: 'What page and headers say of its rights, use by use, each with the rules that say so; see rights.md. Without it nothing is reserved.',
    index: { form: 'object', parts: { reserved: 'exact', unavailableAfter: 'looseDate' } },
    by: ['page'],
    since: '1.3',
    example: {
      training: {
        decision: 'denied',
        rules: [{ source: 'TDMRep header', value: 'tdm-reservation: 1' }],
      },
      reserved: ['training'],
    },
  }),
  wordCount: ofEnrich(z.int(), {
    says: 'Words of the text.',
    index: 'whole',
    by: ['enrich'],
    since: '1.0',
    example: 412,
    ninjs: 'bodies[text/plain].wordCount',
    schemaOrg: 'wordCount',
  }),
  readingMinutes: ofEnrich(z.int(), {
    says: 'Minutes to read it.',
    index: 'whole',
    by: ['enrich'],
    since: '1.0',
    example: 2,
    schemaOrg: 'timeRequired',
  }),
  paywalled: ofPage(z.boolean(), {
    says: 'Whether the publisher shows only a part.',
    index: 'flag',
    by: ['page'],
    since: '1.0',
    example: false,
    schemaOrg: 'isAccessibleForFree',
  }),
  duplicateOf: ofEnrich(z.string().optional(), {
    says: 'Id of the earliest article with the same or nearly the same text.',
    index: 'exact',
    by: ['enrich'],
    since: '1.0',
    example: '77ab01cd23ef4567',
    ninjs: 'associations[newsmill:duplicate-of]',
  }),
  familyId: ofEnrich(z.string().optional(), {
    says: 'Id of the first article of the syndication family.',
    index: 'exact',
    by: ['enrich'],
    since: '1.0',
    example: '77ab01cd23ef4567',
    ninjs: 'associations[newsmill:family]',
  }),
  similarity: ofEnrich(z.number().optional(), {
    says: 'Share of common shingles with duplicateOf, 0 to 1.',
    index: 'fraction',
    by: ['enrich'],
    since: '1.0',
    example: 0.94,
  }),
  contentHash: ofEnrich(z.string(), {
    says: 'Hash of the normalised title and text: equal for equal articles.',
    index: 'exact',
    by: ['enrich'],
    since: '1.0',
    example: 'c2a8f10e',
    ninjs: 'altIds[newsmill:content-hash]',
  }),
  flags: field(z.array(z.string()), {
    says: 'What is doubtful about it; see reasons.md.',
    index: 'exact',
    by: ['page', 'newsmill'],
    since: '1.0',
    example: ['truncated'],
  }),
  confidence: ofClean(z.number(), {
    says: 'Confidence in title and text, 0 to 1: the quality of the document.',
    index: 'fraction',
    by: ['newsmill'],
    since: '1.0',
    example: 0.93,
  }),
  blocks: ofPage(z.array(Block), {
    says: 'The text in blocks: paragraphs, headings, list items, quotes, tables, embeds, images.',
    index: 'kept',
    by: ['page', 'feed'],
    since: '1.0',
    example: [{ kind: 'paragraph', text: 'The night tram runs again from Friday.' }],
  }),
  facts: field(z.array(Fact).optional(), {
    says: 'What enrich found in the text, each with the rule or model that made it.',
    index: 'kept',
    by: ['enrich'],
    since: '1.0',
    example: [{ name: 'dateline', value: { place: 'OSLO' }, by: 'dateline/1' }],
  }),
  provenance: ofClean(z.array(Provenance), {
    says: 'Where each field was found.',
    index: 'kept',
    by: ['page', 'feed'],
    since: '1.0',
    example: [
      { field: 'title', value: 'Night tram returns to the harbour', source: 'json-ld', confidence: 0.97 },
    ],
  }),
  removals: ofClean(z.array(Removal), {
    says: 'What was removed or repaired, and why.',
    index: 'kept',
    by: ['newsmill'],
    since: '1.0',
    example: [{ pass: 'drop-share-bar', text: 'Share Mail Print', why: 'Words of a share bar.' }],
  }),
  vector: field(z.array(z.int().min(-127).max(127)).optional(), {
    says: 'Vector of the text, where vectors are on; the angle between two vectors of one table (`ingest.evidence.vectorBy`) says how similar the texts are.',
    index: 'vector',
    by: ['enrich'],
    since: '1.0',
    example: [12, -7, 0],
  }),
  ingest: field(z.looseObject(shapesOf(ingestFields)), {
    says: 'How the document was made: what only newsmill needs.',
    index: ingestParts,
    by: ['newsmill'],
    since: '1.0',
    example: {
      item: '9f2c4e1ab07d',
      discoveredUrl: 'https://harbour-courier.example/r/4711',
      fetchedAt: 1_795_600_000_000,
      pipelineVersion: '3',
    },
  }),
  schema: field(z.literal('newsmill-article/1'), {
    says: 'Name and major version of this contract.',
    index: 'exact',
    by: ['newsmill'],
    since: '1.0',
    example: 'newsmill-article/1',
  }),
} as const;

type Table = typeof documentFields;
/** Names of the fields that one carrier gives. */
export type CarriedName<From extends Carrier = Carrier> = {
  [Name in keyof Table]: Table[Name] extends CarriedField<z.ZodType, From> ? Name : never;
}[keyof Table];

const carrierOf = (field: DocumentField): Carrier | undefined =>
  'carriedFrom' in field ? (field as CarriedField).carriedFrom : undefined; // its mark says so

/** The shapes of the fields that one carrier gives. */
export function carriedShapes<From extends Carrier>(from: From): ShapesOf<Pick<Table, CarriedName<From>>> {
  const fields = Object.entries(documentFields).filter(([, field]) => carrierOf(field) === from);
  // the names are those whose mark is `from`
  return shapesOf(Object.fromEntries(fields)) as ShapesOf<Pick<Table, CarriedName<From>>>;
}

/**
 * The fields that an article and its document have in common, taken from either: those of the carriers named,
 * without the ones that it does not have.
 */
export function carriedFields<
  From extends Carrier,
  Article extends { readonly [Name in CarriedName<From>]?: unknown },
>(from: readonly From[], article: Article): Pick<Article, CarriedName<From> & keyof Article> {
  const carriers: readonly (Carrier | undefined)[] = from;
  const names = Object.entries(documentFields).flatMap(([name, field]) =>
    carriers.includes(carrierOf(field)) && name in article ? [name] : [],
  );
  // each name is one of the table whose carrier was asked for
  return Object.fromEntries(names.map((name) => [name, article[name as CarriedName<From>]])) as Pick<
    Article,
    CarriedName<From> & keyof Article
  >;
}
