import type { Expectation } from '../../test/newsweb/expectation.ts';
import { writeStory, writeTitle } from '../../test/newsweb/write-story.ts';
import { fedVersion } from '../../test/oracle/fed-version.ts';
import type { HostileAnswer } from './hostile-papers.ts';

/** A story of the honest paper tells in its address when it was published, epoch milliseconds. */
export const storyPath = /\/story\/(\d+)$/;
const publishEveryMs = 3_000;
const listed = 25;
const seed = 22;

interface Story {
  readonly token: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

function storyOf(time: number): Story {
  const index = Math.floor(time / publishEveryMs);
  const token = `honest${time}`;
  const title = `${writeTitle('en', seed, index, 0)}, part ${index % 10_000}`;
  return { token, title, paragraphs: writeStory('en', seed, index, title, token).paragraphs };
}

function expectationOf(time: number, sourceId: string, origin: string): Expectation {
  const { token, title, paragraphs } = storyOf(time);
  const url = `${origin}/story/${time}`;
  return {
    url,
    finalUrl: url,
    alsoAs: [],
    fate: 'indexed',
    token,
    versions: [fedVersion(token, paragraphs)],
    title,
    published: new Date(time).toISOString(),
    language: 'en',
    sourceId,
  };
}

/** A paper that means no harm. */
export interface HonestPaper {
  /** Its feed or a story; undefined for what it does not have. */
  answer(path: string, origin: string): HostileAnswer | undefined;
  /** Publishes no more; what must have become of every story that it tells of, the newest first. */
  rest(sourceId: string, origin: string): readonly Expectation[];
}

/** A paper that publishes a story every three seconds, from `began` on (epoch milliseconds). */
export function honestPaper(began: number): HonestPaper {
  const told = new Set<number>();
  let restedAt: number | undefined;
  /** Published last, newest first; from here on they are told. */
  const tellNewest = (): number[] => {
    const last = Math.floor(((restedAt ?? Date.now()) - began) / publishEveryMs);
    const times = Array.from(
      { length: Math.min(last + 1, listed) },
      (_, i) => began + (last - i) * publishEveryMs,
    );
    for (const at of times) told.add(at);
    return times;
  };
  return {
    answer(path, origin) {
      const time = storyPath.exec(path)?.[1];
      if (time !== undefined) {
        const { title, paragraphs } = storyOf(Number(time));
        return {
          type: 'text/html; charset=utf-8',
          body: `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
        };
      }
      if (path !== '/feed') return undefined;
      const times = tellNewest();
      return {
        type: 'application/rss+xml',
        body: `<rss version="2.0"><channel><title>Honest Post</title>${times.map((at) => `<item><title>${storyOf(at).title}</title><link>${origin}/story/${at}</link></item>`).join('')}</channel></rss>`,
      };
    },
    rest(sourceId, origin) {
      restedAt = Date.now();
      tellNewest();
      return [...told].sort((a, b) => b - a).map((time) => expectationOf(time, sourceId, origin));
    },
  };
}
