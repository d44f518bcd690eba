import type { ArticleDocument } from '@newsmill/contracts';
import { articleUrn, ninjsRoles as roles, type NinjsAssociation, type NinjsItem } from './ninjs-item.ts';

/** What a document holds besides what can be read from the ninjs item that was made of it. */
export interface NinjsRest {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Fields that the item seems to have and the document has not. */
  readonly absent?: readonly string[];
}

function valueOf(
  texts: readonly { readonly role: string; readonly value: string; readonly contentType?: string }[],
  role: string,
  contentType?: string,
): string | undefined {
  return texts.find((text) => text.role === role && text.contentType === contentType)?.value;
}

function idOf(associations: readonly NinjsAssociation[], rel: string): string | undefined {
  const uri = associations.find((association) => association.rel === rel)?.uri;
  return uri?.startsWith(articleUrn) === true ? decodeURIComponent(uri.slice(articleUrn.length)) : undefined;
}

/** A list, undefined when it is empty: items leave out what is not there. */
function listed<Member>(members: readonly Member[]): Member[] | undefined {
  return members.length === 0 ? undefined : [...members];
}

function imageOf({
  uri,
  by,
  descriptions = [],
  renditions,
}: NinjsAssociation): ArticleDocument['images'][number] {
  const { width, height } = renditions?.[0] ?? {};
  const image = {
    url: uri,
    caption: valueOf(descriptions, 'caption'),
    credit: by,
    alt: valueOf(descriptions, 'alternative'),
    width,
    height,
  };
  // without what it lacks
  return Object.fromEntries(Object.entries(image).filter(([, value]) => value !== undefined)) as typeof image;
}

/** The fields that stand in an item itself. */
export function coreFields(item: NinjsItem): Readonly<Record<string, unknown>> {
  const source = item.infoSources.find(({ role }) => role === roles.source);
  const namesOf = (role: string) =>
    listed(
      item.infoSources.flatMap((party) =>
        party.role === role && party.name !== undefined ? [party.name] : [],
      ),
    );
  const subjectsOf = (rel: string) =>
    listed(item.subjects.flatMap((subject) => (subject.rel === rel ? [subject.name] : [])));
  const about = item.subjects.filter(({ rel }) => rel === 'about');
  const points = new Map(
    item.places.flatMap(({ geoJSON }) =>
      geoJSON === undefined
        ? []
        : [[geoJSON.coordinates.join(' '), { lat: geoJSON.coordinates[1], lon: geoJSON.coordinates[0] }]],
    ),
  );
  const altIds = (role: string) => item.altIds.filter((id) => id.role === role).map(({ value }) => value);
  const text = item.bodies.find(({ contentType }) => contentType === 'text/plain');
  return {
    id: altIds(roles.id)[0],
    uri: item.uri,
    version: Number(item.version),
    schema: item.profile,
    url: altIds('canonicalUrl')[0],
    urls: listed(altIds(roles.url)),
    contentHash: altIds(roles.contentHash)[0],
    title: valueOf(item.headlines, 'main'),
    subtitle: valueOf(item.headlines, 'sub'),
    summary: valueOf(item.descriptions, 'summary'),
    summaryGenerated: valueOf(item.descriptions, roles.generated),
    authorBio: valueOf(item.descriptions, roles.authorBio),
    disclaimer: valueOf(item.descriptions, roles.disclaimer),
    content: text?.value,
    wordCount: text?.wordCount,
    contentHtml: valueOf(item.bodies, 'main', 'text/html'),
    language: item.language,
    published: item.contentCreated,
    modified: item.versionCreated,
    firstSeen: item.firstCreated,
    byline: item.by,
    dateline: item.located,
    copyright: item.copyrightNotice,
    copyrightHolder: item.copyrightHolder,
    usageTerms: item.usageTerms,
    licence: item.rightsInfo?.linkedRights,
    digitalSourceType: item.digitalSourceType?.uri,
    authors: namesOf('author'),
    agencies: namesOf('agency'),
    publisher: namesOf('publisher')?.[0],
    sourceId: source?.literal,
    sourceName: source?.name,
    sourceUri: source?.uri,
    people: listed(item.people.map(({ name }) => name)),
    organisations: listed(item.organisations.map(({ name }) => name)),
    places: listed(item.places.map(({ name }) => name)),
    geo: listed([...points.values()]),
    topics: listed(about.flatMap(({ literal }) => (literal === undefined ? [] : [literal]))),
    subjects: listed(
      about.flatMap(({ literal, name, confidence, creator }) =>
        confidence === undefined ? [] : [{ code: literal, name, confidence, creator }],
      ),
    ),
    section: subjectsOf(roles.section)?.[0],
    breadcrumb: subjectsOf(roles.breadcrumb),
    keywords: subjectsOf(roles.keyword),
    tags: subjectsOf(roles.tag),
    keyPhrases: subjectsOf(roles.keyPhrase),
    images: listed(item.associations.filter(({ rel }) => rel === 'image').map(imageOf)),
    storyId: idOf(item.associations, roles.story),
    familyId: idOf(item.associations, roles.family),
    duplicateOf: idOf(item.associations, roles.duplicateOf),
  };
}

/** What has to stand beside an item for its document to be read from it unchanged. */
export function ninjsRest(item: NinjsItem, document: ArticleDocument): NinjsRest {
  const core = coreFields(item);
  const fields = Object.entries(document).filter(
    ([name, value]) =>
      value !== undefined &&
      !(Object.hasOwn(core, name) && JSON.stringify(core[name]) === JSON.stringify(value)),
  );
  const absent = Object.keys(core).filter(
    (name) => core[name] !== undefined && (!Object.hasOwn(document, name) || document[name] === undefined),
  );
  return { fields: Object.fromEntries(fields), ...(absent.length === 0 ? {} : { absent }) };
}
