import { mostWallLinks, readPassage, type Wall } from '@newsmill/text';
import { tags } from '../tree/tags.ts';
import type { Tree } from '../tree/tree.ts';
import type { ScoredPage } from '../view-page.ts';

/** Whether a page has more links than any wall, so that it need not be looked at as one. */
function isBusy({ size, tag }: Tree): boolean {
  let links = 0;
  for (let node = 0; node < size; node += 1) {
    if (tag[node] !== tags.a) continue;
    links += 1;
    if (links > mostWallLinks) return true;
  }
  return false;
}

/** The wall that a page is, however it was announced; undefined where it may be an article. */
export function findWall({ tree, url }: ScoredPage): Wall | undefined {
  if (isBusy(tree)) return undefined;
  return readPassage({ url, status: 200, headers: {}, html: tree.html }).wall;
}
