import { describe, expect, it } from '@jest/globals';
import * as conventions from '@opentelemetry/semantic-conventions/incubating';
import { addressAttributes, spanAttributes, spanUrl } from './span-attributes.ts';

describe('the names of attributes', () => {
  it('are those of the semantic conventions, and none that they gave up', () => {
    const known = new Set<unknown>(
      Object.entries(conventions).flatMap(([name, value]) => (name.startsWith('ATTR_') ? [value] : [])),
    );
    expect(Object.values(spanAttributes).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('an address in a span', () => {
  it('has neither user, password, query nor fragment', () => {
    expect(spanUrl('https://me:hidden@paper.example:8443/story/1?token=hidden#hidden')).toBe(
      'https://paper.example:8443/story/1',
    );
  });
  it('is not longer than it is read, and nothing where it is none', () => {
    expect(spanUrl(`https://paper.example/${'a'.repeat(9_000)}`)).toHaveLength(500);
    expect(spanUrl('no address')).toBe('');
    expect(addressAttributes('no address')).toEqual({});
  });
  it('says the port that its protocol has', () => {
    expect(addressAttributes('https://paper.example/story')).toEqual({
      'server.address': 'paper.example',
      'server.port': 443,
      'url.full': 'https://paper.example/story',
    });
  });
});
