import { describe, expect, it } from '@jest/globals';
import { GuessBrake } from './guess-brake.ts';

const made = (sign: string) => `nm_${'0'.repeat(16)}_${sign.repeat(43)}`;

describe('a brake on guesses', () => {
  it('lets an address try ten keys a minute', () => {
    const brake = new GuessBrake(() => ['open-sesame-1234']);
    for (let turn = 0; turn < 10; turn += 1) {
      expect(brake.waitFor('wrong', 'a', 0)).toBe(0);
      brake.countWrong('wrong', 'a', 0);
    }
    expect(brake.waitFor('open-sesame-1234', 'a', 0)).toBe(6);
    expect(brake.waitFor('open-sesame-1234', 'b', 0)).toBe(0);
    expect(brake.waitFor('open-sesame-1234', 'a', 6_000)).toBe(0);
  });
  it('takes the first try of an address, however many others guess at the key', () => {
    const brake = new GuessBrake(() => ['open-sesame-1234']);
    for (let bot = 0; bot < 200; bot += 1) brake.countWrong('wrong', `bot ${bot}`, 0);
    expect(brake.waitFor('wrong', 'bot 7', 0)).toBe(60);
    expect(brake.waitFor('open-sesame-1234', 'the owner', 0)).toBe(0);
    expect(brake.waitFor('wrong', 'bot 7', 60_000)).toBe(0);
  });
  it('never refuses to look at what cannot be guessed', () => {
    const [short, long] = [
      new GuessBrake(() => ['open-sesame-1234']),
      new GuessBrake(() => ['f'.repeat(48), undefined]),
    ];
    for (let turn = 0; turn < 500; turn += 1) {
      short.countWrong(made('a'), 'a', 0);
      long.countWrong('wrong', 'a', 0);
    }
    expect([short.waitFor(made('b'), 'a', 0), short.waitFor('open-sesame-1234', 'a', 0)]).toEqual([0, 0]);
    expect(long.waitFor('f'.repeat(48), 'a', 0)).toBe(0);
  });
});
