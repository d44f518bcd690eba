import { pageFetched, writeMessage, type FetchedPage } from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import type { Expectation } from '../../../test/newsweb/expectation.ts';
import { writeStory, writeTitle } from '../../../test/newsweb/write-story.ts';
import { fedVersion } from '../../../test/oracle/fed-version.ts';

const firstTime = Date.UTC(2026, 9, 1);

/** A page of the given number and version, and what must become of it. */
export function fedPage(
  seed: number,
  index: number,
  version: number,
): FetchedPage & { readonly told: Expectation } {
  const title = writeTitle('en', seed, index, 0);
  const token = `nw${seed}f${index}v${version}`;
  const { paragraphs } = writeStory('en', seed, index, title, token);
  const url = `http://paper.example/2026/10/story-${index}`;
  const fetchedAt = firstTime + index * 60_000 + version * 1_000;
  const body = `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${new Date(firstTime).toISOString()}"></head><body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
  return {
    item: `failing-${index}`,
    sourceId: 'paper',
    url,
    finalUrl: url,
    redirects: [],
    fetchedAt,
    firstSeen: firstTime + index * 60_000,
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    httpHeaders: {},
    tags: [],
    body: new TextEncoder().encode(body),
    told: {
      url,
      finalUrl: url,
      alsoAs: [],
      fate: 'indexed',
      token,
      versions: [fedVersion(token, paragraphs)],
      title,
      published: new Date(firstTime).toISOString(),
      language: 'en',
      sourceId: 'paper',
    },
  };
}

/** The page as the fetch stage sends it. */
export function fedMessage(page: FetchedPage): OutgoingMessage {
  const { item: key, fetchedAt: time } = page;
  return { topic: pageFetched.name, ...writeMessage(pageFetched, page, { key, source: 'fetch', time }) };
}
