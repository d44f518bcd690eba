import { describe, expect, it } from '@jest/globals';
import type { Mention } from './mention.ts';
import { tellClubs } from './tell-clubs.ts';

const ofSport = 'The striker missed the match and most of the season. ';

/** The kinds of the names, all places at first, in their order in the text. */
function kindsOf(text: string, names: readonly string[]): string[] {
  const places = names.flatMap((name) =>
    [...text.matchAll(new RegExp(name, 'g'))].map(
      ({ index }): Mention => ({ start: index, end: index + name.length, kind: 'LOC', confidence: 0.7 }),
    ),
  );
  return tellClubs(
    text,
    places.sort((a, b) => a.start - b.start),
  ).map(({ kind }) => kind);
}

describe('tellClubs', () => {
  it.each([
    ['They lost at home to Torquay.', ['Torquay'], ['ORG']],
    ['Torquay 2-1 Grimsby', ['Torquay', 'Grimsby'], ['ORG', 'ORG']],
    ['It was a 3-0 win over Grimsby.', ['Grimsby'], ['ORG']],
    ['It fell to Torquay boss Ben Lindt.', ['Torquay'], ['ORG']],
    ['The Torquay-born boss was late.', ['Torquay'], ['LOC']],
    ['The former Torquay and Spain coach left.', ['Torquay', 'Spain'], ['ORG', 'LOC']],
    ['Torquay & East Grimsby striker Ben Lindt left.', ['Torquay', 'East Grimsby'], ['ORG', 'ORG']],
    ['Torquay and the new coach met.', ['Torquay'], ['LOC']],
    ['Torquay have fined him.', ['Torquay'], ['ORG']],
    ['Paris and Torquay are far away.', ['Torquay'], ['LOC']],
    ['The towers at Torquay were built in May.', ['Torquay'], ['LOC']],
    ['They beat Torquay, Grimsby and Hull.', ['Torquay', 'Grimsby', 'Hull'], ['ORG', 'ORG', 'ORG']],
    ['They beat Brockton, Massachusetts, in May.', ['Brockton', 'Massachusetts'], ['ORG', 'LOC']],
    ['They beat El  Salvador 2-0.', ['El  Salvador'], ['LOC']],
    ['Grimsby beat Torquay. He lives in Grimsby, near Hull.', ['Grimsby', 'Hull'], ['LOC', 'LOC', 'LOC']],
    ['He beat Ben Lindt of Torquay 6-4.', ['Torquay'], ['LOC']],
    ['He signed from Torquay.', ['Torquay'], ['ORG']],
    ['The bay is home to Torquay.', ['Torquay'], ['LOC']],
    ['They beat Norway 4-1.', ['Norway'], ['LOC']],
    ['They beat Grimsby City 4-1.', ['Grimsby City'], ['ORG']],
    ['They lost 4-1 at Old Bridge Road.', ['Old Bridge Road'], ['LOC']],
    ['They will fly to Torquay in May.', ['Torquay'], ['LOC']],
    ['They won against Torquay police.', ['Torquay'], ['LOC']],
  ])('tells clubs from their towns in sports: %s', (text, names, kinds) => {
    expect(kindsOf(ofSport + text, names)).toEqual(kinds);
  });
  it.each([
    'The council voted 2-1 against Torquay.',
    'Torquay boss Ben Lindt said the mayor lost to Grimsby.',
    'Torquay have a new mayor, who won the match of the season against Grimsby.',
  ])('leaves the town in what is about something else: %s', (text) => {
    expect(new Set(kindsOf(text, ['Torquay', 'Grimsby']))).toEqual(new Set(['LOC']));
  });
  it('reads no club out of a text without places', () => {
    const mentions: Mention[] = [{ start: 0, end: 7, kind: 'ORG', confidence: 0.7 }];
    expect(tellClubs('Torquay beat them in the match of the season.', mentions)).toBe(mentions);
  });
});
