import { factOf, type ArticleDocument, type Entity, type Image } from '@newsmill/contracts';
import { topicUri, wikidataUri } from './concept-address.ts';
import {
  ninjsRoles as roles,
  ninjsStandard,
  urnOf,
  type NinjsAssociation,
  type NinjsConcept,
  type NinjsItem,
  type NinjsParty,
  type NinjsText,
} from './ninjs-item.ts';
import { ninjsRest } from './ninjs-rest.ts';

/** Whether a text is an address as RFC 3986 writes them; an address of ninjs must be. */
function isUri(text: string | undefined): text is string {
  return (
    text !== undefined &&
    /^[a-z][a-z0-9+.-]*:(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})+(?:#(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?$/.test(
      text,
    ) &&
    URL.canParse(text)
  );
}

/** A time as ninjs wants it (RFC 3339); undefined for any other text. */
function timeOf(text: string | undefined): string | undefined {
  const isTime =
    text !== undefined &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(text) &&
    !Number.isNaN(Date.parse(text));
  return isTime ? text : undefined;
}

function texts(...entries: readonly (readonly [string, string | undefined, string?])[]): NinjsText[] {
  return entries.flatMap(([role, value, contentType]) =>
    value === undefined ? [] : [{ role, ...(contentType === undefined ? {} : { contentType }), value }],
  );
}

function partiesOf({
  authors,
  agencies = [],
  publisher,
  sourceId,
  sourceName,
  sourceUri,
}: ArticleDocument): NinjsParty[] {
  return [
    ...authors.map((name) => ({ role: 'author', name })),
    ...agencies.map((name) => ({ role: 'agency', name })),
    ...(publisher === undefined ? [] : [{ role: 'publisher', name: publisher }]),
    {
      role: roles.source,
      ...(sourceName === undefined ? {} : { name: sourceName }),
      ...(isUri(sourceUri) ? { uri: sourceUri } : {}),
      literal: sourceId,
    },
  ];
}

/** Names with what the gazetteer knows of them. */
function concepts(
  names: readonly string[],
  kind: Entity['kind'],
  entities: readonly Entity[],
): NinjsConcept[] {
  return names.map((name) => {
    const entity = entities.find((one) => one.kind === kind && one.name === name);
    const { latitude, longitude } = entity ?? {};
    const uri = wikidataUri(entity?.wikidata);
    return {
      name,
      rel: 'about',
      ...(uri === undefined ? {} : { uri }),
      ...(kind === 'place' && latitude !== undefined && longitude !== undefined
        ? { geoJSON: { type: 'Point', coordinates: [longitude, latitude] } as const }
        : {}),
    };
  });
}

function subjectsOf({
  topics = [],
  subjects = [],
  section,
  breadcrumb,
  keywords,
  tags,
  keyPhrases = [],
}: ArticleDocument): NinjsConcept[] {
  const named = (rel: string, names: readonly string[]) => names.map((name) => ({ name, rel }));
  const about = topics.map((code) => {
    const subject = subjects.find((one) => one.code === code);
    const uri = topicUri(code);
    return {
      name: subject?.name ?? code,
      rel: 'about',
      ...(uri === undefined ? {} : { uri }),
      literal: code,
      ...(subject === undefined ? {} : { creator: subject.creator, confidence: subject.confidence }),
    };
  });
  return [
    ...about,
    ...named(roles.section, section === undefined ? [] : [section]),
    ...named(roles.breadcrumb, breadcrumb),
    ...named(roles.keyword, keywords),
    ...named(roles.tag, tags),
    ...named(roles.keyPhrase, keyPhrases),
  ];
}

function pictureOf({ url, caption, alt, credit, width, height }: Image, index: number): NinjsAssociation[] {
  if (!isUri(url)) return [];
  const size = (name: string, value: number | undefined) =>
    value !== undefined && Number.isSafeInteger(value) ? { [name]: value } : {};
  const descriptions = texts(['caption', caption], ['alternative', alt]);
  return [
    {
      name: `picture-${index + 1}`,
      rel: 'image',
      uri: url,
      type: 'picture',
      ...(credit === undefined ? {} : { by: credit }),
      ...(descriptions.length === 0 ? {} : { descriptions }),
      renditions: [{ name: 'original', href: url, ...size('width', width), ...size('height', height) }],
    },
  ];
}

function associationsOf({ images, storyId, familyId, duplicateOf }: ArticleDocument): NinjsAssociation[] {
  const articles = [
    ['story', roles.story, storyId],
    ['family', roles.family, familyId],
    ['original', roles.duplicateOf, duplicateOf],
  ] as const;
  return [
    ...images.flatMap(pictureOf),
    ...articles.flatMap(([name, rel, id]) =>
      id === undefined ? [] : [{ name, rel, uri: urnOf(id), type: 'text' as const }],
    ),
  ];
}

/** What ninjs has a place for, in its place. */
function ninjsCore(document: ArticleDocument): NinjsItem {
  const {
    byline,
    dateline,
    licence,
    copyrightHolder,
    copyright,
    digitalSourceType,
    contentHtml,
    people = [],
    organisations = [],
    places = [],
  } = document;
  const entities = factOf(document.facts ?? [], 'entities') ?? [];
  const usageTerms = document.usageTerms ?? (isUri(licence) ? undefined : licence);
  const [firstCreated, versionCreated, contentCreated] = [
    timeOf(document.firstSeen),
    timeOf(document.modified),
    timeOf(document.published),
  ];
  return {
    uri: isUri(document.uri) ? document.uri : urnOf(document.id),
    standard: ninjsStandard,
    profile: document.schema,
    type: 'text',
    representationType: 'full',
    pubStatus: 'usable',
    version: String(document.version),
    ...(firstCreated === undefined ? {} : { firstCreated }),
    ...(versionCreated === undefined ? {} : { versionCreated }),
    ...(contentCreated === undefined ? {} : { contentCreated }),
    language: document.language,
    ...(byline === undefined ? {} : { by: byline }),
    ...(dateline === undefined ? {} : { located: dateline }),
    ...(copyrightHolder === undefined ? {} : { copyrightHolder }),
    ...(copyright === undefined ? {} : { copyrightNotice: copyright }),
    ...(usageTerms === undefined ? {} : { usageTerms }),
    ...(isUri(licence) ? { rightsInfo: { linkedRights: licence } } : {}),
    ...(isUri(digitalSourceType) ? { digitalSourceType: { uri: digitalSourceType } } : {}),
    headlines: texts(['main', document.title], ['sub', document.subtitle]),
    descriptions: texts(
      ['summary', document.summary],
      [roles.generated, document.summaryGenerated],
      [roles.authorBio, document.authorBio],
      [roles.disclaimer, document.disclaimer],
    ),
    bodies: [
      { role: 'main', contentType: 'text/plain', wordCount: document.wordCount, value: document.content },
      ...texts(['main', contentHtml, 'text/html']),
    ],
    infoSources: partiesOf(document),
    people: concepts(people, 'person', entities),
    organisations: concepts(organisations, 'organisation', entities),
    places: concepts(places, 'place', entities),
    subjects: subjectsOf(document),
    associations: associationsOf(document),
    altIds: [
      { role: roles.id, value: document.id },
      { role: 'canonicalUrl', value: document.url },
      ...document.urls.map((value) => ({ role: roles.url, value })),
      { role: roles.contentHash, value: document.contentHash },
    ],
  };
}

/**
 * The document as an item of IPTC ninjs 3.1, without loss: what ninjs has no place for, or cannot hold as it
 * is, stands as JSON in the description with the role `newsmill:rest`, for `fromNinjs`.
 */
export function toNinjs(document: ArticleDocument): NinjsItem {
  const core = ninjsCore(document);
  return {
    ...core,
    descriptions: [
      ...core.descriptions,
      { role: roles.rest, contentType: 'application/json', value: JSON.stringify(ninjsRest(core, document)) },
    ],
  };
}
