import { textOf, type Tree } from '../tree/tree.ts';
import { decodeReferences } from '../tree/entities.ts';
import { tags } from '../tree/tags.ts';
import { HEADLINE_ROLE } from '../tree/vocabulary.ts';
import { CandidateList, firstPosition, normalForm, tidy, writeSources, type Candidate } from './candidates.ts';
import { isArticleObject, textField, typesOf } from './json-ld.ts';
import { blockBehind, type PageView } from './page-view.ts';

const sources = [
  'og', 'twitter', 'title', 'meta', 'titleFirst', 'titlePrefix', 'titlePrefix2', 'titleLast', 'titleSuffix', 'ogFirst', 'ogPrefix', 'ogPrefix2', 'ogLast', 'ogSuffix', 'ldHeadline', 'ldOther', 'ldName', 'ldAlternative', 'ldPage',
  'h1-0', 'h1-1', 'h1-2', 'h2-0', 'h2-1', 'h2-2', 'class-0', 'class-1', 'partRest', 'partLast', 'partLong', 'partFirst',
] as const;
const onPage = ['h1-0', 'h1-1', 'h1-2', 'h2-0', 'h2-1', 'h2-2', 'class-0', 'class-1', 'partRest', 'partLast', 'partLong', 'partFirst'];
const extras = 30;
export const titleFeatureCount = sources.length + extras;

const separators = /\s+[|\-–—•·»«:›>/~⋆]+\s+|\s*[|｜»]\s*|:\s+|\s+[-–—]|[-–—]\s+|_(?=\p{Script=Han})/gu;

/** Titles carry the name of the paper in front or behind, parted by a dash or a bar: every cut is a candidate. */
function addCuts(list: CandidateList, text: string, name: string): void {
  const cuts = [...text.matchAll(separators)].map((match) => ({ from: match.index, to: match.index + match[0].length })).filter((cut) => cut.to > cut.from).slice(0, 12);
  const first = cuts[0];
  const last = cuts.at(-1);
  if (first === undefined || last === undefined) return;
  const put = (part: string, source: string): void => list.add(tidy(part), normalForm(part), `${name}${source}`);
  put(text.slice(0, first.from), 'First');
  put(text.slice(0, last.from), 'Prefix');
  put(text.slice(last.to), 'Last');
  put(text.slice(first.to), 'Suffix');
  const before = cuts.at(-2);
  if (before !== undefined) put(text.slice(0, before.from), 'Prefix2');
}

function addText(list: CandidateList, raw: string | undefined, source: string, position = 0): void {
  if (raw === undefined) return;
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

interface HeadingCounts { h1: number; h2: number; styled: number }

function addHeading(list: CandidateList, view: PageView, node: number, counts: HeadingCounts): void {
  const { tree, blocks } = view;
  const tag = tree.tag[node];
  const text = textOf(tree, node, 600);
  if (text === '') return;
  const source = tag === tags.h1 ? `h1-${Math.min(2, counts.h1++)}` : tag === tags.h2 ? `h2-${Math.min(2, counts.h2++)}` : `class-${Math.min(1, counts.styled++)}`;
  const at = blockBehind(blocks, node);
  addText(list, text, source, at);
  const parts = partsOf(tree, node);
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
    node = Math.max(node, (tree.end[node] as number) - 1 < node + 400 ? (tree.end[node] as number) - 1 : node);
  }
  return counts;
}

/** Everything that may be the title of a page. */
export function titleCandidates(view: PageView): { readonly candidates: Candidate[]; readonly rows: Float32Array } {
  const { evidence } = view;
  const list = new CandidateList();
  let og = '';
  let twitter = '';
  let site = '';
  for (const { name, content } of evidence.metas) {
    if (name === 'og:title' && og === '') og = tidy(decodeReferences(content));
    else if (name === 'twitter:title' && twitter === '') twitter = content;
    else if (name === 'og:site_name') site = normalForm(content);
    else if (/title|headline/.test(name) && !/site|image|title[:_-](?:font|color)|apple|tile/.test(name)) addText(list, content, 'meta');
  }
  addText(list, og, 'og');
  addText(list, twitter, 'twitter');
  addText(list, evidence.title, 'title');
  addCuts(list, evidence.title, 'title');
  addCuts(list, og, 'og');
  let articles = 0;
  for (const object of evidence.linked) {
    const isArticle = isArticleObject(object);
    addText(list, textField(object, 'headline'), isArticle ? 'ldHeadline' : 'ldOther');
    if (isArticle) {
      articles += 1;
      addText(list, textField(object, 'name'), 'ldName');
      addText(list, textField(object, 'alternativeHeadline'), 'ldAlternative');
    } else if (typesOf(object).some((type) => /WebPage/i.test(type))) addText(list, textField(object, 'name'), 'ldPage');
  }
  const counts = addHeadings(list, view);
  const candidates = list.all;
  return { candidates, rows: titleRows(view, candidates, { og: normalForm(og), title: normalForm(evidence.title), site, articles, ...counts }) };
}

interface TitleFacts extends HeadingCounts { og: string; title: string; site: string; articles: number }

function share(words: readonly string[], of: ReadonlySet<string>): number {
  let found = 0;
  for (const word of words) if (of.has(word)) found += 1;
  return words.length === 0 ? 0 : found / words.length;
}

/** Broken escapes become spaces. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/%[0-9a-f]{0,2}/gi, ' ');
  }
}

function slugWords(url: string): Set<string> {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  return new Set(normalForm(decodePath(path).replace(/[_-]/g, ' ')).split(' '));
}

function titleRows(view: PageView, candidates: readonly Candidate[], facts: TitleFacts): Float32Array {
  const rows = new Float32Array(candidates.length * titleFeatureCount);
  const titleWords = new Set(facts.title.split(' '));
  const slug = slugWords(view.url);
  const keys = candidates.map((candidate) => candidate.key);
  const heading = candidates.find((candidate) => candidate.sources.has('h1-0'))?.key ?? '';
  const headline = candidates.find((candidate) => candidate.sources.has('ldHeadline'))?.key ?? '';
  candidates.forEach((candidate, index) => {
    let at = writeSources(rows, index * titleFeatureCount, sources, candidate);
    const { key, text } = candidate;
    const words = key.split(' ');
    const own = new Set(words);
    const position = firstPosition(candidate, onPage);
    const cover = share(words, titleWords);
    const block = position >= 0 && position < view.blocks.size ? position : -1;
    const values = [
      candidate.sources.size, words.length, text.length, cover, facts.title.startsWith(key) ? 1 : 0, facts.title.includes(key) ? 1 : 0, facts.og.includes(key) ? 1 : 0, facts.og.startsWith(key) ? 1 : 0,
      facts.site !== '' && key.includes(facts.site) ? 1 : 0, key === facts.site ? 1 : 0, keys.filter((other) => other !== key && other.includes(key)).length, keys.filter((other) => other !== key && key.includes(other)).length,
      position < 0 || view.firstBody < 0 ? 99 : Math.max(-30, Math.min(60, view.firstBody - position)), facts.h1, facts.h2, facts.articles, /[|–—]|\s-\s/.test(text) ? 1 : 0, /:\s/.test(text) ? 1 : 0, /[.…]$/.test(text) ? 1 : 0,
      candidates.length, facts.og === '' ? 0 : 1, facts.title === '' ? 0 : 1, share([...titleWords], own), share(words, slug), share([...slug], own), heading === '' ? -1 : share(heading.split(' '), own), headline === '' ? -1 : share(headline.split(' '), own),
      heading !== '' && heading === facts.og ? 1 : 0, facts.og !== '' && heading !== '' ? facts.og.length / heading.length : 0, block,
    ];
    for (const value of values) rows[at++] = value;
  });
  return rows;
}
