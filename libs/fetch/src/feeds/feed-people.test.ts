import { describe, expect, it } from '@jest/globals';
import { parseFeed } from './parse-feed.ts';

const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
const atomName = 'http://www.w3.org/2005/Atom';

function authorsOf(text: string): unknown {
  return parseFeed(text)?.feed.entries[0]?.people;
}
const rss = (item: string, channel = ''): unknown =>
  authorsOf(
    `<rss version="2.0" ${dc} xmlns:g="http://www.google.com/schemas/play-podcasts/1.0"><channel>${channel}<item><title>t</title>${item}</item></channel></rss>`,
  );

describe('authors of an entry', () => {
  it.each([
    ['elements of one name', '<dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator>'],
    ['a group', '<authors><author>Ann</author><author>Bob</author></authors>'],
    ['a text parted by semicolons', '<author>Ann; Bob</author>'],
    ['a list of RDF', '<dc:creator><Seq><li>Ann</li><li>Bob</li></Seq></dc:creator>'],
  ])('come from %s', (_title, item) => {
    expect(rss(item)).toEqual([{ name: 'Ann' }, { name: 'Bob' }]);
  });
  it.each([
    'a@x.example (Ann), b@x.example (Bob)',
    'Ann &lt;a@x.example&gt;, Bob &lt;b@x.example&gt;',
    'a@x.example (Ann); b@x.example (Bob)',
  ])('are told apart by their addresses in %s', (text) => {
    expect(rss(`<author>${text}</author>`)).toEqual([
      { name: 'Ann', email: 'a@x.example' },
      { name: 'Bob', email: 'b@x.example' },
    ]);
  });
  it.each([
    ['Lee, Ann', 'Lee, Ann'],
    ['Ann &amp;amp; Bob', 'Ann &amp; Bob'],
    ['Ann <b>Lee</b>', 'Ann Lee'],
  ])('are one in %s', (text, name) => {
    expect(rss(`<author>${text}</author>`)).toEqual([{ name }]);
  });
  it('are those of the feed it was copied from, before those of its feed', () => {
    const feed = (entry: string): string =>
      `<feed xmlns="${atomName}"><author><name>Planet</name></author><entry><title>t</title>${entry}</entry></feed>`;
    const source = '<source><title>s</title><author><name>Ann</name></author></source>';
    expect([
      authorsOf(feed(source)),
      authorsOf(feed(`${source}<author><name>Bob</name></author>`)),
      authorsOf(feed('')),
    ]).toEqual([[{ name: 'Ann' }], [{ name: 'Bob' }], [{ name: 'Planet' }]]);
  });
  it('are those of the JSON feed where an item names none', () => {
    const json = (item: object): unknown =>
      authorsOf(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          authors: [{ name: 'Ann' }],
          items: [{ id: '1', ...item }],
        }),
      );
    expect([json({}), json({ authors: [{ name: 'Bob' }] })]).toEqual([[{ name: 'Ann' }], [{ name: 'Bob' }]]);
  });
  it('are no editors and web masters of the channel', () => {
    expect(rss('', '<managingEditor>e@x.example (Ed)</managingEditor>')).toEqual([]);
  });
  it('bear the names of both namespaces of Dublin Core, and of Google Play', () => {
    expect([
      rss('<t:creator xmlns:t="http://purl.org/dc/terms/">Ann</t:creator>'),
      rss('<g:author>Ann</g:author>'),
      rss('', '<g:author>Ann</g:author>'),
    ]).toEqual([[{ name: 'Ann' }], [{ name: 'Ann' }], [{ name: 'Ann' }]]);
  });
});
