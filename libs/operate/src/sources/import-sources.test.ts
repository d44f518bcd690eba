import { describe, expect, it } from '@jest/globals';
import { Source } from '@newsmill/contracts';
import { feedsOf, planImport } from './import-sources.ts';

const existing = [
  Source.parse({
    id: 'paper-example',
    name: 'Paper',
    channels: [
      { url: 'https://paper.example/feed' },
      { kind: 'sitemap', url: 'https://paper.example/sitemap.xml' },
    ],
    tags: ['local', 'sea'],
  }),
];

describe('planImport', () => {
  it('makes a source of each feed that is not there yet, with a name of its own', () => {
    const plan = planImport(
      [
        { title: 'Paper', xmlUrl: 'https://paper.example/feed?utm_source=opml' },
        { title: 'Paper: Sport', xmlUrl: 'https://paper.example/sport', category: 'News/Sport' },
        { title: 'Paper: Sport', xmlUrl: 'https://paper.example/sport2' },
        { title: 'Paper: Sport', xmlUrl: 'https://paper.example/sport3' },
        { xmlUrl: 'feed://www.other.example/rss' },
        { xmlUrl: 'https://www.other.example/rss' },
      ],
      existing,
    );
    expect(plan.sources).toEqual([
      {
        id: 'paper-example-paper-sport',
        name: 'Paper: Sport',
        channels: [{ kind: 'feed', url: 'https://paper.example/sport' }],
        tags: ['News', 'Sport'],
      },
      {
        id: 'paper-example-paper-sport-2',
        name: 'Paper: Sport',
        channels: [{ kind: 'feed', url: 'https://paper.example/sport2' }],
        tags: [],
      },
      {
        id: 'paper-example-paper-sport-3',
        name: 'Paper: Sport',
        channels: [{ kind: 'feed', url: 'https://paper.example/sport3' }],
        tags: [],
      },
      {
        id: 'other-example',
        name: 'www.other.example',
        channels: [{ kind: 'feed', url: 'https://www.other.example/rss' }],
        tags: [],
      },
    ]);
    expect(plan.known).toEqual([
      'https://paper.example/feed?utm_source=opml',
      'https://www.other.example/rss',
    ]);
  });
  it('refuses what is no address of the web', () => {
    expect(
      planImport([{ xmlUrl: 'ftp://x.example/feed' }, { xmlUrl: 'nonsense' }], []).refused.map(
        ({ address }) => address,
      ),
    ).toEqual(['ftp://x.example/feed', 'nonsense']);
  });
});

describe('feedsOf', () => {
  it('gives the feeds with their names and labels, and nothing else', () => {
    expect(feedsOf(existing)).toEqual([
      { title: 'Paper', xmlUrl: 'https://paper.example/feed', category: 'local,sea' },
    ]);
  });
});
