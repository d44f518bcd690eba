import { describe, expect, it } from '@jest/globals';
import { problemCodes } from '../../services/api/src/problems/api-problem.ts';
import { borrowedWords } from '../../services/console/src/testing/borrowed-words.ts';
import { collectUnsaid, collectWords } from '../../services/console/src/testing/collect-words.ts';
import { ar } from '../../services/console/src/words/ar.ts';
import { de } from '../../services/console/src/words/de.ts';
import { languages } from '../../services/console/src/words/languages.ts';
import { readWords } from '../../services/console/src/words/read-words.ts';

const said = collectWords(['services/console/src', 'services/api/src']);
const texts = new Set([
  ...said.map(({ text }) => text),
  ...borrowedWords,
  ...Object.values(problemCodes).map(({ title }) => title),
]);

/** What a text has besides words: its places, its elements, and how many forms a number chooses from. */
function marksOf(text: string) {
  const parts = readWords(text);
  const named = (wanted: string) =>
    parts.flatMap((part) => (part.kind === wanted && part.kind !== 'text' ? [part.name] : []));
  const forms = parts.flatMap((part) =>
    part.kind === 'value' && part.forms.length > 0 ? [part.forms.length] : [],
  );
  return {
    places: [...new Set(named('value'))].toSorted(),
    opened: named('open').toSorted(),
    closed: named('close').toSorted(),
    forms: [...new Set(forms)],
  };
}

describe('the words of the console', () => {
  it('are many', () => {
    expect(texts.size).toBeGreaterThan(300);
  });
  it('are said, wherever a page shows some', () => {
    expect(collectUnsaid(['services/console/src'])).toEqual([]);
  });
  it.each([
    ['de', de],
    ['ar', ar],
  ] as const)('have a row for each text in %s, and no other', (_, table) => {
    expect([...texts].filter((text) => !Object.hasOwn(table, text)).toSorted()).toEqual([]);
    expect(Object.keys(table).filter((text) => !texts.has(text))).toEqual([]);
  });
  it.each([
    ['de', de],
    ['ar', ar],
  ] as const)('keep the places, elements and forms of each text in %s', (language, table) => {
    const wanted = new Intl.PluralRules(languages[language].locale).resolvedOptions().pluralCategories.length;
    for (const [text, words] of Object.entries(table)) {
      const [own, other] = [marksOf(text), marksOf(words)];
      expect({ text, ...other }).toEqual({
        text,
        ...own,
        // A language may need the number for its verb where English does not.
        forms: other.forms.length === 0 && own.forms.length === 0 ? [] : [wanted],
      });
    }
  });
});
