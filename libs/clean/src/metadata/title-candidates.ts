import { textOf, type Tree } from '../tree/tree.ts';
import { decodeReferences } from '../tree/entities.ts';
import { tags } from '../tree/tags.ts';
import { HEADLINE_ROLE } from '../tree/vocabulary.ts';
import { CandidateList, normalForm, tidy, type Candidate } from './candidates.ts';
import { isArticleObject, textField, typesOf } from './json-ld.ts';
import { blockBehind, type PageView } from './page-view.ts';

/** Where titles come from. The order is part of the trained weights. */
// biome-ignore format: a table, read by its rows
export const titleSources = [
  'og', 'twitter', 'title', 'meta', 'titleFirst', 'titlePrefix', 'titlePrefix2', 'titleLast', 'titleSuffix',
  'ogFirst', 'ogPrefix', 'ogPrefix2', 'ogLast', 'ogSuffix', 'titleSign', 'ogSign', 'ldHeadline', 'ldOther', 'ldName',
  'ldAlternative', 'ldPage',
  'h1-0', 'h1-1', 'h1-2', 'h2-0', 'h2-1', 'h2-2', 'class-0', 'class-1', 'partRest', 'partLast', 'partLong',
  'partFirst',
] as const;
export const titlesOnPage: readonly string[] = [
  'h1-0',
  'h1-1',
  'h1-2',
  'h2-0',
  'h2-1',
  'h2-2',
  'class-0',
  'class-1',
  'partRest',
  'partLast',
  'partLong',
  'partFirst',
];
/** No headline is longer, nor is the markup that one may come with. */
const longestCut = 1_000;
const longestRaw = 8_000;
const separators =
  /(?<!\s)\s+[|\-–—•·»«:›>/~⋆]+\s+|(?:(?<!\s)\s+)?[|｜»]\s*|:\s+|(?<!\s)\s+[-–—]|[-–—]\s+|_(?=\p{Script=Han})|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}？！。」』”）])\s?[-－:：]{1,2}(?=[\p{Script=Han}\p{Script=Katakana}A-Za-z])/gu;

/**
 * Titles carry the name of the paper in front or behind, parted by a dash or a bar: every cut is a candidate.
 */
function addCuts(list: CandidateList, text: string, name: string): void {
  if (text.length > longestCut) return;
  const cuts = [...text.matchAll(separators)]
    .map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      sign: match[0].trim().charAt(0),
    }))
    .filter((cut) => cut.to > cut.from)
    .slice(0, 12);
  const first = cuts[0];
  const last = cuts.at(-1);
  if (first === undefined || last === undefined) return;
  const put = (part: string, source: string): void =>
    list.add(tidy(part), normalForm(part), `${name}${source}`);
  put(text.slice(0, first.from), 'First');
  put(text.slice(0, last.from), 'Prefix');
  put(text.slice(last.to), 'Last');
  put(text.slice(first.to), 'Suffix');
  const before = cuts.at(-2);
  if (before !== undefined) put(text.slice(0, before.from), 'Prefix2');
  // What a template puts behind the headline it parts by one sign; the headline may hold others.
  const bySign = cuts.find((cut) => cut.sign === last.sign);
  if (bySign !== undefined && bySign !== first && bySign !== last && bySign !== before)
    put(text.slice(0, bySign.from), 'Sign');
}

function addText(list: CandidateList, raw: string | undefined, source: string, position = 0): void {
  if (raw === undefined || raw.length > longestRaw) return;
  const text = tidy(decodeReferences(raw).replace(/<[^>]{1,200}>/g, ''));
  if (text.length > 400) return;
  list.add(text, normalForm(text), source, position);
}

/** Texts of the children of a heading: kickers and headlines often share one heading. */
function partsOf(tree: Tree, node: number): string[] {
  const parts: string[] = [];
  for (let child = node + 1; child < (tree.end[node] as number); child = tree.end[child] as number) {
    const text = textOf(tree, child, 500);
    if (text !== '') parts.push(text);
  }
  return parts;
}

export interface HeadingCounts {
  h1: number;
  h2: number;
  styled: number;
}

function addHeading(list: CandidateList, view: PageView, node: number, counts: HeadingCounts): void {
  const { tree, blocks } = view;
  const tag = tree.tag[node];
  const text = textOf(tree, node, 600);
  if (text === '') return;
  const source =
    tag === tags.h1
      ? `h1-${Math.min(2, counts.h1++)}`
      : tag === tags.h2
        ? `h2-${Math.min(2, counts.h2++)}`
        : `class-${Math.min(1, counts.styled++)}`;
  const at = blockBehind(blocks, node);
  addText(list, text, source, at);
  const parts = tag === tags.h2 && counts.h2 > 2 ? [] : partsOf(tree, node);
  if (parts.length < 2) return;
  addText(list, parts.join(' '), source, at);
  addText(list, parts.slice(1).join(' '), 'partRest', at);
  addText(list, parts.at(-1), 'partLast', at);
  addText(list, [...parts].sort((a, b) => b.length - a.length)[0], 'partLong', at);
  addText(list, parts[0], 'partFirst', at);
}

function addHeadings(list: CandidateList, view: PageView): HeadingCounts {
  const { tree } = view;
  const counts: HeadingCounts = { h1: 0, h2: 0, styled: 0 };
  for (let node = 0; node < tree.size; node += 1) {
    const tag = tree.tag[node] as number;
    if (tag === 1 || counts.h1 + counts.h2 + counts.styled > 18) continue;
    const isStyled = ((tree.roles[node] as number) & HEADLINE_ROLE) !== 0;
    if (tag !== tags.h1 && (tag !== tags.h2 || counts.h2 > 12) && !isStyled) continue;
    addHeading(list, view, node, counts);
    node = Math.max(
      node,
      (tree.end[node] as number) - 1 < node + 400 ? (tree.end[node] as number) - 1 : node,
    );
  }
  return counts;
}

/** The titles that a page gives for itself, in their normal form; empty where it gives none. */
export interface TitleAnchors {
  readonly og: string;
  readonly twitter: string;
  readonly title: string;
  readonly heading: string;
  readonly linked: string;
}

/** What is known of the titles of a page. */
export interface FoundTitles {
  readonly candidates: readonly Candidate[];
  readonly anchors: TitleAnchors;
  /** Name of the site in its normal form. */
  readonly site: string;
  readonly articles: number;
  readonly headings: HeadingCounts;
}

function addMetas(list: CandidateList, view: PageView): { og: string; twitter: string; site: string } {
  const found = { og: '', twitter: '', site: '' };
  for (const { name, content } of view.evidence.metas) {
    if (name === 'og:title' && found.og === '') found.og = tidy(decodeReferences(content));
    else if (name === 'twitter:title' && found.twitter === '')
      found.twitter = tidy(decodeReferences(content));
    else if (name === 'og:site_name' || (name === 'application-name' && found.site === ''))
      found.site = normalForm(content);
    else if (/title|headline/.test(name) && !/site|image|title[:_-](?:font|color)|apple|tile/.test(name))
      addText(list, content, 'meta');
  }
  addText(list, found.og, 'og');
  addText(list, found.twitter, 'twitter');
  return found;
}

/** Adds the headlines of structured data; answers the first of an article, and the number of articles. */
function addLinked(list: CandidateList, view: PageView): { linked: string; articles: number } {
  let articles = 0;
  let linked = '';
  for (const object of view.evidence.linked) {
    const isArticle = isArticleObject(object);
    const headline = textField(object, 'headline');
    addText(list, headline, isArticle ? 'ldHeadline' : 'ldOther');
    if (isArticle) {
      articles += 1;
      if (linked === '' && headline !== undefined)
        linked = normalForm(decodeReferences(headline.slice(0, longestRaw)));
      addText(list, textField(object, 'name'), 'ldName');
      addText(list, textField(object, 'alternativeHeadline'), 'ldAlternative');
    } else if (typesOf(object).some((type) => /WebPage/i.test(type)))
      addText(list, textField(object, 'name'), 'ldPage');
  }
  return { linked, articles };
}

/** Finds everything that may be the title of a page. */
export function findTitles(view: PageView): FoundTitles {
  const list = new CandidateList();
  const { title } = view.evidence;
  const { og, twitter, site } = addMetas(list, view);
  addText(list, title, 'title');
  addCuts(list, title, 'title');
  addCuts(list, og, 'og');
  const { linked, articles } = addLinked(list, view);
  const headings = addHeadings(list, view);
  const candidates = list.all;
  const heading = candidates.find((candidate) => candidate.sources.has('h1-0'))?.key ?? '';
  return {
    candidates,
    anchors: { og: normalForm(og), twitter: normalForm(twitter), title: normalForm(title), heading, linked },
    site,
    articles,
    headings,
  };
}
