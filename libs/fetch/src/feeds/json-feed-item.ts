import { absoluteUrl } from '../absolute-url.ts';
import type { FeedHead, FeedItem, FeedPerson } from './feed-document.ts';

/** An object of JSON. */
export type Json = { readonly [key: string]: unknown };

/** Whether a value of JSON is an object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function peopleOf(object: Json): FeedPerson[] {
  const said = listOf(object['authors']).length > 0 ? listOf(object['authors']) : listOf(object['author']);
  return said.flatMap((one) => {
    const name = textOf(isObject(one) ? one['name'] : one);
    const url = isObject(one) ? textOf(one['url']) : undefined;
    if (name === undefined && url === undefined) return [];
    return [{ ...(name === undefined ? {} : { name }), ...(url === undefined ? {} : { url }) }];
  });
}

function escapeHtml(text: string | undefined): string | undefined {
  return text?.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function addressOf(value: unknown, base: string | undefined): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : (absoluteUrl(text, base) ?? text);
}

/** The authors that a JSON Feed or its part names. */
export function jsonPeople(value: unknown): readonly FeedPerson[] {
  return isObject(value) ? peopleOf(value) : [];
}

/**
 * One item of a JSON Feed 1.0 or 1.1; `authors` are those of the feed, who wrote what names nobody (both
 * versions say so).
 */
export function jsonItem(item: Json, base: string | undefined, authors: readonly FeedPerson[]): FeedItem {
  const own = peopleOf(item);
  const address = (key: string): string | undefined => addressOf(item[key], base);
  const enclosures = listOf(item['attachments'])
    .filter(isObject)
    .flatMap((attachment) => {
      const url = textOf(attachment['url']);
      const type = textOf(attachment['mime_type']);
      const length = textOf(attachment['size_in_bytes']);
      return url === undefined
        ? []
        : [
            {
              url: absoluteUrl(url, base) ?? url,
              ...(type === undefined ? {} : { type }),
              ...(length === undefined ? {} : { length }),
            },
          ];
    });
  const id = textOf(item['id']);
  const summary = textOf(item['summary']);
  return {
    title: escapeHtml(textOf(item['title'])),
    link:
      address('url') ??
      address('external_url') ??
      (id !== undefined && /^https?:\/\//.test(id) ? id : undefined),
    id: id ?? address('url'),
    published: textOf(item['date_published']),
    updated: textOf(item['date_modified']),
    people: own.length > 0 ? own : authors,
    summary: escapeHtml(summary),
    content: textOf(item['content_html']) ?? escapeHtml(textOf(item['content_text'])),
    categories: listOf(item['tags']).flatMap((tag) => textOf(tag) ?? []),
    enclosures,
    image: address('image') ?? address('banner_image'),
    language: textOf(item['language']),
  };
}

/** What a JSON Feed says of itself; undefined when the object is no feed. */
export function jsonHead(
  root: Json,
  count: number,
  context: { readonly base: string | undefined; readonly isCut: boolean },
): FeedHead | undefined {
  if (count === 0 && !/jsonfeed/.test(textOf(root['version']) ?? '') && textOf(root['title']) === undefined)
    return undefined;
  const hub = listOf(root['hubs']).find(isObject);
  const address = (key: string): string | undefined => addressOf(root[key], context.base);
  return {
    format: 'json',
    title: escapeHtml(textOf(root['title'])),
    link: address('home_page_url'),
    id: address('feed_url'),
    people: peopleOf(root),
    summary: escapeHtml(textOf(root['description'])),
    language: textOf(root['language']),
    categories: [],
    image: address('icon') ?? address('favicon'),
    hubUrl: textOf(hub?.['url']),
    selfUrl: address('feed_url'),
    nextUrl: address('next_url'),
    isCut: context.isCut,
  };
}
