import { readFileSync } from 'node:fs';
import { factOf } from '@newsmill/contracts';
import { enrichArticle, enrichLookUp, listEnrichers, storyKey } from '@newsmill/enrich';
import type { State } from '@newsmill/store';
import type { Label, Labeller } from './label-pair.ts';
import type { Filed, Reading } from './make-corpus.ts';
import { shareOf } from './read-pages.ts';

const enrichers = listEnrichers().filter(({ name }) => name === 'duplicates' || name === 'story');
const inBatch = 32;
const now = 1_800_000_000_000;

/** What the mill said of a filed text: of whom it is a copy, and of which story. */
export interface Answer {
  readonly filed: Filed;
  readonly duplicateOf?: string;
  readonly story: string;
}

/** Lets all texts pass the look-up and the enrichers, in batches and in the order given. */
export async function answersOf(corpus: readonly Filed[], state: State): Promise<Answer[]> {
  const stories = new Map<string, string>();
  const answers: Answer[] = [];
  for (let from = 0; from < corpus.length; from += inBatch) {
    const batch = corpus.slice(from, from + inBatch);
    const prints = batch.map(({ article }) => enrichLookUp(article).fingerprint);
    const found = await state.matchFingerprints(
      batch.map(({ id }, at) => ({
        id,
        bands: prints[at]?.bands ?? [],
        payload: prints[at]?.payload ?? '',
        expiresAt: now + 1,
      })),
      now,
    );
    batch.forEach((filed, at) => {
      const candidates = found[at] ?? [];
      const values = candidates.flatMap(({ id }) => {
        const story = stories.get(id);
        return story === undefined ? [] : [[`${storyKey}${id}`, story] as const];
      });
      const outcome = enrichArticle(
        filed.article,
        {
          articleId: filed.id,
          owner: filed.id,
          fingerprint: prints[at]?.payload,
          candidates,
          values: new Map(values),
          site: [],
        },
        enrichers,
      );
      const value = outcome.kind === 'accept' ? outcome.value : undefined;
      answers.push({
        filed,
        duplicateOf: value?.duplicateOf,
        story: (value === undefined ? undefined : factOf(value.facts, 'story')?.id) ?? filed.id,
      });
    });
    for (const { filed, story } of answers.slice(from)) stories.set(filed.id, story);
  }
  return answers;
}

/** Rows of a table: how many of how many. */
type Counts = Map<string, { right: number; all: number }>;

function count(counts: Counts, row: string, isRight: boolean): void {
  const known = counts.get(row) ?? { right: 0, all: 0 };
  counts.set(row, { right: known.right + (isRight ? 1 : 0), all: known.all + 1 });
}

/** Stories that people put together, by id of the page. */
function readStoryLabels(): ReadonlyMap<string, string> {
  const labels: { readonly stories: Readonly<Record<string, readonly string[]>> } = JSON.parse(
    readFileSync(new URL('../enrichment/stories/labels.json', import.meta.url), 'utf8'),
  );
  return new Map(
    Object.entries(labels.stories).flatMap(([story, ids]) => ids.map((id) => [id, story] as const)),
  );
}

function* pairsOf<T>(list: readonly T[]): Generator<readonly [T, T]> {
  for (const [at, one] of list.entries()) for (const other of list.slice(at + 1)) yield [one, other];
}

/**
 * Stories of several articles: right where every pair was labelled as one story, or is a copy. Pages without a date and
 * guides that were gathered by topic (set wcxb) are no news and not judged. Both halves by the site of the first article.
 */
export function scoreStories(
  answers: readonly Answer[],
  reading: Reading,
  label: Labeller,
): {
  readonly counts: Counts;
  readonly wrong: readonly Wrong[];
} {
  // Without their bodies pages tell of nothing.
  if (reading === 'body lost') return { counts: new Map(), wrong: [] };
  const storyOf = readStoryLabels();
  const news = answers.filter(
    ({ filed }) => filed.article.published !== undefined && !filed.origin.startsWith('wcxb/'),
  );
  const byId = new Map(answers.map(({ filed }) => [filed.id, filed]));
  const siteOf = (id: string) => byId.get(id)?.site ?? '';
  const labelOf = (one: Filed, other: Filed): Label => {
    const story = storyOf.get(one.origin);
    if (one.origin === other.origin || (story !== undefined && story === storyOf.get(other.origin)))
      return 'copy';
    return label(one, other);
  };
  const counts: Counts = new Map();
  const wrong: Wrong[] = [];
  for (const group of Map.groupBy(news, ({ story }) => story).values()) {
    const [first, ...others] = group.map(({ filed }) => filed);
    if (first === undefined || others.every(({ origin }) => origin === first.origin)) continue;
    const half = halfOf(first, siteOf);
    let isRight = true;
    for (const [one, other] of pairsOf([first, ...others])) {
      const isOne = labelOf(one, other) !== 'other';
      if (one.origin !== other.origin) count(counts, `${half}, precision of story pairs`, isOne);
      if (!isOne) wrong.push({ one, other });
      isRight &&= isOne;
    }
    count(counts, `${half}, right stories`, isRight);
  }
  const placed = new Map(answers.map(({ filed, story }) => [filed.id, story]));
  for (const ids of Map.groupBy(storyOf.keys(), (id) => storyOf.get(id)).values())
    for (const [one, other] of pairsOf(ids.filter((id) => placed.has(id)))) {
      const filed = byId.get(one);
      if (filed !== undefined)
        count(
          counts,
          `${halfOf(filed, siteOf)}, recall of story pairs`,
          placed.get(one) === placed.get(other),
        );
    }
  return { counts, wrong };
}

/** Which half of the sites a text belongs to: the one for tuning, or the one kept back. */
function halfOf({ origin }: Filed, siteOf: (id: string) => string): 'tuned on' | 'kept back' {
  return shareOf(`half ${siteOf(origin)}`) < 0.5 ? 'tuned on' : 'kept back';
}

export interface Wrong {
  readonly one: Filed;
  readonly other: Filed;
}

/**
 * Precision of what was called a copy (of the same site, and across sites) and recall of each kind of made
 * copy, each by half. Articles of one page are copies of each other.
 */
export function scoreCopies(
  answers: readonly Answer[],
  reading: Reading,
  label: Labeller,
): {
  readonly counts: Counts;
  readonly wrong: readonly Wrong[];
} {
  const byId = new Map(answers.map(({ filed }) => [filed.id, filed]));
  const siteOf = (id: string) => byId.get(id)?.site ?? '';
  const duplicates = new Map(answers.map(({ filed, duplicateOf }) => [filed.id, duplicateOf]));
  const counts: Counts = new Map();
  const wrong: Wrong[] = [];
  for (const { filed, duplicateOf } of answers) {
    const half = halfOf(filed, siteOf);
    const other = byId.get(duplicateOf ?? '');
    const judged =
      other === undefined ? 'none' : other.origin === filed.origin ? 'copy' : label(filed, other);
    if (other !== undefined && judged !== 'unsure') {
      const where = other.site === filed.site ? 'same site' : 'across sites';
      count(counts, `${half}, precision ${where}`, judged === 'copy');
      count(counts, `${half}, precision`, judged === 'copy');
      if (judged === 'other') wrong.push({ one: filed, other });
    }
    // Without its body a page has no copies.
    if (filed.kind === 'page' || reading === 'body lost') continue;
    const isFound = other?.origin === filed.origin || duplicates.get(filed.origin) === filed.id;
    count(counts, `${half}, recall ${filed.kind}`, isFound);
    count(counts, `${half}, recall`, isFound);
  }
  return { counts, wrong };
}
