import { describe, expect, it } from '@jest/globals';
import { readChallenge } from './read-challenge.ts';

const page = (body: string) =>
  `<!doctype html><html><head><title>News</title></head><body>${body}</body></html>`;

describe('readChallenge', () => {
  it.each([
    ['Cloudflare', 403, { 'cf-mitigated': 'challenge' }, ''],
    ['Cloudflare', 503, { server: 'cloudflare' }, '<title>Just a moment...</title>'],
    ['Cloudflare', 200, {}, '<script>window._cf_chl_opt = {}</script>'],
    ['DataDome', 403, { 'x-datadome': 'protected' }, ''],
    ['DataDome', 200, {}, '<script src="https://ct.captcha-delivery.com/c.js"></script>'],
    ['Akamai', 403, { server: 'AkamaiGHost' }, 'Reference #18 https://errors.edgesuite.net/18'],
    ['HUMAN (PerimeterX)', 403, {}, '<div id="px-captcha"></div>'],
    ['AWS WAF', 202, { 'x-amzn-waf-action': 'challenge' }, ''],
    ['Imperva', 200, {}, '<iframe src="/_Incapsula_Resource?SWUDNSAI=31">'],
  ])('names %s', (vendor, status, headers, body) => {
    expect(readChallenge({ status, headers, start: page(body) })).toBe(vendor);
  });
  it.each([
    [
      'an article behind Cloudflare with its script',
      200,
      { server: 'cloudflare', 'cf-ray': '1' },
      '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>',
    ],
    ['an article of a customer of DataDome', 200, { 'x-datadome': 'protected' }, '<p>The harbour opens.</p>'],
    ['an article about bot protection', 200, {}, '<p>PerimeterX and DataDome test for browsers.</p>'],
    ['a plain refusal', 403, { server: 'nginx' }, '<h1>403 Forbidden</h1>'],
    ['an error of a server behind Cloudflare', 502, { server: 'cloudflare' }, '<h1>Bad gateway</h1>'],
    ['nothing', 403, {}, ''],
  ])('takes %s for no challenge', (_, status, headers, body) => {
    expect(readChallenge({ status, headers, start: page(body) })).toBeUndefined();
  });
  it('looks at the beginning alone', () => {
    expect(
      readChallenge({ status: 200, headers: {}, start: `${' '.repeat(40_000)}id="px-captcha"` }),
    ).toBeUndefined();
  });
});
