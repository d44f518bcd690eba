import { describe, expect, it } from '@jest/globals';
import { findFamily, writeMember, type OwnMember } from './find-family.ts';
import { sketchOf } from './text-sketch.ts';
import { readTitleSketch, titleSketchOf, writeTitleSketch } from './title-sketch.ts';

/** Sentences of words that no other seed gives. */
function sentences(seed: string, count: number): string[] {
  return Array.from(
    { length: count },
    (_, at) =>
      `${Array.from({ length: 12 }, (_unused, word) => `${seed}${(at * 31 + word * 7).toString(36)}x${word}`).join(' ')}.`,
  );
}
const furniture = sentences('menu', 30);
const harbour = ['Harbour board reopens tram line', sentences('tram', 10)] as const;
const museum = ['Museum shows lost portraits', sentences('portrait', 10)] as const;
const school = ['School closes after burst pipe', sentences('pipe', 10)] as const;

function article(
  id: string,
  title: string,
  lines: readonly string[],
  publisher = 'paper.example',
): OwnMember {
  const text = `${title}.\n${lines.join('\n')}`;
  return { id, since: 1_000, sketch: sketchOf(title, text), title: titleSketchOf(title), text, publisher };
}
const candidate = ({ id, ...rest }: OwnMember) => ({ id, payload: writeMember(rest) });
const copiesOf = (own: OwnMember, ...others: readonly OwnMember[]) =>
  findFamily(own, others.map(candidate)).relatives.map(({ id }) => id);

describe('copies of one site', () => {
  it('are not told by what the site prints on every page, from its first two articles on', () => {
    const first = article('a', harbour[0], [...furniture, ...harbour[1], ...sentences('foot', 20)]);
    const second = article('b', museum[0], [...furniture, ...museum[1], ...sentences('foot', 20)]);
    expect(copiesOf(second, first)).toEqual([]);
  });
  it('are not told by a notice that stands in place of two articles', () => {
    expect(copiesOf(article('b', museum[0], furniture), article('a', harbour[0], furniture))).toEqual([]);
  });
  it('are not told across sites by a notice of theirs', () => {
    expect(
      copiesOf(article('b', museum[0], furniture, 'other.example'), article('a', harbour[0], furniture)),
    ).toEqual([]);
  });
  it('are told by a revised text: another lead and a sentence exchanged', () => {
    const revised = [...sentences('lead', 1), ...harbour[1].slice(1, 5), ...harbour[1].slice(6)];
    expect(copiesOf(article('b', harbour[0], revised), article('a', harbour[0], harbour[1]))).toEqual(['a']);
  });
  it('are told under another headline when the text says what both say', () => {
    const lines = [`Passengers cheer: ${school[0]} and trams for ${harbour[0]}.`, ...harbour[1]];
    expect(copiesOf(article('b', 'Passengers cheer', lines), article('a', harbour[0], lines))).toEqual(['a']);
  });
  it('are judged by likeness alone where an earlier release recorded no headline', () => {
    const { title: _, ...old } = article('a', harbour[0], harbour[1]);
    expect(copiesOf(article('b', museum[0], harbour[1]), old)).toEqual(['a']);
  });
});

describe('a headline', () => {
  it('is read as it was written, and from nothing else', () => {
    const title = titleSketchOf('Harbour board reopens tram line between market and station, 1968');
    expect(readTitleSketch(writeTitleSketch(title))).toEqual(title);
    expect(writeTitleSketch(title).length).toBeLessThanOrEqual(26);
    for (const text of ['', 'w:AAAA', 't:A', `t:${'AAAA'.repeat(20)}`, 't:AAAA'])
      expect(readTitleSketch(text)).toBeUndefined();
  });
});
