import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceInput } from '@newsmill/contracts';
import type { Expectation } from '../../../test/newsweb/expectation.ts';
import { writeStory, writeTitle } from '../../../test/newsweb/write-story.ts';
import { fedVersion } from '../../../test/oracle/fed-version.ts';

const hosts = ['127.0.6.1', '127.0.6.2', '127.0.6.3', '127.0.6.4'];
/** A story comes out so often, milliseconds, at one paper after the other. */
const everyMs = 500;
/** Each so-manieth story is corrected, so long after it came out, milliseconds. */
const [correctedEach, correctedAfterMs] = [10, 60_000];
/** Stories that a feed names: those of some minutes. */
const listed = 60;

interface Story {
  readonly number: number;
  readonly title: string;
  /** Epoch milliseconds. */
  readonly out: number;
}

/** Papers that go on printing. */
export interface SoakPapers {
  readonly sources: readonly SourceInput[];
  /** Nothing new comes out from now on, and nothing is corrected. */
  end(): void;
  /** What must have become of all that came out. */
  expected(): readonly Expectation[];
  close(): void;
}

/** Starts papers that print stories without end, of which some are corrected later. */
export async function startSoakPapers(seed: number): Promise<SoakPapers> {
  const began = Date.now();
  let ended: number | undefined;
  const now = (): number => ended ?? Date.now();
  const storyOf = (number: number): Story => ({
    number,
    title: writeTitle('en', seed, number, 0),
    out: began + number * everyMs,
  });
  const count = (): number => Math.floor((now() - began) / everyMs) + 1;
  const versionsOf = ({ number, title, out }: Story) => {
    const isCorrected = number % correctedEach === 0 && out + correctedAfterMs <= now();
    return (isCorrected ? [1, 2] : [1]).map((version) => {
      const token = `soak${seed}n${number}v${version}`;
      return { token, ...writeStory('en', seed, number, title, token) };
    });
  };
  const origins = await Promise.all(
    hosts.map((host, place) => {
      const feed = (): string => {
        const entries = Array.from({ length: listed }, (_, back) => count() - 1 - back)
          .filter((number) => number >= 0 && number % hosts.length === place)
          .map(storyOf)
          .map(
            ({ number, title, out }) =>
              `<item><title>${title}</title><link>/story/${number}</link><pubDate>${new Date(out).toUTCString()}</pubDate></item>`,
          );
        return `<rss version="2.0"><channel><title>Soak Post ${place}</title>${entries.join('')}</channel></rss>`;
      };
      const page = (story: Story): string => {
        const { paragraphs = [] } = versionsOf(story).at(-1) ?? {};
        const date = new Date(story.out).toISOString();
        return `<!doctype html><html lang="en"><head><title>${story.title}</title><meta property="article:published_time" content="${date}"></head><body><article><h1>${story.title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
      };
      const server = createServer((request, reply) => {
        if (request.url === '/feed')
          return void reply.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed());
        const number = Number(/^\/story\/(\d+)$/.exec(request.url ?? '')?.[1] ?? Number.NaN);
        if (!(number < count())) return void reply.writeHead(404).end();
        return void reply
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(page(storyOf(number)));
      });
      return new Promise<{ readonly url: string; close(): void }>((resolve) =>
        server.listen(0, host, () => {
          const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
          resolve({
            url: `http://${host}:${port}`,
            close() {
              server.close();
              server.closeAllConnections();
            },
          });
        }),
      );
    }),
  );
  const sourceIdOf = (place: number): string => `soak-post-${place}`;
  return {
    sources: origins.map(({ url }, place) => ({
      id: sourceIdOf(place),
      name: `Soak Post ${place}`,
      channels: [{ kind: 'feed', url: `${url}/feed`, interval: '3s' }],
      language: 'en',
      allowPrivate: [new URL(url).host],
      limits: { delay: '0ms' },
    })),
    end() {
      ended = Date.now();
    },
    expected: () =>
      Array.from({ length: count() }, (_, number): Expectation => {
        const story = storyOf(number);
        const url = `${origins[number % hosts.length]?.url ?? ''}/story/${number}`;
        const versions = versionsOf(story).map(({ token, paragraphs }) => fedVersion(token, paragraphs));
        return {
          url,
          finalUrl: url,
          alsoAs: [],
          fate: 'indexed',
          token: versions.at(-1)?.token ?? '',
          versions,
          title: story.title,
          published: new Date(story.out).toISOString(),
          language: 'en',
          sourceId: sourceIdOf(number % hosts.length),
        };
      }),
    close: () => origins.forEach((origin) => origin.close()),
  };
}
