import { writeAtom, writeJsonFeed, writeRss, type FeedOut } from '@newsmill/search';
import type { HttpReply } from './http-types.ts';

/** The forms of a feed, by the ending of its address. */
export const feedForms = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: writeRss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  json: { type: 'application/feed+json; charset=utf-8', write: writeJsonFeed },
} as const;
export type FeedForm = keyof typeof feedForms;

/** The text of a feed, with its headers; the ETag comes with every answer of the API. */
export function sendFeed(feed: FeedOut, form: FeedForm, reply: HttpReply): string {
  const { type, write } = feedForms[form];
  reply
    .header('content-type', type)
    .header('cache-control', 'private, max-age=60')
    .header('last-modified', new Date(feed.updated).toUTCString());
  return write(feed);
}
