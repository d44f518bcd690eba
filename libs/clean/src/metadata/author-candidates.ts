import { blockText } from '../body/block-text.ts';
import { tags } from '../tree/tags.ts';
import { attributeOf, COMMENTS, FOOTER, NAV, SKIPPED, textOf } from '../tree/tree.ts';
import { AUTHOR_ROLE, bylineFamily, familyCount, PERSON_ROLE, TAG_ROLE } from '../tree/vocabulary.ts';
import {
  bylineNames,
  creditsWriting,
  easternNames,
  isCreditAlone,
  nameLikeness,
  namesJob,
  type BylineNames,
} from './byline-names.ts';
import { CandidateList, normalForm, type Candidate } from './candidates.ts';
import { isNobody } from './no-persons.ts';
import { copyrightOwner, siteOwner } from './owner-names.ts';
import { isArticleObject, textField, typesOf, type LinkedObject } from './json-ld.ts';
import { blockBehind, headingBlock, lastBodyOf, type PageView } from './page-view.ts';

/** Where names come from. The order is part of the trained weights. */
// biome-ignore format: a table, read by its rows
export const authorSources = [
  'ldAuthor', 'ldAuthorGroup', 'ldOther', 'ldOtherGroup', 'ldCreator', 'ldPerson', 'metaAuthor',
  'metaArticle', 'metaOther', 'metaLabel', 'byline-0', 'byline-1', 'by', 'byAlone', 'link', 'class',
  'profile', 'itemprop', 'person', 'nearTitle', 'tail', 'script', 'forOther', 'siteOwner', 'copyright',
] as const;
export type AuthorSource = (typeof authorSources)[number];
export const sourcesOnPage: readonly AuthorSource[] = [
  'byline-0',
  'byline-1',
  'by',
  'byAlone',
  'link',
  'class',
  'profile',
  'itemprop',
  'person',
  'nearTitle',
  'tail',
];

/** The possible authors of a page, and what is known of each. */
export class AuthorList {
  readonly list = new CandidateList();
  readonly credited = new Set<string>();
  /** How often a name was found, and in which object of structured data first. */
  readonly seen = new Map<string, number>();
  readonly object = new Map<string, number>();
  readonly publishers = new Set<string>();
  readonly bylines = new Map<string, BylineNames>();
  /** Place of a name among those of its line, the first being 0; the lowest that it has anywhere. */
  readonly place = new Map<string, number>();
  /** Names that stand behind a whole name in their line, and those beside a job: often both are a job too. */
  readonly behindName = new Set<string>();
  readonly besideJob = new Set<string>();
  /** Names of what an article is about, in normal form: tags and sections that stand in bylines. */
  readonly topics = new Set<string>();
  /** Parts of what a byline says of its writer in a box of its own beside the name: paper, job, place. */
  readonly positions = new Set<string>();
  /** Names beside such boxes, in normal form: what a line of both adds to them is no name. */
  readonly boxed = new Set<string>();

  /** The same bylines stand in many places of a page: each is read once. */
  read(raw: string): BylineNames {
    const known = this.bylines.get(raw);
    if (known !== undefined) return known;
    const read = bylineNames(raw);
    this.bylines.set(raw, read);
    return read;
  }

  put(name: string, source: AuthorSource, position: number, isCredited: boolean): void {
    const key = normalForm(name);
    if (key.length < 2 || key.length > 60 || isNobody(key)) return;
    this.list.add(name, key, source, position);
    this.seen.set(key, (this.seen.get(key) ?? 0) + 1);
    if (isCredited) this.credited.add(key);
  }

  /** Adds every name in a text such as `By Ada Moss and Ben Lark`. */
  add(raw: unknown, source: AuthorSource, position = 0): void {
    if (typeof raw !== 'string' || raw === '') return;
    const { names, isCredited, isForOther } = this.read(raw);
    for (const name of names) this.put(name, isForOther ? 'forOther' : source, position, isCredited);
    this.order(names);
  }

  /** Keeps where in its line each name stands. */
  order(names: readonly string[]): void {
    let isBehind = false;
    const jobs = names.filter(namesJob);
    names.forEach((name, index) => {
      const key = normalForm(name);
      this.place.set(key, Math.min(index, this.place.get(key) ?? index));
      if (isBehind) this.behindName.add(key);
      if (jobs.some((job) => job !== name)) this.besideJob.add(key);
      isBehind ||= nameLikeness(name) === 2;
    });
  }

  addEastern(text: string, position: number): void {
    for (const { name, isForOther } of easternNames(text))
      this.put(name, isForOther ? 'forOther' : 'by', position, !isForOther);
  }

  people(
    value: unknown,
    source: 'ldAuthor' | 'ldOther' | 'ldCreator',
    names: ReadonlyMap<string, string>,
    object: number,
  ): void {
    for (const person of Array.isArray(value) ? value.slice(0, 20) : [value]) {
      const before = this.list.byKey.size;
      if (typeof person === 'string') this.add(names.get(person) ?? person, source);
      else if (typeof person === 'object' && person !== null)
        this.person(person as LinkedObject, source, names); // an object, by this line
      for (const candidate of [...this.list.byKey.values()].slice(before))
        this.object.set(candidate.key, object);
    }
  }

  person(
    person: LinkedObject,
    source: 'ldAuthor' | 'ldOther' | 'ldCreator',
    names: ReadonlyMap<string, string>,
  ): void {
    const isGroup = source !== 'ldCreator' && typesOf(person).some((type) => /Organization/i.test(type));
    const { name, givenName, familyName } = person;
    for (const one of Array.isArray(name) ? name.slice(0, 20) : [name])
      this.add(one, isGroup ? `${source}Group` : source);
    const id = person['@id'];
    if (name === undefined && typeof id === 'string') this.add(names.get(id), source);
    if (name === undefined && typeof givenName === 'string' && typeof familyName === 'string')
      this.add(`${givenName} ${familyName}`, source);
  }
}

/** Objects that an article holds and somebody else made: pictures, claims that it checks, comments on it. */
const byOthers = /^(?:\w*(?:Image|Video|Audio|Media)Object|Photograph|Claim|Quotation|Comment|Clip)$/i;

function addLinked(authors: AuthorList, view: PageView): void {
  const names = new Map<string, string>();
  for (const object of view.evidence.linked) {
    const id = object['@id'];
    const name = textField(object, 'name');
    if (typeof id === 'string' && name !== undefined) names.set(id, name);
  }
  let number = 0;
  for (const object of view.evidence.linked) {
    if (typesOf(object).some((type) => byOthers.test(type))) continue;
    const source = isArticleObject(object) ? 'ldAuthor' : 'ldOther';
    if (object['author'] !== undefined) authors.people(object['author'], source, names, number);
    if (object['creator'] !== undefined) authors.people(object['creator'], 'ldCreator', names, number);
    if (typesOf(object).includes('Person')) authors.add(object['name'], 'ldPerson');
    if (source === 'ldAuthor') number += 1;
    const { publisher } = object;
    if (typeof publisher === 'object' && publisher !== null && 'name' in publisher)
      authors.publishers.add(normalForm(String(publisher.name)));
  }
}

function addMetas(authors: AuthorList, view: PageView): void {
  let label = '';
  for (const { name, content } of view.evidence.metas) {
    if (name === 'og:site_name' || name === 'application-name') authors.publishers.add(normalForm(content));
    if (name.startsWith('twitter:label')) label = content;
    // Sites built on one widespread system show the networks a card that says who wrote.
    else if (name.startsWith('twitter:data') && isCreditAlone(label)) authors.add(content, 'metaLabel');
    if (!/author|creator|byl$|byline|writer/.test(name) || /url|id$|twitter:creator|image/.test(name))
      continue;
    authors.add(
      content,
      name === 'author'
        ? 'metaAuthor'
        : /article:author|^cxenseparse:author/.test(name)
          ? 'metaArticle'
          : 'metaOther',
    );
  }
}

const profile =
  /\/(?:authors?|autor(?:en|es|i|a)?|auteurs?|profiles?|people|person|team|about|contributors?|writers?|staff|journalists?|by|redaktion|users?|reporters?|columnists?|correspondents|experten|experts?|newsteam|profil|members?|in)\/[^/?#]+|[?&_](?:author|autor)=|\/about-[a-z]/i;

/** A part of a byline by its class, `byline__category` or `article-author-tags`. */
const topicOfByline =
  /(?:byline|author)[\w-]{0,20}(?:categor(?:y|ies)|sections?|tags?|topics?|rubri[ck]\w{0,3})(?![\w-])/i;
/** Nodes of an element that names a topic, at most. */
const mostInTopic = 8;
/** Places in which the words of a whole byline count, with its topics. */
const besideTopics: ReadonlySet<string> = new Set([
  'byline-0',
  'byline-1',
  'by',
  'class',
  'nearTitle',
  'tail',
]);

/** A part of a byline for what somebody is, `byline-title`, and one for the name beside it. */
const positionOfByline = /(?:byline|author)[\w-]{0,20}(?:title|role|job|position|function)(?![\w-])/i;
const nameOfByline = /(?:byline|author)[\w-]{0,20}name(?![\w-])/i;
/** Nodes of a byline with both. */
const mostInByline = 40;

/** For an element that says what a writer is: the element beside it that says the name; -1 for any other. */
function nameBeside({ tree }: PageView, node: number): number {
  if (((tree.roles[node] as number) & AUTHOR_ROLE) === 0) return -1;
  if (!positionOfByline.test(attributeOf(tree, node, 'class') ?? '')) return -1;
  const parent = tree.parent[node] as number;
  const end = Math.min(tree.end[parent] as number, parent + mostInByline);
  for (let other = parent + 1; other < end; other += 1)
    if (
      tree.parent[other] === parent &&
      other !== node &&
      nameOfByline.test(attributeOf(tree, other, 'class') ?? '')
    )
      return other;
  return -1;
}

/** Notes what a byline says of its writer beside the name: `BBC News, Astana`, but `Ada Moss writes on trade`. */
function addPosition(authors: AuthorList, { tree }: PageView, node: number, beside: number): void {
  const name = normalForm(textOf(tree, beside, 150));
  for (const boxed of authors.read(textOf(tree, beside, 150)).names) authors.boxed.add(normalForm(boxed));
  for (const part of authors.read(textOf(tree, node, 150)).names) {
    const key = normalForm(part);
    if (!name.includes(key)) authors.positions.add(key);
  }
}

/** Names in elements called author, byline or person, in links to profiles, and in microdata and RDFa. */
function addElements(authors: AuthorList, view: PageView): void {
  const { tree, blocks } = view;
  const stop = view.firstBody >= 0 ? (blocks.first[view.firstBody] as number) + 4_000 : tree.size;
  for (let node = 0; node < tree.size; node += 1) {
    const tag = tree.tag[node] as number;
    if (tag === 1 || (tree.flags[node] as number) & (SKIPPED | COMMENTS)) continue;
    if (tag === tags.a && (tree.flags[node] as number) & NAV) continue;
    const roles = tree.roles[node] as number;
    if (namesTopic(view, node)) {
      for (const name of authors.read(textOf(tree, node, 150)).names) authors.topics.add(normalForm(name));
      continue;
    }
    const beside = nameBeside(view, node);
    if (beside >= 0) {
      addPosition(authors, view, node, beside);
      continue;
    }
    const isAuthor = (roles & AUTHOR_ROLE) !== 0;
    if (tag !== tags.a && (roles & (AUTHOR_ROLE | PERSON_ROLE)) === 0) continue;
    const size = (tree.end[node] as number) - node;
    if (size > 24) continue;
    if (tag === tags.a) addLink(authors, view, node, isAuthor, stop);
    else if (isAuthor) {
      if (/^(?:author|creator)$/i.test(attributeOf(tree, node, 'itemprop') ?? ''))
        authors.add(textOf(tree, node, 150), 'itemprop', blockBehind(blocks, node));
      else if (tag === tags.span || size < 6)
        authors.add(textOf(tree, node, 150), 'class', blockBehind(blocks, node));
    } else if (size < 8 && node < stop) {
      const text = textOf(tree, node, 80);
      if (text.length < 60) authors.add(text, 'person', blockBehind(blocks, node));
    }
  }
}

/**
 * Whether an element says that its words name a tag or a section: a link with `rel=tag` (microformat rel-tag),
 * or a part of a byline called a category (`byline__category`).
 */
function namesTopic({ tree }: PageView, node: number): boolean {
  if ((tree.end[node] as number) - node > mostInTopic) return false;
  const roles = tree.roles[node] as number;
  return (
    ((roles & AUTHOR_ROLE) !== 0 && topicOfByline.test(attributeOf(tree, node, 'class') ?? '')) ||
    (tree.tag[node] === tags.a &&
      (roles & TAG_ROLE) !== 0 &&
      /(?:^|\s)tag(?:\s|$)/i.test(attributeOf(tree, node, 'rel') ?? ''))
  );
}

/** Whether a name is one beside the box of a job, with words of that box behind it. */
function isBoxedAndMore({ boxed, list }: AuthorList, key: string): boolean {
  for (const name of boxed) if (key.startsWith(`${name} `) && list.byKey.has(name)) return true;
  return false;
}

/**
 * Whether a name is that of a topic, or part of what a byline says of its writer: it only stands where bylines do, and
 * nobody is credited by it.
 */
export function isTopic(authors: AuthorList, { key, sources }: Candidate): boolean {
  return (
    (authors.positions.has(key) ||
      isBoxedAndMore(authors, key) ||
      (authors.topics.has(key) && !authors.credited.has(key))) &&
    [...sources.keys()].every((source) => besideTopics.has(source))
  );
}

function addLink(authors: AuthorList, view: PageView, node: number, isAuthor: boolean, stop: number): void {
  const { tree, blocks } = view;
  const isRelated = isAuthor && /\bauthor\b/.test(attributeOf(tree, node, 'rel') ?? '');
  const source = isRelated
    ? 'link'
    : isAuthor
      ? 'class'
      : node < stop && profile.test(attributeOf(tree, node, 'href') ?? '')
        ? 'profile'
        : undefined;
  if (source !== undefined) authors.add(textOf(tree, node, 120), source, blockBehind(blocks, node));
}

/** Steps up to a box for bylines, at most three; -1 where there is none. */
function bylineLevel(view: PageView, node: number): number {
  const { tree } = view;
  let level = 0;
  for (let ancestor = node; ancestor >= 0 && level <= 3; ancestor = tree.parent[ancestor] as number) {
    if ((tree.roles[ancestor] as number) & AUTHOR_ROLE) return level;
    level += 1;
  }
  return -1;
}

function addLines(authors: AuthorList, view: PageView): void {
  const { tree, blocks } = view;
  const heading = headingBlock(view);
  for (let index = 0; index < blocks.size; index += 1) {
    const weight = blocks.weight[index] as number;
    if (weight > 25) continue;
    const node = blocks.node[index] as number;
    if ((tree.flags[node] as number) & COMMENTS) continue;
    const level = bylineLevel(view, node);
    if (level < 0 && (tree.flags[node] as number) & (NAV | FOOTER)) continue;
    const near = tree.nearRows[(tree.near[node] as number) * familyCount + bylineFamily] as number;
    if (level < 0 && (weight >= 20 || (near < 0 && index >= view.firstBody + 3 && weight >= 6))) continue;
    const text = blockText(blocks, index);
    authors.addEastern(text, index);
    if (weight <= 2 && isCreditAlone(text) && index + 1 < blocks.size)
      addBehindCredit(authors, view, index + 1);
    else if (level >= 0) authors.add(text, level === 0 ? 'byline-0' : 'byline-1', index);
    else addPlainLine(authors, view, { index, text, heading });
  }
}

/** Lines of names that one credit alone may head. */
const mostCredited = 5;

/** The line behind a credit without a name, and those behind it that are whole names too. */
function addBehindCredit(authors: AuthorList, view: PageView, from: number): void {
  const { blocks } = view;
  authors.add(blockText(blocks, from), 'byAlone', from);
  for (let index = from + 1; index < Math.min(blocks.size, from + mostCredited); index += 1) {
    if ((blocks.weight[index] as number) > 5 || nameLikeness(blockText(blocks, index)) !== 2) return;
    authors.add(blockText(blocks, index), 'byAlone', index);
  }
}

interface PlainLine {
  readonly index: number;
  readonly text: string;
  /** Number of the line that is the heading of the page. */
  readonly heading: number;
}

/** Names stand so near under the headline. */
const linesUnderHeading = 4;

/** A line in no box for bylines: one that begins as a credit, or short and just above the body. */
function addPlainLine(authors: AuthorList, view: PageView, line: PlainLine): void {
  const { index, text, heading } = line;
  const weight = view.blocks.weight[index] as number;
  const isCredited = creditsWriting(text);
  const isNear =
    weight <= 12 &&
    ((view.firstBody >= 0 && index >= view.firstBody - 8 && index < view.firstBody + 1) ||
      (heading >= 0 && index > heading && index <= heading + linesUnderHeading));
  if (!isCredited && !isNear) return;
  const { names } = authors.read(text);
  authors.order(names);
  for (const name of names)
    if (isCredited || weight <= 5 || nameLikeness(name) === 2)
      authors.put(name, isCredited ? 'by' : 'nearTitle', index, isCredited);
}

const signed = /[(（]\s*([^()（）]{2,50})[)）]\s*$/;

/** A Chinese text begins with who reports from where in so many characters. */
const datelineLength = 40;
/** A Chinese name in brackets behind the last sentence; papers, sites and remarks stand there too. */
const signedHan = /[。！？”」]\s?[(（](\p{Script=Han}{2,3})[)）]$/u;
const remarkHan =
  /[社網网報报臺台版文圖图完續续載载譯译訊讯電电者]$|^[完本据據圖图文待未下上節节摘轉转原作編编]/u;

/** A name in brackets at the end of a text. */
function addSigned(authors: AuthorList, end: string, index: number): void {
  const han = signedHan.exec(end)?.[1];
  if (han === undefined || remarkHan.test(han)) authors.add(signed.exec(end)?.[1], 'tail', index);
  else authors.put(han, 'by', index, true);
}

/** Writers sign below: a short line at the end of the body, or in brackets behind its last words. */
function addTail(authors: AuthorList, view: PageView): void {
  const { blocks } = view;
  const last = lastBodyOf(view);
  if (last < 0) return;
  for (let index = Math.max(0, last - 1); index < Math.min(blocks.size, last + 4); index += 1) {
    const weight = blocks.weight[index] as number;
    if (weight <= 6) authors.add(blockText(blocks, index), 'tail', index);
    else if (weight <= 20 && creditsWriting(blockText(blocks, index)))
      authors.add(blockText(blocks, index), 'by', index);
    else if (index <= last) addSigned(authors, blockText(blocks, index).slice(-60), index);
  }
  const first = view.isBody.indexOf(1);
  for (let index = first; index >= 0 && index <= first + 1 && index < blocks.size; index += 1)
    authors.addEastern(blockText(blocks, index).slice(0, datelineLength), index);
}

/** Fields of the state that scripts carry, the first being believed first; quotes may be escaped. */
const stateFields = ['author', 'byline', 'postedBy'];
/** One look at a page for all of them costs less than half of one for each. */
const anyField = /"(author|byline|postedBy)/g;
const stateValue =
  /(?:author(?:s|_?[nN]ame)?|byline|postedBy)\\?"\s*:\s*(?:\[\s*)?(?:\{[^{}\]]{0,80}?\\?"(?:name|title)\\?"\s*:\s*)?\\?"([^"\\<>]{3,80})\\?"/y;
const mostFields = 6;
const mostLooks = 400;

function addScripts(authors: AuthorList, view: PageView): void {
  const { html } = view.tree;
  const places = new Map(stateFields.map((field): [string, number[]] => [field, []]));
  for (const match of html.matchAll(anyField)) {
    const known = places.get(match[1] ?? '');
    if (known !== undefined && known.length < mostLooks) known.push(match.index + 1);
  }
  let found = 0;
  for (const at of [...places.values()].flat()) {
    stateValue.lastIndex = at;
    const value = stateValue.exec(html)?.[1];
    if (value === undefined) continue;
    authors.add(value, 'script');
    found += 1;
    if (found === mostFields) return;
  }
}

/** Finds every name on a page that may be one of an author. */
export function findAuthors(view: PageView): AuthorList {
  const authors = new AuthorList();
  addLinked(authors, view);
  addMetas(authors, view);
  addElements(authors, view);
  addLines(authors, view);
  addTail(authors, view);
  authors.add(siteOwner(view), 'siteOwner');
  const owner = copyrightOwner(view);
  if (owner !== undefined) authors.add(owner.name, 'copyright', owner.position);
  if (
    ![...authors.list.byKey.values()].some(
      (candidate) => candidate.sources.has('ldAuthor') || candidate.sources.has('metaAuthor'),
    )
  )
    addScripts(authors, view);
  return authors;
}
