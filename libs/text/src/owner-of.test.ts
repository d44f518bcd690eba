import { describe, expect, it } from '@jest/globals';
import { ownerOf } from './owner-of.ts';

describe('ownerOf', () => {
  it.each([
    ['https://news.paper.co.uk/a', 'paper.co.uk'],
    ['https://feeds.paper.example/a', 'paper.example'],
    ['https://harbour.github.io/a', 'harbour.github.io'],
    ['https://github.io/a', 'github.io'],
    ['http://127.0.0.1:8080/a', '127.0.0.1:8080'],
    ['http://[::1]:8080/a', '[::1]:8080'],
    ['http://localhost/a', 'localhost'],
  ])('%s belongs to %s', (address, owner) => {
    expect(ownerOf(new URL(address))).toBe(owner);
  });
});
