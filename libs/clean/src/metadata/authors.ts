import { blockText } from '../body/read-blocks.ts';
import { attributeOf, COMMENTS, SKIPPED, textOf } from '../tree/tree.ts';
import { decodeReferences } from '../tree/entities.ts';
import { tags } from '../tree/tags.ts';
import { AUTHOR_ROLE, bylineFamily, familyCount } from '../tree/vocabulary.ts';
import { CandidateList, firstPosition, normalForm, tidy, writeAnySources, writeSources, type Candidate } from './candidates.ts';
import { isArticleObject, textField, typesOf, type LinkedObject } from './json-ld.ts';
import { blockBehind, distanceToBody, type PageView } from './page-view.ts';

const sources = ['ldAuthor', 'ldAuthorGroup', 'ldOther', 'ldOtherGroup', 'ldCreator', 'ldCreatorGroup', 'ldPerson', 'metaAuthor', 'metaArticle', 'metaOther', 'byline-0', 'byline-1', 'by', 'link', 'class', 'profile', 'itemprop', 'nearTitle', 'entry'] as const;
const onPage = ['byline-0', 'byline-1', 'by', 'link', 'class', 'profile', 'itemprop'];
export const authorFeatureCount = sources.length * 2 + 15;

const parting = /\s*(?:[,;|/•·&\n–]|\s(?:and|und|et|y|i|og|och|en|e|with|mit)\s|\s-\s)\s*/u;
const credit = /^\s*(?:written by|reported by|posted by|story by|words by|by|von|par|por|di|da|door|af|av|text|texte|testo|texto|auteur|autor(?:in)?|autore|author|ein artikel von|eine kolumne von|ein gastbeitrag von|redaktion|文|作者|记者|記者|取材|撰文|أعدّ|بقلم|كتب|كتبت|автор|tekst|skrevet av)(?:\b|(?<=\P{ASCII}))\s*[:：]?\s*/iu;
const creditMark = /^\s*(?:by|von|par|por|di|door|af|av|text|author|autor(?:in)?|written by|文|作者|记者|記者|بقلم|автор)\s*[:：]?\s+\S/iu;

/** Names as Chinese, Japanese and Korean papers credit them, within a longer line. */
const eastCredit = /(?:作者|记者|記者|撰文|文\/)\s*[:：]?\s*([\p{Script=Han}·]{2,4})(?![\p{Script=Han}])|([\p{Script=Hangul}]{2,4})\s?(?:기자|특파원|논설위원)(?![\p{Script=Hangul}])/gu;

class AuthorList {
  /** Adds a name that a line credits by its form. */
  credit(name: string, position: number): void {
    const key = normalForm(name);
    this.list.add(name, key, 'by', position);
    this.credited.add(key);
  }

  readonly list = new CandidateList();
  readonly credited = new Set<string>();

  /** Adds every name in a text such as `By Ada Moss and Ben Lark`. */
  add(raw: unknown, source: string, position = 0): void {
    if (typeof raw !== 'string' || raw.length > 300 || /^\s*https?:|facebook\.com|twitter\.com/i.test(raw)) return;
    const text = tidy(decodeReferences(raw).replace(/<[^>]+>/g, ' ')).replace(/^[—–\-\s]+/, '');
    const isCredited = creditMark.test(text);
    for (const part of text.replace(credit, '').split(parting)) {
      const name = part.replace(credit, '').replace(/\s+(?:기자|記者|记者)$/, '').replace(/^(?:记者|記者)\s*[:：]?/, '').replace(/[\s.,:;|]+$/, (end) => (/\b(?:Jr|Sr|[A-Z])\.$/.test(part) ? end.trim() : ''));
      const key = normalForm(name);
      if (key.length < 2 || key.length > 60) continue;
      this.list.add(name.trim(), key, source, position);
      if (isCredited) this.credited.add(key);
    }
  }

  people(value: unknown, source: string, names: ReadonlyMap<string, string>): void {
    for (const person of Array.isArray(value) ? value.slice(0, 20) : [value]) {
      if (typeof person === 'string') this.add(names.get(person) ?? person, source);
      if (typeof person !== 'object' || person === null) continue;
      const object = person as LinkedObject; // an object, by the line above
      const isGroup = typesOf(object).some((type) => /Organization/i.test(type));
      const { name } = object;
      for (const one of Array.isArray(name) ? name : [name]) this.add(one, isGroup ? `${source}Group` : source);
      const id = object['@id'];
      if (name === undefined && typeof id === 'string') this.add(names.get(id), source);
    }
  }
}

function addLinked(authors: AuthorList, view: PageView, publishers: Set<string>): void {
  const names = new Map<string, string>();
  for (const object of view.evidence.linked) {
    const id = object['@id'];
    const name = textField(object, 'name');
    if (typeof id === 'string' && name !== undefined) names.set(id, name);
  }
  for (const object of view.evidence.linked) {
    const source = isArticleObject(object) ? 'ldAuthor' : 'ldOther';
    if (object['author'] !== undefined) authors.people(object['author'], source, names);
    if (object['creator'] !== undefined) authors.people(object['creator'], 'ldCreator', names);
    if (typesOf(object).includes('Person')) authors.add(object['name'], 'ldPerson');
    const { publisher } = object;
    if (typeof publisher === 'object' && publisher !== null && 'name' in publisher) publishers.add(normalForm(String(publisher.name)));
  }
}

function addMetas(authors: AuthorList, view: PageView, publishers: Set<string>): void {
  for (const { name, content } of view.evidence.metas) {
    if (name === 'og:site_name') publishers.add(normalForm(content));
    if (!/author|creator|byl$|byline/.test(name) || /url|id$|twitter:creator|image/.test(name)) continue;
    authors.add(content, name === 'author' ? 'metaAuthor' : name.includes('article:author') ? 'metaArticle' : 'metaOther');
  }
}

const profile = /\/(?:authors?|autor(?:en|es|i)?|auteurs?|profiles?|people|person|team|contributors?|writers?|staff|journalists?|by|redaktion|user|users|reporters?|columnists?|correspondents)\/[^/?#]+/i;

/** Names in elements called author or byline, in links to profiles, and in microdata. */
function addElements(authors: AuthorList, view: PageView): void {
  const { tree, blocks } = view;
  const stop = view.firstBody >= 0 ? (blocks.first[view.firstBody] as number) + 4_000 : tree.size;
  for (let node = 0; node < tree.size; node += 1) {
    const tag = tree.tag[node] as number;
    if (tag === 1 || (tree.flags[node] as number) & (SKIPPED | COMMENTS)) continue;
    const isAuthor = ((tree.roles[node] as number) & AUTHOR_ROLE) !== 0;
    if (tag !== tags.a && !isAuthor) continue;
    if ((tree.end[node] as number) - node > 24) continue;
    const at = blockBehind(blocks, node);
    if (tag === tags.a) {
      const href = attributeOf(tree, node, 'href') ?? '';
      const isRelated = /\bauthor\b/.test(attributeOf(tree, node, 'rel') ?? '');
      if (isRelated) authors.add(textOf(tree, node, 120), 'link', at);
      else if (isAuthor) authors.add(textOf(tree, node, 120), 'class', at);
      else if (node < stop && profile.test(href)) authors.add(textOf(tree, node, 120), 'profile', at);
      continue;
    }
    const itemprop = attributeOf(tree, node, 'itemprop') ?? '';
    if (/^(?:author|creator)$/i.test(itemprop)) authors.add(textOf(tree, node, 150), 'itemprop', at);
    else if (tag === tags.span || (tree.end[node] as number) - node < 6) authors.add(textOf(tree, node, 150), 'class', at);
  }
}

function addLines(authors: AuthorList, view: PageView): void {
  const { tree, blocks } = view;
  for (let index = 0; index < blocks.size; index += 1) {
    const weight = blocks.weight[index] as number;
    if (weight > 25) continue;
    const node = blocks.node[index] as number;
    if ((tree.flags[node] as number) & COMMENTS) continue;
    const near = tree.nearRows[(tree.near[node] as number) * familyCount + bylineFamily] as number;
    let roles = tree.roles[node] as number;
    let level = 0;
    for (let ancestor = tree.parent[node] as number; ancestor >= 0 && level < 3 && !(roles & AUTHOR_ROLE); ancestor = tree.parent[ancestor] as number) {
      roles = tree.roles[ancestor] as number;
      level += 1;
    }
    if (roles & AUTHOR_ROLE) for (const match of blockText(blocks, index).matchAll(eastCredit)) authors.credit(match[1] ?? match[2] ?? '', index);
    if (roles & AUTHOR_ROLE) authors.add(blockText(blocks, index), level === 0 ? 'byline-0' : 'byline-1', index);
    else if (weight < 20 && (near >= 0 || index < view.firstBody + 3 || weight < 6)) {
      const text = blockText(blocks, index);
      for (const match of text.matchAll(eastCredit)) authors.credit(match[1] ?? match[2] ?? '', index);
      if (creditMark.test(text)) authors.add(text, 'by', index);
      else if (view.firstBody >= 0 && index >= view.firstBody - 6 && index < view.firstBody && weight <= 5) authors.add(text, 'nearTitle', index);
    }
  }
}

const notNames = /editor|redaktion|staff|news|press|agency|reporter|correspondent|writer|team|admin|read|more|all|posts|follow|share|email|updated|published|photo|about|view|profile|comment|minutes?|contributor|subscribe|january|february|march|april|june|july|august|september|october|november|december/i;

/** Every name that may be one of an author. */
export function authorCandidates(view: PageView): { readonly candidates: Candidate[]; readonly rows: Float32Array } {
  const authors = new AuthorList();
  const publishers = new Set<string>();
  addLinked(authors, view, publishers);
  addMetas(authors, view, publishers);
  addElements(authors, view);
  addLines(authors, view);
  const host = /^[a-z]+:\/\/(?:www\.)?([^/:.]+)/i.exec(view.url)?.[1]?.toLowerCase() ?? '';
  const candidates = authors.list.all.slice(0, 150);
  const rows = new Float32Array(candidates.length * authorFeatureCount);
  candidates.forEach((candidate, index) => {
    let at = writeSources(rows, index * authorFeatureCount, sources, candidate);
    at = writeAnySources(rows, at, sources, candidates);
    const parts = candidate.text.split(' ');
    const { key } = candidate;
    const values = [
      candidate.sources.size, parts.length, candidate.text.length, parts.filter((part) => /^\p{Lu}/u.test(part)).length / parts.length, /\d/.test(candidate.text) ? 1 : 0, publishers.has(key) ? 1 : 0,
      [...publishers].some((name) => name !== '' && (name.includes(key) || key.includes(name))) ? 1 : 0, distanceToBody(view, firstPosition(candidate, onPage)), candidates.length, authors.credited.has(key) ? 1 : 0, notNames.test(candidate.text) ? 1 : 0,
      /[@.:!?]/.test(candidate.text) ? 1 : 0, candidates.filter((other) => other !== candidate && other.key.includes(key)).length, candidates.filter((other) => other !== candidate && key.includes(other.key)).length, host !== '' && key.replaceAll(' ', '').includes(host) ? 1 : 0,
    ];
    for (const value of values) rows[at++] = value;
  });
  return { candidates, rows };
}
