import { describe, expect, it } from '@jest/globals';
import { readTree } from '../tree/read-tree.ts';
import { linkedRsl, readTdmReservation, readUsagePreferences, type Headers } from './read-reservations.ts';
import { readRobotsDirectives } from './robots-directives.ts';

const reserved = '<meta name="tdm-reservation" content="1">';
const policy = '<meta name="tdm-policy" content="https://paper.example/tdm.json">';

describe('readTdmReservation', () => {
  it.each<[string, string, Headers, string | undefined, string | undefined]>([
    ['nothing', '', {}, undefined, undefined],
    ['the element', reserved, {}, 'TDMRep meta', undefined],
    ['the element with a policy', reserved + policy, {}, 'TDMRep meta', 'https://paper.example/tdm.json'],
    ['the header', '', { 'tdm-reservation': '1' }, 'TDMRep header', undefined],
    [
      'the header with a policy',
      '',
      { 'tdm-reservation': ' 1 ', 'tdm-policy': 'https://paper.example/p' },
      'TDMRep header',
      'https://paper.example/p',
    ],
    [
      'the element before the header',
      '<meta name="tdm-reservation" content="0">',
      { 'tdm-reservation': '1' },
      undefined,
      undefined,
    ],
    ['1 in the element, 0 in the header', reserved, { 'tdm-reservation': '0' }, 'TDMRep meta', undefined],
    ['no other value', '', { 'tdm-reservation': 'yes' }, undefined, undefined],
    ['no policy alone', policy, {}, undefined, undefined],
    ['nothing behind the head', `<body>${reserved}`, {}, undefined, undefined],
  ])('reads %s', (_, html, headers, source, url) => {
    const found = readTdmReservation(readRobotsDirectives(readTree(html)), headers);
    expect([found.rules[0]?.source, found.policy?.url]).toEqual([source, url]);
  });
});

describe('readUsagePreferences', () => {
  it.each<[Headers, string[]]>([
    [{}, []],
    [{ 'content-usage': 'train-ai=n' }, ['train-ai']],
    [{ 'content-usage': 'train-ai=y, search=n' }, ['search']],
    [{ 'content-usage': 'train-ai=n, train-ai=y' }, []],
    [{ 'content-usage': 'train-ai=n;exceptions="x", search' }, ['train-ai']],
    [{ 'content-usage': 'train-ai=no' }, []],
    [{ 'content-signal': 'search=yes, ai-train=no' }, ['ai-train']],
    [{ 'content-signal': 'ai-input=no,ai-train=no,search=no' }, ['ai-input', 'ai-train', 'search']],
    [{ 'content-signal': 'ai-train=n' }, []],
    [{ 'content-signal': 'constructor=no, toString=no' }, []],
  ])('reads %j', (headers, expected) => {
    expect(readUsagePreferences(headers).map(({ name }) => name)).toEqual(expected);
  });
});

describe('linkedRsl', () => {
  it.each<[string | undefined, string[]]>([
    [undefined, []],
    [
      '<https://paper.example/licence.xml>; rel="license"; type="application/rsl+xml"',
      ['https://paper.example/licence.xml'],
    ],
    [
      '</feed>; rel=alternate, </a.xml>; rel=license; type="application/rsl+xml", </b>; rel="next"',
      ['/a.xml'],
    ],
    ['<https://paper.example/terms>; rel="license"', []],
    ['<'.repeat(500), []],
  ])('reads %j', (link, expected) => {
    expect(linkedRsl({ link }).map(({ url }) => url)).toEqual(expected);
  });
});
