import { describe, expect, it } from '@jest/globals';
import { readEvidence } from '../metadata/evidence.ts';
import { readText } from '../view-page.ts';
import { chooseBody } from './choose-body.ts';
import { measurePage } from './page-measures.ts';

const paragraph = (name: string): string =>
  `<p>${name} said that the ferry would cross the estuary every twenty minutes, and that nobody would have to wait for long.</p>`;

/** The first words of the blocks that are chosen when the blocks of a page score as given. */
function chosen(
  body: string,
  scores: readonly number[],
  choice: 'article' | 'whole' = 'article',
  calibration = { scale: 1, bias: 0 },
): string[] {
  const { tree, blocks } = readText(`<html><body>${body}</body></html>`);
  const {
    [choice]: { isBody },
  } = chooseBody(
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
  it('ends an article before a tail that is rather none, whatever single lines of it look like', () => {
    const lines = ['Ada', 'Ben', 'Cem', 'Dee', 'Eva', 'Fay', 'Gus'].map(paragraph).join('');
    const scores = [6, 5, 6, -2, -2, 1, -2];
    expect(chosen(lines, scores)).toEqual(['Ada', 'Ben', 'Cem']);
    expect(chosen(lines, [...scores.slice(0, 5), 4, -2])).toEqual(['Ada', 'Ben', 'Cem', 'Fay']);
    expect(chosen(lines, scores, 'whole', { scale: 0.35, bias: -0.25 })).toContain('Fay');
  });
  it('keeps the end of a text behind a box in the element that holds the text, and no line or other element', () => {
    const [one, box, last] = [['Ada', 'Ben', 'Cem'], ['Dee', 'Eva'], ['Fay']].map((names) =>
      names.map(paragraph).join(''),
    );
    const aside = `<aside>${box}</aside>`;
    const scores = [6, 5, 6, -2, -2, 1.5];
    expect(chosen(`<div>${one}${aside}${last}</div>`, scores)).toEqual(['Ada', 'Ben', 'Cem', 'Fay']);
    expect(chosen(`<div>${one}${aside}<p>Fay, log in here</p></div>`, scores)).toEqual(['Ada', 'Ben', 'Cem']);
    expect(chosen(`<div>${one}${aside}</div><div>${last}</div>`, scores)).toEqual(['Ada', 'Ben', 'Cem']);
  });
  it('goes on over a box between paragraphs', () => {
    const lines = ['Ada', 'Ben', 'Cem', 'Dee'].map(paragraph).join('');
    expect(chosen(lines, [6, -3, 6, 5])).toEqual(['Ada', 'Cem', 'Dee']);
  });
  it('takes the text before the heading of comments, though readers wrote more', () => {
    const posts = ['Dee', 'Eva', 'Fay', 'Gus', 'Hal'].map(paragraph).join('');
    expect(
      chosen(
        `<h1>Fog</h1>${['Ada', 'Ben', 'Cem'].map(paragraph).join('')}<p>a</p><p>b</p><p>c</p><h3>Comments (5)</h3>${posts}`,
        [1, 3, 3, 3, -9, -9, -9, -9, 5, 5, 5, 5, 5],
      ).slice(0, 4),
    ).toEqual(['Fog', 'Ada', 'Ben', 'Cem']);
  });
  it('ends before the box for comments, though no class says what follows', () => {
    const post = (name: string): string =>
      `<li><b>${name}</b><br>${name} thinks that this is long overdue.</li>`;
    const page = (box: string): string =>
      `<h1>Fog</h1>${['Ada', 'Ben', 'Cem'].map(paragraph).join('')}<form>${box}</form><ul>${['Dee', 'Eva', 'Fay', 'Gus', 'Hal'].map(post).join('')}</ul>`;
    const scores = [1, 3, 3, 3, -1, 5, -1, 5, -1, 5, -1, 5, -1, 5];
    expect(chosen(page('<textarea></textarea>'), scores)).toEqual(['Fog', 'Ada', 'Ben', 'Cem']);
    expect(chosen(page('<input>'), scores)).toContain('Eva');
  });
  it('takes a short report before posts, not a short lead before an article', () => {
    const lead =
      '<p>The ferry stays in port until the fog over the estuary lifts, its captain said, and nobody will have to pay for a second ticket tomorrow.</p>';
    const posts = ['Dee', 'Eva', 'Fay', 'Gus']
      .map((name) => `<div><i>${name}</i>${paragraph(name)}</div>`)
      .join('');
    const text = ['Dee', 'Eva', 'Fay', 'Gus'].map((name) => `<div>${paragraph(name)}</div>`).join('');
    const box = '<textarea></textarea>';
    expect(chosen(`<h1>Fog</h1>${lead}${box}${posts}`, [1, 4, -1, 5, -1, 5, -1, 5, -1, 5])).toEqual([
      'Fog',
      'The',
    ]);
    expect(chosen(`<h1>Fog</h1>${lead}${box}${text}`, [1, 4, 5, 5, 5, 5])).toContain('Gus');
  });
  it('reads on behind a box that stands in the text', () => {
    const [one, two] = [
      ['Ada', 'Ben', 'Cem'],
      ['Dee', 'Eva', 'Fay'],
    ].map((names) => names.map(paragraph).join(''));
    expect(chosen(`<h1>Fog</h1>${one}<textarea></textarea>${two}`, [1, 6, 6, 6, 6, 6, 6])).toContain('Fay');
  });
  it('takes what readers see, unless that is the smaller part', () => {
    const four = ['Ada', 'Ben', 'Cem', 'Dee'].map(paragraph).join('');
    const scores = [6, 6, 6, 6, 5];
    const first = ['Ada', 'Ben', 'Cem', 'Dee'];
    for (const box of ['hidden', 'style="color:red; display : none"', 'style="visibility:hidden"'])
      expect(chosen(`${four}<div ${box}>${paragraph('Eva')}</div>`, scores)).toEqual(first);
    expect(chosen(`${four}<dialog>${paragraph('Eva')}</dialog>`, scores)).toEqual(first);
    expect(chosen(`${four}<div hidden id="S:1f">${paragraph('Eva')}</div>`, scores)).toContain('Eva');
    // Taken from screen readers alone.
    expect(chosen(`${four}<p aria-hidden="true">${paragraph('Eva')}</p>`, scores)).toContain('Eva');
    expect(chosen(`<div style="display:none">${four}${paragraph('Eva')}</div>`, scores)).toContain('Eva');
    expect(chosen(`${four}<p><span hidden>Eva?</span> ${paragraph('Eva').slice(3)}`, scores)).toContain(
      'Eva',
    );
  });
  it('takes the panels of an accordion, which readers open one by one', () => {
    const panel = (name: string): string =>
      `<h3>${name}</h3><div class="panel" hidden>${paragraph(name)}</div>`;
    const page = `${['Ada', 'Ben', 'Cem'].map(paragraph).join('')}${['Dee', 'Eva'].map(panel).join('')}`;
    expect(chosen(page, [6, 6, 6, 5, 5, 5, 5])).toEqual(['Ada', 'Ben', 'Cem', 'Dee', 'Dee', 'Eva', 'Eva']);
  });
  it('takes a text once that the page holds twice, and lets short lines be said again', () => {
    const verse = '<p>And the fog came in</p>';
    const copies = ['Ada', 'Ben', 'Ada', 'Ben', 'Cem'].map(paragraph).join('');
    expect(chosen(copies, [6, 6, 6, 6, 6])).toEqual(['Ada', 'Ben', 'Cem']);
    expect(chosen(`${paragraph('Ada')}${verse}${paragraph('Ben')}${verse}`, [6, 6, 6, 6])).toEqual([
      'Ada',
      'And',
      'Ben',
      'And',
    ]);
  });
});
