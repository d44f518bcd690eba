import { z } from 'zod';
import { documentFields, shapesOf } from '../document-fields.ts';

/**
 * The document in the library: flat, names after IPTC ninjs 3.1 in the singular; its fields are those of
 * `documentFields`. Dates are ISO 8601 in UTC. What only newsmill needs lies under `ingest`.
 */
export const ArticleDocument = z.looseObject(shapesOf(documentFields));
export type ArticleDocument = z.output<typeof ArticleDocument>;
