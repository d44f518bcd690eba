/** What parted a title from a section or an icon in front of it. */
const before = /^(?:[:|｜•·›>»–—-]+\s+)+(?=\S)/u;
/** What parted it from the name of the paper. */
const behind = / [|｜•·›>–—-]$/u;

/** A title without the signs that parted it from what stood beside it: `: Harbour opens`, `Harbour opens -`. */
export function bareTitle(title: string): string {
  let bare = title.replace(before, '');
  while (behind.test(bare)) bare = bare.slice(0, -2);
  return bare;
}
