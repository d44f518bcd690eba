import { z } from 'zod';
import { Block, Image, Provenance, Removal } from './clean-article.ts';
import { documentField as field } from './document-field.ts';
import { Fact } from './enriched-article.ts';
import { entityKinds } from './facts.ts';
import { ArchiveReference } from './fetched-page.ts';
import { channelKinds } from './source.ts';

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
export const GeoPoint = z.looseObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });
export type GeoPoint = z.output<typeof GeoPoint>;

/** What only newsmill needs: how the document came to be. */
export const ingestFields = {
  item: field(z.string(), { says: 'Key of the discovered address in the ledger.', index: 'exact', by: ['newsmill'], since: '1.0', example: '9f2c4e1ab07d' }),
  discoveredUrl: field(z.string(), { says: 'The address as the channel gave it.', index: 'exact', by: ['feed'], since: '1.0', example: 'https://harbour-courier.example/r/4711' }),
  fetchedAt: field(z.int(), { says: 'When the page was fetched, epoch milliseconds.', index: 'count', by: ['newsmill'], since: '1.0', example: 1_795_600_000_000 }),
  pipelineVersion: field(z.string(), { says: 'Version of the steps that made the document.', index: 'exact', by: ['newsmill'], since: '1.0', example: '3' }),
  httpStatus: field(z.int().optional(), { says: 'Status of the answer that the page came with.', index: 'whole', by: ['page'], since: '1.1', example: 200 }),
  contentType: field(z.string().optional(), { says: 'Media type that the page came with, as sent.', index: 'exact', by: ['page'], since: '1.1', example: 'text/html; charset=utf-8' }),
  charset: field(z.string().optional(), { says: 'Character encoding that the page was read in.', index: 'exact', by: ['page'], since: '1.0', example: 'utf-8' }),
  rawSha256: field(z.string().optional(), { says: 'SHA-256 of the decoded page, in hexadecimal.', index: 'exact', by: ['newsmill'], since: '1.0', example: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c' }),
  archive: field(ArchiveReference.optional(), { says: 'Where the page lies in the archive: the document can be made again from it.', index: 'kept', by: ['newsmill'], since: '1.0', example: { file: '2026-11/pages-0001.warc.gz', offset: 8_192, length: 20_480 } }),
  traceId: field(z.string().optional(), { says: 'W3C trace id of the message that made the document.', index: 'exact', by: ['newsmill'], since: '1.0', example: '4bf92f3577b34da6a3ce929d0e0e4736' }),
} as const;

/** The shapes of a table of fields. */
export type ShapesOf<Table extends Readonly<Record<string, { readonly shape: z.ZodType }>>> = { [Name in keyof Table]: Table[Name]['shape'] };

/** The shapes alone, for a schema of the whole. */
export function shapesOf<Table extends Readonly<Record<string, { readonly shape: z.ZodType }>>>(table: Table): ShapesOf<Table> {
  return Object.fromEntries(Object.entries(table).map(([name, { shape }]) => [name, shape])) as ShapesOf<Table>; // the same names, each with its own shape
}

const entityParts = { form: 'nested', parts: { name: 'named', type: 'exact', wikidata: 'exact', geonames: 'whole', country: 'exact', count: 'whole', salience: 'fraction', confidence: 'fraction' } } as const;
const subjectParts = { form: 'nested', parts: { code: 'exact', name: 'words', confidence: 'whole', creator: 'exact' } } as const;
const ingestParts = { form: 'object', parts: Object.fromEntries(Object.entries(ingestFields).map(([name, { index }]) => [name, index])) } as const;

/** Every field of a document in the library: the one table from which type, JSON Schema, mapping, API description and docs/fields.md are made. */
export const documentFields = {
  id: field(z.string(), { says: 'Id of the article: hash of the key of its address.', index: 'id', by: ['newsmill'], since: '1.0', example: '5f1d3c9ab2e84c60', ninjs: 'altIds[newsmill:id]', schemaOrg: 'identifier' }),
  uri: field(z.string(), { says: '`urn:newsmill:article:<id>`.', index: 'exact', by: ['newsmill'], since: '1.0', example: 'urn:newsmill:article:5f1d3c9ab2e84c60', ninjs: 'uri', schemaOrg: '@id', jsonFeed: 'id' }),
  version: field(z.int(), { says: 'fetchedAt of the page, epoch milliseconds; external version of the write.', index: 'count', by: ['newsmill'], since: '1.0', example: 1_795_600_000_000, ninjs: 'version' }),
  url: field(z.string(), { says: 'Address of the article: the canonical one where there is one on the same site.', index: 'words', by: ['page'], since: '1.0', example: 'https://harbour-courier.example/news/night-tram', ninjs: 'altIds[canonicalUrl]', schemaOrg: 'url, mainEntityOfPage', jsonFeed: 'url' }),
  urls: field(z.array(z.string()), { says: 'All addresses seen.', index: 'exact', by: ['page', 'feed'], since: '1.0', example: ['https://harbour-courier.example/news/night-tram', 'https://harbour-courier.example/r/4711'], ninjs: 'altIds[newsmill:url]', schemaOrg: 'sameAs' }),
  domain: field(z.string(), { says: 'Registrable domain of the address.', index: 'exact', by: ['page'], since: '1.0', example: 'harbour-courier.example' }),
  title: field(z.string(), { says: 'Headline.', index: 'title', by: ['page', 'feed'], since: '1.0', example: 'Night tram returns to the harbour', ninjs: 'headlines[main]', schemaOrg: 'headline', jsonFeed: 'title' }),
  subtitle: field(z.string().optional(), { says: 'Second headline or standfirst.', index: 'text', by: ['page'], since: '1.0', example: 'Council votes eleven to four', ninjs: 'headlines[sub]', schemaOrg: 'alternativeHeadline' }),
  summary: field(z.string().optional(), { says: 'The publisher\'s own description.', index: 'text', by: ['page', 'feed'], since: '1.0', example: 'The first tram leaves on Friday at 22:40.', ninjs: 'descriptions[summary]', schemaOrg: 'description', jsonFeed: 'summary' }),
  summaryGenerated: field(z.string().optional(), { says: 'Summary that newsmill or a language model made of the text; the fact `llm-summary` or `summary` says which.', index: 'text', by: ['enrich'], since: '1.1', example: 'The night tram runs again from Friday.', ninjs: 'descriptions[newsmill:generated]', schemaOrg: 'abstract' }),
  content: field(z.string(), { says: 'The text, paragraphs parted by an empty line.', index: 'text', by: ['page', 'feed'], since: '1.0', example: 'The night tram runs again from Friday.', ninjs: 'bodies[text/plain]', schemaOrg: 'articleBody', jsonFeed: 'content_text' }),
  contentHtml: field(z.string().optional(), { says: 'The text as safe HTML: written anew from `blocks`, with no markup of the page.', index: 'keptText', by: ['newsmill'], since: '1.1', example: '<p>The night tram runs again from Friday.</p>\n', ninjs: 'bodies[text/html]', jsonFeed: 'content_html' }),
  language: field(z.string(), { says: 'BCP 47: the detected language, else the claimed one, else und.', index: 'folded', by: ['enrich', 'page', 'source'], since: '1.0', example: 'en', ninjs: 'language', schemaOrg: 'inLanguage', jsonFeed: 'language' }),
  languageDetected: field(z.string().optional(), { says: 'BCP 47: what the text itself says.', index: 'exact', by: ['enrich'], since: '1.1', example: 'en' }),
  languageConfidence: field(z.number().optional(), { says: 'How sure the detected language is, 0 to 1.', index: 'fraction', by: ['enrich'], since: '1.0', example: 0.98 }),
  published: field(z.string(), { says: 'Publication date; firstSeen when the page names none (then publishedSource is first-seen).', index: 'date', by: ['page', 'feed', 'newsmill'], since: '1.0', example: '2026-11-20T06:00:00.000Z', ninjs: 'contentCreated', schemaOrg: 'datePublished', jsonFeed: 'date_published' }),
  publishedPrecision: field(z.string().optional(), { says: 'How exact the publication date is: day, minute or second.', index: 'exact', by: ['page'], since: '1.0', example: 'minute' }),
  publishedSource: field(z.string().optional(), { says: 'Where the publication date was found.', index: 'exact', by: ['page', 'newsmill'], since: '1.0', example: 'json-ld' }),
  modified: field(z.string().optional(), { says: 'When the publisher last changed it.', index: 'looseDate', by: ['page'], since: '1.0', example: '2026-11-20T07:30:00.000Z', ninjs: 'versionCreated', schemaOrg: 'dateModified', jsonFeed: 'date_modified' }),
  firstSeen: field(z.string(), { says: 'When newsmill learned of it.', index: 'date', by: ['newsmill'], since: '1.0', example: '2026-11-20T06:05:00.000Z', ninjs: 'firstCreated' }),
  indexed: field(z.string().optional(), { says: 'When it was written into the library.', index: 'looseDate', by: ['newsmill'], since: '1.0', example: '2026-11-20T06:05:03.120Z' }),
  byline: field(z.string().optional(), { says: 'The credit as printed.', index: 'text', by: ['page'], since: '1.0', example: 'By Ada Moss, transport correspondent', ninjs: 'by' }),
  authors: field(z.array(z.string()), { says: 'People who wrote it, without functions and titles.', index: 'words', by: ['page', 'feed'], since: '1.0', example: ['Ada Moss'], ninjs: 'infoSources[author]', schemaOrg: 'author', jsonFeed: 'authors' }),
  agencies: field(z.array(z.string()).optional(), { says: 'News agencies that the text is credited to.', index: 'words', by: ['page'], since: '1.0', example: ['Reuters'], ninjs: 'infoSources[agency]', schemaOrg: 'sourceOrganization' }),
  sourceId: field(z.string(), { says: 'Name of the source in all data.', index: 'folded', by: ['source'], since: '1.0', example: 'harbour-courier', ninjs: 'infoSources[newsmill:source].literal' }),
  sourceName: field(z.string().optional(), { says: 'Name of the source as readers know it.', index: 'folded', by: ['source'], since: '1.0', example: 'The Harbour Courier', ninjs: 'infoSources[newsmill:source].name', schemaOrg: 'publisher' }),
  sourceUri: field(z.string().optional(), { says: '`urn:newsmill:source:<sourceId>`.', index: 'exact', by: ['newsmill'], since: '1.1', example: 'urn:newsmill:source:harbour-courier', ninjs: 'infoSources[newsmill:source].uri' }),
  sourceCountry: field(z.string().optional(), { says: 'ISO 3166-1 alpha-2, of the publisher.', index: 'exact', by: ['source'], since: '1.0', example: 'NO' }),
  sourceType: field(z.enum(channelKinds).optional(), { says: 'Kind of the channel that told of it.', index: 'exact', by: ['feed'], since: '1.1', example: 'feed' }),
  publisher: field(z.string().optional(), { says: 'Publisher as the page names it, else the name of the source.', index: 'exact', by: ['page', 'source'], since: '1.0', example: 'Harbour Press', ninjs: 'infoSources[publisher]', schemaOrg: 'publisher' }),
  section: field(z.string().optional(), { says: 'Section of the publication.', index: 'words', by: ['page'], since: '1.0', example: 'Transport', ninjs: 'subjects[newsmill:section]', schemaOrg: 'articleSection', jsonFeed: 'tags' }),
  breadcrumb: field(z.array(z.string()), { says: 'Trail of sections above the article, outermost first.', index: 'exact', by: ['page'], since: '1.0', example: ['News', 'Transport'], ninjs: 'subjects[newsmill:breadcrumb]' }),
  keywords: field(z.array(z.string()), { says: 'The publisher\'s own keywords.', index: 'words', by: ['page'], since: '1.0', example: ['tram', 'harbour'], ninjs: 'subjects[newsmill:keyword]', schemaOrg: 'keywords', jsonFeed: 'tags' }),
  tags: field(z.array(z.string()), { says: 'Labels that the source file gives to all its articles.', index: 'words', by: ['source'], since: '1.0', example: ['regional'], ninjs: 'subjects[newsmill:tag]' }),
  people: field(z.array(z.string()).optional(), { says: 'People that the article names, most salient first; all that is known of them is in the fact `entities`.', index: 'named', by: ['enrich'], since: '1.0', example: ['Ada Moss'], ninjs: 'people[about]', schemaOrg: 'mentions' }),
  organisations: field(z.array(z.string()).optional(), { says: 'Organisations that the article names, most salient first.', index: 'named', by: ['enrich'], since: '1.0', example: ['Harbour Council'], ninjs: 'organisations[about]', schemaOrg: 'mentions' }),
  places: field(z.array(z.string()).optional(), { says: 'Places that the article names, most salient first.', index: 'named', by: ['enrich'], since: '1.0', example: ['Oslo'], ninjs: 'places[about]', schemaOrg: 'contentLocation' }),
  countries: field(z.array(z.string()).optional(), { says: 'ISO 3166-1 alpha-2, of the places.', index: 'exact', by: ['enrich'], since: '1.0', example: ['NO'] }),
  entities: field(z.array(NamedEntity).optional(), { says: 'People, organisations and places with what is known of each; two conditions on one entity are asked together.', index: entityParts, by: ['enrich'], since: '1.1', example: [{ name: 'Oslo', type: 'place', wikidata: 'Q585', geonames: 3_143_244, country: 'NO', count: 3, salience: 0.61, confidence: 0.93 }], ninjs: 'people, organisations, places', schemaOrg: 'mentions, contentLocation' }),
  geo: field(z.array(GeoPoint).optional(), { says: 'Where the named places lie, as far as the gazetteer knows; most salient first.', index: 'points', by: ['enrich'], since: '1.1', example: [{ lat: 59.91, lon: 10.75 }], ninjs: 'places[].geoJSON', schemaOrg: 'contentLocation.geo' }),
  topics: field(z.array(z.string()).optional(), { says: 'IPTC Media Topics, such as medtop:15000000.', index: 'named', by: ['enrich'], since: '1.0', example: ['medtop:04000000'], ninjs: 'subjects[about]', schemaOrg: 'about' }),
  subjects: field(z.array(Subject).optional(), { says: 'The topics with name and confidence; two conditions on one subject are asked together.', index: subjectParts, by: ['enrich'], since: '1.1', example: [{ code: 'medtop:04000000', name: 'economy, business and finance', confidence: 91, creator: 'media-topics/1' }], ninjs: 'subjects[about]', schemaOrg: 'about' }),
  keyPhrases: field(z.array(z.string()).optional(), { says: 'Words and phrases of the text that tell best what it is about.', index: 'words', by: ['enrich'], since: '1.0', example: ['night tram'], ninjs: 'subjects[newsmill:key-phrase]' }),
  dateline: field(z.string().optional(), { says: 'Where the text says that it was written.', index: 'words', by: ['enrich'], since: '1.0', example: 'OSLO', ninjs: 'located', schemaOrg: 'locationCreated' }),
  storyId: field(z.string().optional(), { says: 'Id of the first article of the story that this one belongs to.', index: 'named', by: ['enrich'], since: '1.0', example: '5f1d3c9ab2e84c60', ninjs: 'associations[newsmill:story]' }),
  storyLead: field(z.boolean().optional(), { says: 'Whether it is the first article of its story.', index: 'flag', by: ['enrich'], since: '1.1', example: true }),
  images: field(z.array(Image), { says: 'Pictures of the article.', index: 'kept', by: ['page', 'feed'], since: '1.0', example: [{ url: 'https://harbour-courier.example/tram.jpg', caption: 'The tram', width: 1_200, height: 800 }], ninjs: 'associations[image]', schemaOrg: 'image', jsonFeed: 'image' }),
  authorBio: field(z.string().optional(), { says: 'What the page says of its author.', index: 'keptText', by: ['page'], since: '1.0', example: 'Ada Moss writes about trams.', ninjs: 'descriptions[newsmill:author-bio]' }),
  disclaimer: field(z.string().optional(), { says: 'Notice of the publisher about the text.', index: 'keptText', by: ['page'], since: '1.0', example: 'Views are those of the author.', ninjs: 'descriptions[newsmill:disclaimer]' }),
  copyright: field(z.string().optional(), { says: 'Copyright notice as printed.', index: 'keptText', by: ['page'], since: '1.0', example: '© 2026 Harbour Press', ninjs: 'copyrightNotice', schemaOrg: 'copyrightNotice' }),
  copyrightHolder: field(z.string().optional(), { says: 'Who holds the copyright, where the page names one in its structured data.', index: 'words', by: ['page'], since: '1.1', example: 'Harbour Press', ninjs: 'copyrightHolder', schemaOrg: 'copyrightHolder' }),
  usageTerms: field(z.string().optional(), { says: 'Terms of use that the page names in its structured data: text or address.', index: 'keptText', by: ['page'], since: '1.1', example: 'https://harbour-courier.example/terms', ninjs: 'usageTerms', schemaOrg: 'usageInfo' }),
  licence: field(z.string().optional(), { says: 'Licence that the page names, else that of the source file.', index: 'exact', by: ['page', 'source'], since: '1.0', example: 'https://creativecommons.org/licenses/by/4.0/', ninjs: 'rightsInfo', schemaOrg: 'license' }),
  digitalSourceType: field(z.string().optional(), { says: 'Address of the IPTC or schema.org digital source type, where the page declares one, such as that a machine wrote it.', index: 'exact', by: ['page'], since: '1.1', example: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia', ninjs: 'digitalSourceType', schemaOrg: 'digitalSourceType' }),
  wordCount: field(z.int(), { says: 'Words of the text.', index: 'whole', by: ['enrich'], since: '1.0', example: 412, ninjs: 'bodies[text/plain].wordCount', schemaOrg: 'wordCount' }),
  readingMinutes: field(z.int(), { says: 'Minutes to read it.', index: 'whole', by: ['enrich'], since: '1.0', example: 2, schemaOrg: 'timeRequired' }),
  paywalled: field(z.boolean(), { says: 'Whether the publisher shows only a part.', index: 'flag', by: ['page'], since: '1.0', example: false, schemaOrg: 'isAccessibleForFree' }),
  duplicateOf: field(z.string().optional(), { says: 'Id of the earliest article with the same or nearly the same text.', index: 'exact', by: ['enrich'], since: '1.0', example: '77ab01cd23ef4567', ninjs: 'associations[newsmill:duplicate-of]' }),
  familyId: field(z.string().optional(), { says: 'Id of the first article of the syndication family.', index: 'exact', by: ['enrich'], since: '1.0', example: '77ab01cd23ef4567', ninjs: 'associations[newsmill:family]' }),
  similarity: field(z.number().optional(), { says: 'Share of common shingles with duplicateOf, 0 to 1.', index: 'fraction', by: ['enrich'], since: '1.0', example: 0.94 }),
  contentHash: field(z.string(), { says: 'Hash of the normalised title and text: equal for equal articles.', index: 'exact', by: ['enrich'], since: '1.0', example: 'c2a8f10e', ninjs: 'altIds[newsmill:content-hash]' }),
  flags: field(z.array(z.string()), { says: 'What is odd about it; see reasons.md.', index: 'exact', by: ['page', 'newsmill'], since: '1.0', example: ['truncated'] }),
  confidence: field(z.number(), { says: 'How sure title and text are, 0 to 1: the quality of the document.', index: 'fraction', by: ['newsmill'], since: '1.0', example: 0.93 }),
  blocks: field(z.array(Block), { says: 'The text in blocks: paragraphs, headings, list items, quotes, tables, embeds.', index: 'kept', by: ['page', 'feed'], since: '1.0', example: [{ kind: 'paragraph', text: 'The night tram runs again from Friday.' }] }),
  facts: field(z.array(Fact).optional(), { says: 'What enrich found in the text, each with the rule or model that made it.', index: 'kept', by: ['enrich'], since: '1.0', example: [{ name: 'dateline', value: { place: 'OSLO' }, by: 'dateline/1' }] }),
  provenance: field(z.array(Provenance), { says: 'Where each field was found.', index: 'kept', by: ['page', 'feed'], since: '1.0', example: [{ field: 'title', value: 'Night tram returns to the harbour', source: 'json-ld', confidence: 0.97 }] }),
  removals: field(z.array(Removal), { says: 'What was taken away or mended, and why.', index: 'kept', by: ['newsmill'], since: '1.0', example: [{ pass: 'drop-share-bar', text: 'Share Mail Print', why: 'Words of a share bar.' }] }),
  vector: field(z.array(z.int().min(-127).max(127)).optional(), { says: 'Direction of the text, where vectors are on: the angle between two says how near they are.', index: 'vector', by: ['enrich'], since: '1.0', example: [12, -7, 0] }),
  ingest: field(z.looseObject(shapesOf(ingestFields)), { says: 'How the document came to be: what only newsmill needs.', index: ingestParts, by: ['newsmill'], since: '1.0', example: { item: '9f2c4e1ab07d', discoveredUrl: 'https://harbour-courier.example/r/4711', fetchedAt: 1_795_600_000_000, pipelineVersion: '3' } }),
  schema: field(z.literal('newsmill-article/1'), { says: 'Name and major version of this contract.', index: 'exact', by: ['newsmill'], since: '1.0', example: 'newsmill-article/1' }),
} as const;
