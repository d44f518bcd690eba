import { describe, expect, it } from '@jest/globals';
import { switchInText } from './switch-in-text.ts';

describe('a source file that is switched', () => {
  it.each([
    [
      'has a line more where it said nothing of it',
      '# The paper.\nid: post\nname: Post # short\nchannels:\n  - url: https://post.example/feed\n',
      '# The paper.\nid: post\nname: Post # short\nchannels:\n  - url: https://post.example/feed\nenabled: false\n',
    ],
    [
      'has its value changed and nothing else',
      'id: post\nenabled:  yes   # since June\nname: Post\n',
      'id: post\nenabled:  false   # since June\nname: Post\n',
    ],
    ['may end without a line break', 'id: post\nname: Post', 'id: post\nname: Post\nenabled: false\n'],
    ['may be JSON', '{"id": "post", "name": "Post"}', '{"enabled": false, "id": "post", "name": "Post"}'],
    [
      'may name the word elsewhere',
      'id: post\nname: "enabled: true"\ntags:\n  - enabled\n',
      'id: post\nname: "enabled: true"\ntags:\n  - enabled\nenabled: false\n',
    ],
    [
      'may end with comments and a mark',
      'id: post\ntags: [a]\n# old:\n#   - b\n...\n',
      'id: post\ntags: [a]\nenabled: false\n# old:\n#   - b\n...\n',
    ],
  ])('%s', (_, before, after) => {
    expect(switchInText(before, false)).toBe(after);
  });
  it('is switched on again by the same line', () => {
    const off = switchInText('id: post\n', false);
    expect(switchInText(off ?? '', true)).toBe('id: post\nenabled: true\n');
  });
  it('is none where the text is no map, or the value no word', () => {
    expect(['', '- a\n', 'enabled:\n  - true\n'].map((text) => switchInText(text, true))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
