import { patternSet } from '../patterns/pattern-set.ts';
import { lowerCase } from './characters.ts';

/**
 * Families of words in class names and ids, by what a box that carries them is for. Their order is part of
 * the trained weights.
 */
const families: readonly RegExp[] = [
  /\bnav|menu|footer|breadcrumb|masthead|top-?bar|toolbar|side-?bar|\baside|widget|cookie|consent|gdpr|site-?header/i,
  /shar(e|ing)|social|facebook|twitter|whatsapp|follow/i,
  /relat|recommend|read-?(more|next|also)|more-|teaser|promo|popular|trending|most-?(read|view)|\bcard|carousel|latest|similar|outbrain|taboola|also|mehr|weitere|recirc|linked|headlines|onward|ranking/i,
  /comment|disqus|discuss|reply|replies|forum|thread|respond/i,
  /caption|credit|image|photo|gallery|video|media|figure|bild|picture|player|copyright/i,
  /author|byline|autor|date|time|meta\b|publi|contributor|reporter|bio\b|writer/i,
  /newsletter|subscri|paywall|sign-?up|log-?in|register|abo\b|piano|premium|regwall|offer|donat/i,
  /\bad[s_-]?\b|\bads|advert|sponsor|banner|werbung|anzeige|\bdfp|affiliate|commerce/i,
  /article|story|body|content|post|entry|text|paragraph|artikel|prose|copy\b|rich|news/i,
  /tag|topic|categor|keyword|label|rubri|section-name|kicker|overline/i,
  /info-?box|fact-?box|\bbox|summary|faq|key-?point|highlight|quick|pull-?quote|intro|lead|standfirst|sub-?(head|title)|deck|dek\b|toc\b/i,
  /hidden|sr-only|visually|screen-reader|print|collapsed|tooltip|popup|modal|overlay|dialog/i,
];
export const familyCount = families.length;
/** Number of the family of comment words, and of author and date words, among the families. */
export const commentFamily = 3;
export const bylineFamily = 5;

const comments =
  /(^|[\s_-])(comments?|comment-?list|comment[_-]?(list|area|content|body|container|thread|section)|disqus[_-]?thread|respond|testimonials?|reviews?-?(list|slider|carousel))([\s_-]|$)/i;

/**
 * What is known of one attribute value: families as bits, whether it names a box of readers' comments, hashes
 * of its words.
 */
export interface Words {
  readonly families: number;
  readonly isComments: boolean;
  readonly hashes: readonly number[];
  /** What the value says of the text inside, as bits of `roles`. */
  readonly roles: number;
}

export const HEADLINE_ROLE = 1;
export const AUTHOR_ROLE = 2;
export const PUBLISHED_ROLE = 4;
export const MODIFIED_ROLE = 8;
export const BREADCRUMB_ROLE = 16;
const BIO_ROLE = 32;
export const CREDIT_ROLE = 64;
const SECTION_ROLE = 128;
export const SUBTITLE_ROLE = 256;
export const TAG_ROLE = 512;
export const PAYWALL_ROLE = 1_024;
export const DATE_ROLE = 2_048;
export const PERSON_ROLE = 4_096;
const roles: readonly (readonly [number, RegExp])[] = [
  [
    HEADLINE_ROLE,
    /(^|[\s_-])(headline|entry-?title|post-?title|article-?title|article__title|article-header__title|story-?title|news-?title|page-?title|titulo|content-?title)([\s_-]|$)/i,
  ],
  [AUTHOR_ROLE, /author|byline|autor|writer|reporter|journalist|verfasser|redacteur|forfatter|contributor/i],
  [PUBLISHED_ROLE, /publish|pub-?date|datepublished|entry-date|post-?date|article-?date|posted-on/i],
  [MODIFIED_ROLE, /modif|updat|aktualis/i],
  [BREADCRUMB_ROLE, /bread-?crumb|ariane|\bcrumbs?\b|\bbread(?:nav)?\b/i],
  [BIO_ROLE, /author-?(bio|info|box|desc|card|about)|about-?(the-)?author|\bbio\b|biograph/i],
  [CREDIT_ROLE, /credit|copyright|photographer|quelle|image-?source|fotograf/i],
  [SECTION_ROLE, /section-?(name|title|label)|kicker|overline|eyebrow|category|rubri/i],
  [
    SUBTITLE_ROLE,
    /sub-?(title|head|headline)|standfirst|deck\b|\bdek\b|vorspann|article-?(intro|lead|summary)|teaser-?text|chapo|sapo|ingress/i,
  ],
  [TAG_ROLE, /(^|[\s_-])(tags?|topics?|keywords?|post-tags|tag-?list|themen|schlagwort\w*)([\s_-]|$)/i],
  [PAYWALL_ROLE, /paywall|regwall|subscriber-?only|premium-?(wall|content|article)|piano-|locked-?content/i],
  [DATE_ROLE, /date|time|datum|fecha|stamp/i],
  [
    PERSON_ROLE,
    /(^|[\s_-])(vcard|fn|user-?name|nick-?name|submitted|creator|posted-?by|person|people|name|signature|credits?|redakteur\w*|journaliste|firma|editor|edit|colunista|periodista|penulis|yazar|muhabir|writtenby)([\s_-]|$)/i,
  ],
];

/**
 * Open addressing by hash of the value: ids plus one, 0 where there is none. Found without making a string.
 */
let slots = new Int32Array(131_072);
let values: string[] = [];
let valueHashes: number[] = [];
/** Values for which no slot is near: a page may be made so that all its hashes are alike. */
let crowded = new Map<string, number>();
const mostProbes = 32;
let entries: Words[] = [];
let generation = 0;
/** Less than half of the slots, so that searches stay short. */
const mostEntries = 60_000;
const longestValue = 400;

/** Number of the current life of the cache: ids of another life mean nothing. */
export function vocabularyGeneration(): number {
  return generation;
}

/** Forgets all values when there are too many; called between pages, never within one. */
export function trimVocabulary(): void {
  if (names.size >= mostNames) names = new Map();
  if (entries.length < mostEntries) return;
  slots = new Int32Array(slots.length);
  values = [];
  valueHashes = [];
  crowded = new Map();
  entries = [];
  generation += 1;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * Id of the attribute value that stands at `from` to `to` of a page, stable within one generation: numbers in
 * it do not count, so values that differ by them alone have one id. Values over 400 characters are cut.
 */
export function wordsId(html: string, from: number, to: number): number {
  const end = Math.min(to, from + longestValue);
  let hash = 0;
  let isInNumber = false;
  for (let index = from; index < end; index += 1) {
    const code = html.charCodeAt(index);
    if (!isDigit(code)) {
      hash = (Math.imul(hash, 31) + code) | 0;
      isInNumber = false;
    } else if (!isInNumber) {
      hash = (Math.imul(hash, 31) + 48) | 0;
      isInNumber = true;
    }
  }
  hash ^= hash >>> 15;
  for (let probe = 0; probe < mostProbes; probe += 1) {
    const slot = (hash + probe) & (slots.length - 1);
    const id = (slots[slot] as number) - 1;
    if (id < 0) {
      slots[slot] = entries.length + 1;
      return addValue(plainValue(html, from, end), hash);
    }
    if (valueHashes[id] === hash && isSame(values[id] as string, html, from, end)) return id;
  }
  const value = plainValue(html, from, end);
  const known = crowded.get(value);
  if (known !== undefined) return known;
  crowded.set(value, entries.length);
  return addValue(value, hash);
}

/** A value with every number as 0. */
function plainValue(html: string, from: number, end: number): string {
  return copyOf(html.slice(from, end).replace(/\d+/g, '0'));
}

const narrow = /^[\u0000-\u00ff]*$/;

/** A slice keeps its whole page alive; a copy made of its characters does not, and takes one byte each where it can. */
function copyOf(slice: string): string {
  const form = narrow.test(slice) ? 'latin1' : 'utf16le';
  return Buffer.from(slice, form).toString(form);
}

function addValue(value: string, hash: number): number {
  values.push(value);
  valueHashes.push(hash);
  entries.push(readWords(value));
  return entries.length - 1;
}

/** Whether a value, its numbers written as 0, stands in a page. */
function isSame(value: string, html: string, from: number, end: number): boolean {
  let at = from;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code === 48) {
      if (at >= end || !isDigit(html.charCodeAt(at))) return false;
      while (at < end && isDigit(html.charCodeAt(at))) at += 1;
    } else if (at < end && code === html.charCodeAt(at)) at += 1;
    else return false;
  }
  return at === end;
}

export function wordsOf(id: number): Words {
  return entries[id] as Words;
}

/** What the patterns say of one name: families from the lowest bit on, comments, roles in the order of their bits. */
const judge = patternSet([...families, comments, ...roles.map(([, pattern]) => pattern)]);
const commentsBit = 1 << familyCount;

/** What is known of one name of a value. */
interface NameWords {
  readonly bits: number;
  readonly hashes: readonly number[];
}
/** Names by themselves: most new values are made of known ones. */
let names = new Map<string, NameWords>();
const mostNames = 30_000;
/** Hashes that are kept of a value; a name that has begun is read whole. */
const mostHashes = 24;

/** No pattern looks past white space, so what holds for one of its names holds for a value. */
function readWords(value: string): Words {
  let bits = 0;
  let hashes: readonly number[] = [];
  for (const name of value.split(/\s+/)) {
    if (name === '') continue;
    const words = nameWords(name);
    bits |= words.bits;
    if (hashes.length === 0) hashes = words.hashes;
    else if (hashes.length < mostHashes) hashes = [...new Set([...hashes, ...words.hashes])];
  }
  return {
    families: bits & (commentsBit - 1),
    isComments: (bits & commentsBit) !== 0,
    hashes,
    roles: bits >> (familyCount + 1),
  };
}

function nameWords(name: string): NameWords {
  const known = names.get(name);
  if (known !== undefined) return known;
  const words = { bits: judge(name), hashes: hashesOf(name.slice(0, 40)) };
  names.set(copyOf(name), words);
  return words;
}

/** Hashes of a name and of the parts of a compound one. */
function hashesOf(name: string): number[] {
  const hashes = new Set([hashWord(name)]);
  const parts = name.split(/[-_]+|(?<=[a-z])(?=[A-Z])/);
  if (parts.length > 1) for (const part of parts) if (part.length > 1) hashes.add(hashWord(`~${part}`));
  return [...hashes];
}

/** Hash of a word, letter case aside. The trained weights depend on it. */
export function hashWord(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index += 1)
    hash = (Math.imul(hash, 31) + (lowerCase[word.charCodeAt(index)] as number)) | 0;
  return hash;
}
