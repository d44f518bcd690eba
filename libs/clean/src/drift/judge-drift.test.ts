import { describe, expect, it } from '@jest/globals';
import { readShapes, writeShape, type ArticleShape } from './article-shape.ts';
import { describeDrift } from './describe-drift.ts';
import { fewestUsual, guarded, judgeDrift, newForm, type SourceShapes } from './judge-drift.ts';

const hour = 3_600_000;

function shape(at: number, over: Partial<ArticleShape> = {}): ArticleShape {
  return {
    item: `i${at}`,
    at: at * hour,
    words: 400 + ((at * 37) % 200),
    title: 50 + ((at * 11) % 20),
    titleHash: 1_000 + at,
    textHash: 9_000 + at,
    isDated: true,
    isAuthored: at % 2 !== 0,
    isIllustrated: at % 2 !== 0,
    isPaywalled: false,
    box: 7,
    ...over,
  };
}

const healthy = (count: number) => Array.from({ length: count }, (_, at) => shape(at + 1));
const known = (usual: readonly ArticleShape[], odd: readonly ArticleShape[] = []): SourceShapes => ({
  usual,
  odd,
});
const broken = (at: number) => shape(at, { title: 1, titleHash: 5, words: 84, isAuthored: false, box: 8 });

/** Judges one after the other, each told of those before as the stage does. */
function follow(before: readonly ArticleShape[], following: readonly ArticleShape[]) {
  let [usual, odd]: ArticleShape[][] = [[...before], []];
  return following.map((one) => {
    const judged = judgeDrift(one, known(usual ?? [], odd));
    if (judged.isNewForm) usual = [...(usual ?? []), ...judged.run.map((each) => each.shape)].slice(-32);
    else if (judged.isAlarm && judged.signs.length > 0) odd = [...(odd ?? []), one].slice(-32);
    else usual = [...(usual ?? []), one].slice(-32);
    return judged;
  });
}

describe('judgeDrift', () => {
  it('raises the alarm with the second article of a broken layout, and says what differs', () => {
    const [first, second] = follow(healthy(32), [broken(33), broken(34)]);
    expect(first?.isAlarm).toBe(false);
    expect(second).toMatchObject({ isAlarm: true, since: 33 * hour });
    expect(second === undefined ? '' : describeDrift('paper.example', second)).toBe(
      'The last 2 articles of paper.example differ from the 26 before: titles of 1 characters (usually 60), the same title on several, texts of 84 words (usually 511).',
    );
  });

  it.each<[string, Partial<ArticleShape>, number]>([
    ['titles are all the same', { titleHash: 5 }, 5],
    ['pages are one and the same', { title: 1, titleHash: 5, textHash: 6, words: 84, box: 8 }, 3],
    ['pages are one and the same notice with a title', { titleHash: 5, textHash: 6, words: 60, box: 8 }, 3],
    ['texts are all the same and short', { textHash: 5, words: 30, box: 8 }, 2],
    ['dates are gone', { isDated: false }, 5],
    ['texts are teasers', { words: 40, box: 8 }, 4],
  ])('is raised where %s', (_, over, within) => {
    const judged = follow(
      healthy(32),
      Array.from({ length: within }, (__, index) => shape(40 + index, over)),
    );
    expect(judged.at(-1)?.isAlarm).toBe(true);
  });

  it('takes a new layout that is read well for none, nor one odd article, nor what was rare before', () => {
    const redesigned = Array.from({ length: 30 }, (_, index) => shape(40 + index, { box: 99 }));
    expect(follow(healthy(32), redesigned).some(({ isAlarm }) => isAlarm)).toBe(false);
    const mixed = Array.from({ length: 30 }, (_, index) =>
      index % 8 === 0 ? shape(40 + index, { words: 40, isDated: false, box: 8 }) : shape(40 + index),
    );
    expect(follow(healthy(32), mixed).some(({ isAlarm }) => isAlarm)).toBe(false);
  });

  it('takes an article under several addresses for none, and many copies of a notice for one', () => {
    const copies = Array.from({ length: 30 }, (_, index) => {
      const at = 40 + index;
      return index % 3 === 0
        ? shape(at)
        : shape(at, { ...shape(at - (index % 3)), item: `i${at}`, at: at * hour });
    });
    expect(follow(healthy(32), copies).some(({ isAlarm }) => isAlarm)).toBe(false);
    const notices = Array.from({ length: 6 }, (_, index) => shape(40 + index, { titleHash: 5, textHash: 6 }));
    expect(follow(healthy(32), notices).at(-1)?.isAlarm).toBe(true);
  });

  it('holds nothing back before enough is known, and judges by nothing that other sites have too', () => {
    const few = healthy(fewestUsual + guarded - 2);
    expect(follow(few, [broken(90)])[0]?.isAlarm).toBe(false);
    const second = judgeDrift(broken(91), known([...few, broken(90)]));
    expect(second).toMatchObject({ isKnown: false, isAlarm: true, isByAll: true, signs: [] });
    const teasers = Array.from({ length: 9 }, (_, at) => shape(at + 1, { words: 45, isDated: false }));
    expect(follow([], teasers).some(({ isAlarm }) => isAlarm)).toBe(false);
  });

  it.each<[string, Partial<ArticleShape>, number]>([
    ['titles are one character on 84 words', { title: 1, titleHash: 5, words: 84 }, 2],
    ['titles are one character each', { title: 1 }, 4],
    ['texts are the same boilerplate under titles of their own', { textHash: 5, words: 40 }, 4],
    ['pages are one and the same short notice', { titleHash: 5, textHash: 6, words: 60 }, 3],
    ['titles are all the same', { titleHash: 5 }, 6],
  ])('tells from the first article on, by what is so of all sites, where %s', (_, over, within) => {
    for (const good of [0, 4, 10]) {
      const odd = Array.from({ length: within }, (__, index) => shape(40 + index, over));
      const judged = follow(healthy(good), odd);
      // Nothing is known of the source, so nothing is held back.
      expect(judged.at(-1)).toMatchObject({ isAlarm: true, isByAll: true, signs: [], since: 40 * hour });
      expect(judged.slice(0, -1).some(({ isAlarm }) => isAlarm)).toBe(false);
    }
  });

  it('says of a young source what no other site has, until three articles are as others are', () => {
    const judged = follow([], [broken(1), broken(2), shape(3), shape(4), shape(5)]);
    expect(judged.map(({ isAlarm }) => isAlarm)).toEqual([false, true, true, true, false]);
    const [, second] = judged;
    expect(second === undefined ? '' : describeDrift('paper.example', second)).toBe(
      'The last 2 articles of paper.example are like those of no other site: titles of 1 characters, the same title on several.',
    );
  });

  it('goes on telling of a source that has been broken from the beginning, but not of one title on all', () => {
    const of = (over: Partial<ArticleShape>) =>
      follow(
        [],
        Array.from({ length: 40 }, (_, index) => shape(index + 1, over)),
      ).at(-1);
    expect(of({ textHash: 5, words: 40 })).toMatchObject({ isKnown: true, isAlarm: true, isByAll: true });
    expect(of({ title: 1, titleHash: 5 })?.isAlarm).toBe(true);
    expect(of({ titleHash: 5 })).toMatchObject({ isKnown: true, isAlarm: false });
  });

  it('takes a column of a young source, and an article under several addresses, for none', () => {
    const column = Array.from({ length: 16 }, (_, index) =>
      shape(index + 1, index % 3 === 0 ? {} : { titleHash: 5 }),
    );
    const copies = Array.from({ length: 3 }, (_, index) => shape(index + 1, { titleHash: 5, textHash: 5 }));
    for (const articles of [column, copies])
      expect(follow([], articles).some(({ isAlarm }) => isAlarm)).toBe(false);
  });

  it('ends when articles are as usual again', () => {
    const judged = follow(healthy(32), [
      ...[33, 34, 35, 36].map(broken),
      ...[37, 38, 39].map((at) => shape(at)),
      broken(40),
    ]);
    expect(judged.map(({ isAlarm }) => isAlarm)).toEqual([false, true, true, true, true, true, false, false]);
  });

  it('takes a form with titles and texts of their own for the usual one after a while', () => {
    const briefs = Array.from({ length: 40 }, (_, index) => shape(40 + index, { words: 60 + index, box: 8 }));
    const judged = follow(healthy(32), briefs);
    const changed = judged.findIndex(({ isNewForm }) => isNewForm);
    expect(changed).toBe(newForm - 1);
    expect(judged.slice(changed + 1).some(({ isAlarm }) => isAlarm)).toBe(false);
    const same = Array.from({ length: 60 }, (_, index) => broken(40 + index));
    expect(follow(healthy(32), same).some(({ isNewForm }) => isNewForm)).toBe(false);
  });

  it('looks at an article that is cleaned once more once, whichever memory has it', () => {
    const before = known([...healthy(32), broken(33)], [broken(34), broken(35)]);
    const mended = judgeDrift(shape(34), before);
    expect(mended.signs).toEqual([]);
    expect(mended.run.map(({ shape: odd }) => odd.item)).toEqual(['i33', 'i35']);
  });
});

describe('shapes', () => {
  it('are read as they were written, and what is none is left out', () => {
    const one = { ...broken(3), at: Date.UTC(2026, 10, 27), titleHash: 0xffffffff };
    const { item } = one;
    expect(readShapes([{ item, lines: writeShape(one) }])).toEqual([one]);
    const foreign = ['', 'AAAA', '1,2,3', '1,2,3,4,5,6,7,8', '1,2,3,4,5,6,!', 'é'.repeat(480)];
    expect(readShapes(foreign.map((lines) => ({ item, lines })))).toEqual([]);
  });
});
