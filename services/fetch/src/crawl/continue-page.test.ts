import { describe, expect, it } from '@jest/globals';
import { isOfHeldHost } from './continue-page.ts';

describe('isOfHeldHost', () => {
  it.each([
    ['https://paper.example/a', 'https://paper.example/b', true],
    ['http://paper.example/a', 'https://paper.example/a', true],
    ['https://paper.example/a', 'http://paper.example/a', false],
    ['https://paper.example/a', 'https://www.paper.example/a', false],
    ['https://paper.example/a', 'https://paper.example:8443/a', false],
    ['https://paper.example/a', 'https://other.example/a', false],
  ])('%s, answered by %s: %s', (url, finalUrl, expected) => {
    expect(isOfHeldHost({ url }, { finalUrl })).toBe(expected);
  });
});
