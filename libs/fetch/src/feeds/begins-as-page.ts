const space = /\s*/y;
const opening = /<!doctype html|<html/iy;
/** Comments in front of a page are short; a longer one stands in something else. */
const longestComment = 2_000;

function behindSpace(text: string, at: number): number {
  space.lastIndex = at;
  space.test(text);
  return space.lastIndex;
}

/** Whether a text begins as HTML does, behind space and comments. */
export function beginsAsPage(text: string): boolean {
  let at = behindSpace(text, 0);
  while (text.startsWith('<!--', at)) {
    const end = text.slice(at + 4, at + 4 + longestComment + 3).indexOf('-->');
    if (end < 0) return false;
    at = behindSpace(text, at + 4 + end + 3);
  }
  opening.lastIndex = at;
  return opening.test(text);
}
