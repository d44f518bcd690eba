import type { Archive, Library, Registry } from '@newsmill/store';
import { pagesOfLibrary } from '../ledger/pages-of-library.ts';
import { prunedFiles } from './pruned-files.ts';
import type { DamagedRecord } from './verify-archive.ts';

type Files = Pick<Archive, 'files'>;

const lostFile = 'its file is gone, and was not pruned';

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

const isCut = (
  { file, offset, length }: Pick<DamagedRecord, 'file' | 'offset' | 'length'>,
  sizes: ReadonlyMap<string, number>,
): boolean => offset + length > (sizes.get(file) ?? Infinity);

/** Most of an archive is not there: that is the wrong place, or a place that is away, and no loss of files. */
class ArchiveAway extends Error {
  override readonly name = 'ArchiveAway';
  constructor(there: number) {
    super(
      `more files of the archive are gone than are there (${there}): is its folder mounted, is it the right bucket and prefix? Nothing is asked for again`,
    );
  }
}

/**
 * All damage of an archive, given what its files tell of it. The library says what they cannot: which page lies where
 * a head is gone, and that pages are missing behind the end of a file, or with all of it. A file that was pruned is no
 * loss. Throws ArchiveAway where more files are gone than are there.
 */
export async function findLostPages({
  archive,
  library,
  registry,
  damaged,
  signal,
  rest,
}: {
  readonly archive: Files;
  readonly registry: Registry;
  readonly library: Pick<Library, 'origins'>;
  readonly damaged: readonly DamagedRecord[];
  /** Throws its reason where it ends the look. */
  readonly signal?: AbortSignal;
  /** Called behind every few hundred articles. */
  readonly rest?: () => Promise<void>;
}): Promise<readonly DamagedRecord[]> {
  const nameless = damaged.filter(({ item }) => item === undefined);
  const isPruned = await prunedFiles(registry);
  const sizes = await sizesOf(archive);
  const named: DamagedRecord[] = [];
  const cut: DamagedRecord[] = [];
  const lostFiles = new Set<string>();
  for await (const articles of pagesOfLibrary(library)) {
    signal?.throwIfAborted();
    for (const { url, ingest } of articles) {
      const place = ingest.archive;
      if (place === undefined) continue;
      const page = { ...place, url, item: ingest.item };
      const damage = nameless.find((one) => holds(one, place));
      if (damage !== undefined) named.push({ ...page, problem: damage.problem });
      else if (!sizes.has(place.file)) {
        if (isPruned(place.file)) continue;
        lostFiles.add(place.file);
        if (lostFiles.size > sizes.size) throw new ArchiveAway(sizes.size);
        cut.push({ ...page, problem: lostFile, isLost: true });
      } else if (isCut(place, sizes)) cut.push({ ...page, problem: 'its file ends before it does' });
    }
    await rest?.();
  }
  const known = damaged.filter((one) => one.item !== undefined || !named.some((page) => holds(one, page)));
  if (cut.length === 0) return [...known, ...named];
  // What was written, or pruned, meanwhile.
  const [now, isPrunedNow] = [await sizesOf(archive), await prunedFiles(registry)];
  const isLost = (page: DamagedRecord) =>
    now.has(page.file) ? isCut(page, now) : page.isLost === true && !isPrunedNow(page.file);
  return [...known, ...named, ...cut.filter(isLost)];
}
