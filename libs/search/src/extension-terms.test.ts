import { describe, expect, it } from '@jest/globals';
import { extensionTerms } from './extension-terms.ts';

describe('extensionTerms', () => {
  it('names extension, fact and value, each once, of extensions alone', () => {
    expect(
      extensionTerms([
        { name: 'language', value: 'en', by: 'letters/1' },
        { name: 'tone.mood', value: 'calm', by: 'tone/2' },
        { name: 'tone.words', value: { alarm: 1 }, by: 'tone/2' },
        { name: 'desk.beats', value: ['courts', 7, true, '', null, 'x'.repeat(201), 'courts'], by: 'desk/1' },
      ]),
    ).toEqual([
      'tone/2',
      'tone.mood',
      'tone.mood=calm',
      'tone.words',
      'desk/1',
      'desk.beats',
      'desk.beats=courts',
      'desk.beats=7',
      'desk.beats=true',
    ]);
  });

  it('has no terms without extensions', () => {
    expect(extensionTerms([{ name: 'language', value: 'en', by: 'letters/1' }])).toBeUndefined();
  });

  it('is bounded, however many values there are', () => {
    const value = Array.from({ length: 2_000 }, (_, i) => i);
    expect(extensionTerms([{ name: 'desk.ids', value, by: 'desk/1' }])).toHaveLength(500);
  });
});
