import { describe, expect, it } from '@jest/globals';
import type { QueryField, QueryNode } from '@newsmill/contracts';
import fc from 'fast-check';
import { parseQuery } from './parse-query.ts';

const term = (text: string, field?: QueryField): QueryNode => (field === undefined ? { kind: 'term', text } : { kind: 'term', text, field });
const not = (node: QueryNode): QueryNode => ({ kind: 'not', node });

const readable: readonly (readonly [string, QueryNode | undefined])[] = [
  ['', undefined],
  ['  \t ', undefined],
  ['harbour', term('harbour')],
  ['harbour bridge', { kind: 'and', nodes: [term('harbour'), term('bridge')] }],
  ['harbour AND bridge opens', { kind: 'and', nodes: [term('harbour'), term('bridge'), term('opens')] }],
  ['a b OR c', { kind: 'or', nodes: [{ kind: 'and', nodes: [term('a'), term('b')] }, term('c')] }],
  ['a (b OR c)', { kind: 'and', nodes: [term('a'), { kind: 'or', nodes: [term('b'), term('c')] }] }],
  ['or and not', { kind: 'and', nodes: [term('or'), term('and'), term('not')] }],
  ['a -b', { kind: 'and', nodes: [term('a'), not(term('b'))] }],
  ['a NOT (b c)', { kind: 'and', nodes: [term('a'), not({ kind: 'and', nodes: [term('b'), term('c')] })] }],
  ['-a', not(term('a'))],
  ['covid-19 - storm', { kind: 'and', nodes: [term('covid-19'), term('storm')] }],
  ['"night ferry"', { kind: 'phrase', text: 'night ferry' }],
  ['“night ferry”', { kind: 'phrase', text: 'night ferry' }],
  ['„Fähre im Nebel“', { kind: 'phrase', text: 'Fähre im Nebel' }],
  ['"night ferry"~3', { kind: 'phrase', text: 'night ferry', slop: 3 }],
  ['harb*', { kind: 'prefix', text: 'harb' }],
  ['title:harbour', term('harbour', 'title')],
  ['TITLE: harbour', term('harbour', 'title')],
  ['title:"night ferry" author:park*', { kind: 'and', nodes: [{ kind: 'phrase', text: 'night ferry', field: 'title' }, { kind: 'prefix', text: 'park', field: 'author' }] }],
  ['title:(a OR -b) c', { kind: 'and', nodes: [{ kind: 'or', nodes: [term('a', 'title'), not(term('b', 'title'))] }, term('c')] }],
  ['-language:de', not(term('de', 'language'))],
  ['url:https://example.org/a', term('https://example.org/a', 'url')],
  ['Breaking: fire', { kind: 'and', nodes: [term('Breaking'), term('fire')] }],
  ['at 10:30', { kind: 'and', nodes: [term('at'), term('10:30')] }],
  ['港口 大桥', { kind: 'and', nodes: [term('港口'), term('大桥')] }],
  ['ميناء -جسر', { kind: 'and', nodes: [term('ميناء'), not(term('جسر'))] }],
  ['e\u0301te\u0301', term('été')],
  ['a\u0000b', { kind: 'and', nodes: [term('a'), term('b')] }],
  ["don't", term("don't")],
];

const unreadable: readonly (readonly [string, number, RegExp, string?])[] = [
  ['"night ferry', 0, /never closed/, '"night ferry"'],
  ['a ""', 2, /no word between/],
  ['(a', 0, /never closed/, '(a)'],
  ['a)', 1, /closes nothing/],
  ['()', 1, /nothing between/],
  ['a AND', 5, /ends after "AND"/, 'a'],
  ['OR a', 0, /needs a word on both sides/],
  ['a OR OR b', 5, /needs a word on both sides/],
  ['NOT', 3, /word is missing/],
  ['title:', 6, /word is missing/],
  ['lang:de ferry', 0, /no field "lang"/, 'language:de ferry'],
  ['ferry titel:x', 6, /no field "titel"/, 'ferry title:x'],
  ['zzzzzz:x', 0, /fields are title, content/],
  ['title:author:x', 6, /inside title/],
  ['*', 0, /at the end of a word/],
  ['f*rry', 1, /only stand at the end/, 'f*'],
  ['"a b"~101', 5, /at most 100/],
  ['— ?!', 0, /no word to search for/],
  ['x'.repeat(1_001), 1_000, /1000 characters/],
  ['x '.repeat(65), 128, /64 words/],
  [`${'('.repeat(17)}x${')'.repeat(17)}`, 17, /16 deep/],
  [`${'NOT '.repeat(200)}x`, 68, /16 deep/],
];

describe('parseQuery', () => {
  it.each(readable)('reads %j', (text, query) => {
    expect(parseQuery(text)).toEqual({ ok: true, query });
  });
  it.each(unreadable)('refuses %j and says why', (...[text, position, message, suggestion]) => {
    expect(parseQuery(text)).toEqual({ ok: false, error: { message: expect.stringMatching(message), position, ...(suggestion === undefined ? {} : { suggestion }) } });
  });
  it('answers any text, and every suggestion it makes is either readable or closer to it', () => {
    const pieces = fc.constantFrom('"', '(', ')', '-', '*', ':', '~', ' ', 'AND', 'OR', 'NOT', 'title', 'lang', 'x', '港', '“', '\u0000', '\ud800', '9');
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.array(pieces, { maxLength: 60 }).map((list) => list.join(''))), (text) => {
        const parsed = parseQuery(text);
        if (!parsed.ok) expect(parsed.error.position).toBeLessThanOrEqual(text.length);
        if (!parsed.ok && parsed.error.suggestion !== undefined) expect(parsed.error.suggestion).not.toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
