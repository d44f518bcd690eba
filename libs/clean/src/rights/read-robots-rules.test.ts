import { describe, expect, it } from '@jest/globals';
import { readTree } from '../tree/read-tree.ts';
import { readRobotsRules } from './read-robots-rules.ts';
import { readRobotsDirectives } from './robots-directives.ts';

const meta = (content: string, name = 'robots') => `<meta name="${name}" content="${content}">`;
const rulesOf = (html: string, header?: string, agent: string | undefined = 'newsmill') =>
  readRobotsRules(readRobotsDirectives(readTree(html)), header, agent).map(
    ({ name, source, value }) => `${name}${value === undefined ? '' : `=${value}`} in ${source}`,
  );

describe('readRobotsRules', () => {
  it.each([
    [meta('noindex, nofollow'), ['noindex in meta robots', 'nofollow in meta robots']],
    [meta('NOARCHIVE NoSnippet'), ['noarchive in meta robots', 'nosnippet in meta robots']],
    [meta('none;noimageindex'), ['none in meta robots', 'noimageindex in meta robots']],
    [
      meta('max-snippet:50, max-image-preview:large'),
      ['max-snippet=50 in meta robots', 'max-image-preview=large in meta robots'],
    ],
    [
      meta('max-snippet: -1, max-video-preview: 0'),
      ['max-snippet=-1 in meta robots', 'max-video-preview=0 in meta robots'],
    ],
    [meta('max-snippet: many'), []],
    [
      meta('noai, noimageai, notranslate'),
      ['noai in meta robots', 'noimageai in meta robots', 'notranslate in meta robots'],
    ],
    [
      meta('unavailable_after: 25 Jun 2030 15:00:00 GMT, noarchive'),
      ['unavailable_after=2030-06-25T15:00:00.000Z in meta robots', 'noarchive in meta robots'],
    ],
    [
      meta('unavailable_after: Tue, 25 Jun 2030 15:00:00 GMT'),
      ['unavailable_after=2030-06-25T15:00:00.000Z in meta robots'],
    ],
    [
      meta('noarchive, unavailable_after: 2030-06-25'),
      ['noarchive in meta robots', 'unavailable_after=2030-06-25T00:00:00.000Z in meta robots'],
    ],
    [meta('unavailable_after: some day'), []],
    [meta('noarchive', 'NewsMill'), ['noarchive in meta newsmill']],
    [meta('noarchive', 'otherbot'), []],
    [meta('index, follow, all, archive'), []],
  ])('reads the element %s', (html, expected) => {
    expect(rulesOf(html)).toEqual(expected);
  });

  it.each([
    ['noarchive', ['noarchive in X-Robots-Tag']],
    ['otherbot: noarchive, nosnippet', []],
    ['otherbot: noarchive, newsmill: nosnippet', ['nosnippet in X-Robots-Tag']],
    ['newsmill: noarchive, otherbot: nosnippet', ['noarchive in X-Robots-Tag']],
    ['max-snippet: 20, noai', ['max-snippet=20 in X-Robots-Tag', 'noai in X-Robots-Tag']],
    [
      'newsmill: unavailable_after: 25 Jun 2030 15:00:00 GMT',
      ['unavailable_after=2030-06-25T15:00:00.000Z in X-Robots-Tag'],
    ],
    ['noarchive, newsmill: max-snippet: 9', ['noarchive in X-Robots-Tag', 'max-snippet=9 in X-Robots-Tag']],
    [
      'unavailable_after: Tuesday, 25-Jun-30 15:00:00 GMT',
      ['unavailable_after=2030-06-25T15:00:00.000Z in X-Robots-Tag'],
    ],
  ])('reads the header %s', (header, expected) => {
    expect(rulesOf('', header)).toEqual(expected);
  });

  it('knows what is said to all where it has no name', () => {
    expect(rulesOf(meta('noai') + meta('noarchive', 'newsmill'), 'newsmill: nosnippet', '')).toEqual([
      'noai in meta robots',
    ]);
  });
});
