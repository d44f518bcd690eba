import { describe, expect, it } from '@jest/globals';
import type { NameKind } from './name-labels.ts';
import { tellKinds } from './tell-kinds.ts';

const told = (text: string, name: string, kind: NameKind): NameKind | undefined =>
  tellKinds(text, [
    { start: text.indexOf(name), end: text.indexOf(name) + name.length, kind, confidence: 0.7 },
  ])[0]?.kind;

describe('tellKinds', () => {
  it.each([
    ['They met on Velmor Street.', 'Velmor Street', 'PER', 'LOC'],
    ['It sank in Orvane Dock.', 'Orvane Dock', 'PER', 'LOC'],
    ['Boats crossed Lake Orvane.', 'Lake Orvane', 'PER', 'LOC'],
    ['He fell ill at Gertrude B. Velmor Hospital.', 'Gertrude B. Velmor Hospital', 'PER', 'ORG'],
    ['Velmor, a publisher of maps, closed.', 'Velmor', 'PER', 'ORG'],
    ['Velmor, a village on the coast, is empty.', 'Velmor', 'ORG', 'LOC'],
  ] as const)('tells what is in: %s', (text, name, kind, right) => {
    expect(told(text, name, kind)).toBe(right);
  });
  it.each([
    ['Alex Press writes on work.', 'Alex Press', 'PER'],
    ['Jerry Hall came.', 'Jerry Hall', 'PER'],
    ['Charlotte Church sang.', 'Charlotte Church', 'PER'],
    ['Mary Lindt, a city of her own, laughed.', 'Mary Lindt', 'PER'],
    ['Kim Goes West, they said.', 'Kim Goes West', 'PER'],
    ['Microsoft, the manager of it, agreed.', 'Microsoft', 'ORG'],
    ['London, a company of friends, cheered.', 'London', 'LOC'],
  ] as const)('leaves as it is: %s', (text, name, kind) => {
    expect(told(text, name, kind)).toBe(kind);
  });
});
