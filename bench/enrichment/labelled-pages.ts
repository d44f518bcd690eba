import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { detectLanguage } from '@newsmill/enrich';
import { primaryLanguage } from '@newsmill/text';
import { readPage } from '../../libs/clean/src/read-page.ts';
import { hashText } from '../../libs/enrich/src/entities/hash-text.ts';
import { openPack, packDay, readHtml, type Gold, type Pack, type PackPage } from '../extraction/pack.ts';
import { readNamesOfPages, readParagraphs, type NamesOfPage, type ReadParagraph } from './names-of-pages.ts';
import { readLines } from './read-lines.ts';

/** A text that readers have labelled. */
export interface LabelledPage {
  readonly id: string;
  /** Empty where it is of no page. */
  readonly url: string;
  readonly set: 'extraction' | 'wild' | 'topics' | 'wikinews';
  /** The set within its pack; undefined where it is of none. */
  readonly packSet?: string;
  readonly paragraphs: readonly ReadParagraph[];
}

/** Sets of the extraction pack that taggers may learn from. */
const learnedSets = new Set(['aeb', 'fundus', 'wcxb', 'traf', 'htmldate']);

/** Whether taggers may learn from a page; on all others they are measured alone. */
export const mayBeLearnedFrom = ({ set, packSet = '' }: Pick<LabelledPage, 'set' | 'packSet'>): boolean =>
  set === 'wikinews' || (set === 'extraction' && learnedSets.has(packSet));

/** The site of an address, without `www.`; what is no address as it is. */
export const siteOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;

/** Sites that the tagger does not learn from: one in five of those that may be learned from. */
export const isKeptBack = (url: string): boolean => hashText(siteOf(url)) % 5 === 0;

/** Whether a page is held out from training that is measured: by its site, a text without an address by its id. */
export const isHeldOut = ({ id, url }: Pick<LabelledPage, 'id' | 'url'>): boolean =>
  isKeptBack(url === '' ? id : url);

/** Pages of sites that taggers are measured on alone are not learned from either. */
export function withoutMeasuredSites(pages: readonly LabelledPage[]): LabelledPage[] {
  const sites = new Set(pages.filter((page) => !mayBeLearnedFrom(page)).map(({ url }) => siteOf(url)));
  return pages.filter((page) => mayBeLearnedFrom(page) && (page.url === '' || !sites.has(siteOf(page.url))));
}

/** The primary subtag of the language of what was read of a page. */
export function languageOfPage({ paragraphs }: Pick<LabelledPage, 'paragraphs'>): string {
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  return primaryLanguage(detectLanguage(text.slice(0, 2_000)).tag) ?? 'und';
}

/** The paragraphs of a text that were read, each once. */
function readOnce(rows: readonly NamesOfPage[], paragraphs: readonly string[]): readonly ReadParagraph[] {
  const read = readParagraphs(rows, paragraphs);
  return [...new Map(read.map((paragraph) => [paragraph.text, paragraph])).values()];
}

/** The headline and the paragraphs of a text. */
const linesOf = (title: string | null | undefined, text: string): string[] => [
  title ?? '',
  ...text.split(/\n+/),
];

/** The read paragraphs of a page: of its gold text or of what the mill reads there, whichever readers read more of. */
function paragraphsOfPage(
  rows: readonly NamesOfPage[],
  pack: Pack,
  page: PackPage,
  gold: Gold | undefined,
): readonly ReadParagraph[] {
  const ofGold = readOnce(rows, linesOf(gold?.title, gold?.body ?? ''));
  const most = new Set(rows.flatMap(({ paragraphs }) => paragraphs)).size;
  if (ofGold.length >= most) return ofGold;
  const { title, text } = readPage({ html: readHtml(pack, page) }, { url: page.url, now: packDay }).article;
  const ofMill = readOnce(rows, linesOf(title, text));
  return ofMill.length > ofGold.length ? ofMill : ofGold;
}

type Labels = ReadonlyMap<string, readonly NamesOfPage[]>;

/** Sets whose gold texts were read; the labels of their newer pages were made on what the mill reads. */
const goldSets = new Set(['aeb', 'fundus', 'wcxb']);

function* pagesOfPack(folder: string, set: 'extraction' | 'wild', labels: Labels): Generator<LabelledPage> {
  if (!existsSync(join(folder, set, 'manifest.jsonl'))) return;
  const pack = openPack(join(folder, set));
  const gold = new Map(pack.gold.map((row) => [row.id, row]));
  for (const page of pack.pages) {
    const rows = labels.get(page.id);
    if (rows === undefined) continue;
    const answer = set === 'extraction' && goldSets.has(page.set) ? gold.get(page.id) : undefined;
    const paragraphs = paragraphsOfPage(rows, pack, page, answer);
    yield { id: page.id, url: page.url, set, packSet: page.set, paragraphs };
  }
}

/** A text of the enrichment pack. */
interface PackText {
  readonly id: string;
  readonly text: string;
}

function* textsOfPack(file: string, set: 'topics' | 'wikinews', labels: Labels): Generator<LabelledPage> {
  if (!existsSync(file)) return;
  for (const { id, text } of readLines<PackText>(file)) {
    const rows = labels.get(id);
    if (rows === undefined || (set === 'wikinews' && !id.startsWith('wikinews-'))) continue;
    yield { id, url: '', set, paragraphs: readOnce(rows, text.split(/\n+/)) };
  }
}

/** The paragraphs of the pages and articles that readers have labelled, headline first; an address once, of `wild` first. */
export function* labelledPages(folder: string): Generator<LabelledPage> {
  const labels = readNamesOfPages();
  const seen = new Set<string>();
  for (const set of ['wild', 'extraction'] as const)
    for (const page of pagesOfPack(folder, set, labels)) {
      if (page.paragraphs.length === 0 || seen.has(page.url)) continue;
      seen.add(page.url);
      yield page;
    }
  const texts = join(folder, 'enrichment');
  yield* textsOfPack(join(texts, 'topics', 'topics.dev.input.jsonl'), 'topics', labels);
  yield* textsOfPack(join(texts, 'kp', 'kp.dev.input.jsonl'), 'wikinews', labels);
}
