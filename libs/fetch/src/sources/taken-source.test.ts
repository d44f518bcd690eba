import { describe, expect, it } from '@jest/globals';
import { Source } from '@newsmill/contracts';
import { readTaken, takenText, withoutHeaderValues } from './taken-source.ts';

const source = Source.parse({
  id: 'post',
  name: 'The post',
  channels: [{ url: 'https://post.example/feed', interval: '30m' }],
  headers: { 'x-key': 'a long secret' },
  rules: { remove: ['.promo'] },
});

describe('what the state keeps of a source', () => {
  it('reads as the source again, without what it sends', () => {
    const text = takenText(source);
    expect(text).not.toContain('a long secret');
    const again = readTaken(text);
    expect(again).toEqual(withoutHeaderValues(source));
    expect(again?.headers).toEqual({ 'x-key': expect.stringMatching(/^sha256:[0-9a-f]{8}$/) });
    if (again !== undefined) expect(withoutHeaderValues(again)).toEqual(again);
  });

  it('is nothing of a source that says more than is kept, and of text that is none of ours', () => {
    expect(takenText({ ...source, licence: 'x'.repeat(100_001) })).toBeUndefined();
    for (const text of [undefined, '', '{', '[]', '{"id":"post"}', '{"id":"post","name":"x","chanels":[]}'])
      expect(readTaken(text)).toBeUndefined();
  });
});
