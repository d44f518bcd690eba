/** A part of a JSON Schema, as far as types are told from it. */
export interface SchemaPart {
  readonly type?: unknown;
  readonly const?: unknown;
  readonly items?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

/** A part of an Elasticsearch mapping. */
export interface MappingPart {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, MappingPart>>;
}

function isPart(value: unknown): value is SchemaPart {
  return typeof value === 'object' && value !== null;
}

/** The type of a value in one word, `[]` behind it for each list that it lies in. */
function typeWord(schema: unknown): string {
  if (!isPart(schema)) return 'any';
  if (schema.type === 'array') return `${typeWord(schema.items)}[]`;
  if (typeof schema.type === 'string') return schema.type;
  return typeof schema.const === 'string' ? 'string' : 'any';
}

/** What lies in a list, however deep. */
function memberOf(schema: SchemaPart): SchemaPart {
  return schema.type === 'array' && isPart(schema.items) ? memberOf(schema.items) : schema;
}

/**
 * Path and type of every field of a JSON Schema, parts included: `title` is `string`, `geo[].lat` is
 * `number`; `?` behind what may be missing.
 */
export function schemaTypes(schema: SchemaPart, before = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
      const lists = isPart(part) && part.type === 'array' ? '[]' : '';
      const own = [
        `${before}${name}`,
        `${typeWord(part)}${schema.required?.includes(name) === true ? '' : '?'}`,
      ] as const;
      return [
        own,
        ...(isPart(part) ? Object.entries(schemaTypes(memberOf(part), `${before}${name}${lists}.`)) : []),
      ];
    }),
  );
}

/** Path and type of every field of a mapping, parts included, sub-fields not. */
export function mappingTypes(
  properties: Readonly<Record<string, MappingPart>>,
  before = '',
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, part]) => [
      [`${before}${name}`, part.type ?? 'object'] as const,
      ...Object.entries(mappingTypes(part.properties ?? {}, `${before}${name}.`)),
    ]),
  );
}

/** The types of all fields of one major version of the document: in JSON and in the index. */
export interface FieldRecord {
  readonly schema: string;
  readonly json: Readonly<Record<string, string>>;
  readonly index: Readonly<Record<string, string>>;
}

function changes(
  what: string,
  recorded: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  const broken = Object.entries(recorded)
    .filter(([path, type]) => now[path] !== type)
    .map(
      ([path, type]) =>
        `${what} of ${path} was ${type} and is ${now[path] ?? 'gone'}: a type changes with the major version only`,
    );
  return [
    ...broken,
    ...Object.keys(now)
      .filter((path) => recorded[path] === undefined)
      .map((path) => `${what} of ${path} is not in the record; run npm run gen`),
  ];
}

/**
 * What the record forbids: every field keeps its type within a major version. New ones are recorded by `npm
 * run gen`.
 */
export function recordProblems(recorded: FieldRecord, now: FieldRecord): string[] {
  if (recorded.schema !== now.schema) return [];
  return [
    ...changes('the JSON type', recorded.json, now.json),
    ...changes('the index type', recorded.index, now.index),
  ];
}

/** The record with the fields that are new; those that it has stay as they are. */
export function extendRecord(recorded: FieldRecord | undefined, now: FieldRecord): FieldRecord {
  if (recorded === undefined || recorded.schema !== now.schema) return now;
  return {
    schema: now.schema,
    json: { ...now.json, ...recorded.json },
    index: { ...now.index, ...recorded.index },
  };
}

/** What is made of the field table, read back from where it stands. */
export interface MadeOfFields {
  /** Names in the table. */
  readonly names: readonly string[];
  /** JSON types by the table itself. */
  readonly types: Readonly<Record<string, string>>;
  /** JSON types in docs/schemas and in the API description. */
  readonly schema: Readonly<Record<string, string>>;
  readonly api: Readonly<Record<string, string>>;
  /** Index types by the mapping. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Names that the mapping has beside those of the document. */
  readonly besides: readonly string[];
  /** Names and types in the rows of docs/fields.md. */
  readonly page: Readonly<Record<string, string>>;
}

function differences(
  where: string,
  wanted: Readonly<Record<string, string>>,
  found: Readonly<Record<string, string>>,
): string[] {
  const paths = [...new Set([...Object.keys(wanted), ...Object.keys(found)])];
  return paths
    .filter((path) => wanted[path] !== found[path])
    .map(
      (path) =>
        `${where}: ${path} is ${found[path] ?? 'missing'}, by the field table ${wanted[path] ?? 'no field'}`,
    );
}

/** Where schema, API description, mapping or page say something else than the field table. */
export function fieldProblems({ names, types, schema, api, mapping, besides, page }: MadeOfFields): string[] {
  const top = (record: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(record).filter(([path]) => !/[.]/.test(path)));
  const mapped = Object.keys(top(mapping)).filter((name) => !besides.includes(name));
  const named = (list: readonly string[]) => Object.fromEntries(list.map((name) => [name, 'a field']));
  return [
    ...differences('the type ArticleDocument', named(names), named(Object.keys(top(types)))),
    ...differences('docs/schemas/article-document.json', types, schema),
    ...differences('services/api/openapi.json', types, api),
    ...differences('the mapping', named(names), named(mapped)),
    ...differences('docs/fields.md', top(types), page),
  ];
}
