import { nameClass } from '../../../../libs/enrich/src/gazetteer/name-classes.ts';
import {
  BEGIN,
  INSIDE,
  LAST,
  labelOf,
  nameKinds,
  OUTSIDE,
  UNIT,
} from '../../../../libs/enrich/src/entities/name-labels.ts';
import type { TextView } from '../../../../libs/enrich/src/entities/view-text.ts';
import { wordForm } from '../../../../libs/enrich/src/entities/word-facts.ts';

/** A name in tokens, the end excluded; kind as in nameKinds. */
export interface TokenSpan {
  start: number;
  end: number;
  kind: number;
}
export type TeacherSpan = readonly [start: number, end: number, label: string];

const PER = nameKinds.indexOf('PER');
const ORG = nameKinds.indexOf('ORG');
const LOC = nameKinds.indexOf('LOC');
/**
 * Classes of OntoNotes that are names of the three kinds; all others (peoples, events, works, products, laws)
 * are none.
 */
const kindOf: Readonly<Record<string, number>> = { PERSON: PER, ORG, GPE: LOC, LOC, FAC: LOC };
// biome-ignore format: a table, read by its rows
const formsOfAddress = new Set([
  'mr', 'mr.', 'mrs', 'mrs.', 'ms', 'ms.', 'miss', 'dr', 'dr.', 'sir', 'president', 'prof', 'prof.',
  'professor', 'senator', 'sen', 'sen.', 'gen', 'gen.', 'general', 'rep', 'rep.', 'gov', 'gov.', 'king',
  'queen', 'prince', 'princess', 'captain', 'rev', 'rev.', 'lord', 'lady', 'pope', 'judge', 'minister',
  'secretary', 'chancellor', 'coach', 'sgt', 'sgt.', 'lt', 'lt.', 'col', 'col.', 'fr', 'fr.', 'father',
  'sister', 'detective', 'officer', 'premier',
]);
const articles = new Set(['the', 'a', 'an']);
const possessives = new Set(["'s", '’s', "'", '’']);

/**
 * The names of a teacher, in tokens of the view and by the guidelines of wikigold: without article, form of
 * address and possessive.
 */
export function spansOf(view: TextView, names: readonly TeacherSpan[]): TokenSpan[] {
  const { tokens, words } = view;
  const zoneOf = new Int32Array(tokens.count).fill(-1);
  view.zoneStart.forEach((start, zone) => zoneOf.fill(zone, start, view.zoneEnd[zone]));
  const spans: TokenSpan[] = [];
  let token = 0;
  for (const [from, to, label] of names) {
    const kind = kindOf[label];
    if (kind === undefined) continue;
    while (token < tokens.count && tokens.end[token]! <= from) token += 1;
    let start = token;
    let end = start;
    while (end < tokens.count && tokens.start[end]! < to) end += 1;
    while (start < end && (articles.has(words[start]!.lower) || words[start]!.form === wordForm.mark))
      start += 1;
    while (kind === PER && end - start > 1 && formsOfAddress.has(words[start]!.lower)) start += 1;
    while (
      start < end &&
      (possessives.has(words[end - 1]!.lower) ||
        (words[end - 1]!.form === wordForm.mark && words[end - 1]!.text !== ')'))
    )
      end -= 1;
    while (start < end && zoneOf[start] === -1) start += 1;
    while (start < end && zoneOf[end - 1] !== zoneOf[start]) end -= 1;
    const capital = words
      .slice(start, end)
      .some(
        (word) =>
          word.form !== wordForm.lower && word.form !== wordForm.mark && word.form !== wordForm.digits,
      );
    if (end > start && capital) spans.push({ start, end, kind });
  }
  return spans;
}

const textOf = (view: TextView, span: TokenSpan): string =>
  view.words
    .slice(span.start, span.end)
    .map((word) => word.lower)
    .join(' ');

/**
 * Last words of the full names of people in a document, where no gazetteer knows them as a country or big
 * city.
 */
function lastNames(view: TextView, spans: readonly TokenSpan[]): ReadonlySet<string> {
  const people = new Map<string, number>();
  for (const { start, end, kind } of spans) {
    const last = view.words[end - 1]!;
    if (end - start < 2 || end - start > 4 || last.text.length < 3 || last.form !== wordForm.capitalised)
      continue;
    people.set(last.lower, (people.get(last.lower) ?? 0) + (kind === PER ? 1 : -1.5));
  }
  const isPlace = (word: string): boolean =>
    (view.words.find((known) => known.lower === word)!.classes &
      (nameClass.country |
        nameClass.bigCity |
        nameClass.placeHead |
        nameClass.company |
        nameClass.organisationHead)) !==
    0;
  return new Set([...people].filter(([word, votes]) => votes > 0 && !isPlace(word)).map(([word]) => word));
}

/**
 * Lets the names of a document agree: a form keeps the kind that it has most often, and the last word of a
 * full name of a person is that person wherever it stands alone. Models that read sentence by sentence often
 * take such words for organisations, or miss them.
 */
export function harmonise(view: TextView, spans: readonly TokenSpan[]): TokenSpan[] {
  const votes = new Map<string, number[]>();
  for (const span of spans) {
    const row = votes.get(textOf(view, span)) ?? [0, 0, 0];
    row[span.kind]! += span.end - span.start > 1 ? 1.5 : 1;
    votes.set(textOf(view, span), row);
  }
  const people = lastNames(view, spans);
  const agreed = spans.map((span) => {
    const row = votes.get(textOf(view, span)) ?? [0, 0, 0];
    const word = view.words[span.start]!;
    if (span.end - span.start === 1 && people.has(word.lower) && word.form === wordForm.capitalised)
      return { ...span, kind: PER };
    if (
      span.end - span.start === 1 &&
      (word.classes & nameClass.country) !== 0 &&
      word.form !== wordForm.upper &&
      row[LOC]! > 0
    )
      return { ...span, kind: LOC };
    const best = row.indexOf(Math.max(...row));
    return { ...span, kind: row[best]! > row[span.kind]! ? best : span.kind };
  });
  const taken = new Uint8Array(view.tokens.count);
  for (const { start, end } of agreed) taken.fill(1, start, end);
  const isNamePart = (index: number): boolean =>
    view.tokens.sentence[index] !== undefined &&
    view.words[index]!.form !== wordForm.lower &&
    view.words[index]!.form !== wordForm.mark;
  view.zoneStart.forEach((start, zone) => {
    for (let index = start; index < view.zoneEnd[zone]!; index += 1) {
      const word = view.words[index]!;
      if (
        taken[index] === 1 ||
        !people.has(word.lower) ||
        word.form !== wordForm.capitalised ||
        view.uses.small[view.forms[index]!]! > 0 ||
        view.manner[index] !== 0
      )
        continue;
      const sameSentence = (other: number): boolean =>
        view.tokens.sentence[other] === view.tokens.sentence[index];
      if (
        (sameSentence(index - 1) &&
          isNamePart(index - 1) &&
          !formsOfAddress.has(view.words[index - 1]!.lower)) ||
        (sameSentence(index + 1) && isNamePart(index + 1))
      )
        continue;
      agreed.push({ start: index, end: index + 1, kind: PER });
    }
  });
  return agreed.sort((a, b) => a.start - b.start);
}

/** The label of every token. */
export function labelsOf(view: TextView, spans: readonly TokenSpan[]): Uint8Array {
  const labels = new Uint8Array(view.tokens.count).fill(OUTSIDE);
  for (const { start, end, kind } of spans) {
    if (end - start === 1) labels[start] = labelOf(kind, UNIT);
    else {
      labels.fill(labelOf(kind, INSIDE), start, end);
      labels[start] = labelOf(kind, BEGIN);
      labels[end - 1] = labelOf(kind, LAST);
    }
  }
  return labels;
}
