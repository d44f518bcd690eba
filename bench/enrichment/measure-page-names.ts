import type { Entity } from '@newsmill/contracts';
import { findEntities } from '../../libs/enrich/src/entities/find-entities.ts';
import type { NameKind } from '../../libs/enrich/src/entities/name-labels.ts';
import {
  isHeldOut,
  labelledPages,
  languageOfPage,
  mayBeLearnedFrom,
  type LabelledPage,
} from './labelled-pages.ts';
import { namesOf, type ReadParagraph } from './names-of-pages.ts';

const kindOf = { person: 'PER', organisation: 'ORG', place: 'LOC' } as const;

/** What was told of pages, and what readers saw there. */
interface Score {
  pages: number;
  /** Pages with an entity that is none, or of another kind. */
  spoilt: number;
  told: number;
  right: number;
  /** Names that no longer one of the page contains, and those of them that were told. */
  seen: number;
  found: number;
}

/** A name that was told and is none, one of another kind, or one that was not told. */
export interface NameMistake {
  readonly id: string;
  readonly what: 'wrong' | 'kind' | 'missed';
  readonly name: string;
  readonly kind: NameKind;
}

const foldCase = (name: string): string => name.toLowerCase();

/** The forms that a reader saw on a page, folded, each with what it is there. */
function formsSeen(paragraphs: readonly ReadParagraph[]): Map<string, Set<NameKind>> {
  const forms = new Map<string, Set<NameKind>>();
  for (const paragraph of paragraphs)
    for (const { start, end, kind } of namesOf(paragraph)) {
      const form = foldCase(paragraph.text.slice(start, end));
      forms.set(form, (forms.get(form) ?? new Set()).add(kind));
    }
  return forms;
}

/** The forms of an entity that stand in the text; its name may be the usual one of a place. */
const formsOf = ({ name, aliases }: Entity): readonly string[] => [name, ...aliases].map(foldCase);

/** Scores what is told of one page; what is wrong is added to `mistakes`. */
function scorePage(
  { id, paragraphs }: Pick<LabelledPage, 'id' | 'paragraphs'>,
  language: string,
  mistakes: NameMistake[],
): Score {
  const seen = formsSeen(paragraphs);
  const [title, ...body] = paragraphs.map(({ text }) => text);
  const entities = findEntities({ title: title ?? '', paragraphs: body, language });
  const told = new Map<string, NameKind>();
  let right = 0;
  for (const entity of entities) {
    const kind = kindOf[entity.kind];
    const forms = formsOf(entity);
    for (const form of forms) told.set(form, kind);
    // Where a place bears its usual name, a form as the text has it is the one that readers saw.
    const kinds = seen.get(forms.find((form) => seen.has(form)) ?? '');
    if (kinds?.has(kind) === true) right += 1;
    else mistakes.push({ id, what: kinds === undefined ? 'wrong' : 'kind', name: entity.name, kind });
  }
  const whole = [...seen].filter(
    ([form]) =>
      ![...seen.keys()].some((other) => other.length > form.length && ` ${other} `.includes(` ${form} `)),
  );
  let found = 0;
  for (const [form, kinds] of whole) {
    const kind = told.get(form);
    if (kind !== undefined && kinds.has(kind)) found += 1;
    else if (kind === undefined)
      mistakes.push({ id, what: 'missed', name: form, kind: [...kinds][0] ?? 'ORG' });
  }
  return {
    pages: 1,
    spoilt: right < entities.length ? 1 : 0,
    told: entities.length,
    right,
    seen: whole.length,
    found,
  };
}

const nothing = (): Score => ({ pages: 0, spoilt: 0, told: 0, right: 0, seen: 0, found: 0 });

function add(sum: Score, score: Score): void {
  for (const key of ['pages', 'spoilt', 'told', 'right', 'seen', 'found'] as const) sum[key] += score[key];
}

const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));

const show = (name: string, { pages, spoilt, told, right, seen, found }: Score): string =>
  `  ${name}: ${pages} pages, with a wrong entity ${share(spoilt, pages)}; told ${told}, right ${share(right, told)}; names ${seen}, found ${share(found, seen)}`;

/** What a page is counted with: its language, its set, and whether a tagger may have learned from it. */
function groupOf(page: LabelledPage, language: string): string {
  const { set } = page;
  const isEnglish = language === 'en';
  if (isEnglish && set !== 'extraction') return set;
  if (!isEnglish && !mayBeLearnedFrom(page)) return `in ${language}`;
  const part = isHeldOut(page) ? 'sites that may be held out' : 'learned from';
  return isEnglish ? part : `in ${language}, ${part}`;
}

/** How many names that are told of pages readers saw there too, and how many of theirs are told. */
export function measurePageNames(folder: string, onMistake?: (mistake: NameMistake) => void): string {
  const scores = new Map<string, Score>();
  const mistakes: NameMistake[] = [];
  for (const page of labelledPages(folder)) {
    const language = languageOfPage(page);
    const score = scorePage(page, language, mistakes);
    const group = groupOf(page, language);
    const sum = scores.get(group) ?? nothing();
    add(sum, score);
    scores.set(group, sum);
  }
  if (onMistake !== undefined) mistakes.forEach(onMistake);
  const others = nothing();
  for (const [group, sum] of scores) if (/^in [a-z]+$/.test(group)) add(others, sum);
  scores.set('in other languages than English, never learned from', others);
  return [...scores].map(([name, score]) => show(name, score)).join('\n');
}
