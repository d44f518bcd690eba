import { readFileSync } from 'node:fs';
import { z } from 'zod';

const parameter = z.union([z.string(), z.number(), z.array(z.string())]);

/**
 * One entry of the cookbook: a question, as a call of the API and as plain Elasticsearch DSL, and what both
 * answer over the cookbook's articles.
 */
const Recipe = z.strictObject({
  id: z.string(),
  title: z.string(),
  says: z.string().optional(),
  path: z.string(),
  pathParameters: z.record(z.string(), z.string()).optional(),
  query: z.record(z.string(), parameter).optional(),
  /** A search that is saved first; `{id}` of the path is then its id. */
  saved: z.strictObject({ name: z.string(), q: z.string() }).optional(),
  /** Where the answer of the API has its values; hits without it. */
  read: z.enum(['article', 'feed', 'items', 'timeline', 'facets.source']).optional(),
  dsl: z.record(z.string(), z.unknown()),
  ids: z.array(z.string()).optional(),
  counts: z.array(z.tuple([z.string(), z.int()])).optional(),
});
export type Recipe = z.output<typeof Recipe>;

/** The recipes of docs/cookbook/recipes.json. */
export function readRecipes(): readonly Recipe[] {
  return z
    .array(Recipe)
    .parse(
      JSON.parse(readFileSync(new URL('../../../../docs/cookbook/recipes.json', import.meta.url), 'utf8')),
    );
}
