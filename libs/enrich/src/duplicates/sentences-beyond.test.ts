import { describe, expect, it } from '@jest/globals';
import { sentencesBeyond, sentencesOf } from './sentences-beyond.ts';
import { sketchOf } from './text-sketch.ts';

const lead =
  'The harbour board voted on Tuesday to reopen the old tram line between the fish market and the station.';
const cost =
  'The work is to cost four million and to be paid out of the fees that cruise ships leave in the harbour.';
const critics =
  'Critics called the plan a toy for tourists, and asked that the money go to the night buses instead.';

describe('sentencesOf', () => {
  it('ends at marks and lines', () => {
    expect(sentencesOf('He said “no.” Then 4.5 million left.\nA heading\n今日は。明日も？')).toEqual([
      'He said “no.”',
      'Then 4.5 million left.',
      'A heading',
      '今日は。',
      '明日も？',
    ]);
  });
});

/** What a text has that another has not, as the mill compares them: the other is known by its sketch. */
function beyond(text: string, other: string): string[] {
  const sketch = sketchOf('', other);
  if (sketch.kind === 'exact') throw new Error('too short for a sketch');
  return sentencesBeyond(text, sketch);
}

describe('sentencesBeyond', () => {
  it('tells what a text has more than another', () => {
    expect(beyond(`${lead} ${critics}`, `${lead} ${cost}`)).toEqual([critics]);
    expect(beyond(`${lead} ${cost}`, `${lead} ${critics}`)).toEqual([cost]);
  });
  it('sees no edit in other spacing, order and case', () => {
    expect(beyond(`${cost.toUpperCase()}\n\n  ${lead}`, `${lead} ${cost}`)).toEqual([]);
  });
  it('is bounded', () => {
    const many = Array.from(
      { length: 40 },
      (_, at) =>
        `Sentence ${'abcdefghijklmnopqrstuvwxyz'.charAt(at % 26).repeat(3 + at)} tells of quite another matter in its own long way ${'x'.repeat(900)}.`,
    ).join(' ');
    const added = beyond(many, `${lead} ${cost}`);
    expect(added).toHaveLength(8);
    expect(Math.max(...added.map((sentence) => sentence.length))).toBeLessThanOrEqual(400);
    expect(() => beyond('? '.repeat(500_000), `${lead} ${cost}`)).not.toThrow();
    expect(() => beyond('.'.repeat(1_000_000), `${lead} ${cost}`)).not.toThrow();
  });
});
