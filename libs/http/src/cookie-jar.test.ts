import { describe, expect, it } from '@jest/globals';
import { CookieJar } from './cookie-jar.ts';

const now = Date.parse('2026-03-12T10:00:00Z');
const page = new URL('https://www.paper.co.uk/news/ferry');

function jarOf(...lines: string[]): CookieJar {
  const jar = new CookieJar();
  jar.take(lines, page, now);
  return jar;
}
const sent = (jar: CookieJar, url: string) => jar.headerFor(new URL(url));

describe('CookieJar', () => {
  it('sends a cookie to the host that set it, below the path of the page', () => {
    const jar = jarOf('seen=1');
    expect(sent(jar, 'https://www.paper.co.uk/news/other')).toBe('seen=1');
    expect(sent(jar, 'https://www.paper.co.uk/newsroom')).toBeUndefined();
    expect(sent(jar, 'https://paper.co.uk/news/ferry')).toBeUndefined();
    expect(sent(jar, 'https://stranger.example/news/ferry')).toBeUndefined();
  });
  it('sends a cookie of a domain to the hosts below it', () => {
    const jar = jarOf('seen=1; Domain=.paper.co.uk; Path=/');
    expect(sent(jar, 'https://paper.co.uk/')).toBe('seen=1');
    expect(sent(jar, 'https://a.paper.co.uk/b')).toBe('seen=1');
    expect(sent(jar, 'https://otherpaper.co.uk/')).toBeUndefined();
  });
  it('takes no cookie for the domain of strangers', () => {
    expect(jarOf('a=1; Domain=co.uk', 'b=1; Domain=other.example', 'c=1; Domain=uk').version).toBe(0);
  });
  it('sends longer paths first', () => {
    expect(sent(jarOf('a=1; Path=/', 'b=2; Path=/news'), 'https://www.paper.co.uk/news/ferry')).toBe(
      'b=2; a=1',
    );
  });
  it('keeps what is Secure to https', () => {
    const jar = jarOf('a=1; Secure; Path=/');
    expect(sent(jar, 'http://www.paper.co.uk/')).toBeUndefined();
    const plain = new CookieJar();
    plain.take(['a=1; Secure'], new URL('http://www.paper.co.uk/'), now);
    expect(plain.version).toBe(0);
  });
  it('drops what is over', () => {
    const jar = jarOf('a=1; Path=/', 'b=1; Path=/');
    jar.take(['a=; Max-Age=0; Path=/', 'b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/'], page, now);
    expect(sent(jar, page.href)).toBeUndefined();
  });
  it('tells whether something is new', () => {
    const jar = jarOf('a=1');
    const { version } = jar;
    jar.take(['a=1'], page, now);
    expect(jar.version).toBe(version);
    jar.take(['a=2'], page, now);
    expect(jar.version).toBeGreaterThan(version);
  });
  it('holds no more than fifty, and reads past what is none', () => {
    const jar = jarOf(...Array.from({ length: 80 }, (_, index) => `name${index}=${index}`), '', '=', ';;');
    expect(sent(jar, page.href)?.split('; ')).toHaveLength(50);
    expect(sent(jarOf(`long=${'x'.repeat(5_000)}`), page.href)).toBeUndefined();
  });
});
