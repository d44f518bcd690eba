import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { loadModel } from '@newsmill/models';
import { createWordPieces } from './word-pieces.ts';

const model = loadModel('word-pieces');
const lines = model.text('pieces').split('\n');
const { each } = createWordPieces(lines, model.number('unknown'));
const cut = (text: string): string[] => {
  const found: string[] = [];
  each(text, (piece) => found.push(lines[piece] ?? '?'));
  return found;
};
const reference: readonly { readonly text: string; readonly pieces: readonly string[] }[] = JSON.parse(
  readFileSync(new URL('word-pieces.fixture.json', import.meta.url), 'utf8'),
);

describe('createWordPieces', () => {
  it.each(reference.map(({ text, pieces }) => [text.slice(0, 40), text, pieces] as const))(
    'cuts %j as the reference does',
    (_, text, pieces) => {
      expect(cut(text)).toEqual(pieces);
      // Once more, from memory.
      expect(cut(text)).toEqual(pieces);
    },
  );

  it('takes the names of special pieces for words: a text cannot write them', () => {
    expect(cut('[UNK] [CLS]')).toEqual(['[', 'un', '##k', ']', '[', 'cl', '##s', ']']);
  });

  it('stays linear over a hostile megabyte', () => {
    const began = process.cpuUsage();
    for (const piece of ['a', 'ab ', '##', '漢', 'é', '\u0301', '\u200b', '😀', '.'])
      cut(piece.repeat(1_000_000 / piece.length));
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(60_000);
  });
});
