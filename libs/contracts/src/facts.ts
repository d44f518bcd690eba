import { z } from 'zod';

const share = z.number().min(0).max(1);
/** Where something stands in the text of the article: UTF-16 offsets, the end excluded. */
const place = { start: z.int(), end: z.int() };

export const LanguageOfParagraph = z.looseObject({
  block: z.int().describe('Index of the block.'),
  tag: z.string().describe('BCP 47.'),
  confidence: share,
});
export type LanguageOfParagraph = z.output<typeof LanguageOfParagraph>;

export const entityKinds = ['person', 'organisation', 'place'] as const;
/** Somebody or something that the article names, all its mentions together. */
export const Entity = z.looseObject({
  name: z.string().describe('The fullest form in the article, or the usual name where a gazetteer knows it.'),
  kind: z.enum(entityKinds),
  aliases: z.array(z.string()).default([]).describe('The other forms in the article.'),
  mentions: z.int(),
  salience: share.describe('How much the article is about it: title, first paragraph, number of mentions.'),
  confidence: share,
  wikidata: z.string().optional().describe('Q with a number.'),
  geonames: z.int().optional(),
  country: z.string().optional().describe('ISO 3166-1 alpha-2, of a place.'),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
});
export type Entity = z.output<typeof Entity>;

export const NarrowerFact = z.looseObject({
  code: z.string().describe('IPTC Media Topic of the second level, such as medtop:20000822.'),
  label: z.string().describe('In English.'),
  confidence: share,
});
export type NarrowerFact = z.output<typeof NarrowerFact>;

export const TopicFact = z.looseObject({
  code: z.string().describe('IPTC Media Topic, such as medtop:15000000.'),
  label: z.string().describe('In English.'),
  score: share,
  evidence: z
    .array(z.string())
    .default([])
    .describe('What spoke for it: text, section, feed-category, breadcrumb, keywords.'),
  narrower: z
    .array(NarrowerFact)
    .optional()
    .describe('What of it the article is about, where that is clear.'),
});
export type TopicFact = z.output<typeof TopicFact>;

export const KeyPhrase = z.looseObject({ text: z.string(), score: z.number() });
export type KeyPhrase = z.output<typeof KeyPhrase>;

/** `ease`: Flesch reading ease in the form of the language. */
export const Readability = z.looseObject({
  ease: z.number(),
  formula: z.string(),
  sentences: z.int(),
  wordsPerSentence: z.number(),
});
export type Readability = z.output<typeof Readability>;

export const Money = z.looseObject({
  text: z.string(),
  ...place,
  value: z.number(),
  to: z.number().optional().describe('The end of a range.'),
  currency: z.string().describe('ISO 4217.'),
});
export type Money = z.output<typeof Money>;

export const Quantity = z.looseObject({
  text: z.string(),
  ...place,
  value: z.number(),
  to: z.number().optional().describe('The end of a range.'),
  unit: z.string().describe('SI or UCUM where there is one: km, kg, Cel, %, people.'),
});
export type Quantity = z.output<typeof Quantity>;

export const datePrecisionsOfText = [
  'minute',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
] as const;
export const DateMention = z.looseObject({
  text: z.string(),
  ...place,
  from: z
    .string()
    .describe('ISO 8601 as precise as the text: 2026-03-04T17:00, 2026-03-04, 2026-W10, 2026-03, 2026.'),
  to: z.string().optional().describe('The last day, month or year of a span, included.'),
  precision: z
    .enum(datePrecisionsOfText)
    .describe('Seasons and halves of a year are as precise as a quarter.'),
  part: z
    .enum(['early', 'mid', 'late'])
    .optional()
    .describe('The part of it that the text names: early June, mid-2023.'),
});
export type DateMention = z.output<typeof DateMention>;

export const Quote = z.looseObject({
  text: z.string(),
  ...place,
  speaker: z.string().optional().describe('As named in the article, the short form resolved.'),
});
export type Quote = z.output<typeof Quote>;

export const Dateline = z.looseObject({
  place: z.string(),
  agency: z.string().optional(),
  date: z.string().optional().describe('ISO 8601.'),
  country: z.string().optional(),
  geonames: z.int().optional(),
});
export type Dateline = z.output<typeof Dateline>;

/** The story that the article belongs to. */
export const StoryFact = z.looseObject({
  id: z.string().describe('Id of the first article of the story.'),
  similarity: share,
});
export type StoryFact = z.output<typeof StoryFact>;

/**
 * A translation by a language model; `complete` is false where the article was too long and only its
 * beginning was translated.
 */
export const ModelTranslation = z.looseObject({
  language: z.string().describe('BCP 47.'),
  title: z.string(),
  text: z.string(),
  complete: z.boolean(),
});
export type ModelTranslation = z.output<typeof ModelTranslation>;

const familyRelations = ['first', 'copy', 'update', 'excerpt', 'expansion'] as const;
/** The place of an article among the copies of its text that were seen within the window. */
export const FamilyFact = z.looseObject({
  first: z.string().describe('Id of the article that was published first.'),
  relation: z
    .enum(familyRelations)
    .describe(
      'What the article is to the first; update: the same text with other numbers, or a later version by the same publisher.',
    ),
  similarity: share,
  publisher: z.string().optional().describe('Registrable domain of the first.'),
  agency: z.string().optional().describe('News agency that the text is from.'),
  copies: z.int().describe('Other articles of the family that are known, at most 32.'),
  publishers: z.int().describe('Registrable domains among all of the family that are known.'),
  added: z
    .array(z.string())
    .default([])
    .describe('Sentences that the first, or the version before, has not; at most eight.'),
  missing: share
    .optional()
    .describe('Share of the text of the first, or of the version before, that is not here.'),
  updateOf: z
    .string()
    .optional()
    .describe(
      'Id of the article that this is a later version of: its own for a new version of the same address.',
    ),
});
export type FamilyFact = z.output<typeof FamilyFact>;

/**
 * The facts that newsmill itself makes, by name, with the shape of their value. An operator's own enricher
 * adds others.
 */
export const factShapes = {
  language: z.string().describe('BCP 47.'),
  'paragraph-languages': z.array(LanguageOfParagraph),
  entities: z.array(Entity),
  topics: z.array(TopicFact),
  'key-phrases': z.array(KeyPhrase),
  summary: z.array(z.string()).describe('Sentences of the text, in their order.'),
  readability: Readability,
  money: z.array(Money),
  quantities: z.array(Quantity),
  dates: z.array(DateMention),
  quotes: z.array(Quote),
  dateline: Dateline,
  'duplicate-of': z.string(),
  family: FamilyFact,
  story: StoryFact,
  vector: z
    .array(z.int().min(-127).max(127))
    .describe('Direction of the text: the angle between two says how near they are; lengths mean nothing.'),
  'llm-summary': z.string(),
  'llm-translation': ModelTranslation,
  'llm-topics': z.array(z.string()).describe("Labels of the operator's list, the best first."),
} as const;
export type FactName = keyof typeof factShapes;
export type FactValue<Name extends FactName> = z.output<(typeof factShapes)[Name]>;
