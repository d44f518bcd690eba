import { describe, expect, it } from '@jest/globals';
import { entitySpans } from './entity-spans.ts';

const found = (text: string): string[] =>
  entitySpans(text).map(({ start, end, kind }) => `${text.slice(start, end)}/${kind}`);

describe('addKnown', () => {
  it('finds bodies that everybody knows by a word of their own', () => {
    expect(found('Shares of Siemens fell on Monday.')).toEqual(['Siemens/ORG']);
    expect(found('A spokesman for Nestle declined to comment.')).toEqual(['Nestle/ORG']);
  });
  it('leaves a word that the text also writes small, that begins a sentence or stands in a longer name', () => {
    expect(found('They had a sprint. Then the runners of Sprint left for a sprint again.')).toEqual([]);
    expect(found('Slack is what the rope had. It was slack.')).toEqual([]);
    expect(found('A walk to Siemens Hill took an hour.')).not.toContain('Siemens/ORG');
  });
});
