import { describe, expect, it } from '@jest/globals';
import { channelFaults } from '@newsmill/contracts';
import { faultOfAnswer, faultOfContent, faultOfFailure, faultOfPage } from './find-fault.ts';

const now = Date.UTC(2026, 10, 27, 12);
const feed = 'https://paper.example/feed';
const page = (body: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

describe('faultOfFailure', () => {
  it.each([
    ['tls-expired', 'tls', 'CERT_HAS_EXPIRED'],
    ['tls-wrong-name', 'tls', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['tls-self-signed', 'tls', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['tls-untrusted', 'tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['no-tls', 'tls', 'ERR_SSL_WRONG_VERSION_NUMBER'],
    ['tls', 'tls', 'EPROTO'],
    ['dns-no-name', 'dns', 'ENOTFOUND'],
    ['dns-no-address', 'dns', 'ENODATA'],
    ['dns-unanswered', 'dns', 'EAI_AGAIN'],
    ['refused', 'reset', 'ECONNREFUSED'],
    ['unreachable', 'reset', 'ENETUNREACH'],
    ['reset', 'reset', 'ECONNRESET'],
    ['timeout', 'timeout', undefined],
    ['robots-unreachable', 'robots', undefined],
    ['unreadable', 'unreadable', undefined],
  ])('names %s', (name, kind, code) => {
    expect(faultOfFailure({ kind, code, message: 'why', retryable: true }, feed)).toEqual({
      name,
      detail: 'why',
    });
  });
  it('gives the line by which a private address is allowed, where that would help', () => {
    const failure = { kind: 'address-blocked', message: '10.0.0.7 is private', retryable: false };
    const asked = 'http://10.0.0.7:8080/feed';
    expect(faultOfFailure({ ...failure, url: asked }, asked).line).toBe('allowPrivate: ["10.0.0.7:8080"]');
    expect(faultOfFailure({ ...failure, url: 'http://10.0.0.8/' }, asked).line).toBeUndefined();
  });
});

describe('faultOfAnswer', () => {
  it.each([
    [401, 'login'],
    [402, 'payment'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [410, 'gone'],
    [418, 'bad-status'],
    [502, 'server-error'],
  ])('of status %i is %s', (status, name) => {
    expect(faultOfAnswer({ status, headers: {} }, '', now)).toEqual({ name, detail: `status ${status}` });
  });
  it('says until when a server asks to wait', () => {
    expect(faultOfAnswer({ status: 429, headers: { 'retry-after': '600' } }, '', now)).toEqual({
      name: 'rate-limited',
      detail: 'status 429, until 2026-11-27T12:10:00Z',
    });
  });
  it('names the vendor of a test for browsers, whatever the status', () => {
    const headers = { 'cf-mitigated': 'challenge' };
    expect(faultOfAnswer({ status: 403, headers }, '', now)).toEqual({
      name: 'challenge',
      detail: 'Cloudflare, status 403',
    });
  });
  it('leaves what came to be read', () => {
    expect(faultOfAnswer({ status: 200, headers: {} }, '<rss>', now)).toBeUndefined();
    expect(faultOfAnswer({ status: 304, headers: {} }, '', now)).toBeUndefined();
  });
});

describe('faultOfContent', () => {
  it('names the feeds of a page that came instead of one, and the line to change', () => {
    const head = '<link rel="alternate" type="application/rss+xml" href="/news.xml">';
    expect(faultOfContent(feed, page('<h1>Paper</h1>', head), 'no feed')).toEqual({
      name: 'page-not-feed',
      detail: 'it names https://paper.example/news.xml',
      line: 'url: https://paper.example/news.xml',
    });
  });
  it('tells of a page that names none, and of what is no page', () => {
    expect(faultOfContent(feed, page('<h1>Paper</h1>'), 'no feed')).toMatchObject({ name: 'page-not-feed' });
    expect(faultOfContent(feed, '{"a":', 'no JSON')).toEqual({ name: 'unreadable', detail: 'no JSON' });
  });
});

describe('faultOfPage', () => {
  it.each([
    ['parked', feed, '<h1>Buy this domain</h1>'],
    ['consent', 'https://consent.paper.example/collect', '<h1>We value your privacy</h1>'],
    ['login', 'https://paper.example/login?next=/feed', ''],
    ['login', feed, '<form><input name="p" type="password"></form>'],
  ])('sees %s', (name, url, body) => {
    expect(faultOfPage(url, page(body))?.name).toBe(name);
  });
  it('takes other pages for none of these', () => {
    expect(faultOfPage(feed, page('<p>The consent of the council, a login for all.</p>'))).toBeUndefined();
    expect(faultOfPage(feed, '<rss><title>Buy this domain</title></rss>')).toBeUndefined();
  });
});

it('every fault says in a sentence what is so, and in one what to do', () => {
  for (const { says, remedy } of Object.values(channelFaults)) {
    expect(says).toMatch(/^[A-Z].{10,}\.$|^robots\.txt .*\.$/);
    expect(remedy).toMatch(/^[A-Z].{20,}\.$/);
  }
});
