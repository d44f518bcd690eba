import { normalForm, tidy } from './candidates.ts';
import { metaOf, type Evidence } from './evidence.ts';
import type { LinkedObject } from './json-ld.ts';
import { namesOf } from './names.ts';

/** Words that a section has at most where the titles of the page hold it too: more are a headline. */
const mostWords = 3;
/** No section has a longer name. */
const longestSection = 60;
const ellipses = ['…', '...'];

const address = /^(?:https?:)?\/\/|^\/|^[a-z0-9-]+(?:\/[a-z0-9-]+)*\/$/i;

/** `economie` of `/news/economie/` and of `https://www.herald.example/economie`; empty where no word is in it. */
function lastPart(text: string): string {
  const path = text.replace(/^(?:https?:)?\/\/[^/]*/i, '').replace(/[?#].*/s, '');
  const part = path.split('/').findLast((piece) => /\p{L}/u.test(piece)) ?? '';
  return part
    .replace(/[-_+]+/g, ' ')
    .replace(/\s\d+$/, '')
    .trim();
}

/** Whether a text is the beginning of a title, cut with an ellipsis, as narrow trails print it. */
function isClipped(text: string, titles: readonly string[]): boolean {
  const mark = ellipses.find((ellipsis) => text.endsWith(ellipsis));
  if (mark === undefined) return false;
  const key = normalForm(text.slice(0, -mark.length));
  return key !== '' && titles.some((title) => normalForm(title).startsWith(key));
}

/** Whether a text is a headline of the page rather than the name of a place: several words of one of its titles. */
export function isHeadline(text: string, titles: readonly string[]): boolean {
  if (isClipped(text, titles)) return true;
  const key = normalForm(text);
  if (key.length > longestSection) return true;
  if (key.split(' ').length <= mostWords) return titles.some((title) => normalForm(title) === key);
  return titles.some((title) => normalForm(title).includes(key));
}

/**
 * Section of the paper that an article stands in: as its meta elements or structured data say, else the last
 * place of its breadcrumb. Where only an address is given, the last part of it; headlines are none.
 */
export function readSection(
  evidence: Evidence,
  object: LinkedObject | undefined,
  page: { readonly titles: readonly string[]; readonly breadcrumb: readonly string[] },
): string | undefined {
  const claimed = [
    metaOf(
      evidence,
      'article:section',
      'og:article:section',
      'section',
      'parsely-section',
      'cxenseparse:recs:articlesection',
    ),
    namesOf(object?.['articleSection'])[0],
  ].flatMap((claim) => (claim === undefined || tidy(claim) === '' ? [] : [tidy(claim)]));
  const named = [...claimed.filter((claim) => !address.test(claim)), ...page.breadcrumb.slice(-1)];
  const found = named.find((name) => !isHeadline(name, page.titles));
  const part = found ?? claimed.filter((claim) => address.test(claim)).map(lastPart)[0] ?? '';
  return part === '' ? undefined : part;
}
