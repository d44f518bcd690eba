import { describe, expect, it } from '@jest/globals';
import { readOpml } from './read-opml.ts';
import { writeOpml } from './write-opml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readOpml and writeOpml', () => {
  it('gives back what was written', () => {
    const feeds = [
      {
        title: 'Fog & "ferries" <daily>',
        xmlUrl: 'https://paper.example/feed?a=1&b=2',
        htmlUrl: 'https://paper.example/',
        category: 'local',
      },
      { xmlUrl: 'https://other.example/rss' },
    ];
    const text = writeOpml(feeds, { title: 'newsmill & co', created: 0 });
    expect(text).toContain('<opml version="2.0">');
    expect(text).toContain('<dateCreated>Thu, 01 Jan 1970 00:00:00 GMT</dateCreated>');
    expect(readOpml(bytes(text))).toEqual({
      title: 'newsmill & co',
      feeds: [feeds[0], { ...feeds[1], title: 'https://other.example/rss' }],
    });
  });
});
