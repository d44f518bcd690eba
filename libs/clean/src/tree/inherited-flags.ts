import { firstUnknownTag, isSkipped, tags } from './tags.ts';
import {
  ARTICLE,
  ASIDE,
  BUTTON,
  FIGURE,
  FOOTER,
  FORM,
  HEAD,
  HEADER,
  LIST,
  MAIN,
  NAV,
  PREFORMATTED,
  QUOTE,
  SKIPPED,
  TABLE,
} from './tree.ts';

/** What a tag says of its element and of all inside, by its number. */
export const inheritedFlags = new Int32Array(65_536);
// biome-ignore format: a table, read by its rows
for (const [tag, flag] of [
  ['article', ARTICLE], ['main', MAIN], ['aside', ASIDE], ['footer', FOOTER], ['nav', NAV],
  ['header', HEADER], ['figure', FIGURE], ['figcaption', FIGURE], ['ul', LIST], ['ol', LIST],
  ['table', TABLE], ['blockquote', QUOTE], ['form', FORM], ['button', BUTTON], ['head', HEAD],
  ['pre', PREFORMATTED],
] as const) inheritedFlags[tags[tag]] = flag;
for (let tag = 0; tag < firstUnknownTag; tag += 1) if (isSkipped(tag)) inheritedFlags[tag] = SKIPPED;
