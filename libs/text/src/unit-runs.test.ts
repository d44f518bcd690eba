import { describe, expect, it } from '@jest/globals';
import { unitRuns } from './unit-runs.ts';

const halves = (unit: number) => unit >= 0xd800 && unit < 0xe000;

describe('unitRuns', () => {
  it.each([/\p{L}/u, /\p{Lu}/u, /[\p{L}\p{N}\p{M}_]/u, /\p{Nd}/u])(
    'finds the units that match %s',
    (expression) => {
      const found: number[] = [];
      for (const [from, run] of unitRuns(new RegExp(`${expression.source}+`, 'gu')))
        for (let unit = from; unit < from + run.length; unit += 1) found.push(unit);
      const asked = Array.from({ length: 65_536 }, (_, unit) => unit);
      expect(found).toEqual(
        asked.filter((unit) => !halves(unit) && expression.test(String.fromCharCode(unit))),
      );
    },
  );

  it('finds every unit that has another small or great letter', () => {
    const changing = (expression: RegExp) => new Set([...unitRuns(expression)].map(([from]) => from));
    const small = changing(/\p{Changes_When_Lowercased}/gu);
    const great = changing(/\p{Changes_When_Uppercased}/gu);
    for (let unit = 0; unit < 65_536; unit += 1) {
      const character = String.fromCharCode(unit);
      if (character.toLowerCase() !== character) expect(small).toContain(unit);
      if (character.toUpperCase() !== character) expect(great).toContain(unit);
    }
  });
});
