import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const schemaFile = new URL('../../libs/search/schemas/ninjs-3.1.json', import.meta.url);

/**
 * What is wrong with an item by the schema of ninjs 3.1, formats and GeoJSON included; the empty text:
 * nothing.
 */
export function ninjsValidator(): (item: unknown) => string {
  const require = createRequire(import.meta.url);
  const ajv = new Ajv2020.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-07.json'));
  ajv.addSchema(require('geojson-schema/GeoJSON.json'), 'https://geojson.org/schema/GeoJSON.json');
  const check = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
  return (item) => (check(item) ? '' : ajv.errorsText(check.errors));
}
