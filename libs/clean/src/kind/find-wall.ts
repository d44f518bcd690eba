import { mostWallLinks, readPassage, type Wall } from '@newsmill/text';
import { isNews } from '../metadata/evidence.ts';
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

/** Characters of a text that is longer than what walls say; shorter where the page declares an article. */
const longText = { plain: 4_000, declared: 600 } as const;

/** The wall that a page with this text is, however it was announced; undefined where it may be an article. */
export function findWall({ tree, url, evidence }: ScoredPage, text: string): Wall | undefined {
  if (text.length > longText[isNews(evidence) ? 'declared' : 'plain'] || isBusy(tree)) return undefined;
  return readPassage({ url, status: 200, headers: {}, html: tree.html }).wall;
}
