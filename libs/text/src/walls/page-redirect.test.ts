import { describe, expect, it } from '@jest/globals';
import { pageRedirect } from './page-redirect.ts';
import { wallFacts } from './wall-facts.ts';

const url = 'https://paper.example/go/ferry';
function redirectOf(html: string, given: { readonly refresh?: string; readonly setsCookie?: boolean } = {}) {
  const facts = wallFacts(html);
  return facts === undefined ? undefined : pageRedirect(facts, { url, ...given })?.url;
}
const refresh = (content: string, body = '') =>
  `<meta http-equiv="refresh" content="${content}"><body>${body}`;
const script = (code: string, body = '') => `<body>${body}<script>${code}</script>`;
const target = 'https://paper.example/story/ferry';

describe('pageRedirect', () => {
  it.each([
    '0;url=/story/ferry',
    '0; URL=/story/ferry',
    '5;URL=&quot;/story/ferry&quot;',
    "3, url='/story/ferry'",
    '0 /story/ferry',
    '0.5; url = /story/ferry#top',
  ])('follows a meta refresh: %s', (content) => {
    expect(redirectOf(refresh(content))).toBe(target);
  });
  it.each(['6;url=/story/ferry', '300', '0;url=/go/ferry', '0;url=javascript:alert(1)', '0;url=', 'soon'])(
    'stays at a refresh that waits or leads nowhere: %s',
    (content) => {
      expect(redirectOf(refresh(content))).toBeUndefined();
    },
  );
  it('follows the header Refresh', () => {
    expect(redirectOf('<p>One moment</p>', { refresh: '0; url=/story/ferry' })).toBe(target);
  });
  it.each([
    'location.replace("/story/ferry")',
    "window.location.href = '/story/ferry';",
    'window.location="https:\\/\\/paper.example\\/story\\/ferry"',
    'document.location = "\\u002fstory/ferry"',
    'setTimeout(function(){ top.location.assign("/story/ferry") }, 100)',
  ])('follows a script that does nothing else: %s', (code) => {
    expect(redirectOf(script(code))).toBe(target);
  });
  it('stays where scripts name two addresses, or do more', () => {
    expect(redirectOf(script('location="/a";location="/b"'))).toBeUndefined();
    expect(redirectOf(script(`location="/a";${'work();'.repeat(600)}`))).toBeUndefined();
    expect(redirectOf(script('if (old) track("/story/ferry")'))).toBeUndefined();
  });
  it('stays at a page with a text of its own', () => {
    const text = '<p>The harbour ferry sails again in April, as the council says.</p>'.repeat(30);
    expect(redirectOf(refresh('0;url=/story/ferry', text))).toBeUndefined();
    expect(redirectOf(script('location="/story/ferry"', text.slice(0, 700)))).toBeUndefined();
  });
  it('follows a page to itself only where it has set a cookie', () => {
    expect(redirectOf(refresh('0;url=/go/ferry'), { setsCookie: true })).toBe(url);
    expect(redirectOf(script('location.href="/go/ferry"'), { setsCookie: true })).toBe(url);
  });
});
