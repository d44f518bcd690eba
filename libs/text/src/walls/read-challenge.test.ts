import { describe, expect, it } from '@jest/globals';
import { readChallenge } from './read-challenge.ts';

const page = (text: string, status = 403, headers: Record<string, string> = {}) =>
  readChallenge({ status, headers, text })?.by;

// biome-ignore format: a table, read by its rows
const challenges: readonly (readonly [string, string])[] = [
  ['Cloudflare', '<title>Just a moment...</title><script>window._cf_chl_opt={cvId:"3"};</script>'],
  ['Cloudflare', '<div id="cf-error-details" class="cf-error-details-wrapper"><h1>Sorry, you have been blocked</h1></div><img src="/cdn-cgi/images/x.png">'],
  ['DataDome', "<p id='cmsg'>Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c'}</script><script src='https://ct.captcha-delivery.com/c.js'></script>"],
  ['Akamai', '<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>Reference&#32;&#35;18&#46;7a</BODY></HTML>'],
  ['Akamai', '<div id="sec-if-cpt-container"></div><script src="/abc/def"></script>'],
  ['HUMAN', '<title>Access to this page has been denied.</title><div id="px-captcha"></div><script>window._pxAppId="PX1"</script>'],
  ['Imperva', '<iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=23&incident_id=1">Request unsuccessful. Incapsula incident ID: 1</iframe>'],
  ['AWS WAF', '<script src="https://a.token.awswaf.com/b/challenge.js"></script><script>AwsWafIntegration.saveReferrer();</script>'],
  ['Sucuri', '<title>You are being redirected...</title><script>sucuri_cloudproxy_js="";</script>'],
  ['DDoS-Guard', '<script src="/.well-known/ddos-guard/js-challenge/index.js"></script>'],
  ['Anubis', '<script id="anubis_challenge" type="application/json">{}</script>'],
];

describe('readChallenge', () => {
  it.each(challenges)('knows the page of %s', (by, text) => {
    expect(page(text)).toBe(by);
    expect(page(text, 200)).toBe(by);
  });
  it('believes a guard that calls its answer a challenge in a header', () => {
    expect(page('', 403, { 'cf-mitigated': 'challenge' })).toBe('Cloudflare');
    expect(page('', 202, { 'x-amzn-waf-action': 'challenge' })).toBe('AWS WAF');
  });
  it.each([
    ['DataDome', 403, { 'x-datadome': 'protected' }, ''],
    ['Cloudflare', 503, { server: 'cloudflare' }, '<title>Just a moment...</title>'],
  ])('says that it was %s that refused', (by, status, headers, text) => {
    expect(page(text, status, headers)).toBe(by);
    expect(page(text, 200, headers)).toBeUndefined();
  });
  it.each([
    ['an article of a customer of DataDome', 200, { 'x-datadome': 'protected' }, '<p>The harbour opens.</p>'],
    ['an article about such tests', 200, {}, '<p>PerimeterX and DataDome test for browsers.</p>'],
    ['a plain refusal', 403, { server: 'nginx' }, '<h1>403 Forbidden</h1>'],
    ['an error of a server behind Cloudflare', 502, { server: 'cloudflare' }, '<h1>Bad gateway</h1>'],
    ['nothing', 403, {}, ''],
  ])('takes %s for no challenge', (_, status, headers, text) => {
    expect(page(text, status, headers)).toBeUndefined();
  });
  it('takes the scripts by which guards watch ordinary pages for no mark', () => {
    const watched =
      '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script><script src="https://js.datadome.co/tags.js"></script><script src="//client.perimeterx.net/PX1/main.min.js"></script>';
    expect(page(`${watched}<p>The ferry sails again.</p>`, 200)).toBeUndefined();
  });
  it('keeps an article that writes of a mark', () => {
    const story = `<article><h1>How guards work</h1>${'<p>The script sets _cf_chl_opt first.</p>'.repeat(3)}</article>`;
    expect(page(story, 200)).toBeUndefined();
    expect(page('<p>The script sets _cf_chl_opt first.</p>'.repeat(13), 200)).toBeUndefined();
  });
  it('leaves pages that are gone alone', () => {
    expect(page('<script>window._cf_chl_opt={}</script>', 404)).toBeUndefined();
  });
});
