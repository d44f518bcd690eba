import { readWarc, type Archive } from '@newsmill/store';
import type { ArchiveReference } from '@newsmill/contracts';
import { itemOf } from '@newsmill/text';

const dayMs = 86_400_000;

/** Day (UTC) of a file of the archive, by its name. */
function dayOf(name: string): number {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})-/.exec(name) ?? [];
  return Date.parse(`${year}-${month}-${day}T00:00:00Z`);
}

/** A place of the archive: a page, or bytes between records, of which nobody can say what they were. */
export interface ArchivedPlace extends ArchiveReference {
  readonly isUnreadable?: true;
}

/**
 * Every page of these addresses that the archive holds, in the files of `since` (epoch milliseconds) and
 * later: all fetches of an article, further pages included where they are named. Also what in these files is no record.
 */
export async function* archivedPages(
  archive: Archive,
  urls: readonly string[],
  since: number,
): AsyncGenerator<ArchivedPlace> {
  const wanted = new Set(urls.flatMap((url) => itemOf(url) ?? []));
  for await (const { name, bytes } of archive.files()) {
    if (dayOf(name) + dayMs < since) continue;
    let end = 0;
    // Bodies are skipped: only heads are looked at.
    for await (const { fields, at, next } of readWarc(
      () => archive.readFile(name),
      { offset: 0, skip: 0 },
      0,
    )) {
      if (at.skip > end) yield { file: name, offset: end, length: at.skip - end, isUnreadable: true };
      // Of a record that does not say how long it is, its place is as uncertain as that of no record.
      const isMeasured = /^\d+$/.test(fields.get('content-length') ?? '');
      end = isMeasured ? next.skip : at.skip;
      const item =
        fields.get('warc-type') === 'response' ? itemOf(fields.get('warc-target-uri') ?? '') : undefined;
      const isPage = item !== undefined && wanted.has(item) && isMeasured;
      if (isPage && at.offset === 0 && next.offset === 0)
        yield { file: name, offset: at.skip, length: next.skip - at.skip };
    }
    if (bytes > end) yield { file: name, offset: end, length: bytes - end, isUnreadable: true };
  }
}
