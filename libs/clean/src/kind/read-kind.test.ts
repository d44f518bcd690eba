import { describe, expect, it } from '@jest/globals';
import type { PageContext } from '../page-reading.ts';
import { readPage } from '../read-page.ts';

const url = 'https://harbour.example/threads/dinghy-rudder-4711';
const post = (name: string, text: string) =>
  `<li class="post"><div class="user"><a href="/user/${name}">${name}</a> Posts: 312 Joined: 2019</div><div class="message"><p>${text}</p></div><a href="#quote">Quote</a> <a href="#like">Like</a> <a href="#report">Report</a></li>`;
const forum = `<html lang="en"><head><title>Dinghy rudder | Harbour Forum</title><meta name="generator" content="phpBB"></head><body><nav><a href="/">Forum</a> <a href="/register">Register</a> <a href="/login">Log in</a></nav><h1>Dinghy rudder</h1><ul class="posts">${post('mudlark', 'Hi all, my rudder is loose again and I do not know which screws I should buy. Has anybody here had that problem with a boat of this age, and what did you do?')}${post('tiller', 'I had the same thing last year. You can get the screws at any shop, just ask for the long ones, and do not forget to put some grease on them before you turn them in.')}${post('mudlark', 'Thanks a lot! I will try that on Saturday and tell you how it went. Do I need to take the rudder off for this, or can I do it in the water?')}${post('anchor', 'Take it off, it is much easier. And please post a picture when you are done, so that others can see how it looks.')}</ul><form><textarea name="reply"></textarea><input type="submit" value="Post reply"></form></body></html>`;
const sentence = (day: string) =>
  `The council of the harbour town said on ${day} that the old crane would be repaired by the end of the year, since the money for it had been found. `;
const story = (head = '') =>
  `<html lang="en"><head><title>Old crane to be repaired</title>${head}</head><body><article><h1>Old crane to be repaired</h1><p class="byline">By Ada Moss</p><time datetime="2026-11-20T08:00:00Z">20 November 2026</time>${['Monday', 'Tuesday', 'Friday'].map((day) => `<p>${sentence(day).repeat(2)}</p>`).join('')}</article></body></html>`;
const isUnlikely = (html: string, context: Partial<PageContext> = {}) => {
  const { kind, flags } = readPage(
    { html },
    { url, now: Date.UTC(2026, 10, 27), isAnnounced: true, ...context },
  );
  return [kind, flags.includes('unlikely')];
};

describe('readKind', () => {
  it('marks a page that only its source calls an article', () => {
    expect(isUnlikely(forum)).toEqual(['article', true]);
    expect(isUnlikely(story())).toEqual(['article', false]);
  });

  it('believes a page that declares itself a dated news article, and whoever made rules for it', () => {
    const declared = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dinghy rudder","datePublished":"2026-11-20T08:00:00Z"}</script>`;
    expect(isUnlikely(forum.replace('</head>', `${declared}</head>`))).toEqual(['article', false]);
    expect(isUnlikely(forum, { rules: { body: ['.posts'] } })).toEqual(['article', false]);
  });

  it('drops it where no source speaks for it', () => {
    expect(isUnlikely(forum, { isAnnounced: false })).toEqual(['other', false]);
  });

  const short = (title: string, text: string) =>
    readPage(
      {
        html: `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`,
      },
      { url: 'https://harbour.example/news/4711', now: Date.UTC(2026, 10, 27), isAnnounced: true },
    ).kind;

  it.each([
    ['The 404 1,310: Where the harbour sings', sentence('Monday')],
    ['404 people crossed on the first ferry', sentence('Tuesday')],
  ])('takes the number in "%s" for no error', (title, text) => {
    expect(short(title, text)).toBe('article');
  });

  it.each([
    ['404', 'Go back to the harbour.'],
    [
      '404 | Harbour Courier',
      'Sorry, the page that you looked for could not be read: page not found. Try the search, or go back to the front page of the paper.',
    ],
    ['Error 404', sentence('Friday')],
    ['Page not found', sentence('Friday')],
  ])('takes "%s" for an error', (title, text) => {
    expect(short(title, text)).toBe('error');
  });
});
