import { readWarc, type Archive } from '@newsmill/store';
import type { ArchiveReference } from '@newsmill/contracts';
import { itemOf } from '@newsmill/text';

const dayMs = 86_400_000;

/** Day (UTC) of a file of the archive, by its name. */
function dayOf(name: string): number {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})-/.exec(name) ?? [];
  return Date.parse(`${year}-${month}-${day}T00:00:00Z`);
}

/**
 * Every page of these addresses that the archive holds, in the files of `since` (epoch milliseconds) and
 * later: all fetches of an article, further pages included where they are named.
 */
export async function* archivedPages(
  archive: Archive,
  urls: readonly string[],
  since: number,
): AsyncGenerator<ArchiveReference> {
  const wanted = new Set(urls.flatMap((url) => itemOf(url) ?? []));
  for await (const { name } of archive.files()) {
    if (dayOf(name) + dayMs < since) continue;
    // Bodies are skipped: only heads are looked at.
    for await (const { fields, at, next } of readWarc(
      () => archive.readFile(name),
      { offset: 0, skip: 0 },
      0,
    )) {
      const item =
        fields.get('warc-type') === 'response' ? itemOf(fields.get('warc-target-uri') ?? '') : undefined;
      if (item !== undefined && wanted.has(item) && at.offset === 0 && next.offset === 0)
        yield { file: name, offset: at.skip, length: next.skip - at.skip };
    }
  }
}
