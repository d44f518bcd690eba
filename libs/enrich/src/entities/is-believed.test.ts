import { describe, expect, it } from '@jest/globals';
import { groupMentions } from './group-mentions.ts';
import { isBelieved } from './is-believed.ts';
import type { NameKind } from './name-labels.ts';

function believes(text: string, name: string, kind: NameKind, confidence: number): boolean {
  const start = text.indexOf(name);
  const [group] = groupMentions(text, [{ start, end: start + name.length, kind, confidence }]);
  return group !== undefined && isBelieved(text, group, confidence);
}

describe('isBelieved', () => {
  it('tells no name that the tagger doubts, whatever speaks for it', () => {
    expect(believes('Then Judge Orvano laughed.', 'Orvano', 'PER', 0.65)).toBe(false);
    expect(believes('Then Maria Orvano laughed.', 'Maria Orvano', 'PER', 0.65)).toBe(false);
    expect(believes('The Orvano Foundation met.', 'Orvano Foundation', 'ORG', 0.65)).toBe(false);
    expect(believes('He works for Netflix now.', 'Netflix', 'ORG', 0.65)).toBe(false);
    expect(believes('It rained in Oslo.', 'Oslo', 'LOC', 0.6)).toBe(false);
  });
  it('asks a witness of a name that the tagger is not sure of', () => {
    expect(believes('Then Orvano slept.', 'Orvano', 'PER', 0.7)).toBe(false);
    expect(believes('Then Judge Orvano slept.', 'Orvano', 'PER', 0.7)).toBe(true);
    expect(believes('Then Maria Orvano slept.', 'Maria Orvano', 'PER', 0.7)).toBe(true);
    expect(believes('The Orvano plan.', 'Orvano', 'ORG', 0.75)).toBe(false);
    expect(believes('The Orvano Foundation met.', 'Orvano Foundation', 'ORG', 0.7)).toBe(true);
    expect(believes('He works for Netflix now.', 'Netflix', 'ORG', 0.7)).toBe(true);
    expect(believes('It rained in Orvano.', 'Orvano', 'LOC', 0.65)).toBe(true);
  });
  it('asks a witness of one word for somebody and of letters for a body, however sure the tagger is', () => {
    expect(believes('Then Orvano costs less.', 'Orvano', 'PER', 0.95)).toBe(false);
    expect(believes('“Never,” Orvano said.', 'Orvano', 'PER', 0.95)).toBe(true);
    expect(believes('“Never,” Colleagues said.', 'Colleagues', 'PER', 0.95)).toBe(false);
    expect(believes('Then Obama left.', 'Obama', 'PER', 0.8)).toBe(true);
    expect(believes('The QVXL is fast.', 'QVXL', 'ORG', 0.95)).toBe(false);
    expect(believes('The QVXL said so.', 'QVXL', 'ORG', 0.95)).toBe(true);
    expect(believes('She is a member of the QVXL.', 'QVXL', 'ORG', 0.7)).toBe(true);
    expect(believes('They live in Tyler, TX, now.', 'TX', 'LOC', 0.65)).toBe(true);
  });
  it('believes a sure name without one', () => {
    expect(believes('The Orvano plan.', 'Orvano', 'ORG', 0.8)).toBe(true);
    expect(believes('The Orvano Marlin plan.', 'Orvano Marlin', 'ORG', 0.9)).toBe(false);
    expect(believes('The Orvano Marlin plan.', 'Orvano Marlin', 'ORG', 0.95)).toBe(true);
  });
  it('takes common words with capitals for a name only where the text does', () => {
    expect(believes('Learn about Product Learning today.', 'Product Learning', 'ORG', 0.95)).toBe(false);
    expect(believes('Find a Marketing Agency, then call.', 'Marketing Agency', 'ORG', 0.95)).toBe(false);
    expect(believes('AUDIT COMMITTEE Friday at noon', 'AUDIT COMMITTEE', 'ORG', 0.95)).toBe(false);
    expect(believes('Talks with the National Coalition failed.', 'National Coalition', 'ORG', 0.95)).toBe(
      true,
    );
    expect(believes('So said its Executive Committee.', 'Executive Committee', 'ORG', 0.95)).toBe(false);
    expect(believes('So said their Executive Committee.', 'Executive Committee', 'ORG', 0.95)).toBe(false);
    expect(believes('So said his National Coalition.', 'National Coalition', 'ORG', 0.95)).toBe(true);
    expect(believes('He saw a Supreme Court ruling.', 'Supreme Court', 'ORG', 0.95)).toBe(true);
  });
});
