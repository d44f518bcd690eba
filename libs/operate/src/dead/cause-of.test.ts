import { describe, expect, it } from '@jest/globals';
import { causeOf } from './cause-of.ts';

const base = { stage: 'fetch' as const, reason: 'tries-exhausted', detail: '' };
const of = (detail: string, more: object = {}) => causeOf({ ...base, detail, ...more });

describe('causeOf', () => {
  it.each([
    ['numbers', 'answered 503 after 1,204 ms', 'answered 502 after 7 ms'],
    ['addresses', 'GET https://a.example/1?x=2 failed', 'GET https://b.example/other failed'],
    ['ids', 'record 9f86d081884c7d65 is not there', 'record 00ffaa7c1184c7d6 is not there'],
    ['long names with digits', 'no key article_2026_11_28_morning', 'no key article_2025_01_02_evening1'],
    [
      'quotations',
      'Unexpected token \'<\', "<html><b" is not valid JSON',
      'Unexpected token \'x\', "xyz" is not valid JSON',
    ],
    ['sockets', 'connect ECONNREFUSED 10.0.0.1:443', 'connect ECONNREFUSED 192.168.7.20:8443'],
    ['paths', '/data/archive/a.warc.gz is cut off', '/srv/x/b.warc.gz is cut off'],
    ['mail addresses', 'no such box: a@b.example', 'no such box: c.d@e.example'],
    ['white space', 'answered  503', 'answered\t503'],
  ])('takes letters together that differ in %s', (_, one, other) => {
    expect(of(one)).toEqual(of(other));
  });
  it('takes the names of the own source, host and item for nothing', () => {
    const one = of('getaddrinfo ENOTFOUND www.far-wire.example (far-wire)', {
      url: 'https://www.far-wire.example/1',
      sourceId: 'far-wire',
    });
    const other = of('getaddrinfo ENOTFOUND www.herald.example (herald)', {
      url: 'https://www.herald.example/2',
      sourceId: 'herald',
    });
    expect(one).toEqual(other);
    expect(one.title).toBe('getaddrinfo ENOTFOUND <host> (<source>)');
  });
  it('keeps the field of a schema, the class of an error and the top of the stack apart', () => {
    expect(of('✖ Invalid input: expected string\n  → at title').id).not.toBe(
      of('✖ Invalid input: expected string\n  → at text').id,
    );
    expect(of('TypeError: x is undefined').id).not.toBe(of('RangeError: x is undefined').id);
    const stack = (name: string, line: number) =>
      of(`TypeError: x\n    at ${name} (file:///mill/dist/a-${line}.js:${line}:3)\n    at other (b:1:1)`);
    expect(stack('readTree', 1)).toEqual(stack('readTree', 99));
    expect(stack('readTree', 1)).toMatchObject({ title: 'TypeError: x', frame: 'readTree' });
    expect(stack('readTree', 1).id).not.toBe(stack('readHead', 1).id);
  });
  it('keeps stages and reasons apart', () => {
    expect(
      new Set([of('x'), of('x', { stage: 'clean' }), of('x', { reason: 'bad-page' })].map(({ id }) => id))
        .size,
    ).toBe(3);
  });
  it('is the same in every version: links to a cause stay', () => {
    expect(of('answered 503')).toEqual({ id: '44f8b9eb7728', title: 'answered #' });
    expect(of('').title).toBe('');
  });
  it('reads the longest details in a moment', () => {
    const started = performance.now();
    for (const text of ['"', "'", 'a-', '0', ' ', '/', '(', '\n', 'at <'])
      of(text.repeat(2_000), { url: 'https://a.example/', item: 'aaaa', sourceId: 'aaaa' });
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
