import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findEntities } from '../../libs/enrich/src/entities/find-entities.ts';
import { findTopics } from '../../libs/enrich/src/topics/find-topics.ts';
import { readLines } from './read-lines.ts';

/** `tuned` was looked at while rules were written, `kept` was not. */
type Half = 'tuned' | 'kept';

/** What a script other than Latin reaches over the labelled articles of a half. */
export interface ForeignScore {
  articles: number;
  /** Names found, and how many of these the labels have. */
  found: number;
  right: number;
  /** Names that the labels have, and how many of these were found. */
  wanted: number;
  reached: number;
  withPerson: number;
  withOrganisation: number;
  withPlace: number;
  /** Articles with at least one wrong name. */
  withWrong: number;
  /** `KIND name` of each wrong name and each missed one, for whoever writes the rules. */
  wrong: string[];
  missed: string[];
}

export interface TopicScore {
  articles: number;
  told: number;
  right: number;
  /** What was told wrongly, and of which article nothing was told. */
  wrong: string[];
  none: string[];
}

interface Text {
  readonly title: string;
  readonly body: string;
}

interface LabelledNames {
  readonly language: string;
  readonly id: string;
  readonly half: Half;
  /** The kind, then the forms of one name; kind `ANY`: neither wanted nor wrong. */
  readonly names: readonly (readonly string[])[];
}

/** Characters of a body whose names are labelled. */
const labelledLength = 450;
const kindOf = { person: 'PER', organisation: 'ORG', place: 'LOC' } as const;
const setFile = (name: string): string => fileURLToPath(new URL(`sets/${name}`, import.meta.url));

/** Whether the public cases hold the articles that are labelled. */
export function hasForeignCases(bench: string): boolean {
  return ['wild/gold.jsonl', 'extraction/gold.jsonl', 'enrichment/lid'].every((part) =>
    existsSync(join(bench, part)),
  );
}

/** The labelled texts of the public cases by id: `wild`, `extraction`, and paragraphs of the language cases. */
function readTexts(bench: string): ReadonlyMap<string, Text> {
  const texts = new Map<string, Text>();
  for (const pack of ['extraction', 'wild'])
    for (const row of readLines<{ id: string; title?: string; body?: string }>(
      join(bench, pack, 'gold.jsonl'),
    ))
      texts.set(row.id, { title: row.title ?? '', body: row.body ?? '' });
  for (const row of readLines<{ id: string; text: string }>(
    join(bench, 'enrichment/lid/lid.dev.input.jsonl'),
  ))
    texts.set(`lid/${row.id}`, { title: '', body: row.text });
  return texts;
}

const emptyNames = (): ForeignScore => ({
  articles: 0,
  found: 0,
  right: 0,
  wanted: 0,
  reached: 0,
  withPerson: 0,
  withOrganisation: 0,
  withPlace: 0,
  withWrong: 0,
  wrong: [],
  missed: [],
});

function scoreArticle(score: ForeignScore, { title, body }: Text, { id, language, names }: LabelledNames) {
  const entities = findEntities({ title, paragraphs: [body.slice(0, labelledLength)], language });
  const matches = (forms: readonly string[], at: number): boolean => {
    const entity = entities[at];
    return (
      entity !== undefined &&
      (forms[0] === 'ANY' || forms[0] === kindOf[entity.kind]) &&
      [entity.name, ...entity.aliases].some((name) => forms.slice(1).includes(name))
    );
  };
  const before = score.wrong.length;
  for (const [at, entity] of entities.entries()) {
    const own = names.filter((forms) => matches(forms, at));
    if (own.length > 0 && own.every(([kind]) => kind === 'ANY')) continue;
    score.found += 1;
    if (own.length > 0) score.right += 1;
    else score.wrong.push(`${id} ${kindOf[entity.kind]} ${entity.name}`);
  }
  for (const forms of names.filter(([kind]) => kind !== 'ANY')) {
    score.wanted += 1;
    if (entities.some((_, at) => matches(forms, at))) score.reached += 1;
    else score.missed.push(`${id} ${forms.join(' ')}`);
  }
  score.articles += 1;
  score.withPerson += Number(entities.some(({ kind }) => kind === 'person'));
  score.withOrganisation += Number(entities.some(({ kind }) => kind === 'organisation'));
  score.withPlace += Number(entities.some(({ kind }) => kind === 'place'));
  score.withWrong += Number(score.wrong.length > before);
}

/** Scores the names of labelled articles, by language. */
export function scoreForeignNames(bench: string, half: Half): ReadonlyMap<string, ForeignScore> {
  const texts = readTexts(bench);
  const scores = new Map<string, ForeignScore>();
  for (const labelled of readLines<LabelledNames>(setFile('names-outside-latin.jsonl'))) {
    const text = texts.get(labelled.id);
    if (labelled.half !== half || text === undefined) continue;
    const score = scores.get(labelled.language) ?? emptyNames();
    scores.set(labelled.language, score);
    scoreArticle(score, text, labelled);
  }
  return scores;
}

/** Scores the first topic that the text alone brings, by language. */
export function scoreForeignTopics(bench: string, half: Half): ReadonlyMap<string, TopicScore> {
  const texts = readTexts(bench);
  const scores = new Map<string, TopicScore>();
  for (const line of readFileSync(setFile('topics-outside-latin.tsv'), 'utf8').trim().split('\n').slice(1)) {
    const [language = '', own = '', id = '', codes = ''] = line.split('\t');
    const text = texts.get(id);
    if (own !== half || text === undefined) continue;
    const score = scores.get(language) ?? { articles: 0, told: 0, right: 0, wrong: [], none: [] };
    scores.set(language, score);
    score.articles += 1;
    const [first] = findTopics({ title: text.title, text: text.body, language, url: '' });
    if (first === undefined) {
      score.none.push(id);
      continue;
    }
    score.told += 1;
    const code = first.code.slice(7, 9);
    if (codes.split(',').includes(code)) score.right += 1;
    else score.wrong.push(`${id} ${code} ${first.score} (${codes}) ${text.title}`);
  }
  return scores;
}
