import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entity } from '@newsmill/contracts';
import { detectLanguage } from '@newsmill/enrich';
import { primaryLanguage } from '@newsmill/text';
import { findEntities } from '../../libs/enrich/src/entities/find-entities.ts';
import { hashText } from '../../libs/enrich/src/entities/hash-text.ts';
import type { NameKind } from '../../libs/enrich/src/entities/name-labels.ts';
import { readPage } from '../../libs/clean/src/read-page.ts';
import { openPack, packDay, readHtml } from '../extraction/pack.ts';
import { namesOf, readNamesOfPages, readParagraphs, type ReadParagraph } from './names-of-pages.ts';

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

/** Sites that the tagger does not learn from: one in five of those that may be learned from. */
export const isKeptBack = (url: string): boolean =>
  hashText(URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url) % 5 === 0;

/** A text that readers have labelled. */
interface LabelledPage {
  readonly id: string;
  readonly url: string;
  readonly set: 'extraction' | 'wild' | 'topics';
  readonly paragraphs: readonly ReadParagraph[];
}

/** The paragraphs of the pages and articles that readers have labelled, headline first. */
function* labelledPages(folder: string): Generator<LabelledPage> {
  const labelled = readNamesOfPages();
  for (const set of ['extraction', 'wild'] as const) {
    if (!existsSync(join(folder, set, 'manifest.jsonl'))) continue;
    const pack = openPack(join(folder, set));
    const gold = new Map(pack.gold.map((row) => [row.id, row]));
    for (const page of pack.pages) {
      const rows = labelled.get(page.id);
      if (rows === undefined) continue;
      const answer = gold.get(page.id);
      const isGold = set === 'extraction' && ['aeb', 'fundus', 'wcxb'].includes(page.set);
      const { title, text } = isGold
        ? { title: answer?.title, text: answer?.body ?? '' }
        : readPage({ html: readHtml(pack, page) }, { url: page.url, now: packDay }).article;
      const paragraphs = readParagraphs(rows, [title ?? '', ...text.split(/\n+/)]);
      yield { id: page.id, url: page.url, set, paragraphs };
    }
  }
  const articles = join(folder, 'enrichment', 'topics', 'topics.dev.input.jsonl');
  if (!existsSync(articles)) return;
  for (const line of readFileSync(articles, 'utf8').trim().split('\n')) {
    const { id, text }: { readonly id: string; readonly text: string } = JSON.parse(line);
    const rows = labelled.get(id);
    if (rows !== undefined)
      yield { id, url: '', set: 'topics', paragraphs: readParagraphs(rows, text.split(/\n+/)) };
  }
}

/** What a page is counted with: another language, or whether the tagger may have learned from it. */
function groupOf({ set, url }: LabelledPage, language: string): string {
  if (language !== 'en') return `in ${language}, by rules`;
  if (set !== 'extraction') return set;
  return isKeptBack(url) ? 'sites that may be held out' : 'learned from';
}

/** How many names that are told of pages readers saw there too, and how many of theirs are told. */
export function measurePageNames(folder: string, onMistake?: (mistake: NameMistake) => void): string {
  const scores = new Map<string, Score>();
  const mistakes: NameMistake[] = [];
  for (const page of labelledPages(folder)) {
    const text = page.paragraphs.map((paragraph) => paragraph.text).join('\n');
    const language = primaryLanguage(detectLanguage(text.slice(0, 2_000)).tag) ?? 'und';
    const score = scorePage(page, language, mistakes);
    const group = groupOf(page, language);
    const sum = scores.get(group) ?? nothing();
    add(sum, score);
    scores.set(group, sum);
  }
  if (onMistake !== undefined) mistakes.forEach(onMistake);
  return [...scores].map(([name, score]) => show(name, score)).join('\n');
}
