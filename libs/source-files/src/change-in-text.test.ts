import { describe, expect, it } from '@jest/globals';
import { changeInText } from './change-in-text.ts';

const file = `# yaml-language-server: $schema=./source.schema.json
# The harbour desk asked for it, 2026-03.
id: harbour-times
name: Harbour Times # as on the front page

channels:
  # The main feed; its ferry column is in the other one.
  - url: https://harbour-times.example/feed.xml
    interval: 15m # agreed with their admin
  - url: 'https://harbour-times.example/ferries.xml'
enabled: true
tags: [sea, local]
`;
const source = {
  id: 'harbour-times',
  name: 'Harbour Times',
  channels: [
    { url: 'https://harbour-times.example/feed.xml', interval: '15m' },
    { url: 'https://harbour-times.example/ferries.xml' },
  ],
  tags: ['sea', 'local'],
};

describe('a source file that is changed by another definition', () => {
  it('stays as it is written where both say the same', () => {
    expect(changeInText(file, source)).toBe(file.replace('[sea, local]', '[ sea, local ]'));
  });
  it('keeps the comments of what changes, and of what stays', () => {
    const text = changeInText(file, {
      ...source,
      name: 'The Harbour Times',
      channels: [
        { url: 'https://harbour-times.example/new.xml' },
        { url: 'https://harbour-times.example/ferries.xml' },
        { url: 'https://harbour-times.example/feed.xml', interval: '30m' },
      ],
      enabled: false,
    });
    expect(text).toContain('name: The Harbour Times # as on the front page');
    expect(text).toContain('interval: 30m # agreed with their admin');
    expect(text).toContain('# The harbour desk asked for it');
    expect(text).toContain('# The main feed; its ferry column');
    expect(text).toContain('enabled: false');
    expect(text?.indexOf('new.xml')).toBeLessThan(text?.indexOf('ferries.xml') ?? 0);
  });
  it('adds fields with their meaning, and removes those that are no longer given', () => {
    const { tags: _tags, ...rest } = source;
    const text = changeInText(file, { ...rest, language: 'en' });
    expect(text).not.toContain('tags');
    expect(text).toMatch(/\n\n# .+\nlanguage: en\n$/);
    expect(text).toContain('name: Harbour Times # as on the front page');
  });
  it('leaves texts to be written anew that are no map, have mistakes, or share parts by anchors', () => {
    expect(changeInText('- a\n- b\n', source)).toBeUndefined();
    expect(changeInText('id: [\n', source)).toBeUndefined();
    expect(changeInText('id: harbour-times\n', source)).toBeUndefined();
    expect(changeInText(`${file}include: &a ['/news/']\nexclude: *a\n`, source)).toBeUndefined();
  });
});
