import type { Block, Removal } from '@newsmill/contracts';
import type { Metadata } from '../metadata/read-metadata.ts';
import { runPasses, type Taken } from '../passes/all-passes.ts';
import { mendBlocks } from '../passes/mend-blocks.ts';
import type { PageContext } from '../read-page.ts';
import { findHidden, type HiddenParts } from '../quality/hidden-text.ts';
import { languageOf, scriptOf } from '../quality/script.ts';
import { viewSite, type SiteView } from '../site/view-site.ts';
import type { ScoredPage } from '../view-page.ts';
import { pageLines, toBlocks, type PageLine } from './page-lines.ts';
import { blockText } from './read-blocks.ts';

/** The body of a page, cleaned, and what was taken from it. */
export interface Body {
  readonly blocks: readonly Block[];
  readonly parts: { readonly authorBio?: string; readonly disclaimer?: string; readonly byline?: string };
  readonly removals: readonly Removal[];
  readonly hidden: HiddenParts;
  readonly hasMojibake: boolean;
  readonly hasLost: boolean;
  readonly hasHackedLine: boolean;
  readonly confidence: number;
  readonly source: string;
  /** Words, two unspaced characters counting as one. */
  readonly weight: number;
  /** What the memory of the site is to keep of it. */
  readonly sighting: ReturnType<SiteView['sighting']>;
}

/** The chosen blocks as one text, at most 4,000 characters: enough to compare a title with. */
export function draftText(view: ScoredPage): string {
  let text = '';
  for (let index = 0; index < view.blocks.size && text.length < 4_000; index += 1) if (view.isBody[index] === 1) text += `${blockText(view.blocks, index)}\n`;
  return text;
}

/** Below so many words of body the article body of the structured data is preferred, when it is twice as long. */
const fewWords = 60;

function linkedBlocks(view: ScoredPage, weight: number): Block[] | undefined {
  const { articleBody } = view.evidence;
  if (articleBody === '' || weight >= fewWords || view.measures.evidence.bodySize <= 2 * weight) return undefined;
  return articleBody.split(/\n\s*\n|\r?\n/).map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '').map((text) => ({ kind: 'paragraph' as const, text }));
}

/** Where nothing scored as body: the paragraphs of the container that looks most like an article. */
function plainFallback(view: ScoredPage): Uint8Array {
  const { isBody, measures, blocks } = view;
  if (isBody.includes(1)) return isBody;
  const fallback = new Uint8Array(blocks.size);
  for (let index = 0; index < blocks.size; index += 1) if (measures.isGood[index] === 1 && measures.isInBest[blocks.node[index] as number] === 1) fallback[index] = 1;
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

const mostExplained = 25;

/** Lines between body lines that the model left out and no pass has named. */
function leftOut(lines: readonly PageLine[], taken: readonly Taken[], first: number, last: number): Removal[] {
  const named = new Set(taken.map((one) => one.line));
  return lines.filter((line) => !line.isBody && !named.has(line) && line.index > first && line.index < last && line.weight >= 8).slice(0, mostExplained)
    .map((line) => ({ pass: 'choose-body', text: line.text.slice(0, 500), why: 'looks unlike the text around it' }));
}

function bylineOf(lines: readonly PageLine[], authors: readonly string[], first: number): string | undefined {
  const names = authors.filter((author) => author.length > 2);
  return lines.find((line) => line.weight <= 25 && line.index <= first + 2 && names.some((name) => line.text.includes(name)))?.text;
}

function joined(taken: readonly Taken[], pass: Taken['pass']): string | undefined {
  const text = taken.filter((one) => one.pass === pass && one.line.kind !== 'heading').map((one) => one.line.text).join('\n');
  return text === '' ? undefined : text.slice(0, 2_000);
}

/** Chooses, cleans and mends the body of a page. */
export function readBody(view: ScoredPage, metadata: Metadata, context: PageContext): Body {
  const isBody = plainFallback(view);
  const lines = pageLines(view.tree, view.blocks, view.scores, isBody);
  const firstBody = isBody.indexOf(1);
  const lastBody = isBody.lastIndexOf(1);
  const bodyText = lines.filter((line) => line.isBody).slice(0, 60).map((line) => line.text).join(' ');
  const site = viewSite(context.site ?? { item: '', articles: [] }, view.tree, lines);
  const taken = runPasses({ lines, site, title: metadata.title, authors: metadata.authors, firstBody, lastBody, script: scriptOf(bodyText.slice(200)) || scriptOf(bodyText), language: languageOf(bodyText) });
  const gone = new Set(taken.map((one) => one.line));
  const kept = lines.filter((line) => line.isBody && !gone.has(line));
  // What the memory took is remembered too, or it would come back.
  const sighting = site.sighting(lines.filter((line) => line.isBody && (!gone.has(line) || taken.some((one) => one.line === line && one.pass === 'drop-site-boilerplate'))));
  const weight = kept.reduce((sum, line) => sum + line.weight, 0);
  const linked = linkedBlocks(view, weight);
  const witnesses = [metadata.title, view.evidence.title, view.evidence.description, view.evidence.articleBody, context.entry?.title ?? '', context.entry?.summary ?? '', ...lines.map((line) => line.text), ...view.evidence.metas.filter((meta) => /title|description|keywords/.test(meta.name)).map((meta) => meta.content)];
  const mended = mendBlocks(linked ?? toBlocks(kept), witnesses);
  const host = /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/i.exec(context.url)?.[1]?.toLowerCase() ?? '';
  const hidden = findHidden(view.tree, view.blocks, host);
  const removals: Removal[] = [
    ...hidden.lines.map((line) => ({ pass: 'drop-hidden-text', text: line.text.slice(0, 500), why: 'readers do not see it' })),
    ...taken.map((one) => ({ pass: one.pass, text: one.line.text.slice(0, 500), why: one.why })),
    ...leftOut(lines, taken, firstBody, lastBody), ...mended.removals,
  ];
  return {
    blocks: mended.blocks, removals, hidden, sighting, hasMojibake: mended.hasMojibake, hasLost: mended.hasLost, hasHackedLine: taken.some((one) => one.pass === 'drop-hacked-line'), weight: linked === undefined ? weight : view.measures.evidence.bodySize,
    parts: { authorBio: joined(taken, 'take-author-bio'), disclaimer: joined(taken, 'take-disclaimer'), byline: bylineOf(lines, metadata.authors, firstBody) },
    confidence: linked === undefined ? confidenceOf(kept) : 0.7, source: linked === undefined ? 'block model' : 'structured data',
  };
}
