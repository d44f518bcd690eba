import type { ModelName } from '@newsmill/models';
import { entityModels } from './entities/entity-models.ts';
import { lookUpModels } from './look-up-for.ts';

/**
 * The models that the stage reads where nobody chose enrichers, as `modelsOf([])` tells them: known without loading
 * the enrichers, which threads alone run.
 */
export const usualModels: readonly ModelName[] = [...lookUpModels, 'language', 'topics', ...entityModels];
