import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ArticleDocument } from './article/article-document.ts';
import {
  extendRecord,
  fieldProblems,
  mappingTypes,
  recordProblems,
  schemaTypes,
  type FieldRecord,
} from './compare-fields.ts';

const recorded: FieldRecord = JSON.parse(
  readFileSync(new URL('../article-fields-v1.json', import.meta.url), 'utf8'),
);
const types = schemaTypes(z.toJSONSchema(ArticleDocument, { unrepresentable: 'any' }));

describe('the record of the fields', () => {
  it('has every field with its type: no type changes within a major version', () => {
    expect(recordProblems(recorded, { ...recorded, json: types })).toEqual([]);
  });
  it('forbids another type, a missing field and one that may now be missing', () => {
    const { title: _, ...rest } = types;
    expect(
      recordProblems(recorded, { ...recorded, json: { ...rest, wordCount: 'string', url: 'string?' } }),
    ).toEqual([
      expect.stringContaining('url was string and is string?'),
      expect.stringContaining('title was string and is gone'),
      expect.stringContaining('wordCount was integer and is string'),
    ]);
    expect(
      recordProblems(recorded, {
        ...recorded,
        json: types,
        index: { ...recorded.index, published: 'keyword' },
      }),
    ).toEqual([expect.stringContaining('the index type of published was date and is keyword')]);
  });
  it('takes new fields in and never changes old ones', () => {
    const now = { ...recorded, json: { ...types, fresh: 'string?', title: 'integer' } };
    expect(recordProblems(recorded, now)).toContainEqual(
      expect.stringContaining('fresh is not in the record'),
    );
    expect(extendRecord(recorded, now).json).toMatchObject({ fresh: 'string?', title: 'string' });
    expect(extendRecord(recorded, { ...now, schema: 'newsmill-article/2' }).json).toMatchObject({
      title: 'integer',
    });
  });
});

describe('fieldProblems', () => {
  const made = {
    names: ['id', 'geo'],
    types: { id: 'string', geo: 'object[]?', 'geo[].lat': 'number' },
    schema: { id: 'string', geo: 'object[]?', 'geo[].lat': 'number' },
    api: { id: 'string', geo: 'object[]?', 'geo[].lat': 'number' },
    mapping: { id: 'keyword', geo: 'geo_point', rest: 'object' },
    besides: ['rest'],
    page: { id: 'string', geo: 'object[]?' },
  };
  it('finds nothing where all agree', () => {
    expect(fieldProblems(made)).toEqual([]);
  });
  it.each<[string, Partial<typeof made>]>([
    ['ArticleDocument', { names: ['id'] }],
    ['docs/schemas', { schema: { ...made.schema, id: 'integer' } }],
    ['openapi', { api: { ...made.api, 'geo[].lat': 'string' } }],
    ['mapping', { mapping: { ...made.mapping, extra: 'keyword' } as never }],
    ['docs/fields.md', { page: { id: 'string' } as never }],
  ])('finds a planted drift: %s', (where, drift) => {
    expect(fieldProblems({ ...made, ...drift })).toContainEqual(expect.stringContaining(where));
  });
});

describe('types in words', () => {
  it('names parts by their path', () => {
    expect(
      schemaTypes({
        properties: {
          a: { type: 'array', items: { type: 'object', properties: { b: { type: 'string' } } } },
          c: { const: 'x' },
        },
        required: ['c'],
      }),
    ).toEqual({ a: 'object[]?', 'a[].b': 'string?', c: 'string' });
    expect(
      mappingTypes({ a: { type: 'nested', properties: { b: { type: 'long' } } }, c: { properties: {} } }),
    ).toEqual({ a: 'nested', 'a.b': 'long', c: 'object' });
  });
});
