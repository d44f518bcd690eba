import { describe, expect, it } from '@jest/globals';
import { UnreadableDocument } from '../../sqlite/damage.ts';
import { packJson, readDocument } from './stored-document.ts';

describe('a document in the file of the library', () => {
  const json = JSON.stringify({
    title: 'The ferry and the quarry',
    text: 'The harbour was closed for the night, and nobody knew when it would open again. '.repeat(9),
  });

  it('comes back as it was', () => {
    expect(readDocument({ document: packJson(json) })).toBe(json);
  });

  it('is refused when a single bit of it has flipped, whichever', () => {
    const packed = packJson(json);
    const unseen = Array.from({ length: packed.length * 8 }, (_, bit) => bit).filter((bit) => {
      const document = Uint8Array.from(packed);
      document[bit >> 3] = (document[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      try {
        return readDocument({ document }) !== json;
      } catch (error) {
        return !(error instanceof UnreadableDocument);
      }
    });
    expect(unseen).toEqual([]);
  });
});
