import { describe, expect, it } from '@jest/globals';
import { stripTags } from '@newsmill/text';
import { plainStart } from './plain-start.ts';

describe('plainStart', () => {
  it.each([
    ['<p>The ferry <b>waits</b>.</p><p>Fog.</p>', 'The ferry waits. Fog.'],
    ['one<br/>two &amp; three&nbsp;four', 'one two & three four'],
    ['<script>x()</script>text<style>a{}</style> more', 'text more'],
    ['<a title="a > b" href=x>link</a>', 'link'],
    ['1 < 2 <3 & 4', '1 < 2 <3 & 4'],
    ['<!-- no --><img src="a.png">yes', 'yes'],
    ['  plain   text\n', 'plain text'],
  ])('reads %j', (html, plain) => {
    expect(plainStart(html, 100)).toBe(plain);
    expect(stripTags(html)).toBe(plain);
  });
  it('decodes what was written as a reference twice', () => {
    expect(plainStart('AT&amp;amp;T', 100)).toBe('AT&T');
  });
  it('leaves out markup that was written as a reference twice, and keeps tags that are spoken of', () => {
    expect([
      plainStart('A &amp;lt;em&amp;gt;big&amp;lt;/em&amp;gt; ship&amp;lt;br/&amp;gt;sinks', 100),
      plainStart('The &amp;lt;video&amp;gt; element', 100),
    ]).toEqual(['A big ship sinks', 'The <video> element']);
  });
  it('ends at the limit', () => {
    expect(plainStart('<p>word</p>'.repeat(10_000), 9)).toBe('word word');
    expect(plainStart('<b title="'.repeat(100_000), 100)).toBe('');
  });
});
