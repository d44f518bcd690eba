// docs/fields.md, and the record of the types that fields keep within a major version.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import * as contracts from '@newsmill/contracts';
import { articleMapping } from '@newsmill/store';
import { root } from '../setup.mjs';

export const recordPath = 'libs/contracts/article-fields-v1.json';

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const longestExample = 90;

/** JSON types of the document's fields by the shapes themselves. */
export const typesOfShapes = () =>
  contracts.schemaTypes(z.toJSONSchema(contracts.ArticleDocument, { unrepresentable: 'any' }));

/** The types as the sources have them now. */
export function currentRecord() {
  const own = Object.entries(articleMapping.properties).filter(([name]) =>
    Object.hasOwn(contracts.documentFields, name),
  );
  return {
    schema: contracts.documentFields.schema.example,
    json: typesOfShapes(),
    index: contracts.mappingTypes(Object.fromEntries(own)),
  };
}

export function storedRecord() {
  const path = join(root, recordPath);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

function exampleOf(value) {
  const text = JSON.stringify(value);
  return text.length > longestExample ? `${text.slice(0, longestExample)} …` : text;
}

function table(fields, before, types, index) {
  const heads = [
    'field',
    'type',
    'meaning',
    'Elasticsearch',
    'made by',
    'since',
    'example',
    'ninjs 3.1',
    'schema.org',
    'JSON Feed',
  ];
  const rows = Object.entries(fields).map(([name, field]) => {
    const path = `${before}${name}`;
    const form =
      typeof field.index === 'string'
        ? contracts.indexKinds[field.index]
        : field.index.form === 'nested'
          ? 'conditions on one member'
          : 'its parts';
    return row([
      `\`${path}\``,
      types[path],
      field.says,
      `${index[path]}: ${form}`,
      field.by.join(', '),
      field.since,
      `\`${exampleOf(field.example)}\``,
      field.ninjs ?? '',
      field.schemaOrg ?? '',
      field.jsonFeed ?? '',
    ]);
  });
  return [row(heads), `|${heads.map(() => '---').join('|')}|`, ...rows].join('\n');
}

function parts(name, types, index) {
  const prefix = `${name}[].`;
  const rows = Object.entries(types)
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, type]) =>
      row([`\`${path}\``, type, index[`${name}.${path.slice(prefix.length)}`] ?? 'given back only']),
    );
  return [row(['part', 'type', 'Elasticsearch']), '|---|---|---|', ...rows].join('\n');
}

function page() {
  const { json, index } = currentRecord();
  const made = Object.entries(contracts.fieldMakers)
    .map(([name, says]) => `\`${name}\`: ${says}`)
    .join('; ');
  return `# Fields of the article document
<!-- Written by \`npm run gen\` from libs/contracts/src/document-fields.ts; change the source instead. -->

This is what the library keeps of an article, what \`GET /api/v1/articles/{id}\` answers, and what search clients find behind the alias \`newsmill-articles\`. The contract is \`${contracts.documentFields.schema.example}\`: within it no field is removed and none changes its type. New fields may come, so clients must accept unknown fields. A test compares the fields with [the record of their types](../${recordPath}). JSON Schema: [schemas/article-document.json](schemas/article-document.json).

Types are those of JSON, \`[]\` for a list, \`?\` for a field that may be missing. A field is missing when nothing is known; no value is invented. Made by: ${made}.

## Fields
${table(contracts.documentFields, '', json, index)}

## Under \`ingest\`
${table(contracts.ingestFields, 'ingest.', json, index)}

## Parts of \`entities\`
${parts('entities', json, index)}

## Parts of \`subjects\`
${parts('subjects', json, index)}

## Other forms
- \`GET /api/v1/articles/{id}.ninjs\`: an item of IPTC ninjs 3.1, valid by its schema and without loss. The column ninjs names the place of each field, with the role or relation in brackets. What has no place in ninjs is JSON in the description with the role \`newsmill:rest\`.
- \`GET /api/v1/articles/{id}.jsonld\`: schema.org NewsArticle as JSON-LD, with fewer fields.
- \`GET /api/v1/articles/{id}.md\`: Markdown with YAML front matter.
- \`stems\`, \`stemmed\`, \`rest\` and \`linked\` are in the index beside the document, and are not part of the contract.
`;
}

export function fieldFiles() {
  const record = contracts.extendRecord(storedRecord(), currentRecord());
  return [
    ['docs/fields.md', page()],
    [recordPath, `${JSON.stringify(record, null, 2)}\n`],
  ];
}
