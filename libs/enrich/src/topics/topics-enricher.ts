import { listed, type Enricher } from '../enricher.ts';
import { findTopics, topicModel } from './find-topics.ts';
import type { TopicModel } from './topic-model.ts';

/** Topics by a model of the operator's own, or by the shipped one. */
export function topicsEnricher(model: TopicModel | undefined): Enricher {
  return {
    name: 'topics',
    version: '5',
    about:
      'IPTC Media Topics, by the section, the categories of the feed, the keywords and the text, and what of each topic it is about.',
    facts: ['topics'],
    isUsual: true,
    models: model === undefined ? ['topics'] : [],
    enrich({ article, language: tag }) {
      const { title, text, finalUrl: url, section, breadcrumb, keywords, entry } = article;
      return listed(
        'topics',
        findTopics(
          {
            title,
            text,
            language: tag,
            url,
            section,
            breadcrumb,
            keywords,
            feedCategories: entry?.categories,
          },
          model,
        ),
        topicModel,
      );
    },
  };
}
