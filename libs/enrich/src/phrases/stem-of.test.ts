import { describe, expect, it } from '@jest/globals';
import { findKeyPhrases } from './find-key-phrases.ts';
import { stemOf } from './stem-of.ts';

describe('stemOf', () => {
  it.each([
    ['ru', 'маяками маяк маяка маяку маяки'],
    ['ru', 'старая старой старую старых'],
    ['uk', 'маяками маяк маяка маяків'],
    ['pl', 'latarnia latarni latarnię latarniami'],
    ['es', 'puertos puerto'],
    ['pt', 'faróis'],
    ['fr', 'grutiers grutier'],
  ])('is the same for the forms of a word in %s: %s', (language, forms) => {
    expect(new Set(forms.split(' ').map((form) => stemOf(form, language))).size).toBe(1);
  });

  it.each([
    ['ru', 'море', 'мост'],
    ['pl', 'wieś', 'wieża'],
    ['en', 'harbour', 'harbours'],
    ['de', 'hafen', 'häfen'],
  ])('keeps short words and languages without endings apart (%s)', (language, one, other) => {
    expect(stemOf(one, language)).not.toBe(stemOf(other, language));
    expect(stemOf(one, language)).toBe(one);
  });
});

describe('findKeyPhrases', () => {
  it.each([
    [
      'ru',
      'Лавина у маяка',
      'Лавину видели с маяка. После лавины закрыт мост. О лавинах пишут ПРС и НКТ.',
      /^лавин/i,
    ],
    [
      'pl',
      'Lawina przy moście',
      'Lawinę widać z wieży. Po lawinie zamknięto most. O lawinach pisze PRS i NKT.',
      /^lawin/i,
    ],
    ['es', 'Aludes junto al faro', 'El alud cerró la calle. Tras los aludes llegó la PRS.', /^alud/i],
  ])('counts a word in all of its forms (%s)', (language, title, text, wanted) => {
    const found = findKeyPhrases({ title, text, language }).map((phrase) => phrase.text);
    expect(found.filter((phrase) => wanted.test(phrase))).toHaveLength(1);
    expect(found[0]).toMatch(wanted);
  });

  it('tells an acronym that comes once only where there is little else, outside English', () => {
    const text =
      'El puerto de Carda reabre. El puerto de Carda es azul. Ada Moss vive en Carda. Lo dice la PRS.';
    const found = findKeyPhrases({ title: 'El puerto de Carda reabre', text, language: 'es' });
    expect(found.slice(0, 1).map((phrase) => phrase.text)).not.toContain('PRS');
    const twice = `${text} La PRS de Carda repite: la PRS.`;
    expect(
      findKeyPhrases({ title: 'La PRS reabre el puerto de Carda', text: twice, language: 'es' }).map(
        (phrase) => phrase.text,
      ),
    ).toContain('PRS');
  });
});
