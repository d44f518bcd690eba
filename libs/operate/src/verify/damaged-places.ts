import type { DamagedRecord } from './verify-archive.ts';

/** Damage in the archive as it is told. */
export interface DamagedPlace {
  /** A file and an offset; of a file that is gone its name alone. */
  readonly place: string;
  readonly problem: string;
  /** Of the page, where it is known. */
  readonly url?: string | undefined;
  /** Pages that lay in it, where the whole file is gone. */
  readonly pagesLost?: number;
}

/** What of damage is told: each record, and a file that is gone once, for it may be thousands of pages. */
export function damagedPlaces(
  damaged: readonly Pick<DamagedRecord, 'file' | 'offset' | 'problem' | 'url' | 'isLost'>[],
): readonly DamagedPlace[] {
  const lost = Map.groupBy(
    damaged.filter(({ isLost }) => isLost === true),
    ({ file }) => file,
  );
  const records = damaged.filter(({ isLost }) => isLost !== true);
  return [
    ...records.map(({ file, offset, problem, url }) => ({ place: `${file}:${offset}`, problem, url })),
    ...Array.from(lost, ([place, pages]) => ({
      place,
      problem: pages[0]?.problem ?? '',
      pagesLost: pages.length,
    })),
  ];
}
