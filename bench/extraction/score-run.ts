import type { Gold } from './pack.ts';
import { compareBody, mean, precisionAndRecall, type BodyRow } from './score-body.ts';
import { dayOf, peopleOf, plainWords, setF1 } from './score-metadata.ts';

/** What an extractor says of a page: a line of its run. */
export interface RunLine {
  readonly id: string;
  readonly text?: string | null;
  readonly title?: string | null;
  readonly authors?: readonly string[] | string | null;
  readonly published?: string | null;
  readonly kind?: string;
  readonly error?: string;
  /** What the extractor's process did at this page instead of reading it. */
  readonly stopped?: 'hung' | 'died';
}
export type Run = ReadonlyMap<string, RunLine>;

/** One figure and the number of pages it was taken from. */
export interface Figure {
  readonly value: number;
  readonly pages: number;
}
/** Figures by row: `news_body`, `body.aeb`, `title.fundus`, `author_noise.traf` and so on. */
export type Figures = Readonly<Record<string, Figure>>;

/** The set that a page's body counts for: articles of wcxb apart from its other page types. */
function bodySet(gold: Gold): string {
  if (gold.set !== 'wcxb') return gold.set;
  return gold.type === 'article' ? 'wcxb_article' : 'wcxb_other';
}

/** The set that a page's title, date and authors count for; undefined when they are not judged. */
function metadataSet(gold: Gold): string | undefined {
  if (gold.set === 'htmldate') return gold.type;
  if (gold.set === 'wcxb') return gold.type === 'article' ? 'wcxb' : undefined;
  return gold.set;
}

const bodySets = new Set(['aeb', 'fundus', 'wcxb_article', 'wcxb_other', 'readability']);
const newsBody = ['aeb', 'fundus', 'wcxb_article'];
const news = ['fundus', 'wcxb', 'traf'];
const spaces = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Values per row, collected page by page. */
class Tally {
  readonly values = new Map<string, number[]>();

  add(row: string, value: number): void {
    const list = this.values.get(row);
    if (list === undefined) this.values.set(row, [value]);
    else list.push(value);
  }

  figures(): Record<string, Figure> {
    return Object.fromEntries(
      [...this.values].map(([row, list]) => [row, { value: mean(list), pages: list.length }]),
    );
  }
}

type Given = Readonly<Record<'text' | 'title' | 'published' | 'authors', boolean>>;

/** The authors that a line of a run names. */
export function namesOf(line: RunLine | undefined): readonly string[] {
  return typeof line?.authors === 'string' ? [line.authors] : (line?.authors ?? []);
}

/** What a run never gives is not scored. */
function fieldsGiven(run: Run): Given {
  const lines = [...run.values()];
  return {
    text: lines.some((line) => line.text),
    title: lines.some((line) => line.title),
    published: lines.some((line) => line.published),
    authors: lines.some((line) => namesOf(line).length > 0),
  };
}

function scoreMetadata(gold: Gold, line: RunLine | undefined, given: Given, tally: Tally): void {
  const set = metadataSet(gold);
  if (set === undefined) return;
  if (gold.title && given.title)
    tally.add(`title.${set}`, plainWords(gold.title) === plainWords(line?.title ?? '') ? 1 : 0);
  if (gold.dates?.length && given.published) {
    const day = dayOf(line?.published ?? '');
    const isRight = day !== undefined && gold.dates.includes(day) ? 1 : 0;
    tally.add(`date.${set}`, isRight);
    if (day !== undefined) tally.add(`date_precision.${set}`, isRight);
  }
  if (!gold.authors || !given.authors) return;
  const found = peopleOf(namesOf(line));
  if (gold.authors.length > 0) tally.add(`authors.${set}`, setF1(peopleOf(gold.authors), found));
  else tally.add(`author_noise.${set}`, found.size > 0 ? 1 : 0);
}

interface Snippets {
  found: number;
  wrong: number;
  lost: number;
  pages: number;
}

function scoreSnippets(gold: Gold, text: string, sums: Map<string, Snippets>): void {
  if (gold.with === undefined) return;
  const plain = spaces(text);
  const sum = sums.get(bodySet(gold)) ?? { found: 0, wrong: 0, lost: 0, pages: 0 };
  const found = gold.with.filter((snippet) => plain.includes(spaces(snippet))).length;
  sums.set(bodySet(gold), {
    found: sum.found + found,
    wrong: sum.wrong + (gold.without ?? []).filter((snippet) => plain.includes(spaces(snippet))).length,
    lost: sum.lost + gold.with.length - found,
    pages: sum.pages + 1,
  });
}

function bodyFigures(rows: ReadonlyMap<string, readonly BodyRow[]>): Record<string, Figure> {
  const figures: Record<string, Figure> = {};
  for (const [set, list] of rows) {
    const { f1, precision, recall } = precisionAndRecall(list);
    const values = {
      body: f1,
      body_precision: precision,
      body_recall: recall,
      body_identical: mean(list.map((row) => (row.isIdentical ? 1 : 0))),
      ...(set.startsWith('wcxb') ? { body_words: mean(list.map((row) => row.wordF1)) } : {}),
    };
    for (const [name, value] of Object.entries(values))
      figures[`${name}.${set}`] = { value, pages: list.length };
  }
  return figures;
}

/** The mean over sets of one name, when all of them are there. */
function macro(figures: Figures, name: string, sets: readonly string[]): Record<string, Figure> {
  const parts = sets.flatMap((set) => figures[`${name}.${set}`] ?? []);
  return parts.length < sets.length
    ? {}
    : {
        [`news_${name}`]: {
          value: mean(parts.map((part) => part.value)),
          pages: parts.reduce((sum, part) => sum + part.pages, 0),
        },
      };
}

/**
 * Scores a run as the pack's score.py does; a page that the run lacks counts as empty, a set of which it has
 * no page is left out.
 */
export function scoreRun(gold: readonly Gold[], run: Run): Figures {
  const given = fieldsGiven(run);
  const judged = new Set(gold.filter((page) => run.has(page.id)).map(bodySet));
  const rows = new Map<string, BodyRow[]>();
  const snippets = new Map<string, Snippets>();
  const tally = new Tally();
  for (const page of gold) {
    const set = bodySet(page);
    if (!judged.has(set)) continue;
    const line = run.get(page.id);
    if (page.body && bodySets.has(set) && given.text)
      rows.set(set, [...(rows.get(set) ?? []), compareBody(page.body, line?.text ?? '', set !== 'aeb')]);
    if (given.text) scoreSnippets(page, line?.text ?? '', snippets);
    scoreMetadata(page, line, given, tally);
  }
  const figures: Record<string, Figure> = { ...bodyFigures(rows), ...tally.figures() };
  for (const [set, { found, wrong, lost, pages }] of snippets)
    figures[`snippets.${set}`] = { value: found === 0 ? 0 : (2 * found) / (2 * found + wrong + lost), pages };
  return {
    ...macro(figures, 'body', newsBody),
    ...macro(figures, 'title', news),
    ...macro(figures, 'date', news),
    ...macro(figures, 'authors', news),
    ...figures,
  };
}
