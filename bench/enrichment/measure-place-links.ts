import { fileURLToPath } from 'node:url';
import type { Entity } from '@newsmill/contracts';
import { findEntities } from '../../libs/enrich/src/entities/find-entities.ts';
import { labelledPages, languageOfPage, type LabelledPage } from './labelled-pages.ts';
import { readLines } from './read-lines.ts';

/** Which places a text means, as readers say. */
interface PlacesOfPage {
  readonly id: string;
  /** By name, the country (ISO 3166) that it lies in; `none` for what lies in no one country, or is no place there. */
  readonly places: Readonly<Record<string, string>>;
  /** GeoNames ids of places of that name in the right country that are not the one that is meant. */
  readonly not?: readonly number[];
}

/** What became of the places of a text that readers have judged. */
interface Links {
  pages: number;
  /** Pages with a place that is linked to another country or to another place of its name. */
  spoilt: number;
  linked: number;
  right: number;
  /** Places that lie in a country and are told, and those of them that are linked to it. */
  known: number;
  found: number;
  /** Places that are told and that nobody has judged. */
  unknown: number;
}

/** A place that is linked to the wrong country or point, or to none though it lies in one. */
export interface LinkMistake {
  readonly id: string;
  readonly name: string;
  readonly country: string | undefined;
  readonly right: string;
}

const nothing = (): Links => ({ pages: 0, spoilt: 0, linked: 0, right: 0, known: 0, found: 0, unknown: 0 });

function placesOf(page: LabelledPage): Entity[] {
  const [title = '', ...paragraphs] = page.paragraphs.map(({ text }) => text);
  return findEntities({ title, paragraphs, language: languageOfPage(page) }).filter(
    ({ kind }) => kind === 'place',
  );
}

/** Adds up what is linked on one page; what is wrong is added to `mistakes`. */
function scorePage(
  page: LabelledPage,
  { places, not = [] }: PlacesOfPage,
  sum: Links,
  mistakes: LinkMistake[],
): void {
  let isSpoilt = false;
  for (const { name, country, geonames } of placesOf(page)) {
    const right = places[name];
    // Told anew, or under another name.
    if (right === undefined) {
      sum.unknown += 1;
      continue;
    }
    const isRight = country === right && (geonames === undefined || !not.includes(geonames));
    if (right !== 'none') {
      sum.known += 1;
      if (isRight) sum.found += 1;
    }
    if (country !== undefined) {
      sum.linked += 1;
      if (isRight) sum.right += 1;
      else isSpoilt = true;
    }
    if (!isRight && (country !== undefined || right !== 'none'))
      mistakes.push({ id: page.id, name, country, right });
  }
  sum.pages += 1;
  if (isSpoilt) sum.spoilt += 1;
}

const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));

const show = (name: string, { pages, spoilt, linked, right, known, found, unknown }: Links): string =>
  `  ${name}: ${pages} pages, with a wrong link ${share(spoilt, pages)}; linked ${linked}, right ${share(right, linked)}; places in a country ${known}, linked to it ${share(found, known)}; not judged ${unknown}`;

/** How many of the places that are told are linked to the country that readers say they lie in (`sets/place-links.jsonl`). */
export function measurePlaceLinks(folder: string, onMistake?: (mistake: LinkMistake) => void): string {
  const judged = new Map(
    readLines<PlacesOfPage>(fileURLToPath(new URL('sets/place-links.jsonl', import.meta.url))).map((row) => [
      row.id,
      row,
    ]),
  );
  const sums = new Map<string, Links>();
  const mistakes: LinkMistake[] = [];
  for (const page of labelledPages(folder)) {
    const row = judged.get(page.id);
    if (row === undefined) continue;
    const group = `${page.set}, ${languageOfPage(page) === 'en' ? 'English' : 'other languages'}`;
    const sum = sums.get(group) ?? nothing();
    scorePage(page, row, sum, mistakes);
    sums.set(group, sum);
  }
  if (onMistake !== undefined) mistakes.forEach(onMistake);
  const all = nothing();
  for (const sum of sums.values())
    for (const key of ['pages', 'spoilt', 'linked', 'right', 'known', 'found', 'unknown'] as const)
      all[key] += sum[key];
  sums.set('all', all);
  return [...sums].map(([name, sum]) => show(name, sum)).join('\n');
}
