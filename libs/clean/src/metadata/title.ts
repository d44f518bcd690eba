import { primaryLanguage } from '@newsmill/text';
import { tokensOf } from '../body/tokens-of.ts';
import { HashSet } from '../model/hash-set.ts';
import { ASIDE, attributeOf, FOOTER, LIST, NAV, type Tree } from '../tree/tree.ts';
import { HEADLINE_ROLE } from '../tree/vocabulary.ts';
import { firstPosition, normalForm, writeSources, type Candidate } from './candidates.ts';
import { ownAddress } from './date-in-address.ts';
import { isNews } from './evidence.ts';
import type { PageView } from './page-view.ts';
import { findTitles, titlesOnPage, titleSources, type FoundTitles } from './title-candidates.ts';

const anchorNames = ['og', 'heading', 'linked', 'title', 'twitter'] as const;
const ownValues = 24;
const pageValues = 26;
export const titleFeatureCount = titleSources.length + anchorNames.length * 3 + ownValues + pageValues;

interface Anchor {
  readonly key: string;
  readonly words: readonly string[];
  readonly set: ReadonlySet<string>;
}

function anchorOf(key: string): Anchor {
  const words = key === '' ? [] : key.split(' ');
  return { key, words, set: new Set(words) };
}

function share(words: readonly string[], of: ReadonlySet<string>): number {
  let found = 0;
  for (const word of words) if (of.has(word)) found += 1;
  return words.length === 0 ? 0 : found / words.length;
}

/**
 * How two titles lie to each other: equal, one at the beginning or end of the other, within it, or apart; -1
 * where one is missing.
 */
function relation(key: string, anchor: string): number {
  if (anchor === '' || key === '') return -1;
  if (key === anchor) return 6;
  if (key.length < anchor.length)
    return anchor.startsWith(key) ? 5 : anchor.endsWith(key) ? 4 : anchor.includes(key) ? 1 : 0;
  return key.startsWith(anchor) ? 3 : key.endsWith(anchor) ? 2 : 0;
}

/** Broken escapes become spaces. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/%[0-9a-f]{0,2}/gi, ' ');
  }
}

const mostBodyTokens = 3_000;

function bodyTokens(view: PageView): HashSet {
  const { blocks, isBody } = view;
  const tokens = new HashSet(mostBodyTokens / 4);
  let count = 0;
  for (let index = 0; index < blocks.size && count < mostBodyTokens; index += 1) {
    if (isBody[index] === 0) continue;
    for (let token = blocks.tokenFrom[index] as number; token < (blocks.tokenTo[index] as number); token += 1)
      tokens.add(blocks.tokens[token] as number);
    count += (blocks.tokenTo[index] as number) - (blocks.tokenFrom[index] as number);
  }
  return tokens;
}

/** No line that is a headline has more words or ideographs. */
const longestLine = 80;
/** So many lines behind the beginning of the body are looked at for a headline. */
const linesBehind = 3;

/** Steps up to an element that is a heading, and nodes of one that holds more than a headline. */
const stepsToHeading = 6;
const wholeHeader = 14;

/** Whether a line is no part of a menu, a list, or a box called a headline that holds the whole header. */
function isOwnLine(tree: Tree, node: number): boolean {
  if ((tree.flags[node] as number) & (NAV | FOOTER | ASIDE | LIST)) return false;
  let ancestor = node;
  for (let step = 0; step < stepsToHeading && ancestor >= 0; step += 1) {
    if (
      (tree.roles[ancestor] as number) & HEADLINE_ROLE &&
      (tree.end[ancestor] as number) - ancestor > wholeHeader
    )
      return false;
    ancestor = tree.parent[ancestor] as number;
  }
  return true;
}

/** The lines before the body by the hash of their first word: old layouts print the headline as such a line. */
function linesByFirst(view: PageView): ReadonlyMap<number, readonly number[]> {
  const { blocks, firstBody } = view;
  const lines = new Map<number, number[]>();
  const stop = Math.min(blocks.size, firstBody < 0 ? 300 : firstBody + linesBehind);
  for (let index = 0; index < stop; index += 1) {
    const from = blocks.tokenFrom[index] as number;
    const size = (blocks.tokenTo[index] as number) - from;
    if (size < 1 || size > longestLine || !isOwnLine(view.tree, blocks.node[index] as number)) continue;
    const first = blocks.tokens[from] as number;
    const known = lines.get(first);
    if (known === undefined) lines.set(first, [index]);
    else known.push(index);
  }
  return lines;
}

/** The last line before the body that holds these words and no others; -1 where there is none. */
function lineOf(view: PageView, lines: TitleFacts['lines'], tokens: Int32Array): number {
  const { blocks } = view;
  const isEqual = (index: number): boolean => {
    const from = blocks.tokenFrom[index] as number;
    if ((blocks.tokenTo[index] as number) - from !== tokens.length) return false;
    for (let at = 0; at < tokens.length; at += 1) if (blocks.tokens[from + at] !== tokens[at]) return false;
    return true;
  };
  return (lines.get(tokens[0] ?? 0) ?? []).findLast(isEqual) ?? -1;
}

interface TitleFacts {
  readonly lines: ReadonlyMap<number, readonly number[]>;
  readonly anchors: readonly Anchor[];
  readonly slug: Anchor;
  readonly host: string;
  readonly description: ReadonlySet<string>;
  readonly body: HashSet;
  readonly page: readonly number[];
}

function pageFacts(
  view: PageView,
  found: FoundTitles,
  anchors: readonly Anchor[],
  slug: Anchor,
  path: string,
): number[] {
  const { types, metas } = view.evidence;
  // one for each of anchorNames
  const [og, heading, linked, title, twitter] = anchors as readonly [Anchor, Anchor, Anchor, Anchor, Anchor];
  const language = langOf(view);
  return [
    found.headings.h1,
    found.headings.h2,
    found.headings.styled,
    found.articles,
    found.candidates.length,
    relation(heading.key, og.key),
    share(heading.words, og.set),
    share(og.words, heading.set),
    relation(linked.key, heading.key),
    relation(linked.key, og.key),
    share(linked.words, heading.set),
    relation(heading.key, title.key),
    relation(og.key, title.key),
    relation(twitter.key, og.key),
    relation(twitter.key, heading.key),
    og.words.length,
    heading.words.length,
    title.words.length,
    isNews(view.evidence) ? 1 : 0,
    types.has('blogposting') || types.has('article') ? 1 : 0,
    types.has('og:article') ? 1 : 0,
    metas.some((meta) => meta.name === 'article:published_time') ? 1 : 0,
    language,
    path.split('/').filter((part) => part !== '').length,
    slug.words.length,
    found.site === '' ? 0 : 1,
  ];
}

/** 1 for English, 2 for German, 3 for another language, 0 where none is named. */
function langOf(view: PageView): number {
  const claimed = attributeOf(view.tree, 0, 'lang');
  if (claimed === undefined) return 0;
  const language = primaryLanguage(claimed);
  return language === 'en' ? 1 : language === 'de' ? 2 : 3;
}

function factsOf(view: PageView, found: FoundTitles): TitleFacts {
  const url = ownAddress(view.url);
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*/s, '');
  const anchors = anchorNames.map((name) => anchorOf(found.anchors[name]));
  const slug = anchorOf(normalForm(decodePath(path).replace(/[_-]/g, ' ')));
  const host = /^[a-z]+:\/\/(?:www\.)?([^/:]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return {
    anchors,
    slug,
    host: host.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}]/gu, ''),
    description: new Set(normalForm(view.evidence.description.slice(0, 600)).split(' ')),
    lines: linesByFirst(view),
    body: bodyTokens(view),
    page: pageFacts(view, found, anchors, slug, path),
  };
}

function bodyShare(tokens: Int32Array, body: HashSet): number {
  let found = 0;
  for (let at = 0; at < tokens.length; at += 1) if (body.has(tokens[at] as number)) found += 1;
  return tokens.length === 0 ? 0 : found / tokens.length;
}

/**
 * Whether what follows a title in the title of the page is the name of the site; 0.5 where nothing follows.
 */
function restIsSite(key: string, title: string, site: string, host: string): number {
  if (!title.startsWith(key)) return -1;
  const rest = title.slice(key.length).trim();
  if (rest === '') return 0.5;
  const compact = rest.replaceAll(' ', '');
  return rest === site || (compact.length > 2 && (host.includes(compact) || compact.includes(host))) ? 1 : 0;
}

function ownValuesOf(
  view: PageView,
  found: FoundTitles,
  facts: TitleFacts,
  candidate: Candidate,
  words: readonly string[],
  own: ReadonlySet<string>,
): number[] {
  const { key, text } = candidate;
  const position = firstPosition(candidate, titlesOnPage);
  const compact = key.replaceAll(' ', '');
  const colon = text.search(/:\s/);
  const tokens = tokensOf(text);
  const line = lineOf(view, facts.lines, tokens);
  let outer = 0;
  let inner = 0;
  for (const other of found.candidates) {
    if (other.key.length > key.length) outer += other.key.includes(key) ? 1 : 0;
    else if (other.key.length < key.length) inner += key.includes(other.key) ? 1 : 0;
  }
  return [
    candidate.sources.size,
    words.length,
    text.length,
    found.site !== '' && key.includes(found.site) ? 1 : 0,
    key === found.site ? 1 : 0,
    facts.host !== '' &&
    (compact.includes(facts.host) || (compact.length > 2 && facts.host.includes(compact)))
      ? 1
      : 0,
    outer,
    inner,
    position < 0 || view.firstBody < 0 ? 99 : Math.max(-30, Math.min(60, view.firstBody - position)),
    position,
    /[|–—]|\s-\s/.test(text) ? 1 : 0,
    colon < 0 ? 0 : colon,
    /[.…]$/.test(text) ? 1 : 0,
    /[?!]/.test(text) ? 1 : 0,
    /[()[\]]/.test(text) ? 1 : 0,
    /\d/.test(text) ? 1 : 0,
    text === text.toUpperCase() ? 1 : 0,
    share(words, facts.slug.set),
    share(facts.slug.words, own),
    share(words, facts.description),
    bodyShare(tokens, facts.body),
    restIsSite(key, found.anchors.title, found.site, facts.host),
    line < 0 || view.firstBody < 0 ? 99 : Math.max(-linesBehind, Math.min(60, view.firstBody - line)),
    line < 0 ? -1 : Math.min(99, line),
  ];
}

/** Everything that may be the title of a page. */
export function titleCandidates(view: PageView): {
  readonly candidates: readonly Candidate[];
  readonly rows: Float32Array;
} {
  const found = findTitles(view);
  const facts = factsOf(view, found);
  const rows = new Float32Array(found.candidates.length * titleFeatureCount);
  found.candidates.forEach((candidate, index) => {
    let at = writeSources(rows, index * titleFeatureCount, titleSources, candidate);
    const words = candidate.key.split(' ');
    const own = new Set(words);
    for (const anchor of facts.anchors) {
      rows[at++] = relation(candidate.key, anchor.key);
      rows[at++] = share(words, anchor.set);
      rows[at++] = share(anchor.words, own);
    }
    for (const value of ownValuesOf(view, found, facts, candidate, words, own)) rows[at++] = value;
    rows.set(facts.page, at);
  });
  return { candidates: found.candidates, rows };
}
