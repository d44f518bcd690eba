import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { directionOf } from './direction.ts';
import { formatBytes, formatDay, formatLanguage, formatMoment, formatRelative } from './format.ts';
import { MarkedText } from './marked-text.tsx';
import { OutLink } from './out-link.tsx';
import { safeAddress } from './safe-address.ts';
import { searchAddress } from './search-address.ts';
import { shellWord } from './shell-word.ts';

const now = Date.UTC(2026, 10, 24, 16, 0);

describe('safeAddress', () => {
  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//host/x',
    '',
    undefined,
  ])('follows no %j', (url) => {
    expect(safeAddress(url)).toBeUndefined();
  });
  it('follows http and https, normalised', () => {
    expect(safeAddress('HTTPS://Example.org/a b"><')).toBe('https://example.org/a%20b%22%3E%3C');
  });
  it('makes a link or plain text', () => {
    expect(renderToString(<OutLink url="javascript:alert(1)">x</OutLink>)).toBe(
      '<span class="address">x</span>',
    );
    expect(renderToString(<OutLink url="http://a.example/?x=&quot;">{'<b>'}</OutLink>)).toContain('&lt;b>');
  });
});

describe('MarkedText', () => {
  const marked = (marks: readonly (readonly [number, number])[]) =>
    renderToString(<MarkedText text="<i>night ferry" marks={marks} />);
  it('marks words and escapes the rest', () => {
    expect(marked([[3, 8]])).toBe('&lt;i><mark>night</mark> ferry');
  });
  it('mends marks that overlap, are turned round, or lie outside', () => {
    expect(
      marked([
        [9, 99],
        [3, 8],
        [5, 8],
        [8, 3],
        [-4, -1],
      ]),
    ).toBe('&lt;i><mark>night</mark> <mark>ferry</mark>');
  });
});

describe('formats', () => {
  it.each([
    [now - 2_000, 'just now'],
    [now + 30_000, 'in less than a minute'],
    [now - 60_000, '1 minute ago'],
    [now + 12 * 60_000, 'in 12 minutes'],
    [now - 7_199_000, '1 hour ago'],
    [now - 3 * 86_400_000, '3 days ago'],
    [now - 40 * 86_400_000, '15 October 2026'],
  ])('tells %d relative to now', (time, text) => {
    expect(formatRelative(time, now)).toBe(text);
  });
  it('tells times, numbers and languages, and survives what is none', () => {
    expect([formatDay(now), formatMoment(now), formatMoment(Number.NaN)]).toEqual([
      '24 November 2026',
      '24 Nov 2026, 16:00 UTC',
      'unknown time',
    ]);
    expect([
      formatLanguage('zh-Hans'),
      formatLanguage('und'),
      formatLanguage('no such tag'),
      formatBytes(999),
      formatBytes(1_234_567),
      formatBytes(16e9),
      formatBytes(2.5e12),
    ]).toEqual([
      'Simplified Chinese',
      'unknown language',
      'no such tag',
      '999 bytes',
      '1.2 MB',
      '16.0 GB',
      '2.5 TB',
    ]);
  });
  it('knows the direction of a language', () => {
    expect(['ar', 'he-IL', 'fa', 'ku-Latn', 'de', 'zh-Hans', 'und', undefined].map(directionOf)).toEqual([
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
      'ltr',
      'auto',
      'auto',
    ]);
  });
});

describe('searchAddress', () => {
  const parameters = { q: 'a&b', source: ['x', 'y'], language: [], cursor: 'c' };
  it('keeps everything but the cursor, which belongs to the old query', () => {
    expect(searchAddress(parameters)).toBe('/?q=a%26b&source=x&source=y');
    expect(searchAddress(parameters, { q: '', source: [] })).toBe('/');
    expect(searchAddress(parameters, { cursor: 'n', sort: 'newest', from: '2026-11-01' })).toBe(
      '/?q=a%26b&source=x&source=y&from=2026-11-01&sort=newest&cursor=n',
    );
  });
});

describe('shellWord', () => {
  it.each([
    ['https://a.example/feed.xml', 'https://a.example/feed.xml'],
    ['https://a.example/?a=1&b=2', "'https://a.example/?a=1&b=2'"],
    ['https://a.example/$(reboot)', "'https://a.example/$(reboot)'"],
    ["https://a.example/it's", String.raw`'https://a.example/it'\''s'`],
  ])('passes %s whole', (text, word) => {
    expect(shellWord(text)).toBe(word);
  });
});
