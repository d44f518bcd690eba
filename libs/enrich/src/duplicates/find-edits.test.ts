import { describe, expect, it } from '@jest/globals';
import { findEdits, sentencesOf } from './find-edits.ts';

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

describe('findEdits', () => {
  it('tells what was added and what was dropped', () => {
    expect(findEdits(`${lead} ${cost}`, `${lead} ${critics}`)).toEqual({ added: [critics], dropped: [cost] });
  });
  it('sees no edit in other spacing, order and case', () => {
    expect(findEdits(`${lead} ${cost}`, `${cost.toUpperCase()}\n\n  ${lead}`)).toEqual({
      added: [],
      dropped: [],
    });
  });
  it('is bounded', () => {
    const many = Array.from(
      { length: 40 },
      (_, at) =>
        `Sentence ${'abcdefghijklmnopqrstuvwxyz'.charAt(at % 26).repeat(3 + at)} tells of quite another matter in its own long way ${'x'.repeat(900)}.`,
    ).join(' ');
    const { added, dropped } = findEdits(lead, many);
    expect(added).toHaveLength(8);
    expect(Math.max(...added.map((sentence) => sentence.length))).toBeLessThanOrEqual(400);
    expect(dropped).toEqual([lead]);
    expect(() => findEdits('.'.repeat(1_000_000), '? '.repeat(500_000))).not.toThrow();
  });
});
