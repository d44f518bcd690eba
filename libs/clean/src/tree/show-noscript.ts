import { isSkipped, tags } from './tags.ts';
import { SKIPPED, type Tree } from './tree.ts';

/**
 * Makes the text inside `noscript` elements text of the page: what a page shows to readers without scripts is
 * all the text that some pages have. Scripts, styles and drawings inside stay unread. Answers whether there
 * was anything to show.
 */
export function showNoscript(tree: Tree): boolean {
  let found = false;
  for (let node = 0; node < tree.size; node += 1) {
    if (tree.tag[node] !== tags.noscript) continue;
    const end = tree.end[node] as number;
    for (let inner = node + 1; inner < end; inner += 1) {
      if (isSkipped(tree.tag[inner] as number)) {
        inner = (tree.end[inner] as number) - 1;
        continue;
      }
      tree.flags[inner] = (tree.flags[inner] as number) & ~SKIPPED;
      found = true;
    }
    node = end - 1;
  }
  return found;
}
