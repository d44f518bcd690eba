import { describe, expect, it } from '@jest/globals';
import { kindInApposition } from './kind-in-apposition.ts';

describe('kindInApposition', () => {
  it.each([
    [', a publisher of school books, said', 'ORG'],
    [' is a small family-owned brewery in the hills', 'ORG'],
    [' (the regional broadcaster)', 'ORG'],
    [', a fishing village near the border', 'LOC'],
    [', the second largest city of the north', 'LOC'],
    [', a former prime minister who', 'PER'],
    [' was a 2016 film by', 'thing'],
    [', a container ship owned by', 'thing'],
  ])('reads %s', (behind, kind) => {
    expect(kindInApposition(behind)).toBe(kind);
  });
  it.each([
    [', a film festival visitor'],
    [', said a company'],
    [' and a city'],
    [', a ship owner from'],
    [''],
  ])('reads nothing from %s', (behind) => {
    expect(kindInApposition(behind)).toBeUndefined();
  });
});
