import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import type { Fact } from '@newsmill/contracts';
import { inLanguage } from '../words/speaking.ts';
import { factName, FactInWords } from './fact-words.tsx';
import { labelOfValue } from './top-list.tsx';

const shown = (name: string, value: unknown) =>
  renderToString(<FactInWords fact={{ name, value, by: 'x/1' } satisfies Fact} />).replace(/<\/?bdi>/g, '');

describe('FactInWords', () => {
  it.each([
    ['language', 'zh-Hans', 'Simplified Chinese'],
    [
      'key-phrases',
      [
        { text: 'night ferry', score: 1 },
        { text: 'wash', score: 1 },
      ],
      'night ferry · wash',
    ],
    ['money', [{ text: '£9', start: 0, end: 2, value: 9, currency: 'GBP' }], '£9 = 9 GBP'],
    [
      'dates',
      [{ text: 'Friday', start: 0, end: 6, from: '2026-11-27', precision: 'day' }],
      'Friday = 2026-11-27',
    ],
    [
      'readability',
      { ease: 71.4, formula: 'flesch', sentences: 1, wordsPerSentence: 13.26 },
      'reading ease 71 of 100; 1 sentence of 13.3 words',
    ],
    ['vector', [1, 2, 3], 'a direction of 3 numbers, for searches by meaning'],
    ['topics', [{ code: 'medtop:11000000', label: 'politics', score: 0.8 }], 'politics 80 %'],
  ])('tells %s in words', (name, value, words) => {
    expect(shown(name, value)).toBe(words);
  });
  it('names topics as the reader does, and those that IPTC does not know as whatever found them', () => {
    const topics = [
      { code: 'medtop:11000000', label: 'politics', score: 0.8 },
      { code: 'own:harbour', label: 'Harbours', score: 0.5 },
      {
        code: 'medtop:15000000',
        label: 'sport',
        score: 0.4,
        narrower: [{ code: 'medtop:20001148', label: 'transfer', confidence: 0.9 }],
      },
    ];
    expect(inLanguage('de', () => shown('topics', topics))).toBe(
      'Politik 80 % · Harbours 50 % · Sport › Transfer 40 %',
    );
  });
  it('tells values of extensions whole, escaped, and none as JSON', () => {
    const text = shown('tone', {
      mood: '<b>calm',
      reasons: ['winter', 'x'.repeat(400)],
      isShort: true,
      none: null,
    });
    expect(text).toContain('&lt;b>calm');
    expect(text).toContain('x'.repeat(400));
    expect(text).toContain('<dt>isShort</dt><dd>yes</dd>');
    expect(text).not.toMatch(/[{}[\]]/);
  });
  it('tells a fact of another shape than that of now as any other value', () => {
    expect(shown('money', 'nine pounds')).toBe('nine pounds');
    expect([factName('money'), factName('tone')]).toEqual(['Money', 'tone']);
  });
});

describe('labelOfValue', () => {
  it('names topics as the reader does, and sources by their names', () => {
    const nameOf = (id: string) => (id === 'harbour-times' ? 'Harbour Times' : id);
    const labels = () => [
      labelOfValue('topic', 'medtop:11000000', nameOf),
      labelOfValue('subtopic', 'medtop:20000574', nameOf),
      labelOfValue('source', 'harbour-times', nameOf),
    ];
    expect(inLanguage('de', labels)).toEqual(['Politik', 'Wahl', 'Harbour Times']);
  });
});
