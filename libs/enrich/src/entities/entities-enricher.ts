import { listed, type Enricher } from '../enricher.ts';
import { entityModels } from './entity-models.ts';
import { entityMethod } from './entity-spans.ts';
import { findEntities } from './find-entities.ts';

export const entitiesEnricher: Enricher = {
  name: 'entities',
  version: '13',
  about:
    'People, organisations and places: short forms with the full name, how much the article is about them, where they are, who they are.',
  facts: ['entities'],
  isUsual: true,
  models: entityModels,
  enrich: ({ article, language: tag }) =>
    listed(
      'entities',
      findEntities({
        title: article.title,
        paragraphs: article.blocks.map(({ text }) => text),
        language: tag,
      }),
      entityMethod(tag),
    ),
};
