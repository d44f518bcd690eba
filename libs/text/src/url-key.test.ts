import { describe, expect, it } from '@jest/globals';
import { hashKey, itemOf } from './hash-key.ts';
import { newsKey } from './news-key.ts';
import { registrableDomain } from './registrable-domain.ts';
import { urlKey } from './url-key.ts';

describe('urlKey', () => {
  it.each([
    ['HTTP://News.Example.ORG:80/a/./b/../c', 'http://news.example.org/a/c'],
    ['https://news.example.org', 'https://news.example.org/'],
    ['https://news.example.org./?', 'https://news.example.org/'],
    ['https://news.example.org/?utm_source=x&fbclid=y&id=5', 'https://news.example.org/?id=5'],
    ['https://news.example.org/?b=1&a=2&a=1', 'https://news.example.org/?a=2&a=1&b=1'],
    ['https://news.example.org/?a&amp;b=', 'https://news.example.org/?a=&b='],
    ['https://news.example.org/%7efoo/%2f/é', 'https://news.example.org/~foo/%2F/%C3%A9'],
    ['https://news.example.org//a///b', 'https://news.example.org/a/b'],
    ['https://news.example.org/a#part', 'https://news.example.org/a'],
    ['https://news.example.org/#!/a', 'https://news.example.org/#!/a'],
    ['https://news.example.org/a;jsessionid=0a1b?PHPSESSID=1', 'https://news.example.org/a'],
    ['//news.example.org/a', 'https://news.example.org/a'],
    ['news.example.org/a', 'https://news.example.org/a'],
    ['http:\\\\news.example.org\\a', 'http://news.example.org/a'],
    ['https://x__https://news.example.org/a', 'https://news.example.org/a'],
    ['https://xn--bücher.example/', 'https://xn--bcher-kva.example/'],
    [
      'https://news.example.org/x//a://b//c/https://d.example//e',
      'https://news.example.org/x/a:/b/c/https://d.example/e',
    ],
    ['https://news.example.org/a#x:~:text=y', 'https://news.example.org/a'],
    ['http://http://news.example.org/a', 'http://news.example.org/a'],
    ['<![CDATA[ https://news.example.org/a\n]]>', 'https://news.example.org/a'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['https://news.example.org/?ref=rss', 'https://news.example.org/'],
  ])('gives %s the key %s', (url, key) => {
    expect(urlKey(url)).toBe(key);
  });
  it.each([
    ['https://news.example.org/TEST', 'https://news.example.org/test'],
    ['https://news.example.org/?id=1', 'https://news.example.org/?id=2'],
    ['https://news.example.org/?a=1&a=2', 'https://news.example.org/?a=2&a=1'],
    ['https://news.example.org/?q=a%26b', 'https://news.example.org/?q=a&b'],
    ['https://news.example.org/a%2Fb', 'https://news.example.org/a/b'],
    ['https://news.example.org/?q=a+b', 'https://news.example.org/?q=a%2Bb'],
    ['https://news.example.org/?ref=main', 'https://news.example.org/?ref=next'],
    ['https://news.example.org:8443/', 'https://news.example.org/'],
    ['https://a@news.example.org/', 'https://news.example.org/'],
    ['https://news.example.org/a#page2', 'https://news.example.org/a'],
    [
      'https://news.example.org/?u=https://x_https://a.example',
      'https://news.example.org/?u=https://a.example',
    ],
  ])('keeps %s and %s apart', (a, b) => {
    expect(urlKey(a)).not.toBe(urlKey(b));
  });
  it.each([
    '',
    'hello',
    'mailto:a@b.org',
    'javascript:alert(1)',
    'ftp://news.example.org/',
    'http://',
    'urn:isbn:1',
  ])('has none for "%s"', (url) => {
    expect(urlKey(url)).toBeUndefined();
  });
  it('is its own key', () => {
    for (const url of [
      'http://a.example/?q=%zz&x=%41',
      'http://a.example/[x]{y}|',
      'http://a.example/a b?c d',
    ])
      expect(urlKey(urlKey(url) ?? '')).toBe(urlKey(url));
  });
});

describe('newsKey', () => {
  it.each([
    'http://www.news.example.org/a/',
    'https://m.news.example.org/a?amp',
    'https://news.example.org/a/amp/',
    'https://news-example-org.cdn.ampproject.org/c/s/news.example.org/a',
    'https://news.example.org/a/index.html',
  ])('sees the same article in %s', (url) => {
    expect(newsKey(url)).toBe('news.example.org/a');
  });
  it.each([
    'https://touch.news.example.org/a.amp',
    'https://news.example.org/amp/a',
    'https://www.google.com/amp/s/news.example.org/a',
    'https://news-example-org.bing-amp.com/c/s/news.example.org/a',
    'https://news.example.org/a?outputType=amp&utm_medium=x&fbclid=1',
    'https://news.example.org/a/default.aspx',
    'https://news.example.org/a?CMP=share_btn&smid=tw',
    'https://news.example.org/a/{name}',
    'https://www2.news.example.org:443/a',
  ])('sees it also in %s', (url) => {
    expect(newsKey(url)).toBe('news.example.org/a');
  });
  it('drops a mobile label behind a language, and a country that repeats it', () => {
    expect([
      newsKey('https://en.m.example.org/a'),
      newsKey('https://fr-fr.example.org/a'),
      newsKey('https://fr-ca.example.org/a'),
    ]).toEqual(['en.example.org/a', 'fr.example.org/a', 'fr-ca.example.org/a']);
  });
  it.each([
    ['https://news.example.org/a?id=1', 'https://news.example.org/a?id=2'],
    ['https://news.example.org/a', 'https://news.example.org/A'],
    ['https://news.example.org/', 'https://news.example.org/#/'],
    ['https://a@news.example.org/a', 'https://news.example.org/a'],
    ['https://news.example.org:81/a', 'https://news.example.org/a'],
    ['https://news.example.org/a', 'https://news.example.org/a/{{b}}'],
    ['https://m.org/a', 'https://org/a'],
    ['https://news.example.org/ample', 'https://news.example.org/le'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(newsKey(a)).not.toBe(newsKey(b));
  });
});

describe('hashKey', () => {
  it('is stable and 32 hex digits long', () => {
    expect(hashKey('https://news.example.org/')).toMatch(/^[0-9a-f]{32}$/);
    expect(itemOf('https://news.example.org/#x')).toBe(hashKey('https://news.example.org/'));
    expect(itemOf('mailto:x')).toBeUndefined();
  });
});

describe('registrableDomain', () => {
  it.each([
    ['news.example.co.uk', 'example.co.uk'],
    ['a.b.example.com.', 'example.com'],
    ['127.0.0.1', '127.0.0.1'],
    ['localhost', 'localhost'],
  ])('of %s is %s', (host, domain) => {
    expect(registrableDomain(host)).toBe(domain);
  });
});
