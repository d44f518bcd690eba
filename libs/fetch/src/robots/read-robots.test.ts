import { describe, expect, it } from '@jest/globals';
import { crawlDelay, mayFetch, readRobots } from './read-robots.ts';
import { robotsFromAnswer } from './robots-from-answer.ts';

const allowed = (robots: string, path: string, agent = 'newsmill') =>
  mayFetch(readRobots(robots), `https://news.example.org${path}`, agent).allowed;

describe('mayFetch', () => {
  it('lets the longest rule win, and allow win ties', () => {
    expect(allowed('User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c')).toBe(true);
    expect(allowed('User-agent: *\nDisallow: /a/b\nAllow: /a/b', '/a/b')).toBe(true);
    expect(
      mayFetch(readRobots('User-agent: *\nDisallow: /a'), 'https://news.example.org/a', 'newsmill'),
    ).toEqual({ allowed: false, rule: 'Disallow: /a' });
  });
  it('merges the groups of an agent and ignores case', () => {
    const robots =
      'User-agent: NewsMill\nDisallow: /a\n\nUser-agent: other\nDisallow: /c\n\nUser-agent: newsmill\nDisallow: /b\n\nUser-agent: *\nDisallow: /d';
    expect([
      allowed(robots, '/a'),
      allowed(robots, '/b'),
      allowed(robots, '/c'),
      allowed(robots, '/d'),
    ]).toEqual([false, false, true, true]);
  });
  it.each([
    ['/*.pdf$', '/x/a.pdf', false],
    ['/*.pdf$', '/x/a.pdf?y', true],
    ['/a*b', '/a/x/b/c', false],
    ['/x$', '/x/y', true],
    ['', '/x', true],
    ['/%7Ejoe', '/~joe/x', false],
    ['/a%2fb', '/a%2Fb', false],
    ['/a%2fb', '/a/b', true],
    ['/ツ', '/%E3%83%84', false],
    ['private/', '/private/x', false],
  ])('compares %s with %s', (rule, path, expected) => {
    expect(allowed(`User-agent: *\nDisallow: ${rule}`, path)).toBe(expected);
  });
  it('reads what publishers write', () => {
    expect(allowed('\ufeffuser agent: *\rdissallow : /a # comment\r', '/a')).toBe(false);
    expect(allowed('User-agent *\nDisallow /a', '/a')).toBe(false);
    expect(allowed('User-agent: a\nUser-agent: newsmill\nCrawl-delay: 2\nDisallow: /', '/a')).toBe(false);
  });
  it('finds its group by a whole User-Agent header, by a longer name, and by names with a star or a number', () => {
    const robots = (agent: string) => `User-agent: *\nDisallow:\n\nUser-agent: ${agent}\nDisallow: /a`;
    expect(
      allowed(
        robots('newsmill'),
        '/a',
        'Mozilla/5.0 (compatible; NewsMill/1.2; +https://news.example.org/bot)',
      ),
    ).toBe(false);
    expect(allowed(robots('newsmill'), '/a', 'newsmill-images')).toBe(false);
    expect(allowed(robots('news'), '/a', 'newsmill')).toBe(true);
    expect([
      allowed(robots('other newsmill'), '/a'),
      allowed(robots('other, newsmill'), '/a'),
      allowed(robots('other/2 newsmill'), '/a'),
    ]).toEqual([false, false, true]);
    expect([
      allowed(robots('news*'), '/a'),
      allowed(robots('new*mill'), '/a'),
      allowed(robots('mill*'), '/a'),
    ]).toEqual([false, false, true]);
    expect([
      allowed(robots('mill42bot'), '/a', 'mill'),
      allowed(robots('mill42bot'), '/a', 'mill42bot'),
      allowed(robots('mill42bot'), '/a', 'millbot'),
    ]).toEqual([false, false, true]);
  });
  it('applies a rule that is a whole address to the host that it names', () => {
    const robots =
      'User-agent: *\nDisallow: https://News.example.org/private\nDisallow: https://other.example.org/';
    expect([
      allowed(robots, '/private/x'),
      allowed(robots, '/x'),
      allowed(robots, '/https://other.example.org/x'),
    ]).toEqual([false, true, false]);
  });
  it('reads a dollar sign at the end as the end, and as itself where the address holds it', () => {
    expect([
      allowed('User-agent: *\nDisallow: /a$', '/a$'),
      allowed('User-agent: *\nDisallow: /a$', '/a$b'),
      allowed('User-agent: *\nDisallow: /a$', '/ab'),
    ]).toEqual([false, false, true]);
    expect(allowed('User-agent: *\nDisallow: /\ud800', '/\ud800')).toBe(true);
  });
  it('lets records that it does not know stand between the agents of a group', () => {
    expect(
      allowed(
        'User-agent: newsmill\nHost: news.example.org\nSitemap: /s.xml\nUser-agent: other\nDisallow: /a',
        '/a',
      ),
    ).toBe(false);
  });
  it('always allows robots.txt itself', () => {
    expect(allowed('User-agent: *\nDisallow: /', '/robots.txt')).toBe(true);
  });
  it('takes linear time for storms of markup and blanks in a line', () => {
    for (const piece of ['<link ', `a${' '.repeat(4_000)}`, '*'])
      expect(allowed(`User-agent: *\nDisallow: ${piece.repeat(400_000 / piece.length)}`, '/x')).toBe(
        piece !== '*',
      );
  });
  it('takes linear time for storms of wildcards', () => {
    const storm = `User-agent: *\n${`Disallow: /${'*a'.repeat(200)}b\n`.repeat(1_000)}`;
    expect(allowed(storm, `/${'a'.repeat(4_000)}`)).toBe(true);
  });
});

describe('readRobots', () => {
  it('names delays within bounds, and sitemaps', () => {
    const rules = readRobots(
      'User-agent: *\nCrawl-delay: 0.5\nSitemap: https://news.example.org/s.xml\nUser-agent: slow\nCrawl-delay: 900',
    );
    expect([crawlDelay(rules, 'newsmill'), crawlDelay(rules, 'slow'), rules.sitemaps]).toEqual([
      500,
      60_000,
      ['https://news.example.org/s.xml'],
    ]);
  });
  it('looks once for the groups of an agent in a file that names tens of thousands', () => {
    const rules = readRobots(`user-agent:*\n${'user-agent:a*\n'.repeat(36_000)}disallow:/a`);
    const costOf = (asks: number, agent: string): number => {
      const began = process.threadCpuUsage();
      for (let ask = 0; ask < asks; ask += 1) {
        expect(mayFetch(rules, `https://news.example.org/${ask}`, agent).allowed).toBe(true);
        expect(crawlDelay(rules, agent)).toBeUndefined();
      }
      const { user, system } = process.threadCpuUsage(began);
      return (user + system) / 1_000;
    };
    const first = costOf(1, 'newsmill/1.0 (+https://news.example.org/bot)');
    expect(costOf(50, 'newsmill/1.0 (+https://news.example.org/bot)')).toBeLessThan(first * 5);
    expect(mayFetch(rules, 'https://news.example.org/a', 'a-bot').allowed).toBe(false);
  });
  it('keeps as JSON what it read', () => {
    const rules = readRobots('User-agent: *\nDisallow: /a');
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
  });
});

describe('robotsFromAnswer (RFC 9309, 2.3.1)', () => {
  const verdict = (reply: Parameters<typeof robotsFromAnswer>[0]) =>
    mayFetch(robotsFromAnswer(reply), 'https://news.example.org/x', 'newsmill').allowed;
  const body = Buffer.from('User-agent: *\nDisallow: /x');
  it.each([
    [200, false],
    [404, true],
    [401, true],
    [403, true],
    [429, false],
    [500, false],
    [503, false],
  ])('answers for status %i', (status, expected) => {
    expect(verdict({ status, body })).toBe(expected);
  });
  it('takes too many redirects as unavailable and network failures as unreachable', () => {
    expect([
      verdict({ failure: 'too-many-redirects' }),
      verdict({ failure: 'timeout' }),
      verdict({ failure: 'dns' }),
    ]).toEqual([true, false, false]);
  });
  it('reads 500 KiB and no more', () => {
    const long = `User-agent: *\nDisallow: /early\n${'#'.repeat(600_000)}\nDisallow: /late`;
    const rules = robotsFromAnswer({ status: 200, body: Buffer.from(long) });
    expect(rules.groups[0]?.rules).toEqual([{ allow: false, path: '/early' }]);
  });
});
