import { ar } from './ar.ts';
import { de } from './de.ts';
import { languages, type Language } from './languages.ts';
import { readWords, type WordsPart } from './read-words.ts';
import { currentLanguage } from './speaking.ts';

/** What stands in the places of a text: numbers are written as the reader's language does. */
export type SaidValue = string | number;

type NameIn<Inner extends string> = Inner extends `${infer Name}:${string}` ? Name : Inner;
/** The names of the places of a text. */
export type PlaceIn<Text extends string> = Text extends `${string}{${infer Inner}}${infer Rest}`
  ? NameIn<Inner> | PlaceIn<Rest>
  : never;
type ValuesOf<Text extends string> = [PlaceIn<Text>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceIn<Text>, SaidValue>>];

/** English has no table: its texts are the keys of the others. */
const tables: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>> = { de, ar };

/** The order in which a text has its forms, of which each language has those that it distinguishes. */
const categories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

interface Grammar {
  readonly numbers: Intl.NumberFormat;
  readonly plural: Intl.PluralRules;
  readonly categories: readonly string[];
}

function grammarOf({ locale }: { readonly locale: string }): Grammar {
  const plural = new Intl.PluralRules(locale);
  const own = plural.resolvedOptions().pluralCategories;
  return {
    numbers: new Intl.NumberFormat(locale),
    plural,
    categories: categories.filter((name) => own.includes(name)),
  };
}

const grammars = new Map<Language, Grammar>();

/** How numbers are written and counted in the language of now; made when it is spoken first. */
export function currentGrammar(): Grammar {
  const language = currentLanguage();
  const known = grammars.get(language) ?? grammarOf(languages[language]);
  grammars.set(language, known);
  return known;
}

/** What a language says for an English text; the text itself where its table has no row. */
export function wordsFor(text: string, language: Language = currentLanguage()): string {
  return tables[language]?.[text] ?? text;
}

/**
 * A value of a text in the reader's language. A number chooses among the forms, in which `#` stands for it.
 * In a line from right to left, texts are kept apart (Unicode, UAX 9), because addresses and names of others
 * may run from left to right.
 */
export function sayValue({ forms }: Extract<WordsPart, { kind: 'value' }>, value: SaidValue): string {
  if (typeof value === 'string')
    return languages[currentLanguage()].direction === 'rtl' && value !== '' ? `\u2068${value}\u2069` : value;
  const { numbers, plural, categories: own } = currentGrammar();
  if (forms.length === 0) return numbers.format(value);
  const form = forms[own.indexOf(plural.select(value))] ?? forms.at(-1) ?? '';
  return form.replaceAll('#', numbers.format(value));
}

/**
 * A text of the console in the reader's language, by its English words: `say('{count:# article|# articles}
 * of {source}', { count, source })`. The forms of a number are in the order zero, one, two, few, many, other;
 * English has one and other. The tables `de.ts` and `ar.ts` have a row for each text.
 */
export function say<Text extends string>(text: Text, ...[values]: ValuesOf<Text>): string {
  const words = wordsFor(text);
  if (values === undefined) return words;
  const known: Readonly<Record<string, SaidValue>> = values;
  return readWords(words)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'value') return sayValue(part, known[part.name] ?? '');
      return '';
    })
    .join('');
}

/** Marks a text that is said later, so that it gets its rows in the tables: names of choices, for example. */
export function word<Text extends string>(text: Text): Text {
  return text;
}
