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

const holds = (
  damage: Pick<DamagedRecord, 'file' | 'offset' | 'length'>,
  page: Pick<DamagedRecord, 'file' | 'offset'>,
): boolean =>
  damage.file === page.file && damage.offset <= page.offset && page.offset < damage.offset + damage.length;

/**
 * All damage of an archive, given what its files tell of it. The library says what they cannot: which page lies where
 * a head is gone, and that pages are missing behind the end of a file. A file that is gone has had its time.
 */
export async function findLostPages({
  archive,
  library,
  damaged,
  signal,
}: {
  readonly archive: Files;
  readonly library: Pick<Library, 'origins'>;
  readonly damaged: readonly DamagedRecord[];
  /** Throws its reason where it ends the look. */
  readonly signal?: AbortSignal;
}): Promise<readonly DamagedRecord[]> {
  const nameless = damaged.filter(({ item }) => item === undefined);
  const sizes = await sizesOf(archive);
  const named: DamagedRecord[] = [];
  const cut: DamagedRecord[] = [];
  for await (const articles of pagesOfLibrary(library)) {
    signal?.throwIfAborted();
    for (const { url, ingest } of articles) {
      const place = ingest.archive;
      if (place === undefined) continue;
      const page = { ...place, url, item: itemOf(url) };
      const damage = nameless.find((one) => holds(one, place));
      if (damage !== undefined) named.push({ ...page, problem: damage.problem });
      else if (place.offset + place.length > (sizes.get(place.file) ?? Infinity))
        cut.push({ ...page, problem: 'its file ends before it does' });
    }
  }
  const known = damaged.filter((one) => one.item !== undefined || !named.some((page) => holds(one, page)));
  if (cut.length === 0) return [...known, ...named];
  // What was written meanwhile lies behind the sizes of before.
  const now = await sizesOf(archive);
  return [
    ...known,
    ...named,
    ...cut.filter(({ file, offset, length }) => offset + length > (now.get(file) ?? Infinity)),
  ];
}
