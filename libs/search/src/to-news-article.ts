import { factOf, type ArticleDocument, type Entity, type Image } from '@newsmill/contracts';
import { safeAddress } from '@newsmill/text';
import { topicAddress, topicUri, wikidataUri } from './concept-address.ts';

/** A schema.org object as JSON-LD. */
export type LinkedData = Readonly<Record<string, unknown>>;

/** The fields that say something: neither undefined nor an empty list. */
function told(fields: Readonly<Record<string, unknown>>): LinkedData {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function imageOf({ url, caption, credit, width, height }: Image): LinkedData[] {
  const address = safeAddress(url);
  return address === undefined
    ? []
    : [told({ '@type': 'ImageObject', url: address, caption, creditText: credit, width, height })];
}

function placeOf(name: string, entity: Entity | undefined): LinkedData {
  const { latitude, longitude, country } = entity ?? {};
  const geo =
    latitude === undefined || longitude === undefined
      ? undefined
      : { '@type': 'GeoCoordinates', latitude, longitude };
  return told({
    '@type': 'Place',
    name,
    sameAs: wikidataUri(entity?.wikidata),
    geo,
    address: country === undefined ? undefined : { '@type': 'PostalAddress', addressCountry: country },
  });
}

function topicOf(code: string, name: string | undefined): LinkedData {
  const uri = topicUri(code);
  return told({
    '@type': 'DefinedTerm',
    '@id': uri,
    name: name ?? code,
    termCode: code,
    inDefinedTermSet: uri === undefined ? undefined : topicAddress,
  });
}

/** ISO 8601 duration of whole minutes. */
const minutes = (count: number): string | undefined => (count > 0 ? `PT${count}M` : undefined);

/**
 * The document as a schema.org NewsArticle in JSON-LD 1.1. Addresses of the publisher are passed on only
 * where they are http or https. Lossy: for a reading without loss see toNinjs.
 */
export function toNewsArticle(document: ArticleDocument): LinkedData {
  const entities = factOf(document.facts ?? [], 'entities') ?? [];
  const entityOf = (kind: Entity['kind'], name: string) =>
    entities.find((entity) => entity.kind === kind && entity.name === name);
  const named = (type: string, kind: Entity['kind'], names: readonly string[] = []) =>
    names.map((name) => told({ '@type': type, name, sameAs: wikidataUri(entityOf(kind, name)?.wikidata) }));
  const url = safeAddress(document.url);
  const publisher = document.publisher ?? document.sourceName;
  return told({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': document.uri,
    identifier: document.id,
    url,
    mainEntityOfPage: url,
    sameAs: document.urls
      .flatMap((address) => safeAddress(address) ?? [])
      .filter((address) => address !== url),
    headline: document.title,
    alternativeHeadline: document.subtitle,
    description: document.summary,
    abstract: document.summaryGenerated,
    articleBody: document.content,
    inLanguage: document.language === 'und' ? undefined : document.language,
    // The time at which newsmill saw a page is not when it was published.
    datePublished: document.publishedSource === 'first-seen' ? undefined : document.published,
    dateModified: document.modified,
    author: document.authors.map((name) => ({ '@type': 'Person', name })),
    sourceOrganization: (document.agencies ?? []).map((name) => ({ '@type': 'NewsMediaOrganization', name })),
    publisher: publisher === undefined ? undefined : { '@type': 'Organization', name: publisher },
    image: document.images.flatMap(imageOf),
    articleSection: document.section,
    keywords: document.keywords,
    about: (document.topics ?? []).map((code) =>
      topicOf(code, document.subjects?.find((subject) => subject.code === code)?.name),
    ),
    mentions: [
      ...named('Person', 'person', document.people),
      ...named('Organization', 'organisation', document.organisations),
    ],
    contentLocation: (document.places ?? []).map((name) => placeOf(name, entityOf('place', name))),
    locationCreated:
      document.dateline === undefined ? undefined : { '@type': 'Place', name: document.dateline },
    wordCount: document.wordCount,
    timeRequired: minutes(document.readingMinutes),
    isAccessibleForFree: !document.paywalled,
    license: document.licence,
    copyrightNotice: document.copyright,
    copyrightHolder:
      document.copyrightHolder === undefined
        ? undefined
        : { '@type': 'Organization', name: document.copyrightHolder },
    usageInfo: document.usageTerms,
    digitalSourceType: document.digitalSourceType,
  });
}
