import { tags } from '../tree/tags.ts';
import { COMMENTS, SKIPPED } from '../tree/tree.ts';
import type { ReadArticle } from '../read-page.ts';
import type { ScoredPage } from '../view-page.ts';

const types = ['newsarticle', 'article', 'blogposting', 'reportagenewsarticle', 'product', 'offer', 'discussionforumposting', 'qapage', 'question', 'itemlist', 'collectionpage', 'og:article', 'og:website', 'og:product', 'techarticle', 'faqpage', 'service', 'localbusiness', 'softwareapplication', 'organization', 'person', 'breadcrumblist', 'videoobject', 'aggregaterating', 'webpage'];
const addressWords: readonly RegExp[] = [
  /\/(?:forums?|threads?|topic|t|questions?|discussion|community|viewtopic|comments)\b/i, /\/(?:products?|shop|store|p|dp|item|buy)\b/i, /\/(?:docs?|documentation|reference|guide|manual|api|wiki|help|learn|tutorial)\b/i,
  /\/(?:category|tag|tags|topics|collections?|archive|search|list|listings?|browse)\b/i, /\/(?:services?|solutions?|pricing|about|company|features?|platform)\b/i, /\/(?:blogs?|news|article|articles|story|stories|posts?|magazine|press)\b/i, /\/(?:19|20)\d\d[/-]\d/, /\.(?:html?|php|aspx?)$/i,
  /^https?:\/\/(?:docs?|developer|developers|help|support|learn)\./i, /^https?:\/\/(?:forum|forums|community|discuss|ask)\./i, /^https?:\/\/(?:blog|news)\./i,
];
const bodyWords: readonly RegExp[] = [
  /[$€£¥]\s?\d|\d\s?(?:€|EUR|USD)\b/g, /\b(?:add to cart|buy now|in stock|free shipping|warenkorb|sku)\b/gi, /\b(?:reply|quote|joined|posts:|member since|posted by|upvote|solved)\b/gi, /\b(?:our (?:team|services|clients|customers|solutions)|get (?:started|a quote)|contact us|book a|request a demo|free trial|we help)\b/gi,
  /\b(?:he|she) said\b|\bsaid\b|\btold\b/gi, /\b(?:click|install|function|parameter|returns|example|syntax|command|configure)\b/gi, /\?/g, /\bI\b|\bmy\b/g,
];

export const kindFeatureNames: readonly string[] = [
  ...types, ...addressWords.map((_, index) => `address${index}`), ...bodyWords.map((_, index) => `words${index}`),
  ...'slashes slugWords pathLength hasQuery isFront bodyWeight bodyBlocks meanBlock longestBlock bodyLinkShare bodyShare goodBlocks goodKept pageWeight pageLinkShare commentShare isThread headingShare listShare tableShare codeShare quoteShare shortShare h1 h2 inputs images hasPublished hasAuthors publishedMeta topShare titleWords sentences'.split(' '),
];
export const kindFeatureCount = kindFeatureNames.length;

function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
}

/** What a page looks like as a whole: by its structured data, its address, and how its body is made. */
export function kindFeatures(view: ScoredPage, article: ReadArticle): Float32Array {
  const { tree, blocks, evidence, measures, isBody } = view;
  const path = pathOf(view.url);
  const slug = path.split('/').filter((part) => part !== '').at(-1) ?? '';
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
  const share = (kind: string): number => article.blocks.filter((block) => block.kind === kind).length / Math.max(1, article.blocks.length);
  const text = article.text.slice(0, 8_000);
  const perWord = Math.max(30, Math.min(bodyWeight, 1_500)) / 100;
  return Float32Array.from([
    ...types.map((type) => (evidence.types.has(type) ? 1 : 0)), ...addressWords.map((pattern) => (pattern.test(view.url) ? 1 : 0)), ...bodyWords.map((pattern) => (text.match(pattern)?.length ?? 0) / perWord),
    path.split('/').length - 1, slug.split(/[-_]/).length, path.length, view.url.includes('?') ? 1 : 0, path.length < 2 ? 1 : 0, bodyWeight, count, bodyWeight / Math.max(1, count), longest, bodyWeight > 0 ? links / bodyWeight : 0, bodyWeight / (measures.total || 1), good,
    good > 0 ? goodKept / good : 0, measures.total, linkWeight / (measures.total || 1), comments / (measures.total || 1), measures.isThread ? 1 : 0, share('heading'), share('list-item'), share('table'), share('code'), share('quote'), short / Math.max(1, count),
    elements.h1, elements.h2, elements.inputs, elements.images, article.published === undefined ? 0 : 1, article.authors.length, evidence.metas.some((meta) => meta.name === 'article:published_time') ? 1 : 0, bodyWeight > 0 ? top / bodyWeight : 0, article.title.split(/\s+/).length, sentences / Math.max(1, count),
  ]);
}

function countElements({ tree }: ScoredPage): { h1: number; h2: number; inputs: number; images: number } {
  const counts = { h1: 0, h2: 0, inputs: 0, images: 0 };
  for (let node = 0; node < tree.size; node += 1) {
    const tag = tree.tag[node] as number;
    if (tag === tags.h1) counts.h1 += 1;
    else if (tag === tags.h2) counts.h2 += 1;
    else if (tag === tags.input) counts.inputs += 1;
    else if (tag === tags.img && !((tree.flags[node] as number) & SKIPPED)) counts.images += 1;
  }
  return counts;
}
