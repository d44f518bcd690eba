import { primaryLanguage } from '@newsmill/text';
import { namesInArabic } from './names-in-arabic.ts';
import { namesInChinese } from './names-in-chinese.ts';
import { namesInHindi } from './names-in-hindi.ts';
import { namesInJapanese } from './names-in-japanese.ts';
import { namesInKorean } from './names-in-korean.ts';
import { namesInThai } from './names-in-thai.ts';
import { namesInWords } from './names-in-words.ts';
import { englishTagger, foreignTagger } from './tagger-model.ts';
import type { Mention } from './mention.ts';
import { tagForeignNames } from './tag-foreign-names.ts';
import { tagNames } from './tag-names.ts';

/** The tagger and its version, as it stands in the facts. */
const entityModel = 'crf/4';
/** The tagger of other languages with capitals. */
const foreignModel = 'crf-foreign/1';
/** The rules for languages without a model. */
const entityRules = 'gazetteer/4';

/** Characters of one text that are read. */
export const mostCharacters = 60_000;
/** Languages that have rules of their own. */
const finders: ReadonlyMap<string, (text: string) => Mention[]> = new Map([
  ['zh', namesInChinese],
  ['yue', namesInChinese],
  ['ja', namesInJapanese],
  ['ko', namesInKorean],
  ['ar', namesInArabic],
  ['hi', namesInHindi],
  ['th', namesInThai],
]);
const withoutCapitals = new Set([
  'fa',
  'ur',
  'ps',
  'ckb',
  'ug',
  'he',
  'yi',
  'mr',
  'ne',
  'bn',
  'gu',
  'pa',
  'ta',
  'te',
  'kn',
  'ml',
  'si',
  'lo',
  'my',
  'km',
  'am',
  'ti',
  'ka',
]);

/** Whether the tagger of other languages than English reads the language: it writes names with capitals. */
export const hasForeignTagger = (tag: string): boolean =>
  tag !== 'en' && !finders.has(tag) && !withoutCapitals.has(tag);

/** What finds the names of a language. */
export function entityMethod(language: string): string {
  const tag = primaryLanguage(language) ?? 'und';
  if (tag === 'en') return entityModel;
  return hasForeignTagger(tag) ? foreignModel : entityRules;
}

/**
 * Names where they stand in a text: by models in languages that write them with capitals, by gazetteers and rules in
 * the others.
 */
export function entitySpans(whole: string, language = 'en'): Mention[] {
  const text = whole.length > mostCharacters ? whole.slice(0, mostCharacters) : whole;
  const tag = primaryLanguage(language) ?? 'und';
  if (tag === 'en') return tagNames(text, englishTagger());
  const own = finders.get(tag);
  if (own !== undefined) return own(text);
  return hasForeignTagger(tag) ? tagForeignNames(text, tag, foreignTagger()) : namesInWords(text);
}
