import { describe, expect, it } from '@jest/globals';
import { readRobots } from '../robots/read-robots.ts';
import { readSiteFiles } from './site-files.ts';
import { siteRightsOf } from './site-rights-of.ts';

const bytes = (text: string | undefined) => (text === undefined ? undefined : Buffer.from(text));
/** What a site with these files says of one of its pages. */
function told(
  path: string,
  files: { readonly robots?: string; readonly tdm?: string; readonly ai?: string; readonly rsl?: string },
) {
  return siteRightsOf({
    robots: files.robots === undefined ? undefined : readRobots(files.robots),
    files: readSiteFiles({ tdm: bytes(files.tdm), ai: bytes(files.ai), rsl: bytes(files.rsl) }),
    url: `https://post.example${path}`,
    agent: 'newsmill',
  });
}
const names = (...args: Parameters<typeof told>) => told(...args).rules.map(({ name }) => name);

describe('tdmrep.json', () => {
  const tdm = JSON.stringify([
    { location: '/', 'tdm-reservation': 1, 'tdm-policy': '/policies/tdm.json' },
    { location: '/open/', 'tdm-reservation': 0 },
    { location: '/open/*.pdf$', 'tdm-reservation': 1 },
  ]);
  it.each([
    ['/news/ferry', true],
    ['/open/ferry', false],
    ['/open/ferry.pdf', true],
  ])('says of %s: %s, by its most exact rule', (path, reservation) => {
    expect(told(path, { tdm }).reservation).toBe(reservation);
  });
  it('names its policy as an address', () => {
    expect(told('/news/ferry', { tdm }).policy).toBe('https://post.example/policies/tdm.json');
    expect(told('/open/ferry', { tdm }).policy).toBeUndefined();
  });
  it.each([
    ['', undefined],
    ['<!doctype html><p>not here', undefined],
    ['[1, null, {"location": 5, "tdm-reservation": 1}]', undefined],
    ['{"location": "/", "tdm-reservation": "1"}', true],
    ['\ufeff[{"location": "/", "tdm-reservation": 1}]', true],
  ])('reads %j', (file, reservation) => {
    expect(told('/news/ferry', { tdm: file }).reservation).toBe(reservation);
  });
});

describe('robots.txt', () => {
  it('gives its words on usage by the group of the crawler and the longest path', () => {
    const robots =
      'User-agent: *\nContent-Signal: search=yes, ai-train=no\nContent-Usage: train-ai=n\nContent-Usage: /open/ train-ai=y\nAllow: /\n';
    expect(told('/news/ferry', { robots })).toMatchObject({
      contentSignal: 'search=yes, ai-train=no',
      contentUsage: 'train-ai=n',
    });
    expect(told('/open/ferry', { robots }).contentUsage).toBe('train-ai=y');
    expect(told('/a', { robots: `${robots}\nUser-agent: newsmill\nAllow: /` }).contentUsage).toBeUndefined();
  });
  it('counts a page that is closed by name to a robot for training, or to one for answers', () => {
    const robots =
      'User-agent: *\nDisallow: /private\n\nUser-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\nAllow: /open/\n\nUser-agent: PerplexityBot\nDisallow: /news/';
    expect(told('/news/ferry', { robots }).rules).toEqual([
      { name: 'ai-robots', source: 'robots.txt', words: 'gptbot: Disallow: /' },
      { name: 'answer-robots', source: 'robots.txt', words: 'perplexitybot: Disallow: /news/' },
    ]);
    expect(names('/open/ferry', { robots })).toEqual([]);
    expect(names('/private/x', { robots: 'User-agent: *\nDisallow: /' })).toEqual([]);
  });
  it('names licences as addresses', () => {
    expect(told('/a', { robots: 'License: /rsl.xml\nUser-agent: *\nAllow: /' }).licences).toEqual([
      'https://post.example/rsl.xml',
    ]);
  });
});

describe('ai.txt', () => {
  it.each([
    ['User-Agent: *\nDisallow: /', ['ai.txt']],
    ['User-Agent: *\nDisallow: *.txt\nDisallow: *.html', ['ai.txt']],
    ['User-Agent: *\nDisallow: *.jpg\nDisallow: *.mp3', []],
    ['User-Agent: *\nAllow: *', []],
    ['<!doctype html><title>Not found</title>', []],
    ['', []],
  ])('%j closes %j', (ai, expected) => {
    expect(names('/news/ferry', { ai })).toEqual(expected);
  });
});

describe('a licence of Really Simple Licensing', () => {
  const rsl = (licence: string, url = '/') =>
    `<rsl xmlns="https://rslstandard.org/rsl"><content url="${url}">${licence}</content></rsl>`;
  it.each([
    ['<license><prohibits type="usage">ai-train</prohibits></license>', ['rsl-train']],
    ['<license><prohibits type="usage">ai-all</prohibits></license>', ['rsl-train', 'rsl-input']],
    ['<license><permits type="usage">search</permits></license>', ['rsl-train', 'rsl-input']],
    ['<license><permits type="usage">search ai-input</permits></license>', ['rsl-train']],
    [
      '<license><permits type="usage">ai-all</permits><payment type="crawl"><amount currency="USD">0.1</amount></payment></license>',
      ['rsl-train', 'rsl-input'],
    ],
    ['<license><permits type="usage">ai-all</permits><payment type="attribution"/></license>', []],
    ['<license><permits type="geo">EU</permits></license>', []],
    ['<license><payment type="purchase"/></license><license><payment type="free"/></license>', []],
    ['', []],
  ])('%j reserves %j', (licence, expected) => {
    expect(names('/news/ferry', { rsl: rsl(licence) })).toEqual(expected);
  });
  it('holds for the paths and the host that it names', () => {
    const prohibited = '<license><prohibits type="usage">ai-train</prohibits></license>';
    const says = (url: string, path: string) => names(path, { rsl: rsl(prohibited, url) }).length > 0;
    expect([
      says('/news/*', '/news/ferry'),
      says('/news/*', '/sport/ferry'),
      says('https://post.example/', '/sport/ferry'),
      says('https://other.example/', '/sport/ferry'),
    ]).toEqual([true, false, true, false]);
    expect(names('/a', { rsl: '<html><content url="/"><license/></content></html>' })).toEqual([]);
  });
});

it('says nothing where there are no files', () => {
  expect(told('/news/ferry', {})).toEqual({ rules: [], licences: [] });
});
