import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpuUsage } from 'node:process';
import { fileURLToPath } from 'node:url';
import { vectorTables, type VectorTableName } from '@newsmill/contracts';
import { detectLanguage, loadVectors, packVector } from '@newsmill/enrich';
import { leastAcross } from '../../libs/store/src/library/rank/nearness.ts';
import { readLines } from './read-lines.ts';

type Vector = readonly number[];

/** An invented piece of news, in one of its languages. */
interface News {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

/** A page of the wild cases with the text of its gold. */
interface Page {
  readonly id: string;
  readonly body: string;
}

const mattersFile = new URL('./sets/matters.jsonl', import.meta.url);
const newsFile = new URL('./sets/parallel-news.jsonl', import.meta.url);
const labelsFile = new URL('./stories/across-languages.json', import.meta.url);
/** Pages of a language that its figure needs. */
const fewestPages = 10;
const rounds = 5;

const product = (a: Vector, b: Vector) => a.reduce((sum, part, at) => sum + part * (b[at] ?? 0), 0);
const cosine = (a: Vector, b: Vector) => product(a, b) / Math.sqrt(product(a, a) * product(b, b) || 1);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const meanOf = (values: Vector) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Ranks from 1; equal values share the mean of their ranks. */
function ranksOf(values: Vector): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let place = from; place < to; place += 1) ranks[order[place] ?? 0] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

function spearman(one: Vector, other: Vector): number {
  const centred = (values: Vector) => values.map((value) => value - meanOf(values));
  return cosine(centred(ranksOf(one)), centred(ranksOf(other)));
}

/** How often the nearest of the second list stands at the place of the first. */
function hitsAtOne(questions: readonly Vector[], answers: readonly Vector[]): number {
  const hits = questions.filter((question, at) => {
    const likeness = answers.map((answer) => cosine(question, answer));
    return likeness.indexOf(Math.max(...likeness)) === at;
  });
  return hits.length / questions.length;
}

function measureSts(file: string, vectorOf: (text: string) => Vector): string {
  const pairs = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'));
  const gold = pairs.map((fields) => Number(fields[4]));
  const found = pairs.map((fields) => cosine(vectorOf(fields[5] ?? ''), vectorOf(fields[6] ?? '')));
  return `STS benchmark: Spearman ${spearman(found, gold).toFixed(4)} over ${pairs.length} pairs`;
}

/**
 * Invented news in many languages, in pairs of neighbours that tell of one topic: how often the nearest of another
 * language is the same piece of news.
 */
function measureParallel(
  news: readonly News[],
  vectorOf: (text: string) => Vector,
  articleOf: (news: News) => Vector,
): string {
  const languages = [...new Set(news.map(({ language }) => language))];
  const inLanguage = (language: string) => news.filter((one) => one.language === language);
  const whole = new Map(languages.map((language) => [language, inLanguage(language).map(articleOf)]));
  const english = whole.get('en') ?? [];
  const others = languages.filter((language) => language !== 'en');
  const rows = others.map((language) => {
    const heads = inLanguage(language).map(({ title }) => vectorOf(title));
    return [language, hitsAtOne(whole.get(language) ?? [], english), hitsAtOne(heads, english)] as const;
  });
  const everyPair = languages.flatMap((one) =>
    languages.flatMap((other) =>
      one === other ? [] : [hitsAtOne(whole.get(one) ?? [], whole.get(other) ?? [])],
    ),
  );
  return [
    `parallel news, ${news.length / languages.length} in ${languages.length} languages: nearest in English by the whole ${percent(meanOf(rows.map((row) => row[1])))}, by the headline alone ${percent(meanOf(rows.map((row) => row[2])))}; between any two languages ${percent(meanOf(everyPair))}`,
    rows.map(([language, all, head]) => `${language} ${percent(all)} ${percent(head)}`).join('; '),
  ].join('\n');
}

/** A few words that say a matter in general find the headline on it among all. */
function measureMatters(
  rows: readonly { readonly matter: string; readonly headline: string }[],
  vectorOf: (text: string) => Vector,
): string {
  const share = hitsAtOne(
    rows.map(({ matter }) => vectorOf(matter)),
    rows.map(({ headline }) => vectorOf(headline)),
  );
  return `headlines found by their matter: ${Math.round(share * rows.length)} of ${rows.length}`;
}

/** The first sentence of a real page finds the rest of its text among the pages of its language. */
function measurePages(pages: readonly Page[], vectorOf: (text: string) => Vector): string {
  const byLanguage = new Map<string, Page[]>();
  for (const page of pages) {
    const { tag = 'und' } = detectLanguage(page.body.slice(0, 2_000));
    byLanguage.set(tag, [...(byLanguage.get(tag) ?? []), page]);
  }
  const firstOf = ({ body }: Page) =>
    body.slice(0, Math.max(60, body.slice(0, 300).search(/[.!?。！？\n]/) + 1));
  const restOf = (page: Page) => page.body.slice(firstOf(page).length);
  return [...byLanguage]
    .filter(([, some]) => some.length >= fewestPages)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([language, some]) => {
      const answers = some.map((page) => vectorOf(restOf(page)));
      return `${language} ${percent(
        hitsAtOne(
          some.map((page) => vectorOf(firstOf(page))),
          answers,
        ),
      )} of ${some.length}`;
    })
    .join('; ');
}

/** Real pages in two languages that were read, on one event and on one topic but two events: how many are listed. */
function measureLabels(
  pages: readonly Page[],
  articleOf: (news: Pick<News, 'title' | 'text'>) => Vector,
): string {
  const labels: { stories: Record<string, readonly string[]>; different: readonly [string, string][] } =
    JSON.parse(readFileSync(labelsFile, 'utf8'));
  const read = new Map(
    pages.map(({ id, body }) => {
      const { tag: language = 'und' } = detectLanguage(body.slice(0, 2_000));
      return [id, { language, vector: articleOf({ title: body.slice(0, 80), text: body }) }] as const;
    }),
  );
  const listed = (pairs: readonly (readonly [string, string])[]) => {
    const known = pairs.flatMap(([one, other]) => {
      const [a, b] = [read.get(one), read.get(other)];
      return a === undefined || b === undefined || a.language === b.language
        ? []
        : [cosine(a.vector, b.vector) >= leastAcross];
    });
    return `${known.filter(Boolean).length} of ${known.length}`;
  };
  const same = Object.values(labels.stories).flatMap((ids) =>
    ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other] as const)),
  );
  return `real pages in two languages: near enough to be listed ${listed(same)} pairs on one event, ${listed(labels.different)} on one topic but two events`;
}

/** What one table reaches. */
function measureTable(table: VectorTableName, folder: string): string[] {
  const began = cpuUsage();
  const { articleVector, textVector, name, knows } = loadVectors(table);
  textVector('The first vector.');
  const first = cpuUsage(began);
  const nothing = new Float32Array(1);
  const vectorOf = (text: string): Vector => packVector(textVector(text) ?? nothing);
  const articleOf = (news: Pick<News, 'title' | 'text'>): Vector =>
    packVector(articleVector(news) ?? nothing);
  const pages = readLines<Page & { body?: string | null }>(join(folder, 'wild', 'gold.jsonl')).filter(
    ({ body }) =>
      typeof body === 'string' &&
      body.length >= 500 &&
      knows(detectLanguage(body.slice(0, 2_000)).tag ?? 'und'),
  );
  const texts = pages.map(({ body }) => body.slice(0, 2_000).padEnd(2_000));
  const times = Array.from({ length: rounds }, () => {
    const start = cpuUsage();
    for (const text of texts) articleOf({ title: text.slice(0, 80), text });
    const { user, system } = cpuUsage(start);
    return (user + system) / 1_000 / texts.length;
  });
  const sts = join(folder, 'enrichment', 'sts', 'sts-test.csv');
  return [
    `${name}: loading and the first vector ${Math.round((first.user + first.system) / 1_000)} ms CPU`,
    existsSync(sts) ? measureSts(sts, vectorOf) : 'STS benchmark: not here',
    measureMatters(readLines(fileURLToPath(mattersFile)), vectorOf),
    `first sentences of real pages find the rest of their text: ${measurePages(pages, vectorOf)}`,
    ...(table === 'english'
      ? []
      : [
          measureParallel(readLines<News>(fileURLToPath(newsFile)), vectorOf, articleOf),
          measureLabels(pages, articleOf),
        ]),
    `CPU: ${Math.min(...times).toFixed(3)} ms an article of 2,000 characters (least of ${rounds} rounds over ${texts.length} pages)`,
  ];
}

/**
 * What the vectors of each table reach: the STS benchmark (its texts are for measuring only), short queries, first
 * sentences of real pages, parallel news of our own and real pages in two languages; and CPU of an article.
 */
export function measureVectors(folder: string): string {
  return vectorTables.flatMap((table) => measureTable(table, folder)).join('\n');
}
