import { z } from 'zod';
import { BadEnrichers } from './choose-enrichers.ts';
import type { Enricher } from './enricher.ts';

const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'lower-case letters, digits and -, 2 to 40 of them, a letter first');

/** An enricher as a module of the operator exports it. */
const OwnEnricher = z.object({
  name,
  version: z.string().min(1).max(40).describe('Goes up when it answers otherwise.'),
  about: z.string().min(1).max(300),
  facts: z.array(name).min(1).max(20),
  enrich: z.custom<Enricher['enrich']>((value) => typeof value === 'function', 'a function'),
});

/**
 * The enricher that a module exports as `enricher`. Throws BadEnrichers, which names the module and each
 * mistake.
 */
export function readEnricher(path: string, exported: unknown): Enricher {
  const parsed = OwnEnricher.safeParse(exported);
  if (!parsed.success)
    throw new BadEnrichers(
      parsed.error.issues.map(
        (issue) =>
          `${path}: enricher${issue.path.map((part) => `.${String(part)}`).join('')}: ${issue.message}`,
      ),
    );
  return { ...parsed.data, isUsual: true };
}
