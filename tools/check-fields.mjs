// Whether type, JSON Schema, API description, mapping and docs/fields.md have the same fields with the same
// types, and whether those keep their types. Drifts planted into each of them prove that the comparison is
// awake.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  documentFields,
  fieldProblems,
  mappingTypes,
  recordProblems,
  schemaTypes,
} from '@newsmill/contracts';
import { articleMapping, besideFields } from '@newsmill/store';
import { currentRecord, recordPath, storedRecord, typesOfShapes } from './gen/fields.mjs';
import { root } from './setup.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');

/** Names and types in the first table of the page. */
function rowsOf(page) {
  const fields = page.split('\n## ').find((section) => section.startsWith('Fields\n')) ?? '';
  return Object.fromEntries(
    Array.from(fields.matchAll(/^\| `([^`]+)` \| ([^|]+?) \|/gm), ([, name, type]) => [name, type]),
  );
}

function made() {
  return {
    names: Object.keys(documentFields),
    types: typesOfShapes(),
    schema: schemaTypes(JSON.parse(read('docs/schemas/article-document.json'))),
    api: schemaTypes(JSON.parse(read('services/api/openapi.json')).components.schemas.Article),
    mapping: mappingTypes(articleMapping.properties),
    besides: Object.keys(besideFields),
    page: rowsOf(read('docs/fields.md')),
  };
}

/** A drift in each place; every one must be found. */
function sleeping(all) {
  const without = ({ title: _title, ...rest }) => rest;
  const planted = [
    { types: { ...all.types, title: 'integer' } },
    { names: all.names.filter((name) => name !== 'title') },
    { schema: { ...all.schema, title: 'integer' } },
    { api: without(all.api) },
    { mapping: without(all.mapping) },
    { mapping: { ...all.mapping, planted: 'keyword' } },
    { page: without(all.page) },
  ];
  const record = currentRecord();
  const changed = [
    { ...record, json: { ...record.json, title: 'integer' } },
    { ...record, index: { ...record.index, title: 'keyword' } },
  ];
  return [
    ...planted
      .filter((drift) => fieldProblems({ ...all, ...drift }).length === 0)
      .map((drift) => `a drift planted into ${Object.keys(drift).join()} is not found`),
    ...changed
      .filter((now) => recordProblems(record, now).length === 0)
      .map(() => 'a changed type is not found'),
  ];
}

export function fields() {
  const all = made();
  const recorded = storedRecord();
  const problems =
    recorded === undefined
      ? [`${recordPath} is missing; run npm run gen`]
      : recordProblems(recorded, currentRecord());
  return [...fieldProblems(all), ...problems, ...sleeping(all)];
}
