import {
  partFields,
  partNames,
  type ArticleDocument,
  type ExactField,
  type PartName,
} from '@newsmill/contracts';

/**
 * Exact fields that stand as marks in the full-text index. The others are columns: links change them, or they
 * are the id.
 */
const markedFields = [
  'domain',
  'country',
  'sourceCountry',
  'agency',
  'licence',
  'flag',
  'fact',
  'reserved',
  'has',
  'changed',
  'paywalled',
] as const satisfies readonly ExactField[];
export type MarkedField = (typeof markedFields)[number];

/** First letters of the marks. */
const letters: Readonly<Record<MarkedField, string>> = {
  domain: 'd',
  country: 'n',
  sourceCountry: 'k',
  agency: 'a',
  licence: 'i',
  flag: 'f',
  fact: 'e',
  reserved: 'r',
  has: 'h',
  changed: 'v',
  paywalled: 'w',
};

export function isMarked(field: ExactField): field is MarkedField {
  return markedFields.some((name) => name === field);
}

/** A to Z alone, as Elasticsearch compares without regard to case. */
function foldAscii(text: string): string {
  return text.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
}

/** The text in hexadecimal, so that no tokenizer cuts it. */
export function exactMark(field: MarkedField, value: string): string {
  return `${letters[field]}${Buffer.from(foldAscii(value)).toString('hex')}`;
}

/** Whether an article has a part: a value that is there, or a list that is not empty. */
function hasPart(document: ArticleDocument, part: PartName): boolean {
  const value = document[partFields[part]];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** What edits changed of an article, each class once, and `any` where there was one. */
function changesOf({ edits = [] }: ArticleDocument): readonly string[] {
  return edits.length === 0 ? [] : [...new Set(['any', ...edits.flatMap(({ classes }) => classes)])];
}

/** Marks of an article for `field:value` where the field is compared as a whole. */
export function exactMarks(document: ArticleDocument): string[] {
  const values: Readonly<Record<MarkedField, readonly (string | undefined)[]>> = {
    domain: [document.domain],
    country: document.countries ?? [],
    sourceCountry: [document.sourceCountry],
    agency: document.agencies ?? [],
    licence: [document.licence],
    flag: document.flags,
    fact: document.extensionFacts ?? [],
    reserved: document.rights?.reserved ?? [],
    has: partNames.filter((part) => hasPart(document, part)),
    changed: changesOf(document),
    paywalled: [String(document.paywalled)],
  };
  return markedFields.flatMap((field) =>
    values[field].flatMap((value) => (value === undefined || value === '' ? [] : [exactMark(field, value)])),
  );
}
