import { describe, expect, it } from '@jest/globals';
import { readEvidence } from '../metadata/evidence.ts';
import { readText } from '../view-page.ts';
import { chooseBody } from './choose-body.ts';
import { measurePage } from './page-measures.ts';

const paragraph = (name: string): string =>
  `<p>${name} said that the ferry would cross the estuary every twenty minutes, and that nobody would have to wait for long.</p>`;

/** The first words of the blocks that are chosen when the blocks of a page score as given. */
function chosen(body: string, scores: readonly number[], calibration = { scale: 1, bias: 0 }): string[] {
  const { tree, blocks } = readText(`<html><body>${body}</body></html>`);
  const isBody = chooseBody(
    tree,
    blocks,
    measurePage(tree, blocks, readEvidence(tree)),
    Float32Array.from(scores),
    calibration,
  );
  return [...isBody].flatMap((flag, index) =>
    flag === 1
      ? [
          String.fromCharCode(
            ...blocks.characters.subarray(blocks.from[index], (blocks.from[index] ?? 0) + 3),
          ),
        ]
      : [],
  );
}

describe('chooseBody', () => {
  it('draws the line high where certain paragraphs stand beside doubtful ones', () => {
    expect(chosen(['Ada', 'Ben', 'Cem', 'Dee'].map(paragraph).join(''), [6, 6, 6, -0.6])).toEqual([
      'Ada',
      'Ben',
      'Cem',
    ]);
  });
  it('keeps doubtful lines together where nothing is certain', () => {
    expect(chosen(['Ada', 'Ben', 'Cem', 'Dee'].map(paragraph).join(''), [-0.6, -0.7, -0.6, -0.8])).toEqual([
      'Ada',
      'Ben',
      'Cem',
      'Dee',
    ]);
  });
  it('never keeps what is certainly no body', () => {
    expect(chosen(['Ada', 'Ben'].map(paragraph).join(''), [-3.5, -9])).toEqual([]);
  });
  it('takes no heading for a body when no text is under it', () => {
    expect(chosen('<h1>Fog holds the ferry</h1>', [2])).toEqual([]);
  });
  it('leaves readers’ comments out under an article', () => {
    expect(
      chosen(
        `<h1>Fog</h1>${['Ada', 'Ben', 'Cem'].map(paragraph).join('')}<div class="comments">${paragraph('Dee')}</div>`,
        [1, 6, 6, 6, 6],
      ),
    ).toEqual(['Fog', 'Ada', 'Ben', 'Cem']);
  });
  it('keeps the posts of a thread, where nearly all words are comments', () => {
    expect(
      chosen(
        `<h2>Topic</h2><div class="comments">${['Ada', 'Ben', 'Cem'].map(paragraph).join('')}</div>`,
        [-5, 3, 3, 3],
      ),
    ).toEqual(['Ada', 'Ben', 'Cem']);
  });
});
