import { boundAt, type ArticleDocument, type QueryNode } from '@newsmill/contracts';
import type { ChangeFilter } from '../library.ts';
import { exactMark, isMarked } from '../query/exact-marks.ts';
import { openFields } from '../query/open-fields.ts';
import { askedLanguage, planQuery, type QueryPlan, type WordsPlan } from '../query/plan-query.ts';
import { stemMarks } from '../query/stems.ts';
import {
  columnsOf,
  languageMark,
  markedNames,
  sourceMark,
  stemColumns,
  textColumns,
} from '../sqlite/search/match-expression.ts';
import { timeOf } from '../sqlite/write/article-facts.ts';

/** An article with the terms that the full-text index makes of it. */
export interface ReadArticle {
  readonly document: ArticleDocument;
  /** When the library took it in, epoch milliseconds. */
  readonly indexed: number;
  /** The columns in which a term stands, as bits in the order of the index. */
  readonly masks: ReadonlyMap<string, number>;
  /** The terms of each column, in their order. */
  readonly columns: readonly (readonly string[])[];
}

/** A term of the index, or the beginning of one. */
export interface KeyTerm {
  readonly term: string;
  readonly isPrefix: boolean;
}

/** A search that an article by itself decides. */
export interface CompiledSearch {
  /** Every article that is found has one of these; undefined: it may have any terms. */
  readonly key: readonly KeyTerm[] | undefined;
  /** `now`: what relative bounds begin from, epoch milliseconds. */
  finds(article: ReadArticle, now: number): boolean;
}

/** The terms that the index makes of a text, in order. */
export type TermsOf = (text: string) => readonly string[];

type Finds = CompiledSearch['finds'];

/** `cost`: how many of a thousand articles have one of the terms, as a guess; no key costs them all. */
interface Part {
  readonly key: readonly KeyTerm[];
  readonly cost: number;
  readonly finds: Finds;
}

const names: readonly string[] = [...textColumns, ...stemColumns];
const everything = 1_000;
/** Guesses for marks; for a word of one letter, and for its beginning. */
const costs = { language: 500, source: 50, name: 20, word: 200, beginning: 800 } as const;

/** A search of which an article by itself does not tell whether it finds it. */
class Undecided extends Error {
  override readonly name = 'Undecided';
}

function placesOf(columns: readonly string[]): number[] {
  return columns.map((column) => names.indexOf(column));
}

function maskOf(places: readonly number[]): number {
  return places.reduce((mask, place) => mask | (1 << place), 0);
}

const meta = maskOf(placesOf(['meta']));

function unkeyed(finds: Finds): Part {
  return { key: [], cost: everything, finds };
}

function anyTerm(terms: readonly string[], mask: number): Finds {
  return ({ masks }) => terms.some((term) => ((masks.get(term) ?? 0) & mask) !== 0);
}

function anyBeginning(beginnings: readonly string[], mask: number): Finds {
  return ({ masks }) => {
    for (const [term, columns] of masks)
      if ((columns & mask) !== 0 && beginnings.some((beginning) => term.startsWith(beginning))) return true;
    return false;
  };
}

function keyOf(terms: readonly string[], isPrefix = false): KeyTerm[] {
  return terms.map((term) => ({ term, isPrefix }));
}

function marked(marks: readonly string[], cost: number, isPrefix = false): Part {
  return {
    key: keyOf(marks, isPrefix),
    cost: cost * marks.length,
    finds: isPrefix ? anyBeginning(marks, meta) : anyTerm(marks, meta),
  };
}

/** Whether words stand in a row; the last may be a beginning. */
function inRow(words: readonly string[], isOpen: boolean, places: readonly number[]): Finds {
  const [first = ''] = words;
  const last = words.length - 1;
  return ({ columns }) =>
    places.some((place) => {
      const terms = columns[place] ?? [];
      for (let at = terms.indexOf(first); at !== -1; at = terms.indexOf(first, at + 1))
        if (
          words.every((word, i) => {
            const term = terms[at + i];
            return isOpen && i === last ? term?.startsWith(word) === true : term === word;
          })
        )
          return true;
      return false;
    });
}

/** Whether words stand near each other: between the first and the last of them at most `slop` others. */
function near(words: readonly string[], slop: number, places: readonly number[]): Finds {
  return ({ columns }) =>
    places.some((place) => {
      const terms = columns[place] ?? [];
      return terms.some((term, end) => {
        if (!words.includes(term)) return false;
        const window = terms.slice(Math.max(0, end - slop - 1), end + 1);
        return words.every((word) => window.includes(word));
      });
    });
}

function wordsPart(plan: WordsPlan, termsOf: TermsOf): Part {
  const columns = plan.field === undefined ? Object.keys(openFields) : [columnsOf[plan.field]];
  const places = placesOf(columns);
  const mask = maskOf(places);
  const cut = plan.tokens.map(termsOf);
  // FTS5 takes another word for each of them; what it makes of that is for it to say.
  if (cut.some(({ length }) => length !== 1)) throw new Undecided();
  const words = cut.map(([word = '']) => word);
  const [first = ''] = words;
  if (words.length === 1) {
    const cost = (plan.isOpen ? costs.beginning : costs.word) / Math.max(1, first.length);
    if (plan.isOpen) return { key: keyOf([first], true), cost, finds: anyBeginning([first], mask) };
    const stems = stemsOf(plan, termsOf);
    const isThere = anyTerm([first], mask);
    if (stems.length === 0) return { key: keyOf([first]), cost, finds: isThere };
    const stemIsThere = anyTerm(stems, maskOf(placesOf(columns.map((column) => `${column}_stems`))));
    return {
      key: keyOf([first, ...stems]),
      cost,
      finds: (article, now) => isThere(article, now) || stemIsThere(article, now),
    };
  }
  const whole = plan.isOpen ? words.slice(0, -1) : words;
  const rarest = whole.reduce((best, word) => (word.length > best.length ? word : best), '');
  const isThere = words.map((word) => anyTerm([word], mask));
  const stands = plan.slop > 0 ? near(words, plan.slop, places) : inRow(words, plan.isOpen, places);
  return {
    key: keyOf([rarest]),
    cost: costs.word / Math.max(1, rarest.length),
    finds: (article, now) =>
      isThere.every((test, i) => (plan.isOpen && i === words.length - 1) || test(article, now)) &&
      stands(article, now),
  };
}

function stemsOf({ inflected }: WordsPlan, termsOf: TermsOf): readonly string[] {
  if (inflected === undefined) return [];
  const marks = inflected.languages.flatMap((language) => stemMarks(inflected.word, language));
  const terms = termsOf(marks.join(' '));
  if (terms.length !== marks.length) throw new Undecided();
  return terms;
}

/** undefined: there is nothing to look for, which counts for nothing beside other parts. */
function partOf(plan: QueryPlan, termsOf: TermsOf): Part | undefined {
  switch (plan.kind) {
    case 'nothing':
      return undefined;
    case 'words':
      return wordsPart(plan, termsOf);
    case 'source':
      return marked([sourceMark(plan.text)], costs.source, plan.isPrefix);
    case 'language':
      return marked([languageMark(plan.text)], costs.language, plan.isPrefix);
    case 'name':
      return marked(markedNames(plan), costs.name, plan.isPrefix);
    case 'exact':
      return isMarked(plan.field)
        ? marked([exactMark(plan.field, plan.value)], costs.source)
        : unkeyed(exactFinds(plan));
    case 'range':
      return unkeyed(rangeFinds(plan));
    case 'not': {
      const part = partOf(plan.part, termsOf);
      return part === undefined ? undefined : unkeyed((article, now) => !part.finds(article, now));
    }
    case 'and':
      return allOf(plan.parts.flatMap((part) => partOf(part, termsOf) ?? []));
    case 'or': {
      const parts = plan.parts.flatMap((part) => partOf(part, termsOf) ?? []);
      if (parts.length === 0) return undefined;
      const isKeyed = parts.every(({ key }) => key.length > 0);
      return {
        key: isKeyed ? parts.flatMap(({ key }) => key) : [],
        cost: isKeyed ? parts.reduce((sum, { cost }) => sum + cost, 0) : everything,
        finds: (article, now) => parts.some((part) => part.finds(article, now)),
      };
    }
  }
}

function allOf(parts: readonly Part[]): Part | undefined {
  const rarestFirst = parts.toSorted((a, b) => a.cost - b.cost);
  const [rarest] = rarestFirst;
  if (rarest === undefined || parts.length === 1) return rarest;
  return { ...rarest, finds: (article, now) => rarestFirst.every((part) => part.finds(article, now)) };
}

function exactFinds({ field, value }: Extract<QueryNode, { readonly kind: 'exact' }>): Finds {
  switch (field) {
    case 'id':
      return ({ document }) => document.id === value;
    case 'family':
      return ({ document: { id, familyId, duplicateOf } }) =>
        id === value || (familyId ?? duplicateOf) === value;
    case 'duplicate':
      return ({ document }) => (document.duplicateOf !== undefined) === (value === 'true');
    default:
      throw new Undecided();
  }
}

function rangeFinds({ field, from, to }: Extract<QueryNode, { readonly kind: 'range' }>): Finds {
  const valueOf = ({ document, indexed }: ReadArticle): number | null => {
    if (field === 'indexed') return indexed;
    return field === 'wordCount' || field === 'readingMinutes' ? document[field] : timeOf(document[field]);
  };
  return (article, now) => {
    const value = valueOf(article);
    return (
      value !== null &&
      (from === undefined || value >= boundAt(from, now)) &&
      (to === undefined || value < boundAt(to, now))
    );
  };
}

/** Parts of queries that are known here: of any other the library is asked. */
const known: ReadonlySet<string> = new Set([
  ...['title', 'content', 'author', 'source', 'language', 'url', 'section', 'keyword', 'tag'],
  ...['person', 'organisation', 'place', 'topic', 'subtopic', 'story'],
  ...['published', 'modified', 'firstSeen', 'indexed', 'wordCount', 'readingMinutes'],
  ...['id', 'domain', 'country', 'sourceCountry', 'agency', 'licence', 'flag', 'family', 'fact', 'reserved'],
  ...['has', 'changed', 'paywalled', 'duplicate'],
]);

function isKnown(node: QueryNode): boolean {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.nodes.every(isKnown);
    case 'not':
      return isKnown(node.node);
    case 'term':
    case 'prefix':
    case 'phrase':
      return node.field === undefined || known.has(node.field);
    case 'range':
    case 'exact':
      return known.has(node.field);
    default:
      return false;
  }
}

/**
 * Makes of a filter what decides it for an article by itself, as both forms of the library do; undefined
 * where the article does not tell, such as for a part of a query that is not known here. Throws RangeError
 * as planQuery does.
 */
export function compileSearch(filter: ChangeFilter, termsOf: TermsOf): CompiledSearch | undefined {
  const { query, sources = [], languages = [], from, to, withoutFlags } = filter;
  if (from !== undefined || to !== undefined || withoutFlags !== undefined) return undefined;
  if (query !== undefined && !isKnown(query)) return undefined;
  try {
    const parts: Part[] = [];
    if (sources.length > 0) parts.push(marked(sources.map(sourceMark), costs.source));
    if (languages.length > 0)
      parts.push(
        marked(
          languages.map((language) => languageMark(askedLanguage(language))),
          costs.language,
        ),
      );
    if (query !== undefined) parts.push(partOf(planQuery(query, languages), termsOf) ?? unkeyed(() => false));
    const whole = allOf(parts) ?? unkeyed(() => true);
    return { key: whole.key.length === 0 ? undefined : whole.key, finds: whole.finds };
  } catch (error) {
    if (error instanceof Undecided) return undefined;
    throw error;
  }
}
