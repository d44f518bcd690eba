import { describe, expect, it } from '@jest/globals';
import { normalForm } from './candidates.ts';
import { areInitialsOf, isAccount, isAccountOf, isInitials, isNobody } from './no-persons.ts';

describe('names of nobody', () => {
  it.each([
    'No Author',
    'Veröffentlicht',
    'PhD',
    'Ph.D.',
    'admin',
    '10+ Years',
    'Posted on',
    'Insights from',
    'Unknown',
    '5 min read',
    'undefined',
    'Who We Are',
    'Telegram',
    'Guest Contributor',
    'Gastbeitrag',
    'Auteur invité',
    'Wednesday',
    'Donnerstag',
    'Others',
  ])('takes %j for nobody', (name) => {
    expect(isNobody(normalForm(name))).toBe(true);
  });

  it.each(['Ada Moss', 'Madison Posted', 'Rn Kumar', 'Redaktion', 'Admiral Benson', 'Edgar Guest', '李明'])(
    'believes %j',
    (name) => {
      expect(isNobody(normalForm(name))).toBe(false);
    },
  );

  it('tells accounts from names', () => {
    for (const name of ['adamoss', 'ada.moss', 'KatieS', 'harbour_cat', 'moss77', 'adaMoss'])
      expect([name, isAccount(name)]).toEqual([name, true]);
    for (const name of ['Ada', 'Ada Moss', 'MOSS', 'Le Monde', '李明', 'A.M.'])
      expect([name, isAccount(name)]).toEqual([name, false]);
    expect(isAccountOf('amoss', 'Ada Moss')).toBe(true);
    expect(isAccountOf('ada.moss2', 'Ada Louise Moss')).toBe(true);
    expect(isAccountOf('blark', 'Ada Moss')).toBe(false);
    expect(isAccountOf('ada', 'Ada')).toBe(false);
  });

  it('tells initials, and whose they are', () => {
    for (const text of ['A.M', 'AM', 'A. M.', 'ALM']) expect([text, isInitials(text)]).toEqual([text, true]);
    for (const text of ['Am', 'Ada', 'A', 'ABCD']) expect([text, isInitials(text)]).toEqual([text, false]);
    expect(areInitialsOf('A.M', 'Ada Moss')).toBe(true);
    expect(areInitialsOf('AM', 'Ada Louise Moss')).toBe(true);
    expect(areInitialsOf('BL', 'Ada Moss')).toBe(false);
  });
});
