import type { ArticleDocument } from '@newsmill/contracts';
import type { WriteResult } from './library.ts';

type Compared = Pick<ArticleDocument, 'version' | 'contentHash' | 'ingest'>;

/**
 * What it means that a document was refused because of the stored one. A conflict of versions is success only
 * when the stored one is newer or says the same. The same bytes of the same item may have been read twice
 * with other knowledge of the site: that is no conflict either, the first reading stays. Two different pages
 * under one id and version are: neither is newer.
 */
export function compareVersions(document: Compared, stored: Compared): WriteResult {
  if (
    stored.version !== document.version ||
    stored.contentHash === document.contentHash ||
    isSamePage(document, stored)
  )
    return { kind: 'stale' };
  return {
    kind: 'conflict',
    detail: `version ${document.version} is stored with contentHash ${stored.contentHash}, and came with ${document.contentHash}`,
  };
}

function isSamePage({ ingest: one }: Compared, { ingest: other }: Compared): boolean {
  return one.rawSha256 !== undefined && one.rawSha256 === other.rawSha256 && one.item === other.item;
}
