import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { VectorTableName } from '@newsmill/contracts';
import {
  BadEnrichers,
  chooseEnrichers,
  isModulePath,
  listEnrichers,
  loadVectors,
  readEnricher,
  type Enricher,
} from '@newsmill/enrich';

/** What an operator chose, as settings hold it. */
export interface EnricherChoice {
  /** As in NEWSMILL_ENRICHERS. */
  readonly enrichers: readonly string[];
  /** Path of a topic model. */
  readonly topicModel?: string;
  /** The table of the vectors; undefined: articles get none. */
  readonly vectors?: VectorTableName;
}

async function loadOwn(path: string): Promise<Enricher> {
  let module: { readonly enricher?: unknown };
  try {
    module = await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    throw new BadEnrichers([
      `${path} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
  return readEnricher(path, module.enricher);
}

/**
 * The enrichers that an operator wants: newsmill's own, and those in modules of the operator's. Throws
 * BadEnrichers with what is wrong; a topic model that cannot be read throws too.
 */
export async function loadEnrichers({
  enrichers,
  topicModel,
  vectors,
}: EnricherChoice): Promise<readonly Enricher[]> {
  const own = await Promise.all(enrichers.filter(isModulePath).map(loadOwn));
  const list = listEnrichers({
    ...(topicModel === undefined ? {} : { topicModel: await readFile(topicModel, 'utf8') }),
    ...(vectors === undefined ? {} : { vectors: loadVectors(vectors) }),
  });
  return chooseEnrichers(list, enrichers, own);
}
