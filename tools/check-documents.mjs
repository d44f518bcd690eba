// Whether the generated documents can be used: every schema compiles and tells good from bad, every reference
// leads somewhere, and the AsyncAPI document has the shape of version 3.0.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { root } from './setup.mjs';

/** One value that a schema must take, and one that it must not. */
const samples = {
  'ledger-event': {
    good: {
      item: 'a1',
      url: 'https://paper.example/a',
      sourceId: 'paper',
      stage: 'clean',
      version: 1,
      attempt: 0,
      fate: 'passed',
      firstSeen: 1,
      at: 2,
      invented: true,
    },
    bad: {
      item: 'a1',
      url: 'https://paper.example/a',
      sourceId: 'paper',
      stage: 'wash',
      version: 1,
      attempt: 0,
      fate: 'passed',
      firstSeen: 1,
      at: 2,
    },
  },
  source: {
    good: { id: 'paper', name: 'The Paper', channels: [{ url: 'https://paper.example/feed' }] },
    bad: { id: 'paper', name: 'The Paper', channels: [] },
  },
};

const ref = { type: 'object', required: ['$ref'], properties: { $ref: { type: 'string', pattern: '^#/' } } };
const keys = { pattern: '^[A-Za-z0-9_-]+$' };
/** The parts of the AsyncAPI 3.0 meta-schema that the document uses. */
const asyncApi3 = {
  type: 'object',
  required: ['asyncapi', 'info', 'channels', 'operations', 'components'],
  properties: {
    asyncapi: { const: '3.0.0' },
    info: {
      type: 'object',
      required: ['title', 'version'],
      properties: { title: { type: 'string' }, version: { type: 'string' } },
    },
    channels: {
      type: 'object',
      minProperties: 1,
      propertyNames: keys,
      additionalProperties: {
        type: 'object',
        required: ['address', 'messages'],
        properties: {
          address: { type: 'string', minLength: 1 },
          messages: { type: 'object', minProperties: 1, propertyNames: keys, additionalProperties: ref },
        },
      },
    },
    operations: {
      type: 'object',
      minProperties: 1,
      propertyNames: keys,
      additionalProperties: {
        type: 'object',
        required: ['action', 'channel'],
        properties: { action: { enum: ['send', 'receive'] }, channel: ref },
      },
    },
    components: {
      type: 'object',
      required: ['messages', 'schemas'],
      properties: {
        messages: {
          type: 'object',
          propertyNames: keys,
          additionalProperties: {
            type: 'object',
            required: ['name', 'headers', 'payload'],
            properties: {
              headers: { type: 'object', properties: { type: { const: 'object' } }, required: ['type'] },
            },
          },
        },
        schemas: { type: 'object', propertyNames: { pattern: '^[A-Za-z0-9._-]+$' } },
      },
    },
  },
  additionalProperties: true,
};

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** References of a document that lead nowhere. */
function deadReferences(document) {
  const dead = [];
  const isThere = (pointer) =>
    pointer
      .slice(2)
      .split('/')
      .reduce((at, key) => at?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document) !== undefined;
  const walk = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (typeof node.$ref === 'string' && node.$ref.startsWith('#/') && !isThere(node.$ref))
      dead.push(node.$ref);
    Object.values(node).forEach(walk);
  };
  walk(document);
  return dead;
}

function schemaProblems(name) {
  const validator = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const check = validator.compile(readJson(`docs/schemas/${name}.json`));
  const sample = samples[name];
  if (sample === undefined) return [];
  return [
    ...(check(sample.good)
      ? []
      : [`docs/schemas/${name}.json refuses a good value: ${validator.errorsText(check.errors)}`]),
    ...(check(sample.bad) ? [`docs/schemas/${name}.json takes a bad value`] : []),
  ];
}

function asyncApiProblems() {
  const path = 'docs/asyncapi.json';
  const document = readJson(path);
  const validator = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const shape = validator.compile(asyncApi3);
  const problems = shape(document)
    ? []
    : [`${path}: ${validator.errorsText(shape.errors, { separator: '\n' })}`];
  for (const [name, schema] of Object.entries(document.components.schemas))
    validator.compile({ $id: `urn:asyncapi:${name}`, ...schema, components: document.components });
  return [...problems, ...deadReferences(document).map((pointer) => `${path}: ${pointer} leads nowhere`)];
}

export function documents() {
  if (!existsSync(join(root, 'docs', 'schemas'))) return ['docs/schemas is missing; run npm run gen'];
  const names = readdirSync(join(root, 'docs', 'schemas')).map((file) => file.replace(/\.json$/, ''));
  return [...names.flatMap(schemaProblems), ...asyncApiProblems()];
}
