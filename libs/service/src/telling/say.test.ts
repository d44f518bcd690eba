import { expect, it } from '@jest/globals';
import { oneLine, plain } from './say.ts';

it.each([
  ['a title\u001b[2J\u001b]0;owned\u0007', 'a title\u241b[2J\u241b]0;owned\u2407'],
  ['over\rwritten\b', 'over\u240dwritten\u2408'],
  ['the one-byte form of ESC [: \u009b31m', 'the one-byte form of ESC [: \ufffd31m'],
  ['\u001b[33mwaiting\u001b[39m \u001b[8mhidden', '\u001b[33mwaiting\u001b[39m \u241b[8mhidden'],
  ['lines\n\tand tabs, é and 漢', 'lines\n\tand tabs, é and 漢'],
])('gives a terminal no orders of strangers: %j', (text, expected) => {
  expect(plain(text)).toBe(expected);
});

it('keeps the row of a list on one line, whatever name is in it', () => {
  expect(oneLine('1  Desk\r\n2  forged\u2028\u0085row\tend')).toBe('1  Desk 2  forged row\tend');
});
