import { extensionTerms } from './extension-terms.ts';
import {
  factOf,
  type ArticleDocument,
  type Entity,
  type Fact,
  type GeoPoint,
  type NamedEntity,
  type Subject,
} from '@newsmill/contracts';

type Found = Pick<
  ArticleDocument,
  | 'people'
  | 'organisations'
  | 'places'
  | 'countries'
  | 'entities'
  | 'geo'
  | 'topics'
  | 'subtopics'
  | 'subjects'
  | 'keyPhrases'
  | 'summaryGenerated'
  | 'dateline'
  | 'storyId'
  | 'storyLead'
  | 'extensionFacts'
>;

/** Names of entities in order of salience, each once. */
function namesOf(entities: readonly Entity[], kind: Entity['kind']): string[] {
  return [...new Set(entities.filter((entity) => entity.kind === kind).map(({ name }) => name))];
}

function namedEntity({
  name,
  kind,
  wikidata,
  geonames,
  country,
  mentions,
  salience,
  confidence,
}: Entity): NamedEntity {
  return { name, type: kind, wikidata, geonames, country, count: mentions, salience, confidence };
}

/** Where places lie, each point once. A place of which the gazetteer knows no point has none. */
function pointsOf(entities: readonly Entity[]): GeoPoint[] {
  const points = new Map<string, GeoPoint>();
  for (const { kind, latitude: lat, longitude: lon } of entities) {
    if (
      kind !== 'place' ||
      lat === undefined ||
      lon === undefined ||
      Math.abs(lat) > 90 ||
      Math.abs(lon) > 180
    )
      continue;
    points.set(`${lat} ${lon}`, { lat, lon });
  }
  return [...points.values()];
}

function subjectsOf(facts: readonly Fact[]): Subject[] {
  const creator = facts.find(({ name }) => name === 'topics')?.by ?? '';
  return (factOf(facts, 'topics') ?? []).map(({ code, label, score }) => ({
    code,
    name: label,
    confidence: Math.round(score * 100),
    creator,
  }));
}

function subtopicsOf(facts: readonly Fact[]): string[] {
  return (factOf(facts, 'topics') ?? []).flatMap(({ narrower = [] }) => narrower.map(({ code }) => code));
}

/**
 * What enrich found, as fields to search and count by; the facts themselves stand beside them. Also for facts
 * that were found again. `id`: of the article.
 */
export function searchableFacts(facts: readonly Fact[], id: string): Found {
  const entities = [...(factOf(facts, 'entities') ?? [])].sort((a, b) => b.salience - a.salience);
  const countries = entities.flatMap(({ kind, country }) =>
    kind === 'place' && country !== undefined ? [country] : [],
  );
  const subjects = subjectsOf(facts);
  const story = factOf(facts, 'story')?.id;
  return {
    people: namesOf(entities, 'person'),
    organisations: namesOf(entities, 'organisation'),
    places: namesOf(entities, 'place'),
    countries: [...new Set(countries)],
    entities: entities.map(namedEntity),
    geo: pointsOf(entities),
    topics: subjects.map(({ code }) => code),
    subtopics: subtopicsOf(facts),
    subjects,
    keyPhrases: (factOf(facts, 'key-phrases') ?? []).map(({ text }) => text),
    summaryGenerated:
      factOf(facts, 'llm-summary') ??
      factOf(facts, 'summary')
        ?.join(' ')
        .replace(/(?<=[。！？]) /g, ''),
    dateline: factOf(facts, 'dateline')?.place,
    storyId: story,
    storyLead: story === undefined ? undefined : story === id,
    extensionFacts: extensionTerms(facts),
  };
}
