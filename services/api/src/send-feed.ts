import { createHash } from 'node:crypto';
import { writeAtom, writeJsonFeed, writeRss, type FeedOut } from '@newsmill/search';
import { headerOf, type HttpReply, type HttpRequest } from './http-types.ts';

/** The forms of a feed, by the ending of its address. */
export const feedForms = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: writeRss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  json: { type: 'application/feed+json; charset=utf-8', write: writeJsonFeed },
} as const;
export type FeedForm = keyof typeof feedForms;

/** Whether the reader has this version already (RFC 9110, 13.1.2: weak comparison). */
export function isKnown(request: HttpRequest, etag: string): boolean {
  const known = (headerOf(request, 'if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

/** Answers with a feed, or 304 where the reader has it. Returns the body. */
export function sendFeed(feed: FeedOut, form: FeedForm, request: HttpRequest, reply: HttpReply): string | undefined {
  const { type, write } = feedForms[form];
  const text = write(feed);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', etag).header('cache-control', 'private, max-age=60').header('last-modified', new Date(feed.updated).toUTCString());
  if (isKnown(request, etag)) {
    reply.code(304);
    return undefined;
  }
  reply.header('content-type', type);
  return text;
}
