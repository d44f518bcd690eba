import { describe, expect, it } from '@jest/globals';
import { documentFields, type ArticleDocument } from '@newsmill/contracts';
import fc from 'fast-check';
import { ForeignNinjs, fromNinjs } from './from-ninjs.ts';
import { ninjsRoles } from './ninjs-item.ts';
import { ninjsValidator } from '../../../test/pipeline/ninjs-validator.ts';
import { toNinjs } from './to-ninjs.ts';

const problemOf = ninjsValidator();
const example = (name: keyof typeof documentFields) => documentFields[name].example;
/** The article that the field table tells of. */
const full = Object.fromEntries(
  Object.entries(documentFields).map(([name, field]) => [name, field.example]),
) as unknown as ArticleDocument; // examples are checked against their shapes by contracts

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    'a',
    'https://a.example/ü',
    'https://[::1]/x',
    'http://a.example/#b#c',
    'urn:newsmill:article:x',
    '2026-01-01T00:00:00Z',
    '2026-13-01T00:00:00Z',
    'javascript:1',
    '字',
  ),
);
const texts = fc.array(text, { maxLength: 3 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const point = fc
  .record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  .map(({ lat, lon }) => ({ lat: lat + 0, lon: lon + 0 }));
const entity = fc.record({
  name: text,
  kind: fc.constantFrom('person', 'organisation', 'place'),
  aliases: texts,
  mentions: fc.nat(),
  salience: fc.constant(0.5),
  confidence: fc.constant(1),
  wikidata: fc.constantFrom('Q1', 'x'),
  latitude: fc.constant(1.5),
  longitude: fc.constantFrom(2, -170),
});
const changes = fc.record({
  id: text,
  uri: text,
  version: fc.nat(),
  url: text,
  urls: texts,
  title: text,
  subtitle: maybe(text),
  summary: maybe(text),
  summaryGenerated: maybe(text),
  content: text,
  contentHtml: maybe(text),
  language: text,
  published: text,
  modified: maybe(text),
  firstSeen: text,
  byline: maybe(text),
  authors: texts,
  agencies: maybe(texts),
  sourceId: text,
  sourceName: maybe(text),
  sourceUri: maybe(text),
  publisher: maybe(text),
  section: maybe(text),
  breadcrumb: texts,
  keywords: texts,
  tags: texts,
  people: maybe(texts),
  organisations: maybe(texts),
  places: maybe(texts),
  geo: maybe(fc.array(point, { maxLength: 2 })),
  topics: maybe(
    fc.array(fc.oneof(text, fc.constantFrom('medtop:04000000', 'medtop:15000000')), { maxLength: 3 }),
  ),
  subjects: maybe(
    fc.array(
      fc.record({
        code: fc.constantFrom('medtop:04000000', 'x'),
        name: text,
        confidence: fc.integer({ min: 0, max: 100 }),
        creator: text,
      }),
      { maxLength: 2 },
    ),
  ),
  keyPhrases: maybe(texts),
  dateline: maybe(text),
  storyId: maybe(text),
  familyId: maybe(text),
  duplicateOf: maybe(text),
  images: fc.array(
    fc.record(
      {
        url: text,
        caption: text,
        alt: text,
        credit: text,
        width: fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }).map((width) => width + 0),
          fc.nat(),
        ),
        height: fc.nat(),
        more: text,
      },
      { requiredKeys: ['url'] },
    ),
    { maxLength: 3 },
  ),
  copyright: maybe(text),
  copyrightHolder: maybe(text),
  usageTerms: maybe(text),
  licence: maybe(text),
  digitalSourceType: maybe(text),
  wordCount: fc.nat(),
  contentHash: text,
  facts: maybe(fc.array(entity, { maxLength: 3 }).map((value) => [{ name: 'entities', value, by: 'own/1' }])),
  own: maybe(text),
});
const plain = (document: ArticleDocument): unknown => JSON.parse(JSON.stringify(document));

describe('toNinjs', () => {
  it('puts every field that ninjs has a place for into it', () => {
    const item = toNinjs(full);
    expect(problemOf(item)).toBe('');
    expect(item).toMatchObject({
      uri: example('uri'),
      pubStatus: 'usable',
      contentCreated: example('published'),
      by: example('byline'),
      located: 'OSLO',
      headlines: [{ role: 'main', value: example('title') }, { role: 'sub' }],
      rightsInfo: { linkedRights: example('licence') },
      infoSources: [
        { role: 'author', name: 'Ada Moss' },
        { role: 'agency' },
        { role: 'publisher' },
        { literal: 'harbour-courier' },
      ],
      associations: [
        { rel: 'image', type: 'picture' },
        { name: 'story' },
        { name: 'family' },
        { name: 'original' },
      ],
    });
    expect(item.subjects[0]).toEqual({
      name: 'economy, business and finance',
      rel: 'about',
      uri: 'http://cv.iptc.org/newscodes/mediatopic/04000000',
      literal: 'medtop:04000000',
      creator: 'media-topics/1',
      confidence: 91,
    });
    expect(fromNinjs(item)).toEqual(full);
  });
  it('uses the places that the field table names', () => {
    const item = toNinjs(full);
    for (const [name, { ninjs }] of Object.entries(documentFields)) {
      for (const place of ninjs?.split(', ') ?? [])
        expect([name, Object.keys(item)]).toEqual([
          name,
          expect.arrayContaining([place.replace(/[.[].*$/, '')]),
        ]);
    }
  });
  it('says where a place lies', () => {
    const facts = [
      {
        name: 'entities',
        value: [
          {
            name: 'Oslo',
            kind: 'place',
            mentions: 1,
            salience: 1,
            confidence: 1,
            wikidata: 'Q585',
            latitude: 59.9,
            longitude: 10.7,
          },
        ],
        by: 'own/1',
      },
    ];
    const item = toNinjs({ ...full, facts, geo: [{ lat: 59.9, lon: 10.7 }] });
    expect(item.places).toEqual([
      {
        name: 'Oslo',
        rel: 'about',
        uri: 'http://www.wikidata.org/entity/Q585',
        geoJSON: { type: 'Point', coordinates: [10.7, 59.9] },
      },
    ]);
    expect(problemOf(item)).toBe('');
  });
  it('loses nothing and is valid, whatever stands in the fields', () => {
    fc.assert(
      fc.property(changes, (change) => {
        const document = { ...full, ...change } as ArticleDocument; // odd values of the right types
        const item = plain(toNinjs(document) as never) as ReturnType<typeof toNinjs>; // as it travels
        expect(problemOf(item)).toBe('');
        expect(plain(fromNinjs(item))).toEqual(plain(document));
      }),
      { numRuns: 500 },
    );
  });
  it('keeps the rest where the schema allows it, once', () => {
    const rest = toNinjs(full).descriptions.filter(({ role }) => role === ninjsRoles.rest);
    expect(rest).toHaveLength(1);
    expect(Object.keys(JSON.parse(rest[0]?.value ?? '').fields)).toEqual(
      expect.arrayContaining(['blocks', 'ingest', 'provenance', 'confidence']),
    );
    expect(Object.keys(JSON.parse(rest[0]?.value ?? '').fields)).not.toEqual(
      expect.arrayContaining(['title']),
    );
  });
});

describe('fromNinjs', () => {
  it('refuses the items of others', () => {
    const item = toNinjs(full);
    expect(() => fromNinjs({ ...item, descriptions: [] })).toThrow(ForeignNinjs);
    for (const value of ['{', '[]', '{"fields":{"title":1}}'])
      expect(() => fromNinjs({ ...item, descriptions: [{ role: ninjsRoles.rest, value }] })).toThrow(
        ForeignNinjs,
      );
  });
});
