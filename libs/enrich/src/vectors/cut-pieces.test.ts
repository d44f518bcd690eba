import { describe, expect, it } from '@jest/globals';
import { loadModel } from '@newsmill/models';
import { createPieceCutter } from './cut-pieces.ts';
import { indexPieces, longestPiece } from './piece-index.ts';
import { multilingualTableOf } from './vector-table.ts';

/** A cutter of these pieces, and what it makes of a text. */
function cutterOf(likelihoods: Readonly<Record<string, number>>, bare = -4) {
  const { order, ...index } = indexPieces(Object.keys(likelihoods));
  const scores = Float32Array.from(order, (piece) => likelihoods[piece] ?? 0);
  const { each } = createPieceCutter({ index, scores, bare });
  return (text: string) => {
    const found: string[] = [];
    each(text, (piece) => found.push(order[piece] ?? '?'));
    return found;
  };
}

describe('createPieceCutter', () => {
  const cut = cutterOf({
    '▁har': -5,
    bour: -6,
    '▁harbour': -9,
    '▁h': -3,
    arbours: -9,
    s: -2,
    港: -5,
    口: -5,
    港口: -7,
    '▁港': -8,
    關閉: -6,
  });

  it('takes the likeliest way to cut a word', () => {
    expect(cut('harbour')).toEqual(['▁harbour']);
    expect(cut('harbours')).toEqual(['▁harbour', 's']);
    expect(cutterOf({ '▁har': -5, bour: -6, '▁harbour': -12 })('harbour')).toEqual(['▁har', 'bour']);
  });
  it('lets a word begin with an inner piece at a price', () => {
    expect(cut('港口關閉')).toEqual(['港口', '關閉']);
    expect(cutterOf({ '▁港': -8, 港: -5, 口: -1 }, -2)('港口')).toEqual(['港', '口']);
    expect(cutterOf({ '▁港': -8, 港: -5, 口: -1 }, -4)('港口')).toEqual(['▁港', '口']);
  });
  it('does not look at case, compatible forms and what is no letter, mark or digit', () => {
    expect(cut('«HARBOUR», ﻿ｈａｒｂｏｕｒ—harbour!')).toEqual(['▁harbour', '▁harbour', '▁harbour']);
  });
  it('passes over what no piece covers', () => {
    expect(cut('harbourж')).toEqual(['▁harbour']);
    expect(cut('жж — ☺')).toEqual([]);
    expect(cut('')).toEqual([]);
  });
  it('knows pieces that begin a word from those within one, and leaves out those that are too long', () => {
    const { order, tails, buckets } = indexPieces(['▁a', 'a', 'a', '▁', '', 'b'.repeat(longestPiece + 1)]);
    expect(order.toSorted()).toEqual(['a', '▁a']);
    expect(new Set(tails).size).toBe(2);
    expect(buckets.at(-1)).toBe(2);
  });
});

describe('the pieces of the model', () => {
  const { each } = multilingualTableOf(loadModel('meaning-pieces'));
  const count = (text: string) => {
    let pieces = 0;
    each(text, () => (pieces += 1));
    return pieces;
  };

  it.each([
    ['en', 'The government announced new taxes', 5],
    ['de', 'Die Regierung kündigte neue Steuern an', 9],
    ['ru', 'Правительство объявило о новых налогах', 8],
    ['zh', '政府宣布新税', 5],
    ['ar', 'أعلنت الحكومة عن ضرائب جديدة', 6],
    ['th', 'รัฐบาลประกาศขึ้นภาษี', 5],
  ])('cut a sentence in %s into few', (_, text, most) => {
    expect(count(text)).toBeGreaterThan(2);
    expect(count(text)).toBeLessThanOrEqual(most);
  });
  it('stays linear over a hostile megabyte', () => {
    const began = process.cpuUsage();
    for (const piece of ['a', 'ab ', '▁', '漢', 'é', '\u0301', '\u200b', '😀', '.', '\ud800', 'ﷺ'])
      count(piece.repeat(1_000_000 / piece.length));
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(120_000);
  });
});
