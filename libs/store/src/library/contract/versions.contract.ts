import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sampleArticle } from '../../testing/sample-article.ts';
import type { Library } from '../library.ts';
import type { LibraryPlace } from '../../testing/library-samples.ts';

/** When a document that is not newer than the stored one counts as stored, in every form of the Library. */
export function libraryVersionsContract(name: string, makePlace: () => Promise<LibraryPlace>): void {
  describe(`${name}: equal versions`, () => {
    let place: LibraryPlace;
    let library: Library;
    const page = (version: number, contentHash: string, rawSha256?: string, item = 'item') =>
      sampleArticle('same', {
        version,
        contentHash,
        title: `text ${contentHash}`,
        ingest: {
          item,
          discoveredUrl: 'https://paper.example/news/same',
          fetchedAt: version,
          pipelineVersion: '1',
          rawSha256,
        },
      });
    beforeEach(async () => {
      place = await makePlace();
      library = await place.open();
    });
    afterEach(async () => {
      await library.close();
      await place.destroy();
    });

    it('are success with the same text, and a conflict that names both hashes with another', async () => {
      expect(await library.write([page(5, 'aaa', 'raw-1')])).toEqual([{ kind: 'written' }]);
      expect(await library.write([page(5, 'aaa', 'raw-2')])).toEqual([{ kind: 'stale' }]);
      expect(await library.write([page(5, 'bbb', 'raw-2')])).toEqual([
        { kind: 'conflict', detail: 'version 5 is stored with contentHash aaa, and came with bbb' },
      ]);
      expect(await library.write([page(5, 'bbb')])).toMatchObject([{ kind: 'conflict' }]);
      expect((await library.get('same'))?.title).toBe('text aaa');
    });
    it('are success when the same bytes of the same item were read another way', async () => {
      await library.write([page(5, 'aaa', 'raw-1')]);
      expect(await library.write([page(5, 'bbb', 'raw-1')])).toEqual([{ kind: 'stale' }]);
      expect(await library.write([page(5, 'bbb', 'raw-1', 'another item')])).toMatchObject([
        { kind: 'conflict' },
      ]);
    });
    it('conflict within one write too; what is older is success whatever it says', async () => {
      const results = await library.write([
        page(5, 'aaa', 'raw-1'),
        page(5, 'bbb', 'raw-2'),
        page(4, 'ccc', 'raw-3'),
        page(5, 'aaa', 'raw-1'),
      ]);
      expect(results.map(({ kind }) => kind)).toEqual(['written', 'conflict', 'stale', 'stale']);
      expect(await library.write([page(4, 'ddd', 'raw-4')])).toEqual([{ kind: 'stale' }]);
    });
    it('are success when the version was removed', async () => {
      await library.write([page(5, 'aaa', 'raw-1')]);
      await library.remove([{ id: 'same', version: 5 }]);
      expect(await library.write([page(5, 'bbb', 'raw-2')])).toEqual([{ kind: 'stale' }]);
    });
  });
}
