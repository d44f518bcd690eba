import type { PageFacts, Source } from '@newsmill/contracts';

/** What a page is told of its source. */
export function sourceFacts(
  source: Source,
): Pick<
  PageFacts,
  | 'sourceId'
  | 'sourceName'
  | 'sourceLanguage'
  | 'sourceCountry'
  | 'sourceTimeZone'
  | 'tags'
  | 'licence'
  | 'rules'
> {
  return {
    sourceId: source.id,
    sourceName: source.name,
    sourceLanguage: source.language,
    sourceCountry: source.country,
    sourceTimeZone: source.timeZone,
    tags: source.tags,
    licence: source.licence,
    rules: source.rules,
  };
}
