import { z } from 'zod';
import { problemCodes } from '../problems/api-problem.ts';
import { operations, type Operation } from './operations.ts';
import { sessionCookie } from '../guards/session-cookie.ts';
import { answers } from '../shapes/answers.ts';

const draft = { target: 'draft-2020-12', unrepresentable: 'any', reused: 'inline' } as const;

/** A schema without the address of its dialect: OpenAPI 3.1 names that once for the whole. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { ...draft, io });
  return rest;
}

function pathParameters(path: string): object[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', minLength: 1 },
  }));
}

function queryParameters(query: z.ZodObject): object[] {
  const schema = z.toJSONSchema(query, { ...draft, io: 'input' });
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = typeof property === 'boolean' ? {} : property;
    return {
      name,
      in: 'query',
      required: schema.required?.includes(name) ?? false,
      description,
      schema: rest,
    };
  });
}

function header(name: string): object {
  return { $ref: `#/components/parameters/${name}` };
}

function headerParameters({ method, refusals }: Operation): object[] {
  if (method === 'get') return [header('If-None-Match')];
  const conditional = refusals.includes(412)
    ? [header('If-Match'), ...(method === 'put' ? [header('If-None-Match')] : [])]
    : [];
  return method === 'post' ? [header('Idempotency-Key'), ...conditional] : conditional;
}

function successContent({ answer }: Operation): object | undefined {
  if (answer === 'Nothing') return undefined;
  if (answer === 'Markdown') return { 'text/markdown': { schema: { type: 'string' } } };
  if (answer === 'Html') return { 'text/html': { schema: { type: 'string' } } };
  if (answer === 'Events') return { 'text/event-stream': { schema: { type: 'string' } } };
  if (answer === 'Ninjs')
    return {
      'application/json': {
        schema: {
          type: 'object',
          required: ['uri'],
          properties: { uri: { type: 'string', format: 'uri' } },
          externalDocs: { url: 'https://iptc.org/std/ninjs/' },
        },
      },
    };
  if (answer === 'LinkedData')
    return { 'application/ld+json': { schema: { type: 'object', required: ['@context', '@type'] } } };
  if (answer === 'Bytes')
    return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  if (answer === 'Rss') return { 'application/rss+xml': { schema: { type: 'string' } } };
  if (answer === 'Atom') return { 'application/atom+xml': { schema: { type: 'string' } } };
  if (answer === 'JsonFeed') return { 'application/feed+json': { schema: { type: 'object' } } };
  if (answer === 'Export')
    return {
      'application/x-ndjson': { schema: { type: 'string' } },
      'text/csv': { schema: { type: 'string' } },
    };
  if (answer === 'OpenApi') return { 'application/json': { schema: { type: 'object' } } };
  return {
    'application/json': { schema: { $ref: `#/components/schemas/${answer}` } },
    ...(answer === 'ReportAnswer' && { 'text/csv': { schema: { type: 'string' } } }),
  };
}

/** Headers of an answer, by what the operation is. */
function successHeaders(operation: Operation): object {
  const names = [
    ...(operation.method === 'get' || operation.refusals.includes(412) ? ['ETag'] : []),
    ...('cursor' in operation.query.shape ? ['Link'] : []),
    'RateLimit',
    'RateLimit-Policy',
  ];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function successOf(operation: Operation): object {
  const content = successContent(operation);
  const success = {
    description: 'As asked.',
    headers: successHeaders(operation),
    ...(content === undefined ? {} : { content }),
  };
  const made = operation.method === 'put' ? { 201: { ...success, description: 'Made.' } } : {};
  return {
    [operation.status]: success,
    ...made,
    ...(operation.method === 'get' ? { 304: { description: 'What If-None-Match names is still so.' } } : {}),
  };
}

function refusalOf(status: number): object {
  const names = Object.entries(problemCodes)
    .filter(([, problem]) => problem.status === status)
    .map(([code]) => code);
  return {
    description: names.join(', '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

/** Refusals that any operation of its kind may answer with, besides its own. */
function refusalsOf({ method, access, refusals }: Operation): readonly number[] {
  const general = [400, 401, 421, 429, 500, 503];
  const scoped = access === 'read' ? [] : [403];
  const bodied = method === 'get' || method === 'delete' ? [] : [413, 415];
  const repeated = method === 'post' ? [409, 422] : [];
  return [...new Set([...general, ...scoped, ...bodied, ...repeated, ...refusals])].toSorted((a, b) => a - b);
}

function describe(id: string, operation: Operation): object {
  return {
    operationId: id,
    summary: operation.summary,
    parameters: [
      ...pathParameters(operation.path),
      ...queryParameters(operation.query),
      ...headerParameters(operation),
    ],
    ...(operation.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(operation.body, 'input') } },
          },
        }),
    responses: {
      ...successOf(operation),
      ...Object.fromEntries(refusalsOf(operation).map((status) => [status, refusalOf(status)])),
    },
    // Reading needs a key from another machine only, so going without is one of the ways. The words in the
    // lists are the scopes needed.
    security:
      operation.access === 'read'
        ? [{}, { key: ['read'] }, { password: ['read'] }, { session: ['read'] }]
        : [{ key: [operation.access] }],
  };
}

const text = (description: string, more: object = {}) => ({
  description,
  schema: { type: 'string', ...more },
});
const headers = {
  ETag: text('Entity tag of the answer, for If-None-Match and If-Match.'),
  Link: text('The next page, rel="next" (RFC 8288).'),
  RateLimit: text(
    'What is left of the quota, and in how many seconds it is whole again: "requests";r=2999;t=1.',
  ),
  'RateLimit-Policy': text('The quota: "requests";q=3000;w=60.'),
};
const parameters = {
  'If-None-Match': {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    ...text(
      'ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet.',
      { maxLength: 2_000 },
    ),
  },
  'If-Match': {
    name: 'If-Match',
    in: 'header',
    required: false,
    ...text(
      'ETag of what is to be changed: then 412 instead of a change of something else. Without it 428.',
      { maxLength: 2_000 },
    ),
  },
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    ...text('The same key with the same request gets the answer of the first one, for 24 hours.', {
      pattern: '^("[!-~]{1,200}"|[!#-~]{1,200})$',
    }),
  },
};
const securitySchemes = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key: the admin key of the first start, or one of `newsmill keys add`. Scopes: read, write, admin; each includes the ones before it.',
  },
  password: { type: 'http', scheme: 'basic', description: 'A key as password, with any name; reads only.' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookie,
    description: 'Of a browser that is logged in to the console; reads only.',
  },
};

/** The API description, OpenAPI 3.1, made from the schemas that check the requests. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [id, operation] of Object.entries<Operation>(operations))
    (paths[operation.path] ??= {})[operation.method] = describe(id, operation);
  return {
    openapi: '3.1.1',
    info: {
      title: 'newsmill',
      version: '1',
      description:
        'Searches and operates a news mill. Unknown parameters are refused. Errors are problem details (RFC 9457) with code and errors.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(answers).map(([name, schema]) => [name, jsonSchema(schema, 'output')]),
      ),
      headers,
      parameters,
      securitySchemes,
    },
  };
}
