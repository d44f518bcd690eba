import { describe, expect, it } from '@jest/globals';
import type { ExactField, QueryField, QueryNode, RangeBound, RangeField } from '@newsmill/contracts';
import fc from 'fast-check';
import { parseQuery } from './parse-query.ts';

const term = (text: string, field?: QueryField): QueryNode =>
  field === undefined ? { kind: 'term', text } : { kind: 'term', text, field };
const not = (node: QueryNode): QueryNode => ({ kind: 'not', node });

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const range = (field: RangeField, from?: RangeBound, to?: RangeBound): QueryNode => ({
  kind: 'range',
  field,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
const exact = (field: ExactField, value: string): QueryNode => ({ kind: 'exact', field, value });

const phrase = (text: string, field: QueryField): QueryNode => ({ kind: 'phrase', text, field });

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
  ['changed:Headline', exact('changed', 'headline')],
  ['was:(denies OR admits)', { kind: 'or', nodes: [term('denies', 'was'), term('admits', 'was')] }],
  ['was:"minister denies"', { kind: 'phrase', text: 'minister denies', field: 'was' }],
  ['covid-19 - storm', { kind: 'and', nodes: [term('covid-19'), term('storm')] }],
  ['"night ferry"', { kind: 'phrase', text: 'night ferry' }],
  ['“night ferry”', { kind: 'phrase', text: 'night ferry' }],
  ['„Fähre im Nebel“', { kind: 'phrase', text: 'Fähre im Nebel' }],
  ['"night ferry"~3', { kind: 'phrase', text: 'night ferry', slop: 3 }],
  ['harb*', { kind: 'prefix', text: 'harb' }],
  ['title:harbour', term('harbour', 'title')],
  ['TITLE: harbour', term('harbour', 'title')],
  [
    'title:"night ferry" author:park*',
    {
      kind: 'and',
      nodes: [
        { kind: 'phrase', text: 'night ferry', field: 'title' },
        { kind: 'prefix', text: 'park', field: 'author' },
      ],
    },
  ],
  [
    'title:(a OR -b) c',
    { kind: 'and', nodes: [{ kind: 'or', nodes: [term('a', 'title'), not(term('b', 'title'))] }, term('c')] },
  ],
  ['-language:de', not(term('de', 'language'))],
  ['url:https://example.org/a', term('https://example.org/a', 'url')],
  ['Breaking: fire', { kind: 'and', nodes: [term('Breaking'), term('fire')] }],
  ['at 10:30', { kind: 'and', nodes: [term('at'), term('10:30')] }],
  ['港口 大桥', { kind: 'and', nodes: [term('港口'), term('大桥')] }],
  ['ميناء -جسر', { kind: 'and', nodes: [term('ميناء'), not(term('جسر'))] }],
  ['e\u0301te\u0301', term('été')],
  ['a\u0000b', { kind: 'and', nodes: [term('a'), term('b')] }],
  ["don't", term("don't")],
  ['published:2026', range('published', day('2026-01-01'), day('2027-01-01'))],
  ['Published:2026-02', range('published', day('2026-02-01'), day('2026-03-01'))],
  ['published:2026-02-03', range('published', day('2026-02-03'), day('2026-02-04'))],
  [
    'published:2026-02-03T10:30',
    range('published', Date.UTC(2026, 1, 3, 10, 30), Date.UTC(2026, 1, 3, 10, 31)),
  ],
  ['published:>=2026-02-03T10:30:00+01:00', range('published', Date.UTC(2026, 1, 3, 9, 30))],
  ['modified:<2026-02-03T10:30:00.250Z', range('modified', undefined, Date.UTC(2026, 1, 3, 10, 30, 0, 250))],
  ['published:>2026-01-01', range('published', day('2026-01-02'))],
  ['published:>=2026-01-01', range('published', day('2026-01-01'))],
  ['published:<2026-01-01', range('published', undefined, day('2026-01-01'))],
  ['published:<=2026-01-01', range('published', undefined, day('2026-01-02'))],
  ['published:2026-01-01..2026-02-01', range('published', day('2026-01-01'), day('2026-02-02'))],
  ['published:2026-01-01..', range('published', day('2026-01-01'))],
  ['published:..2026', range('published', undefined, day('2027-01-01'))],
  ['published:2026..2026', range('published', day('2026-01-01'), day('2027-01-01'))],
  ['firstSeen:>now-36h', range('firstSeen', { sinceNow: -36 * 3_600_000 })],
  [
    'published:now-2w..now-1w',
    range('published', { sinceNow: -14 * 86_400_000 }, { sinceNow: -7 * 86_400_000 }),
  ],
  ['published:today', range('published', { day: 0 }, { day: 1 })],
  ['published:yesterday..today', range('published', { day: -1 }, { day: 1 })],
  ['published:today-7d', range('published', { day: -7 }, { day: -6 })],
  ['indexed:>today-1w', range('indexed', { day: -6 })],
  ['wordCount:>500', range('wordCount', 501)],
  ['wordcount:100..200', range('wordCount', 100, 201)],
  ['readingMinutes:<=3', range('readingMinutes', undefined, 4)],
  [
    'after:2026-01-01 before:2026-02',
    {
      kind: 'and',
      nodes: [range('published', day('2026-01-01')), range('published', undefined, day('2026-02-01'))],
    },
  ],
  [
    'bank (published:2026 OR -wordCount:>9)',
    {
      kind: 'and',
      nodes: [
        term('bank'),
        {
          kind: 'or',
          nodes: [range('published', day('2026-01-01'), day('2027-01-01')), not(range('wordCount', 10))],
        },
      ],
    },
  ],
  [
    'published:(2024 OR 2026)',
    {
      kind: 'or',
      nodes: [
        range('published', day('2024-01-01'), day('2025-01-01')),
        range('published', day('2026-01-01'), day('2027-01-01')),
      ],
    },
  ],
  ['domain:News.Example', exact('domain', 'news.example')],
  [
    'country:de -paywalled:TRUE',
    { kind: 'and', nodes: [exact('country', 'de'), not(exact('paywalled', 'true'))] },
  ],
  ['agency:"Agence Nord"', exact('agency', 'Agence Nord')],
  [
    'has:Author duplicate:false',
    { kind: 'and', nodes: [exact('has', 'author'), exact('duplicate', 'false')] },
  ],
  ['After: 2026', { kind: 'and', nodes: [term('After'), term('2026')] }],
];

/** Topics by their names in five languages, one of their words, their code with and without marks. */
const byName: readonly (readonly [string, QueryNode])[] = [
  ['topic:Sport', phrase('medtop:15000000', 'topic')],
  ['topic:météo', phrase('medtop:17000000', 'topic')],
  ['topic:Meteo', phrase('medtop:17000000', 'topic')],
  ['topic:"crime, law and justice"', phrase('medtop:02000000', 'topic')],
  ['topic:justice', phrase('medtop:02000000', 'topic')],
  ['topic:15000000', phrase('medtop:15000000', 'topic')],
  ['topic:medtop:15000000', phrase('medtop:15000000', 'topic')],
  ['subtopic:wahl', phrase('medtop:20000574', 'subtopic')],
  ['-subtopic:"climate change"', not(phrase('medtop:20000418', 'subtopic'))],
  [
    'subtopic:weather',
    {
      kind: 'or',
      nodes: ['28', '29', '30', '31'].map((end) => phrase(`medtop:200011${end}`, 'subtopic')),
    },
  ],
  [
    'topic:(sport OR health)',
    {
      kind: 'or',
      nodes: [phrase('medtop:15000000', 'topic'), phrase('medtop:07000000', 'topic')],
    },
  ],
  // Topics of an operator's own, and a label that is none.
  ['topic:harbours', term('harbours', 'topic')],
  ['topic:"law"', phrase('law', 'topic')],
  ['section:sport', term('sport', 'section')],
];

const unreadable: readonly (readonly [string, number, RegExp, string?])[] = [
  ['changed:headlines', 8, /^changed: takes one of any, headline/, 'changed:headline'],
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
  ['a published:soon', 12, /"soon" is no date; write a year/],
  ['published:2026-02-30', 10, /no such date/],
  ['published:2026-13', 10, /no such date/],
  ['published:31.1.2026', 10, /is no date/, 'published:2026-01-31'],
  ['published:>=2026/1/31 x', 10, /is no date/, 'published:>=2026-01-31 x'],
  ['published:2026-02..2026-01', 10, /ends before it begins/, 'published:2026-01..2026-02'],
  ['published:now-1d..now-7d', 10, /ends before it begins/, 'published:now-7d..now-1d'],
  ['published:..', 10, /word is missing/],
  ['published:=>2026', 10, /no operator =>/, 'published:>=2026'],
  ['published:!=2026', 10, /no operator !=/],
  ['published:> 2026', 12, /no space may stand/, 'published:>2026'],
  ['published:now-7d', 10, /is a moment/, 'published:>now-7d'],
  ['published:>now-99999d', 10, /36500 days/],
  ['published:today-5h', 10, /days or weeks/, 'published:now-5h'],
  ['published:[2026-01-01 TO 2026-02-01]', 10, /is no date/],
  ['after:x', 6, /is no date/],
  ['wordCount:many', 10, /no whole number/],
  ['wordCount:>1.5', 10, /no whole number/],
  ['wordCount:>1,500', 10, /no whole number/, 'wordCount:>1500'],
  ['wordCount:9..1', 10, /ends before/, 'wordCount:1..9'],
  ['date:2026', 0, /no field "date"/, 'published:2026'],
  ['paywalled:yes', 10, /true or false/, 'paywalled:true'],
  ['has:autor', 4, /takes one of author/, 'has:author'],
  ['country:Germany', 8, /two letters/],
  ['id:a*', 3, /without \*/],
];

describe('parseQuery', () => {
  it.each(readable)('reads %j', (text, query) => {
    expect(parseQuery(text)).toEqual({ ok: true, query });
  });
  it.each(byName)('finds the topic of %j', (text, query) => {
    expect(parseQuery(text)).toEqual({ ok: true, query });
  });
  it.each(unreadable)('refuses %j and says why', (...[text, position, message, suggestion]) => {
    expect(parseQuery(text)).toEqual({
      ok: false,
      error: {
        message: expect.stringMatching(message),
        position,
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    });
  });
  it('answers any text, and every suggestion it makes is either readable or closer to it', () => {
    const pieces = fc.constantFrom(
      '"',
      '(',
      ')',
      '-',
      '*',
      ':',
      '~',
      ' ',
      'AND',
      'OR',
      'NOT',
      'title',
      'lang',
      'x',
      '港',
      '“',
      'published:',
      '>=',
      '2026-01',
      '..',
      'now-7d',
      'wordCount:',
      'has:',
      '\u0000',
      '\ud800',
      '9',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
        ),
        (text) => {
          const parsed = parseQuery(text);
          if (!parsed.ok) expect(parsed.error.position).toBeLessThanOrEqual(text.length);
          if (!parsed.ok && parsed.error.suggestion !== undefined)
            expect(parsed.error.suggestion).not.toBe(text);
        },
      ),
      { numRuns: 500 },
    );
  });
});
