import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A paper on the loopback that names a hub, for tests. */
export interface LoopbackPaper {
  readonly server: Server;
  readonly origin: string;
  /** Words of the stories that the feed names. */
  readonly stories: string[];
  /** Requests for the feed. */
  polls: number;
  hub: string;
}

const story = (word: string) =>
  `The ${word} of the harbour was repaired on Tuesday by the volunteers of the town, who had waited for the tide since morning. `.repeat(
    8,
  );

function entriesOf(paper: LoopbackPaper, words: readonly string[]): string {
  return words
    .map(
      (word) =>
        `<entry><id>urn:${word}</id><title>About the ${word}</title><link href="${paper.origin}/story/${word}"/><updated>2026-11-24T10:00:00Z</updated></entry>`,
    )
    .join('');
}

/** Its feed with these stories, as the paper or its hub would send it. */
export function feedOf(paper: LoopbackPaper, words: readonly string[]): string {
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><id>urn:harbour</id><updated>2026-11-24T10:00:00Z</updated><link rel="hub" href="${paper.hub}"/><link rel="self" href="${paper.origin}/feed.xml"/>${entriesOf(paper, words)}</feed>`;
}

const longStory = '/story/the-long-way-home';

/** A story of two pages; the second is about a spinnaker. */
function longStoryPage(url: string): string {
  const isFirst = url === longStory;
  const text = story(isFirst ? 'ropewalk' : 'spinnaker');
  return `<!doctype html><html lang="en"><head><title>The long way home</title>${isFirst ? `<link rel="next" href="${longStory}?page=2">` : ''}</head><body><article><h1>The long way home</h1><p>${text}</p><p>${text.replaceAll('Tuesday', 'Thursday')}</p></article></body></html>`;
}

/** Starts a paper with one story, about a crane; `host` is the address of this machine that it listens on. */
export async function startLoopbackPaper(host = '127.0.0.1'): Promise<LoopbackPaper> {
  const server = createServer((request, reply) => {
    const { url = '/' } = request;
    if (url === '/feed.xml') {
      paper.polls += 1;
      return void reply
        .writeHead(200, { 'content-type': 'application/atom+xml' })
        .end(feedOf(paper, paper.stories));
    }
    const word = /^\/story\/([a-z]+)$/.exec(url)?.[1];
    if (url.split('?')[0] === longStory)
      return void reply.writeHead(200, { 'content-type': 'text/html' }).end(longStoryPage(url));
    if (word === undefined) return void reply.writeHead(404).end();
    return void reply
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<!doctype html><html lang="en"><head><title>About the ${word}</title></head><body><article><h1>About the ${word}</h1><p>${story(word)}</p><p>${story(word)}</p></article></body></html>`,
      );
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
  const paper: LoopbackPaper = {
    server,
    origin: `http://${host}:${port}`,
    stories: ['crane'],
    polls: 0,
    hub: '',
  };
  return paper;
}
