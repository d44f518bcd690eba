import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { completionKinds, type CompletionKind } from '@newsmill/contracts';
import { article, libraryWords, type LibraryPlace } from '../../testing/library-samples.ts';
import type { Library } from '../library.ts';

/** Words and names that stand in a library: near one that was asked for, and begun by what is typed. */
export function libraryVocabularyContract(name: string, makePlace: () => Promise<LibraryPlace>): void {
  describe(`${name}: its words and names`, () => {
    let place: LibraryPlace;
    let library: Library;
    const { put } = libraryWords(() => library);
    const like = async (word: string) => (await library.wordsLike(word)).map((found) => found.word);
    const complete = async (start: string, kinds: readonly CompletionKind[] = completionKinds, limit = 10) =>
      (await library.complete({ start, kinds, limit })).map(
        ({ kind, text, articles }) => `${kind} ${text} ${articles}`,
      );
    beforeEach(async () => {
      place = await makePlace();
      library = await place.open();
      await put(
        article(1, { title: 'Government opens the harbour', content: 'The governor said so.' }),
        article(2, { title: 'Häfen und Regierung', content: 'Wetter, Größe und Straße.', language: 'de' }),
        article(3, { title: 'Правительство города', content: 'О погоде и гавани.', language: 'ru' }),
        article(4, {
          title: 'Harbour tram',
          people: ['Ada Moss'],
          places: ['Mossholm'],
          sourceName: 'Moss Times',
        }),
        article(5, {
          title: 'Weather',
          people: ['Ada Moss', 'Zoé Ray'],
          topics: ['medtop:17000000'],
          subtopics: ['medtop:20001129'],
        }),
      );
    });
    afterEach(async () => {
      await library.close();
      await place.destroy();
    });

    it('finds words by letters dropped, doubled, swapped and changed, none for short ones, digits and pairs of characters', async () => {
      expect(await library.wordsLike('governmnt')).toEqual([{ word: 'government', cost: 1, articles: 1 }]);
      expect(await like('goverment')).toEqual(['government']);
      expect(await like('govenror')).toEqual(['governor']);
      expect(await like('harbbour')).toEqual(['harbour']);
      expect(await like('overnment')).toEqual(['government']);
      expect(await like('ahrbour')).toEqual(['harbour']);
      expect(await like('rovernor')).toEqual(['governor']);
      expect(await like('правителство')).toEqual(['правительство']);
      expect(await like('Regirung')).toEqual(['regierung']);
      expect((await library.wordsLike('harbor'))[0]).toMatchObject({ word: 'harbour', articles: 2 });
      for (const word of ['teh', '20266', '天気予報', 'xylophone', '', 'governmnt harbour'])
        expect(await like(word)).toEqual([]);
    });

    it('completes words of titles and names by each of their words, with their articles', async () => {
      expect(await complete('har')).toEqual(['word harbour 2']);
      expect(await complete('HAF')).toEqual(['word häfen 1']);
      expect(await complete('прав')).toEqual(['word правительство 1']);
      expect(await complete('mos')).toEqual(['person Ada Moss 2', 'source Moss Times 1', 'place Mossholm 1']);
      expect(await complete('ada mo')).toEqual(['person Ada Moss 2']);
      expect(await complete('zoe')).toEqual(['person Zoé Ray 1']);
      expect(await complete('weat')).toEqual([
        'topic medtop:17000000 1',
        'word weather 1',
        'subtopic medtop:20001129 1',
      ]);
      expect(await complete('pheno')).toEqual(['subtopic medtop:20001129 1']);
      expect(await complete('mos', ['place'])).toEqual(['place Mossholm 1']);
      expect(await complete('mos', completionKinds, 1)).toEqual(['person Ada Moss 2']);
      for (const start of ['', '.*', 'governo', 'x']) expect(await complete(start)).toEqual([]);
    });

    it('knows nothing of what is gone, changed or hidden', async () => {
      await put(
        article(1, { title: 'Plain', version: 2_000 }),
        article(6, { title: 'Harbinger', flags: ['unlikely'] }),
      );
      expect(await complete('har')).toEqual(['word harbour 1']);
      await library.takeDown(['id0004', 'id0005']);
      await library.refresh();
      expect(await complete('har')).toEqual([]);
      expect(await complete('mos')).toEqual([]);
      expect(await like('harbor')).toEqual([]);
    });
  });
}
