import type { QueryNode, SearchHit } from '@newsmill/contracts';
import { foldWord, isUnspaced, pieces } from '../query/index-tokens.ts';
import { stemLanguage, stemmedWord, stemsOf } from '../query/stems.ts';

type Highlight = SearchHit['highlights'][number];
type Mark = readonly [start: number, end: number];

/** What is sought: words that stand one after the other; the last one may be the beginning of a word. */
interface Sought {
  readonly field: 'title' | 'content' | undefined;
  readonly words: readonly string[];
  readonly isPrefix: boolean;
  /** The one word as it was typed, when its inflected forms count too. */
  readonly inflected?: string;
}

const fragmentLength = 180;
const lead = 60;
const mostFragments = 2;
/**
 * Languages in which the beginning of a word falls too, or that find a compound by its parts; in the others
 * all forms begin with the same letter.
 */
const prefixed = new Set(['ar', 'da', 'de', 'fi', 'ga', 'he', 'id', 'nl', 'no', 'sv']);
const ascii = /^[\x00-\x7f]*$/;
/** The same pieces where nothing else can stand. */
const asciiPieces = /[0-9A-Za-z]+/g;
/** More marks than this, or a longer text, is not looked through to the end. */
const mostMarks = 40;
const longestText = 50_000;

/** The words of a query that a highlight can show: neither excluded ones nor those of other fields. */
export function soughtWords(query: QueryNode | undefined): Sought[] {
  if (query === undefined || query.kind === 'not') return [];
  if ('nodes' in query) return query.nodes.flatMap(soughtWords);
  if (!('text' in query)) return [];
  const { field } = query;
  if (field !== undefined && field !== 'title' && field !== 'content') return [];
  const words = foldWord(query.text).match(pieces) ?? [];
  if (words.length === 0) return [];
  if (query.kind === 'phrase' && (query.slop ?? 0) > 0)
    return words.map((word) => ({ field, words: [word], isPrefix: false }));
  return [
    {
      field,
      words,
      isPrefix: query.kind === 'prefix',
      inflected: query.kind === 'term' ? stemmedWord(query.text) : undefined,
    },
  ];
}

/**
 * Pieces of the original title and content with the places of the sought words: the whole title, and at most
 * two pieces of the content in their order.
 */
export function cutHighlights(
  article: { readonly title: string; readonly content: string; readonly language: string },
  sought: readonly Sought[],
): Highlight[] {
  const language = stemLanguage(article.language);
  const titleMarks = findMarks(
    article.title,
    sought.filter(({ field }) => field !== 'content'),
    language,
  );
  const contentMarks = findMarks(
    article.content,
    sought.filter(({ field }) => field !== 'title'),
    language,
  );
  const title: Highlight[] =
    titleMarks.length === 0 ? [] : [{ field: 'title', text: article.title, marks: titleMarks }];
  return [...title, ...cutFragments(article.content, contentMarks)];
}

function findMarks(text: string, sought: readonly Sought[], language: string | undefined): Mark[] {
  if (sought.length === 0) return [];
  const inflected = sought.flatMap((one) => one.inflected ?? []);
  const stems = new Set(
    language === undefined ? [] : inflected.flatMap((word) => stemsOf(word, language, 'sought')),
  );
  const starts = new Set(inflected.map((word) => foldWord(word).charAt(0)));
  const whole = text.slice(0, longestText);
  const parts = [...whole.matchAll(ascii.test(whole) ? asciiPieces : pieces)].map((match) => ({
    at: match.index,
    original: match[0],
    folded: foldWord(match[0]),
  }));
  const marks: Mark[] = [];
  for (let i = 0; i < parts.length && marks.length < mostMarks; i += 1) {
    for (const { words, isPrefix } of sought) marks.push(...marksAt(parts, i, words, isPrefix));
    const part = parts[i];
    if (part === undefined || language === undefined || stems.size === 0) continue;
    // Looking at every word would cost more than the search.
    if (!prefixed.has(language) && !starts.has(part.folded.charAt(0))) continue;
    if (stemsOf(part.original, language, 'indexed').some((stem) => stems.has(stem)))
      marks.push([part.at, part.at + part.original.length]);
  }
  return mergeMarks(marks);
}

function marksAt(
  parts: readonly { readonly at: number; readonly original: string; readonly folded: string }[],
  place: number,
  words: readonly string[],
  isPrefix: boolean,
): Mark[] {
  const first = parts[place];
  const [word] = words;
  if (first === undefined || word === undefined) return [];
  if (words.length === 1 && isUnspaced(word)) return marksInRun(first, word);
  for (const [i, sought] of words.entries()) {
    const folded = parts[place + i]?.folded ?? '';
    const isLast = i === words.length - 1;
    const fits = isUnspaced(sought)
      ? i === 0
        ? folded.endsWith(sought)
        : folded.startsWith(sought)
      : isLast && isPrefix
        ? folded.startsWith(sought)
        : folded === sought;
    if (!fits) return [];
  }
  const last = parts[place + words.length - 1] ?? first;
  return [[first.at, last.at + last.original.length]];
}

/**
 * Every place of the sought characters in a run. Where folding changed the length, the run is marked as a
 * whole.
 */
function marksInRun(
  { at, original, folded }: { readonly at: number; readonly original: string; readonly folded: string },
  sought: string,
): Mark[] {
  const marks: Mark[] = [];
  for (
    let from = folded.indexOf(sought);
    from >= 0 && marks.length < mostMarks;
    from = folded.indexOf(sought, from + sought.length)
  ) {
    if (folded.length !== original.length) return [[at, at + original.length]];
    marks.push([at + from, at + from + sought.length]);
  }
  return marks;
}

function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged: Mark[] = [];
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last !== undefined && start < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
    else merged.push([start, end]);
  }
  return merged;
}

/** The pieces with the most marks, in order of the text. */
function cutFragments(text: string, marks: readonly Mark[]): Highlight[] {
  const spans = marks.map((mark) => {
    const span = spanAround(text, mark);
    const [from, to] = span;
    return { span, count: marks.filter(([start, end]) => start >= from && end <= to).length };
  });
  const chosen: Mark[] = [];
  for (const { span } of spans.sort((a, b) => b.count - a.count || a.span[0] - b.span[0])) {
    if (chosen.length < mostFragments && chosen.every(([from, to]) => span[1] <= from || span[0] >= to))
      chosen.push(span);
  }
  return chosen
    .sort((a, b) => a[0] - b[0])
    .map(([from, to]) => ({
      field: 'content' as const,
      text: text.slice(from, to),
      marks: marks
        .filter(([start, end]) => start >= from && end <= to)
        .map(([start, end]) => [start - from, end - from] as const),
    }));
}

/** About 180 characters around a place, at bounds of words where there are spaces. */
function spanAround(text: string, [at, end]: Mark): Mark {
  let from = Math.max(0, at - lead);
  if (from > 0) {
    const space = text.slice(from, at).search(/\s/u);
    from = space < 0 ? from + (isLowSurrogate(text, from) ? 1 : 0) : from + space + 1;
  }
  let to = Math.min(text.length, from + fragmentLength);
  if (to < text.length) {
    const space = text.slice(at, to).search(/\s\S*$/u);
    to = space <= 0 ? to - (isLowSurrogate(text, to) ? 1 : 0) : at + space;
  }
  return [from, Math.max(to, end)];
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
