import { languageTag } from '@newsmill/text';
import { blockText } from '../body/block-text.ts';
import { tags } from '../tree/tags.ts';
import { attributeOf, COMMENTS, SKIPPED, textOf, type Tree } from '../tree/tree.ts';
import { bylineFamily, DATE_ROLE, familyCount, MODIFIED_ROLE, PUBLISHED_ROLE } from '../tree/vocabulary.ts';
import { anySources, CandidateList, firstPosition, writeSources, type Candidate } from './candidates.ts';
import { copiedOn, dateInAddress, type AddressDate } from './date-in-address.ts';
import { datePartsOf } from './date-labels.ts';
import { findDate, mayHoldDate, otherReading, type DateOrder, type FoundDate } from './find-date.ts';
import { isArticleObject, textField } from './json-ld.ts';
import { blockBehind, distanceToBody, headingBlock, type PageView } from './page-view.ts';

// biome-ignore format: a table, read by its rows
const sources = [
  'ldPublished', 'ldPublishedOther', 'ldModified', 'ldModifiedOther', 'ldCreated', 'ldUploaded',
  'metaPublished', 'metaOther', 'metaModified', 'metaMisc', 'timePublished', 'timeModified', 'time-0',
  'time-1', 'time-2', 'url',
  'textUpdated', 'textPublished', 'bylineBefore', 'bylineBehind', 'lineBefore', 'lineBehind', 'script',
  'classPublished', 'lead', 'image', 'otherReading', 'metaCard', 'timeBehind',
] as const;
const onPage = [
  'time-0',
  'time-1',
  'time-2',
  'timePublished',
  'textPublished',
  'bylineBefore',
  'lineBefore',
  'bylineBehind',
  'lineBehind',
  'classPublished',
];
// biome-ignore format: a table, read by its rows
const strong = [
  'ldPublished', 'ldPublishedOther', 'metaPublished', 'metaOther', 'timePublished', 'time-0', 'url',
  'textPublished', 'bylineBefore', 'classPublished', 'ldModified', 'metaModified',
];
export const dateFeatureCount = sources.length + strong.length + 21;

/** Sources that state a day of this very page: where they write it in full, no number of it is in doubt. */
const stated: ReadonlySet<string> = new Set([
  'ldPublished',
  'ldPublishedOther',
  'ldModified',
  'ldModifiedOther',
  'ldCreated',
  'metaPublished',
  'metaOther',
  'metaModified',
  'timePublished',
  'timeModified',
  'time-0',
  'url',
  'textPublished',
  'bylineBefore',
  'lineBefore',
  'classPublished',
]);

/** A candidate day with the fullest times that were given for it. */
export interface DateCandidate extends Candidate {
  readonly found: FoundDate[];
}

class DateList {
  readonly list = new CandidateList();
  readonly found = new Map<string, FoundDate[]>();
  readonly order: DateOrder;
  /** Days stated in full, and days that may as well be another, with that other. */
  readonly certain = new Set<string>();
  readonly doubtful = new Map<string, string>();

  constructor(order: DateOrder) {
    this.order = order;
  }

  add(text: unknown, source: string, position = 0): void {
    if (typeof text !== 'string' && typeof text !== 'number') return;
    const date = findDate(String(text), this.order);
    if (date === undefined || date.day < '1995') return;
    this.list.add(date.day, date.day, source, position);
    const known = this.found.get(date.day);
    if (known === undefined) this.found.set(date.day, [{ ...date, source }]);
    else known.push({ ...date, source });
    const other = otherReading(String(text), this.order);
    if (other === undefined || other === date.day) {
      if (stated.has(source)) this.certain.add(date.day);
      return;
    }
    this.doubtful.set(date.day, other);
    this.list.add(other, other, 'otherReading', position);
    if (!this.found.has(other)) this.found.set(other, [{ ...date, day: other, source: 'otherReading' }]);
  }
}

/** `3/12/2026` is a day of December where the page states that day in full elsewhere. */
function settleDoubts(dates: DateList): void {
  for (const [day, other] of dates.doubtful) {
    const candidate = dates.list.byKey.get(day);
    if (candidate === undefined || dates.certain.has(day) || !dates.certain.has(other)) continue;
    for (const [source, position] of candidate.sources) dates.list.add(other, other, source, position);
    const moved = (dates.found.get(day) ?? []).map((date) => ({ ...date, day: other }));
    dates.found.set(other, [...(dates.found.get(other) ?? []), ...moved]);
    dates.list.byKey.delete(day);
    dates.found.delete(day);
  }
}

function addMetas(dates: DateList, view: PageView): void {
  for (const { name, content } of view.evidence.metas) {
    const isModified = /modif|updat|revised/.test(name);
    if (isModified) dates.add(content, 'metaModified');
    else if (
      /publish|pub-?date|issued|^date$|dc\.date|dcterms\.(?:date|created)|sailthru\.date|parsely-pub|release|created|\bdate\b/.test(
        name,
      )
    )
      dates.add(content, /article:published_time|datepublished/.test(name) ? 'metaPublished' : 'metaOther');
    else if (/date|time/.test(name) && !/expir|valid|datetime-|refresh/.test(name))
      dates.add(content, 'metaMisc');
    else if (/^twitter:data\d$/.test(name) && content.length < 40) dates.add(content, 'metaCard');
    else if (name === 'og:image' || name === 'twitter:image') {
      const match = /\/((?:20)\d\d)[/-](\d{1,2})[/-](\d{1,2})\//.exec(content);
      if (match !== null) dates.add(`${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`, 'image');
    }
  }
}

function addLinked(dates: DateList, view: PageView): void {
  for (const object of view.evidence.linked) {
    const isArticle = isArticleObject(object);
    dates.add(textField(object, 'datePublished'), isArticle ? 'ldPublished' : 'ldPublishedOther');
    dates.add(textField(object, 'dateModified'), isArticle ? 'ldModified' : 'ldModifiedOther');
    dates.add(textField(object, 'dateCreated'), 'ldCreated');
    dates.add(textField(object, 'uploadDate'), 'ldUploaded');
  }
}

/** Dates of `<time>`, `datetime` attributes and of elements named for dates. */
function addElements(dates: DateList, view: PageView): void {
  const { tree, blocks } = view;
  let plain = 0;
  for (let node = 0; node < tree.size; node += 1) {
    const tag = tree.tag[node] as number;
    if (tag === 1) continue;
    const roles = tree.roles[node] as number;
    const isDated = (roles & (PUBLISHED_ROLE | MODIFIED_ROLE | DATE_ROLE)) !== 0;
    if (tag !== tags.time && !isDated) continue;
    if ((tree.flags[node] as number) & (SKIPPED | COMMENTS)) continue;
    const value =
      attributeOf(tree, node, 'datetime') ??
      (isDated ? attributeOf(tree, node, 'content') : undefined) ??
      (tag === tags.time || isDated ? datedTitle(tree, node) : undefined);
    const at = blockBehind(blocks, node);
    const isBehind = view.firstBody >= 0 && at > view.firstBody + 3;
    if (value !== undefined)
      dates.add(
        value,
        roles & PUBLISHED_ROLE
          ? isBehind
            ? 'timeBehind'
            : 'timePublished'
          : roles & MODIFIED_ROLE
            ? 'timeModified'
            : `time-${Math.min(2, plain++)}`,
        at,
      );
    else if (roles & PUBLISHED_ROLE && (tree.end[node] as number) - node < 30)
      dates.add(textOf(tree, node, 120), isBehind ? 'timeBehind' : 'classPublished', at);
    else if (tag === tags.time) dates.add(textOf(tree, node, 120), `time-${Math.min(2, plain++)}`, at);
    else if ((tree.end[node] as number) - node < mostInSplit) addSplit(dates, view, node, at);
  }
}

/** Nodes of a box whose lines are the parts of one date, at most, and its characters. */
const mostInSplit = 16;
const longestSplit = 30;

/** A date whose parts are lines of their own in a box for dates: `<div>29</div><div>May 2013</div>`. */
function addSplit(dates: DateList, view: PageView, node: number, at: number): void {
  const { tree, blocks } = view;
  const end = blockBehind(blocks, tree.end[node] as number);
  if (end - at < 2 || end - at > 3 || view.firstBody < 0) return;
  for (let index = at; index < end; index += 1) if (findDate(blockText(blocks, index)) !== undefined) return;
  const text = textOf(tree, node, longestSplit + 1);
  if (text.length <= longestSplit)
    dates.add(text, at < view.firstBody + 3 ? 'bylineBefore' : 'bylineBehind', at);
}

/** A tool tip often gives the whole date of a short one: only such titles count. */
function datedTitle(tree: Tree, node: number): string | undefined {
  const title = attributeOf(tree, node, 'title');
  return title !== undefined && /\d{4}/.test(title) ? title : undefined;
}

/**
 * Lines on the paper itself: when it was founded, registered or licensed, with numbers that look like dates.
 */
const ofThePaper =
  /备案?\s?\d|许可证|許可證|등록번호|등록일|발행인|사업자|청소년보호|HRB\s?\d|ISSN|USt-?Id|registration (?:no|number)|registered (?:in|office)|(?:since|founded|established|seit|gegründet|depuis|fondé|desde|fundado)\b.{0,20}\d{4}|الترخيص|свидетельство/i;

const lineSources = { published: 'textPublished', updated: 'textUpdated' };

/** Clocks of sites show seconds. */
const seconds = /(?<![\d:])\d{1,2}:\d\d:\d\d(?![\d:])/;
/** So many links between a line and the first of the body are those of a menu. */
const fewestInMenu = 3;
/** A day in words has so many letters, its week day among them. */
const mostLetters = 25;

/** Whether a line above the menu is the clock of the site: day and time to the second, and nothing else. */
function isClock({ blocks, firstBody }: PageView, index: number, text: string): boolean {
  if (!seconds.test(text) || text.replace(/\P{L}+/gu, '').length > mostLetters) return false;
  let links = 0;
  for (let behind = index + 1; behind < firstBody; behind += 1)
    if ((blocks.linkShare[behind] as number) > 0.9) links += 1;
  return links >= fewestInMenu;
}

function addLines(dates: DateList, view: PageView): void {
  const { tree, blocks } = view;
  const copied = copiedOn(view.url);
  const firstBody = view.firstBody < 0 ? Number.MAX_SAFE_INTEGER : view.firstBody;
  for (let index = 0; index < blocks.size; index += 1) {
    if ((blocks.digits[index] as number) < 3) continue;
    if ((blocks.weight[index] as number) >= 30) {
      if (index >= firstBody && index < firstBody + 3)
        dates.add(blockText(blocks, index).slice(0, 60), 'lead', index);
      continue;
    }
    const text = blockText(blocks, index);
    if (!mayHoldDate(text) || (index > firstBody && ofThePaper.test(text))) continue;
    const node = blocks.node[index] as number;
    const isByline = (tree.nearRows[(tree.near[node] as number) * familyCount + bylineFamily] as number) >= 0;
    const place = index < firstBody + 3 ? 'Before' : 'Behind';
    if (copied !== undefined && findDate(text, dates.order)?.day === copied) continue;
    const unlabelled = `${isByline ? 'byline' : 'line'}${place}`;
    const parts = datePartsOf(text, dates.order);
    const isStated = parts.some((part) => part.label !== undefined);
    if (place === 'Before' && !isStated && isClock(view, index, text)) continue;
    for (const part of parts)
      dates.add(part.text, part.label === undefined ? unlabelled : lineSources[part.label], index);
  }
}

const inScripts =
  /"(?:date_?published|published_?(?:at|date|time|on)?|publish_?(?:date|time|at)|pub_?date|first_?published(?:_?at)?|publication_?date|created_?(?:at|date)|display_?date)"\s*:\s*"?([^",}]{8,40})/gi;

function addScripts(dates: DateList, view: PageView): void {
  let count = 0;
  for (const match of view.tree.html.slice(0, 2_000_000).matchAll(inScripts)) {
    dates.add(match[1], 'script');
    count += 1;
    if (count > 8) return;
  }
}

/** Whether numeric dates of a page are likely to begin with the month. */
function dateOrder(view: PageView): DateOrder {
  const claimed = attributeOf(view.tree, 0, 'lang') ?? '';
  const language = languageTag(claimed) ?? claimed;
  if (language === 'en-US') return 'month-first';
  const host = /^[a-z]+:\/\/([^/:]+)/i.exec(view.url)?.[1] ?? '';
  return (language === '' || language === 'en') && /\.(?:com|org|net|us|gov|edu)$/i.test(host)
    ? 'month-first'
    : 'day-first';
}

/** Every day that may be the day of publication. */
export function dateCandidates(view: PageView): {
  readonly candidates: DateCandidate[];
  readonly rows: Float32Array;
} {
  const dates = new DateList(dateOrder(view));
  addLinked(dates, view);
  addMetas(dates, view);
  addElements(dates, view);
  const address = dateInAddress(view.url);
  dates.add(address.day, 'url');
  addLines(dates, view);
  const isPoor = ![...dates.list.byKey.values()].some((candidate) =>
    ['ldPublished', 'metaPublished', 'timePublished', 'ldPublishedOther'].some((source) =>
      candidate.sources.has(source),
    ),
  );
  if (isPoor) addScripts(dates, view);
  settleDoubts(dates);
  const candidates = dates.list.all
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((candidate) => ({ ...candidate, found: dates.found.get(candidate.key) ?? [] }));
  return { candidates, rows: dateRows(view, candidates, address) };
}

const modifiedSources = ['ldModified', 'ldModifiedOther', 'metaModified', 'timeModified', 'textUpdated'];
const publishedSources = [
  'ldPublished',
  'ldPublishedOther',
  'metaPublished',
  'timePublished',
  'textPublished',
];

function dayWith(candidates: readonly DateCandidate[], sources: readonly string[]): string | undefined {
  return candidates.find((candidate) => sources.some((source) => candidate.sources.has(source)))?.key;
}

/** Days from a day to another, at most 9,999; -9,999 where one is not known. */
function gap(from: string | undefined, to: string | undefined): number {
  return from === undefined || to === undefined
    ? -9_999
    : Math.max(-9_999, Math.min(9_999, daysBetween(from, to)));
}

/** Whether a part of a date is as the address says; -1 where the address does not say. */
function agreement(said: number | undefined, part: number): number {
  return said === undefined ? -1 : said === part ? 1 : 0;
}

function dateRows(view: PageView, candidates: readonly DateCandidate[], said: AddressDate): Float32Array {
  const rows = new Float32Array(candidates.length * dateFeatureCount);
  const given = anySources(strong, candidates);
  const modified = dayWith([...candidates].reverse(), modifiedSources);
  const published = dayWith(candidates, publishedSources);
  const address = dayWith(candidates, ['url']);
  const line = dayWith(candidates, ['bylineBefore', 'lineBefore', 'time-0']);
  const heading = headingBlock(view);
  candidates.forEach((candidate, index) => {
    let at = writeSources(rows, index * dateFeatureCount, sources, candidate);
    rows.set(given, at);
    at += given.length;
    const position = firstPosition(candidate, onPage);
    const { found, key } = candidate;
    const values = [
      candidate.sources.size,
      index,
      candidates.length - 1 - index,
      candidates.length,
      distanceToBody(view, position),
      found.length,
      found.some((date) => date.time !== undefined) ? 1 : 0,
      found.some((date) => date.offset !== undefined && date.offset !== 0) ? 1 : 0,
      index > 0 ? gap(candidates[index - 1]?.key, key) : 9_999,
      index + 1 < candidates.length ? gap(key, candidates[index + 1]?.key) : 9_999,
      gap(key, modified),
      gap(published, key),
      gap(key, address),
      gap(key, line),
      gap(key, candidates.at(-1)?.key),
      strong.filter((source) => candidate.sources.has(source)).length,
      position < 0 || heading < 0 ? 99 : Math.max(-60, Math.min(60, position - heading)),
      found.some((date) => date.time === 0) ? 1 : 0,
      found.filter(
        (date) => date.source?.startsWith('line') === true || date.source?.startsWith('byline') === true,
      ).length,
      agreement(said.year, Number(key.slice(0, 4))),
      agreement(said.month, Number(key.slice(5, 7))),
    ];
    for (const value of values) rows[at++] = value;
  });
  return rows;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
