/*
 * Without schemas: the process of the embedded library loads this, and must be there again within milliseconds.
 */

export const qualityFlags = {
  'hacked-title':
    'A line or title in front of the body speaks of what spam does, or a language that neither page nor site speaks.',
  'title-disagrees': 'The title shares no word with the body.',
  truncated: 'The text stops before its end.',
  paywalled: 'The publisher shows only a part.',
  'hidden-text': 'Text that readers do not see was removed.',
  'link-farm': 'A block of unrelated links was removed.',
  'repeated-text': 'The page says much of its text more than once; the article says it once.',
  'low-confidence': 'The body was found with little certainty.',
  unlikely:
    'The page is very probably no article (a forum, a list, a product, a service), and came since a source announced it: searches, feeds and alerts leave it out.',
  sponsored: 'Publisher, page or feed mark it as paid for (advertorial, sponsored content).',
  'mojibake-mended': 'Wrongly decoded characters were repaired.',
  'characters-lost': 'Characters were lost at the publisher and could not be repaired.',
  'date-missing': 'No publication date was found.',
  quarantined:
    'Too little of it can be read since the layout of its source broke: searches, feeds and alerts leave it out until it is mended.',
  'from-feed-entry':
    'The text comes from the feed entry: the page could not be had, or the source takes its entries alone.',
} as const;
export type QualityFlag = keyof typeof qualityFlags;
// biome-ignore format: a table, read by its rows
export const qualityFlagNames = [
  'hacked-title', 'title-disagrees', 'truncated', 'paywalled', 'hidden-text', 'link-farm', 'repeated-text',
  'low-confidence', 'unlikely', 'sponsored', 'mojibake-mended', 'characters-lost', 'date-missing', 'quarantined', 'from-feed-entry',
] as const satisfies readonly QualityFlag[];

/**
 * Flags of articles that nobody is shown who does not ask for them: searches, feeds, alerts, agents and counts leave
 * them
 * out, copies of the library (exports, backups) have them.
 */
export const hiddenFlags = ['quarantined', 'unlikely'] as const satisfies readonly QualityFlag[];
