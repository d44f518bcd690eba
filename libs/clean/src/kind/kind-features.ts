import { patternSet } from '../patterns/pattern-set.ts';
import { tags } from '../tree/tags.ts';
import { COMMENTS, SKIPPED } from '../tree/tree.ts';
import type { ReadArticle } from '../page-reading.ts';
import { blockText } from '../body/block-text.ts';
import type { ScoredPage } from '../view-page.ts';

// biome-ignore format: a table, read by its rows
const types = [
  'newsarticle', 'article', 'blogposting', 'reportagenewsarticle', 'product', 'offer',
  'discussionforumposting', 'qapage', 'question', 'itemlist', 'collectionpage', 'og:article', 'og:website',
  'og:product', 'techarticle', 'faqpage', 'service', 'localbusiness', 'softwareapplication', 'organization',
  'person', 'breadcrumblist', 'videoobject', 'aggregaterating', 'webpage',
];
const addressWords: readonly RegExp[] = [
  /\/(?:forums?|threads?|topic|t|questions?|discussion|community|viewtopic|comments)\b/i,
  /\/(?:products?|shop|store|p|dp|item|buy)\b/i,
  /\/(?:docs?|documentation|reference|guide|manual|api|wiki|help|learn|tutorial)\b/i,
  /\/(?:category|tag|tags|topics|collections?|archive|search|list|listings?|browse)\b/i,
  /\/(?:services?|solutions?|pricing|about|company|features?|platform)\b/i,
  /\/(?:blogs?|news|article|articles|story|stories|posts?|magazine|press)\b/i,
  /\/(?:19|20)\d\d[/-]\d/,
  /\.(?:html?|php|aspx?)$/i,
  /^https?:\/\/(?:docs?|developer|developers|help|support|learn)\./i,
  /^https?:\/\/(?:forum|forums|community|discuss|ask)\./i,
  /^https?:\/\/(?:blog|news)\./i,
];
const bodyWords: readonly RegExp[] = [
  /[$€£¥]\s?\d|\d\s?(?:€|EUR|USD)\b/g,
  /\b(?:add to cart|buy now|in stock|free shipping|warenkorb|sku)\b/gi,
  /\b(?:reply|quote|joined|posts:|member since|posted by|upvote|solved)\b/gi,
  /\b(?:our (?:team|services|clients|customers|solutions)|get (?:started|a quote)|contact us|book a|request a demo|free trial|we help)\b/gi,
  /\b(?:he|she) said\b|\bsaid\b|\btold\b/gi,
  /\b(?:click|install|function|parameter|returns|example|syntax|command|configure)\b/gi,
  /\?/g,
  /\bI\b|\bmy\b/g,
];
/** Which of them a text holds at all. */
const bodyWordsIn = patternSet(
  bodyWords.map(({ source, flags }) => new RegExp(source, flags.replace('g', ''))),
);

function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*/s, '');
}

/**
 * What a page looks like as a whole: by its structured data, its address, how its body is made, and
 * `pageWords`, the log-odds of its words.
 */
export function kindFeatures(view: ScoredPage, article: ReadArticle, pageWords: number): Float32Array {
  const { tree, blocks, evidence, measures, isBody } = view;
  const path = pathOf(view.url);
  const slug =
    path
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  let bodyWeight = 0;
  let links = 0;
  let longest = 0;
  let good = 0;
  let goodKept = 0;
  let linkWeight = 0;
  let comments = 0;
  let short = 0;
  let count = 0;
  let sentences = 0;
  let top = 0;
  for (let index = 0; index < blocks.size; index += 1) {
    const weight = blocks.weight[index] as number;
    linkWeight += weight * (blocks.linkShare[index] as number);
    if ((tree.flags[blocks.node[index] as number] as number) & COMMENTS) comments += weight;
    good += measures.isGood[index] as number;
    if (isBody[index] === 0) continue;
    count += 1;
    bodyWeight += weight;
    links += weight * (blocks.linkShare[index] as number);
    longest = Math.max(longest, weight);
    goodKept += measures.isGood[index] as number;
    sentences += measures.endsSentence[index] as number;
    if (measures.group[index] === measures.topGroup) top += weight;
    if (weight < 8) short += 1;
  }
  const elements = countElements(view);
  const share = (kind: string): number =>
    article.blocks.filter((block) => block.kind === kind).length / Math.max(1, article.blocks.length);
  const text = article.text.slice(0, 8_000);
  const held = bodyWordsIn(text);
  const perWord = Math.max(30, Math.min(bodyWeight, 1_500)) / 100;
  return Float32Array.from([
    ...types.map((type) => (evidence.types.has(type) ? 1 : 0)),
    ...addressWords.map((pattern) => (pattern.test(view.url) ? 1 : 0)),
    ...bodyWords.map((pattern, bit) =>
      ((held >> bit) & 1) === 1 ? (text.match(pattern)?.length ?? 0) / perWord : 0,
    ),
    path.split('/').length - 1,
    slug.split(/[-_]/).length,
    path.length,
    view.url.includes('?') ? 1 : 0,
    path.length < 2 ? 1 : 0,
    bodyWeight,
    count,
    bodyWeight / Math.max(1, count),
    longest,
    bodyWeight > 0 ? links / bodyWeight : 0,
    bodyWeight / (measures.total || 1),
    good,
    good > 0 ? goodKept / good : 0,
    measures.total,
    linkWeight / (measures.total || 1),
    comments / (measures.total || 1),
    measures.isThread ? 1 : 0,
    share('heading'),
    share('list-item'),
    share('table'),
    share('code'),
    share('quote'),
    short / Math.max(1, count),
    elements.h1,
    elements.h2,
    elements.inputs,
    elements.images,
    article.published === undefined ? 0 : 1,
    article.authors.length,
    evidence.metas.some((meta) => meta.name === 'article:published_time') ? 1 : 0,
    bodyWeight > 0 ? top / bodyWeight : 0,
    article.title.split(/\s+/).length,
    sentences / Math.max(1, count),
    elements.times,
    elements.buttons,
    elements.selects,
    elements.forms,
    ...lineFeatures(view),
    ...choiceFeatures(view),
    elements.tables,
    elements.items,
    elements.links,
    pageWords,
  ]);
}

interface ElementCounts {
  h1: number;
  h2: number;
  inputs: number;
  images: number;
  times: number;
  buttons: number;
  selects: number;
  forms: number;
  tables: number;
  items: number;
  links: number;
}
const countedTags = new Map<number, keyof ElementCounts>([
  [tags.h1, 'h1'],
  [tags.h2, 'h2'],
  [tags.input, 'inputs'],
  [tags.time, 'times'],
  [tags.button, 'buttons'],
  [tags.select, 'selects'],
  [tags.form, 'forms'],
  [tags.table, 'tables'],
  [tags.li, 'items'],
  [tags.a, 'links'],
]);

function countElements({ tree }: ScoredPage): ElementCounts {
  const counts: ElementCounts = {
    h1: 0,
    h2: 0,
    inputs: 0,
    images: 0,
    times: 0,
    buttons: 0,
    selects: 0,
    forms: 0,
    tables: 0,
    items: 0,
    links: 0,
  };
  for (let node = 0; node < tree.size; node += 1) {
    const tag = tree.tag[node] as number;
    if (tag === 1) continue;
    if (tag === tags.img) {
      if (!((tree.flags[node] as number) & SKIPPED)) counts.images += 1;
      continue;
    }
    const name = countedTags.get(tag);
    if (name !== undefined) counts[name] += 1;
  }
  return counts;
}

const price = /[$€£¥₹]\s?\d|\d\s?(?:€|EUR|USD|kr)\b/;
const reply =
  /^(?:reply|quote|like|share|report|permalink|show more|load more|edited|op)\b|\b(?:posts?|replies|likes|joined|views)\s*(?::\s*)?\d|\d (?:posts?|replies|likes|views|comments|votes)\b/i;

/**
 * Short lines of the whole page that speak of prices, dates or answers, and how far the page is made of one
 * template: shops, lists and threads repeat themselves.
 */
function lineFeatures({ blocks, measures }: ScoredPage): number[] {
  let prices = 0;
  let dates = 0;
  let replies = 0;
  for (let index = 0; index < blocks.size; index += 1) {
    if (
      (blocks.weight[index] as number) > 12 ||
      (blocks.to[index] as number) - (blocks.from[index] as number) > 120
    )
      continue;
    const digits = blocks.digits[index] as number;
    const text = digits > 0 || (blocks.weight[index] as number) < 3 ? blockText(blocks, index) : '';
    if (text === '') continue;
    if (digits > 0 && price.test(text)) prices += 1;
    if (digits >= 4 && /\b(?:19|20)\d\d\b/.test(text)) dates += 1;
    if (reply.test(text)) replies += 1;
  }
  let largest = 0;
  let large = 0;
  for (const size of measures.groupSize) {
    if (size > largest) largest = size;
    if (size >= 8) large += 1;
  }
  return [prices, dates, replies, largest, large];
}

/** How sure the choice of the body was, and how much of the page it spans. */
function choiceFeatures({ blocks, measures, isBody, scores }: ScoredPage): number[] {
  let words = 0;
  let sure = 0;
  let sum = 0;
  let doubtful = 0;
  let before = 0;
  let first = -1;
  let last = -1;
  const groups = new Set<number>();
  for (let index = 0; index < blocks.size; index += 1) {
    const weight = blocks.weight[index] as number;
    const score = scores[index] as number;
    if (score > -3 && score < 1) doubtful += weight;
    if (isBody[index] === 0) {
      if (first < 0) before += weight;
      continue;
    }
    if (first < 0) first = index;
    last = index;
    words += weight;
    sum += weight * Math.max(-4, Math.min(6, score));
    if (score > 2) sure += weight;
    groups.add(measures.group[index] as number);
  }
  const most = Math.max(1, words);
  return [
    sure / most,
    sum / most,
    doubtful / most,
    groups.size,
    before,
    first < 0 ? 0 : (last - first + 1) / blocks.size,
  ];
}
