import { describe, expect, it } from '@jest/globals';
import { NamedSpeakers } from './named-speaker.ts';

const named = new NamedSpeakers(
  {
    people: ['Ann Lee', 'Tom Reyes', 'Luisa Inés Ortega'],
    organisations: ['Delta Health Board', 'Harbour Watch', 'Northern Works Group'],
    places: ['North Cove'],
  },
  'en',
);

describe('NamedSpeakers', () => {
  it.each([
    ['Ann Lee', 'Ann Lee'],
    ['Take Courier Reporter Ann Lee', 'Ann Lee'],
    ['Daily Courier Reyes', 'Tom Reyes'],
    ['Ortega', 'Luisa Inés Ortega'],
    ['Karsten Weber', 'Karsten Weber'],
    ['J. Moss', 'J. Moss'],
    ['Meteorologe Dominik Jung', 'Dominik Jung'],
    ['Delta Health Board', 'Delta Health Board'],
    ['Northern Works', 'Northern Works'],
    ['Umweltgruppe Harbour Watch', 'Harbour Watch'],
  ])('takes %s for %s', (name, speaker) => expect(named.speakerIn(name)).toBe(speaker));
  it.each(['North Cove', 'New York', 'Six Thirty', 'Pressekonferenz', 'Thema Betrug', 'Getting There'])(
    'lets %s say nothing',
    (name) => expect(named.speakerIn(name)).toBeUndefined(),
  );
  it('takes no organisation for a person', () => {
    expect(named.personIn('Delta Health Board')).toBeUndefined();
    expect(named.isPlace('North Cove')).toBe(true);
    expect(named.isPlace('Ann Lee')).toBe(false);
  });
});
