import type { Archive, Library } from '@newsmill/store';
import { itemOf } from '@newsmill/text';
import { pagesOfLibrary } from '../ledger/pages-of-library.ts';
import type { DamagedRecord } from './verify-archive.ts';

type Files = Pick<Archive, 'files'>;

async function sizesOf(archive: Files): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for await (const { name, bytes } of archive.files()) sizes.set(name, bytes);
  return sizes;
}

/**
 * Pages of articles whose file in the archive ends before them: what lies at the end of a file cannot say that it
 * is missing. A file that is gone has had its time.
 */
export async function findCutPages({
  archive,
  library,
}: {
  readonly archive: Files;
  readonly library: Pick<Library, 'list'>;
}): Promise<readonly DamagedRecord[]> {
  const sizes = await sizesOf(archive);
  const cut: DamagedRecord[] = [];
  for await (const articles of pagesOfLibrary(library))
    for (const { url, ingest } of articles) {
      const place = ingest.archive;
      if (place !== undefined && place.offset + place.length > (sizes.get(place.file) ?? Infinity))
        cut.push({ ...place, problem: 'its file ends before it does', url, item: itemOf(url) });
    }
  if (cut.length === 0) return cut;
  // What was written meanwhile lies behind the sizes of before.
  const now = await sizesOf(archive);
  return cut.filter(({ file, offset, length }) => offset + length > (now.get(file) ?? Infinity));
}
