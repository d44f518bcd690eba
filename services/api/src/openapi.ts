import { z } from 'zod';
import { problemCodes } from './api-problem.ts';
import { operations, type Operation } from './operations.ts';
import { answers } from './shapes/answers.ts';

const draft = { target: 'draft-2020-12', unrepresentable: 'any', reused: 'inline' } as const;

/** A schema without the address of its dialect: OpenAPI 3.1 names that once for the whole. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { ...draft, io });
  return rest;
}

function pathParameters(path: string): object[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function queryParameters(query: z.ZodObject): object[] {
  const schema = z.toJSONSchema(query, { ...draft, io: 'input' });
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = typeof property === 'boolean' ? {} : property;
    return { name, in: 'query', required: schema.required?.includes(name) ?? false, description, schema: rest };
  });
}

function successContent(operation: Operation): object {
  if (operation.answer === 'Markdown') return { 'text/markdown': { schema: { type: 'string' } } };
  if (operation.answer === 'Export') return { 'application/x-ndjson': { schema: { type: 'string' } }, 'text/csv': { schema: { type: 'string' } } };
  if (operation.answer === 'OpenApi') return { 'application/json': { schema: { type: 'object' } } };
  return { 'application/json': { schema: { $ref: `#/components/schemas/${operation.answer}` } } };
}

function refusalOf(status: number): object {
  const names = Object.entries(problemCodes).filter(([, problem]) => problem.status === status).map(([code]) => code);
  return { description: names.join(', '), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}

function describe(id: string, operation: Operation): object {
  const refusals = [400, 401, 421, ...operation.refusals].toSorted((a, b) => a - b);
  return {
    operationId: id,
    summary: operation.summary,
    parameters: [...pathParameters(operation.path), ...queryParameters(operation.query)],
    ...(operation.body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(operation.body, 'input') } } } }),
    responses: { [operation.status]: { description: 'As asked.', content: successContent(operation) }, ...Object.fromEntries(refusals.map((status) => [status, refusalOf(status)])) },
    // Reading needs the key from another machine only, so going without is one of the two ways.
    security: operation.access === 'read' ? [{}, { key: [] }] : [{ key: [] }],
  };
}

/** The API description, OpenAPI 3.1, made from the schemas that check the requests. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [id, operation] of Object.entries<Operation>(operations)) (paths[operation.path] ??= {})[operation.method] = describe(id, operation);
  return {
    openapi: '3.1.1',
    info: {
      title: 'newsmill',
      version: '1',
      description: 'Search and operation of a news mill. Unknown parameters are refused. Errors are problem details (RFC 9457) with code and errors.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(answers).map(([name, schema]) => [name, jsonSchema(schema, 'output')])),
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'The key that the mill showed at its first start.' } },
    },
  };
}
