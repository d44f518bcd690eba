import type { Block, Removal } from '@newsmill/contracts';
import { countWords } from '@newsmill/text';
import type { Metadata } from '../metadata/read-metadata.ts';
import { runPasses, type Taken } from '../passes/all-passes.ts';
import { mendBlocks } from '../passes/mend-blocks.ts';
import type { PageContext } from '../page-reading.ts';
import { findHidden, type HiddenParts } from '../quality/hidden-text.ts';
import { asksToSubscribe } from '../quality/soft-paywall.ts';
import { hasSpamWords, languageOf, scriptOf } from '../quality/script.ts';
import { siteOf, viewSite, type SiteView } from '../site/view-site.ts';
import type { ScoredPage, TextSource } from '../view-page.ts';
import { splitTrail } from '../passes/drop-breadcrumb.ts';
import { barredNames } from '../metadata/byline-names.ts';
import { readEdgeCredit, type EdgeCredit } from '../metadata/edge-credit.ts';
import { textThatBeginsAs } from '../tree/text-in-scripts.ts';
import { findInsets } from './find-insets.ts';
import { completeTables } from './complete-tables.ts';
import { pageLines, type PageLine } from './page-lines.ts';
import { blockText } from './block-text.ts';
import { toBlocks } from './to-blocks.ts';

/** The body of a page, cleaned, and what was taken from it. */
export interface Body {
  readonly blocks: readonly Block[];
  readonly parts: { readonly authorBio?: string; readonly disclaimer?: string; readonly byline?: string };
  /** Names that a byline or a credit below gives by its form, where the page gives none otherwise. */
  readonly bylineAuthors: readonly string[];
  /** News agencies that credits at the edges of the text name. */
  readonly creditedAgencies: readonly string[];
  /** Places of the trail that is printed in front of the story. */
  readonly trail: readonly string[];
  /** The line between headline and byline. */
  readonly standfirst?: string;
  readonly removals: readonly Removal[];
  readonly hidden: HiddenParts;
  /** Whether the page says where the text ends that the rest is for subscribers. */
  readonly asksToSubscribe: boolean;
  readonly hasMojibake: boolean;
  readonly hasLost: boolean;
  readonly hasHackedLine: boolean;
  /** Whether links that everybody sees speak of what spam speaks of, while the story does not. */
  readonly hasSpamLinks: boolean;
  readonly confidence: number;
  readonly source: string;
  /** Words, two unspaced characters counting as one. */
  readonly weight: number;
  /** Share of the words of the text that the page says again. */
  readonly repeatedShare: number;
  /** What the memory of the site is to keep of it. */
  readonly sighting: ReturnType<SiteView['sighting']>;
}

/** The chosen blocks as one text, at most 4,000 characters: enough to compare a title with. */
export function draftText(view: ScoredPage): string {
  let text = '';
  for (let index = 0; index < view.blocks.size && text.length < 4_000; index += 1)
    if (view.isBody[index] === 1) text += `${blockText(view.blocks, index)}\n`;
  return text;
}

/**
 * Below so many words of body the article body of the structured data is preferred, when it is twice as long.
 */
const fewWords = 60;

function linkedBlocks(view: ScoredPage, weight: number): Block[] | undefined {
  const { articleBody } = view.evidence;
  if (articleBody === '' || weight >= fewWords || view.measures.evidence.bodySize <= 2 * weight)
    return undefined;
  return paragraphsOf(articleBody);
}

function paragraphsOf(text: string): Block[] {
  return text
    .split(/\n\s*\n|\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph' as const, text: line }));
}

/** A body of which so much is links is that of a footer or a menu. */
const mostLinked = 0.6;

/**
 * The text that scripts would show, where what the page itself shows is nearly nothing but links, or shorter than its
 * description: the text in their data that begins as the description does.
 */
function stateBlocks(view: ScoredPage, kept: readonly PageLine[]): Block[] | undefined {
  const { description } = view.evidence;
  let weight = 0;
  let linkedWeight = 0;
  let length = 0;
  for (const line of kept) {
    weight += line.weight;
    linkedWeight += line.weight * line.linkShare;
    length += line.text.length;
  }
  const isLinks = linkedWeight > mostLinked * weight;
  if (length >= description.length && !isLinks) return undefined;
  const text = textThatBeginsAs(view.tree.html, description);
  return text.length > description.length && (isLinks || text.length > length)
    ? paragraphsOf(text)
    : undefined;
}

/** Where nothing scored as body: the paragraphs of the container that looks most like an article. */
function plainFallback(view: ScoredPage): Uint8Array {
  const { isBody, measures, blocks } = view;
  if (isBody.includes(1)) return isBody;
  const fallback = new Uint8Array(blocks.size);
  for (let index = 0; index < blocks.size; index += 1)
    if (measures.isGood[index] === 1 && measures.isInBest[blocks.node[index] as number] === 1)
      fallback[index] = 1;
  return fallback;
}

/** Weighted share of certainty: how far the scores of body lines lie above the threshold. */
function confidenceOf(lines: readonly PageLine[]): number {
  let sum = 0;
  let weight = 0;
  for (const line of lines) {
    sum += line.weight / (1 + Math.exp(-line.score));
    weight += line.weight;
  }
  return weight === 0 ? 0 : Math.round((sum / weight) * (weight < 30 ? 0.6 : 1) * 1000) / 1000;
}

function repeatedShareOf({ blocks, isBody, repeats }: ScoredPage): number {
  let once = 0;
  let again = 0;
  for (let index = 0; index < blocks.size; index += 1) {
    const weight = blocks.weight[index] as number;
    if (isBody[index] === 1) once += weight;
    else if (repeats[index] === 1) again += weight;
  }
  return again === 0 ? 0 : again / (once + again);
}

const mostExplained = 25;

/**
 * Lines that no pass has named and that are not body although they might be: between body lines, or text that
 * stands apart from them.
 */
function leftOut(
  lines: readonly PageLine[],
  gone: ReadonlySet<PageLine>,
  { whole, repeats }: Pick<ScoredPage, 'whole' | 'repeats'>,
  { first, last, title }: { readonly first: number; readonly last: number; readonly title: string },
): Removal[] {
  const isBetween = ({ index }: PageLine): boolean => index > first && index < last;
  return lines
    .filter(
      (line) =>
        !line.isBody &&
        line.text !== title &&
        !gone.has(line) &&
        line.weight >= 8 &&
        (isBetween(line) || whole.isBody[line.index] === 1 || repeats[line.index] === 1),
    )
    .slice(0, mostExplained)
    .map((line) => ({
      pass: 'choose-body',
      text: line.text.slice(0, 500),
      why:
        repeats[line.index] === 1
          ? 'says again what stands in the article'
          : isBetween(line)
            ? 'looks unlike the text around it'
            : 'stands apart from the text of the article',
    }));
}

function bylineOf(
  lines: readonly PageLine[],
  taken: readonly Taken[],
  authors: readonly string[],
  first: number,
): string | undefined {
  const names = authors.filter((author) => author.length > 2);
  const named = lines.find(
    (line) => line.weight <= 30 && line.index <= first + 2 && names.some((name) => line.text.includes(name)),
  );
  const line =
    named ?? taken.find((one) => one.pass === 'drop-byline' && /\p{L}{2}/u.test(one.line.text))?.line;
  return line === undefined ? undefined : withoutShareBar(line.text);
}

const networks = /facebook|twitter|whatsapp|linkedin|telegram|wechat|weibo|微信|微博|카카오톡|페이스북/i;
const shareWord = /(?:share|teilen|partager|compartir|compartilhar|condividi|分享|공유|シェア)$/i;

/** A byline without the share bar that some pages print in the same line. */
function withoutShareBar(text: string): string {
  const at = text.search(networks);
  return at <= 0 ? text : text.slice(0, at).trim().replace(shareWord, '').trim();
}

function trailOf(taken: readonly Taken[]): string[] {
  for (const one of taken) {
    const places = one.pass === 'drop-breadcrumb' ? splitTrail(one.line.text) : [];
    if (places.length > 0) return places;
  }
  return [];
}

/** Fewest visible spam links that make a link farm. */
const fewestSpamLinks = 3;

function hasSpamLinks(lines: readonly PageLine[], title: string): boolean {
  return (
    lines.filter((line) => line.linkShare > 0.8 && line.text.length < 200 && hasSpamWords(line.text))
      .length >= fewestSpamLinks && !hasSpamWords(title)
  );
}

const mostStandfirst = 60;
/** A line above the article that is as likely text as this, its score, is its lead. */
const leadScore = 0.5;

/** Text above the article, parted from it by something else: its lead. */
function leadOf(
  lines: readonly PageLine[],
  gone: ReadonlySet<PageLine>,
  title: string,
  first: number,
): string | undefined {
  return lines.find(
    (line) =>
      line.index < first &&
      !line.isBody &&
      line.text !== title &&
      !gone.has(line) &&
      line.score > leadScore &&
      line.linkShare <= 0.3 &&
      line.weight >= 6 &&
      line.weight <= mostStandfirst,
  )?.text;
}

/** The sentence between the headline and the byline. */
function standfirstOf(
  lines: readonly PageLine[],
  taken: readonly Taken[],
  title: string,
  first: number,
): string | undefined {
  const headline = lines.findIndex((line) => line.index <= first && line.text === title);
  const line = lines[headline + 1];
  const behind = lines[headline + 2];
  if (
    headline < 0 ||
    line === undefined ||
    line.isBody ||
    line.linkShare > 0.3 ||
    line.weight < 6 ||
    line.weight > mostStandfirst ||
    line.isBehindPicture
  )
    return undefined;
  const gone = new Map(taken.map((one) => [one.line, one.pass]));
  return !gone.has(line) && behind !== undefined && gone.get(behind) === 'drop-byline'
    ? line.text
    : undefined;
}

function joined(taken: readonly Taken[], pass: Taken['pass']): string | undefined {
  const text = taken
    .filter(
      (one) =>
        one.pass === pass &&
        one.line.kind !== 'heading' &&
        !(one.line.weight <= 5 && !/[.:：。]/.test(one.line.text)),
    )
    .map((one) => one.line.text)
    .join('\n');
  return text === '' ? undefined : text.slice(0, 2_000);
}

/** The lines of a page in and around its body, and what the passes take of them. */
export interface PassedLines {
  readonly lines: readonly PageLine[];
  readonly taken: readonly Taken[];
  readonly site: SiteView;
  readonly firstBody: number;
  readonly lastBody: number;
  readonly bylineAuthors: readonly string[];
}

/** Lets the passes look at the lines of a page. */
export function passLines(
  view: ScoredPage,
  metadata: Pick<Metadata, 'title' | 'authors'>,
  context: Pick<PageContext, 'site'> & { readonly isArticle?: boolean },
): PassedLines {
  const isBody = plainFallback(view);
  const lines = pageLines(view.tree, view.blocks, view.scores, isBody);
  const firstBody = isBody.indexOf(1);
  const lastBody = isBody.lastIndexOf(1);
  const bodyText = lines
    .filter((line) => line.isBody)
    .slice(0, 60)
    .map((line) => line.text)
    .join(' ');
  const bylineAuthors =
    metadata.authors.length > 0
      ? []
      : (lines
          .filter((line) => line.weight <= 30 && line.index <= firstBody + 12)
          .map((line) => barredNames(line.text))
          .find((names) => names.length > 0) ?? []);
  const site = viewSite(context.site ?? { item: '', articles: [] }, view.tree, lines);
  const taken = runPasses({
    lines,
    site,
    title: metadata.title,
    authors: metadata.authors.length > 0 ? metadata.authors : bylineAuthors,
    isArticle: context.isArticle ?? true,
    host: siteOf(view.url) ?? '',
    firstBody,
    lastBody,
    script: scriptOf(bodyText.slice(200)) || scriptOf(bodyText),
    language: languageOf(bodyText),
  });
  return { lines, taken, site, firstBody, lastBody, bylineAuthors };
}

/** So many lines of credits has an article at most. */
const mostCredits = 4;
const creditPasses: ReadonlySet<Taken['pass']> = new Set(['drop-byline', 'drop-loose-ends']);

/** What the credits at the edges of the text say, each name once. */
function creditsOf(taken: readonly Taken[], known: readonly string[]): EdgeCredit {
  const credits = taken
    .filter(({ pass }) => creditPasses.has(pass))
    .flatMap(({ line }) => readEdgeCredit(line.text, known) ?? []);
  // Many are those of other pages in a list.
  if (credits.length > mostCredits) return { names: [], agencies: [] };
  return {
    names: [...new Set(credits.flatMap(({ names }) => names))],
    agencies: [...new Set(credits.flatMap(({ agencies }) => agencies))],
  };
}

const sources: Readonly<Record<TextSource, string>> = {
  page: 'block model',
  noscript: 'block model, shown without scripts',
  scripts: 'block model, data of scripts',
};

/** Chooses, cleans and mends the body of a page. */
export function readBody(
  view: ScoredPage,
  metadata: Metadata,
  context: PageContext & { readonly isArticle?: boolean },
): Body {
  const { lines, taken, site, firstBody, lastBody, bylineAuthors } = passLines(view, metadata, context);
  const credits = creditsOf(taken, metadata.authors);
  const gone = new Set(taken.map((one) => one.line));
  const whole = completeTables(lines);
  const kept = lines.filter((line) => (line.isBody || whole.has(line)) && !gone.has(line));
  // What the memory took is remembered too, or it would come back.
  const sighting = site.sighting(
    lines.filter(
      (line) =>
        line.isBody &&
        (!gone.has(line) || taken.some((one) => one.line === line && one.pass === 'drop-site-boilerplate')),
    ),
  );
  const weight = kept.reduce((sum, line) => sum + line.weight, 0);
  const linked = linkedBlocks(view, weight);
  const ofState = linked === undefined && context.isArticle !== false ? stateBlocks(view, kept) : undefined;
  const other = linked ?? ofState;
  const witnesses = [
    metadata.title,
    view.evidence.title,
    view.evidence.description,
    view.evidence.articleBody,
    context.entry?.title ?? '',
    context.entry?.summary ?? '',
    ...lines.map((line) => line.text),
    ...view.evidence.metas
      .filter((meta) => /title|description|keywords/.test(meta.name))
      .map((meta) => meta.content),
  ];
  const mended = mendBlocks(
    other ??
      toBlocks(
        kept,
        findInsets(
          view.tree,
          view.blocks,
          { first: kept[0]?.index ?? -1, last: kept.at(-1)?.index ?? -1 },
          { images: metadata.images, base: context.url },
        ),
      ),
    witnesses,
  );
  const host = /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/i.exec(context.url)?.[1]?.toLowerCase() ?? '';
  const hidden = findHidden(view.tree, view.blocks, host);
  const removals: Removal[] = [
    ...hidden.lines.map((line) => ({
      pass: 'drop-hidden-text',
      text: line.text.slice(0, 500),
      why: 'readers do not see it',
    })),
    ...taken.map((one) => ({ pass: one.pass, text: one.line.text.slice(0, 500), why: one.why })),
    ...leftOut(lines, gone, view, { first: firstBody, last: lastBody, title: metadata.title }),
    ...mended.removals,
  ];
  return {
    blocks: mended.blocks,
    removals,
    hidden,
    sighting,
    asksToSubscribe: asksToSubscribe(lines, kept.at(-1)?.index ?? lastBody),
    hasMojibake: mended.hasMojibake,
    hasLost: mended.hasLost,
    repeatedShare: repeatedShareOf(view),
    hasHackedLine: taken.some((one) => one.pass === 'drop-hacked-line'),
    hasSpamLinks: hasSpamLinks(lines, metadata.title),
    weight:
      linked !== undefined
        ? view.measures.evidence.bodySize
        : (ofState?.reduce((sum, { text }) => sum + countWords(text), 0) ?? weight),
    parts: {
      authorBio: joined(taken, 'take-author-bio'),
      disclaimer: joined(taken, 'take-disclaimer'),
      byline: bylineOf(lines, taken, metadata.authors, kept[0]?.index ?? firstBody),
    },
    bylineAuthors:
      metadata.authors.length === 0 && bylineAuthors.length === 0 ? credits.names : bylineAuthors,
    creditedAgencies: credits.agencies,
    trail: trailOf(taken),
    standfirst:
      standfirstOf(lines, taken, metadata.title, kept[0]?.index ?? firstBody) ??
      leadOf(lines, gone, metadata.title, kept[0]?.index ?? firstBody),
    confidence: other === undefined ? confidenceOf(kept.filter((line) => line.isBody)) : 0.7,
    source:
      linked === undefined ? sources[ofState === undefined ? view.shownBy : 'scripts'] : 'structured data',
  };
}
