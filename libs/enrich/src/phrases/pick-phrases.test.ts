import { describe, expect, it } from '@jest/globals';
import { findKeyPhrases } from './find-key-phrases.ts';

const phrases = (title: string, text: string): string[] =>
  findKeyPhrases({ title, text, language: 'en' }).map((phrase) => phrase.text);

describe('pickPhrases', () => {
  it.each([
    [
      'ferry agency',
      'ferry agencies',
      'The ferry agency sells tickets. Most ferry agencies close at noon. A ferry agency opened in May, and two ferry agencies shut.',
    ],
    [
      'wig',
      'wigs',
      'The clinic lends a wig to each patient. The wigs are made of hair. A wig lasts two years, wigs of nylon one.',
    ],
    [
      'ROV',
      'ROVs',
      'The wreck was found by an ROV. Three ROVs searched for it. The ROV has two cameras, as most ROVs have.',
    ],
  ])('tells a phrase once that stands in the singular and the plural: %s, %s', (one, many, text) => {
    const found = phrases(`What the ${one} is for`, text);
    expect(found.filter((phrase) => phrase === one || phrase === many)).toHaveLength(1);
  });

  it('tells nothing of what is left of markup', () => {
    const found = phrases(
      'Lighthouse keepers ask for a ferry',
      'The keepers call it a quot lifeline quot. See https and www for the timetable of the ferry. The ferry, quot said one, is https old.',
    );
    expect(found.filter((phrase) => /\b(?:https|www|quot)\b/.test(phrase))).toEqual([]);
  });
});
