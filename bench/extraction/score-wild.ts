import { siteOfAddress } from '../train/read-fold.ts';
import type { Gold, Pack } from './pack.ts';
import { compareBody, mean, pageF1, tokensOf } from './score-body.ts';
import { dayOf, peopleOf, plainWords, setF1 } from './score-metadata.ts';
import { isShort } from './score-rows.ts';
import { namesOf, type Figures, type Run } from './score-run.ts';

/** Sets whose body gold people made; that of `newspaper` is an extractor's own output. */
const bodySets = new Set(['webs', 'daniel', 'cleanportal', 'newspaper4k']);
/** Gold of fewer tokens is no article, and gold that no run reads this well is broken. */
const least = { tokens: 60, f1: 0.6 } as const;
/** Languages of fewer pages are one row. */
const fewestPages = 10;

type Values = ReadonlyMap<string, number>;

/** F1 of the body of each page that is judged, by id. */
function bodyValues(gold: readonly Gold[], run: Run): Values {
  return new Map(
    gold.flatMap((page) =>
      page.body && bodySets.has(page.set) && tokensOf(page.body, true).length >= least.tokens
        ? [[page.id, pageF1(compareBody(page.body, run.get(page.id)?.text ?? '', true))] as const]
        : [],
    ),
  );
}

/** Ids of the pages whose body none of the runs reads well enough for the gold to be believed. */
export function unreadPages(gold: readonly Gold[], runs: readonly Run[]): readonly string[] {
  const values = runs.map((run) => bodyValues(gold, run));
  return [...bodyValues(gold, new Map()).keys()].filter((id) =>
    values.every((one) => (one.get(id) ?? 0) < least.f1),
  );
}

/** Titles, dates and authors of all sets; what a run never gives is not scored. */
function metadataRows(gold: readonly Gold[], run: Run): Record<string, readonly number[]> {
  const lines = [...run.values()];
  const lineOf = (page: Gold) => run.get(page.id);
  const titles = gold.filter((page) => page.title);
  const dates = gold.filter((page) => page.dates?.length);
  const authors = gold.filter((page) => page.authors?.length);
  return {
    ...(lines.some((line) => line.title) && {
      'wild.title': titles.map((page) =>
        plainWords(page.title ?? '') === plainWords(lineOf(page)?.title ?? '') ? 1 : 0,
      ),
    }),
    ...(lines.some((line) => line.published) && {
      'wild.date': dates.map((page) =>
        page.dates?.includes(dayOf(lineOf(page)?.published ?? '') ?? '') ? 1 : 0,
      ),
    }),
    ...(lines.some((line) => namesOf(line).length > 0) && {
      'wild.authors': authors.map((page) =>
        setF1(peopleOf(page.authors ?? []), peopleOf(namesOf(lineOf(page)))),
      ),
    }),
  };
}

/** How a run over the set `wild` is judged: the pages left out for all runs alike, and the sites of training. */
export interface WildTerms {
  readonly leftOut: readonly string[];
  /** Sites of which the training data has pages. */
  readonly seenSites: ReadonlySet<string>;
}

/** Groups of the judged pages, by the name of their row; a page is in several. */
function bodyRows(pack: Pack, judged: readonly Gold[], seenSites: ReadonlySet<string>): Map<string, Gold[]> {
  const addresses = new Map(pack.pages.map((page) => [page.id, page.url]));
  const isNew = (page: Gold) => !seenSites.has(siteOfAddress(addresses.get(page.id) ?? ''));
  const byLanguage = Map.groupBy(judged, ({ language = 'unknown' }) => language);
  const few = [...byLanguage.values()].filter((pages) => pages.length < fewestPages).flat();
  return new Map([
    ['wild.body', [...judged]],
    ['wild.new_sites', judged.filter(isNew)],
    ['wild.short', judged.filter(isShort)],
    ...[...byLanguage]
      .filter(([, pages]) => pages.length >= fewestPages)
      .map(([language, pages]) => [`wild.language.${language}`, pages] as const),
    ['wild.language.other', few],
  ]);
}

/**
 * Scores a run over the set `wild` as its score_wild.py does: mean F1 of pages, of all, by language, of short
 * articles, and of sites that no training page is from; titles, dates and authors of all sets. A row of which
 * the run threw at every page is left out.
 */
export function scoreWild(pack: Pack, run: Run, { leftOut, seenSites }: WildTerms): Figures {
  const values = bodyValues(pack.gold, run);
  const without = new Set(leftOut);
  const judged = pack.gold.filter((page) => values.has(page.id) && !without.has(page.id));
  const isThrown = (page: Gold) => run.get(page.id)?.error !== undefined;
  const bodies = [...bodyRows(pack, judged, seenSites)]
    .filter(([, pages]) => !pages.every(isThrown))
    .map(([row, pages]) => [row, pages.map((page) => values.get(page.id) ?? 0)] as const);
  return Object.fromEntries(
    [...bodies, ...Object.entries(metadataRows(pack.gold, run))]
      .filter(([, list]) => list.length > 0)
      .map(([row, list]) => [row, { value: mean(list), pages: list.length }]),
  );
}
